"""An answer that could answer anything is told from one that says what was done, when, by whom, with evidence."""

from functools import cache

import pytest

from petitions.data import load_programme, load_vagueness, shipped_programmes
from petitions.kinds import Field
from petitions.matters import Matter
from petitions.text import fold
from petitions.vagueness import Vagueness, Weakness

LAMP = Matter(Field.CS, "Đèn đường ngõ 20 hỏng hai tuần, tối rất khó đi.")
RUBBISH = Matter(Field.VSMT, "Rác ở đầu ngõ 5 chưa ai dọn, bốc mùi hôi.")
EMPTY = (
    "Đã tiếp nhận và sẽ xem xét, giải quyết theo quy định.",
    "da tiep nhan va se xem xet giai quyet theo quy dinh",
    "Cơ quan đã ghi nhận ý kiến, sẽ chỉ đạo kiểm tra, xử lý trong thời gian tới. Trân trọng cảm ơn.",
    "Nội dung phản ánh đã được chuyển bộ phận chuyên môn xem xét theo thẩm quyền.",
    "Đơn vị đang xử lý theo đúng quy trình, mong ông bà thông cảm.",
    "Sẽ thực hiện khi có kinh phí.",
)
WORTH_SENDING = (
    "Sáng 20/11/2026, tổ chiếu sáng của phường đã thay bóng đèn mới ở đầu ngõ 20.",
    "sang 20/11 to chieu sang cua phuong da thay bong den moi dau ngo 20",
    "Ngày 12/10, Công an phường đã lập biên bản, xử phạt chủ quán 2.500.000 đồng theo quy định.",
    "Công ty điện lực sẽ thay trụ điện trước ngày 30/11/2026; hiện đã che chắn tạm.",
    "Hôm qua, cán bộ địa chính đã kiểm tra hồ sơ: nhà số 5 không đủ điều kiện vì còn thiếu giấy phép.",
    "Đội thoát nước đã nạo vét xong cống ngõ 12 trong tuần này.",
)
ACTS = (
    "đã đặt 2 thùng rác mới",
    "sẽ đặt 2 thùng rác mới",
    "đã xử lý 3 hộ lấn chiếm vỉa hè",
    "đã trám vết nứt mặt đường",
    "đã đậy lại nắp cống",
    "đã hạ cây chết",
    "đã súc xả đường ống và mở lại van",
    "đã chuyển điểm tập kết đi nơi khác",
    "đã bắt giữ 2 con chó thả rông",
    "đã lập chốt trực",
    "đã nâng cốt ngõ thêm 20 cm",
    "sẽ mở rộng ngõ",
    "đã kịp thời lấp ổ gà",
    "đã tiếp nhận phản ánh và sẽ lấp ổ gà",
    "tăng lên 2 chuyến mỗi ngày",
    "thay lúc 9 giờ",
    "thay bởi tổ chiếu sáng phường",
)
NO_ACTS = (
    "đã xử lý",
    "đã xử lý theo quy định",
    "đã ghi nhận và sẽ xem xét",
    "đã và đang xem xét",
    "đã chỉ đạo các đơn vị liên quan giải quyết",
    "đã được chuyển công ty môi trường xem xét",
    "đã đồng ý với phản ánh",
    "đã phối hợp với công an giải quyết vụ việc",
    "đã có kế hoạch, sẽ thực hiện năm 2027",
    "đã tích cực vào cuộc",
    "đã triển khai các biện pháp cần thiết",
    "sẽ cố gắng hơn nữa trong công tác quản lý",
    "thì đèn đã hỏng từ lâu",
    "đã giải quyết dứt điểm kiến nghị của ông bà",
    "đã tăng cường công tác kiểm tra, xử lý",
    "sẽ sớm có giải pháp",
    "chưa thay bởi vì trời mưa",
)
LACKING = {
    Weakness.NO_ACT: "Ngày 20/11/2026 công ty môi trường không có xe.",
    Weakness.NO_DATE: "Tổ chiếu sáng của phường đã thay bóng đèn mới ở đầu ngõ.",
    Weakness.NO_DOER: "Sáng 20/11 đã thay bóng đèn mới ở đầu ngõ.",
    Weakness.REPEATS: "Ngày 20/11 tổ đã sửa: đèn đường ngõ 20 hỏng hai tuần, tối rất khó đi.",
}


