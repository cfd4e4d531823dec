"""The gate on sentences it has never seen, on drafts of several messages, and on what only looks like it.

`gate_sentences.yaml` holds a fifth of all sentences written; the gate learns from the others. The floors stand
just under what is reached, so that a change that loses hearing fails.
"""

import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from petitions.data import load_gate_examples, load_gate_rules, load_programme
from petitions.gate import Gate, GateRules, screen
from petitions.text import fold
from tests.learnt import model

SENTENCES = yaml.safe_load((Path(__file__).parent / "gate_sentences.yaml").read_text(encoding="utf-8"))


@cache
def rules() -> GateRules:
    return load_gate_rules()


def heard(*texts: str) -> Gate | None:
    verdict = screen(texts, rules(), model())
    return verdict.gate if verdict else None


@cache
def tally() -> Counter[tuple[str, str]]:
    return Counter((label, heard(text) or "ordinary") for label, texts in SENTENCES.items() for text in texts)


def share(label: str, heard_as: set[str]) -> float:
    return sum(tally()[label, gate] for gate in heard_as) / len(SENTENCES[label])


def precision(gate: str) -> float:
    return tally()[gate, gate] / sum(tally()[label, gate] for label in SENTENCES)


def test_unseen_emergencies_are_heard() -> None:
    assert share("emergency", {"emergency"}) >= 0.95


def test_unseen_denunciations_are_stopped() -> None:
    assert share("denunciation", {"denunciation", "emergency"}) >= 0.95


def test_few_ordinary_sentences_are_stopped_although_they_name_the_same_people_and_things() -> None:
    assert precision("emergency") >= 0.82
    assert precision("denunciation") >= 0.83
    assert share("ordinary", {"denunciation", "emergency"}) <= 0.16


def test_no_held_out_sentence_is_among_the_examples() -> None:
    examples = load_gate_examples()
    learnt = {*examples.emergency, *examples.denunciation, *examples.ordinary}
    assert not learnt & {text for texts in SENTENCES.values() for text in texts}


@pytest.mark.parametrize(
    "messages",
    [
        ("Tôi xin phản ánh về anh cán bộ địa chính", "Hôm trước anh ấy lấy tiền của nhà tôi"),
        ("toi muon noi ve ong to truong", "ong ay giu tien quy tu nam ngoai", "ca to deu biet"),
        ("Đèn ngõ 5 hỏng", "À còn chuyện này: phải lót tay mới được sửa"),
    ],
)
def test_an_accusation_spread_over_messages_is_heard(messages: tuple[str, ...]) -> None:
    assert heard(*messages) is Gate.DENUNCIATION


def test_danger_is_told_before_accusation() -> None:
    assert heard("Công an phường bao che, cháy nhà rồi cứu với") is Gate.EMERGENCY


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("114", "Cháy nhà số 9 rồi, cứu với"),
        ("114", "chay nha so 9 roi, cuu voi"),
        ("114", "Rò gas ở tầng 3, mùi nồng lắm"),
        ("114", "ro gas o tang 3, mui nong lam"),
        ("114", "Hai mẹ con đang kẹt trong thang máy"),
        ("114", "hai me con dang ket trong thang may"),
        ("114", "Cháy lớn ở chợ, có người bị thương"),
        ("113", "Chúng nó đang đánh nhau, có dao"),
        ("113", "chung no dang danh nhau, co dao"),
        ("113", "Có tiếng súng nổ ở đầu phố"),
        ("113", "Vừa bị cướp giật điện thoại, nó chạy vào ngõ"),
        ("115", "Bà cụ ngã, bất tỉnh, chảy máu đầu"),
        ("115", "ba cu nga, bat tinh, chay mau dau"),
        ("115", "Có người bị điện giật nằm bất động"),
    ],
)
def test_the_number_that_helps_against_what_is_heard_comes_first(number: str, text: str) -> None:
    assert rules().helping([text])[0] == number


def test_where_no_danger_is_named_no_number_comes_before_the_others() -> None:
    assert rules().helping(["Đèn đường ngõ 20 hỏng"]) == ()


def test_every_number_of_the_dangers_is_one_that_the_programme_names() -> None:
    known = {one.number for one in load_programme("cau_giay_ward_2025").emergency}
    assert {group.id for group in rules().dangers} <= known


@pytest.mark.parametrize(
    "text", ["đánh nhau to lắm có dao", "danh nhau to lam co dao", "đánh nhau to quá các bác ơi"]
)
def test_a_fight_that_is_told_in_three_words_is_heard(text: str) -> None:
    assert heard(text) is Gate.EMERGENCY


