"""How long the lists of the office take among very many petitions: `make lists` (after `generate`), `make bench`.

Asks on the practice database what the chat asks: a page of each queue, all counts, a card, a search for a common,
a middling and a rare word, the board of what bodies owe, who else reports the same matter, what each body has in
hand. Each is asked two hundred times, in a transaction of its own; then sixty times more for its plans, which say
how many rows of tables were read for those that a statement returned or put together: the asking counts that read
most for them. Writes bench/lists.json; 1 where something is above its bound. With `--cases N` it asks among so
many petitions invented anew in a folder of its own, and writes down nothing.
"""

import argparse
import asyncio
import json
import os
import platform
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bench.heard import heard
from bot.database import database, migrated
from bot.programs import generate, migrate, token
from bot.settings import Settings, SettingsError, read_settings
from bot.wiring import Parts, load_office, open_parts
from desk import neighbours, queues, reading, supervising
from desk.finding import FOUND
from desk.office_cards import office_card
from handlers.telegram import supervision
from petitions.case import Case, Entry
from petitions.queues import AT_DESK, PLAIN, Queue, Window
from petitions.roles import Actor, Grant, Role
from storage.unit import Unit

TIMES, WARM, PLANNED = 200, 20, 60
MOST_MS = 50.0
MOST_READ = 20
"""Rows that scans may read, in each single asking, for each row that a statement returns or puts together."""
LEAST = 20_000
"""Petitions among which there is something in every queue to measure."""
HERE = Path(__file__).parent
WORDS = {"common": 0.2, "middle": 0.005, "rare": 0.00002}
"""Of all petitions, how many have the word that is looked for."""
_TOGETHER = {"Aggregate", "Group", "Unique", "WindowAgg"}
Ask = Callable[[Unit], Awaitable[object]]
Read = tuple[Case, list[Entry]]


async def measure(settings: Settings) -> dict[str, Any]:
    """Return what each question took, by its name. Raises: SettingsError — there are hardly any petitions."""
    office = load_office(settings)
    async with database(settings) as url:
        await migrated(url)
        async with open_parts(settings, url, token(settings), office) as parts:
            return await _measured(parts)


async def _measured(parts: Parts) -> dict[str, Any]:
    async with parts.store.reading() as unit:
        cases = sum((await unit.lists.counts()).values())
    if cases < LEAST:
        raise SettingsError(f"Only {cases} petitions are there: `python -m bot generate --cases 1000000` first.")
    found = {name: await _timed(parts, ask) for name, ask in (await _questions(parts)).items()}
    about = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "machine": _machine()}
    return {**about, "petitions": cases, "questions": found}


async def _questions(parts: Parts) -> dict[str, Ask]:
    office, pick = parts.office, random.Random(1)  # noqa: S311 - which petitions are looked at
    async with parts.store.reading() as unit:
        actor = await _officer(unit)
        codes, at_desk = await _codes(unit), await _codes(unit, f"status IN ({_quoted(sorted(AT_DESK))})")
        words = {name: await _word_found_in(unit, share) for name, share in WORDS.items()}
    plain = [Queue(view) for view in PLAIN]
    asks: dict[str, Ask] = {
        f"queue {one.view}": lambda unit, one=one: queues.page(unit, office, actor, one, Window(8))
        for one in plain
    }
    asks["counts"] = lambda unit: queues.counts(unit, office, actor, plain)
    asks["card"] = lambda unit: office_card(unit, office, actor, pick.choice(codes))
    asks["card at the desk"] = lambda unit: office_card(unit, office, actor, pick.choice(at_desk))
    asks |= {
        f"find {name}": lambda unit, key=key: unit.finding.having([key], FOUND) for name, key in words.items()
    }
    asks["find all three"] = lambda unit: unit.finding.having([*words.values()], FOUND)
    asks["board"] = lambda unit: supervising.board(unit, office, actor, Window(supervision.PAGE))
    asks |= await _same_matter(parts, codes, pick)
    asks["overview"] = lambda unit: reading.loads(unit, office, actor)
    return asks


async def _same_matter(parts: Parts, codes: Sequence[str], pick: random.Random) -> dict[str, Ask]:
    """Look for others who report the same as petitions that are there: open ones, and what was closed lately."""
    office, read = parts.office, list[Read]()
    for code in codes[:TIMES]:
        async with parts.store.reading() as unit:
            if case := await unit.petitions.load(code):
                read.append((case, await unit.petitions.history(case)))

    async def closed(unit: Unit) -> object:
        case, history = pick.choice(read)
        said = history[0].content or {}
        report = neighbours.read(office, said["words"], said.get("place"))
        return await neighbours.closed_before(unit, office, case.field, report)

    return {
        "same matter, open": lambda unit: neighbours.duplicates(unit, office, *pick.choice(read)),
        "same matter, closed": closed,
    }


async def _officer(unit: Unit) -> Actor:
    """Return somebody of the desk who has petitions in hand."""
    query = "SELECT officer_id FROM petitions WHERE officer_id IS NOT NULL LIMIT 1"
    person = (await unit.connection.exec_driver_sql(query)).scalar_one()
    return Actor(person, frozenset({Grant(Role.TRIAGE), Grant(Role.SENIOR)}))


