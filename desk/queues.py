"""The queues of the office: pages and counts for those who may see them, and who works on what in them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from desk import reading
from desk.office import Office
from petitions.queues import Queue, View, Window
from petitions.refusal import Refusal
from petitions.roles import DESK, Actor, Role
from storage.lists import QueueLine
from storage.pages import Page
from storage.people import Held
from storage.queues import Reader
from storage.unit import Unit

MOST = 100
"""Beyond this nobody counts: a button says 99+."""


@dataclass(frozen=True)
class Shown:
    """A page of a queue, the role by which each officer in it is named, and what the lead bodies have accepted."""

    page: Page[QueueLine]
    officers: Mapping[int, Held]
    accepted: Collection[str]


def usual(actor: Actor) -> Queue:
    """Return the queue that is an officer's own work: the desk's, or what waits for sign-off."""
    return Queue(View.DESK if actor.holds(Role.TRIAGE) else View.SIGN_OFF)


async def page(unit: Unit, office: Office, actor: Actor, queue: Queue, window: Window) -> Shown:
    """Return a page of a queue. Raises: Refusal `refused-role`."""
    reader = _reader(unit, office, actor)
    found = await unit.queues.page(queue, reader, window)
    officers = {one.officer for one in found.lines if one.officer}
    named = await unit.people.names(officers, DESK) if officers else {}
    return Shown(found, named, await reading.accepted(unit, found.lines))


async def counts(unit: Unit, office: Office, actor: Actor, queues: Sequence[Queue]) -> Mapping[Queue, int]:
    """Count each of the queues up to `MOST`. Raises: Refusal `refused-role`."""
    found = await unit.queues.counts(queues, _reader(unit, office, actor), MOST)
    return dict(zip(queues, found, strict=True))


def _reader(unit: Unit, office: Office, actor: Actor) -> Reader:
    if not actor.at_desk():
        raise Refusal("refused-role")
    assert actor.person is not None  # noqa: S101 - the clock reads no queue
    return Reader(actor.person, office.soon(unit.now))
