"""A file that Telegram will not hand out: told before it is sent and after, never at the price of the words."""

import pytest

from tests.courses import WORDS, draft_of, gives_up, plain, reach, step_of
from tests.town import PNG, Town

LARGE = bytes(25 * 2**20)
LIMIT = "không quá 20 MB"
TOO_BIG, KEPT = "lớn hơn 20 MB", "Phần lời gửi kèm đã được nhận"


async def test_every_question_that_takes_files_names_the_limit_before_the_upload(town: Town) -> None:
    resident = await town.agrees()
    await resident.says("/new")
    await resident.hears("Bước 1/4", LIMIT)
    await resident.says(WORDS)
    await resident.hears("Bước 2/4", LIMIT)
    await gives_up(resident)
    code = await town.files(WORDS)
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm", LIMIT)


@pytest.mark.parametrize("step", ["words", "files", "preview"])
async def test_a_video_that_is_too_large_is_told_and_the_words_that_came_with_it_are_kept(
    town: Town, step: str
) -> None:
    resident = await reach(town, step, words="Đèn đường ngõ 20 hỏng.")
    await resident.sends(LARGE, kind="video", caption="Xem đoạn phim: tối không thấy đường.")
    told = await resident.is_told()
    assert TOO_BIG in told
    assert KEPT in told
    draft = await draft_of(town, resident)
    assert draft
    assert draft.values["words"][-1] == "Xem đoạn phim: tối không thấy đường."
    assert not draft.values.get("media")
    assert draft.step == ("filing.preview" if step == "preview" else "filing.files")


async def test_one_without_words_is_told_and_nothing_moves(town: Town) -> None:
    resident = await reach(town, "files")
    await resident.sends(LARGE, kind="video")
    told = await resident.is_told()
    assert TOO_BIG in told
    assert KEPT not in told
    assert await step_of(town, resident) == "filing.files"
    assert await town.query("SELECT 1 FROM media") == []


async def test_the_others_of_an_album_are_taken_and_the_large_one_is_told_once(town: Town) -> None:
    resident = await reach(town, "files")
    await resident.sends(LARGE, PNG, LARGE, PNG, kind="video")
    told = await resident.is_told()
    assert told.count(TOO_BIG) == 1
    assert len(await town.query("SELECT 1 FROM media")) == 2


async def test_words_with_a_large_file_are_kept_in_an_addition_and_in_what_comes_without_a_command(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm")
    await resident.sends(LARGE, kind="video", caption="Thêm một đoạn phim buổi tối.")
    told = await resident.is_told()
    assert (TOO_BIG in told, KEPT in told) == (True, True)
    await resident.presses("✅ Gửi")
    await resident.is_told()
    await resident.says(f"/status {code}")
    assert "Thêm một đoạn phim buổi tối." in await resident.is_told()

    await resident.sends(LARGE, kind="video", caption="Cống trước nhà số 5 ngõ 30 bị tắc đã ba ngày.")
    told = await resident.is_told()
    assert (TOO_BIG in told, KEPT in told) == (True, True)
    await resident.presses("Việc mới")
    assert "Bước 2/4" in await resident.is_told()
