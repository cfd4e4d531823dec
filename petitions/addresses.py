"""Whether what was written says how somebody can be told, and whether a place can be found by what it says."""

import re
from itertools import pairwise

from petitions.text import plain_words
from petitions.whereabouts import Token, marks, tokens_of

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


_QUARTER = re.compile("khu|ktt|kdt|tap|chung|xom|thon|lang|phuong|quarter|estate")
"""Words, as folded, that begin the name of a quarter: `khu`, `tập thể`, `chung cư`, `xóm`, `phường`."""
_NO_NAME = re.compile("toi|minh|em|chau|nha|ta|nay|ay|kia|chung|vuc|dan|tap|pho|cua|o")
"""Words after it that name none."""
_PERSON = re.compile("ong|ba|co|chu|bac|anh|chi|em|cu|di|cau|mr|mrs|ms")
"""Words before somebody's name, by which no stranger finds the house."""


def can_be_found(place: str) -> bool:
    """Tell whether a place holds something to look for: a number, lane, street, quarter, landmark or name."""
    tokens = tokens_of(place)
    return any(token.numbered for token in tokens) or bool(marks(tokens, ())) or any(map(_names, pairwise(tokens)))


def _names(neighbours: tuple[Token, Token]) -> bool:
    """Tell whether two words are a name in capitals, or a quarter with its name."""
    one, other = neighbours
    if not (one.plain.isalpha() and other.plain.isalpha()):
        return False
    quarter = bool(_QUARTER.fullmatch(one.plain)) and not _NO_NAME.fullmatch(other.plain)
    name = one.capital and other.capital and not any(_PERSON.fullmatch(word.plain) for word in neighbours)
    return quarter or name
