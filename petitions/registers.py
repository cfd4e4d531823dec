"""The registers that the Front keeps beside petitions: what an entry counts, and what is wrong with one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from unicodedata import normalize

from petitions.adding_up import AtMost, Rule, Sum
from petitions.dates import WRITTEN, named
from petitions.refusal import Refusal
from petitions.text import fold, shortened

REGISTERS: Mapping[str, tuple[str, ...]] = {
    "supervision": ("supervisions_own", "supervisions_joint", "joint_building", "joint_democracy", "joint_land",
                    "joint_other"),
    "community_supervision": ("works", "works_wrong", "works_mended"),
    "review_conference": ("review_conferences",),
    "comment_session": ("comment_sessions",),
    "reception": ("receptions",),
    "dialogue": ("dialogues",),
}  # fmt: skip
"""Registers with the figures that their entries count."""
WITHOUT_BODY = frozenset({"reception"})
"""Registers whose entries are about no body: whoever comes is received by the Front itself."""

COUNTED = tuple(name for names in REGISTERS.values() for name in names)
RULES: tuple[Rule, ...] = (
    Sum(("supervisions_joint",), ("joint_building", "joint_democracy", "joint_land", "joint_other")),
    AtMost("works_wrong", "works"),
    AtMost("works_mended", "works_wrong"),
)
"""What must hold of what registers count: of each entry, and of their sums."""
_PARTS = {name for rule in RULES for name in (rule.right if isinstance(rule, Sum) else (rule.part,))}
_MOST = 99_999
_QUOTED = 40
"""Characters of what was typed that a refusal repeats."""
_DAY = re.compile(rf"(?:ngày )?{WRITTEN}", re.IGNORECASE)
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?: 00:00:00)?", re.ASCII)
_COUNT = re.compile(r"\d{1,5}", re.ASCII)
_FIRST_YEAR = 2000
_DAYS_AGO = {"hom nay": 0, "today": 0, "hom qua": 1, "yesterday": 1}
"""Days that have a button, by how many days ago they were."""


@dataclass(frozen=True)
class RegisterEntry:
    """What was done on a day (`at` is its first moment), about which body, as counts by name."""

    register: str
    at: datetime
    body: str | None
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """Return how much it counts in all; what is part of another count, is counted there."""
        return sum(count for name, count in self.counts.items() if name not in _PARTS)


def read_day(text: str, today: date) -> date:
    """Read a day: `12/03/2026`, `12/3` of this year, `ngày 12 tháng 3 năm 2026`, `12 Mar 2026`, or `2026-03-12`.

    The last is how spreadsheets keep it.

    Raises: Refusal — `day-unknown`, `day-future`.
    """
    typed = " ".join(normalize("NFC", text).split())
    try:
        day = _day(typed, today)
    except ValueError:
        day = None
    if day is None or day.year < _FIRST_YEAR:
        raise Refusal("day-unknown", said=shortened(typed, _QUOTED))
    if day > today:
        raise Refusal("day-future", said=shortened(typed, _QUOTED))
    return day


def read_spoken_day(text: str, today: date) -> date:
    """Read a day as it is said in a chat: as `read_day`, and `hôm nay`, `yesterday`; in a table they would move.

    Raises: Refusal — as `read_day`.
    """
    ago = _DAYS_AGO.get(fold(" ".join(text.split())))
    return read_day(text, today) if ago is None else today - timedelta(days=ago)


def read_count(text: str) -> int:
    """Read how many. Raises: Refusal `count-unknown`."""
    typed = text.strip()
    if not _COUNT.fullmatch(typed):
        raise Refusal("count-unknown", said=shortened(typed, _QUOTED), most=_MOST)
    return int(typed)


def broken(counts: Mapping[str, int]) -> Iterator[Rule]:
    """Yield the rules that do not hold, of those all of whose figures are counted."""
    return (rule for rule in RULES if {*rule.names} <= counts.keys() and not rule.holds(counts))


def check(entry: RegisterEntry) -> None:
    """Let only entries pass that count something, and add up. Raises: Refusal — `entry-empty`, `entry-wrong`."""
    if not any(entry.counts.values()):
        raise Refusal("entry-empty")
    if any(broken(entry.counts)) or not entry.counts.keys() <= {*REGISTERS[entry.register]}:
        raise Refusal("entry-wrong")


def _day(typed: str, today: date) -> date | None:
    if found := _ISO_DAY.fullmatch(typed):
        return date(*map(int, found.groups()))
    if found := _DAY.fullmatch(typed):
        return named(found, today.year)
    return None
