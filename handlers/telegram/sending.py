"""The end of the resident's main conversation: the petition is sent, or each of several matters by itself.

preview ──► (sent, receipt)
preview ──► apart ──► preview of the first matter ──► (sent, receipt, or joined) ──► preview of the next
"""

from dataclasses import replace
from typing import Any

from desk import filing, residents, triage
from desk.filing import Filed, Place, Submission
from desk.letter import Letter, Line, Value, choice, day, say, word
from desk.perform import Doing
from desk.places import doors
from handlers.telegram.advice import parts
from handlers.telegram.counter import receipt_to_print
from handlers.telegram.gatekeeping import guarded, stale
from handlers.telegram.on import Said
from handlers.telegram.questions import PREVIEW, ask, at_counter
from handlers.telegram.replies import Reply, Send
from handlers.telegram.turn import Turn
from petitions.case import Case, NameShown
from petitions.codes import show_code, show_secret
from petitions.gate import Gate
from petitions.kinds import Field, Kind


async def send(turn: Turn) -> Said:
    """File the petition and hand out the receipt."""
    texts = list(turn.value("words", ()))
    if not texts:
        return stale(turn)
    # What passed as a whole is not stopped again in its parts, where less is heard around each word.
    passed = {*texts} <= {*turn.value("passed", ())}
    stopped = None if passed else await guarded(turn, texts[:-1], texts[-1])
    if stopped:
        return stopped
    filed = await filing.file(turn.unit, turn.office, turn.actor, _submission(turn))
    if turn.args and filed.case.kind is Kind.KHIEU_NAI:
        # The paper is what is filed: the receipt, made but once, says so.
        presented = await triage.present(turn.unit, turn.office, Doing(turn.actor, filed.case.code))
        filed = replace(filed, case=presented)
    await residents.remember(turn.unit, filed.case, turn.who.contact, turn.value("spoken", ()))
    receipt = await receipt_to_print(turn, filed) if at_counter(turn) else _receipt(turn, filed)
    said = [turn.show(say("preview-sent", code=show_code(filed.case.code))), Send(receipt)]
    return [*said, *following(turn, author=filed.case.person)]


async def apart(turn: Turn) -> Said:
    """Send several matters one after the other, each as a petition of its own; files go with the first."""
    first, *others = parts(turn)
    if not others:
        return stale(turn)
    stopped = await guarded(turn, turn.value("words")[:-1], turn.value("words")[-1])
    if stopped:
        return stopped
    queued, passed = [*others, *turn.value("queued", ())], [*parts(turn), *turn.value("passed", ())]
    turn.go(PREVIEW, words=[first], queued=queued, passed=passed, about=None)
    return turn.show(ask(turn, PREVIEW))


def following(turn: Turn, **values: Any) -> list[Reply]:
    """Return the preview of the next of several matters; after the last, nothing: the conversation ends."""
    queued = list(turn.value("queued", ()))
    if not queued:
        turn.end()
        return []
    turn.go(PREVIEW, words=queued[:1], queued=queued[1:], media=[], calm=False, about=None, **values)
    return [Send(ask(turn, PREVIEW))]


async def about(turn: Turn) -> Said:
    """Take the field that the resident names instead of the one proposed."""
    turn.go(PREVIEW, about=turn.args[0])
    return turn.show(ask(turn, PREVIEW))


def _submission(turn: Turn) -> Submission:
    where = turn.value("place")
    return Submission(
        words="\n\n".join(turn.value("words")),
        place=Place(**where) if where else None,
        media=tuple(turn.value("media", ())),
        name_shown=NameShown(turn.value("shown", NameShown.NOBODY)),
        name=turn.value("name"),
        field=Field(turn.value("about")) if turn.value("about") else None,
        source=turn.value("source") or "telegram",
        reach=turn.value("reach"),
        author=turn.value("author"),
    )


def _receipt(turn: Turn, filed: Filed) -> Letter:
    case = filed.case
    facts: dict[str, Value] = {
        "code": show_code(case.code),
        "secret": show_secret(filed.secret),
        "due": day(case.first_answer_due),
        "field": word(f"field-{case.field}"),
    }
    signed = _to_sign(turn, case) if case.kind is Kind.KHIEU_NAI else ()
    new = () if turn.value("queued") else ((choice("button-new", "new"),),)
    return Letter((Line("receipt", facts), *signed), ((choice("button-timeline", "timeline", case.code),), *new))


def _to_sign(turn: Turn, case: Case) -> tuple[Line, ...]:
    """Say that a complaint needs a signed paper, by when, and where it is handed in."""
    line = Line("receipt-paper", {"days": turn.office.paper_days()})
    return (line, Line("receipt-paper-where"), *doors(turn.office, Gate.DECISION_COMPLAINT, case.field))
