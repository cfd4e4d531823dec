"""Whether what was written says how somebody without an account can be told: telephone, e-mail or a place."""

import re

from petitions.text import plain_words

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DIGITS = re.compile(r"\+?\d(?:[\s().-]{0,2}\d)*")
_TELEPHONES = re.compile(r"(?:(?:\+?84|0)(?:[35789]\d{8}|2\d{9})|\+(?!84)[1-9]\d{7,14})+")
"""Mobile and fixed lines as numbered in Viet Nam (TT 22/2014/TT-BTTTT), and those of other countries."""
_BEGUN = re.compile(r"\+|0\d\d")
_PLACE = re.compile("nha|ngo|ngach|hem|duong|pho|to|thon|xom|khu|toa|phong|chung|phuong")
_LABEL = re.compile(
    "so|dien|thoai|may|ban|di|dong|dtdd|sdt|dt|tel|phone|mobile|zalo|e|mail|email|thu|tu|goi|lien|he|cua|toi|la|nguoi|gui"
)
"""Words, as folded, that are of a place, and those that only announce a number."""
_LEAST = 2
"""So many words of its own, or one beside a number, may be a place or somebody who passes it on."""


def says_where(typed: str) -> bool:
    """Tell whether it has a whole telephone number or e-mail address, or may name a place.

    Beside half a number or half an address only what is plainly a place will do.
    """
    numbers = [re.sub(r"[^\d+]", "", found[0]) for found in _DIGITS.finditer(typed)]
    if _EMAIL.search(typed) or any(map(_TELEPHONES.fullmatch, numbers)):
        return True
    words = {word for word in plain_words(typed) if word.isalpha()}
    if "@" in typed or any(map(_BEGUN.match, numbers)):
        return any(map(_PLACE.fullmatch, words))
    return len([word for word in words if not _LABEL.fullmatch(word)]) + bool(numbers) >= _LEAST
