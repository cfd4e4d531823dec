"""What a resident is told of a draft: where else it may belong, what is missing, that it has several matters."""

from collections.abc import Iterator, Sequence

from desk import filing, personal
from desk.letter import Letter, Line, fact, word
from desk.places import doors
from desk.proposing import corrections, for_resident
from handlers.telegram.replies import Reply
from handlers.telegram.turn import Turn
from petitions.addresses import can_be_found
from petitions.case import NameShown
from petitions.eligibility import Missing, missing
from petitions.kinds import ON_PAPER, Field, Kind
from petitions.routing import Proposal
from petitions.text import says_name


def elsewhere(turn: Turn) -> tuple[Line, ...]:
    """Say once, with places and hours, to which other door the words seem to belong; the person may go on."""
    proposal = look(turn)
    reason, field = proposal.gate or proposal.kind, proposal.field
    open_ = turn.office.programme.doors_for(reason, field)
    if not open_ or reason is Kind.NHIEU_NOI_DUNG or reason == turn.value("guided"):
        return ()
    turn.go(turn.step or "", guided=reason)
    return (Line(open_[0].words), *doors(turn.office, reason, field), Line("gate-goes-on"))


def below_advice(turn: Turn, letter: Letter) -> list[Letter | Reply]:
    """Put a letter in the place of the pressed one, or once below it where that names another door: it stays."""
    before = turn.visitor.draft.values if turn.visitor and turn.visitor.draft else {}
    guided = before.get("guided")
    if guided is None or guided == before.get("stays"):
        return [turn.show(letter)]
    turn.go(turn.step or "", stays=guided)
    return [turn.settle(), letter] if turn.update.callback_query else [letter]


def hints(turn: Turn) -> Iterator[Line]:
    """Say what the draft lacks, and what it has too much of."""
    proposal = look(turn)
    place = bool(turn.value("place"))
    # “In front of my house” tells of a place, but of none that anybody else finds.
    told = proposal.told if can_be_found(" ".join(turn.value("words", ()))) else proposal.told - {Missing.PLACE}
    lacking = missing(proposal.kind, told, place=place, name=bool(turn.value("name")))
    for one in lacking:
        here = one is Missing.SIGNATURE and may_be_signed(turn)
        yield fact("counter-signature") if here else fact(f"missing-{one}")
    if len(proposal.matters) > 1:
        [door, *_] = turn.office.programme.doors_for(Kind.NHIEU_NOI_DUNG)
        yield Line(door.words)
        yield from (fact("several-part", field=word(f"field-{one.field}")) for one in proposal.matters)
    if turn.value("queued"):
        yield Line("several-left", {"count": len(turn.value("queued"))})


def told_of_name(turn: Turn) -> Iterator[Line]:
    """Say where a body reads the name that it is not to know: in the words, or in the photo of a letter."""
    if turn.value("shown") == NameShown.BODY:
        return
    name, place = turn.value("name"), (turn.value("place") or {}).get("words")
    if name and says_name("\n".join(filter(None, (*turn.value("words", ()), place))), name):
        yield fact("name-in-words")
    if turn.value("media") and turn.value("source"):
        yield fact("counter-name-in-files")


async def names_author(turn: Turn, words: str, _media: tuple[int, ...]) -> tuple[Line, ...]:
    """Say of words that are added to a petition that they name its author, whom the body is not to know."""
    named = await personal.names_author(turn.unit, turn.value("code"), words)
    return (Line("name-in-addition"),) if named else ()


def may_be_signed(turn: Turn) -> bool:
    """Tell whether an officer takes down a complaint whose signed paper may be in their hands."""
    return turn.value("source") in ON_PAPER and look(turn).kind is Kind.KHIEU_NAI


def language(turn: Turn) -> Iterator[Line]:
    """Say early that officers read Vietnamese, to whoever writes something else."""
    if turn.value("words") and "language" not in look(turn).told:
        yield Line("missing-language")


def matter(turn: Turn) -> tuple[Line, ...]:
    """Say as what the draft will be filed, until when it is answered, and how the field is put right."""
    lines = tuple(for_resident(turn.unit, turn.office, look(turn)))
    if look(turn).kind is Kind.NHIEU_NOI_DUNG:
        return lines
    ask = "preview-matter-ask" if corrections(look(turn)) else "preview-matter-kept"
    return (*lines, fact(ask, by="clerk" if turn.value("source") else "author")) if lines else ()


def parts(turn: Turn) -> list[str]:
    """Return the words of each matter of the draft."""
    return [one.words.strip() for one in look(turn).matters]


def still_named(turn: Turn, texts: Sequence[str]) -> str | None:
    """Return the field that its resident named, where other words may be about it too."""
    named, place = turn.value("about"), (turn.value("place") or {}).get("words")
    likely = filing.look(turn.office, texts, place).fields if named and texts else ()
    return next((field for field, _probability in likely if field == named), None)


def look(turn: Turn) -> Proposal:
    """Return what the draft seems to be, with the field that its resident named."""
    place = (turn.value("place") or {}).get("words")
    words, named = tuple(turn.value("words", ())), turn.value("about")
    seen = (words, place, named)
    if seen not in turn.looks:
        turn.looks[seen] = filing.look(turn.office, words, place, Field(named) if named else None)
    return turn.looks[seen]
