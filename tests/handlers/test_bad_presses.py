"""Buttons that are old, forged, foreign, pressed twice or pressed by two at once."""

import asyncio
import re

import pytest

from tests.courses import (
    WORDS,
    answered,
    draft_of,
    invited,
    leaves_the_rest,
    opened,
    plain,
    reach,
    referred,
    signed,
    step_of,
    writing,
)
from tests.town import PNG, Town, code_in

STALE = "Nút này đã cũ"
REFUSED = "không có quyền"
FORGED = (
    "x",
    ":",
    "::::",
    "send:now",
    "agree",
    "agree:",
    "agree:x",
    "agree:99999999999999999999",
    "ask",
    "askme",
    "ask:x",
    "guidex",
    "return:::",
    "bodyask:ABCDEFGH",
    "why",
    "whyx:ABCDEFGH",
    "supply",
    "supplyx",
    "supply:short",
    "supply:ABCDEFGH:1:2",
    "rate:ABCDEFGH:great",
    "set:ABCDEFGH:kind:X",
    "set:ABCDEFGH:field:X",
    "set:ABCDEFGH:body:X",
    "gathered:answer",
    "gathered:x",
    "queue:-1",
    "queue:everything:-:-",
    "queue:desk:-:>short",
    "timeline:abcdefgh",
    "timeline:ABCDEFGL",
    "back:typed",
    "edit:offer",
    "name:everybody",
    "🙂" * 16,
    "đồng ý",
    "send\n",
    "\u0000",
    "\u202e:send",
    "refer:ABCDEFGH",
    "sign:ABCDEFGH:9999999",
    "revoke:x",
    "revoked:",
    "grants:-1",
)


async def test_a_forged_button_is_an_old_button_and_breaks_nothing(town: Town) -> None:
    resident = await town.agrees()
    message = resident.last["message_id"]
    toasts = await asyncio.gather(*(resident.presses_data(message, data) for data in FORGED))
    assert {data: toast for data, toast in zip(FORGED, toasts, strict=True) if STALE not in toast} == {}
    await town.settles()
    assert await step_of(town, resident) is None


async def test_an_unknown_petition_in_a_button_is_said_to_be_unknown_before_anybody_writes_a_word(
    town: Town,
) -> None:
    resident = await town.agrees()
    for verb in ("supply", "why", "withdraw", "withdrawn", "timeline", "rate"):
        data = f"{verb}:22222222" + (":solved" if verb == "rate" else "")
        toast = await resident.presses_data(1, data)
        assert re.search("Không tìm thấy|không phải của", toast), (verb, toast)
    await town.settles()
    assert await step_of(town, resident) is None


@pytest.mark.parametrize(
    "data", ["back:preview", "back:files", "back:place", "back:name", "send", "done:files", "edit:name"]
)
async def test_an_old_button_of_another_step_never_leads_on_without_words(town: Town, data: str) -> None:
    resident = await reach(town, "words")
    await resident.presses_data(resident.last["message_id"], data)
    await town.settles()
    assert await step_of(town, resident) == "filing.words"


async def test_a_button_pressed_twice_acts_once(town: Town) -> None:
    resident = await reach(town, "preview")
    message = resident.last["message_id"]
    toasts = await asyncio.gather(*(resident.presses_data(message, "send") for _time in range(4)))
    assert sum(STALE in toast for toast in toasts) == 3
    await town.settles()
    assert len(await town.query("SELECT 1 FROM petitions")) == 1
    assert sum("Giấy biên nhận" in said for said in await resident.screen()) == 1