async def _codes(unit: Unit, which: str = "true") -> list[str]:
    """Return some codes; they are drawn at random, so the first ones are of any time."""
    query = f"SELECT code FROM petitions WHERE {which} ORDER BY code LIMIT 500"  # noqa: S608 - our own words
    return list((await unit.connection.exec_driver_sql(query)).scalars())


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


async def _word_found_in(unit: Unit, share: float) -> int:
    """Return the key of the word that comes nearest to standing in this share of all petitions."""
    query = """
        SELECT word_key FROM word_keys GROUP BY word_key
         ORDER BY abs(count(*) - %(share)s * (SELECT count(*) FROM petitions)) LIMIT 1
    """
    return int((await unit.connection.exec_driver_sql(query, {"share": share})).scalar_one())


async def _timed(parts: Parts, ask: Ask) -> dict[str, Any]:
    took: list[float] = []
    for _time in range(WARM + TIMES):
        began = time.perf_counter()
        async with parts.store.reading() as unit:
            await ask(unit)
            took.append((time.perf_counter() - began) * 1000)
    measured = took[WARM:]
    p95 = statistics.quantiles(measured, n=20)[-1]
    plans = await _plans(parts, ask)
    return {"p50 ms": round(statistics.median(measured), 2), "p95 ms": round(p95, 2), "plans": plans}


async def _plans(parts: Parts, ask: Ask) -> list[dict[str, float]]:
    """Return of each statement the asking that read most rows for each that it returned or put together."""
    asked: list[tuple[str, Any]] = []
    with heard(parts.engine, lambda _driver, statement, given: asked.append((statement, given))):
        for _time in range(PLANNED):
            async with parts.store.reading() as unit:
                await ask(unit)
    plans: dict[str, list[dict[str, float]]] = {}
    async with parts.engine.connect() as connection:
        for statement, values in asked:
            if statement.lstrip().upper().startswith("SELECT"):
                plans.setdefault(statement, []).append(await _plan(connection, statement, values))
    return [max(askings, key=itemgetter("for each")) for askings in plans.values()]


async def _plan(connection: AsyncConnection, statement: str, values: Any) -> dict[str, float]:
    explained = await connection.exec_driver_sql(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}", values)
    top = explained.scalar_one()[0]["Plan"]
    returned, read = _rows(top), sum(map(_read, _nodes(top)))
    together = sum(_rows(node["Plans"][0]) for node in _nodes(top) if node["Node Type"] in _TOGETHER)
    return {
        "returned": returned,
        "put together": together,
        "read": read,
        "for each": round(read / max(returned, together, 1), 1),
        "buffers": top["Shared Hit Blocks"] + top["Shared Read Blocks"],
    }


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for one in node.get("Plans", ()):
        yield from _nodes(one)


def _rows(node: dict[str, Any]) -> int:
    return round(node["Actual Rows"] * node["Actual Loops"])


def _read(node: dict[str, Any]) -> int:
    """Return the rows of a table that a scan has read, also those that it threw away."""
    if "Relation Name" not in node:
        return 0
    removed = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
    return _rows(node) + round(removed * node["Actual Loops"])


def above(name: str, one: dict[str, Any]) -> Iterator[str]:
    """Yield what of a question is above its bound."""
    if one["p95 ms"] > MOST_MS:
        yield f"{name}: {one['p95 ms']:.0f} ms"
    for plan in one["plans"]:
        if plan["for each"] > MOST_READ:
            yield f"{name}: {plan['read']} rows read for {max(plan['returned'], plan['put together'])}"


def _machine() -> str:
    models = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    model = models[0].split(": ", 1)[1] if models else platform.machine()
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def among(cases: int) -> dict[str, Any]:
    """Measure among so many petitions that are invented for it and gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="dannguyen-lists-") as folder:
        Path(folder).chmod(0o711)  # the server's own account must be able to pass
        settings = Settings(data=Path(folder), database_url=None, telegram_token=None)
        asyncio.run(migrate(settings))
        asyncio.run(generate(settings, cases, seed=1))
        return asyncio.run(measure(settings))


def main() -> int:
    """Measure, write it down, and say whether everything is within its bounds."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--cases", type=int)
    cases = asked.parse_args().cases
    try:
        found = among(cases) if cases else asyncio.run(measure(read_settings()))
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if not cases:
        (HERE / "lists.json").write_text(json.dumps(found, indent=2) + "\n")
    return told(found)


def told(found: dict[str, Any]) -> int:
    """Print a line for each question; return 1 where something is above its bound."""
    for name, one in found["questions"].items():
        times = f"p50 {one['p50 ms']:7.2f} ms   p95 {one['p95 ms']:7.2f} ms"
        worst = max(plan["for each"] for plan in one["plans"])
        sys.stdout.write(f"{name:20} {times}   at most {worst:4.1f} rows read for each\n")
    wrong = [line for name, one in found["questions"].items() for line in above(name, one)]
    sys.stdout.write(f"{found['petitions']} petitions; above the bounds: {', '.join(wrong) or 'none'}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
