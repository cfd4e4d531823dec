"""The two small conversations that many buttons share: one message of words, and words with files.

(button) ──► words.VERB ──► one message ──► the act
(button) ──► gather.VERB ──► messages and files ──► "send" ──► the act
(words first, offering.py) offer ──► "belongs to that petition" ──► gather.VERB
(a petition half written) ──► set aside ──► words.VERB | gather.VERB ──► the petition stands again
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from desk import filing, reading
from desk.letter import Letter, Line, Rows, Value, choice, fact, say
from desk.perform import Doing
from handlers.telegram.advice import below_advice
from handlers.telegram.asking import Again, Gathering, Refreshed, Wording
from handlers.telegram.files import MAX_FILES, fitting, once_an_album, with_words_kept
from handlers.telegram.gatekeeping import URGENT_GATHER, danger_again, guarded, of_another, stale
from handlers.telegram.on import Said, listed
from handlers.telegram.prompts import for_another
from handlers.telegram.questions import OFFER, half_said, holds_something, stand, unfinished, wrote_before
from handlers.telegram.refusals import facts_of, writer
from handlers.telegram.replies import Reply, Send, Settle
from handlers.telegram.turn import Turn
from handlers.telegram.wanting import too_few, unfit
from handlers.telegram.welcome import agreed, consent_first
from petitions.codes import show_code
from petitions.refusal import Refusal
from petitions.text import clean
from petitions.workflow import Act

_FRESH = timedelta(hours=6)
"""How long words that were not sent are held to be what the next ones go on with."""
_LEAST_AT_END = 4
"""Words with which a petition ends, at least: fewer tell nothing."""


class Talks:
    """The wordings and gatherings of the whole product by the verbs of their buttons."""

    def __init__(
        self, wordings: Mapping[str, Wording], gatherings: Mapping[str, Gathering], refreshed: Refreshed
    ) -> None:
        self.wordings = wordings
        self.gatherings = gatherings
        self.refreshed = refreshed
        self.wording_steps = tuple(f"words.{verb}" for verb in wordings)
        self.sentence_steps = tuple(f"words.{verb}" for verb, one in wordings.items() if one.least > 1)
        self.reviewed = tuple(verb for verb, one in wordings.items() if one.review)
        self.reviewed_steps = tuple(f"words.{verb}" for verb in self.reviewed)
        self.gathering_steps = tuple(f"gather.{verb}" for verb in gatherings)
        self.office_steps = tuple(f"gather.{verb}" for verb, one in gatherings.items() if not one.screened)

    def prompts(self, code: str) -> Iterator[tuple[str, Line]]:
        """Yield the question of each step for a petition, and what is said where something has been taken."""
        about: dict[str, Value] = {"code": code}
        yield from ((f"words.{verb}", Line(one.question, about)) for verb, one in self.wordings.items())
        for verb, one in self.gatherings.items():
            yield f"gather.{verb}", Line(one.question, about)
            for files in range(MAX_FILES + 1):
                yield f"gather.{verb}", Line(one.taken, {**about, "files": files})

    async def ask_words(self, turn: Turn) -> Said:
        """Ask for the words that a button needs."""
        verb = _verb(turn)
        wording = self.wordings[verb]
        offered = await wording.offers(turn, turn.args[0]) if wording.offers else ()
        return await self._ask(turn, f"words.{verb}", wording.act, offered)

    async def take_words(self, turn: Turn) -> Said:
        """Take the words, and do the act or show them first."""
        if other := for_another(turn):
            return await self._kept(turn, other)
        if _left_alone(turn) and (asked := half_said(turn)):
            turn.stay()
            return replace(asked, lines=(*asked.lines, Line("press-below")))
        typed = clean(turn.text)
        wording = self.wordings[(turn.step or "").removeprefix("words.")]
        # What is read may be a number or a day alone.
        wrong = await _unread(turn, typed, wording) if wording.reads else unfit(typed, "words-needed")
        wrong = wrong or too_few(typed, _LEAST_AT_END if wording.review else wording.least)
        if wrong:
            offered = await wording.offers(turn, turn.value("code")) if wording.offers else ()
            return self._question(turn, wrong.lines, offered)
        return self._review(turn, typed) if wording.review else await self.say(turn, typed)

    async def words_only(self, turn: Turn) -> Said:
        """Say in a group that a file is not taken where words are asked for, and ask again."""
        other = for_another(turn) or Line("words-only-here")
        return once_an_album(turn, Letter((other,))) and self._question(turn, (other,))

    async def _kept(self, turn: Turn, other: Line) -> Said:
        """Say what was not taken; what has been taken stands below with what sends it, else the question."""
        if not (turn.private and holds_something(turn)):
            return self._question(turn, (other,))
        standing = await self._standing(turn)
        return replace(standing, lines=(other, *standing.lines))

    async def send_words(self, turn: Turn) -> Said:
        """Do the act with the words that were shown."""
        typed = turn.value("typed")
        if turn.step != f"words.{turn.args[0]}" or not typed:
            return stale(turn)
        # What was offered to be sent as it had been written has not been read yet.
        wrong = await _unread(turn, typed, self.wordings[turn.args[0]])
        return self._question(turn, wrong.lines) if wrong else await self.say(turn, typed)

    def _review(self, turn: Turn, typed: str) -> Letter:
        verb = (turn.step or "").removeprefix("words.")
        turn.go(turn.step or "", typed=typed, interrupted=False)
        shown = Line(self.wordings[verb].review or "", {"code": show_code(turn.value("code")), "words": typed})
        rows = ((choice("button-send", "worded", verb),), (choice("button-cancel", "cancel"),))
        return Letter((shown,), rows, petition=turn.value("petition"))

    async def say(self, turn: Turn, typed: str) -> Said:
        """Do the act with these words."""
        doing, verb, turn.card = _doing(turn), (turn.step or "").removeprefix("words."), turn.value("card")
        turn.end()
        said = await self.wordings[verb].does(turn, doing, typed)
        return await self._ended(turn, verb, doing.code, said)

    async def ask_files(self, turn: Turn) -> Said:
        """Ask for the words and files that a button needs."""
        verb = _verb(turn)
        gathering = self.gatherings[verb]
        if gathering.screened and _without_consent(turn):
            return consent_first(turn)
        if turn.step == OFFER and gathering.screened:
            return await self._adopted(turn, verb, turn.args[0])
        if turn.step in gathering.adopts and turn.value("code") == turn.args[0] and turn.value("typed"):
            turn.go(turn.step, words=[turn.value("typed")], typed=None)
            return await self._adopted(turn, verb, turn.args[0])
        return await self._ask(turn, f"gather.{verb}", gathering.act, again=gathering.again)

    async def take_files(self, turn: Turn) -> Said:
        """Take a message's words or file; one answer for an album. Raises: Refusal — it is too late."""
        verb = (turn.step or "").removeprefix("gather.")
        gathering = self.gatherings[verb]
        if gathering.screened and _without_consent(turn):
            return once_an_album(turn, consent_first(turn))
        # What residents say is heard first: it may tell of a danger, whatever it replies to.
        if not gathering.screened and (other := for_another(turn)):
            said = once_an_album(turn, Letter((other,)))
            return said and await self._kept(turn, other)
        if _left_alone(turn) and (asked := half_said(turn)):
            heard = await guarded(turn, turn.value("words", ()), clean(turn.text)) if gathering.screened else None
            if not heard:
                turn.stay()
            return heard or once_an_album(turn, replace(asked, lines=(*asked.lines, Line("press-below"))))
        if not gathering.screened:
            await reading.check(turn.unit, _doing(turn), gathering.act)
        words, media = list(turn.value("words", ())), list(turn.value("media", ()))
        typed, (found, no_file) = clean(turn.text), fitting(turn.message, len(media))
        # A file needs no words; words that come with one that cannot be taken are kept.
        wordless = not typed and bool(found or no_file)
        of_resident = gathering.screened
        needed = "not-words" if of_resident else "words-needed"
        wrong = no_file if wordless else unfit("\n\n".join([*words, typed]), needed)
        if wrong:
            said = once_an_album(turn, wrong)
            return said if turn.private or said is None else self._question(turn, said.lines)
        stopped = await guarded(turn, words, typed, found) if of_resident else None
        if stopped:
            return stopped
        if found:
            media.append(await filing.attach(turn.unit, turn.who.person, found))
        at = turn.now.isoformat() if of_resident else None
        turn.go(turn.step or "", words=[*words, *([typed] if typed else [])], media=media, at=at)
        letter = await self._taken(turn, verb, just_said=bool(typed))
        taken = turn.amend(letter) if turn.of_known_album else letter
        return [one for one in (no_file and with_words_kept(no_file), taken) if one]

    async def rewritten(self, turn: Turn) -> Said:
        """Put the words of an officer's edited message in the place of what they were; None: it is no part."""
        message, said_in = turn.update.edited_message, list(turn.value("said_in", ()))
        if message is None or message.message_id not in said_in:
            return None
        verb, words = (turn.step or "").removeprefix("gather."), list(turn.value("words", ()))
        words[said_in.index(message.message_id)] = clean(message.text or message.caption or "")
        wrong = unfit("\n\n".join(words), "words-needed")
        if wrong:
            return self._question(turn, wrong.lines)
        turn.go(turn.step or "", words=words)
        return await self._taken(turn, verb)

    async def adopt(self, turn: Turn) -> Said:
        """Go on with what was written before a button said what it is for."""
        return below_advice(turn, await self._adopted(turn, *turn.args))

    async def _adopted(self, turn: Turn, verb: str, code: str) -> Letter:
        await reading.check(turn.unit, turn.doing_with(code), self.gatherings[verb].act)
        turn.go(f"gather.{verb}", code=code, card=None, interrupted=False)
        taken = await self._taken(turn, verb)
        # A petition that was sent has its place; what is added to it are words and files.
        unpinned = (Line("adopted-without-pin"),) if turn.value("place") else ()
        return replace(taken, lines=(Line("adopted", {"code": show_code(code)}), *unpinned, *taken.lines))

    async def calm(self, turn: Turn) -> Said:
        """Go on below the emergency numbers, which stay, with what was said kept."""
        verb = str(turn.value("resume")).removeprefix("gather.")
        typed, held = turn.value("typed"), turn.value("held")
        words = [*turn.value("words", ()), *([typed] if typed else [])]
        media = [*turn.value("media", ()), *([held] if held else [])]
        turn.go(f"gather.{verb}", calm=True, typed=None, held=None, words=words, media=media)
        return [turn.settle(), await self._taken(turn, verb)]

    async def resume(self, turn: Turn) -> Said:
        """Go on with what is half written."""
        if turn.step == URGENT_GATHER:
            return await danger_again(turn)
        return turn.show(await self._standing(turn)) if holds_something(turn) else stale(turn)

    async def asked_again(self, turn: Turn) -> Said:
        """Repeat what is asked of whoever is in the middle of one of these conversations."""
        steps = {*self.gathering_steps, *self.reviewed_steps, URGENT_GATHER}
        return await self.resume(turn) if turn.step in steps else None

    async def _standing(self, turn: Turn) -> Letter:
        """Return what is half written as it stands, with what sends it."""
        if turn.step in self.reviewed_steps:
            return self._review(turn, turn.value("typed"))
        turn.go(turn.step or "", interrupted=False, at=None)
        return await self._taken(turn, (turn.step or "").removeprefix("gather."))

    async def send(self, turn: Turn) -> Said:
        """Do the act with everything gathered."""
        verb = turn.args[0]
        words, media = _gathered(turn)
        if turn.step != f"gather.{verb}" or not (words or media) or of_another(turn):
            return stale(turn)
        if few := too_few(words, self.gatherings[verb].least):
            return self._question(turn, few.lines)
        if len(turn.args) == 1 and await self._sending(turn, verb):
            await reading.check(turn.unit, _doing(turn), self.gatherings[verb].act)
            turn.stay()
            taken = await self._taken(turn, verb)
            return turn.show(replace(taken, lines=(Line("result-needed"), *taken.lines)))
        if overtaken := await self._overtaken(turn, verb):
            return turn.show(overtaken)
        doing, turn.card = _doing(turn), turn.value("card")
        turn.end()
        said = await self.gatherings[verb].does(turn, doing, words, media)
        return await self._ended(turn, verb, doing.code, said)

    async def _overtaken(self, turn: Turn, verb: str) -> Letter | None:
        """Offer what a resident has written by the way that is left where the petition has moved on meanwhile."""
        doing, screened = _doing(turn), {one: of.act for one, of in self.gatherings.items() if of.screened}
        if verb not in screened or await reading.can(turn.unit, doing, screened[verb]):
            return None
        for other, act in screened.items():
            if await reading.can(turn.unit, doing, act):
                turn.go(f"gather.{other}")
                left = Line(f"overtaken-{other}", {"code": show_code(doing.code)})
                half = half_said(turn)
                return half and replace(half, lines=(left, *half.lines))
        return None

    async def _ask(self, turn: Turn, step: str, act: Act, offered: Rows = (), again: Again | None = None) -> Said:
        """Stand at a step, if the act is this person's to do; a petition that they write is set aside for it."""
        doing = turn.doing()
        if found := half_said(turn):
            turn.stay()
            same = turn.step == step and turn.value("code") == doing.code
            return await self._standing(turn) if same else found
        case = await reading.check(turn.unit, doing, act)
        card = turn.pressed.message
        stand(turn, step, case, card.message_id if card else None)
        quoted, added = await again(turn) if again else (None, ())
        return [*listed(quoted), *self._question(turn, (self._asked(turn), *added), offered)]

    def _asked(self, turn: Turn) -> Line:
        """Return what is asked for where the conversation stands."""
        step, code = turn.step or "", show_code(turn.value("code"))
        return next(line for known, line in self.prompts(code) if known == step)

    def _question(self, turn: Turn, lines: Sequence[Line], offered: Rows = ()) -> list[Letter | Reply]:
        """Ask for words, or say what is wrong with them; only the last time they can be cancelled.

        In a group whoever is asked has their input field opened for the answer, and reads each time what for.
        """
        user = turn.update.effective_user
        if turn.private or user is None:
            turn.stay()
            rows = (*offered, (choice("button-cancel", "cancel"),))
            return [Letter(tuple(lines), rows, ask=Line("hint-words"))]
        asked = self._asked(turn)
        told = lines if asked in lines else (*lines, asked)
        letter = Letter((*told, fact("reply-here")), ask=Line("hint-words"))
        return [Send(letter, expects=(user.id, user.first_name))]

    async def _ended(self, turn: Turn, verb: str, code: str, said: Said) -> Said:
        """Renew the card on which the act began, or take its buttons away; what was set aside stands again."""
        again, card = unfinished(turn), turn.card
        done = await self.refreshed(turn, verb, code, card) or [Settle(card)] if card else []
        return [*listed(said), *done, *([Send(again)] if again else [])]

    async def _taken(self, turn: Turn, verb: str, *, just_said: bool = False) -> Letter:
        words, media = _gathered(turn)
        gathering = self.gatherings[verb]
        advice = await gathering.advises(turn, words, media) if gathering.advises else ()
        more = () if turn.private else (*await writer(turn), fact("reply-to-add"))
        about: dict[str, Value] = {"files": len(media), "code": show_code(turn.value("code"))}
        if gathering.least and not words:
            lines = (Line("files-without-words", about), *more)
            return Letter(lines, ((choice("button-cancel", "cancel"),),), petition=turn.value("petition"))
        # A resident reads all that goes along, but no echo of what stands right above.
        echoes = just_said and len(turn.value("words")) == 1
        wrote = (wrote_before(words),) if words and gathering.screened and not echoes else ()
        taken = Line(gathering.taken, about)
        sending = await self._sending(turn, verb) or ((choice("button-send", "gathered", verb),),)
        rows = (*sending, (choice("button-cancel", "cancel"),))
        return Letter((*wrote, taken, *more, *advice), rows, petition=turn.value("petition"))

    async def _sending(self, turn: Turn, verb: str) -> Rows:
        """Return the buttons that send and say something by it; none where a plain one does."""
        sends = self.gatherings[verb].sends
        return await sends(turn) if sends else ()


