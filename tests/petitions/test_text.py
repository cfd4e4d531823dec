"""Residents' text: what is dropped from it, and what counts as the same word."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petitions.text import Folded, clean, fold, has_words, is_vietnamese, says_name

SLANG = {"ko": "không", "CA": "công an", "cb": "cán bộ"}


def test_zero_width_control_and_bidi_characters_disappear() -> None:
    assert clean("đè\u200bn \u202ehỏng\u202c\x00\ufeff") == "đèn hỏng"


def test_line_breaks_stay_and_long_runs_of_blank_lines_shrink() -> None:
    assert clean("một\r\nhai  \n\n\n\n\n\nba\t") == "một\nhai\n\n\nba"


@settings(deadline=None)
@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert unicodedata.is_normalized("NFC", clean(text))


@settings(deadline=None)
@given(st.text(st.characters(categories=["Cs", "Cc", "Cf", "L"])))
def test_cleaned_text_can_always_be_stored_as_utf8(text: str) -> None:
    assert "\x00" not in clean(text)
    clean(text).encode("utf-8")


def test_folding_keeps_punctuation_and_drops_accents() -> None:
    assert fold("Đường NGẬP, cống tắc!") == "duong ngap, cong tac!"


def test_folding_expands_slang_when_given_the_table() -> None:
    assert fold("CA ko đến", SLANG) == "cong an khong den"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà giải", "hòa giải"),
        ("thuỷ", "thủy"),
        ("xử lí", "xử lý"),
        ("quĩ", "quỹ"),
        ("sữa đường", "sửa đường"),
        ("cháyyyy", "cháy"),
        (unicodedata.normalize("NFD", "điện"), "điện"),
    ],
)
def test_variant_spellings_are_one_word(one: str, other: str) -> None:
    assert [word.exact for word in Folded.of(one).words] == [word.exact for word in Folded.of(other).words]


@pytest.mark.parametrize(
    ("one", "other"), [("cháy", "chảy"), ("chợ", "cho"), ("ngày", "ngài"), ("đường", "dương")]
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert Folded.of(one).words[0].exact != Folded.of(other).words[0].exact


def test_each_word_says_where_it_stands_in_the_original() -> None:
    text = "Gặp CA, ko ai ở đó"
    spans = [text[word.start : word.end] for word in Folded.of(text, SLANG).words]
    assert spans == ["Gặp", "CA", "CA", "ko", "ai", "ở", "đó"]


def test_abbreviations_with_a_dot_do_not_end_a_sentence() -> None:
    assert [word.sentence for word in Folded.of("P. Cầu Giấy hỏng đèn. Tối om").words] == [0, 0, 0, 0, 0, 1, 1]


def test_slang_does_not_make_unaccented_text_look_accented() -> None:
    assert not Folded.of("cb ko den cb ko lam", SLANG).accented
    assert Folded.of("cán bộ không đến").accented


@pytest.mark.parametrize("text", ["😀😀", "...", "👍 !!", "123", "", " \n"])
def test_emoji_digits_and_punctuation_are_no_words(text: str) -> None:
    assert not has_words(text)


def test_a_single_letter_is_a_word() -> None:
    assert has_words("👍 ạ")


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_folds(text: str) -> None:
    for word in Folded.of(text).words:
        assert 0 <= word.start < word.end <= len(text)
        assert word.plain


@pytest.mark.parametrize(
    "text",
    [
        "Đèn đường hỏng",
        "den duong ngo 20 hong",
        "k ai sua ca thang r",
        "nghiêng quá, nguy hiểm",
        "",
        "12/5",
        "xe máy",
    ],
)
def test_vietnamese_is_known_with_and_without_accents(text: str) -> None:
    assert is_vietnamese(Folded.of(text, {"k": "không", "r": "rồi"}))


@pytest.mark.parametrize(
    "text", ["please mend the street lights", "Bonjour, la rue est sombre", "こんにちは", "свет", "ﾞ"]
)
def test_other_languages_are_told_from_it(text: str) -> None:
    assert not is_vietnamese(Folded.of(text))


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Bà Cư Dân Một gửi thư", "Cư dân Một", True),
        ("ba cu dan mot gui thu", "Cư dân Một", True),
        ("Bà Cư Dân Một gửi thư", "cu dan mot", True),
        ("Bà Hoa báo thêm", "Cư dân Hoa", True),
        ("Cây có hoa đổ xuống", "Cư dân Hoa", False),
        ("Hoa", "Hoa", False),
        ("Đèn hỏng, xin gọi ông", "Hoa", False),
    ],
)
def test_a_name_is_found_whole_or_behind_a_form_of_address(text: str, name: str, *, said: bool) -> None:
    assert says_name(text, name) is said