@pytest.mark.parametrize(
    "text",
    [
        "Tuần trước có vụ đánh nhau to lắm có dao",
        "tối nào cũng đánh nhau có dao",
        "hay đánh nhau to lắm",
    ],
)
def test_a_fight_of_the_past_or_of_every_night_is_no_emergency(text: str) -> None:
    assert heard(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Bãi xe thu tiền không có biên lai",
        "bai xe thu tien khong co bien lai",
        "Bảo vệ bãi gửi xe thu tiền không có biên lai",
    ],
)
def test_a_parking_fee_without_a_receipt_accuses_nobody(text: str) -> None:
    assert heard(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Cán bộ phường thu tiền bãi xe không có biên lai",
        "bãi xe tự phát được công an phường bảo kê",
        "tổ bảo vệ dân phố ăn chặn tiền gửi xe",
    ],
)
def test_officials_who_take_the_parking_money_are_accused(text: str) -> None:
    assert heard(text) is Gate.DENUNCIATION


@pytest.mark.parametrize(
    "text",
    [
        "chay nha o ngo 20 nguyen phong sac",
        "ngo 20 nguyen phong sac chay nha",
        "chay nha 25 ngo 68 cau giay",
        "chay nha moi nguoi oi",
        "may nguoi oi chay nha so 5",
        "mau len, dau ngo 20 chay nha",
        "goi xe cuu hoa, chay nha o ngo 20",
        "chay bep nha toi",
        "chay nha hang xom",
        "chay chung cu mini",
        "Cháy nhà ở ngõ 20",
        "chay o tang 5 chung cu",
        "chay phong tro ngo 20",
        "có đám cháy ở ngõ 20",
        "co dam chay o ngo 20",
        "sap nha o ngo 20",
    ],
)
def test_a_fire_and_a_collapse_are_heard_without_accents_and_without_a_cry(text: str) -> None:
    assert heard(text) is Gate.EMERGENCY
    assert rules().helping([text])[0] == "114"


@pytest.mark.parametrize(
    "text",
    [
        "nuoc mua chay nha toi",
        "may bom chay nha em mat nuoc",
        "hom truoc chay nha o ngo ben, may khong sao",
        "xin cap lai so tiem cho hai chau bi chay nha nam ngoai",
        "nuoc thai chay o pho trung kinh hoi qua",
        "xe may chay o via he",
        "com chay nha hang moi mo on qua",
        "den duong chay o ngo 20 ba bong",
        "vu chay nha o ngo 20 thang truoc den nay chua ho tro",
        "so chay nha vi day dien chang chit",
        "toi muon chay nha o xa hoi",
        "tre con chay o chung cu on",
    ],
)
def test_what_is_spelt_like_a_fire_without_accents_is_none(text: str) -> None:
    assert heard(text) is None


def test_a_past_fire_is_no_emergency() -> None:
    assert heard("Hôm qua đã cháy một quán ở phố này") is None


@pytest.mark.parametrize(
    "text",
    [
        "Tôi khiếu nại quyết định xử phạt số 12 của Chủ tịch UBND phường vì phạt sai lỗi.",
        "Tôi không đồng ý với quyết định xử phạt của Chủ tịch phường",
        "toi khieu nai quyet dinh xu phat cua chu tich ubnd phuong",
    ],
)
def test_a_complaint_against_an_officials_decision_is_no_accusation(text: str) -> None:
    assert heard(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Tôi khiếu nại quyết định của Chủ tịch phường vì ông ấy nhận tiền của nhà bên",
        "khiếu nại quyết định xử phạt, cán bộ lập biên bản đã hành hung tôi",
        "Tôi tố cáo chủ tịch phường ra quyết định sai",
    ],
)
def test_an_accusation_within_a_complaint_is_stopped(text: str) -> None:
    assert heard(text) is Gate.DENUNCIATION


@pytest.mark.parametrize("text", ["no reply yet", "No news, no reply", "still no reply to my petition"])
def test_one_word_that_is_like_a_danger_is_no_danger(text: str) -> None:
    assert heard(text) is None


def test_the_police_asked_for_help_are_not_accused() -> None:
    assert heard("Đề nghị công an phường tuần tra ban đêm") is None


