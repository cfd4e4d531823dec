"""The triage officer's chat: card, classification, and the acts on a case.

card ──► refer | class ──► kind/field/body ──► card
  └──► words.ask | words.guide | words.store | words.note | words.uphold ──► done
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace

from desk import answering, extending, reading, triage, undoing
from desk.cards import head, notes_of, of_office, office_card
from desk.letter import Choice, Letter, Line, Rows, Value, body_name, choice, clock, column, day, fact, grid, word
from desk.office import Office
from desk.perform import Doing
from desk.records import Load, Unit
from desk.triage import Class
from desk.weighing import corrections, sign_off_card
from handlers.telegram.on import Said
from handlers.telegram.replies import Show
from handlers.telegram.turn import Turn
from petitions.access import Part, sees
from petitions.case import Case, Status
from petitions.codes import show_code
from petitions.kinds import NOT_SET, Field, Kind, Result
from petitions.programme import Role as BodyRole
from petitions.workflow import Act

_COUNTED = tuple(Status)[1:]


async def overview(turn: Turn) -> Said:
    """Count the petitions by status and by whoever has them in hand; no words, no names."""
    counts = await reading.counts(turn.unit, turn.actor)
    rows = [
        fact("overview-row", status=word(f"status-{status}"), count=counts[status])
        for status in _COUNTED
        if counts.get(status)
    ]
    loads = await reading.loads(turn.unit, turn.office, turn.actor)
    back = _recurring(turn.office, await reading.recurring(turn.unit, turn.actor))
    return Letter((Line("overview", {"total": sum(counts.values())}), *rows, *_in_hand(turn.office, loads), *back))


async def open_(turn: Turn) -> Said:
    """Open a case; the first triage officer to do so takes it."""
    await triage.take_new(turn.unit, turn.office, turn.doing())
    return await office_card(turn.unit, turn.office, turn.actor, turn.args[0])


async def again(turn: Turn) -> Said:
    """Put the card back in the place of a list of choices."""
    return turn.show(await office_card(turn.unit, turn.office, turn.actor, turn.args[0]))


async def files(turn: Turn) -> Said:
    """Send the files of a case."""
    code = turn.args[0]
    media = await reading.files(turn.unit, turn.office, turn.actor, code)
    of_office = turn.private and sees(turn.actor, Part.NAME)
    back = choice("button-card", "card" if of_office else "task", code)
    return Letter((Line("files-of", {"code": show_code(code), "count": len(media)}),), ((back,),), media)


async def notes(turn: Turn) -> Said:
    """Show all internal notes of a case."""
    return await notes_of(turn.unit, turn.actor, turn.args[0])


async def refer(turn: Turn) -> Said:
    """Confirm the classification and refer."""
    case = await triage.refer(turn.unit, turn.office, turn.doing())
    reached = await reading.reached(turn.unit, case.lead or "")
    key = "done-referred" if reached else "done-referred-unreached"
    return decided(turn, key, case, body=body_name(turn.office, case.lead))


async def paper(turn: Turn) -> Said:
    """Note that the signed paper of a complaint was presented."""
    case = await triage.present(turn.unit, turn.office, turn.doing())
    return _done(turn, "done-paper", case)


async def recall(turn: Turn) -> Said:
    """Take a referral back."""
    case = await triage.recall(turn.unit, turn.office, turn.doing())
    return decided(turn, "done-recalled", case)


async def undo(turn: Turn) -> Said:
    """Take one's own decision back, before anybody is told."""
    case = await undoing.undo(turn.unit, turn.office, turn.doing())
    return _done(turn, "done-undone", case, status=word(f"status-{case.status}"))


async def denounce(turn: Turn) -> Said:
    """Ask once before erasing what an officer recognises as a denunciation."""
    code, seen = turn.args
    await reading.check(turn.unit, turn.doing(), Act.DENOUNCE)
    rows = ((choice("button-denounce-yes", "denounced", code, seen),), (choice("button-card", "card", code),))
    return turn.show(Letter((Line("ask-denounce", {"code": show_code(code)}),), rows))


