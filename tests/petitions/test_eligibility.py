"""What a petition still lacks, by its kind and by what its words tell."""

from functools import cache

import pytest

from petitions.data import load_programme
from petitions.eligibility import Missing, missing
from petitions.kinds import Kind
from petitions.programme import Programme
from petitions.routing import propose
from tests.learnt import model


@cache
def programme() -> Programme:
    return load_programme("cau_giay_ward_2025")


def lacking(text: str, **given: bool) -> set[str]:
    found = propose(text, programme(), model())
    return set(missing(found.kind, found.told, **given))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Đèn đường ngõ 20 hỏng ba tuần nay", set()),
        ("den duong ngo 20 hong may thang nay", set()),
        ("Rác bốc mùi hôi thối", {Missing.PLACE, Missing.TIME}),
        ("cứ mưa là ngõ nhà tôi ngập", set()),
        ("Đề nghị lắp thêm ghế đá", {Missing.PLACE}),
        ("Đề nghị lắp thêm ghế đá ở công viên", set()),
        ("Please mend the broken street lights", {Missing.LANGUAGE, Missing.PLACE, Missing.TIME}),
        ("Cho hỏi khi nào phường tiếp dân", set()),
    ],
)
def test_a_report_needs_place_and_time_and_everything_is_in_vietnamese(text: str, what: set[str]) -> None:
    assert lacking(text) == what


def test_a_place_that_was_given_apart_is_not_missing() -> None:
    assert lacking("Rác bốc mùi hôi thối", place=True) == {Missing.TIME}


def test_a_complaint_needs_a_name_the_decision_a_request_and_a_signature_on_paper() -> None:
    all_ = {Missing.NAME, Missing.DECISION, Missing.REQUEST, Missing.SIGNATURE}
    assert lacking("Tôi khiếu nại vì giá đền bù quá thấp") == all_
    told = "Tôi không đồng ý với quyết định số 112 ngày 05/10, đề nghị hủy quyết định"
    assert lacking(told) == {Missing.NAME, Missing.SIGNATURE}
    assert lacking(told, name=True, paper=True) == set()


def test_nothing_is_asked_of_what_nobody_settles_here() -> None:
    assert missing(Kind.CAM_ON, {"language"}) == ()


@pytest.mark.parametrize(
    "since",
    [
        "từ đầu tháng",
        "từ cuối tuần trước",
        "từ hồi đầu năm",
        "từ sáng",
        "từ khi làm đường",
        "sau Tết",
        "từ tháng chín",
        "hôm thứ bảy",
        "dạo này",
    ],
)
def test_whoever_says_since_when_in_words_is_not_asked_for_it(since: str) -> None:
    assert lacking(f"Đèn đường ngõ 68 hỏng {since}, rất khó đi") == set()
    assert lacking("den duong ngo 68 hong tu dau thang, rat kho di") == set()