async def test_an_empty_addition_from_an_old_send_button_is_not_recorded(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm")
    await resident.presses_data(1, "gathered:supply")
    await resident.is_told()
    assert not await town.query("SELECT 1 FROM entries WHERE act = 'supply'")


async def test_a_resident_who_sends_an_officers_buttons_is_refused_and_stands_nowhere(town: Town) -> None:
    code = plain(await town.files(WORDS))
    resident = town.resident
    for data in (
        *(f"{verb}:{code}" for verb in ("open", "card", "files", "task")),
        *(
            f"{verb}:{code}:1"
            for verb in ("refer", "ask", "guide", "store", "note", "uphold", "sendback", "return")
        ),
        *(
            f"{verb}:{code}:1"
            for verb in ("bodyask", "denounce", "denounced", "class", "sign", "accept", "answer")
        ),
        *(f"choose:{code}:{part}:0" for part in ("kind", "field", "body")),
        *(f"set:{code}:{what}" for what in ("kind:HOI_DAP", "field:DAT", "body:ward_economy_infrastructure")),
        "queue",
        "queue:overdue:-:-",
        "fields",
        "templates:0",
        "template:1",
        "newtemplate",
        "newtemplate:ask:-:-",
        "rewrite:1",
        "discard:1",
        "bodies",
        "grants:0",
        "revoke:1",
        "revoked:1",
    ):
        assert REFUSED in await resident.presses_data(1, data), data
        assert await step_of(town, resident) is None, data
    assert "Đèn đường" not in "".join(await resident.screen()).replace(WORDS, "", 2)
    assert [row.act for row in await town.query("SELECT act FROM entries")] == ["file"]


async def test_another_residents_buttons_are_refused_without_markup_in_the_note(town: Town) -> None:
    code = plain(await town.files(WORDS))
    stranger = await town.agrees("resident_2")
    for data in (
        f"timeline:{code}",
        f"supply:{code}",
        f"withdraw:{code}",
        f"withdrawn:{code}",
        f"rate:{code}:not",
    ):
        toast = await stranger.presses_data(1, data)
        assert re.search("không phải của ông/bà|không có quyền", toast), (data, toast)
        assert "<" not in toast.replace("<code>DN", ""), toast
    assert await step_of(town, stranger) is None


async def test_an_officer_of_another_body_can_neither_see_nor_do_anything(town: Town) -> None:
    code = await town.files(WORDS)
    await referred(town, code)
    police = await invited(town, "resident_2", "body_officer ward_police")
    for verb in ("accept", "return", "bodyask", "answer"):
        assert REFUSED in await police.presses_data(1, f"{verb}:{plain(code)}:4"), verb
        assert await step_of(town, police) is None
    assert REFUSED in await police.presses_data(1, f"task:{plain(code)}")
    await police.says("/tasks")
    assert code not in await police.is_told()


async def test_a_button_of_an_earlier_version_shows_the_case_as_it_stands(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses_data(1, f"refer:{plain(code)}:1")
    told = await officer.is_told()
    assert code in told
    assert "đang phân loại" in told
    assert [row.act for row in await town.query("SELECT act FROM entries ORDER BY id")] == ["file", "take"]


async def test_of_two_officers_pressing_at_once_one_wins_and_the_other_sees_the_state(town: Town) -> None:
    code = await town.files(WORDS)
    second = await invited(town, "resident_2", "triage_officer")
    first = await opened(town, code)
    data = f"refer:{plain(code)}:2"
    await second.catches_up()
    toasts = await asyncio.gather(first.presses_data(1, data), second.presses_data(1, data))
    assert sorted("đã có việc mới" in toast for toast in toasts) == [False, True]
    loser = first if "đã có việc mới" in toasts[0] else second
    assert "đã chuyển cơ quan" in await loser.is_told()
    assert len(await town.query("SELECT 1 FROM referrals")) == 1


async def test_words_typed_for_a_case_that_has_moved_on_free_the_officer_and_show_the_case(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Hỏi người dân")
    await officer.hears("hỏi")
    await town.resident.presses_data(1, f"withdrawn:{plain(code)}")
    await officer.catches_up()
    await officer.says("Số nhà bao nhiêu?")
    told = await officer.is_told()
    assert "đã rút" in told, "the card or the sentence names the state"
    assert await step_of(town, officer) is None, "the next message must not be taken for the question again"


async def test_a_body_officer_whose_role_ends_in_the_middle_does_nothing_more(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    [grant] = await town.query("SELECT id FROM grants WHERE role = 'body_officer'")
    administrator = town.person("administrator")
    await administrator.presses_data(1, f"revoked:{grant.id}")
    await administrator.hears("Đã thu hồi")
    await town.person("ward_officer").hears("Vai trò của ông/bà đã được thu hồi: Cán bộ cơ quan")
    await body.says("Đã sửa.", reply_to=body.last["message_id"])
    await body.is_told()
    newest = max(one["message_id"] for one in await body.messages() if one["from_bot"])
    await body.presses_data(newest, "gathered:answer")
    await town.settles()
    assert not await town.query("SELECT 1 FROM entries WHERE act = 'answer'")
    assert "Chỉ cán bộ đã đăng ký" in await body.presses_data(1, f"return:{plain(code)}:5")


async def test_an_officer_of_the_desk_removed_while_writing_does_nothing_more_and_the_case_goes_back(
    town: Town,
) -> None:
    await invited(town, "resident_2", "triage_officer")
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Hỏi người dân")
    await officer.hears("viết câu hỏi")
    [grant] = await town.query("SELECT id FROM grants WHERE role = 'triage_officer' ORDER BY id LIMIT 1")
    await town.person("administrator").presses_data(1, f"revoked:{grant.id}")
    await town.person("resident_2").hears("trở lại danh sách chờ")
    await officer.says("Cột đèn số mấy?")
    assert REFUSED in await officer.is_told()
    assert await step_of(town, officer) is None
    assert not await town.query("SELECT 1 FROM entries WHERE act = 'ask'")
    assert await town.query("SELECT 1 FROM petitions WHERE officer_id IS NULL")


async def test_a_withdrawn_petition_is_no_longer_in_the_bodys_hands(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    await town.resident.presses_data(1, f"withdrawn:{plain(code)}")
    await body.hears("đã rút", code)
    await body.says("/tasks")
    assert "không có việc nào đang chờ" in await body.is_told()


async def test_an_answer_can_be_signed_or_sent_back_once(town: Town) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code)
    [row] = await town.query("SELECT entries FROM petitions")
    data = f"sign:{plain(code)}:{row.entries}"
    toasts = await asyncio.gather(*(senior.presses_data(1, data) for _time in range(3)))
    assert sum("đã có việc mới" in toast for toast in toasts) == 2
    await town.resident.hears("Trả lời kiến nghị", code)
    await town.settles()
    assert len(await town.query("SELECT 1 FROM entries WHERE act = 'sign_off'")) == 1


async def test_a_file_that_arrives_after_the_card_was_shown_makes_no_button_old(town: Town) -> None:
    await town.goes_wrong(kind="http", status=502, method="getFile")
    resident = await reach(town, "files")
    await resident.sends(PNG)
    await resident.hears("Đã nhận 1")
    await leaves_the_rest(resident, files="Tiếp tục")
    await resident.presses("✅ Gửi")
    code = code_in(await resident.hears("Giấy biên nhận"))
    officer = await opened(town, code)
    async with town.http.delete("/_sandbox/faults"):
        assert not await town.query("SELECT 1 FROM entries WHERE act = 'keep'")
    await town.keep_house()
    await town.comes_to_hold("SELECT 1 FROM entries WHERE act = 'keep'")
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã chuyển", code)


async def test_a_judgement_pressed_twice_counts_once_and_a_later_one_is_refused(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await asyncio.gather(*(resident.presses_data(1, f"rate:{plain(code)}:solved") for _time in range(2)))
    await resident.presses_data(1, f"rate:{plain(code)}:partly")
    await resident.hears(code, "đã kết thúc", "không nhận đánh giá này nữa")
    assert [row.rating for row in await town.query("SELECT rating FROM petitions")] == ["solved"]


async def test_refusing_the_privacy_text_after_leaving_traces_neither_fails_nor_lies(town: Town) -> None:
    resident = await reach(town, "files")
    await resident.sends(PNG)
    await resident.hears("Đã nhận 1")
    await resident.says("/status DN-2222-2222 22222-22222")
    await resident.is_told()
    await resident.presses_data(1, "refuse")
    await resident.hears("Chắc chắn rút lại đồng ý?")
    await resident.presses("Chắc chắn rút lại")
    assert "không lưu thông tin nào" in await resident.is_told()
    assert not await town.query("SELECT 1 FROM drafts")
    await resident.says("/new")
    assert "Ông/bà có đồng ý" in await resident.is_told()


async def test_refusing_after_filing_takes_the_consent_back_and_says_what_remains(town: Town) -> None:
    await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, "refuse")
    await resident.hears("Chắc chắn rút lại đồng ý?")
    await resident.presses("Chắc chắn rút lại")
    told = await resident.is_told()
    assert "Những kiến nghị đã gửi vẫn được giải quyết" in told
    assert "không lưu thông tin nào" not in told
    await resident.says("/new")
    await resident.hears("Xin chọn “Tôi đồng ý” hoặc “Không đồng ý” trước.")
    assert await resident.buttons() == ["✅ Tôi đồng ý", "Không đồng ý", "Xem lại"]


@pytest.mark.parametrize("data", ["restate", "new", "offered", "again"])
async def test_no_button_leads_past_the_consent(town: Town, data: str) -> None:
    resident = town.resident
    await resident.says("/start")
    await resident.hears("Ông/bà có đồng ý")
    await resident.presses_data(resident.last["message_id"], data)
    await resident.is_told()
    assert await step_of(town, resident) is None


async def test_supplying_in_the_middle_of_a_new_petition_keeps_the_new_petition(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    await resident.says("Nắp hố ga trước số nhà 15 bị mất.")
    await resident.hears("Bước 2/4")
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.is_told()
    draft = await draft_of(town, resident)
    assert draft
    assert "Nắp hố ga trước số nhà 15 bị mất." in str(dict(draft.values))


@pytest.mark.parametrize("verb", ["refer", "split", "merge", "staff", "ask", "accept", "sign"])
async def test_a_stranger_who_forges_an_officers_old_button_learns_nothing_of_the_petition(
    town: Town, verb: str
) -> None:
    code = await town.files(WORDS)
    stranger = await town.agrees("resident_2")
    toast = await stranger.presses_data(1, f"{verb}:{plain(code)}:0")
    assert REFUSED in toast
