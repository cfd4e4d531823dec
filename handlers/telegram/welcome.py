"""The first minute: who runs this, what happens to data, consent, language, help, invitations by link."""

from dataclasses import replace

from desk import accounts, filing, mydata
from desk.letter import Choice, Letter, Line, choice, role_name, say, within
from desk.office import CONSENT_VERSION
from desk.places import unit_name
from desk.privacy import front_place, privacy_summary, privacy_text
from handlers.telegram.advice import below_advice
from handlers.telegram.denunciations import DENUNCIATION, TO_DENUNCIATIONS
from handlers.telegram.gatekeeping import of_another, stale
from handlers.telegram.menus import roles_of
from handlers.telegram.on import Act, Said, listed
from handlers.telegram.questions import NAME_TYPED, OFFER, at_counter, holds_something, unfinished, wait_for_button
from handlers.telegram.registering import REGISTER, TO_REGISTERS
from handlers.telegram.replies import Menu, Reply, Send, Show
from handlers.telegram.turn import Turn
from locales import LANGUAGES
from petitions.access import Part, sees
from petitions.codes import show_code
from petitions.refusal import Refusal
from petitions.roles import Role
from petitions.text import clean

_INVITATION = "inv_"
_OF_HELP = "help"
_OF_RESIDENT = frozenset({"supply", "why", "remark"})
_LEFT = {"why": "cancelled-why", "remark": "cancelled-remark"}
"""What is said to whoever has nothing to add to a judgement, by the verb that asked for it."""


async def start(turn: Turn) -> Said:
    """Greet: take an invitation, ask for consent, or show what can be done."""
    payload = turn.typed[0] if turn.typed else ""
    if payload.startswith(_INVITATION):
        return await _invited(turn, payload.removeprefix(_INVITATION))
    return home(turn)


def home(turn: Turn) -> Letter:
    """Return the first screen: the privacy text for those who have not agreed, else what can be done."""
    if not agreed(turn):
        # Whoever works here is not asked for a resident's consent before they file something themselves.
        return Letter(_help_of_roles(turn)) if turn.actor.grants else privacy_letter(turn)
    found = unfinished(turn)
    if found:
        return found
    if (turn.step or "").startswith("words."):
        turn.end()
    rows = (
        (choice("button-new", "new"),),
        (choice("button-mine", "mine"),),
        (language_choice(turn), choice("button-help", "help")),
    )
    return Letter((Line("home", {"unit": unit_name(turn.office)}),), rows)


def privacy_letter(turn: Turn) -> Letter:
    """Return the first screen: who this is, the privacy text in short, the two answers, the rest at a press."""
    welcome = Line("welcome", {"unit": unit_name(turn.office)})
    rows = (_answers(), (choice("button-whole", "whole"), language_choice(turn)))
    return Letter((welcome, *privacy_summary(turn.office), Line("privacy-ask")), rows)


def _whole(turn: Turn) -> Letter:
    """Return the whole privacy text with what can be answered to it."""
    text = privacy_text(turn.office)
    if agreed(turn):
        return Letter(text, ((choice("button-withdraw-consent", "refuse"),),))
    rows = (_answers(), (choice("button-summary", "again"),))
    return Letter((*text, Line("privacy-ask")), rows)


def consent_first(turn: Turn) -> Letter:
    """Ask for one of the two answers: with the text to whom it was never shown, else in one sentence."""
    if unshown(turn) or turn.actor.grants:
        return privacy_letter(turn)
    return Letter((Line("consent-first"),), (_answers(), (choice("button-again", "again"),)))


def unshown(turn: Turn) -> bool:
    """Tell whether somebody may not have read the text: it is not shown to whoever works here."""
    return turn.who.known_since == turn.now or turn.who.served


def _answers() -> tuple[Choice, ...]:
    """Return the two answers side by side: neither is easier to give."""
    return choice("button-agree", "agree", str(CONSENT_VERSION)), choice("button-refuse", "refuse")


