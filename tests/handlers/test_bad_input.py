"""Whatever a resident types or sends, they get a clear sentence and lose nothing of what they gave before."""

import pytest

from tests.courses import ANSWER, WORDS, draft_of, reach, referred, signed, step_of, words_of, writing
from tests.town import PNG, Person, Town

LONG = "Ngõ bị ngập mỗi khi mưa. " * 160
ODD = "<b>Đèn</b> <script>x</script> &amp; & \u202eABC\u202c \u200bhỏng\u200d, 1 < 2"
ODD_SHOWN = "<b>Đèn</b> <script>x</script> &amp; & ABC hỏng, 1 < 2"


async def preview_from(person: Person, step: str) -> str:
    """Go on from a step to the preview without giving anything more; return it."""
    ways = {"files": ("iếp tục ›", "Bước 3/4"), "place": ("Bỏ qua", "Bước 4/4"), "name": ("Không nêu", "xem lại")}
    heard = ""
    for each in list(ways)[list(ways).index(step) :]:
        label, answer = ways[each]
        await person.presses(label)
        heard = await person.hears(answer)
    return heard


async def test_a_sticker_is_no_petition_and_neither_are_emoji_or_punctuation(town: Town) -> None:
    resident = await reach(town, "words")
    await resident.sends(PNG, kind="sticker")
    assert "chưa dùng được loại tin nhắn" in await resident.is_told()
    for nothing in ("👍👍👍", "... !!! 123", "\u200b\u200d."):
        await resident.says(nothing)
        assert "chưa có chữ" in await resident.is_told()
    assert await step_of(town, resident) == "filing.words"


@pytest.mark.parametrize(("step", "answer"), [("place", "địa chỉ bằng chữ"), ("typed", "họ và tên bằng chữ")])
async def test_emoji_and_endless_text_are_neither_a_place_nor_a_name(town: Town, step: str, answer: str) -> None:
    resident = await reach(town, step)
    for wrong in ("🏠🏠", "x" * 4096):
        await resident.says(wrong)
        assert answer in await resident.is_told()
    draft = await draft_of(town, resident)
    assert draft
    assert draft.step == f"filing.{step}"
    assert draft.values["words"] == [WORDS]


async def test_sixty_thousand_characters_in_fifteen_messages_keep_what_fits_and_say_so(town: Town) -> None:
    resident = await reach(town, "words")
    for _part in range(15):
        await resident.says(LONG[:4000])
    told = await resident.is_told()
    assert told.count("quá mức 8") == 13, told[-500:]
    preview = await preview_from(resident, "files")
    await town.settles()
    assert " ".join(await resident.screen()).count("Ngõ bị ngập") >= 320
    assert "xem lại" in preview


async def test_words_without_a_command_in_several_messages_are_offered_together(town: Town) -> None:
    resident = await town.agrees()
    await resident.says("Phần một: đèn đường ngõ 20 hỏng.")
    await resident.is_told()
    await resident.says("Phần hai: tối nào cũng có người ngã.")
    await resident.is_told()
    await resident.presses("Đúng, soạn tiếp")
    await resident.hears("Bước 2/4")
    preview = await preview_from(resident, "files")
    assert "Phần một" in preview
    assert "Phần hai" in preview


@pytest.mark.parametrize("step", ["name", "preview"])
async def test_typing_where_a_button_is_expected_loses_nothing(town: Town, step: str) -> None:
    resident = await reach(town, step)
    await resident.says("Cư dân một, số 15 ngõ 20")
    await resident.is_told()
    draft = await draft_of(town, resident)
    assert draft
    assert draft.step == f"filing.{step}"
    assert draft.values["words"] == [WORDS]


@pytest.mark.parametrize("command", ["/new", "/start"])
async def test_beginning_again_at_any_step_goes_on_with_the_half_written_petition(
    town: Town, command: str
) -> None:
    async def interrupt(person: Person) -> None:
        await person.says(command)
        await person.hears("đang soạn dở", WORDS)
        assert await words_of(town, person) == [WORDS]
        await person.presses("Viết tiếp")
        await town.settles()

    await reach(town, "preview", each=interrupt)


async def test_a_command_at_any_step_is_answered_and_the_step_stays(town: Town) -> None:
    async def interrupt(person: Person) -> None:
        before = await gathered(person)
        for command in (
            "/status",
            "/help",
            "/privacy",
            "/nothing",
            "/queue",
            "/grants",
            "/bind x",
            "/language",
            "/language",
        ):
            await person.says(command)
            assert await person.is_told(), command
        assert await gathered(person) == before

    async def gathered(person: Person) -> tuple[str, dict[str, object]]:
        """Return the step and all that was gathered, but for which messages are to go if need be."""
        draft = await draft_of(town, person)
        assert draft
        return draft.step, {name: value for name, value in draft.values.items() if name != "sent"}

    await reach(town, "preview", each=interrupt)


