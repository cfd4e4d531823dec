"""What a text is proposed as, and who leads when the officer decides otherwise."""

from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from petitions.competence import Topic
from petitions.data import load_examples, load_programme
from petitions.gate import STOPPED, Gate
from petitions.kinds import Field, Kind, Level
from petitions.programme import Programme
from petitions.routing import Proposal, propose
from tests.learnt import model

SENTENCES = yaml.safe_load((Path(__file__).parent / "routing_sentences.yaml").read_text(encoding="utf-8"))


@cache
def programme() -> Programme:
    return load_programme("cau_giay_ward_2025")


def proposed(text: str) -> Proposal:
    return propose(text, programme(), model())


def test_fields_and_kinds_are_mostly_proposed_as_an_officer_would() -> None:
    proposals = [(kind, field, proposed(text)) for kind, field, text in SENTENCES]
    assert sum(field == one.field for _, field, one in proposals) / len(SENTENCES) >= 0.94
    assert sum(kind == one.kind for kind, _, one in proposals) / len(SENTENCES) >= 0.9


def test_every_field_is_among_the_measured_ones_but_corruption() -> None:
    assert {field for _, field, _ in SENTENCES} == {*Field} - {Field.PCTN}


@pytest.mark.parametrize(
    "text", ["", "😀", "?!", "\x00", "こんにちは", "hello, how are you", "a" * 100_000, "xin chào " * 2_000]
)
def test_a_text_that_says_nothing_goes_to_the_ward_office_without_confidence(text: str) -> None:
    found = proposed(text)
    assert found.field is Field.KHAC
    assert found.confidence < 0.1
    assert found.assignment.lead in {None, "ward_office"}


def test_a_proposal_shows_the_words_it_rests_on_and_its_legal_basis() -> None:
    text = "Đèn đường ngõ 20 hỏng cả tháng"
    found = proposed(text)
    assert found.cues
    assert all(text[cue.start : cue.end] == cue.words for cue in found.cues)
    assert (found.assignment.lead, found.assignment.rule) == ("ward_economy_infrastructure", "CS.ward")
    assert found.assignment.basis


def test_several_unrelated_matters_are_proposed_for_splitting() -> None:
    found = proposed("Đèn đường ngõ 9 hỏng. Ngoài ra trường mầm non thu tiền bán trú quá cao, phụ huynh bức xúc")
    assert (found.kind, found.assignment.lead) == (Kind.NHIEU_NOI_DUNG, None)
    assert [one.field for one in found.matters] == [Field.CS, Field.GD]


def test_what_sounds_of_a_danger_or_an_accusation_and_passed_the_gate_is_not_taken_for_several_matters() -> None:
    stopped = [one.text for one in load_examples() if one.kind in STOPPED]
    several = [text for text in stopped if proposed(text).kind is Kind.NHIEU_NOI_DUNG]
    assert [text for text in several if len(proposed(text).matters) == 1] == []


def test_numbered_items_within_a_line_are_matters_and_numbers_in_a_sentence_are_not() -> None:
    three = "Xin: 1. Đèn đường ngõ 9 Xuân Thủy hỏng. 2. Rác đổ đống đầu ngõ. 3. Hỏi thủ tục làm căn cước cho con."
    assert [one.field for one in proposed(three).matters] == [Field.CS, Field.VSMT, Field.HTCT]
    short = "Cử tri kiến nghị:\n1) Rác để cả tuần.\n2) Nước máy đục từ hôm qua.\n3) Lắp thêm ghế đá ở vườn hoa."
    assert [one.field for one in proposed(short).matters] == [Field.VSMT, Field.NS, Field.CAY]
    one = "Đèn đường ngõ 20 hỏng. Cột số 2. 3 tháng nay rác cũng đổ đống."
    assert len(proposed(one).matters) == 1


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (
            "Bóng đèn đường trước cổng trường mầm non hỏng hai tuần nay, tối đi lại nguy hiểm, đề nghị thay sớm.",
            Field.CS,
        ),
        ("Rác đổ đống trước cổng trường mầm non, mùi hôi, đề nghị dọn.", Field.VSMT),
        ("Nắp cống cạnh trường tiểu học bị mất. Mong các cấp quan tâm giải quyết giúp bà con.", Field.TN),
        ("Cây phượng gần đền bị nghiêng. Mong các cấp quan tâm giải quyết giúp bà con.", Field.CAY),
        ("Cột điện gần trạm y tế phường bị nghiêng. Mong các cấp quan tâm giải quyết.", Field.DIEN),
        ("Ống nước gần đền vỡ, nước chảy ra đường. Đề nghị phường cho người xử lý.", Field.NS),
    ],
)
def test_a_place_named_beside_one_matter_and_a_polite_end_make_no_second_matter(text: str, field: Field) -> None:
    found = proposed(text)
    assert (found.field, found.kind in {Kind.PHAN_ANH, Kind.KIEN_NGHI}) == (field, True)
    assert found.assignment.lead


