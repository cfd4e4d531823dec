"""Every button and every sentence that people get to see on a long walk through the product."""

import re
from itertools import chain
from typing import Any

from handlers.telegram.routes import ROUTES
from tests.courses import WORDS, opened, plain, reach, signed
from tests.town import PNG, Town

RETURN = "Về bản xem lại"
LEFTOVERS = re.compile(r"&(amp|lt|gt|quot);|\{ ?\$|\bNone\b|</?[a-z]+>|[\ue000-\uf8ff]")
PATTERNS = [pattern for route in ROUTES if (pattern := getattr(route.matcher, "pattern", None))]


async def everything_shown(town: Town) -> list[dict[str, Any]]:
    """Return all messages of the bot in all chats."""
    async with town.http.get("/_sandbox/state") as answer:
        chats = [chat["id"] for chat in (await answer.json())["chats"]]
    found = [(await town.person("resident_1", chat).messages()) for chat in chats]
    return [message for message in chain.from_iterable(found) if message["from_bot"]]


async def walk(town: Town) -> None:
    """See as many screens as fit into one walk."""
    await town.resident.says("/start")
    await town.resident.hears("Ông/bà có đồng ý")
    await reach(town, "preview")
    for part, back in (("Sửa nội dung", RETURN), ("ảnh, tệp", RETURN), ("địa điểm", RETURN)):
        await town.resident.presses(part)
        await town.resident.is_told()
        await town.resident.presses(back)
        await town.resident.is_told()
    await town.resident.sends(PNG)
    await town.resident.presses("✅ Gửi")
    receipt = await town.resident.hears("Giấy biên nhận")
    code = re.findall(r"DN-\w{4}-\w{4}", receipt)[0]
    officer = await opened(town, code)
    for data in (f"class:{plain(code)}:2", *(f"choose:{plain(code)}:{part}:{page}" for part, page in _PAGES)):
        await officer.presses_data(officer.last["message_id"], data)
    await officer.presses_data(1, f"denounce:{plain(code)}:2")
    await officer.presses_data(1, f"files:{plain(code)}")
    other = await town.files(WORDS)
    await signed(town, other)
    for person, commands in (
        (
            town.resident,
            (
                "/status",
                f"/status {other}",
                "/help",
                "/privacy",
                "/mydata",
                "/language",
                "/help",
                f"/status {other}",
            ),
        ),
        (officer, ("/queue", "/overview", "/help")),
        (town.senior, ("/queue", "/help", "/overview")),
        (town.body, ("/tasks",)),
        (town.person("administrator"), ("/invite", "/invite group ward_police", "/grants", "/help")),
    ):
        for command in commands:
            await person.says(command)
            assert await person.is_told(), command
    [grant] = await town.query("SELECT id FROM grants WHERE role = 'leader'")
    await town.person("administrator").presses_data(1, f"revoke:{grant.id}")
    await town.resident.presses_data(1, f"withdraw:{plain(code)}")
    await town.resident.presses_data(1, f"rate:{plain(other)}:not")
    await town.settles()


async def test_every_button_on_the_way_has_a_route_and_every_sentence_is_finished(town: Town) -> None:
    await walk(town)
    shown = await everything_shown(town)
    rows = [row for message in shown for row in message.get("reply_markup", {}).get("inline_keyboard", [])]
    buttons = {button["callback_data"]: button["text"] for row in rows for button in row}
    assert len(buttons) > 40
    assert [data for data in buttons if not any(pattern.match(data) for pattern in PATTERNS)] == []
    assert [data for data in buttons if len(data.encode()) > 64] == []
    assert [label for label in buttons.values() if LEFTOVERS.search(label) or not label.strip()] == []
    together = [[button["text"] for button in row] for row in rows if len(row) > 1]
    assert [row for row in together if max(map(len, row)) > 38 // len(row)] == [], "a phone cuts these off"
    texts = [str(message.get("text") or message.get("caption") or "") for message in shown]
    assert [text for text in texts if LEFTOVERS.search(text)] == []


_PAGES = [("kind", 0), ("field", 0), ("field", 1), ("field", 2), ("field", 99), ("body", 0), ("body", 1)]
