"""Which petitions may say the same words: what one was split from and into, what was merged with it."""

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


async def keeping(unit: Unit, case: Case, person: int | None = None) -> list[str]:
    """Return which linked petitions, of a `person` alone or of anybody, keep their words, oldest first.

    Neither the petition itself nor what it was split from is among them: these are erased together.
    """
    gone = {case.code, *(one.code for one in await wholes(unit, case))}
    linked = await unit.lists.related(case.code)
    return [one.code for one in linked if one.code not in gone and not one.erased and person in {None, one.person}]


async def for_office(unit: Unit, case: Case, key: str) -> tuple[Line, ...]:
    """Say what is erased along with a denunciation, under `key`, and where an officer has to look besides."""
    along, kept = await wholes(unit, case), await keeping(unit, case)
    return (*_line(key, [one.code for one in along]), *_line("denounced-kept", kept))


async def for_author(unit: Unit, case: Case) -> tuple[Line, ...]:
    """Say which of their other petitions were erased along with a denunciation, and which keep their words."""
    along, kept = await wholes(unit, case), await keeping(unit, case, case.person)
    codes = [one.code for one in along]
    return (*_line("told-denounced-wholes", codes), *_line("told-denounced-kept", kept))


def _line(key: str, codes: list[str]) -> tuple[Line, ...]:
    return (Line(key, {"codes": ", ".join(map(show_code, codes))}),) if codes else ()
