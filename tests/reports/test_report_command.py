"""The command `report`: text and JSON of a period, and sentences for what cannot be reported."""

import asyncio
import json
import os
import pty
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import jsonschema
from typer.testing import CliRunner

from bot.cli import app
from tests.reports.past import Past

SCHEMA = Path(__file__).parents[2] / "docs" / "interface" / "report.schema.json"


def command(past: Past, database: str, *words: str) -> tuple[int, str, str]:
    """Run a command on the past's records; return its exit code, output and error output."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DANNGUYEN_")}
    mine = {"DANNGUYEN_DATA": str(past.parts.settings.data), "DANNGUYEN_DATABASE_URL": database}
    result = CliRunner().invoke(app, list(words), env={**dict.fromkeys(os.environ), **kept, **mine})
    return result.exit_code, result.stdout, result.stderr


def past_period(past: Past) -> str:
    return f"{past.clock.now.year}"


async def test_a_period_is_written_as_text_and_as_json_by_its_schema(
    past: Past, database: str, tmp_path: Path
) -> None:
    past.clock.now -= timedelta(days=365)
    for _petition in range(3):
        await past.files()
        past.clock.move(timedelta(hours=1))
    code, said, _ = await _aside(past, database, "report", "--period", past_period(past))
    assert code == 0
    assert said.startswith(f"Năm {past_period(past)} – phường Cầu Giấy\n01/01/{past_period(past)} – ")
    assert "📥 Mới nhận: 3, tăng 3\n" in said
    out = tmp_path / "report.json"
    words = (
        "report",
        "--period",
        past_period(past),
        "--cutoff",
        "statutory",
        "--format",
        "json",
        "--out",
        str(out),
    )
    assert (await _aside(past, database, *words))[:2] == (0, "")
    found = json.loads(out.read_text("utf-8"))
    jsonschema.validate(found, json.loads(SCHEMA.read_text("utf-8")), format_checker=jsonschema.FormatChecker())
    assert (found["figures"]["received"], found["period"]["cutoff"]) == (3, "statutory")
    assert "Đèn" not in out.read_text("utf-8")


async def test_what_cannot_be_reported_is_a_sentence(past: Past, database: str) -> None:
    for words, told in (
        (("--period", "2026-W60"), "is no period"),
        (("--period", "2098"), "has not begun"),
        (("--period", "2024", "--programme", "nowhere"), "nowhere"),
        (("--period", "2024", "--out", "/proc/none/x"), "cannot be written"),
    ):
        code, said, error = await _aside(past, database, "report", *words)
        assert (code, said) == (2, ""), words
        assert told in error
        assert "Traceback" not in error


async def _aside(past: Past, database: str, *words: str) -> tuple[int, str, str]:
    """Run a command in a thread: it has a loop of its own."""
    return await asyncio.to_thread(command, past, database, *words)


def test_a_workbook_is_not_poured_onto_a_terminal(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "bot", "report", "--period", "2026", "--format", "xlsx"]
    env = {name: value for name, value in os.environ.items() if not name.startswith("DANNGUYEN_")}
    try:
        done = subprocess.run(  # noqa: S603 - the words are ours
            words, stdout=theirs, stderr=subprocess.PIPE, env={**env, "DANNGUYEN_DATA": str(tmp_path)}, check=False
        )
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 2
    assert "--out report.xlsx" in done.stderr.decode()