@cache
def vagueness() -> Vagueness:
    return load_vagueness()


def weak(answer: str, *matters: Matter, evidence: bool = True) -> set[Weakness]:
    """Return what an answer lacks that speaks of lamps."""
    return set(vagueness().of(answer, matters or (LAMP,), {Field.CS}, evidence=evidence))


@pytest.mark.parametrize("answer", EMPTY)
def test_a_set_phrase_is_told_to_be_one(answer: str) -> None:
    assert {Weakness.PHRASE, Weakness.NO_ACT, Weakness.NO_DOER} & weak(answer) >= {Weakness.PHRASE}
    assert len(weak(answer)) > 1


@pytest.mark.parametrize("answer", WORTH_SENDING)
def test_an_answer_with_act_date_and_doer_lacks_nothing(answer: str) -> None:
    assert weak(answer) == set()


@pytest.mark.parametrize("lacking", LACKING)
def test_each_thing_that_is_missing_is_named_and_nothing_else(lacking: Weakness) -> None:
    assert weak(LACKING[lacking]) == {lacking}


@pytest.mark.parametrize("act", ACTS)
def test_any_words_of_what_was_done_or_will_be_name_an_act(act: str) -> None:
    assert weak(f"Sáng 05/01/2027, tổ công tác {act}; không có ảnh vì máy hỏng.", evidence=False) == set()


@pytest.mark.parametrize("words", NO_ACTS)
def test_words_with_which_nothing_was_done_yet_name_no_act(words: str) -> None:
    assert Weakness.NO_ACT in weak(f"Sáng 05/01/2027, phòng kinh tế {words}.")


def test_an_act_typed_without_diacritics_is_one() -> None:
    assert weak("Sang 05/01/2027 to duy tu da lap o ga") == set()
    assert Weakness.NO_ACT in weak("Sang 05/01/2027 to duy tu da ghi nhan va se xem xet")


@pytest.mark.parametrize(
    "doer",
    [
        "Phòng",
        "Ban",
        "Đơn vị",
        "Bên tôi",
        "Chúng tôi",
        "Phòng chúng tôi",
        "Văn phòng",
        "Bộ phận một cửa",
        "Hạt",
        "Đơn vị vệ sinh môi trường",
        "Đơn vị dịch vụ công ích",
    ],
)
def test_whoever_speaks_of_the_own_office_names_who_acted(doer: str) -> None:
    typed = f"{doer} đã thay bóng đèn mới ở đầu ngõ 20 ngày 23/11/2026."
    assert (weak(typed), weak(fold(typed))) == (set(), set())


@pytest.mark.parametrize("programme", shipped_programmes())
def test_every_body_of_a_programme_is_somebody_who_acts(programme: str) -> None:
    named = [body.name_vi for body in load_programme(programme).bodies]
    assert not [one for one in named if weak(f"Sáng 20/11 {one} đã thay bóng đèn mới ở đầu ngõ.")]


@pytest.mark.parametrize(
    "words", ["trong phòng khách", "vào ban ngày", "ở cơ sở", "trong tủ phòng cháy", "tại hiện trường"]
)
def test_a_word_that_may_also_be_a_body_names_nobody(words: str) -> None:
    assert weak(f"Sáng 20/11 đã thay bóng đèn mới {words}.") == {Weakness.NO_DOER}


def test_evidence_is_a_file_or_a_reason_why_there_is_none() -> None:
    plain = WORTH_SENDING[0]
    assert weak(plain, evidence=False) == {Weakness.NO_EVIDENCE}
    assert weak(f"{plain} Không gửi kèm ảnh vì trời tối, chụp không rõ.", evidence=False) == set()
    assert weak(f"{plain} Biên bản không gửi kèm vì có thông tin cá nhân.", evidence=False) == set()
    assert weak(f"{plain} Chưa có văn bản do còn chờ kết luận.", evidence=False) == set()
    assert weak(f"{plain} Ảnh không có vì làm việc trong nhà.", evidence=False) == set()


