"""An accusation leaves no trace wherever it is written; danger gets numbers at once and may go on as a report."""

import re
from pathlib import Path

import pytest

from tests.conftest import Databases
from tests.courses import ACCUSATION, DANGER, WORDS, draft_of, opened, plain, reach, referred, step_of
from tests.town import PNG, Person, Town
from tests.traces import dump, files_of, traces

MARKS = ("Đặng Vĩnh Quắc", "hối lộ 50 triệu", "làm sổ đỏ")
FIRST, SECOND = "Anh Đặng Vĩnh Quắc bên địa chính phường", "nhận 50 triệu để làm sổ đỏ cho nhà hàng xóm."


class Evidence:
    """Everything in which an accusation could have been left."""

    def __init__(self, town: Town, databases: Databases, folder: Path, output: pytest.CaptureFixture[str]) -> None:
        self._town, self._databases, self._folder, self._output = town, databases, folder, output

    async def is_clean(self, person: Person, *messages: int, counted: int = 1) -> None:
        """Check that nothing is left of the accusation in these messages, and that it was counted once."""
        assert "dấu hiệu tố cáo" in await person.is_told()
        assert traces(MARKS, dump(self._databases.admin(self._town.database))) == []
        assert traces(MARKS, files_of(self._folder)) == []
        assert traces(MARKS, files_of(self._databases.journals)) == []
        captured = self._output.readouterr()
        assert traces(MARKS, (captured.out + captured.err).encode()) == []
        gone = {message["message_id"] for message in await person.messages() if message["deleted"]}
        assert set(messages) <= gone
        rows = await self._town.query("SELECT gate FROM turned_away WHERE gate = 'denunciation'")
        assert len(rows) == counted
        assert not await self._town.query("SELECT 1 FROM media WHERE petition_id IS NULL")


