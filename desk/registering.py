"""Registers beside the petitions: officers enter what was done, correct it by another entry, hand in tables."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desk.letter import Choice, Letter, Line, choice, date, fact, grid, word
from desk.office import Office
from desk.telling import deliver
from petitions import registers
from petitions.refusal import Refusal
from petitions.registers import RegisterEntry
from petitions.roles import Actor, Role
from storage.ledgers import KeptEntry
from storage.media import SHEET, NewMedia
from storage.unit import Unit

READ, FORM = "read_sheet", "make_form"
"""Jobs: read the table that was handed in; make one to be filled in."""
ALL = "-"
"""Stands for every register in a button."""
_IN_CHAT = "chat"
_SHOWN = 10
"""Faults of a table that are told at once."""


@dataclass(frozen=True)
class Fault:
    """What is wrong in a table: where, and a text key with its arguments."""

    row: int
    column: str
    why: str
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """A table as it was read, by the digest of its bytes: its entries in their order, and all that is wrong."""

    digest: str
    entries: tuple[RegisterEntry, ...]
    faults: tuple[Fault, ...] = ()


def check(actor: Actor) -> int:
    """Return the person who may keep registers. Raises: Refusal `refused-role`."""
    if actor.person is None or not (actor.holds(Role.TRIAGE) or actor.holds(Role.SENIOR)):
        raise Refusal("refused-role")
    return actor.person


async def enter(unit: Unit, office: Office, actor: Actor, entry: RegisterEntry, replaces: int | None) -> None:
    """Add an entry, in the place of another one where one is named.

    Raises: Refusal — `refused-role`, `unknown-body`, `unknown-entry` (replaced meanwhile), and what
    `petitions.registers.check` refuses.
    """
    person = check(actor)
    registers.check(entry)
    if entry.body:
        office.body(entry.body)
    await _keep(unit, office, person, entry, replaces)


async def strike(unit: Unit, office: Office, actor: Actor, number: int) -> None:
    """Let an entry count no more: one that counts nothing replaces it. Raises: Refusal, as `enter`."""
    kept = await one(unit, office, actor, number)
    await _keep(unit, office, check(actor), replace(kept.entry, counts={}), number)


async def newest(
    unit: Unit, office: Office, actor: Actor, register: str | None, first: int, size: int
) -> list[KeptEntry]:
    """Return entries that count, of one register or all, the last one entered first. Raises: Refusal."""
    check(actor)
    return await unit.ledgers.newest(office.programme.name, register, first, size)


async def one(unit: Unit, office: Office, actor: Actor, number: int) -> KeptEntry:
    """Return an entry that counts. Raises: Refusal — `refused-role`, `unknown-entry`."""
    check(actor)
    found = await unit.ledgers.standing(office.programme.name, number)
    if found is None:
        raise Refusal("unknown-entry")
    return found


async def earlier(unit: Unit, kept: KeptEntry) -> Sequence[KeptEntry]:
    """Return what an entry has replaced, the newest first."""
    return await unit.ledgers.earlier(kept)


async def hand_in(unit: Unit, actor: Actor, file: NewMedia) -> None:
    """Take a table; a worker reads it, and whoever sent it is told what became of it."""
    person = check(actor)
    unit.ask(READ, media=await unit.media.add(person, replace(file, kind=SHEET)))


async def ask_for_form(unit: Unit, actor: Actor, contact: int) -> None:
    """Let a worker make a table to be filled in, and send it."""
    check(actor)
    unit.ask(FORM, contact=contact)


async def take_in(unit: Unit, office: Office, media: int, sheet: Sheet) -> None:
    """Enter a table that was handed in, all of it or, where anything is wrong, nothing; say which.

    Rows that came with an earlier table are known again, however often they are sent: each has a key of all that
    it says, and of how many like it stand before it. A row that was changed since is new: what stands beside it of
    the same register, day and body is shown, to be struck out where it was meant to be replaced.
    """
    person = await unit.media.take_sheet(media)
    if person is None:
        return
    actor = await unit.people.actor(person)
    try:
        letter = _faults(sheet) if sheet.faults else await _entered(unit, office, check(actor), sheet)
    except Refusal as refused:
        letter = Letter((Line(refused.key, refused.args_for_words),))
    await deliver(unit, await unit.people.contacts_of(person), letter)


async def _entered(unit: Unit, office: Office, person: int, sheet: Sheet) -> Letter:
    keys, programme = _row_keys(office.programme.name, sheet.entries), office.programme.name
    new, source = 0, f"sheet:{sheet.digest}"
    for entry, key in zip(sheet.entries, keys, strict=True):
        new += await unit.ledgers.enter(programme, entry, person, source, row_key=key) is not None
    known = len(sheet.entries) - new
    beside = await unit.ledgers.beside(programme, source, _SHOWN) if new else []
    lines = [Line("sheet-entered", {"count": new})]
    lines += [fact("sheet-known", count=known)] if known else []
    lines += [Line("sheet-beside")] if beside else []
    rows = (*grid([entry_choice(one) for one in beside]), (choice("button-registers", "registers", "0", ALL),))
    return Letter(tuple(lines), rows)


def entry_choice(one: KeptEntry) -> Choice:
    """Make the button that opens an entry."""
    named = {"register": word(f"register-{one.entry.register}"), "day": date(one.entry.at)}
    return choice("button-entry", "entry", str(one.id), **named)


def _faults(sheet: Sheet) -> Letter:
    told = [
        fact("sheet-fault", row=one.row, column=one.column, why=word(one.why, **one.args))
        for one in sheet.faults[:_SHOWN]
    ]
    more = len(sheet.faults) - len(told)
    lines = (Line("sheet-wrong"), *told, *([fact("sheet-more", count=more)] if more else []))
    return Letter(
        lines, ((choice("button-sheet", "sheet"),), (choice("button-registers", "registers", "0", ALL),))
    )


def _row_keys(programme: str, entries: Sequence[RegisterEntry]) -> list[str]:
    seen = Counter[str]()
    keys = []
    for entry in entries:
        said = json.dumps(
            [programme, entry.register, entry.at.isoformat(), entry.body, sorted(entry.counts.items())]
        )
        seen[said] += 1
        keys.append(hashlib.sha256(f"{said}{seen[said]}".encode()).hexdigest())
    return keys


async def _keep(unit: Unit, office: Office, person: int, entry: RegisterEntry, replaces: int | None) -> None:
    programme = office.programme.name
    # None stands for a new entry; what is replaced must still count, or two corrections would both count.
    if replaces is not None and await unit.ledgers.standing(programme, replaces) is None:
        raise Refusal("unknown-entry")
    if await unit.ledgers.enter(programme, entry, person, _IN_CHAT, replaces=replaces) is None:
        raise Refusal("unknown-entry")
