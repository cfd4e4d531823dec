"""Who reads what of a walk: each word of every letter and every view, compared with who may read it."""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace

from desk.letter import Letter, pack, unpack
from desk.office_cards import notes_of, office_card
from desk.personal import open_person
from desk.reading import task
from desk.timeline import timeline
from petitions.access import Purpose
from petitions.case import Case
from petitions.refusal import Refusal
from petitions.roles import Role
from storage.unit import Unit
from tests.tokens import Reader, What
from tests.walks import Player, Walk

Seen = Counter[tuple[What, Reader]]
Kinds = tuple[frozenset[Reader], frozenset[str]]
"""As what somebody reads, and for which bodies."""


async def read(walk: Walk, seen: Seen) -> None:
    """Open every letter and every view of a petition; each word must be for its reader."""
    case, store = await walk.case(), walk.cast.parts.store
    async with store.reading() as unit:
        for player, letter, about in await letters(walk, unit):
            written = bytes_of(letter)
            kept = case.erased and about == case.id and walk.tokens.within(written)
            assert not kept, "a letter outlives its erasure"
            check(walk, readers(walk, player), written, seen)
        for kinds, letter in await views(walk, unit, case):
            check(walk, kinds, bytes_of(letter), seen)


def readers(walk: Walk, player: Player) -> Kinds:
    """Return as what somebody reads the petition, and for which bodies."""
    kinds = {
        Reader.AUTHOR: player == walk.author,
        Reader.FOLLOWER: player == walk.neighbour and walk.follows,
        Reader.OFFICE: player.holds(Role.TRIAGE, Role.SENIOR, Role.AUDITOR),
    }
    mine = frozenset(grant.body for grant in player.actor.grants if grant.body)
    return frozenset(kind for kind, holds in kinds.items() if holds), mine


def bytes_of(letter: Letter) -> bytes:
    """Return a letter as it is written down, with its files as they are traced."""
    files = " ".join(f"file:{media} " for media in letter.media)
    return pack(replace(letter, media=())) + files.encode()


def check(walk: Walk, kinds: Kinds, written: bytes, seen: Seen) -> None:
    """Check that each word is for its reader, and count it."""
    as_what, of = kinds
    for word in walk.tokens.within(written):
        token = walk.tokens.known[word]
        may = token.readers & as_what | ({Reader.BODY} if token.bodies & of else set())
        assert may, f"{token.what} {word} is read by {sorted(as_what)} {sorted(of)}: {written.decode()}"
        seen.update((token.what, reader) for reader in may)


async def letters(walk: Walk, unit: Unit) -> list[tuple[Player, Letter, int | None]]:
    """Return every letter that was not sent yet, whose, and about which petition."""
    players = {one.contact: one for one in walk.everybody}
    rows = await unit.connection.exec_driver_sql(
        "SELECT contact_id, letter_sealed, petition_id FROM deliveries WHERE letter_sealed IS NOT NULL"
    )
    opened = ((row, unpack(walk.cast.parts.store.box.open(row.letter_sealed, "letter"))) for row in rows)
    return [
        (players[row.contact_id], letter, row.petition_id) for row, letter in opened if row.contact_id in players
    ]


async def views(walk: Walk, unit: Unit, case: Case) -> list[tuple[Kinds, Letter]]:
    """Return everything that can be looked at, by whom; whoever may look at nothing is refused."""
    shown = list[tuple[Kinds, Letter]]()
    for resident in (walk.author, walk.neighbour):
        kinds = readers(walk, resident)
        as_what = kinds if kinds[0] else (frozenset({Reader.SECRET}), frozenset[str]())
        shown.append((as_what, await timeline(unit, walk.office, case, resident.actor)))
    for player in walk.players(case):
        for look_at in LOOKS:
            letter = await looked(look_at(unit, walk, player))
            # A body that has it no more reads so, and no word of the matter: each word is checked.
            assert letter is None or readers(walk, player)[0] or readers(walk, player)[1] & had(case)
            shown += [(readers(walk, player), letter)] if letter else []
    return shown


def had(case: Case) -> frozenset[str]:
    """Return the bodies that have or had a petition."""
    return frozenset(one.body for one in case.referrals)


async def looked(look_at: Awaitable[Letter]) -> Letter | None:
    """Return what is to be seen, None for whoever may not look."""
    try:
        return await look_at
    except Refusal:
        return None


LOOKS: tuple[Callable[[Unit, Walk, Player], Awaitable[Letter]], ...] = (
    lambda unit, walk, player: office_card(unit, walk.office, player.actor, walk.code),
    lambda unit, walk, player: notes_of(unit, player.actor, walk.code),
    lambda unit, walk, player: open_person(unit, player.actor, walk.code, Purpose.VERIFY),
    lambda unit, walk, player: task(unit, walk.office, player.actor, walk.code, private=True),
    lambda unit, walk, player: task(unit, walk.office, player.actor, walk.code, private=True, whole=True),
)