async def test_markup_and_invisible_signs_in_words_place_and_name_are_shown_as_typed(town: Town) -> None:
    resident = await reach(town, "files", words=ODD)
    await resident.presses("Không có ảnh")
    await resident.hears("Bước 3/4")
    await resident.says(ODD)
    await resident.hears("Bước 4/4")
    await resident.presses("Cho cơ quan giải quyết")
    await resident.hears("họ và tên")
    await resident.says(ODD)
    preview = await resident.hears("xem lại trước khi gửi")
    assert preview.count(ODD_SHOWN) == 3
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận")
    await town.officer.hears("Kiến nghị mới")
    await town.officer.presses("Mở phiếu")
    assert (await town.officer.hears("Loại:")).count(ODD_SHOWN) == 2
    await town.officer.presses("Xem tên")
    await town.officer.presses("Đối chiếu")
    assert (await town.officer.hears("Người gửi")).count(ODD_SHOWN) == 1


async def test_a_place_outside_the_unit_is_asked_about_once_and_can_be_kept_or_put_again(town: Town) -> None:
    resident = await reach(town, "place")
    await resident.pins(10.7769, 106.7009)
    await resident.hears("nằm ngoài địa bàn")
    await resident.presses("Đặt lại")
    await resident.hears("Bước 3/4")
    await resident.pins(10.7769, 106.7009)
    await resident.hears("nằm ngoài địa bàn")
    await resident.presses("Giữ vị trí này")
    await resident.hears("Bước 4/4")
    await resident.presses("Không nêu tên")
    await resident.hears("xem lại trước khi gửi", "đã ghim trên bản đồ, ngoài địa bàn")


async def test_an_album_sent_while_the_words_are_changed_is_kept_whole(town: Town) -> None:
    resident = await reach(town, "preview")
    await resident.presses("Sửa nội dung")
    await resident.hears("Bước 1/4")
    await resident.sends(PNG, PNG, caption="Nắp hố ga trước số nhà 15 bị mất.")
    assert "chưa dùng được" not in await resident.is_told()
    draft = await draft_of(town, resident)
    assert draft
    assert len(draft.values["media"]) == 2


async def test_going_back_from_changing_the_files_keeps_those_that_were_there(town: Town) -> None:
    resident = await reach(town, "files")
    await resident.sends(PNG)
    await resident.hears("Đã nhận 1")
    assert "📎 1 tệp" in await preview_from(resident, "files")
    await resident.presses("ảnh, tệp")
    await resident.hears("Bước 2/4")
    await resident.presses("Về bản xem lại")
    assert "📎 1 tệp" in await resident.hears("xem lại trước khi gửi")


async def test_going_back_without_typing_a_name_leaves_no_empty_name(town: Town) -> None:
    resident = await reach(town, "typed")
    await resident.presses("Quay lại")
    await resident.hears("Bước 4/4")
    await resident.presses_data(resident.last["message_id"], "back:preview")
    await resident.is_told()
    draft = await draft_of(town, resident)
    assert draft
    shown, name = draft.values.get("shown", "nobody"), draft.values.get("name")
    assert (shown, bool(name)) in {("nobody", False), ("office", True)}


async def test_eleven_files_keep_ten_and_say_so(town: Town) -> None:
    resident = await reach(town, "files")
    await resident.sends(*[PNG] * 10)
    await resident.hears("Đã nhận")
    await resident.sends(PNG)
    assert "tối đa 10" in await resident.is_told()
    await resident.says("Xin xem ảnh thứ mười.")
    await resident.is_told()
    draft = await draft_of(town, resident)
    assert draft
    assert len(draft.values["media"]) == 10
    assert "Xin xem ảnh thứ mười." in draft.values["words"]


async def test_words_after_ten_files_are_still_taken_when_something_is_added(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"supply:{code[3:].replace('-', '')}")
    await resident.hears("viết thêm")
    await resident.sends(*[PNG] * 10)
    await resident.is_told()
    await resident.says("Đây là ảnh chụp tối qua.")
    await resident.is_told()
    draft = await draft_of(town, resident)
    assert draft
    assert "Đây là ảnh chụp tối qua." in draft.values["words"]


