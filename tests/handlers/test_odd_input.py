"""Input that nobody planned for: forty photos, albums mixed up, contacts, other languages, buttons of old."""

import pytest

from tests.courses import WORDS, draft_of, opened, plain, reach, step_of
from tests.town import PNG, Person, Town, code_in, text_of

ENGLISH = "The street lamp at lane 20 has been broken for two weeks, please repair it soon."


async def kept(town: Town, person: Person) -> int:
    """Return how many files the draft has."""
    draft = await draft_of(town, person)
    assert draft
    return len(draft.values.get("media", ()))


async def photo(town: Town, person: Person, number: int, album: str | None, caption: str = "") -> None:
    """Let one photo arrive, as a part of an album where one is named."""
    user = {"id": person.chat, "is_bot": False, "first_name": "Cư dân 1"}
    chat = {"id": person.chat, "type": "private", "first_name": "Cư dân 1"}
    size = {"file_id": f"AgACAgUAAxkBAAI{number}", "file_unique_id": f"AQAD{number}", "width": 90, "height": 90}
    parts = {"media_group_id": album} if album else {}
    words = {"caption": caption} if caption else {}
    base = {"message_id": 900 + number, "date": 1_800_000_000, "from": user, "chat": chat}
    await town.sends_update(message={**base, "photo": [size], **parts, **words})


async def answers(town: Town, person: Person, since: int) -> list[str]:
    """Wait until everything is done; return what the bot has said since a message, edits left out."""
    await town.settles()
    return [text_of(one) for one in await person.messages() if one["from_bot"] and one["message_id"] > since]


async def newest(town: Town, person: Person) -> int:
    """Return the number of the newest message."""
    await town.settles()
    return max(int(one["message_id"]) for one in await person.messages())


@pytest.mark.parametrize("beginning", ["at the files", "without a command", "as an addition"])
async def test_of_forty_photos_ten_are_kept_and_each_album_is_answered_once(town: Town, beginning: str) -> None:
    if beginning == "at the files":
        resident = await reach(town, "files")
    elif beginning == "without a command":
        resident = await town.agrees()
    else:
        code = await town.files(WORDS)
        resident = town.resident
        await resident.presses_data(1, f"supply:{plain(code)}")
    since = await newest(town, resident)
    for _album in range(4):
        await resident.sends(*[PNG] * 10)
    told = await answers(town, resident, since)
    assert await kept(town, resident) == 10
    assert sum("tối đa 10 tệp" in one for one in told) == 3
    assert len(told) == 4
    if beginning == "at the files":
        await resident.hears("đủ 10 tệp")
        await resident.presses("Tiếp tục")
        await resident.hears("Bước 3/4")


async def test_albums_that_arrive_mixed_with_one_another_and_with_words_are_kept_whole(town: Town) -> None:
    resident = await reach(town, "files")
    since = await newest(town, resident)
    for number, album in enumerate(("one", "two", "one", None, "two", "one")):
        await photo(town, resident, number, album)
        if number == 3:
            await resident.says("Ảnh chụp tối qua.")
    told = await answers(town, resident, since)
    assert await kept(town, resident) == 6
    assert len(told) == 4, "each album, the photo by itself, and the words are answered once"


async def test_the_rest_of_an_album_that_arrives_after_the_next_question_is_kept(town: Town) -> None:
    resident = await reach(town, "files")
    await photo(town, resident, 1, "one", "Nhìn từ đầu ngõ.")
    await resident.is_told()
    await resident.presses("Tiếp tục")
    await resident.hears("Bước 3/4")
    await resident.catches_up()
    await photo(town, resident, 2, "one")
    assert not await resident.is_told(), "it was answered before"
    await photo(town, resident, 3, None)
    assert "Đã nhận tệp gửi thêm" in await resident.is_told()
    assert (await step_of(town, resident), await kept(town, resident)) == ("filing.place", 3)
    await resident.presses("Bỏ qua địa điểm")
    await resident.hears("Bước 4/4")


async def test_somebody_elses_contact_is_declined_kindly_and_ones_own_is_not_needed(town: Town) -> None:
    resident = await town.agrees()
    number = {"phone_number": "+84900000000", "first_name": "Cư dân 9"}
    await resident.gives(contact=number)
    assert "của người khác" in await resident.is_told()
    await resident.gives(contact={**number, "user_id": resident.chat})
    assert "không cần thiết" in await resident.is_told()
    await reach(town, "words", agreed=True)
    await resident.gives(contact=number)
    assert "của người khác" in await resident.is_told()
    assert await step_of(town, resident) == "filing.words"


async def test_a_location_where_none_is_asked_for_is_told_when_it_will_be(town: Town) -> None:
    resident = await town.agrees()
    for live in (0, 900):
        await resident.gives(location={"latitude": 21.03, "longitude": 105.79, "live_period": live})
        assert "viết trước việc gì xảy ra ở đó" in await resident.is_told()


async def test_a_location_that_comes_before_or_after_its_step_is_taken_as_the_place(town: Town) -> None:
    resident = await reach(town, "words")
    await resident.pins(21.03, 105.79)
    await resident.hears("Đã nhận vị trí", "Bước 1/4")
    await resident.says(WORDS)
    await resident.hears("Bước 2/4")
    await resident.pins(21.04, 105.79)
    await resident.hears("Đã nhận vị trí", "Bước 2/4")
    await resident.presses("Không có ảnh")
    await resident.hears("Bước 3/4", "Vị trí đã ghim", "trong địa bàn")
    await resident.presses("Tiếp tục")
    await resident.presses("Không nêu tên")
    await resident.hears("xem lại trước khi gửi", "Vị trí đã ghim", "trong địa bàn")
    await resident.pins(10.77, 106.7)
    await resident.hears("ngoài địa bàn", "xem lại trước khi gửi", "Vị trí đã ghim")
    await resident.presses("✅ Gửi")
    code = code_in(await resident.hears("Giấy biên nhận"))
    assert "10.77000, 106.70000" in text_of((await opened(town, code)).last)


async def test_a_petition_in_another_language_is_taken_and_vietnamese_is_said_to_be_quicker(town: Town) -> None:
    resident = await reach(town, "preview", words=ENGLISH)
    assert "Có thể gửi nguyên văn như vậy. Viết bằng tiếng Việt, hoặc gửi kèm bản dịch" in resident.last["text"]
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận")


async def test_a_button_from_before_an_update_of_the_program_is_explained_and_changes_nothing(town: Town) -> None:
    resident = await reach(town, "preview")
    before = await draft_of(town, resident)
    for data in ("file:now", "send:2", "edit:title", "step_4", "agree:2", "done:name", "lang:vi"):
        assert "Nút này đã cũ" in await resident.presses_data(resident.last["message_id"], data), data
    after = await draft_of(town, resident)
    assert before
    assert after
    assert (after.step, after.values["words"]) == (before.step, before.values["words"])
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận")