def agreed(turn: Turn) -> bool:
    """Tell whether the person has agreed to the privacy text in force."""
    return turn.who.consent_version == CONSENT_VERSION


async def agree(turn: Turn) -> Said:
    """Record the consent to the version on the button; an older one shows what holds now."""
    if turn.args != [str(CONSENT_VERSION)]:
        return stale(turn) if agreed(turn) else turn.show(privacy_letter(turn))
    if agreed(turn):
        return [turn.settle(), turn.toast(Line("consent-stands"), alert=True)]
    await filing.consent(turn.unit, turn.who.person)
    rows = ((choice("button-new", "new"),), (choice("button-help", "help"),))
    # The text that was agreed to stays in the chat.
    return [turn.settle(), Letter((Line("agreed"),), rows)]


async def refuse(turn: Turn) -> Said:
    """Respect a refusal; whoever has agreed, here or on another copy of the text, is asked once more."""
    if not agreed(turn):
        return await _refused(turn)
    wait_for_button(turn)
    rows = ((choice("button-consent-back", "takeback"),), (choice("button-consent-keep", "again"),))
    return [turn.settle(), Letter((Line("ask-consent-back"),), rows)]


async def take_back(turn: Turn) -> Said:
    """Take the consent back."""
    return await _refused(turn) if agreed(turn) else turn.show(privacy_letter(turn))


async def _refused(turn: Turn) -> Said:
    """Name the other ways, and keep nothing of a person who has filed nothing."""
    turn.forget()
    forgotten = await accounts.refuse(turn.unit, turn.who.person)
    key = "refused" if forgotten else "refused-kept"
    rows = ((choice("button-again", "again"),),)
    lines = (Line(key), *front_place(turn.office), Line("refused-danger"))
    reply = turn.show(Letter(lines, rows))
    if forgotten:
        turn.leave()
    return reply


async def again(turn: Turn) -> Said:
    """Show the first screen again, the privacy text also to whoever works here: it is asked about."""
    return turn.show(_asked_about(turn))


def _asked_about(turn: Turn) -> Letter:
    return home(turn) if agreed(turn) else privacy_letter(turn)


def language_choice(turn: Turn, *of: str) -> Choice:
    """Return the button for the language that is not read at the moment; `of` says where it stands."""
    return choice("button-language", "language", _other(turn), *of)


def _other(turn: Turn) -> str:
    return next(one for one in LANGUAGES if one != turn.language)


def language(*asking: Act) -> Act:
    """Speak the language of the pressed button, or the other one; `asking` repeat in it what is being asked.

    The button of the help shows that in its place.
    """

    async def do(turn: Turn) -> Said:
        chosen, *of = turn.args if turn.update.callback_query else (_other(turn),)
        await accounts.speak(turn.unit, turn.who.person, chosen)
        turn.speak(chosen)
        menu = Menu(tuple(roles_of(turn.actor)))
        helped = [turn.show(_help(turn))] if of == [_OF_HELP] else []
        if not turn.draft:
            return [*(helped or [_greeted(turn)]), menu]
        asked = [one for ask in asking for one in listed(await ask(turn))]
        letter = next((one.letter for one in asked if isinstance(one, Send | Show)), Letter(()))
        return [*helped, Send(replace(letter, lines=(Line("language-set"), *letter.lines))), menu]

    return do


def _greeted(turn: Turn) -> Reply:
    """Return the first screen: in the place of the button, or below the news that the language has changed."""
    if turn.update.callback_query:
        return turn.show(_asked_about(turn))
    first = home(turn)
    return Send(replace(first, lines=(Line("language-set"), *first.lines)))


async def privacy(turn: Turn) -> Said:
    """Show the whole privacy text at any time; whoever has agreed can take it back there."""
    return _whole(turn)


async def whole(turn: Turn) -> Said:
    """Show the whole privacy text in the place of its short form."""
    return turn.show(_whole(turn))


