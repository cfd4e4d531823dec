"""The words: both languages say the same things with the same arguments, and the program asks for nothing else."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import locales
from desk.alerting import Alert
from desk.body_cards import VERBS
from desk.body_headlines import Now
from desk.histories import SUPERSEDED
from desk.neighbours import PLACING
from desk.records import Change
from desk.telling import OWN_WORDS, RATINGS
from handlers.telegram.menus import COMMANDS
from handlers.telegram.splitting import LIMIT, split
from handlers.telegram.wordings import TALKS
from locales import LANGUAGES, MissingWordsError, Words
from petitions.access import Part, Purpose
from petitions.calendar import Unit
from petitions.case import OPEN_REFERRALS, NameShown, Status
from petitions.data import load_programme, shipped_programmes
from petitions.denunciations import Standing
from petitions.eligibility import Missing
from petitions.kinds import OF_ANSWERS, Field, Kind, Level, Result, Source
from petitions.queues import View
from petitions.registers import COUNTED, REGISTERS
from petitions.roles import GRANTED, Role
from petitions.seen import Ending, Seen
from petitions.templates import Use
from petitions.vagueness import Weakness
from petitions.workflow import OF_AUTHOR, PETITION, TOLD_AT_COUNTER, Act
from reports.picture import AGES
from reports.text import PARAGRAPH, SAID
from reports.views import DIMENSIONS, LISTED
from storage.reports import CASE

WORDS = Words(ZoneInfo("Asia/Ho_Chi_Minh"))
FOLDER = Path(locales.__file__).parent
ROOT = FOLDER.parent
LONG = "Ủy ban " * 2000
CARD_ACTS = (
    Act.ASK,
    Act.SUPPLY,
    Act.ANSWER,
    Act.RETURN,
    Act.SEND_BACK,
    Act.OVERRIDE,
    Act.DISPUTE,
    Act.UPHOLD,
    Act.GUIDE,
    Act.STORE,
    Act.EXTEND,
    Act.GRANT,
    Act.DENY,
    Act.PART,
    Act.WAIVE,
    Act.REMARK,
    Act.FOLLOW_UP,
    Act.CARRY_OUT,
    Act.OVERRIDE_REPORT,
)
OFFICE_VERBS = (
    "recall",
    "staff",
    "refer",
    "paper",
    "class",
    "ask",
    "guide",
    "store",
    "merge",
    "split",
    "uphold",
    "sign",
    "override",
    "involve",
    "urge",
    "escalate",
    "grant",
    "deny",
    "sendback",
    "results",
    "note",
    "denounce",
    "follow",
    "confirm",
    "confirmweak",
)
UNSEEN = {
    Act.NOTE,
    Act.RECLASSIFY,
    Act.IDENTIFY,
    Act.KEEP,
    Act.UNDO,
    Act.ASSIGN,
    Act.PRIORITISE,
    Act.OVERRIDE,
    Act.REMIND,
    Act.PROMPT,
    Act.REASSIGN,
    Act.REACH,
    Act.INFORM,
    Act.CORRECT,
    Act.FOLLOW_UP,
    Act.CARRY_OUT,
    Act.OVERRIDE_REPORT,
}
_NEVER_ACT = {Role.LEADER, Role.AUDITOR, Role.DENUNCIATION_KEEPER}
OPEN_ENDS: dict[str, tuple[str, ...]] = {
    "body-now-": tuple(Now),
    "weak-": (*Weakness, "head"),
    "told-": ("went-on", "went-on-until", *{move.told for move in PETITION if move.told}),
    "step-": tuple(set(Act) - UNSEEN),
    "step-supply-": ("edited",),
    "step-rate-": ("solved", "partly"),
    "step-sign_off-": tuple(Result),
    "result-": tuple(Result),
    "roles-": tuple(Change),
    "outcome-": OF_ANSWERS,
    "step-erase-": ("asked", "old", "part", "paper"),
    "status-": tuple(Status),
    "seen-": tuple(Seen),
    "ended-": tuple(Ending),
    "other-": tuple(OWN_WORDS),
    "kind-": tuple(Kind),
    "field-": tuple(Field),
    "missing-": tuple(Missing),
    "level-": tuple(Level),
    "source-": ("telegram", *Source),
    "overtaken-": ("supply", "remark"),
    "rating-": RATINGS,
    "signing-": ("needed", "dropped"),
    "button-source-": tuple(Source),
    "denunciation-": tuple(Standing),
    "button-denunciation-": tuple(Standing)[1:],
    "inform-": tuple(TOLD_AT_COUNTER),
    "known-": tuple(OF_AUTHOR),
    "button-whose-": tuple(NameShown),
    "role-": GRANTED,
    "why-": PLACING,
    "who-": tuple(role for role in Role if role not in _NEVER_ACT),
    "help-": tuple(role for role in COMMANDS if role is not Role.RESIDENT),
    "button-": (*OFFICE_VERBS, *VERBS),
    "button-rate-": RATINGS,
    "button-name-": tuple(NameShown),
    "button-drop-": ("last", "all", "yes", "place"),
    "button-edit-": ("words", "files", "place", "name"),
    "button-add-": ("files", "place", "name"),
    "button-class-": ("kind", "field", "body"),
    "choose-": ("kind", "field", "body"),
    "choose-queue-": ("field", "body"),
    "queue-": tuple(View),
    "template-use-": tuple(Use),
    "template-choose-": ("use", "field", "kind", "result"),
    "button-view-": tuple(View),
    "card-": CARD_ACTS,
    "card-rate-": ("solved", "partly"),
    "card-with-": (Act.ANSWER, Act.PART, Act.RETURN),
    "card-former-": (Act.ANSWER, Act.PART, Act.RETURN),
    "dossier-": (Act.REFER, Act.ANSWER, Act.SIGN_OFF, Act.REOPEN),
    "earlier-": tuple(SUPERSEDED),
    "did-": (
        "accepted",
        "returned",
        "asked",
        "more",
        "waived",
        "part",
        "answered",
        "answered-lead",
        "carried",
        "late",
        "given",
    ),
    "share-": tuple(OPEN_REFERRALS),
    "card-name-": tuple(NameShown),
    "card-named-": (NameShown.BODY, NameShown.OFFICE),
    "button-purpose-": tuple(Purpose),
    "read-": ("card", "name", "find", "wrong_secret", "denunciations", "other"),
    "preview-name-": tuple(NameShown),
    "command-": tuple(name for names in COMMANDS.values() for name in names),
    "limit-": tuple(Unit),
    "opening-": ("greeting", "thanks", "assent", "nothing"),
    "part-": tuple(Part),
    "period-": ("week", "month", "quarter", "half", "nine", "year"),
    "report-": SAID,
    "report-by-": DIMENSIONS,
    "report-no-": DIMENSIONS,
    "button-report-": DIMENSIONS,
    "figure-": LISTED,
    "paragraph-": tuple(PARAGRAPH),
    "picture-": AGES,
    "workbook-": CASE,
    "change-up": ("", "-points"),
    "change-down": ("", "-points"),
    "place-": ("address", "hours", "phone", "email"),
    "register-": tuple(REGISTERS),
    "alert-": tuple(Alert),
    "own-": ("near", "past"),
    "count-": COUNTED,
    "heading-no-": ("register", "day"),
    "sheet-": ("register", "day", "body", "rows", "lists"),
    "button-day-": ("0", "1"),
}
"""What the program may put after the beginning of a key."""
DOORS = {door.words for name in shipped_programmes() for door in load_programme(name).doors}
"""Keys that the doors of programmes name."""
ASKING = {"Line": (0,), "say": (0,), "fact": (0,), "word": (0,), "choice": (0,), "Refusal": (0,), "refusal": (0,),
          "news": (1,), "worded": (1,), "Wording": (1,), "Gathering": (1, 2),
          "_done": (1,), "_said": (0,), "_button": (0,)}  # fmt: skip
"""Functions that take keys, with the places of those arguments."""


class Variables(Visitor):
    """Collects the arguments that a message asks for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)


