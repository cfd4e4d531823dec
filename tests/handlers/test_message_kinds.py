"""Every kind of message that Telegram knows, at every step: a polite answer, never a failure."""

import pytest

from tests.courses import ANSWER, WORDS, draft_of, plain, reach, writing
from tests.town import PNG, Person, Town

FILES = ("photo", "document", "video", "voice", "video_note", "animation", "audio", "sticker")
OTHERS: dict[str, dict[str, object]] = {
    "card": {"contact": {"phone_number": "+84900000000", "first_name": "Cư dân 9"}},
    "poll": {"poll": {"question": "?", "options": ["1", "2"]}},
    "dice": {"dice": True},
    "place": {"location": {"latitude": 21.03, "longitude": 105.79}},
    "live place": {"location": {"latitude": 21.03, "longitude": 105.79, "live_period": 900}},
    "RTL": {"text": "\u202eשלום\u202c \u200b\u200b"},
    "NUL": {"text": "Đèn\u0001\u0007 hỏng"},
}


async def send_all(town: Town, person: Person, without: tuple[str, ...] = ()) -> dict[str, str]:
    """Send one message of every kind; return what was said to each."""
    told = {}
    for kind in FILES:
        if kind not in without:
            await person.sends(PNG, kind=kind)
            told[kind] = await person.is_told()
    said = [message["message_id"] for message in await person.messages() if message["from_bot"]]
    forward = {"forward": {"forward_of": said[-1]}}
    for kind, what in {**OTHERS, **forward}.items():
        if kind not in without:
            await person.gives(**what)
            told[kind] = await person.is_told()
    assert not await town.query("SELECT 1 FROM inbound WHERE failures > 0 OR parked_at IS NOT NULL")
    return told


async def test_before_the_consent_everything_is_answered_with_the_privacy_text_or_the_way(town: Town) -> None:
    resident = town.resident
    await resident.says("/start")
    await resident.hears("Ông/bà có đồng ý")
    told = await send_all(town, resident)
    assert [kind for kind, answer in told.items() if not answer] == []
    assert await draft_of(town, resident) is None


async def test_without_a_conversation_everything_is_answered(town: Town) -> None:
    resident = await town.agrees()
    told = await send_all(town, resident)
    assert [kind for kind, answer in told.items() if not answer] == []


@pytest.mark.parametrize("step", ["words", "files"])
async def test_where_files_are_taken_everything_else_is_answered_and_the_words_stay(town: Town, step: str) -> None:
    resident = await reach(town, step)
    told = await send_all(town, resident)
    assert [kind for kind, answer in told.items() if not answer] == []
    draft = await draft_of(town, resident)
    assert draft
    assert len(draft.values["media"]) == len(FILES) - 1
    assert (WORDS in draft.values["words"]) == (step == "files")


async def test_at_every_other_step_everything_is_answered_and_the_words_stay(town: Town) -> None:
    async def everything(person: Person) -> None:
        before = await draft_of(town, person)
        assert before
        if before.step == "filing.files":
            return
        told = await send_all(town, person, _taken(before.step))
        assert [kind for kind, answer in told.items() if not answer] == []
        after = await draft_of(town, person)
        assert after
        assert (after.step, after.values["words"]) == (before.step, before.values["words"])

    await reach(town, "preview", each=everything)


async def test_while_something_is_added_everything_is_answered(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm")
    told = await send_all(town, resident)
    assert [kind for kind, answer in told.items() if not answer] == []
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")


async def test_an_officer_who_is_asked_for_words_is_told_so_whatever_comes(town: Town) -> None:
    code = await town.files(WORDS)
    officer = town.officer
    await officer.presses_data(1, f"open:{plain(code)}")
    await officer.hears(code, "Loại:")
    await officer.presses("Ghi chú")
    await officer.is_told()
    told = await send_all(town, officer, ("RTL", "NUL", "forward"))
    assert [kind for kind, answer in told.items() if not answer] == []
    await officer.says("Đã gọi điện.")
    assert "Đã ghi chú" in await officer.is_told()


async def test_an_answer_of_a_body_may_have_every_kind_of_file_and_reaches_the_resident(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    asked = body.last["message_id"]
    await body.says(ANSWER, reply_to=asked)
    for kind in FILES[:-1]:
        await body.sends(PNG, kind=kind, reply_to=str(asked))
    await body.hears("7 tệp")
    await body.presses("✅ Gửi")
    await body.hears("để duyệt")
    await town.senior.hears("Chờ duyệt", code)
    await town.senior.presses("✅ Duyệt")
    await town.resident.hears("Trả lời kiến nghị", code)
    kinds = {message["media"][0]["kind"] for message in await town.resident.messages() if message["media"]}
    assert kinds == set(FILES[:-1])


async def test_messages_of_a_group_that_concern_nobody_are_left_alone_and_break_nothing(town: Town) -> None:
    await town.body.is_told()
    told = await send_all(town, town.body)
    assert not any(told.values())
    await town.body.gives(text="/tasks@dan_nguyen_demo_bot")
    assert "việc" in await town.body.is_told()


async def test_parts_that_only_telegram_sends_are_taken_quietly(town: Town) -> None:
    resident = await town.agrees()
    user = {"id": resident.chat, "is_bot": False, "first_name": "Cư dân 1"}
    chat = {"id": resident.chat, "type": "private", "first_name": "Cư dân 1"}
    base = {"message_id": 901, "date": 1_800_000_000, "from": user, "chat": chat}
    odd: tuple[dict[str, object], ...] = (
        {"message": {**base, "something_new": {"a": 1}}},
        {"message": {**base, "story": {"chat": chat, "id": 1}}},
        {
            "message": {
                **base,
                "venue": {"location": {"latitude": 21.0, "longitude": 105.8}, "title": "Chợ", "address": "x"},
            }
        },
        {"message": {**base, "pinned_message": {**base, "date": 0}}},
        {
            "edited_message": {
                **base,
                "edit_date": 1_800_000_001,
                "location": {"latitude": 21.0, "longitude": 105.8},
            }
        },
        {
            "callback_query": {
                "id": "77",
                "from": user,
                "chat_instance": "1",
                "data": "send",
                "inline_message_id": "x",
            }
        },
        {"callback_query": {"id": "78", "from": user, "chat_instance": "1", "game_short_name": "chess"}},
        {"my_chat_member": _membership(user, chat, "kicked")},
        {"my_chat_member": _membership(user, chat, "member")},
    )
    for update in odd:
        await town.sends_update(**update)
    await town.settles()
    await resident.says("/new")
    await resident.hears("Bước 1/4")


def _taken(step: str) -> tuple[str, ...]:
    """Return the kinds that lead on from a step."""
    words = ("forward", "RTL", "NUL")
    return {"filing.place": (*words, "place", "live place"), "filing.typed": words}.get(step, ())


def _membership(user: dict[str, object], chat: dict[str, object], status: str) -> dict[str, object]:
    bot = {"id": 7_000_000_001, "is_bot": True, "first_name": "Dân Nguyện"}
    new = {"user": bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})
    old = {"user": bot, "status": "left"}
    return {"chat": chat, "from": user, "date": 1_800_000_000, "old_chat_member": old, "new_chat_member": new}
