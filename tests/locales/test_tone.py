"""The tone of voice, as far as a machine can hear it: docs/tone.md is the rule and the list at once."""

import re
from collections.abc import Iterator

import pytest

from locales import LANGUAGES
from tests.locales.test_words import FOLDER, ROOT, WORDS, messages

PAGE = (ROOT / "docs" / "tone.md").read_text("utf-8")
LONGEST = 35
"""Words of one sentence."""
ADDRESSES = ("bạn", "các bạn", "quý khách", "quý vị", "anh/chị", "anh chị", "em")
CONTRACTIONS = re.compile(
    r"\b\w+(?:n[’']t|[’'](?:re|ve|ll|m|d))\b|\b(?:it|that|there|let|what)[’']s\b", re.IGNORECASE
)
MARKS = re.compile(r"!|\.\.\.|  |(?<!\d) [,;?](?= |$)|\"|(?<=\w)'|(?<=\w) - (?=\w)")
CAPITALS = re.compile(r"\b[A-ZĐÀ-Ỹ]{3,}\b")
KNOWN = {"MTTQ", "HĐND", "UBND", "XXXX", "XXXXX", "NĐ", "TCVN", "PDF", "GIF"}

_NOT = {"vi": 1, "en": 3}


def table(title: str) -> list[list[str]]:
    """Return the cells of the table under a heading, without its head."""
    rows = [line for line in PAGE.split(f"## {title}")[1].split("\n## ")[0].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


def said(language: str) -> Iterator[tuple[str, str]]:
    """Yield every key with what people read of it."""
    for key, names in messages(language).items():
        yield key, re.sub(r"<[^>]+>", "", WORDS.say(language, key, dict.fromkeys(names, "x")))


def heard(language: str, words: list[str]) -> dict[str, list[str]]:
    """Return the keys in which one of these words is said."""
    spoken = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
    return {key: found for key, text in said(language) if (found := spoken.findall(text))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_has_a_word_that_the_page_rules_out(language: str) -> None:
    terms = [word for row in table("One term for one thing") for word in row[_NOT[language]].split(", ")]
    jargon = [word for word, where, _say in table("Words we do not use") if language in where]
    assert heard(language, [*terms, *jargon]) == {}


def test_people_are_addressed_as_a_clerk_does() -> None:
    assert heard("vi", list(ADDRESSES)) == {}
    assert [key for key, text in said("en") if CONTRACTIONS.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    sentences = [
        (key, sentence)
        for key, text in said(language)
        for line in text.splitlines()
        for sentence in re.split(r"(?<=[.?:;])\s+", line)
    ]
    assert [one for one in sentences if len(one[1].split()) > LONGEST] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_shouts_and_marks_are_those_of_print(language: str) -> None:
    assert {key: found for key, text in said(language) if (found := MARKS.findall(text))} == {}
    assert {key: loud for key, text in said(language) if (loud := set(CAPITALS.findall(text)) - KNOWN)} == {}


def test_the_page_writes_dates_as_the_program_does() -> None:
    [letter, short] = [
        WORDS.say("vi", "button-body", {"body": {form: "2026-11-30T02:00:00+00:00"}}) for form in ("day", "date")
    ]
    assert (letter, short) == ("ngày 30 tháng 11 năm 2026", "30/11/2026")
    assert WORDS.say("vi", "button-body", {"body": {"day": "2026-02-05T02:00:00+00:00"}}).startswith(
        "ngày 05 tháng 02"
    )
    english = [
        WORDS.say("en", "button-body", {"body": {form: "2026-11-30T02:00:00+00:00"}}) for form in ("day", "date")
    ]
    for date in (letter, short, "ngày 05 tháng 02", *english):
        assert date in PAGE


def test_what_the_page_shows_as_better_is_what_we_say() -> None:
    pairs = table("Ten pairs")
    files = {
        language: " ".join(" ".join(file.read_text("utf-8").split()) for file in (FOLDER / language).glob("*.ftl"))
        for language in LANGUAGES
    }
    assert len({key for key, _before, _after in pairs}) == 10
    for place, (key, before, after) in enumerate(pairs):
        own = re.split(r" [a-z][\w-]+ = ", files[LANGUAGES[place % 2]].split(f" {key} = ")[1])[0]
        assert after in own, key
        assert before not in own


def test_terms_are_those_of_the_glossary_and_in_use() -> None:
    for vietnamese, _not, english, _nor in table("One term for one thing"):
        assert heard("vi", [vietnamese]), vietnamese
        assert heard("en", [english]), english
