"""The command line: a wrong setting is one sentence without its value, and every command says what it did."""

import asyncio
import json
import logging
import os
import re
import sys
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
import structlog
from procrastinate import App, PsycopgConnector
from sqlalchemy import make_url
from typer.testing import CliRunner

import bot
from bot import programs
from bot.cli import app
from bot.demo import read_demo
from bot.settings import Settings, SettingsError
from bot.wiring import conninfo
from petitions.roles import GRANTED, Role
from sandbox.demo import demo
from sandbox.state import World
from storage.crypto import Box, load_key
from storage.unit import Store, open_engine
from tests.conftest import Databases
from tests.courses import WORDS
from tests.processes import free_port
from tests.town import PATIENCE, Town
from tests.wire.watch import running

ROOT = Path(bot.__file__).parents[1]
HIDDEN = "geheim-word-9431"
BROKEN = {
    "PORT": "99999",
    "SANDBOX_PORT": "x",
    "TELEGRAM_TOKEN": HIDDEN,
    "WEBHOOK_SECRET": f"{HIDDEN}!",
    "PUBLIC_URL": f"ftp://{HIDDEN}",
    "TELEGRAM_API_URL": "nonsense",
    "TELEGRAM_PROXY": f"user:{HIDDEN}@proxy",
    "LANGUAGE": "fr",
    "TIMEZONE": "Mars/Base",
    "QUIET_HOURS": "late",
    "LOG_LEVEL": "LOUD",
}


