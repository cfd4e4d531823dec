"""Where one text speaks of several matters: they are handled sooner as separate petitions."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from petitions.cues import Cue
from petitions.kinds import Field

_MOST_POINTS = 3  # a cue with a gap in it spans many words
_OWN_MATTER, _OWN_ITEM = 3, 1
"""Points that make a field a matter of its own beside others; any where it is listed as one."""
_ITEM = re.compile(r"^[ \t]*(?:\d{1,2}[.)]|[-–•+*])[ \t]", re.MULTILINE)
_NUMBERED = re.compile(r"(?<!\S)(\d{1,2})[.)][ \t]+(?=[^\W\d])")


@dataclass(frozen=True)
class Matter:
    """One matter of a text; `field` None where nothing in the words says what it is about."""

    field: Field | None
    words: str


def field_points(cues: Iterable[Cue]) -> Counter[Field]:
    """Count a point for every word of a field's cue, as longer cues say more."""
    points: Counter[Field] = Counter()
    for rule, words, *_ in dict.fromkeys((cue.rule, cue.words, cue.start, cue.end) for cue in cues):
        points[Field(rule.removeprefix("field:"))] += min(len(words.split()), _MOST_POINTS)
    return points


def matters(text: str, cues: Sequence[Cue], separators: Iterable[Cue]) -> tuple[Matter, ...]:
    """Return the matters of a text, cut before separating words and items of a list; one at least.

    `cues` are those of fields. A part without a field of its own belongs to the part before it.
    """
    items = {*_items(text)}
    cuts = {cue.start for cue in separators} | items
    found = [Matter(None, "")]
    for start, end in pairwise(sorted({0, *cuts, len(text)})):
        own = (cue for cue in cues if start <= cue.start < end)
        field = _own_field(own, _OWN_ITEM if start in items else _OWN_MATTER)
        known = [one.field for one in found]
        if field is None or field in known or known == [None]:
            place = known.index(field) if field in known else -1
            found[place] = Matter(found[place].field or field, found[place].words + text[start:end])
        else:
            found.append(Matter(field, text[start:end]))
    return tuple(found)


def parted(text: str, separators: Iterable[Cue]) -> list[str]:
    """Return what stands before and behind each separating word, whatever it is about; one part at least.

    It is shown to whoever wants a text parted of which `matters` finds one matter.
    """
    cuts = pairwise(sorted({0, *(cue.start for cue in separators), len(text)}))
    return [part for start, end in cuts if (part := text[start:end].strip())] or [text.strip()]


def is_one(clauses: Iterable[Sequence[int]], formal: Container[int]) -> bool:
    """Tell whether all that is no formula is a single clause, in which there is no room for a second matter."""
    return sum(any(place not in formal for place in clause) for clause in clauses) <= 1


def _items(text: str) -> Iterator[int]:
    """Yield where the items of a list begin: each on its own line, or numbered from one on within a line."""
    yield from (item.start() for item in _ITEM.finditer(text))
    numbered: list[int] = []
    for item in _NUMBERED.finditer(text):
        if int(item[1]) == len(numbered) + 1:
            numbered.append(item.start())
    yield from numbered if len(numbered) > 1 else ()


def _own_field(cues: Iterable[Cue], least: int) -> Field | None:
    points = field_points(cues)
    best = max(points, key=points.__getitem__, default=None)
    return best if best and points[best] >= least else None