async def denounced(turn: Turn) -> Said:
    """Erase it and show the resident the right door."""
    case = await triage.denounce(turn.unit, turn.office, turn.doing())
    return _done(turn, "done-denounced", case)


async def class_(turn: Turn) -> Said:
    """Offer what can be changed of the classification."""
    case = await reading.check(turn.unit, turn.doing(), Act.RECLASSIFY)
    parts = [choice(f"button-class-{part}", "choose", case.code, part, "0") for part in _OFFERS]
    return turn.show(Letter((Line("ask-class", head(turn.office, case)),), (*column(parts), _card(case.code))))


async def choose(turn: Turn) -> Said:
    """Offer the kinds, fields or bodies, a page at a time."""
    code, part, page = turn.args
    case = await reading.check(turn.unit, turn.doing_with(code), Act.RECLASSIFY)
    offered = list(_OFFERS[part](turn.office))
    first, stands = int(page) * _CHOICES, _stands(case)[part]
    shown = [
        choice("button-now" if value == stands else "button-offered", "set", code, part, value, what=name)
        for value, name in offered[first : first + _CHOICES]
    ]
    ways = _pages(code, part, int(page), len(offered))
    rows = (*grid(shown), *((ways,) if ways else ()), _card(code))
    return turn.show(Letter((Line(f"choose-{part}", head(turn.office, case)),), rows))


async def set_kind(turn: Turn) -> Said:
    """Take another kind."""
    return await _set(turn, Class(kind=Kind(turn.args[2])))


async def set_field(turn: Turn) -> Said:
    """Take another field."""
    return await _set(turn, Class(field=Field(turn.args[2])))


async def set_body(turn: Turn) -> Said:
    """Take another body."""
    return await _set(turn, Class(lead=turn.args[2]))


async def sign(turn: Turn) -> Said:
    """Sign an answer off."""
    case = await answering.sign_off(turn.unit, turn.office, turn.doing())
    return decided(turn, "done-signed", case)


async def results(turn: Turn) -> Said:
    """Offer the other results that the answer could have, below the answer."""
    case = await _correctable(turn)
    return turn.show(replace(await _to_sign_off(turn, case), choices=corrections(case)))


async def result(turn: Turn) -> Said:
    """Show the answer that waits for sign-off again: its result stays."""
    return turn.show(await _to_sign_off(turn, await _correctable(turn)))


async def corrected(turn: Turn) -> Said:
    """Put another result in the place of the one that the body named."""
    named = Result(turn.args[2])
    case = await answering.correct(turn.unit, turn.office, turn.doing(), named)
    return turn.show(await _to_sign_off(turn, case))


async def _correctable(turn: Turn) -> Case:
    await reading.check(turn.unit, turn.doing(), Act.CORRECT)
    return await of_office(turn.unit, turn.actor, turn.args[0])


async def _to_sign_off(turn: Turn, case: Case) -> Letter:
    """Return the answer that waits; its evidence came with it."""
    return replace(await sign_off_card(turn.unit, turn.office, case), media=())


_DECIDED = {"sendback": "decided-sendback", "override": "decided-override"}
"""What heads an answer that waited for sign-off, by the verb of the decision that needed words."""


async def refreshed(turn: Turn, verb: str, code: str, card: int) -> Show | None:
    """Return the answer that waited for sign-off under what was decided, None for acts of all others."""
    heading = _DECIDED.get(verb)
    if heading is None:
        return None
    case = await of_office(turn.unit, turn.actor, code)
    waited = await _to_sign_off(turn, case)
    lines = (Line(heading, head(turn.office, case)), *waited.lines[1:])
    return Show(replace(waited, lines=lines, choices=()), card)


async def grant(turn: Turn) -> Said:
    """Grant a body more time."""
    case = await extending.grant(turn.unit, turn.office, turn.doing())
    lead = case.lead_referral
    due = day(lead.due_at) if lead and lead.due_at else ""
    return decided(turn, "done-granted", case, due=due)