@pytest.fixture(autouse=True)
def own_logging() -> Iterator[None]:
    """Take back what a command that ran in this process has set up."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def command(*words: str, **settings: object) -> tuple[int, list[str]]:
    """Run a command with these settings; return its exit code and what it said, by lines."""
    kept = {name: None for name in os.environ if name.startswith("DANNGUYEN_")}
    env = kept | {f"DANNGUYEN_{name}": str(value) for name, value in settings.items()}
    result = CliRunner().invoke(app, list(words), env=env)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output.strip().splitlines()


def test_each_broken_setting_is_named_in_a_line_of_its_own_without_its_value(tmp_path: Path) -> None:
    code, lines = command("doctor", DATA=tmp_path, **BROKEN)
    assert code == 2
    assert sorted(line.split(":")[0] for line in lines) == sorted(f"DANNGUYEN_{name}" for name in BROKEN)
    assert HIDDEN not in "".join(lines)
    assert all(line.endswith(".") for line in lines)


@pytest.mark.parametrize(
    ("words", "settings", "named"),
    [
        ("doctor", {"PUBLIC_URL": "https://example.org"}, "DANNGUYEN_WEBHOOK_SECRET"),
        ("doctor", {"WEBHOOK_SECRET": "a" * 16}, "DANNGUYEN_PUBLIC_URL"),
        ("doctor", {"PUBLIC_URL": "https://example.org", "WEBHOOK_SECRET": ""}, "DANNGUYEN_WEBHOOK_SECRET"),
        ("doctor", {"TIMEZONE": "Asia"}, "DANNGUYEN_TIMEZONE"),
        ("doctor", {"TIMEZONE": "../../etc/passwd"}, "DANNGUYEN_TIMEZONE"),
        ("doctor", {"QUIET_HOURS": "21:00Z-07:00Z"}, "DANNGUYEN_QUIET_HOURS"),
        ("doctor", {"PUBLIC_URL": "https://", "WEBHOOK_SECRET": "a" * 16}, "DANNGUYEN_PUBLIC_URL"),
        ("doctor", {"TELEGRAM_PROXY": "http://user:pass@proxy:port"}, "DANNGUYEN_TELEGRAM_PROXY"),
        ("doctor", {"TELEGRAM_API_URL": "http://[::1"}, "DANNGUYEN_TELEGRAM_API_URL"),
        ("migrate", {"DATABASE_URL": f"mysql://u:{HIDDEN}@localhost/d"}, "DANNGUYEN_DATABASE_URL"),
        ("migrate", {"DATABASE_URL": f"postgresql://u:{HIDDEN}@localhost:port/d"}, "DANNGUYEN_DATABASE_URL"),
        ("migrate", {"DATABASE_URL": HIDDEN}, "DANNGUYEN_DATABASE_URL"),
        ("migrate", {"DATABASE_URL": f"postgresql://u:{HIDDEN}@127.0.0.1:1/d"}, "DANNGUYEN_DATABASE_URL"),
        (
            "migrate",
            {"DATABASE_URL": f"postgresql://u:{HIDDEN}@127.0.0.1:1/d?nonsense=1"},
            "DANNGUYEN_DATABASE_URL",
        ),
        ("migrate", {"DATA": "/dev/null/data"}, "DANNGUYEN_DATA"),
    ],
)
def test_a_setting_that_does_not_fit_stops_the_start_with_a_sentence(
    words: str, settings: dict[str, str], named: str, tmp_path: Path
) -> None:
    code, lines = command(words, **{"DATA": tmp_path, **settings})
    assert code == 2
    assert len(lines) == 1
    assert named in lines[0]
    assert HIDDEN not in lines[0]


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"PROGRAMME": "no_such_ward"}, "no_such_ward"),
        ({"KEY_FILE": "{folder}/garbage"}, "garbage"),
        ({"KEY_FILE": "{folder}/open"}, "chmod 600"),
        ({"KEY_FILE": "{folder}"}, "key file"),
        ({"KEY_FILE": "/dev/null/key"}, "key file"),
        ({"TELEGRAM_TOKEN": "123456789:AAabcdefghijklmnopqrstuvwxyz0123456"}, "not filled in"),
    ],
)
def test_what_the_program_needs_beside_its_settings_is_asked_for_in_a_sentence(
    database: str, tmp_path: Path, settings: dict[str, str], named: str
) -> None:
    garbage, readable = tmp_path / "garbage", tmp_path / "open"
    garbage.write_bytes(b"\xff\xfe no key")
    garbage.chmod(0o600)
    readable.write_text("0" * 64)
    readable.chmod(0o644)
    given = {name: value.format(folder=tmp_path) for name, value in settings.items()}
    code, lines = command("audit", "verify", DATA=tmp_path, DATABASE_URL=database, **given)
    assert code == 2
    assert named in "\n".join(lines)
    assert "AAabcdef" not in "\n".join(lines)


def test_an_empty_setting_is_as_good_as_none(database: str, tmp_path: Path) -> None:
    empty = dict.fromkeys(
        ("TELEGRAM_TOKEN", "PUBLIC_URL", "WEBHOOK_SECRET", "PORT", "TELEGRAM_PROXY", "KEY_FILE"), ""
    )
    code, lines = command("doctor", DATA=tmp_path, DATABASE_URL=database, **empty)
    assert (code, lines[-1]) == (0, "Nothing stops a start.")
    assert "✓ Settings: DANNGUYEN_DATA, DANNGUYEN_DATABASE_URL set, all others at their defaults." in lines


def test_the_doctor_says_how_each_thing_stands_and_makes_nothing(tmp_path: Path) -> None:
    code, lines = command("doctor", DATA=tmp_path / "new" / "data")
    assert code == 0
    assert [line[:8] for line in lines[:-1]] == [
        "✓ Settin", "! Progra", "! Key: n", "✓ Disk: ", "! Databa", "! Telegr",
    ]  # fmt: skip
    assert re.search(
        r"\d+ items are still to be filled in .* dannguyen programme check cau_giay_ward_2025$", lines[1]
    )
    assert [*tmp_path.iterdir()] == []


def test_open_items_are_a_fault_once_a_token_is_set(database: str, tmp_path: Path) -> None:
    token = "123456789:AAabcdefghijklmnopqrstuvwxyz0123456"
    nowhere = "http://127.0.0.1:9"
    code, lines = command(
        "doctor", DATA=tmp_path, DATABASE_URL=database, TELEGRAM_TOKEN=token, TELEGRAM_API_URL=nowhere
    )
    assert code == 1
    assert lines[1].startswith("✗ Programme cau_giay_ward_2025: whole, but ")
    assert "✗ Telegram: out of reach. Check the network, or set DANNGUYEN_TELEGRAM_PROXY." in lines
    assert lines[-1] == "2 to be mended."
    assert token not in "".join(lines)


def test_the_doctor_names_a_broken_programme_and_a_key_that_others_can_read(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("0" * 64)
    (tmp_path / "key").chmod(0o644)
    code, lines = command("doctor", DATA=tmp_path, PROGRAMME="no_such_ward")
    assert code == 1
    assert [line for line in lines if line.startswith("✗ Programme no_such_ward: ")]
    assert [line for line in lines if line.startswith("✗ Key: ") and "chmod 600" in line]


def test_the_commands_do_what_they_say(databases: Databases, tmp_path: Path) -> None:
    url = databases.create("template1")
    at: dict[str, object] = {"DATA": tmp_path, "DATABASE_URL": url}
    code, lines = command("doctor", **at)
    assert code == 1
    assert "✗ Database: it does not have the newest schema. Run: dannguyen migrate" in lines
    assert command("migrate", **at) == (0, ["The database has the newest schema."])
    assert command("migrate", **at) == (0, ["The database has the newest schema."])
    code, [link] = command("invite", "--role", "administrator", **at)
    assert code == 0
    assert re.fullmatch(r"https://t\.me/dan_nguyen_demo_bot\?start=inv_[\w-]{24}", link)
    code, [bind] = command("invite", "--group", "--body", "ward_police", **at)
    assert code == 0
    assert re.fullmatch(r"/bind [\w-]{24}", bind)
    assert command("audit", "verify", **at)[1][0] == "Petitions: 0. Every chain is whole."
    assert command("updates", "parked", **at) == (0, ["None."])
    databases.drop(url)


def test_help_offers_the_roles_that_an_invitation_can_give_and_no_other(tmp_path: Path) -> None:
    _code, lines = command("invite", "--help", DATA=tmp_path)
    assert [name for name in re.findall(r"[a-z_]+", " ".join(lines)) if name in set(Role)] == list(GRANTED)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("invite",), "--role"),
        (("invite", "--role", "body_officer"), "--body ward_police"),
        (("invite", "--role", "body_officer", "--body", "<nowhere>"), "“<nowhere>” in the programme"),
        (("invite", "--role", "resident"), "resident"),
        (("invite", "--role", "emperor"), "emperor"),
        (("invite", "--group"), "--group --body ward_police"),
        (("invite", "--group", "--body", "police"), "ward_police"),
        (("updates", "replay", "77"), "77"),
        (("nonsense",), "nonsense"),
    ],
)
def test_a_command_that_makes_no_sense_is_refused_with_a_reason(
    database: str, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    code, lines = command(*words, DATA=tmp_path, DATABASE_URL=database)
    assert code == 2
    assert said in "\n".join(lines)
    assert "Traceback" not in "\n".join(lines)


async def test_an_update_that_fails_again_stays_parked_and_one_that_is_mended_is_handled(town: Town) -> None:
    await town.agrees()
    settings = Settings.model_validate({**town.parts.settings.model_dump(), "database_url": town.database})
    user = {"id": town.resident.chat, "is_bot": False, "first_name": "Cư dân 1"}
    good = {"message_id": 77, "date": 1, "chat": {**user, "type": "private"}, "from": user, "text": WORDS}
    async with town.parts.store.unit() as unit:
        for number, message in ((8_000_001, {"message_id": "x"}), (8_000_002, good)):
            await unit.inbound.failed("telegram", number)
            await unit.inbound.park("telegram", number, _update(number, message))
    assert await programs.parked(settings) == [
        "8000001  telegram  failed 1 times",
        "8000002  telegram  failed 1 times",
    ]
    with pytest.raises(SettingsError, match="8000001"):
        await programs.replay(settings, 8_000_001)
    assert "8000002" in await programs.replay(settings, 8_000_002)
    assert await town.resident.hears("muốn gửi nội dung vừa viết")
    assert [line.split()[0] for line in await programs.parked(settings)] == ["8000001"]


async def test_a_program_killed_by_its_operator_ends_quietly_and_its_log_names_nobody(
    database: str, tmp_path: Path
) -> None:
    async with _bot(database, tmp_path) as (process, world, http):
        user = world.account("resident_1").id
        said = {"account": "resident_1", "text": "/start Hoàng Kỳ Vĩ"}
        ends = time.monotonic() + 3 * PATIENCE
        heard: list[str] = []
        while not any("Ông/bà có đồng ý" in text for text in heard):
            assert time.monotonic() < ends
            if not heard:
                await http.post(f"/_sandbox/chats/{user}/send", json=said)
            await asyncio.sleep(0.5)
            async with http.get(f"/_sandbox/chats/{user}/messages") as answer:
                heard = [str(message.get("text")) for message in (await answer.json())["messages"]]
        process.terminate()
        out, log = await asyncio.wait_for(process.communicate(), 3 * PATIENCE)
    assert process.returncode == 0
    for hidden in (_token(), str(make_url(database).password), str(user), "Hoàng Kỳ Vĩ", "Traceback"):
        assert hidden.encode() not in out + log, hidden


async def test_a_token_that_telegram_refuses_is_said_without_the_token(database: str, tmp_path: Path) -> None:
    async with _bot(database, tmp_path, revoked=True) as (process, _world, _http):
        assert process.stderr
        log = b""
        while b"token_refused" not in log:
            log += await asyncio.wait_for(process.stderr.readline(), 3 * PATIENCE)
        process.terminate()
        out, rest = await asyncio.wait_for(process.communicate(), 3 * PATIENCE)
    assert b"DANNGUYEN_TELEGRAM_TOKEN" in log
    assert _token().encode() not in log + out + rest


async def test_replaying_with_a_refused_token_does_not_print_it(database: str, tmp_path: Path) -> None:
    world = World(time.time, seed=demo())
    async with running(world) as address:
        world.revoked.add(_token())
        await _park(database, tmp_path)
        settings = _settings(database, tmp_path, address)
        with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever it is, its text must not hold the token
            await programs.replay(settings, 5)
    assert isinstance(caught.value, SettingsError), "the command line tells only these without a traceback"
    assert _token() not in str(caught.value)


@asynccontextmanager
async def _bot(
    database: str, folder: Path, *, revoked: bool = False
) -> AsyncIterator[tuple[asyncio.subprocess.Process, World, aiohttp.ClientSession]]:
    """Run `python -m bot bot` beside a sandbox of the test; end it whatever happens."""
    world = World(time.time, seed=demo())
    async with running(world) as address, aiohttp.ClientSession(address) as http:
        if revoked:
            world.revoked.add(_token())
        settings = {
            "DATA": str(folder),
            "DATABASE_URL": database,
            "SANDBOX_PORT": address.rsplit(":", 1)[1],
            "PORT": str(free_port()),
            "LOG_LEVEL": "DEBUG",
        }
        env = {**os.environ, **{f"DANNGUYEN_{name}": value for name, value in settings.items()}}
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "bot", cwd=ROOT, env=env, stdout=pipe, stderr=pipe
        )
        try:
            yield process, world, http
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()


async def _park(database: str, folder: Path) -> None:
    engine = open_engine(database)
    box, jobs = Box(load_key(folder / "key")), App(connector=PsycopgConnector(conninfo=conninfo(database)))
    async with Store(engine, box, jobs, lambda: datetime.now(UTC)).unit() as unit:
        await unit.inbound.failed("telegram", 5)
        await unit.inbound.park("telegram", 5, b'{"update_id": 5}')
    await engine.dispose()


def _settings(database: str, folder: Path, address: str) -> Settings:
    port = int(address.rsplit(":", 1)[1])
    return Settings.model_validate({"data": folder, "database_url": database, "sandbox_port": port})


def _update(number: int, message: Mapping[str, object]) -> bytes:
    return json.dumps({"update_id": number, "message": message}).encode()


def _token() -> str:
    return str(read_demo()["bot"]["token"])
