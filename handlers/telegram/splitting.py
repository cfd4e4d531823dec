"""Cuts long HTML into messages that Telegram takes, never inside a tag or an entity."""

import re

LIMIT = 4096
"""UTF-16 units of one message; Telegram counts after parsing, so counting the markup errs on the safe side."""

_CUTS = (re.compile(r"\n\n"), re.compile(r"\n"), re.compile(r"\s"))
_ENTITY = re.compile(r"&[a-z#0-9]{1,8}$")


def split(html: str, limit: int = LIMIT) -> list[str]:
    """Return the pieces in their order, each within the limit; cuts at paragraphs, lines, words, in that order."""
    pieces = []
    rest = html
    while _length(rest) > limit:
        cut = _cut(rest, limit)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*pieces, rest]


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, limit: int) -> int:
    end = _prefix(text, limit)
    for pattern in _CUTS:
        found = [
            match.start() for match in pattern.finditer(text, end // 2, end) if _closed(text[: match.start()])
        ]
        if found:
            return found[-1]
    # One unbroken word: cut it anywhere but inside an entity such as &amp;
    inside = _ENTITY.search(text[:end])
    return inside.start() if inside and inside.start() > 0 else end


def _prefix(text: str, limit: int) -> int:
    """Return how many characters fit into so many UTF-16 units."""
    encoded = text.encode("utf-16-le")[: 2 * limit]
    return len(encoded.decode("utf-16-le", errors="ignore"))


def _closed(text: str) -> bool:
    """Tell whether every tag opened in the text is closed in it."""
    return len(re.findall(r"<[a-z]", text)) == text.count("</")
