"""Two reports of one matter share its place and its thing, seldom their words."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from petitions.data import load_sameness
from petitions.sameness import Sameness, Verdict
from petitions.text import fold
from petitions.whereabouts import Mark, Pin, Sort, keys, metres
from tests.learnt import model

PAIRS = yaml.safe_load((Path(__file__).parent / "same_matter.yaml").read_text("utf-8"))
NUMBERS = some.integers(1, 300)
TEMPLATES = some.sampled_from(
    [
        "Nắp cống trước số nhà {house} ngõ {lane} Xuân Thủy bị mất, tối đi rất nguy hiểm",
        "Rác chất đống trước nhà số {house} ngõ {lane} phố Trần Thái Tông mấy hôm chưa dọn",
        "nha {house} ngo {lane} hat karaoke den nua dem, khong ai ngu duoc",
    ]
)


@cache
def rules() -> Sameness:
    return load_sameness(model())


def compared(a: str, b: str) -> Verdict:
    return rules().compare(rules().report(a), rules().report(b))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["a"][:40])
def test_neighbours_who_report_one_matter_are_told_from_those_who_report_two(pair: dict[str, Any]) -> None:
    verdict = compared(pair["a"], pair["b"])
    assert verdict.same is pair["same"], list(map(str, verdict.why))
    alike = rules().alike(rules().report(pair["a"]), rules().report(pair["b"]))
    assert alike == (verdict if verdict.same else None)


@given(TEMPLATES, NUMBERS, NUMBERS)
def test_a_report_is_the_same_as_itself_with_and_without_accents(template: str, house: int, lane: int) -> None:
    text = template.format(house=house, lane=lane)
    assert compared(text, text).same
    assert compared(text, fold(text)).same


@given(TEMPLATES, NUMBERS, NUMBERS, NUMBERS)
def test_the_same_words_with_another_number_are_another_matter(
    template: str, one: int, other: int, shared: int
) -> None:
    if one == other:
        return
    for a, b in (
        ({"house": one, "lane": shared}, {"house": other}),
        ({"house": shared, "lane": one}, {"lane": other}),
    ):
        assert not compared(template.format(**a), template.format(**{**a, **b})).same


@given(some.text(max_size=300), some.text(max_size=300))
def test_whoever_comes_first_makes_no_difference_and_every_text_gets_a_score(a: str, b: str) -> None:
    there, back = compared(a, b), compared(b, a)
    assert there.score == back.score
    assert 0 <= there.score <= 1


def test_words_alone_are_no_place() -> None:
    verdict = compared("Đèn đường hỏng lâu rồi", "Đèn đường hỏng lâu rồi")
    assert "nowhere" in {reason.what for reason in verdict.why}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngách 20/5 ngõ 20 Xuân Thủy", {(Sort.LANE, "20/5"), (Sort.LANE, "20"), (Sort.STREET, "xuan thuy")}),
        ("trước số nhà 15B", {(Sort.HOUSE, "15b")}),
        ("tổ dân phố số 05", {(Sort.GROUP, "5")}),
        ("tòa CT2, gần chợ Nghĩa Tân", {(Sort.BUILDING, "ct2"), (Sort.LANDMARK, "cho nghia tan")}),
        ("mãi chưa sửa, cho hỏi bao giờ xong", set()),
        ("duong hoang quoc viet bi ngap", {(Sort.STREET, "hoang quoc viet")}),
        ("cột đèn số 7", {(Sort.POLE, "7")}),
        ("", set()),
    ],
)
def test_what_a_text_says_of_its_place_is_found(text: str, expected: set[tuple[Sort, str]]) -> None:
    assert {(mark.sort, mark.name) for mark in rules().report(text).marks} == expected


def test_pins_near_each_other_share_a_cell_and_count_more_than_words() -> None:
    here, there, far = Pin(21.0357, 105.7902), Pin(21.0359, 105.7903), Pin(21.05, 105.80)
    assert metres(here, there) < 30
    assert metres(here, far) > 1_500
    assert keys((), here) & keys((), there, around=True)
    assert not keys((), here) & keys((), far, around=True)
    lamp = [rules().report("Đèn hỏng tối om", pin=pin) for pin in (here, there, far)]
    assert rules().compare(lamp[0], lamp[1]).same
    assert not rules().compare(lamp[0], lamp[2]).same


def test_a_place_is_found_by_any_of_its_names() -> None:
    found = keys({Mark(Sort.LANE, "20/5"), Mark(Sort.STREET, "tran thai tong")})
    assert found == {"lane:20/5", "lane:20", "tran thai", "thai tong"}
