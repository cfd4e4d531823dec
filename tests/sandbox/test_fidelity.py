"""docs/fidelity.md: every row is complete, and every test it names exists."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "fidelity.md"
NAMED = re.compile(r"`(?:(tests/[\w/]+): )?(test_\w+)`")


def rows() -> Iterator[list[str]]:
    """Yield the cells of every row, without the heads of the tables."""
    for line in TABLE.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if cells and cells[-1] not in {"test", "---"}:
            yield cells


def claims_of(folder: str) -> set[str]:
    """Return the names of all tests of a folder."""
    found = (path.read_text("utf-8") for path in (ROOT / folder).glob("test_*.py"))
    return {name for text in found for name in re.findall(r"^(?:async )?def (test_\w+)", text, re.MULTILINE)}


def test_every_row_tells_the_behaviour_its_source_and_its_test() -> None:
    incomplete = [cells for cells in rows() if len(cells) != 3 or not all(cells) or not NAMED.search(cells[2])]
    assert incomplete == []


def test_every_test_that_is_named_exists() -> None:
    named = [found for cells in rows() for found in NAMED.findall(cells[2])]
    missing = [name for folder, name in named if name not in claims_of(folder or "tests/sandbox")]
    assert len(named) > 80
    assert missing == []
