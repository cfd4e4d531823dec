"""Words without a command: a greeting is answered, a question leads to the petition, the rest is offered as one.

(words) ──► greeted | told | status | judgement | (filing) words | offer ──► (filing) files
                                  ├──► one of the person's petitions ──► (talk) gather.supply
                                  ├──► not solved, of one that is answered ──► (own) judged, with the words
                                  └──► only asked, or to be withdrawn ──► how it stands
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from telegram import Message

from desk import filing, judging, neighbours, reading, residents
from desk.about import about
from desk.letter import Choice, Letter, Line, Value, choice, column, fact
from desk.office_cards import office_card
from desk.places import unit_name
from desk.records import Matter, QueueLine
from handlers.telegram import own
from handlers.telegram.advice import below_advice, elsewhere, language
from handlers.telegram.files import fitting, once_an_album, with_words_kept
from handlers.telegram.filing import calm, unfit_words
from handlers.telegram.filing import new as begin
from handlers.telegram.gatekeeping import URGENT_FILING, danger_again, guarded
from handlers.telegram.on import Said, listed
from handlers.telegram.placing import pin_taken
from handlers.telegram.questions import (
    FILES,
    NAME_TYPED,
    OFFER,
    ORDER,
    WHICH,
    WORDS,
    ask,
    at_counter,
    goes_on,
    wrote_before,
)
from handlers.telegram.replies import Reply
from handlers.telegram.turn import Turn
from handlers.telegram.welcome import agreed, consent_first, home, unshown
from petitions.access import Part, sees
from petitions.case import Case, Status
from petitions.codes import find_code, read_code, show_code
from petitions.openings import Opening
from petitions.text import clean, has_words, says_little, shortened

_SHOWN = 40
"""Characters of a petition's first words on its button."""


async def written(turn: Turn) -> Said:
    """Answer words or files that came without a command."""
    before, media = list(turn.value("words", ())), list(turn.value("media", ()))
    typed, (found, no_file) = clean(turn.text), fitting(turn.message, len(media))
    opening = None if found or no_file else turn.office.openings.of(typed)
    first = await _before_all(turn, typed, opening)
    if first:
        return first
    silent = not (found or no_file) and _says_nothing(turn, typed)
    wrong = (
        None if silent else unfit_words(before, typed, file=bool(found or no_file)) or (None if typed else no_file)
    )
    if wrong:
        return once_an_album(turn, wrong)
    stopped = await guarded(turn, before, typed, found)
    if stopped:
        if turn.step == URGENT_FILING:
            turn.go(URGENT_FILING, spoken_of=_about(turn))
        return stopped
    filed = None if found or no_file else await _of_what_is_filed(turn, typed)
    if filed:
        return filed
    if opening or silent:
        return await _answered(turn, opening)
    media += [await filing.attach(turn.unit, turn.who.person, found)] if found else []
    offer = await _offered(turn, [*before, *([typed] if typed else [])], media)
    return [one for one in (no_file and with_words_kept(no_file), offer) if one]


def asks_about_us(turn: Turn) -> bool:
    """Tell whether a resident asks nothing but what this is, what it costs, who learns of it and the like."""
    typed = clean(turn.message.text or "")
    return not at_counter(turn) and turn.office.openings.of(typed) is Opening.QUESTION


def names_case(turn: Turn) -> bool:
    """Tell whether an officer of the desk writes nothing but the code of a petition."""
    return sees(turn.actor, Part.NAME) and read_code(clean(turn.message.text or "")) is not None


async def case_named(turn: Turn) -> Said:
    """Open the case whose code was written where a sentence was asked for; that is still asked for."""
    return await office_card(turn.unit, turn.office, turn.actor, read_code(clean(turn.text)) or "")


async def told_about_us(turn: Turn) -> Said:
    """Answer it, and repeat what was being asked."""
    again = await asked_again(turn) if agreed(turn) or turn.actor.grants else consent_first(turn)
    return [Letter(about(turn.office)), *listed(again)]


async def taken(turn: Turn) -> Said:
    """Go on with what was offered; files alone still need words."""
    words, media = " ".join(turn.value("words", ())), turn.value("media")
    return below_advice(turn, ask(turn, FILES if words and (media or not says_little(words)) else WORDS))


async def calmed(turn: Turn) -> Said:
    """Go on below the emergency numbers: words that came without a command are offered as all such words are."""
    offered = turn.value("resume") in {None, OFFER}
    said = await calm(turn)
    if not (offered and await residents.matters(turn.unit, turn.who.person)):
        return said
    turn.go(OFFER)
    return [turn.settle(), await _offer(turn)]