def test_a_day_at_the_end_of_a_sentence_is_one() -> None:
    assert weak("Tổ chiếu sáng của phường đã thay bóng đèn mới vào 20/11.") == set()


def test_of_several_matters_each_must_be_spoken_of() -> None:
    lamps = "Sáng 20/11 tổ chiếu sáng của phường đã thay bóng đèn mới."
    assert weak(lamps, LAMP, RUBBISH) == {Weakness.UNADDRESSED}
    assert weak(f"{lamps} Công ty môi trường đã dọn rác ở đầu ngõ 5.", LAMP, RUBBISH) == set()


def test_an_amount_of_money_is_no_date() -> None:
    assert Weakness.NO_DATE in weak("Công an phường đã xử phạt chủ quán 2.500.000 đồng.")


@pytest.mark.parametrize("answer", ["", " ", "…", "🙂", "a" * 30_000, "đã " * 10_000])
def test_whatever_is_written_can_be_weighed(answer: str) -> None:
    assert Weakness.NO_ACT in weak(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "Tổ hạ tầng số 2 lắp nắp gang 60 cm lúc 9 giờ ngày 23/11/2026.",
        "to ha tang so 2 lap nap gang 60 cm luc 9 gio ngay 23/11/2026",
        "Đội thoát nước của phường vá xong 3 ổ gà sáng 20/11.",
        "Sáng 20/11, công ty môi trường dọn rác ở đầu ngõ 5, rửa mặt đường.",
        "Ngày 23/11 chúng tôi thay nắp cống.",
        "Theo kiến nghị của bà con, sáng 20/11 tổ 3 thay bóng mới.",
        "Công nhân điện lực nối lại dây chiều 22/11/2026.",
        "Đèn không sáng vì bóng bị cháy; sáng 20/11 tổ chiếu sáng thay bóng mới.",
        "Nắp cống bị vỡ, đội thoát nước lắp nắp mới lúc 9 giờ ngày 23/11.",
        "Công an phường phối hợp tổ dân phố tháo dỡ mái che ngày 20/11.",
    ],
)
def test_whoever_says_who_did_what_names_an_act_without_the_word_for_what_is_past(answer: str) -> None:
    assert weak(answer) == set()


@pytest.mark.parametrize(
    "answer",
    [
        "Sáng 20/11 tổ hạ tầng chưa lắp được nắp gang.",
        "Sáng 20/11 tổ sửa chữa không có xe.",
        "Ngày 23/11 chúng tôi đề nghị công ty thay nắp cống.",
        "Ngày 23/11 phòng yêu cầu công ty môi trường dọn rác.",
        "Tổ chiếu sáng đang chờ vật tư để thay bóng đèn, ngày 23/11.",
        "Ngày 23/11 đội thoát nước có kế hoạch nạo vét cống.",
        "Ngay 23/11 to ha tang chua lap duoc nap gang",
        "Tổ chiếu sáng cần thay bóng đèn ngày 23/11.",
        "Ngày 23/11 đề nghị công ty môi trường dọn rác ở đầu ngõ.",
    ],
)
def test_what_was_not_done_or_is_for_others_to_do_is_no_act_of_whoever_is_named(answer: str) -> None:
    assert Weakness.NO_ACT in weak(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "The division's lighting team replaced lamp no. 7 at 9:00 on 02/12/2026.",
        "We cut the tree on 2 December.",
        "The team cut the tree.",
        "Our workers have cleaned the drain at Trung Kính street.",
    ],
)
def test_of_an_answer_in_another_language_nothing_is_said_that_only_its_words_tell(answer: str) -> None:
    assert weak(answer, LAMP, RUBBISH) == set()
    assert weak(answer, LAMP, RUBBISH, evidence=False) == {Weakness.NO_EVIDENCE}
    assert weak(f"{answer} No photo is attached because it was dark.", evidence=False) == set()


@pytest.mark.parametrize(
    "answer", ["da xu ly theo quy dinh", "to in anh", "Đã tiếp nhận phản ánh về the team building."]
)
def test_vietnamese_without_marks_or_with_a_foreign_word_is_weighed(answer: str) -> None:
    assert Weakness.NO_DATE in weak(answer)
