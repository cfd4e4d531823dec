"""Messages that show a petition: noted, so that they can be emptied; of its cards only the newest stands."""

from collections.abc import Sequence
from contextlib import suppress

from telegram.error import TelegramError

from bot.wiring import Parts
from desk.body_cards import catch_up, replaced
from desk.letter import Letter, holds_words


async def note(
    parts: Parts, contact: int, chat: int, language: str, letter: Letter, messages: Sequence[int]
) -> None:
    """Note the messages of a letter; of two cards of a petition in a chat the older one only says so.

    Its state and its date would be true no longer. A press on buttons that stay behind is answered with how the
    case stands: nothing is tried twice for them. A card that comes after its petition went on, new or in the place
    of what an act has shown there since, says at once how it stands now: no other letter knew that it would come.
    """
    if letter.petition is None or not messages or not (letter.card or holds_words(letter)):
        return
    *before, last = messages
    async with parts.store.single() as unit:
        other = await unit.shown.newest(contact, letter.petition) if letter.card else None
        if before:
            await unit.shown.put(contact, letter.petition, before, card=False)
        await unit.shown.put(contact, letter.petition, [last], card=letter.card is not None)
        late = await unit.shown.gone_on(letter.petition, letter.card) if letter.card else None
    if other is not None and other != last:
        with suppress(TelegramError):
            await parts.courier.send(chat, language, replaced(letter, min(other, last)))
    if late is not None:
        async with parts.store.unit() as unit:
            await catch_up(unit, parts.office, late, contact, last)
