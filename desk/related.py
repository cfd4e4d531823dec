"""Which petitions may say the same words: what one was split from and into, what was merged with it."""

from collections.abc import Collection, Sequence

from desk.letter import Line
from petitions.case import Case
from petitions.codes import show_code
from storage.unit import Unit


async def wholes(unit: Unit, case: Case) -> list[Case]:
    """Return what a petition was split from, and what that one was split from, the nearest first."""
    found: list[Case] = []
    code = case.split_from
    while code and (whole := await unit.petitions.load(code)):
        found.append(whole)
        code = whole.split_from
    return found


async def besides(unit: Unit, case: Case) -> list[str]:
    """Return which linked petitions, whoever's, keep their words when a denunciation and its wholes are erased."""
    return await _keeping(unit, case, but=[one.code for one in await wholes(unit, case)])


async def for_office(unit: Unit, case: Case, key: str) -> tuple[Line, ...]:
    """Say what is erased along with a denunciation, under `key`, and where an officer has to look besides."""
    along = [one.code for one in await wholes(unit, case)]
    return (*_line(key, along), *_line("denounced-kept", await _keeping(unit, case, but=along)))


async def for_author(unit: Unit, case: Case) -> tuple[Line, ...]:
    """Say which of their other petitions were erased along with a denunciation, and which keep their words."""
    along = [one.code for one in await wholes(unit, case)]
    kept = await _keeping(unit, case, but=along, person=case.person)
    return (*_line("told-denounced-wholes", along), *_line("told-denounced-kept", kept))


async def not_erased(unit: Unit, case: Case) -> tuple[Line, ...]:
    """Say which other petitions of its author keep their words where one is erased at their wish."""
    return _line("erased-alone", await _keeping(unit, case, person=case.person))


async def _keeping(unit: Unit, case: Case, *, but: Collection[str] = (), person: int | None = None) -> list[str]:
    """Return which linked petitions, of a `person` alone or of anybody, have their words, oldest first."""
    linked = await unit.lists.related(case.code)
    others = [one for one in linked if one.code not in {case.code, *but} and not one.erased]
    return [one.code for one in others if person in {None, one.person}]


def _line(key: str, codes: Sequence[str]) -> tuple[Line, ...]:
    return (Line(key, {"codes": ", ".join(map(show_code, codes))}),) if codes else ()
