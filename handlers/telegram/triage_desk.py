"""The triage officer's chat: the card, and the acts on a case.

card ──► refer | (classifying.py) class ──► card
  └──► words.ask | words.guide | words.store | words.note | words.uphold ──► done
"""

from desk import extending, reading, related, triage
from desk.letter import Letter, Line, body_name, choice, day, grid
from desk.office_cards import notes_of, office_card
from handlers.telegram.deciding import decided, done, onward
from handlers.telegram.on import Said
from handlers.telegram.signing_off import own_letters
from handlers.telegram.turn import Turn
from petitions.access import Part, sees
from petitions.codes import show_code
from petitions.workflow import Act


async def open_(turn: Turn) -> Said:
    """Open a case; the first triage officer to do so takes it."""
    await triage.take_new(turn.unit, turn.office, turn.doing())
    return await office_card(turn.unit, turn.office, turn.actor, turn.args[0])


async def again(turn: Turn) -> Said:
    """Put the card back in the place of a list of choices."""
    return turn.show(await office_card(turn.unit, turn.office, turn.actor, turn.args[0]))


async def files(turn: Turn) -> Said:
    """Send the files of a case: those that the card counts on which the button stood."""
    code, *whole = turn.args
    media, replaced = await reading.files(turn.unit, turn.office, turn.actor, code, whole=bool(whole))
    of_office = turn.private and sees(turn.actor, Part.NAME)
    back = choice("button-card", "card" if of_office else "task", code)
    told = [Line("files-of", {"code": show_code(code), "count": len(media)})]
    if replaced:
        told.append(Line("files-replaced", {"count": replaced}))
    return Letter(tuple(told), ((back,),), media)


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
    return done(turn, "done-paper", case)


async def recall(turn: Turn) -> Said:
    """Take a referral back."""
    case = await triage.recall(turn.unit, turn.office, turn.doing())
    return decided(turn, "done-recalled", case)


async def denounce(turn: Turn) -> Said:
    """Ask once before erasing what an officer recognises as a denunciation."""
    code, seen = turn.args
    case = await reading.check(turn.unit, turn.doing(), Act.DENOUNCE)
    rows = ((choice("button-denounce-yes", "denounced", code, seen),), (choice("button-card", "card", code),))
    asked = "ask-denounce-for" if case.at_counter else "ask-denounce"
    also = await related.for_office(turn.unit, case, "ask-denounce-wholes")
    return turn.show(Letter((Line(asked, {"code": show_code(code)}), *also), rows))


async def denounced(turn: Turn) -> Said:
    """Erase it and show the resident the right door; the officer opens from here what keeps its words."""
    case = await triage.denounce(turn.unit, turn.office, turn.doing())
    key = "done-denounced-for" if case.at_counter else "done-denounced"
    also = await related.for_office(turn.unit, case, "done-denounced-wholes")
    kept = await related.besides(turn.unit, case)
    ways = grid([choice("button-code", "open", one, code=show_code(one)) for one in kept])
    lines = (Line(key, {"code": show_code(case.code)}), *also)
    # The card that asked is emptied with all other messages that show it: what is said stands in one of its own.
    return [turn.settle(), Letter(lines, (*ways, *onward(case)))]


async def grant(turn: Turn) -> Said:
    """Grant a body more time."""
    case = await extending.grant(turn.unit, turn.office, turn.doing())
    lead = case.lead_referral
    due = day(lead.due_at) if lead and lead.due_at else ""
    return [decided(turn, "done-granted", case, due=due), *await own_letters(turn, case, Act.EXTEND)]
