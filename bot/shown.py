"""Body cards in a chat: of one petition only the newest keeps its buttons."""

from contextlib import suppress

from telegram.error import TelegramError

from bot.wiring import Parts
from desk.letter import Letter


async def supersede(parts: Parts, contact: int, chat: int, letter: Letter, message: int) -> None:
    """Note where a card stands now and take the buttons of the one before it away; other letters do nothing.

    A press on buttons that stay behind is answered with how the case stands: nothing is tried twice for them.
    """
    if not letter.card or letter.petition is None:
        return
    async with parts.store.single() as unit:
        older = await unit.shown.put(contact, letter.petition, message)
    if older is not None:
        with suppress(TelegramError):
            await parts.courier.settle(chat, older)
