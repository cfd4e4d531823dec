"""The counter: an officer files for somebody without an account here, acts for them, notes that they were told.

/counter ──► source ──► (filing.py) words ──► … ──► reach ──► preview ──► (sending.py) receipt to print
card ──► behalf ──► what the author could do (own.py)
  └──► informed ──► card
"""

from desk import counter, residents
from desk.filing import Filed
from desk.letter import Letter, Line, choice, grid
from desk.office_cards import office_card
from desk.records import Paper
from desk.timeline import timeline
from handlers.telegram import filing
from handlers.telegram.filing import MAX_REACH
from handlers.telegram.gatekeeping import guarded
from handlers.telegram.on import Said
from handlers.telegram.questions import REACH, WORDS, ask, ask_again, goes_on, onward, unfinished
from handlers.telegram.renewing import own, pressed
from handlers.telegram.turn import Turn
from locales import Words
from petitions.addresses import says_where
from petitions.codes import meant_as_code, show_code
from petitions.kinds import Source
from petitions.text import clean
from reports import receipt


async def sources(turn: Turn) -> Said:
    """Offer the ways on which a petition reaches the counter; what is half written is not lost."""
    counter.check(turn.actor)
    found = unfinished(turn)
    if found:
        return found
    return Letter(
        (Line("counter-source"),), grid([choice(f"button-source-{one}", "counter", one) for one in Source])
    )


async def begun(turn: Turn) -> Said:
    """Begin to take a petition down."""
    counter.check(turn.actor)
    found = unfinished(turn)
    if found:
        return turn.show(found)
    filing.begin(turn, turn.args[0])
    return turn.show(ask(turn, WORDS))


async def reach_typed(turn: Turn) -> Said:
    """Take how the author is told: a telephone number, an address; "none" is none, to go on leaves what stands."""
    if turn.office.openings.says_none(turn.text):
        return onward(turn, REACH, reach=None)
    if goes_on(turn):
        return onward(turn, REACH)
    reach = clean(turn.text).replace("\n", ", ")
    stopped = await guarded(turn, turn.value("words", ()), reach)
    if stopped:
        return stopped
    if not says_where(reach) or meant_as_code(reach) or len(reach) > MAX_REACH:
        return ask_again(turn, Line("reach-unclear", {"limit": MAX_REACH}))
    return onward(turn, REACH, reach=reach)


async def reach_unknown(turn: Turn) -> Said:
    """Go on without: the author comes back, or follows the petition with code and secret."""
    return turn.show(onward(turn, REACH, reach=None))


async def informed(turn: Turn) -> Said:
    """Note that the author was told."""
    case = await counter.inform(turn.unit, turn.office, turn.doing())
    card = turn.show(await office_card(turn.unit, turn.office, turn.actor, case.code))
    told = await counter.letters(turn.unit, case)
    return [card, *(one for asked, stands in told for one in own(turn, asked, stands, pressed(turn)))]


async def behalf(turn: Turn) -> Said:
    """Show the petition as its author would see it, with what they could do."""
    case = await residents.follow(turn.unit, turn.actor, turn.args[0], None)
    return turn.show(await timeline(turn.unit, turn.office, case, turn.actor))


async def receipt_to_print(turn: Turn, filed: Filed) -> Letter:
    """Return the receipt as a page to be printed and handed over; the chat itself names no secret."""
    words = Words(turn.office.programme.calendar.zone)
    bot = turn.update.get_bot().username
    page = receipt.page(turn.office, filed, turn.now, words, turn.default_language, bot)
    code = show_code(filed.case.code)
    paper = await turn.unit.papers.add(Paper("document", f"{code}.html", page.encode()))
    rows = ((choice("button-open", "open", filed.case.code),), (choice("button-counter", "counter"),))
    printed = Line("counter-receipt", {"code": code, "source": filed.case.source})
    return Letter((printed,), rows, papers=(paper,))