async def my_data(turn: Turn) -> Said:
    """Show what is kept about whoever asks."""
    return await mydata.my_data(turn.unit, turn.office, turn.who.person)


async def help_(turn: Turn) -> Said:
    """Explain what can be done here, by role."""
    return _help(turn)


def _help(turn: Turn) -> Letter:
    rows = ((choice("button-new", "new"),), (choice("button-mine", "mine"), language_choice(turn, _OF_HELP)))
    of_roles = _help_of_roles(turn)
    own = Line(
        "help", {"limit": within(turn.office.usual_answer()), "reader": "officer" if of_roles else "resident"}
    )
    return Letter((*of_roles, *((Line("help-own"),) if of_roles else ()), own), rows)


def _help_of_roles(turn: Turn) -> tuple[Line, ...]:
    return tuple(Line(f"help-{role}") for role in roles_of(turn.actor) if role is not Role.RESIDENT)


async def give_up(turn: Turn) -> Said:
    """Ask once before anything is lost; an offer that is declined was asked about just now."""
    if of_another(turn):
        return stale(turn)
    if turn.step == OFFER or not holds_something(turn):
        return await cancel(turn)
    turn.go(turn.step or "", interrupted=True)
    rows = ((choice("button-drop-yes", "cancelled"),), (choice("button-resume", "resume"),))
    return below_advice(turn, Letter((Line("ask-cancel"),), rows))


def written_off(turn: Turn) -> bool:
    """Tell whether somebody writes what the button to cancel says; Huy is a name as well."""
    typed = clean(turn.message.text or "")
    named = turn.step == NAME_TYPED and typed.casefold() == "huy"
    return bool(turn.step) and not named and turn.office.openings.gives_up(typed)


async def cancel(turn: Turn) -> Said:
    """End whatever conversation is going on; files of a draft are forgotten."""
    if not turn.step:
        return say("nothing-to-cancel")
    code, (of, _, verb) = turn.value("code"), (turn.step or "").partition(".")
    held, said = turn.value("held"), Line("cancelled" if holds_something(turn) else "cancelled-empty")
    onward = _ONWARD.get(of) or (_TO_COUNTER if at_counter(turn) else _TO_NEW,)
    await filing.detach(turn.unit, [*turn.value("media", ()), *([held] if held else [])])
    turn.end()
    again = unfinished(turn)
    if again:
        return [Letter((said,)), again]
    if code is None:
        return Letter((said,), (onward,))
    left = Line(_LEFT.get(verb, "cancelled-act"), {"code": show_code(code)})
    return Letter((left,), ((_back_to(turn, verb, code),),))


_ONWARD = {REGISTER: TO_REGISTERS, DENUNCIATION: TO_DENUNCIATIONS}
"""Where whoever cancels goes on, by what their conversation was about."""
_TO_COUNTER, _TO_NEW = choice("button-counter", "counter"), choice("button-new", "new")


def _back_to(turn: Turn, verb: str, code: str) -> Choice:
    """Return the way back to the petition from an act on it: the resident's view, the desk's card, the body's."""
    if verb in _OF_RESIDENT:
        return choice("button-timeline", "timeline", code)
    of_office = turn.private and sees(turn.actor, Part.NAME)
    return choice("button-card", "card" if of_office else "task", code)


async def _invited(turn: Turn, token: str) -> Said:
    try:
        grant, actor = await accounts.use_invitation(turn.unit, turn.office, turn.who.person, token)
    except Refusal as refused:
        if turn.who.known_since != turn.now:
            raise
        # Nothing else shows the text to whoever comes by a link: it would be asked for without.
        return [say(refused.key, **refused.args_for_words), home(turn)]
    role = role_name(turn.office, grant.role, grant.body)
    return [say("invited", role=role), Letter((Line(f"help-{grant.role}"),)), Menu(tuple(roles_of(actor)))]