@pytest.mark.parametrize(
    "text",
    [
        "Xe tải đỗ chắn lối ở phố Nguyễn Khánh Toàn mỗi sáng, đề nghị công an xử lý.",
        "Xe tải đỗ lấn chiếm lòng đường cạnh trường học mỗi sáng, gây ùn tắc giao thông, đề nghị công an xử lý.",
        "đề nghị công an phường xử lý xe đỗ sai quy định",
        "xe ô tô đỗ trái phép chắn cổng nhà tôi, đề nghị công an xử lý",
        "Hàng xóm đốt rác, đề nghị chủ tịch phường xử lý.",
        "Công trình xây nhà để vật liệu tràn ra đường, đề nghị thanh tra xây dựng xử lý nghiêm",
        "Chó thả rông ở ngõ 5 cắn người, đề nghị cán bộ phường kiểm tra xử lý",
        "cho tha rong o ngo 5 can nguoi, de nghi can bo phuong kiem tra xu ly",
        "Hàng quán lấn chiếm vỉa hè, đề nghị công an phường và tổ trưởng dân phố xử lý",
        "Quán bia mở loa to, gọi công an không thấy ai xuống, đề nghị xử lý",
        "vỉa hè bị lấn chiếm, đã nói với anh Hùng công an khu vực",
        "mất chữ đệm trong tên, đã báo ông Tuấn tổ trưởng rồi",
        "Kính gửi Ủy ban nhân dân phường, tiền mai táng của mẹ tôi nộp giấy tờ bảy tháng rồi",
        "Kính gửi Ủy ban nhân dân phường, ăn trộm hoành hành quá trời",
    ],
)
def test_who_is_asked_to_act_or_was_told_is_not_accused(text: str) -> None:
    assert heard(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Công an phường nhận tiền của quán karaoke, đề nghị xử lý",
        "Đề nghị công an xử lý ông Ba bán ma túy",
        "de nghi cong an phuong xu ly ong Ba ban ma tuy",
        "đề nghị xử lý cán bộ địa chính nhận tiền",
        "Đề nghị công an và ủy ban xử lý cán bộ bao che bãi xe",
        "Anh cán bộ tiếp dân hách dịch, quát mắng người già, đề nghị xử lý",
        "Đã báo ông tổ trưởng nhưng ông ấy đòi 500 nghìn mới giải quyết",
        "gọi anh công an khu vực đến, anh ta nhận tiền của quán rồi bỏ đi",
        "bao ong truong thon ma ong ay an chan tien ho ngheo",
    ],
)
def test_who_is_accused_stays_accused_where_others_are_asked_to_act_or_were_told(text: str) -> None:
    assert heard(text) is Gate.DENUNCIATION


@pytest.mark.parametrize(
    "text",
    [
        "Có cây đổ chắn ngang phố từ 7 giờ sáng nay, chạm vào dây điện, tia lửa tóe ra.",
        "Cây đổ chạm vào dây điện từ 7 giờ sáng nay, tia lửa tóe ra.",
        "Dây điện tóe lửa trước số nhà 5",
        "day dien truoc nha so 5 toe lua tu toi qua",
        "dây điện đứt từ sáng nay chưa ai đến, vẫn phóng điện",
    ],
)
def test_sparks_of_a_wire_are_a_danger_since_whenever(text: str) -> None:
    assert heard(text) is Gate.EMERGENCY


@pytest.mark.parametrize(
    "text",
    [
        "Đề nghị thay dây điện cũ, hay tóe lửa khi mưa",
        "hôm qua dây điện trước nhà tôi tóe lửa, đã sửa xong, xin cảm ơn",
        "cột điện nghiêng, sợ dây điện phóng điện",
    ],
)
def test_sparks_that_are_feared_habitual_or_over_are_none(text: str) -> None:
    assert heard(text) is None


@pytest.mark.parametrize("name", ["Nguyễn Khánh Toàn", "Doãn Kế Thiện", "Đặng Thùy Trâm", "Trần Đăng Ninh"])
@pytest.mark.parametrize("place", ["Phố {}", "Số 12 phố {}", "12 {}", "đầu đường {}", "tôi ở phố {}"])
def test_a_street_that_bears_somebodys_name_is_neither_an_accusation_nor_a_danger(place: str, name: str) -> None:
    typed = place.format(name)
    assert [heard(one) for one in (typed, typed.lower(), fold(typed))] == [None] * 3


def test_cues_point_at_the_words_in_the_joined_messages() -> None:
    messages = ("Chào phường", "Ông ấy nhận hối lộ")
    verdict = screen(messages, rules(), model())
    assert verdict is not None
    assert verdict.cues
    for cue in verdict.cues:
        assert "\n".join(messages)[cue.start : cue.end] == cue.words


@pytest.mark.parametrize("texts", [(), ("",), ("😀",), ("hello there",), ("\n\n",), ("a" * 5000,)])
def test_texts_that_say_nothing_pass(texts: tuple[str, ...]) -> None:
    assert heard(*texts) is None


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_can_be_screened(texts: list[str]) -> None:
    screen(texts, rules(), model())


@pytest.mark.parametrize("again", ["vac ", "so ", "boi duong may ", "cam on ", "vác dao đi ", "1 ", "a/a "])
def test_words_chosen_to_keep_the_gate_busy_cost_a_few_times_what_others_do(again: str) -> None:
    ordinary = "Đèn đường ngõ 20 hỏng đã hai tuần, tối rất khó đi. "
    assert spent(again * (8_000 // len(again))) < 8 * spent(ordinary * (8_000 // len(ordinary)))


def spent(text: str) -> float:
    """Return the seconds of CPU that the gate takes, the least of three tries."""
    return min(map(_spent_once, [text] * 3))


def _spent_once(text: str) -> float:
    began = time.thread_time()
    screen([text], rules(), model())
    return time.thread_time() - began
