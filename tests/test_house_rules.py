"""The rules of the house that no linter knows: one commit, words in their files, every act within reach."""

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from handlers.telegram.on import On
from handlers.telegram.routes import ROUTES
from locales import LANGUAGES
from petitions.kinds import OF_ANSWERS
from petitions.workflow import Act

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "desk", "handlers", "locales", "petitions", "reports", "storage")
VIETNAMESE = re.compile("[\u1ea0-\u1ef9ăâđêôơưàáãèéìíòóõùúýĩũ]", re.IGNORECASE)
SENTENCE = re.compile(r"^[A-Z][a-z]+( [a-z0-9/,'’-]+){4,}[.!?]$")
SPOKEN = ("desk", "handlers")
SAMPLES = ("0", "1", "22222222", "kind", "field", "body", "KIEN_NGHI", "DAT", "ward_police", "words", "files",
           "place", "name", "preview", "nobody", "solved", "not", "answer", "supply", "why",
           "desk", "-", "last", "reception", "reach", "closed")  # fmt: skip


def sources(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    """Yield every module of these rooms with its name."""
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))


def texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and words of the texts of a module except its docstrings and remarks under fields."""
    remarks = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in remarks:
            yield node.lineno, node.value


def called(node: ast.AST) -> str:
    """Return the name of what a node calls, nothing where it calls nothing."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield the first names of all modules that a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_only_the_unit_of_work_commits() -> None:
    found = {name for name, tree in sources(*ROOMS) for node in ast.walk(tree) if called(node) == "commit"}
    assert found == {"storage/unit.py"}


def test_what_people_read_stands_in_the_word_files() -> None:
    """Legal sources named beside the rules are data; the desk and the doors write nothing themselves."""
    vietnamese = [
        f"{name}:{line} {words[:60]}"
        for name, tree in sources(*SPOKEN, "bot")
        for line, words in texts(tree)
        if VIETNAMESE.search(words.replace("Dân Nguyện", ""))
    ]
    assert vietnamese == []
    sentences = [
        f"{name}:{line} {words[:60]}"
        for name, tree in sources(*SPOKEN)
        for line, words in texts(tree)
        if SENTENCE.match(words)
    ]
    assert sentences == []


def test_nothing_but_the_door_and_the_program_knows_telegram() -> None:
    knowing = {
        name
        for name, tree in sources("petitions", "desk", "storage", "locales", "reports")
        if "telegram" in imported(tree)
    }
    assert knowing == set()


def test_no_rule_reads_a_clock() -> None:
    clocks = {"now", "utcnow", "today", "time", "monotonic", "localtime"}
    found = [
        f"{name}:{node.lineno}"
        for name, tree in sources("petitions", "desk", "locales")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in clocks
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"datetime", "date", "time"}
    ]
    assert found == []


def test_nothing_is_printed_and_nothing_is_evaluated() -> None:
    found = [
        f"{name}:{getattr(node, 'lineno', 0)}"
        for name, tree in sources(*ROOMS, "sandbox")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"print", "eval", "exec"}
    ]
    assert found == []


def test_every_act_of_the_workflow_is_done_by_the_desk() -> None:
    calls = [
        ast.unparse(node)
        for _name, tree in sources("desk")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) in {"perform", "decide", "_end", "NewEntry"}
    ]
    missing = {act for act in Act if not any(f"Act.{act.name}" in call for call in calls)}
    assert not missing


def test_every_use_case_of_the_desk_is_reached_from_a_door_or_a_job() -> None:
    used = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for _name, tree in sources("desk", "handlers", "bot", "reports")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute | ast.Name)
    }
    public = {
        f"{name}: {node.name}"
        for name, tree in sources("desk")
        for node in tree.body
        if isinstance(node, ast.AsyncFunctionDef) and not node.name.startswith("_")
    }
    assert {one for one in public if one.split(": ")[1] not in used} == set()


def test_every_button_that_is_made_has_a_route() -> None:
    lost = [
        f"{name}:{node.lineno} {ast.unparse(node)}"
        for name, tree in sources("desk", "handlers")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) == "choice" and not _routed(node)
    ]
    assert lost == []


def test_no_route_is_out_of_reach_because_an_earlier_one_takes_all_of_it() -> None:
    """Two routes of one pattern differ in the steps or chats where they fit."""
    seen: dict[tuple[str, frozenset[str], bool | None], int] = {}
    for route in ROUTES:
        pattern = _pattern(route)
        if pattern:
            key = (pattern, route.at, route.private)
            assert key not in seen, pattern
            seen[key] = 1


def _pattern(route: On) -> str:
    found = getattr(route.matcher, "pattern", None)
    return found.pattern if isinstance(found, re.Pattern) else ""


def _routed(button: ast.Call) -> bool:
    """Tell whether some data that a button can carry is taken by a route; starred parts, up to two, stand last."""
    _label, verb, *args = button.args
    parts = [_values(part) for part in (verb, *args) if not isinstance(part, ast.Starred)]
    starred = range(3 if len(parts) <= len(args) else 1)
    named = str(verb.value) if isinstance(verb, ast.Constant) else ""
    patterns = [re.compile(pattern) for pattern in map(_pattern, ROUTES) if pattern and named in pattern]
    data = (":".join(chosen) for more in starred for chosen in product(*parts, *[SAMPLES] * more))
    return any(pattern.match(one) for one in data for pattern in patterns)


def _values(part: ast.expr) -> tuple[str, ...]:
    """Return what a part may be: itself where it is written out, else any of the samples."""
    if isinstance(part, ast.Constant):
        return (str(part.value),)
    return (
        *SAMPLES,
        "leader",
        "body_officer",
        "groups",
        "accept",
        "return",
        "bodyask",
        "refer",
        "sign",
        *OF_ANSWERS,
        "sendback",
        "guide",
        "invitation" + "-" * 14,
        *LANGUAGES,
    )
