"""Words without a command: a greeting is answered, a question leads to the petition, the rest is offered as one.

(words) ──► greeted | status | offer ──► (filing) files
"""

from dataclasses import replace

from desk import filing
from desk.letter import Letter, Line, choice
from desk.places import unit_name
from handlers.telegram import own
from handlers.telegram.advice import elsewhere
from handlers.telegram.files import fitting, with_words_kept
from handlers.telegram.filing import unfit_words
from handlers.telegram.gatekeeping import guarded
from handlers.telegram.on import Said
from handlers.telegram.questions import FILES, OFFER, WORDS, ask
from handlers.telegram.turn import Turn
from handlers.telegram.welcome import agreed, home, privacy_letter
from petitions.openings import Opening
from petitions.text import clean


async def written(turn: Turn) -> Said:
    """Answer words or files that came without a command."""
    before, media = list(turn.value("words", ())), list(turn.value("media", ()))
    typed, (found, no_file) = clean(turn.text), fitting(turn.message, len(media))
    opening = None if found or no_file else turn.office.openings.of(typed)
    if not agreed(turn):
        return home(turn) if opening else privacy_letter(turn)
    wrong = unfit_words(before, typed, file=bool(found or no_file)) or (None if typed else no_file)
    if wrong:
        return wrong
    stopped = await guarded(turn, before, typed, found)
    if stopped:
        return stopped
    code, secret = own.codes(typed.split()) if not (found or no_file) else (None, None)
    if code:
        return await own.followed(turn, code, secret)
    if opening:
        return await _answered(turn, opening)
    media += [await filing.attach(turn.unit, turn.who.person, found)] if found else []
    offer = _offered(turn, [*before, *([typed] if typed else [])], media)
    return [one for one in (no_file and with_words_kept(no_file), offer) if one]


async def taken(turn: Turn) -> Said:
    """Go on with what was offered; files alone still need words."""
    return turn.show(ask(turn, FILES if turn.value("words") else WORDS))


async def _answered(turn: Turn, opening: Opening) -> Said:
    """Answer what is no matter of its own; what was offered before stays offered."""
    if opening is Opening.STATUS:
        return await own.asked_after(turn)
    if turn.step == OFFER:
        return _offer(turn)
    return replace(home(turn), lines=(Line(f"opening-{opening}", {"unit": unit_name(turn.office)}),))


def _offered(turn: Turn, words: list[str], media: list[int]) -> Letter | None:
    """Keep what may become a petition; an album is asked about once."""
    filing.check_room(turn.office)
    album, known = turn.message.media_group_id, turn.value("album")
    turn.go(OFFER, words=words, media=media, album=album)
    return None if album and album == known else _offer(turn)


def _offer(turn: Turn) -> Letter:
    rows = ((choice("button-offer-yes", "offered"),), (choice("button-offer-no", "cancel"),))
    return Letter((*elsewhere(turn), Line("offer")), rows)
