"""Merging and splitting on the officer's card.

card ──► merge ──► proposed petition | words.mergecode ──► that petition as it reads ──► done
     └──► split ──► confirm the matters found | words.splitwords ──► as they read ──► done
"""

from desk import merging, neighbours
from desk.letter import Letter, Line, choice, column, fact, grid
from desk.perform import Doing
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.codes import read_code, show_code
from petitions.refusal import Refusal


async def merge(turn: Turn) -> Said:
    """Offer the petitions that may be about the same matter, and to type the code of another one."""
    code, seen = turn.args
    found = await neighbours.offered(turn.unit, turn.office, turn.doing())
    rows = [
        choice("button-merge-into", "mergewith", code, seen, one.found.code, code=show_code(one.found.code))
        for one in found
    ]
    rows.append(choice("button-merge-code", "mergecode", code, seen))
    lines = (Line("ask-merge", {"code": show_code(code)}), *neighbours.proposed(found))
    return turn.show(Letter(lines, (*column(rows), (choice("button-card", "card", code),))))


async def merge_with(turn: Turn) -> Said:
    """Show the petition that was chosen: merging cannot be undone."""
    code, seen, into = turn.args
    return turn.show(await _sure(turn, Doing(turn.actor, code, int(seen)), into))


async def merge_into(turn: Turn) -> Said:
    """Merge into the petition that was shown."""
    code, seen, into = turn.args
    return await _merged(turn, Doing(turn.actor, code, int(seen)), into)


async def merge_typed(turn: Turn, doing: Doing, words: str) -> Said:
    """Show the petition whose code was typed."""
    return await _sure(turn, doing, _code(words))


async def readable(turn: Turn, words: str) -> None:
    """Let only the code of a petition pass that can take the other one in. Raises: Refusal, as `merging.merge`."""
    await merging.check_target(turn.unit, turn.value("code"), _code(words))


def _code(words: str) -> str:
    into = read_code(words)
    if into is None:
        raise Refusal("merge-code-wrong")
    return into


async def split(turn: Turn) -> Said:
    """Show the matters that the petition seems to have, to be confirmed, or to write them anew."""
    code, seen = turn.args
    case, parts = await merging.parts_of(turn.unit, turn.office, turn.doing())
    lines = [Line("ask-split", {"code": show_code(code), "count": len(parts)})]
    lines += [Line("split-part", {"number": number, "words": part}) for number, part in enumerate(parts, 1)]
    rows = [choice("button-split-yes", "splitdone", code, seen)] if len(parts) > 1 else []
    rows.append(choice("button-split-words", "splitwords", code, seen))
    ways = (*column(rows), (choice("button-card", "card", code),))
    return turn.show(Letter(tuple(lines), ways, petition=case.id))


async def split_done(turn: Turn) -> Said:
    """Split into the matters that were shown."""
    _case, parts = await merging.parts_of(turn.unit, turn.office, turn.doing())
    return await _split(turn, turn.doing(), parts)


async def split_typed(turn: Turn, doing: Doing, words: str) -> Said:
    """Split into the parts that were written, one a paragraph."""
    return await _split(turn, doing, _parts(words))


async def paragraphs(_turn: Turn, words: str) -> None:
    """Let only as many parts pass as there may be. Raises: Refusal `split-parts`."""
    _parts(words)


def _parts(words: str) -> list[str]:
    return merging.enough(words.split("\n\n"))


async def _sure(turn: Turn, doing: Doing, into: str) -> Letter:
    case, target, lines = await merging.goes_on(turn.unit, turn.office, doing, into)
    asked = Line("ask-merge-into", {"code": show_code(case.code)})
    version = str(case.entries)
    yes = choice("button-merge-into", "mergeinto", case.code, version, into, code=show_code(into))
    return Letter(
        (asked, *lines), ((yes,), (choice("button-back", "merge", case.code, version),)), petition=target.id
    )


async def _merged(turn: Turn, doing: Doing, into: str) -> Said:
    case = await merging.merge(turn.unit, turn.office, doing, into)
    said = Line("done-merged", {"code": show_code(case.code), "into": show_code(into)})
    next_ = choice("button-next-case", "next", case.code)
    ways = (choice("button-queue", "queue"), choice("button-open", "open", into))
    return turn.show(Letter((said,), ((next_,), ways)))


async def _split(turn: Turn, doing: Doing, parts: list[str]) -> Said:
    made = await merging.split(turn.unit, turn.office, doing, parts)
    said = fact("done-split", code=show_code(doing.code))
    rows = grid([choice("button-code", "open", one.code, code=show_code(one.code)) for one in made])
    return turn.show(Letter((said,), (*rows, (choice("button-queue", "queue"),))))
