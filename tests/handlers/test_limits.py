"""Telegram's limits hold whatever people type: 4,096 of a message, 64 bytes of a button, 256 of a command."""

import ast
import re
from html import unescape
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]  # nothing public tells how long a match may be

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Bot

from desk.letter import Choice, Letter, Line
from desk.letter import Value as Argument
from handlers.telegram.courier import Courier
from handlers.telegram.menus import COMMANDS, commands_for
from handlers.telegram.routes import ROUTES
from handlers.telegram.splitting import LIMIT, split
from locales import LANGUAGES
from petitions.data import load_programme, shipped_programmes
from tests.locales.test_words import ROOT, WORDS, Checker, messages

PRESSES = [
    pattern for route in ROUTES if isinstance(pattern := getattr(route.matcher, "pattern", None), re.Pattern)
]
LONGEST = {"words": 8_000, "name": 100, "place": 300, "label": 60, "first": 400, "more": 400, "status": 200}
"""Characters that an argument may have; any other may have 300."""
ROOM = 100
"""What each piece leaves free for the line that says that it may be a repetition."""
courier = Courier(Bot("1:x"), WORDS, None, None, None)  # type: ignore[arg-type]  # nothing is sent, no file is asked for


def length(html: str) -> int:
    """Return how long Telegram finds a message: UTF-16 units without markup."""
    return len(unescape(re.sub(r"<[^>]+>", "", html)).encode("utf-16-le")) // 2


@st.composite
def letters(draw: st.DrawFn, language: str) -> Letter:
    """Draw a letter of a few lines with arguments as long as they can be."""
    return Letter(tuple(draw(lines(language)) for _line in range(draw(st.integers(1, 5)))))


@st.composite
def lines(draw: st.DrawFn, language: str) -> Line:
    """Draw a line with arguments of any signs, often many of them."""
    key = draw(st.sampled_from(sorted(messages(language))))
    args: dict[str, Argument] = {name: draw(long(LONGEST.get(name, 300))) for name in messages(language)[key]}
    return Line(key, args)


def long(limit: int) -> st.SearchStrategy[str]:
    """Return texts of up to so many characters: any signs, or a few repeated to the end."""
    few = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
    return few | few.map(lambda text: (text * limit)[:limit])


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_message_is_too_long_or_breaks_its_markup_whatever_its_arguments(
    language: str, data: st.DataObject
) -> None:
    letter = data.draw(letters(language))
    pieces = split(courier.render(language, letter), LIMIT - ROOM)
    repeated = length(WORDS.say(language, "repeated")) + 2
    assert repeated <= ROOM
    for piece in pieces:
        checker = Checker()
        checker.feed(piece)
        assert (checker.open, checker.unknown) == ([], [])
        assert length(piece) + repeated <= LIMIT


@pytest.mark.parametrize("pattern", PRESSES, ids=lambda pattern: pattern.pattern[:24])
def test_a_button_that_is_taken_has_plain_digits_and_at_most_64_bytes(
    pattern: re.Pattern[str],
) -> None:
    @settings(max_examples=20, deadline=None)
    @given(st.from_regex(pattern, fullmatch=True))
    def fits(data: str) -> None:
        assert all(sign in "0123456789" for sign in data if sign.isdigit())
        assert len(data.encode()) <= 64

    fits()
    _shortest, longest = _parser.parse(pattern.pattern).getwidth()
    assert longest <= 64


def test_every_body_of_every_programme_fits_into_a_button() -> None:
    codes = [body.code for name in shipped_programmes() for body in load_programme(name).bodies]
    assert [code for code in codes if len(f"set:22222222:body:{code}".encode()) > 64] == []
    assert [code for code in codes if not re.fullmatch(r"[a-z_]{1,32}", code)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@given(words=long(300))
@settings(max_examples=30, deadline=None)
def test_the_label_of_a_button_is_cut_and_never_empty(language: str, words: str) -> None:
    label = Line("button-matter", {"code": "DN-2222-2222", "words": words})
    button = courier._button(language, Choice(label, "adopt", ("supply", "22222222")))
    assert 0 < len(button.text) <= 60


def test_no_caption_is_sent_so_none_can_be_too_long() -> None:
    """1,024 signs are allowed; words go in messages of their own."""
    for room in ("handlers", "bot", "desk"):
        for file in Path(ROOT / room).rglob("*.py"):
            calls = (node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call))
            assert not [call for call in calls if any(one.arg == "caption" for one in call.keywords)], file


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_of_every_role_is_one_that_telegram_takes(language: str) -> None:
    for role in COMMANDS:
        names = commands_for([role])
        assert 0 < len(names) == len(set(names)) <= 100
        for name in names:
            assert re.fullmatch(r"[a-z0-9_]{1,32}", name)
            assert 1 <= len(WORDS.say(language, f"command-{name}")) <= 256


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_every_command_of_every_role(language: str) -> None:
    for role, names in COMMANDS.items():
        told = WORDS.say(
            language, f"help-{role}" if role != "resident" else "help", {"limit": "x", "reader": "resident"}
        )
        wanted = set(names) - {"help"}
        assert {name for name in wanted if f"/{name} –" not in told} == set(), role
