"""Registers in the chat: the newest entries, striking one out, handing in a table from Excel.

/registers ──► entry ──► strike ──► (counts no more)
          └──► sheet ──► register.sheet ──► one file ──► (a worker reads it)
one file, sent when nothing else goes on ──► (a worker reads it)
"""

from collections.abc import Iterable

from desk import registering
from desk.letter import Choice, Letter, Line, body_name, choice, column, date, fact, grid, moment, say, word
from desk.office import Office
from desk.records import KeptEntry, NewMedia
from handlers.telegram.files import file_of
from handlers.telegram.on import Said
from handlers.telegram.questions import half_written
from handlers.telegram.turn import Turn
from petitions.registers import REGISTERS, RegisterEntry
from petitions.sheets import SHEETS

REGISTER = "register"
"""The conversations about registers."""
SHEET = f"{REGISTER}.sheet"
TO_REGISTERS = (choice("button-registers", "registers", "0", registering.ALL),)
_CANCEL = (choice("button-cancel", "cancel"),)
_PAGE = 6
_MOST_BYTES = 5 * 1024 * 1024


async def listed(turn: Turn) -> Said:
    """List the newest entries with the ways to more."""
    return await _list(turn, 0, registering.ALL)


async def page(turn: Turn) -> Said:
    """Turn to a page of the entries, of one register or all."""
    number, register = turn.args
    return turn.show(await _list(turn, int(number), register))


async def books(turn: Turn) -> Said:
    """Offer each register by itself."""
    registering.check(turn.actor)
    choices = [Choice(Line(f"register-{one}"), "registers", ("0", one)) for one in REGISTERS]
    return turn.show(Letter((Line("registers-which"),), (*column(choices), TO_REGISTERS)))


async def opened(turn: Turn) -> Said:
    """Show an entry with all that it has replaced."""
    number = turn.args[0]
    kept = await registering.one(turn.unit, turn.office, turn.actor, int(number))
    ways = (choice("button-correct", "correct", number), choice("button-strike", "strike", number))
    lines = [*shown(turn.office, kept.entry), _made(kept)]
    for one in await registering.earlier(turn.unit, kept):
        lines += [Line("entry-was"), *shown(turn.office, one.entry), _made(one)]
    return turn.show(Letter(tuple(lines), (ways, TO_REGISTERS)))


async def strike(turn: Turn) -> Said:
    """Ask once before an entry counts no more."""
    number = turn.args[0]
    kept = await registering.one(turn.unit, turn.office, turn.actor, int(number))
    rows = ((choice("button-struck", "struck", number),), (choice("button-entry-back", "entry", number),))
    return turn.show(Letter((Line("entry-strike"), *shown(turn.office, kept.entry)), rows))


async def struck(turn: Turn) -> Said:
    """Let an entry count no more; it stays in the records."""
    await registering.strike(turn.unit, turn.office, turn.actor, int(turn.args[0]))
    return turn.show(Letter((Line("entry-struck"),), (TO_REGISTERS,)))


async def sheet(turn: Turn) -> Said:
    """Ask for a table from Excel."""
    registering.check(turn.actor)
    if half_written(turn):
        return turn.toast(Line("finish-first"), alert=True)
    turn.begin(SHEET)
    return _ask_sheet(turn, "ask-sheet")  # below what was wrong with the last one, which is still needed


async def form(turn: Turn) -> Said:
    """Have a table made that is to be filled in."""
    await registering.ask_for_form(turn.unit, turn.actor, turn.who.contact)
    return turn.toast(Line("form-comes"))


def sends_table(turn: Turn) -> bool:
    """Tell whether whoever keeps registers sends a table by itself: after mistakes it is mended and just sent."""
    return turn.actor.at_desk() and not turn.text and _is_table(file_of(turn.message))


async def sheet_sent(turn: Turn) -> Said:
    """Hand the table in; anything else is asked for again."""
    file = file_of(turn.message)
    if file is None or not _is_table(file):
        return _ask_sheet(turn, "sheet-needed")
    if (file.size or 0) > _MOST_BYTES:
        return _ask_sheet(turn, "sheet-too-big")
    await registering.hand_in(turn.unit, turn.actor, file)
    turn.end()
    return say("sheet-taken")


def shown(office: Office, entry: RegisterEntry) -> Iterable[Line]:
    """Say an entry: its register, its day, its body, what it counts."""
    yield Line("entry-head", {"register": word(f"register-{entry.register}"), "day": date(entry.at)})
    if entry.body:
        yield fact("entry-body", body=body_name(office, entry.body))
    for name in REGISTERS[entry.register]:
        if entry.counts.get(name) or len(REGISTERS[entry.register]) == 1:
            yield fact("entry-count", what=word(f"count-{name}"), count=entry.counts.get(name, 0))


def _is_table(file: NewMedia | None) -> bool:
    return file is not None and file.kind == "document" and (file.name or "").lower().endswith(SHEETS)


def _ask_sheet(turn: Turn, key: str) -> Letter:
    if turn.step == SHEET:
        turn.stay()
    return Letter((Line(key),), ((choice("button-form", "form"),), _CANCEL))


def _made(kept: KeptEntry) -> Line:
    return fact("entry-made", at=moment(kept.made_at))


async def _list(turn: Turn, number: int, register: str) -> Letter:
    which, first = None if register == registering.ALL else register, number * _PAGE
    found = await registering.newest(turn.unit, turn.office, turn.actor, which, first, _PAGE + 1)
    there, more = found[:_PAGE], len(found) > _PAGE
    ways: list[Choice] = [choice("button-earlier", "registers", str(number - 1), register)] if number else []
    ways += [choice("button-later", "registers", str(number + 1), register)] if more else []
    ways += [choice("button-books", "books")] if there or which else []
    new = ((choice("button-newentry", "newentry"),), (choice("button-sheet", "sheet"),))
    back = (TO_REGISTERS,) if which else ()
    rows = (
        *grid([registering.entry_choice(one) for one in there]),
        *((tuple(ways),) if ways else ()),
        *new,
        *back,
    )
    return Letter((_head(which, empty=not there), *map(_row, there)), rows)


def _head(which: str | None, *, empty: bool) -> Line:
    """Say of which register entries are shown: that one has none does not mean that all have none."""
    if which is None:
        return Line("registers-none" if empty else "registers-head")
    return Line("register-none" if empty else "register-head", {"register": word(f"register-{which}")})


def _row(one: KeptEntry) -> Line:
    named = {"register": word(f"register-{one.entry.register}"), "day": date(one.entry.at)}
    return fact("registers-row", **named, count=one.entry.total)