async def pinned(turn: Turn) -> Said:
    """Take a pin that follows the words as the place of what is offered, and offer it again."""
    line = pin_taken(turn)
    offer = await _offer(turn)
    return replace(offer, lines=(line, *offer.lines))


async def only_asked(turn: Turn) -> Said:
    """Show how a petition stands, or all of them, to whoever only asked; what was offered goes nowhere."""
    await _forgotten(turn)
    return await own.shown(turn) if turn.args else await own.asked_after(turn)


async def retracted(turn: Turn) -> Said:
    """Ask whether the petition of which the words say so is to be withdrawn."""
    await _forgotten(turn)
    return await own.withdraw(turn)


async def _forgotten(turn: Turn) -> None:
    await filing.detach(turn.unit, turn.value("media", ()))
    turn.end()


async def resume(turn: Turn) -> Said:
    """Go on with words that were offered: to the petition they belong to, which is asked where there are some."""
    some = await residents.matters(turn.unit, turn.who.person)
    return turn.show(await _offer(turn)) if some else await taken(turn)


async def asked_again(turn: Turn) -> Said:
    """Repeat what is asked of whoever writes a petition, or of words that may become one."""
    if turn.step == OFFER:
        return await _offer(turn)
    if turn.step == URGENT_FILING:
        return await danger_again(turn)
    return ask(turn, turn.step) if turn.step in {*ORDER, NAME_TYPED, WHICH} else None


async def _before_all(turn: Turn, typed: str, opening: Opening | None) -> Said:
    """Open the case whose code an officer types; do what was offered to who says yes; ask for a consent.

    Whoever works here is not asked, but reads that the words belong to no act.
    """
    code = read_code(typed) if sees(turn.actor, Part.NAME) else None
    if code:
        return await office_card(turn.unit, turn.office, turn.actor, code)
    if agreed(turn):
        asked = turn.step == OFFER and not turn.value("interrupted")
        yes = asked and turn.message.text and turn.office.openings.agrees(typed)
        return await resume(turn) if yes else None
    lost = () if opening else (Line(_lost(turn)),)
    if turn.actor.grants:
        return Letter((*lost, *home(turn).lines))
    letter = consent_first(turn)
    # Later on, what is asked for in one sentence says it.
    return replace(letter, lines=(*letter.lines, *lost)) if unshown(turn) else letter


def _lost(turn: Turn) -> str:
    if turn.actor.at_desk():
        return "words-lost-desk"
    return "words-lost" if turn.actor.grants else "words-unkept"


async def _answered(turn: Turn, opening: Opening | None) -> Said:
    """Answer what is no matter of its own; what was offered before stays offered."""
    if opening is Opening.STATUS:
        if turn.step == OFFER and _only_asks(turn):
            await _forgotten(turn)
        return await own.asked_after(turn)
    if opening is Opening.INTENT and turn.step != OFFER:
        return await begin(turn)
    if turn.step == OFFER:
        return await _undecided(turn)
    return replace(home(turn), lines=(Line(f"opening-{opening or 'nothing'}", {"unit": unit_name(turn.office)}),))


def _says_nothing(turn: Turn, typed: str) -> bool:
    """Tell whether a text has no words, or says only to go on where it is to be said how."""
    return not has_words(typed) or (turn.step == OFFER and goes_on(turn))


async def _undecided(turn: Turn) -> Letter:
    """Ask again what the words are for: what was written instead of a press did not say."""
    offer = await _offer(turn)
    return replace(offer, lines=(*offer.lines, Line("offer-press")))


async def _of_what_is_filed(turn: Turn, typed: str) -> Said:
    """Show the petition whose code is written; ask for the judgement that the words are."""
    code, secret = own.codes(typed.split())
    return await own.followed(turn, code, secret) if code else await _judged(turn, typed)


async def _judged(turn: Turn, typed: str) -> Letter | None:
    """Ask for the judgement of an answer that waits for it, where nothing else is said; what was offered stays."""
    rating = turn.office.openings.judges(typed)
    about, unsolved = _spoken_of(turn.message), rating == "not"
    cases = await judging.unjudged(turn.unit, turn.actor, about, unsolved=unsolved) if rating else []
    if rating == "not" and cases and turn.value("words"):
        turn.go(OFFER, unsolved=True)
        return await _offer(turn)
    return judging.question(cases, rating) if rating and cases else None


async def _unjudged(turn: Turn) -> list[Case]:
    """Return the answered petitions of which what was written may say that they are not solved."""
    if not turn.value("words"):
        return []
    about = turn.value("spoken_of")
    return await judging.unjudged(turn.unit, turn.actor, about, unsolved=_unsolved(turn))