def test_matters_of_the_city_go_to_the_city() -> None:
    assert proposed("Mặt đường vành đai 3 có nhiều ổ gà").assignment.lead == "city_construction"


def test_more_cues_for_one_field_make_the_proposal_surer() -> None:
    sure = proposed("Đèn đường hỏng, cột đèn nghiêng, đề nghị thay bóng đèn chiếu sáng")
    unsure = proposed("Đèn hỏng, hàng xóm kêu")
    assert sure.confidence > unsure.confidence


def test_a_complaint_is_led_by_the_head_and_prepared_by_the_body_of_the_field() -> None:
    found = programme().competent(Topic(Kind.KHIEU_NAI, Field.DAT, Level.WARD))
    assert (found.lead, found.coordinating) == ("ward_committee", ("ward_economy_infrastructure",))
    assert "Luật Khiếu nại" in (found.basis or "")


def test_feedback_on_what_the_city_keeps_is_led_by_the_city() -> None:
    assert programme().competent(Topic(Kind.PHAN_ANH, Field.GT, Level.CITY)).lead == "city_construction"


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_a_proposal(text: str) -> None:
    assert 0 <= proposed(text).confidence <= 1


@pytest.mark.parametrize(
    "thanks", ["Cảm ơn.", "Xin cảm ơn!", "Tôi xin chân thành cảm ơn phường.", "Trân trọng cảm ơn.", "xin cam on"]
)
@pytest.mark.parametrize(
    "matter",
    [
        "Vỉa hè trước số nhà 15 phố Trần Quốc Vượng bị bong gạch lát. Đề nghị phường cho lát lại.",
        "Rác ở đầu ngõ 20 ba ngày nay chưa ai thu gom, mùi hôi bay vào nhà.",
        "Quán karaoke mở loa to đến 1 giờ đêm, cả ngõ mất ngủ.",
    ],
)
def test_a_thank_you_in_closing_makes_no_commendation_of_a_report(matter: str, thanks: str) -> None:
    assert proposed(f"{matter} {thanks}").kind is Kind.PHAN_ANH


@pytest.mark.parametrize(
    "text",
    [
        "Cảm ơn công an phường đã giúp gia đình tôi tìm lại xe.",
        "Xin cảm ơn phường đã sửa đèn ngõ 5. Cảm ơn!",
        "Đèn ngõ 5 đã sáng, cảm ơn phường.",
        "Cán bộ một cửa hướng dẫn rất tận tình. Xin cảm ơn.",
        "Tôi xin cảm ơn phường. Đèn ngõ 20 đã sáng trở lại từ tối qua.",
        "Cảm ơn anh cảnh sát khu vực. Anh đã giúp tôi tìm lại xe máy.",
        "Xin cảm ơn tổ vệ sinh. Rác đã được dọn sạch ngay trong ngày.",
    ],
)
def test_what_is_well_now_and_thanked_for_stays_a_commendation(text: str) -> None:
    assert proposed(text).kind is Kind.CAM_ON


@pytest.mark.parametrize("end", ["", " Xin cảm ơn."])
def test_a_single_clause_is_not_several_matters(end: str) -> None:
    assert proposed(f"Tôi muốn hỏi thủ tục đăng ký tạm trú cho con.{end}").kind is Kind.HOI_DAP


@pytest.mark.parametrize(
    "text",
    [
        "Đơn đề nghị sửa mặt đường ngõ 79 Cầu Giấy bị lún, ổ gà",
        "Đơn đề nghị sửa cống thoát nước",
        "Đơn đề nghị giải quyết tiếng ồn quán hát",
        "Tường rào nhà trẻ ở ngõ 9 Phạm Văn Bạch bị nứt từ tháng 10, đề nghị sửa.",
        "Tường rào chợ ở ngõ 19 Trung Kính bị nứt từ tháng 10, đề nghị sửa.",
        "The manhole cover in front of 9 Chua Ha street is broken, please replace it.",
        "Rubbish on Chua Ha street has not been collected for three days.",
    ],
)
def test_neither_the_heading_of_a_letter_nor_the_name_of_a_street_makes_another_kind(text: str) -> None:
    assert (proposed(text).kind, proposed(text).gate) == (Kind.PHAN_ANH, None)