def _without_consent(turn: Turn) -> bool:
    """Tell whether an author has not agreed that we take more from them, or has taken it back."""
    return not (agreed(turn) or turn.actor.grants)


def _left_alone(turn: Turn) -> bool:
    """Tell whether something else was done since the last words, or hours went by: new ones may be about it."""
    at = turn.value("at")
    return bool(turn.value("interrupted") or (at and turn.now - datetime.fromisoformat(at) > _FRESH))


def _gathered(turn: Turn) -> tuple[str, tuple[int, ...]]:
    """Return the words and files of the conversation so far."""
    return "\n\n".join(turn.value("words", ())), tuple(turn.value("media", ()))


def _verb(turn: Turn) -> str:
    return (turn.pressed.data or "").split(":")[0]


def _doing(turn: Turn) -> Doing:
    """Return the act that was asked for; whether it is still possible is decided by where the case stands.

    Not by its version: somebody's note meanwhile must not throw away what was typed.
    """
    return turn.doing_with(turn.value("code"))


async def _unread(turn: Turn, words: str, wording: Wording) -> Letter | None:
    """Say what cannot be understood, so that it can be written again."""
    try:
        if wording.reads:
            await wording.reads(turn, words)
    except Refusal as refused:
        return say(refused.key, **facts_of(refused))
    return None