def _unsolved(turn: Turn) -> bool:
    """Tell whether what was written says of an answer, among other things, that the matter is not solved."""
    return turn.value("unsolved") or turn.office.openings.unsolved("\n".join(turn.value("words", ())))


def _names_little(turn: Turn) -> bool:
    return turn.office.openings.names_little("\n".join(turn.value("words", ())))


async def _offered(turn: Turn, words: list[str], media: list[int]) -> Letter | Reply | None:
    """Keep what may become a petition; an album is asked about once, with its files counted as they come."""
    filing.check_room(turn.office)
    turn.go(OFFER, words=words, media=media, spoken_of=_about(turn))
    offer = await _offer(turn)
    return turn.amend(offer) if turn.of_known_album else offer


async def _offer(turn: Turn) -> Letter:
    """Ask what it is for: one of the petitions that take words, by code and first words, or a new one."""
    if turn.value("interrupted"):
        turn.go(OFFER, interrupted=False)
    matters = await residents.matters(turn.unit, turn.who.person, turn.value("spoken_of"))
    withdraws = bool(matters) and turn.office.openings.withdraws("\n".join(turn.value("words", ())))
    new = choice("button-offer-new" if matters else "button-offer-yes", "offered")
    filed = await reading.own(turn.unit, turn.who.person)
    asks = await _asks(turn, filed, withdraws=withdraws)
    no = choice("button-offer-no", "cancel")
    unjudged = await _unjudged(turn)
    judges = Letter(
        (*_gathered(turn), *judging.open_(unjudged)),
        column([*judging.not_solved(unjudged), *map(_button, matters), new, *asks, no]),
    )
    if unjudged and _unsolved(turn):
        return judges
    first = [*asks, *map(_button, matters), new, no]
    if matters and _only_asks(turn):
        return Letter((*_gathered(turn), Line("offer-asks", {"count": len(matters)})), column(first))
    rows = column(first if withdraws else [*map(_button, matters), new, *asks, no])
    if not turn.value("words"):
        files = "offer-which-files" if matters else "offer-files"
        return Letter((Line(files, {"count": len(turn.value("media"))}),), rows)
    asked = Line("offer-withdraw" if withdraws else "offer-which" if matters else "offer", {"count": len(matters)})
    # Whoever replies to our letter about a petition, or was asked, means that one, and no other door.
    meant = turn.value("spoken_of") or any(one.status is Status.WAITING_RESIDENT for one in filed)
    doors = () if matters and meant else elsewhere(turn)
    if unjudged and not (turn.value("guided") or withdraws) and _names_little(turn):
        return judges
    return Letter((*doors, *language(turn), *_gathered(turn), asked), rows)


async def _asks(turn: Turn, filed: Sequence[QueueLine], *, withdraws: bool) -> list[Choice]:
    """Lead to what was filed, by the one petition spoken of or by the list: words may ask, not tell."""
    if not turn.value("words"):
        return []
    filed = filed or await neighbours.followed(turn.unit, turn.who.person)
    codes = [one.code for one in filed]
    about = [code for code in codes if code == turn.value("spoken_of")] or codes
    if withdraws:
        return [choice("button-withdraw", *(("retract", *about) if len(about) == 1 else ("asks",)))]
    if len(about) == 1:
        return [choice("button-asks", "asks", *about)]
    return [choice("button-asks-mine", "asks")] if about else []


def _only_asks(turn: Turn) -> bool:
    """Tell whether what was written may just ask after a petition: no other door is named for that."""
    return not turn.value("media") and turn.office.openings.asks_when("\n".join(turn.value("words", ())))


def _gathered(turn: Turn) -> Iterator[Line]:
    """Show what several messages have come to, so that nothing goes along unseen."""
    words = turn.value("words", ())
    if len(words) > 1 or (words and turn.value("media")):
        yield wrote_before("\n".join(words))
    if turn.value("media"):
        yield fact("card-files", count=len(turn.value("media")))


def _button(one: Matter) -> Choice:
    label: dict[str, Value] = {
        "code": show_code(one.code),
        "words": shortened(one.words.replace("\n", " "), _SHOWN),
    }
    return choice("button-matter", "adopt", "supply", one.code, **label)


def _about(turn: Turn) -> str | None:
    return _spoken_of(turn.message) or turn.value("spoken_of")


def _spoken_of(message: Message) -> str | None:
    """Return the code that the words name, or the message of ours that they reply to."""
    replied = message.reply_to_message
    said = [message.text, message.caption, *([replied.text, replied.caption] if replied else [])]
    return find_code("\n".join(filter(None, said)))