@cache
def messages(language: str) -> dict[str, frozenset[str]]:
    """Return the keys of a language with their arguments, as its files say; a key stands there once."""
    found: dict[str, frozenset[str]] = {}
    for file in sorted((FOLDER / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file}: {entry.content}"
            if isinstance(entry, ftl.Message):
                variables = Variables()
                variables.visit(entry)
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                found[entry.id.name] = frozenset(variables.names)
    return found


@cache
def asked() -> dict[str, str]:
    """Return the keys and beginnings of keys (with a star) that the program asks for, with where."""
    found: dict[str, str] = {}
    for file in (
        path
        for room in ("desk", "handlers", "bot", "petitions", "reports")
        for path in (ROOT / room).rglob("*.py")
    ):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            for key in _keys(node):
                found[key] = f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
    return found


def _keys(node: ast.AST) -> Iterator[str]:
    if not isinstance(node, ast.Call):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if isinstance(node.func, ast.Attribute) and name == "say":  # that of `Words`, which gets its key from others
        return
    for place in ASKING.get(name, ()):
        for argument in node.args[place : place + 1]:
            yield from _said(argument)


def _said(argument: ast.expr) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str(key)):
            yield key
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]):
            yield f"{start}*"
        case ast.IfExp(body=one, orelse=other):
            yield from [*_said(one), *_said(other)]


