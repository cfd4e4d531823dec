"""What residents write of an answer that waits for their judgement leads to it, and to nothing else unseen."""

import pytest

from tests.courses import WORDS, adding, signed, step_of
from tests.town import PNG, Person, Town

OTHER = "Cống trước số nhà 90 phố Trung Kính bị tắc, mưa là ngập."


async def statuses(town: Town) -> list[str]:
    return [row.status for row in await town.query("SELECT status FROM petitions ORDER BY id")]


async def acts(town: Town, act: str) -> int:
    return len(await town.query("SELECT 1 FROM entries WHERE act = :act", act=act))


async def speaks_english(resident: Person) -> None:
    await resident.says("/language")
    await resident.hears("What would you like to do?")


@pytest.mark.parametrize(
    "text",
    [
        "chưa giải quyết, nước lại ngập rồi",
        "vẫn chưa sửa gì cả, tối qua đèn lại tắt",
        "van chua xong dau chau a, den lai hong",
    ],
)
async def test_words_that_it_is_not_solved_are_what_is_missing_once_that_is_confirmed(
    town: Town, text: str
) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await town.body.catches_up()
    await resident.says(text)
    told = await resident.hears(f"Kiến nghị {code} đã có trả lời", "đã được giải quyết chưa")
    assert "Khiếu nại" not in told
    assert "đến ngày 30 tháng 11 năm 2026" in told
    assert (await resident.buttons())[0] == "👎 Chưa giải quyết, gửi kèm lời vừa viết"
    assert await statuses(town) == ["answered"]
    await resident.presses("👎 Chưa giải quyết, gửi kèm")
    await resident.hears("chưa được giải quyết xong", "Lời ông/bà vừa viết đã được gửi kèm", code)
    assert await statuses(town) == ["referred"]
    await town.body.hears("Người dân bổ sung", text)
    assert await step_of(town, resident) is None


@pytest.mark.parametrize("text", ["đèn sáng nhưng yếu lắm ạ", "bong moi yeu qua", "it broke again last night"])
async def test_a_few_words_while_an_answer_waits_may_be_its_judgement_and_are_asked_about(
    town: Town, text: str
) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.says(text)
    await resident.hears(f"Kiến nghị {code} đã có trả lời", "đã được giải quyết chưa")
    assert [label.split()[0] for label in await resident.buttons()] == ["👎", "➕", "📝", "🔎", "Không"]
    await resident.presses("👎 Chưa giải quyết, gửi kèm")
    await resident.hears("được mở lại ngay", "đã được gửi kèm")


@pytest.mark.parametrize("text", [OTHER, "Cảm ơn phường làm nhanh và sạch sẽ", "khi nào thì dọn rác vậy ạ"])
async def test_what_tells_of_a_place_or_thanks_or_asks_when_is_no_judgement(town: Town, text: str) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.says(text)
    await resident.hears("kiến nghị dưới đây")
    assert not [label for label in await resident.buttons() if "👎" in label]


@pytest.mark.parametrize("text", ["chưa giải quyết", "chưa", "vẫn chưa xong", "chưa ạ", "👎", "👎🏻"])
async def test_no_more_than_not_solved_asks_for_the_judgement_and_then_what_is_missing(
    town: Town, text: str
) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.says(text)
    assert "Khiếu nại" not in await resident.hears(f"Kiến nghị {code} đã có trả lời", "đã được giải quyết chưa")
    await resident.presses("👎 Chưa giải quyết")
    await resident.hears("được mở lại ngay", "việc nào chưa xong")
    assert await step_of(town, resident) == "gather.why"


@pytest.mark.parametrize(
    "text",
    [
        "xong rồi, cảm ơn",
        "đã giải quyết rồi",
        "da sua xong roi a",
        "👍",
        "tốt rồi ạ",
        "rac don sach roi cam on",
        "duong va xong roi cam on",
        "yes its fixed now, thank you",
        "it's all clean now",
    ],
)
async def test_no_more_than_solved_is_one_press_from_the_end(town: Town, text: str) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.says(text)
    await resident.hears(f"Kiến nghị {code} đã có trả lời", "đã được giải quyết chưa")
    assert await statuses(town) == ["answered"]
    await resident.presses("👍 Đã giải quyết xong")
    await resident.hears("đã kết thúc", code)
    assert await statuses(town) == ["closed"]


async def test_thanks_after_the_judgement_are_thanks_and_nothing_that_is_written(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("👍 Đã giải quyết xong")
    await resident.hears("đã kết thúc", code)
    for text in ("đã sạch rồi cảm ơn các anh chị", "da sang roi cam on nhieu", "tốt rồi ạ"):
        await resident.says(text)
        await resident.hears("Cảm ơn ông/bà. Khi cần")
        assert await step_of(town, resident) is None


async def test_in_english_too(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await speaks_english(resident)
    for text in ("solved, thank you", "it is fixed now", "not yet", "not solved"):
        await resident.says(text)
        await resident.hears(f"Petition {code} has been answered", "Has the matter been solved?")
        assert (await resident.buttons())[:3] == ["👍 Solved", "Partly solved", "👎 Not solved"]
    await resident.says("Not solved, the lamp went out again last night")
    await resident.hears(f"Petition {code} has been answered", "30 November 2026")
    await resident.presses("👎 Not solved, send my words too")
    await resident.hears("not solved", "reopened at once", "What you wrote was sent with it")
    assert await acts(town, "supply") == 1


async def test_a_photo_that_shows_it_goes_along(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.sends(PNG, caption="vẫn chưa xong")
    await resident.hears("đã được giải quyết chưa", code)
    await resident.presses("👎 Chưa giải quyết, gửi kèm")
    await resident.hears("đã được gửi kèm")
    assert len(await town.query("SELECT 1 FROM media WHERE petition_id IS NOT NULL")) == 1


async def test_of_two_answers_each_has_its_own_button_and_words_for_another_remain_possible(town: Town) -> None:
    light = await town.files(WORDS)
    resident = await signed(town, light)
    drain = await town.files(OTHER)
    await resident.says("chưa giải quyết, nước lại ngập rồi")
    await resident.hears("đã được giải quyết chưa", light)
    assert any(drain in label for label in await resident.buttons()), "what is in hand takes words as well"
    await resident.presses("Không gửi")
    await resident.hears("Đã hủy")
    await signed(town, drain)
    await resident.says("chưa xong")
    await resident.hears(light, drain, "đã được giải quyết chưa")
    assert f"{light}: 👎 Chưa giải quyết" in await resident.buttons()
    await resident.presses(f"{drain}: 👎 Chưa giải quyết")
    await resident.hears("được mở lại ngay", drain)
    assert await statuses(town) == ["answered", "referred"]


async def test_without_an_answer_that_waits_such_words_are_what_they_were(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.says("vẫn chưa xong")
    assert "đã có trả lời" not in await resident.hears(code)
    await resident.says("đèn lại hỏng rồi, tối lắm")
    assert "đã có trả lời" not in await resident.hears("thêm vào kiến nghị")


async def test_an_addition_to_what_is_answered_says_that_the_judgement_is_open(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await adding(town, code, "Bóng mới sáng trắng, hơi chói.")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung", "chưa có ý kiến", "đến ngày 30 tháng 11 năm 2026")
    assert (await resident.buttons())[:3] == ["👍 Đã giải quyết xong", "Giải quyết một phần", "👎 Chưa giải quyết"]
    await resident.presses("một phần")
    await resident.hears("đã kết thúc", code)