def worded(
    act: Callable[[Unit, Office, Doing, str], Awaitable[Case]], key: str, *, decides: bool = True
) -> Callable[..., Awaitable[Said]]:
    """Make what a wording does: the act with the words, then a word to the officer and the way on."""

    async def do(turn: Turn, doing: Doing, words: str) -> Said:
        case = await act(turn.unit, turn.office, doing, words)
        return (decided if decides else _done)(turn, key, case)

    return do


def _done(turn: Turn, key: str, case: Case, **args: Value) -> Said:
    return turn.show(Letter((Line(key, {"code": show_code(case.code), **args}),), _onward(case)))


def decided(turn: Turn, key: str, case: Case, **args: Value) -> Said:
    """Confirm a decision, with the way back and until when it is open: what is said stays true after that."""
    hold = turn.office.hold
    if not hold:
        return _done(turn, key, case, **args)
    lines = (
        Line(key, {"code": show_code(case.code), **args}),
        fact("undo-until", at=clock(turn.now + hold)),
    )
    rows = ((choice("button-undo", "undo", case.code, str(case.entries)),), *_onward(case))
    return turn.show(Letter(lines, rows))


def _onward(case: Case) -> Rows:
    ways = (choice("button-queue", "queue"), choice("button-open", "open", case.code))
    promised = case.status is Status.ANSWERED and not (case.carry_due or case.carried_at)
    follow = ((choice("button-follow", "follow", case.code, str(case.entries)),),) if promised else ()
    return (*follow, (choice("button-next-case", "next", case.code),), ways)


async def _set(turn: Turn, wanted: Class) -> Said:
    """Reclassify and show the card with what follows from it."""
    code = turn.args[0]
    await triage.reclassify(turn.unit, turn.office, Doing(turn.actor, code), wanted)
    return turn.show(await office_card(turn.unit, turn.office, turn.actor, code))


def _in_hand(office: Office, loads: Sequence[Load]) -> Iterable[Line]:
    """Say what is overdue and due soon, in all and with whom."""
    if not loads:
        return
    whole = _load([sum(part) for part in zip(*map(_figures, loads), strict=True)])
    yield Line("overview-in-hand", whole)
    for one in loads:
        holder = body_name(office, one.body) if one.body else word("the-office")
        yield fact("overview-holder", holder=holder, **_load(_figures(one)))
    if whole["overdue"]:
        yield Line("overview-overdue")


def _recurring(office: Office, counted: Sequence[tuple[str | None, int]]) -> Iterable[Line]:
    """Say what came back after it was closed, against the body that had settled it."""
    if counted:
        yield Line("overview-recurring")
    yield from (fact("overview-recurring-row", body=body_name(office, body), count=n) for body, n in counted)


def _figures(load: Load) -> tuple[int, int, int]:
    return load.total, load.overdue, load.soon


def _load(figures: Iterable[int]) -> dict[str, Value]:
    return dict(zip(("total", "overdue", "soon"), figures, strict=True))


_CHOICES = 12
_SETTABLE = tuple(kind for kind in Kind if kind not in NOT_SET)


def _kinds(_office: Office) -> Iterable[tuple[str, Value]]:
    return ((kind, word(f"kind-{kind}")) for kind in _SETTABLE)


def _fields(_office: Office) -> Iterable[tuple[str, Value]]:
    return ((field, word(f"field-{field}")) for field in Field)


def _bodies(office: Office) -> Iterable[tuple[str, Value]]:
    settling = (body for body in office.programme.bodies if BodyRole.SETTLE in body.roles)
    return ((body.code, body_name(office, body.code)) for body in settling)


_OFFERS = {"kind": _kinds, "field": _fields, "body": _bodies}


def _stands(case: Case) -> dict[str, str | None]:
    """Return what a case is classified as now, by the part that can be changed."""
    return {"kind": case.kind, "field": case.field, "body": case.lead}


def _pages(code: str, part: str, page: int, total: int) -> tuple[Choice, ...]:
    earlier = (choice("button-earlier", "choose", code, part, str(page - 1)),) if page else ()
    later = (choice("button-later", "choose", code, part, str(page + 1)),) if (page + 1) * _CHOICES < total else ()
    return (*earlier, *later)


def _card(code: str) -> tuple[Choice, ...]:
    return (choice("button-card", "card", code),)
