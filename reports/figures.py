"""A report: every figure of a period beside the one before and the same one last year, as far as they add up."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from petitions.adding_up import Figures, Rule
from petitions.periods import Period, month_of
from petitions.programme import Programme
from petitions.registers import COUNTED
from reports.definitions import DEFINITIONS, RULES, SPLIT
from storage.reports import PAGE, Cell, Parts, Step
from storage.unit import Unit

_HOT, _WEEKS, _MONTHS = 3, 8, 12
_MANY, _TIMES = 3, 2
"""What is more than usual: at least so many, and so many times as many."""


@dataclass(frozen=True)
class Withheld:
    """A rule that does not hold, for the whole or for a part, and the figures that are not shown therefore."""

    rule: str
    where: str
    figures: tuple[str, ...]


@dataclass(frozen=True)
class HotSpot:
    """A field (in a group, where one is named) with more than usual: now, and on average of eight weeks."""

    field: str
    group: str | None
    now: int
    usual: float


@dataclass(frozen=True)
class Report:
    """The figures of a period up to a moment; what did not add up is in `withheld` and nowhere else."""

    programme: str
    period: Period
    zone: ZoneInfo
    start: datetime
    end: datetime
    as_of: datetime
    parts: Parts
    before: Figures
    year_before: Figures
    hot: tuple[HotSpot, ...]
    fields: tuple[HotSpot, ...]
    withheld: tuple[Withheld, ...]

    @property
    def figures(self) -> Figures:
        """Return the totals."""
        return self.parts[""][""]

    @property
    def running(self) -> bool:
        """Tell whether the period is not over: then it is compared with as long a part of another one."""
        return self.end < self.period.span(self.zone)[1]

    @property
    def usual(self) -> bool:
        """Tell whether the eight weeks before say what is usual in such a period: not in one that is longer."""
        return _short(self.period)

    def by(self, dimension: str) -> Mapping[str, Figures]:
        """Return the figures by the keys of a dimension."""
        return self.parts.get(dimension, {})


async def report(unit: Unit, programme: Programme, period: Period) -> Report:
    """Count a period that has begun; one that still runs up to now, and what it is compared with as far."""
    zone = programme.calendar.zone
    start, whole = period.span(zone)
    end = min(whole, unit.now)
    parts, withheld = checked(await _counted(unit, programme.name, start, end))
    cells = await unit.reports.cells(programme.name, start, end)
    before = await _compared(unit, programme.name, period.before, period, zone)
    same = period.before == period.year_before
    share, smallest = (end - start) / timedelta(days=56), programme.public.smallest_cell
    return Report(
        programme=programme.name,
        period=period,
        zone=zone,
        start=start,
        end=end,
        as_of=unit.now,
        parts=parts,
        before=before,
        year_before=before if same else await _compared(unit, programme.name, period.year_before, period, zone),
        hot=hot_spots(cells, share, smallest) if _short(period) else (),
        fields=tuple(
            HotSpot(one.field, None, one.now, one.before * share)
            for one in cells
            if one.group is None and one.now >= smallest
        ),
        withheld=withheld,
    )


def _short(period: Period) -> bool:
    return period.weeks <= _WEEKS


async def steps(unit: Unit, said: Report) -> list[Step]:
    """Return what came and went in eight weeks, or twelve months, up to the end of the report."""
    last = said.period if said.period.weekly else month_of(said.period)
    found = [last]
    while len(found) < (_WEEKS if last.weekly else _MONTHS):
        found.insert(0, found[0].before)
    starts = [one.span(said.zone)[0] for one in found]
    shown = [start for start in starts if start < said.end]
    return await unit.reports.steps(said.programme, [*shown, said.end])


async def codes(
    unit: Unit, said: Report, figure: str, part: tuple[str, str] | None, page: int
) -> list[tuple[str, int]]:
    """Return a page of the codes behind a figure, and one more where there is a next page."""
    return await unit.reports.codes(said.programme, (said.start, said.end), figure, part, page * PAGE)


async def _compared(unit: Unit, programme: str, other: Period, with_: Period, zone: ZoneInfo) -> Figures:
    """Return the totals of another period; of as many days as have passed, where the first one still runs."""
    start, whole = with_.span(zone)
    first, last = other.span(zone)
    end = last if unit.now >= whole else min(first + (unit.now - start), last)
    totals = await unit.reports.totals(programme, first, end)
    totals = {**totals, **await _registered(unit, programme, first, end)}
    known = [rule for rule in RULES if all(name in totals for name in rule.names)]
    return _told(totals, {name for one in _broken_rules({"": {"": totals}}, known) for name in one.figures})


async def _counted(unit: Unit, programme: str, start: datetime, end: datetime) -> Parts:
    """Count petitions and registers."""
    parts = await unit.reports.figures(programme, start, end)
    parts[""][""] |= await _registered(unit, programme, start, end)
    return parts


async def _registered(unit: Unit, programme: str, start: datetime, end: datetime) -> Figures:
    """Count registers; one without entries counts nothing."""
    sums = await unit.ledgers.sums(programme, start, end)
    return {name: float(sums.get(name, 0)) for name in COUNTED}


def checked(counted: Parts) -> tuple[Parts, tuple[Withheld, ...]]:
    """Return the figures that add up with their shares, and what had to be left out."""
    wrong = (*_broken_rules(counted, RULES), *_broken_sums(counted))
    out = {name for one in wrong for name in one.figures}
    parts = {
        dimension: {key: _told(figures, out) for key, figures in keys.items()}
        for dimension, keys in counted.items()
    }
    return parts, wrong


def _told(figures: Figures, out: set[str]) -> dict[str, float | None]:
    known = {name: value for name, value in figures.items() if name not in out}
    return known | {
        one.name: _share(known.get(one.of[0]) or 0, known.get(one.of[1]))
        for one in DEFINITIONS
        if one.of and not out & {*one.of} and one.of[1] in known
    }


def _share(part: float, whole: float | None) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def _broken_rules(counted: Parts, rules: Iterable[Rule]) -> Iterator[Withheld]:
    for dimension, keys in counted.items():
        for key, figures in keys.items():
            for rule in rules:
                if not rule.holds(figures):
                    yield Withheld(str(rule), f"{dimension}:{key}" if dimension else "", rule.names)


def _broken_sums(counted: Parts) -> Iterator[Withheld]:
    total = counted[""][""]
    for name, dimensions in SPLIT.items():
        for dimension in dimensions:
            if sum(part.get(name) or 0 for part in counted.get(dimension, {}).values()) != (total.get(name) or 0):
                yield Withheld(f"{name} by {dimension} = {name}", "", (name,))


def hot_spots(cells: list[Cell], share: float, smallest: int) -> tuple[HotSpot, ...]:
    """Return where most more than usual came, the hottest first.

    `share` is the length of the period by that of the eight weeks before. A group is named only with at least
    `smallest` petitions, or their authors might be known; a field stands there once. Where nothing had come
    before, as in an office's first weeks, nothing is more than usual.
    """
    if not any(one.before for one in cells):
        return ()
    shown = [one for one in cells if one.group is None or (one.group != "-" and one.now >= smallest)]
    spots = [HotSpot(one.field, one.group, one.now, one.before * share) for one in shown]
    hottest: dict[str, HotSpot] = {}
    for spot in sorted(spots, key=lambda one: (one.usual - one.now, one.group is None, one.field)):
        if spot.now >= max(_TIMES * spot.usual, _MANY):
            hottest.setdefault(spot.field, spot)
    return tuple(hottest.values())[:_HOT]