@pytest.mark.parametrize(
    "text",
    [
        "Hôm qua chó lại cắn cháu tôi ở sân tòa A",
        "Hôm qua chó cắn cháu tôi ở sân chung cư",
        "Có con chó dữ ở đầu ngõ hay đuổi người đi đường",
        "Trường thu nhiều khoản ngoài quy định",
        # with “góp ý” people begin to tell of anything; no draft is named
        "Tôi góp ý nên lắp thêm thùng rác ở công viên Cầu Giấy.",
        "Tôi góp ý phường nên trồng thêm cây ở phố Dương Quảng Hàm.",
        "Góp ý nên kẻ vạch sang đường trước trường.",
        "Tôi có ý kiến góp ý về việc đỗ xe ở ngõ 5.",
        "Xin góp ý phường cho phun thuốc muỗi.",
        "Góp ý là xe rác đi muộn quá.",
        "gop y la xe rac di muon qua",
        "tôi góp ý thêm là loa phường to quá",
        "Góp ý về thái độ của nhân viên một cửa.",
    ],
)
def test_what_is_like_nothing_that_was_learnt_or_only_calls_itself_advice_is_a_report(text: str) -> None:
    assert proposed(text).kind in _REPORTS
    assert proposed(text).gate is None


@pytest.mark.parametrize(
    "text",
    [
        "Tôi muốn hỏi bao giờ Tòa án xử vụ tranh chấp đất giữa tôi và hàng xóm, nộp từ tháng 3 chưa có giấy báo.",
        "Tôi muốn hỏi bao giờ Tòa án xử vụ tranh chấp đất giữa tôi và hàng xóm.",
        "Hồ sơ khởi kiện tôi nộp ở Tòa án từ tháng 5, đến nay chưa có giấy báo.",
    ],
)
def test_what_is_before_the_court_is_neither_several_matters_nor_a_complaint(text: str) -> None:
    assert proposed(text).kind not in {Kind.NHIEU_NOI_DUNG, Kind.KHIEU_NAI}
    assert proposed(text).gate is Gate.COURT


@pytest.mark.parametrize(
    "text",
    [
        "Tôi góp ý dự thảo quy hoạch phân khu: nên giữ lại hồ.",
        "Góp ý vào dự thảo nghị quyết về phí đỗ xe: mức phí nên giảm.",
        "Tôi góp ý đề án trồng cây: nên chọn cây bóng mát.",
        "góp ý quy chế chi tiêu nội bộ: mục tiếp khách quá rộng",
        "Góp ý hương ước: đừng phạt hộ vắng họp.",
    ],
)
def test_advice_on_a_draft_is_a_comment_on_it(text: str) -> None:
    assert proposed(text).kind is Kind.GOP_Y_DU_THAO


@pytest.mark.parametrize(
    "text", ["Đơn đề nghị hủy quyết định thu hồi đất số 12", "Đơn khiếu nại quyết định xử phạt số 5"]
)
def test_a_letter_that_contests_a_decision_stays_a_complaint(text: str) -> None:
    assert proposed(text).kind is Kind.KHIEU_NAI


_REPORTS = {Kind.PHAN_ANH, Kind.KIEN_NGHI}
FORMULAS = (
    "Kính chào các anh chị. {}",
    "Alo ad ơi, {}",
    "Tôi xin phản ánh việc sau: {}",
    "Xin chào, tôi muốn phản ánh: {}",
    "Nhờ phường giúp tôi việc này. {}",
    "{} Mong sớm được giải quyết.",
    "{} Rất mong phường quan tâm.",
    "{} Nhờ các anh chị kiểm tra giúp ạ.",
    "{} Bao giờ thì xử lý ạ?",
    "{} Ai chịu trách nhiệm việc này?",
    "{} Xin cảm ơn.",
    "{} Tôi xin trân trọng cảm ơn!",
    "Trước hết xin cảm ơn phường đã sửa vỉa hè tháng trước. {}",
    "Cảm ơn các anh chị lần trước đã trả lời rất nhanh. {}",
    "Cảm ơn phường đã sửa đường, nhưng {}",
    "Tôi xin góp ý: {}",
    "Xin có ý kiến như sau: {}",
    "{} Đề nghị xử phạt nghiêm.",
    "{} Yêu cầu xử lý dứt điểm.",
)


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_stands_in_petitions_of_any_kind_makes_no_other_kind(formula: str) -> None:
    reports = [text for kind, _field, text in SENTENCES if kind == "PHAN_ANH" and proposed(text).kind in _REPORTS]
    kept = sum(proposed(formula.format(text)).kind in _REPORTS for text in reports)
    assert len(reports) > 30
    assert kept >= 0.97 * len(reports), f"{kept} of {len(reports)}"


@pytest.mark.parametrize(
    "text",
    [
        "Hàng xóm ồn quá",
        "Chỗ tôi ở ồn quá, đề nghị xử lý.",
        "Tầng trên ồn quá, mong phường xem giúp.",
        "Tổ 5 nước chảy yếu mấy hôm nay.",
        "Chỗ tôi ở đổ rác bừa bãi",
        "Ngõ nhà tôi nhếch nhác lắm.",
    ],
)
def test_a_trouble_told_in_few_words_is_neither_a_commendation_nor_out_of_scope(text: str) -> None:
    found = proposed(text)
    assert found.kind in {Kind.PHAN_ANH, Kind.KIEN_NGHI}
    assert found.assignment.lead
