"""The administrator's look at what the program runs with; it is changed on the server.

/system ──► (read)
"""

from collections.abc import Iterator

from desk import administering
from desk.administering import Running
from desk.letter import Letter, Line, fact, moment
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn


async def system(turn: Turn) -> Said:
    """Show the programme in force, how long is kept, and what was parked."""
    found = await administering.running(turn.unit, turn.office, turn.actor)
    return Letter((Line("system-head"), *_programme(found), *_parked(found), Line("system-how")))


def _programme(found: Running) -> Iterator[Line]:
    title = {"vi": found.programme.title_vi, "en": found.programme.title_en}
    yield fact("system-programme", title=title, name=found.programme.name)
    yield fact("system-open", count=len(found.programme.open_items()), name=found.programme.name)
    yield fact("system-kept", years=found.keep_years)


def _parked(found: Running) -> Iterator[Line]:
    yield fact("system-parked", count=found.parked_in_all)
    for one in found.parked:
        yield fact("system-parked-row", number=str(one.external_id), at=moment(one.at), failures=one.failures)