@pytest.fixture
def evidence(town: Town, databases: Databases, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Evidence:
    return Evidence(town, databases, tmp_path, capfd)


@pytest.mark.parametrize("step", ["words", "files", "place", "typed"])
async def test_an_accusation_at_any_step_that_takes_words_leaves_nothing(
    town: Town, evidence: Evidence, step: str
) -> None:
    resident = await reach(town, step)
    message = await resident.says(ACCUSATION)
    await evidence.is_clean(resident, message)
    assert await step_of(town, resident) is None


async def test_an_accusation_without_a_command_leaves_nothing(town: Town, evidence: Evidence) -> None:
    resident = await town.agrees()
    message = await resident.says(ACCUSATION)
    await evidence.is_clean(resident, message)


async def test_an_accusation_before_the_consent_is_kept_no_more_than_after_it(
    town: Town, evidence: Evidence
) -> None:
    resident = town.resident
    await resident.says("/start")
    await resident.hears("Ông/bà có đồng ý")
    await resident.says(ACCUSATION)
    await resident.is_told()
    assert traces(MARKS, dump(evidence._databases.admin(town.database))) == []


async def test_an_accusation_as_the_third_message_takes_the_first_two_with_it(
    town: Town, evidence: Evidence
) -> None:
    resident = await reach(town, "words")
    sent = [await resident.says(WORDS)]
    await resident.hears("Bước 2/4")
    sent.append(await resident.sends(PNG, caption="Ảnh chụp tối qua."))
    await resident.hears("Đã nhận 1")
    sent.append(await resident.says(ACCUSATION))
    await evidence.is_clean(resident, *sent)
    assert await step_of(town, resident) is None


async def test_an_accusation_spread_over_the_second_and_third_message_takes_the_first_with_it(
    town: Town, evidence: Evidence
) -> None:
    resident = await reach(town, "words")
    sent = [await resident.says(WORDS)]
    await resident.hears("Bước 2/4")
    sent.append(await resident.says("Tôi xin nói về anh Đặng Vĩnh Quắc bên địa chính."))
    if "tố cáo" not in await resident.is_told():
        sent.append(await resident.says("Anh ấy nhận hối lộ 50 triệu để làm sổ đỏ."))
        await evidence.is_clean(resident, *sent)
    assert await step_of(town, resident) is None


async def test_what_is_kept_of_any_petition_is_found_by_the_same_search_where_it_is_written(
    town: Town, databases: Databases
) -> None:
    await town.files(WORDS)
    assert traces(["cau_giay_ward_2025"], files_of(databases.journals)), "the search sees the journal"
    assert traces([WORDS], files_of(databases.journals)) == [], "words are sealed before they are written"


async def test_an_accusation_as_the_caption_of_a_photo_takes_the_photo_with_it(
    town: Town, evidence: Evidence
) -> None:
    resident = await reach(town, "words")
    message = await resident.sends(PNG, caption=ACCUSATION)
    await evidence.is_clean(resident, message)


async def test_an_accusation_as_an_added_word_takes_all_of_the_addition_with_it(
    town: Town, evidence: Evidence
) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm")
    sent = [await resident.says("Tôi xin nói thêm."), await resident.sends(PNG)]
    await resident.is_told()
    sent.append(await resident.says(ACCUSATION))
    await evidence.is_clean(resident, *sent)
    assert not await town.query("SELECT 1 FROM entries WHERE act = 'supply'")


async def test_an_accusation_in_the_words_written_anew_is_found_with_the_place_that_was_given(
    town: Town, evidence: Evidence
) -> None:
    resident = await reach(town, "place")
    await resident.says(FIRST)
    if "tố cáo" in await resident.is_told():
        return  # the gate is stricter than this test needs
    await resident.presses("Không nêu tên")
    await resident.hears("xem lại")
    await resident.presses("Sửa nội dung")
    await resident.hears("Bước 1/4")
    await resident.says(SECOND)
    told = await resident.is_told()
    if "tố cáo" not in told:
        await resident.presses("✅ Gửi")
        told = await resident.is_told()
    assert "dấu hiệu tố cáo" in told


async def test_an_accusation_said_together_with_danger_is_not_kept_either(town: Town, evidence: Evidence) -> None:
    resident = await reach(town, "words")
    await resident.says(f"{DANGER}! {ACCUSATION}")
    told = await resident.is_told()
    assert "113" in told, "whoever is in danger gets the numbers"
    if "tố cáo" not in told:
        await resident.presses("Không nguy hiểm")
        assert "dấu hiệu tố cáo" in await resident.is_told()
    assert await step_of(town, resident) is None


async def test_an_accusation_after_a_danger_that_was_none_is_still_turned_away(
    town: Town, evidence: Evidence
) -> None:
    resident = await reach(town, "words")
    sent = [await resident.says(DANGER)]
    await resident.hears("113")
    await resident.presses("Không nguy hiểm")
    await resident.hears("Bước 2/4")
    sent.append(await resident.says(ACCUSATION))
    await evidence.is_clean(resident, *sent)


async def test_an_accusation_is_counted_once_however_often_telegram_delivers_it(
    town: Town, evidence: Evidence
) -> None:
    resident = await reach(town, "words")
    await town.goes_wrong(kind="duplicate", count=3)
    message = await resident.says(ACCUSATION)
    await evidence.is_clean(resident, message)


async def test_after_the_gate_the_state_of_things_can_be_written_without_the_person(town: Town) -> None:
    resident = await reach(town, "words")
    await resident.says(ACCUSATION)
    await resident.hears("dấu hiệu tố cáo")
    await resident.presses("Tôi chỉ phản ánh")
    await resident.hears("không nêu tên")
    await resident.says(WORDS)
    await resident.hears("Bước 2/4")


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("Cháy nhà rồi, cứu với", ["114", "112", "113", "115"]),
        ("chay nha o ngo 20 nguyen phong sac", ["114", "112", "113", "115"]),
        ("chung no dang danh nhau o dau ngo, cuu voi", ["113", "112", "114", "115"]),
        ("Có người bất tỉnh, chảy nhiều máu, gọi cấp cứu giúp", ["115", "112", "113", "114"]),
    ],
)
async def test_the_number_for_the_danger_heard_stands_first_also_when_it_is_repeated(
    town: Town, words: str, order: list[str]
) -> None:
    resident = await town.agrees()
    for text in (words, "Nhanh lên giúp tôi với"):
        await resident.says(text)
        numbers = await resident.hears("nguy hiểm, xin gọi ngay")
        assert re.findall(r"📞 (\d+)", numbers) == order


async def test_danger_gets_the_numbers_at_once_and_goes_on_where_it_was_with_everything(town: Town) -> None:
    resident = await reach(town, "files")
    await resident.sends(PNG)
    await resident.hears("Đã nhận 1")
    await resident.sends(PNG, caption=DANGER)
    numbers = await resident.hears("113", "114", "115")
    assert "không được đọc ngay" in numbers
    await resident.presses("Không nguy hiểm")
    await resident.hears("Bước 2/4")
    assert numbers in await resident.screen(), "a wrong press must not take the numbers away"
    draft = await draft_of(town, resident)
    assert draft
    assert draft.values["words"] == [WORDS, DANGER]
    assert len(draft.values["media"]) == 2


@pytest.mark.parametrize(("step", "answer"), [("place", "Bước 4/4"), ("typed", "xem lại")])
async def test_danger_as_a_place_or_a_name_may_stand_after_the_numbers(town: Town, step: str, answer: str) -> None:
    resident = await reach(town, step)
    await resident.says(DANGER)
    await resident.hears("113")
    await resident.presses("Không nguy hiểm")
    await resident.hears(answer)
    draft = await draft_of(town, resident)
    assert draft
    assert draft.values["words"] == [WORDS]


