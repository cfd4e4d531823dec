"""The cue language: which ways of typing a phrase finds, and which it must not."""

import pytest
from pydantic import ValidationError

from petitions.cues import CueGroup, Lexicon
from petitions.text import Folded


def found(phrase: str, text: str, *, unless: tuple[str, ...] = ()) -> list[str]:
    lexicon = Lexicon([CueGroup(id="x", words=(phrase,), unless=unless)])
    return [cue.words for cue in lexicon.find(Folded.of(text))]


def test_a_phrase_is_found_with_and_without_accents() -> None:
    assert found("hối lộ", "nó nhận HỐI LỘ rồi") == ["HỐI LỘ"]
    assert found("hối lộ", "no nhan hoi lo roi") == ["hoi lo"]


def test_other_accents_are_another_word() -> None:
    assert found("đang cháy", "nước đang chảy ra đường") == []


def test_an_unaccented_word_in_accented_text_is_taken_at_its_word() -> None:
    assert found("chợ", "việc này giao cho tổ trưởng") == []


def test_words_are_whole_words() -> None:
    assert found("tố cáo", "tố cáotố") == []


def test_a_strict_word_needs_its_accents() -> None:
    assert found("=chợ", "hop cho ngoai duong") == []
    assert found("=chợ", "họp chợ ngoài đường") == ["chợ"]


def test_a_number_may_stand_anywhere_also_first() -> None:
    assert found("<number> tháng nay", "tắc 3 tháng nay") == ["3 tháng nay"]
    assert found("(ba|<number>) tháng ~ ai", "2 tháng chưa thấy ai, tắc ba tháng không ai") == [
        "2 tháng chưa thấy ai",
        "ba tháng không ai",
    ]
    assert found("số <number>", "số nhà") == []


def test_a_gap_holds_up_to_four_words_of_the_same_sentence() -> None:
    assert found("đèn ~ hỏng", "đèn ở đầu ngõ 9 hỏng") == ["đèn ở đầu ngõ 9 hỏng"]
    assert found("đèn ~ hỏng", "đèn ở đầu ngõ số 9 hỏng") == []
    assert found("đèn ~ hỏng", "có đèn. Xe hỏng") == []


def test_a_cue_may_run_over_a_line_break() -> None:
    assert found("hối lộ", "nhận hối\nlộ") == ["hối\nlộ"]


def test_any_one_word_may_stand_for_a_word_but_not_for_none() -> None:
    assert found("đã <word> ổ gà", "đã lấp ổ gà, đã ổ gà, đã lấp lại ổ gà") == ["đã lấp ổ gà"]
    assert found("đã <word>", "xong đã") == []


def test_alternatives_brackets_options_and_numbers() -> None:
    assert found("mất|cúp điện", "cúp điện suốt") == ["cúp điện"]
    assert found("(công an|cán bộ) phường", "cán bộ phường") == ["cán bộ phường"]
    assert found("nhận bồi? thường", "nhận thường") == ["nhận thường"]
    assert found("quyết định <number>", "quyết định 15/QĐ") == ["quyết định 15"]
    assert found("<number> ngày nay", "đã 15 ngày nay") == ["15 ngày nay"]


def test_an_overlapping_unless_phrase_takes_a_find_back() -> None:
    assert found("cháy", "đèn cháy bóng", unless=("đèn cháy",)) == []
    assert found("cháy", "đèn cháy. Nhà cháy", unless=("đèn cháy",)) == ["cháy"]


@pytest.mark.parametrize("phrase", ["", "~ cháy", "cháy ~", "rất? cháy", "cháy ? nhà", "cháy |"])
def test_a_phrase_that_says_nothing_is_refused(phrase: str) -> None:
    with pytest.raises(ValidationError):
        CueGroup(id="x", words=(phrase,))