def test_every_language_has_the_same_keys_with_the_same_arguments() -> None:
    first, *others = (messages(language) for language in LANGUAGES)
    for other in others:
        assert other.keys() == first.keys()
        assert {key: other[key] for key in first if other[key] != first[key]} == {}


@pytest.mark.parametrize("role", GRANTED)
def test_the_help_of_a_role_says_as_much_in_every_language(role: Role) -> None:
    first, *others = (_sentences(WORDS.say(language, f"help-{role}")) for language in LANGUAGES)
    assert others == [first] * len(others)


def _sentences(said: str) -> list[int]:
    """Return how many sentences each line has."""
    return [len(re.findall(r"\.(?:\s|$)", line)) for line in said.splitlines()]


def test_every_key_that_the_program_asks_for_is_there() -> None:
    wanted = {key: where for key, where in asked().items() if not key.endswith("*")}
    assert {key: where for key, where in wanted.items() if key not in messages("vi")} == {}
    assert len(wanted) > 100


def test_every_key_that_the_program_puts_together_is_there() -> None:
    beginnings = {key.removesuffix("*"): where for key, where in asked().items() if key.endswith("*")}
    assert {start: where for start, where in beginnings.items() if start not in OPEN_ENDS} == {}
    wanted = [f"{start}{end}" for start in beginnings for end in OPEN_ENDS[start]]
    assert [key for key in wanted if key not in messages("vi")] == []