async def test_words_typed_after_the_numbers_lose_nothing_of_what_was_said(town: Town) -> None:
    resident = await reach(town, "words")
    await resident.says(DANGER)
    await resident.hears("113")
    await resident.says("Cháu đã gọi 114 rồi ạ.")
    await resident.is_told()
    draft = await draft_of(town, resident)
    assert draft
    assert DANGER in str(dict(draft.values))


async def test_danger_as_an_added_word_stays_with_the_petition_to_which_it_is_added(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm")
    await resident.says("Tôi xin nói thêm.")
    await resident.is_told()
    await resident.says(DANGER)
    await resident.hears("113")
    await resident.presses("Không nguy hiểm")
    await resident.is_told()
    assert any("113" in said for said in await resident.screen()), "the numbers stay in the chat"
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    officer = await opened(town, code)
    assert DANGER in officer.last["text"]
    assert "Tôi xin nói thêm." in officer.last["text"]


async def test_a_denunciation_that_an_officer_recognises_is_erased_with_its_words_and_its_key(
    town: Town, databases: Databases
) -> None:
    words = "Bác Hoàng Kỳ Vĩ để xe chắn lối vào ngõ nhà tôi."
    code = await town.files(words)
    officer = await opened(town, code)
    await officer.presses("Đây là tố cáo")
    await officer.is_told()
    await officer.presses("Xóa nội dung")
    await officer.hears("Đã xóa nội dung", code)
    await town.resident.hears("tố cáo", code)
    assert [row.key_wrapped for row in await town.query("SELECT key_wrapped FROM petitions")] == [None]
    assert not await town.query("SELECT 1 FROM contents")
    assert traces(["Hoàng Kỳ Vĩ"], dump(databases.admin(town.database))) == []
    officer = await opened(town, code)
    assert "Hoàng Kỳ Vĩ" not in officer.last["text"]
    assert len(await town.query("SELECT 1 FROM turned_away WHERE gate = 'denunciation'")) == 1


async def test_after_a_denunciation_no_unsent_letter_keeps_its_words(town: Town) -> None:
    words = "Bác Hoàng Kỳ Vĩ để xe chắn lối vào ngõ nhà tôi."
    code = await town.files(words)
    await referred(town, code)
    await town.goes_wrong(kind="429", method="sendMessage", chat_id=town.group, retry_after=600)
    await town.resident.presses_data(1, f"supply:{plain(code)}")
    await town.resident.hears("viết thêm")
    await town.resident.says("Xin nói rõ: bác Hoàng Kỳ Vĩ ở số 9.")
    await town.resident.hears("Đã nhận")
    await town.resident.presses("✅ Gửi")
    await town.resident.hears("Đã gửi phần bổ sung")
    officer = await opened(town, code)
    await officer.presses("Đây là tố cáo")
    await officer.is_told()
    await officer.presses("Xóa nội dung")
    await officer.hears("Đã xóa nội dung", code)
    await town.settles()
    kept = await town.query("SELECT letter_sealed FROM deliveries WHERE letter_sealed IS NOT NULL")
    letters = [town.parts.store.box.open(row.letter_sealed, "letter") for row in kept]
    assert [letter for letter in letters if traces(["Hoàng Kỳ Vĩ"], letter)] == []


async def test_words_written_below_the_emergency_numbers_are_said_not_to_be_kept(town: Town) -> None:
    resident = await reach(town, "words")
    await resident.says(DANGER)
    assert "không được lưu" not in await resident.hears("xin gọi ngay")
    await resident.says("Rác vẫn còn ở cuối ngõ")
    await resident.hears("xin gọi ngay", "lời vừa viết không được lưu")
    await resident.presses("Không nguy hiểm")
    draft = await draft_of(town, resident)
    assert draft
    assert draft.values["words"] == [DANGER]


@pytest.mark.parametrize("name", ["Ông Cư Dân Một", "ông Nguyễn Văn Một", "Anh Vũ Đình Một", "Trần Văn Một"])
async def test_a_name_with_its_title_accuses_nobody(town: Town, name: str) -> None:
    resident = await reach(
        town, "name", words="Đề nghị phường lắp thêm ghế đá và thiết bị tập ở vườn hoa Nghĩa Tân."
    )
    await resident.presses("Chỉ Văn phòng Mặt trận")
    await resident.hears("họ và tên")
    await resident.says(name)
    await resident.hears("xem lại trước khi gửi", name)
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận")


async def test_an_accusation_where_a_name_is_asked_for_is_heard(town: Town) -> None:
    resident = await reach(town, "typed")
    await resident.says("Ông tổ trưởng nhận hối lộ")
    await resident.hears("dấu hiệu tố cáo")
