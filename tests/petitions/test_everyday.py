"""Harmless short words – a photo is sent, somebody waits, says where – are no danger and go to no other door."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from petitions.data import load_gate_rules, load_programme
from petitions.gate import Gate, GateRules, screen
from petitions.programme import Programme
from petitions.routing import propose
from petitions.text import Folded
from tests.learnt import model

SENTENCES = yaml.safe_load((Path(__file__).parent / "harmless_sentences.yaml").read_text(encoding="utf-8"))
HARMLESS = [text for texts in SENTENCES.values() for text in texts]
BEFORE = "Cống trước nhà 27 ngõ 20 bị tắc, nước tràn ra đường"


@cache
def rules() -> GateRules:
    return load_gate_rules()


@cache
def programme() -> Programme:
    return load_programme("cau_giay_ward_2025")


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_words_are_no_danger_and_no_accusation_alone_or_after_a_petition(text: str) -> None:
    assert screen([text], rules(), model()) is None
    assert screen([BEFORE, text], rules(), model()) is None


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_words_are_sent_to_no_other_door(text: str) -> None:
    assert propose(text, programme(), model()).gate is None


@pytest.mark.parametrize(
    "text",
    [
        "ảnh cái cống đây ạ",
        "tôi có ảnh cái cống kèm theo",
        "nước vẫn ngập đây ạ",
        "đây là ảnh đèn đường hỏng",
        "có ảnh cột điện đây",
        "chưa giải quyết, nước lại ngập rồi",
    ],
)
def test_a_photo_of_something_is_a_plain_report_of_it(text: str) -> None:
    assert screen([text], rules(), model()) is None
    assert propose(text, programme(), model()).gate is None


@pytest.mark.parametrize(
    "text", ["rút đơn", "rut don", "rut lai", "toi muon rut don", "đơn của tôi sao rồi", "karaoke ồn"]
)
def test_a_word_or_two_are_too_few_to_be_sent_away_for_what_was_learnt(text: str) -> None:
    assert screen([text], rules(), model()) is None
    assert propose(text, programme(), model()).gate is None


@pytest.mark.parametrize(
    "text",
    ["Có người gọi điện", "Có người dân gọi điện báo", "Ông Ba gọi điện", "có bác gọi điện lên",
     "Có người dân gọi điện báo: không nhớ số nhà, đầu ngõ 58 Trần Bình", "Ông Ba gọi điện\nđèn đường hỏng",
     "Bà cụ số nhà 12 gọi đến nói rác ngõ 58 ba hôm chưa thu gom", "Một chị ở tổ 5 gọi điện báo cống tắc"],
)  # fmt: skip
def test_that_somebody_called_is_no_danger(text: str) -> None:
    assert screen(text.split("\n"), rules(), model()) is None


@pytest.mark.parametrize(
    "text",
    ["Có người dân gọi điện báo cháy lớn ở chợ", "Bà cụ số nhà 12 gọi đến nói có người ngã xuống hồ",
     "Có bác gọi điện lên phản ánh mùi gas nồng nặc"],
)  # fmt: skip
def test_the_danger_of_which_somebody_called_is_heard(text: str) -> None:
    verdict = screen([text], rules(), model())
    assert verdict
    assert verdict.gate is Gate.EMERGENCY


@pytest.mark.parametrize(
    ("gate", "text"),
    [
        (Gate.EMERGENCY, "cháy nhà rồi cứu với"),
        (Gate.EMERGENCY, "chay nha roi cuu voi"),
        (Gate.DENUNCIATION, "cán bộ phường nhận hối lộ, có ảnh đây"),
    ],
)
def test_what_the_rules_hear_is_stopped_however_short(gate: Gate, text: str) -> None:
    verdict = screen([text], rules(), model())
    assert verdict is not None
    assert verdict.gate is gate


@pytest.mark.parametrize(
    "text",
    [
        "nổ ở gầm cầu",
        "có người nhảy cầu vượt",
        "kẹt trong thang máy tòa A",
        "khói ở hành lang tầng 7",
        "khoi hanh lang tang 7",
        "cháy tầng 3",
        "chay tang ham",
        "Cầu thang sập, có người bị thương",
    ],
)
def test_beside_a_word_of_danger_a_place_is_no_everyday_word(text: str) -> None:
    verdict = screen([text], rules(), model())
    assert verdict
    assert verdict.gate is Gate.EMERGENCY


def test_a_word_with_its_accents_is_everyday_only_where_it_is_that_word() -> None:
    everyday = rules().everyday
    assert everyday.only(Folded.of("tôi chờ đây ạ"))
    assert not everyday.only(Folded.of("chó đây ạ"))
    assert not everyday.only(Folded.of("tôi đau lắm"))


def test_a_long_text_tells_something_whatever_its_words() -> None:
    assert not rules().everyday.only(Folded.of("có ảnh đây " * 6))