def test_no_key_stands_there_that_nothing_asks_for() -> None:
    literals = {
        node.value
        for room in ("desk", "handlers", "bot", "petitions", "reports", "storage")
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    composed = {f"{start}{end}" for start, ends in OPEN_ENDS.items() for end in ends}
    assert sorted(messages("vi").keys() - literals - composed - DOORS) == []


def test_every_door_of_every_programme_has_its_sentence() -> None:
    assert {key: messages("vi").get(key) for key in DOORS} == dict.fromkeys(DOORS, frozenset())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said_and_none_without_its_arguments(language: str) -> None:
    for key, names in messages(language).items():
        assert WORDS.say(language, key, dict.fromkeys(names, "x")).strip()
        assert WORDS.say(language, key, dict.fromkeys(names, 5)).strip()
        for missing in names:
            with pytest.raises(MissingWordsError, match=key):
                WORDS.say(language, key, dict.fromkeys(names - {missing}, "x"))


def test_a_key_that_is_not_there_is_named() -> None:
    with pytest.raises(MissingWordsError, match="no-such-key"):
        WORDS.say("vi", "no-such-key")


@pytest.mark.parametrize("language", LANGUAGES)
def test_arguments_of_any_length_and_kind_arrive_whole_and_escaped(language: str) -> None:
    for words in ("<b>&amp;</b> { $x } \\u0041", "x" * 999, "<" * 1000, "y" * 1001, "&" * 6000, LONG, "\n\n{"):
        said = WORDS.say(language, "card-words", {"words": words})
        assert said.count(_escaped(words)) == 1
        assert all(len(piece.encode("utf-16-le")) <= 2 * LIMIT for piece in split(said))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_markup_is_what_telegram_understands_and_closed(language: str) -> None:
    for key, names in messages(language).items():
        checker = Checker()
        checker.feed(WORDS.say(language, key, dict.fromkeys(names, "<i>x")))
        assert (key, checker.open, checker.unknown) == (key, [], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_with_long_arguments_is_split_into_messages_that_telegram_takes(language: str) -> None:
    for key, names in messages(language).items():
        pieces = split(WORDS.say(language, key, {name: LONG if name == "words" else "x" * 300 for name in names}))
        for piece in pieces:
            assert 0 < len(piece.encode("utf-16-le")) <= 2 * LIMIT, key
            checker = Checker()
            checker.feed(piece)
            assert (key, checker.open, checker.unknown) == (key, [], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_hints_and_commands_are_short_and_plain(language: str) -> None:
    """Telegram: 256 signs of a command's description, 64 of a hint; a label is cut at 60."""
    for prefix, limit in (("button-", 60), ("hint-", 64), ("command-", 256)):
        for key, names in messages(language).items():
            if key.startswith(prefix):
                said = WORDS.say(language, key, dict.fromkeys(names, "DN-2222-2222"))
                assert (key, len(said) <= limit, "<" in said, "\n" in said) == (key, True, False, False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_may_answer_a_press_fits_into_the_note_on_a_button(language: str) -> None:
    """200 signs (Bot API); the tags do not count, as a note is shown without them."""
    notes = {key for key, where in asked().items() if _raised(key, where)} | {"stale-button"}
    too_long = {}
    for key in notes:
        said = WORDS.say(language, key, dict.fromkeys(messages(language)[key], "DN-2222-2222"))
        plain = re.sub(r"<[^>]+>", "", said)
        if len(plain) > 200:
            too_long[key] = len(plain)
    assert too_long == {}


@pytest.mark.parametrize(
    ("language", "at", "said"),
    [
        ("vi", "2026-02-05T01:00:00+00:00", "ngày 05 tháng 02 năm 2026"),
        ("vi", "2026-11-20T17:00:00+00:00", "ngày 21 tháng 11 năm 2026"),
        ("vi", "2026-03-09T00:00:00+07:00", "ngày 09 tháng 3 năm 2026"),
        ("vi", "2026-12-31T18:00:00+00:00", "ngày 01 tháng 01 năm 2027"),
        ("en", "2026-02-05T01:00:00+00:00", "5 February 2026"),
        ("en", "2026-12-31T18:00:00+00:00", "1 January 2027"),
    ],
)
def test_dates_are_written_as_a_clerk_writes_them_in_the_time_of_hanoi(language: str, at: str, said: str) -> None:
    args = {"body": "x", "code": "x", "due": {"day": at}}
    assert said in WORDS.say(
        language, "told-accepted", {name: args.get(name, "x") for name in messages("vi")["told-accepted"]}
    )


@pytest.mark.parametrize(
    ("language", "said"), [("vi", "Hạn giải quyết: 05/03/2026"), ("en", "To be settled by: 5 Mar 2026")]
)
def test_lists_and_cards_have_dates_in_figures_that_no_reader_mistakes(language: str, said: str) -> None:
    assert WORDS.say(language, "card-due", {"due": {"date": "2026-03-04T17:30:00+00:00"}}) == said


def test_a_moment_has_its_hour_and_a_word_its_own_words() -> None:
    moment = {"moment": "2026-11-20T02:05:00+00:00"}
    said = WORDS.say("vi", "timeline-step", dict.fromkeys(messages("vi")["timeline-step"], moment))
    assert "09:05, 20/11/2026" in said
    assert (
        WORDS.say("en", "button-body", {"body": {"vi": "Công an", "en": "Police & <Co>"}})
        == "Police &amp; &lt;Co&gt;"
    )
    assert WORDS.say("vi", "button-body", {"body": {"word": "seen-ended"}}) == WORDS.say("vi", "seen-ended")


def test_numbers_are_written_as_each_language_writes_them_and_ids_as_they_are() -> None:
    long = {"limit": 8000, "length": 11997}
    assert "8.000" in WORDS.say("vi", "words-too-long", long)
    assert "8,000" in WORDS.say("en", "words-too-long", long)


def test_english_sentences_have_no_vietnamese_letters_left() -> None:
    names = re.compile("Dân Nguyện|Tiếng Việt|tiếng Việt|Cầu Giấy|Việt Nam")
    left = {}
    for key, arguments in messages("en").items():
        said = names.sub("", WORDS.say("en", key, dict.fromkeys(arguments, "x")))
        if re.search("[\u1ea0-\u1ef9ăâđêôơưàáãèéìíòóõùúýĩũ]", said.lower()):
            left[key] = said
    assert left == {}


@pytest.mark.parametrize(("verb", "language"), list(product([*TALKS.wordings, *TALKS.gatherings], LANGUAGES)))
def test_each_conversation_that_a_button_begins_has_its_question(verb: str, language: str) -> None:
    talk = TALKS.wordings.get(verb) or TALKS.gatherings[verb]
    assert WORDS.say(language, talk.question, {"code": "DN-2222-2222"})


class Checker(HTMLParser):
    """Walks through markup; remembers what stays open and what Telegram does not know."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.unknown: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = tag in {"b", "i", "u", "s", "code", "pre", "blockquote"} or (
            tag == "a" and [*dict(attrs)] == ["href"]
        )
        self.unknown += [] if known else [tag]
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1:] == [tag]:
            self.open.pop()
        else:
            self.unknown.append(f"/{tag}")


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _raised(key: str, where: str) -> bool:
    """Tell whether a key is that of a refusal: whoever presses a button reads it as a note."""
    file, line = where.split(":")
    return key in messages("vi") and "Refusal(" in (ROOT / file).read_text("utf-8").splitlines()[int(line) - 1]