@pytest.mark.parametrize("size", [21 * 1024 * 1024, 3_000_000_000])
async def test_a_file_that_telegram_will_not_hand_out_is_refused_at_once(town: Town, size: int) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"supply:{code[3:].replace('-', '')}")
    await resident.hears("viết thêm")
    file = {"file_id": "BQACAgUAAxkBAAI", "file_unique_id": "AgADbig", "file_name": "phim.mp4", "file_size": size}
    await town.sends_update(message=_message(resident, document=file))
    assert "lớn hơn 20 MB" in await resident.is_told()


async def test_an_edit_of_a_place_changes_nothing_and_says_so(town: Town) -> None:
    resident = await reach(town, "place")
    message = await resident.says("Ngõ 20")
    await resident.hears("Bước 4/4")
    await resident.edits(message, "Ngõ 21")
    assert "Nội dung đã nhận chưa thay đổi" in await resident.is_told()
    assert "Ngõ 20" in await preview_from(resident, "name")


async def test_somebody_elses_code_says_nothing_without_its_secret_and_five_wrong_ones_end_the_guessing(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    receipt = town.resident.last["text"]
    secret = receipt.split("Mã bí mật: ")[1].split()[0]
    stranger = await town.agrees("resident_2")
    await stranger.says(f"/status {code}")
    assert "không phải của ông/bà" in await stranger.is_told()
    await stranger.says("/status DN-2222-2222")
    unknown = await stranger.is_told()
    assert "không phải của ông/bà" in unknown or "không đúng mẫu" in unknown
    await stranger.says(f"/status {code.lower().replace('-', '')} {secret.lower()}")
    followed = await stranger.is_told()
    assert "Người gửi nộp kiến nghị" in followed
    assert "Ông/bà" not in followed, "who only follows a petition has done nothing in it"
    assert "Đèn đường" not in followed
    assert not [one for one in await stranger.buttons() if "Rút" in one or "Bổ sung" in one]
    own = await town.files("Nắp hố ga trước số nhà 15 bị mất.", "resident_2")
    for _try in range(5):
        await stranger.says(f"/status {code} 22222-22222")
        assert "không đúng" in await stranger.is_told()
    await stranger.says(f"/status {code} {secret}")
    assert "thử lại sau một giờ" in await stranger.is_told()
    await stranger.says(f"/status {own}")
    assert own in await stranger.is_told(), "one's own petition needs no secret"


@pytest.mark.parametrize("secret", ["ABCDE-FGHJK", "abcdefghj", "ABCDE-FGHJK-XYZ", "mat-khau-cua-toi"])
async def test_a_wrong_secret_is_never_said_back(town: Town, secret: str) -> None:
    code = await town.files(WORDS)
    stranger = await town.agrees("resident_2")
    await stranger.says(f"/status {code} {secret}")
    told = await stranger.is_told()
    assert "mã bí mật không đúng" in told
    assert secret not in told
    await stranger.says(f"/status DN-XXXX-XXXX {secret}")
    told = await stranger.is_told()
    assert "không phải mã kiến nghị" in told
    assert secret not in told


async def test_the_words_of_an_added_message_go_to_the_body_even_with_markup(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    resident = town.resident
    await resident.presses_data(1, f"supply:{code[3:].replace('-', '')}")
    await resident.hears("viết thêm")
    await resident.says(ODD)
    await resident.hears("Đã nhận")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    assert ODD_SHOWN in await body.hears(code, "1 < 2")


async def test_an_answer_of_six_thousand_signs_arrives_whole_in_pieces(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    words = f"{ANSWER} " + " ".join(f"<b{number}>&" for number in range(620))
    await body.says(words[:3000], reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung")
    await body.presses("✅ Gửi")
    await body.hears("để duyệt")
    await town.senior.hears("<b0>&", code)
    await town.senior.hears(words[2950:2990].strip())
    await town.senior.presses("✅ Duyệt")
    await town.senior.hears("Đã duyệt")
    await town.resident.hears("Việc của ông/bà")
    said = "\n".join(await town.resident.screen())
    assert words[:3000].strip() in said.replace("\n<", " <")


async def test_not_solved_can_be_said_with_words_that_are_still_read(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("việc nào chưa xong, còn thiếu điều gì")
    await resident.says("Bóng đèn mới lại hỏng.")
    await resident.hears("Đã nhận")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    await town.officer.hears("chưa giải quyết xong", code)
    await town.officer.presses("Mở phiếu")
    assert "Bóng đèn mới lại hỏng." in await town.officer.hears(code, "Loại:")


def _message(person: Person, **content: object) -> dict[str, object]:
    user = {"id": person.chat, "is_bot": False, "first_name": "Cư dân 1"}
    chat = {"id": person.chat, "type": "private", "first_name": "Cư dân 1"}
    return {"message_id": 900, "date": 1_800_000_000, "from": user, "chat": chat, **content}
