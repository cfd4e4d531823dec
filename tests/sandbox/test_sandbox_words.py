"""The words of the practice page: both languages say the same things, and every word is used."""

import json
import re
from pathlib import Path

SANDBOX = Path(__file__).parents[2] / "sandbox"
WORDS: dict[str, dict[str, str]] = json.loads((SANDBOX / "strings.json").read_text("utf-8"))
HOLE = re.compile(r"\{(\w+)\}")


def page() -> str:
    """Return all that the page is made of."""
    files = (path for path in (SANDBOX / "page").iterdir() if path.suffix in {".js", ".html"})
    return "\n".join(path.read_text("utf-8") for path in files)


def test_both_languages_have_the_same_keys_with_the_same_holes() -> None:
    vi, en = WORDS["vi"], WORDS["en"]
    assert list(vi) == list(en)
    assert [key for key in vi if sorted(HOLE.findall(vi[key])) != sorted(HOLE.findall(en[key]))] == []


def test_every_key_that_the_page_names_exists() -> None:
    named = re.findall(r'\bt\("(\w+)"|data-(?:text|label|hint)="(\w+)"|\b(?:title|confirm|label): "(\w+)"', page())
    assert [key for found in named for key in found if key and key not in WORDS["vi"]] == []


def test_every_key_is_used() -> None:
    """The words of a fault are named by the name of the fault."""
    names = set(re.findall(r"\w+", page()))
    made = {f"fault_{name}" for name in names} | {f"fault_{name}_about" for name in names}
    made |= {f"fault_field_{name}" for name in names}
    assert [key for key in WORDS["vi"] if key not in names | made] == []
