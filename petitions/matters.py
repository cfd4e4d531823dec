"""Where one text speaks of several matters: they are handled sooner as separate petitions."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from petitions.cues import Cue
from petitions.kinds import Field

_MOST_POINTS = 3  # a cue with a gap in it spans many words
_OWN_MATTER = 3  # points that make a field a matter of its own beside others
_ITEM = re.compile(
    r"^[ \t]*(?:\d{1,2}[.)]|[-–•+*])[ \t]|(?<=[.;:!?][ \t])\d{1,2}[.)][ \t]+(?=[^\W\d])", re.MULTILINE
)
"""An item begins a line, or, where it has a number, also a sentence."""


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
    cuts = {cue.start for cue in separators} | {item.start() for item in _ITEM.finditer(text)}
    found = [Matter(None, "")]
    for start, end in pairwise(sorted({0, *cuts, len(text)})):
        field = _own_field(cue for cue in cues if start <= cue.start < end)
        known = [one.field for one in found]
        if field is None or field in known or known == [None]:
            place = known.index(field) if field in known else -1
            found[place] = Matter(found[place].field or field, found[place].words + text[start:end])
        else:
            found.append(Matter(field, text[start:end]))
    return tuple(found)


def _own_field(cues: Iterable[Cue]) -> Field | None:
    points = field_points(cues)
    best = max(points, key=points.__getitem__, default=None)
    return best if best and points[best] >= _OWN_MATTER else None
