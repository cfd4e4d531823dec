"""How long the lists of the office take among very many petitions: `make lists`, after `generate`.

Asks on the practice database what the chat asks: a page of each queue, all counts, a card, a search for a common,
a middling and a rare word, what each body has in hand. Each is asked two hundred times; the plan of each
statement says how many rows its scans read for those that it returned. Writes bench/lists.json.
"""

import asyncio
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database import database
from bot.programs import token
from bot.settings import Settings, read_settings
from bot.wiring import Parts, load_office, open_parts
from desk import queues, reading
from desk.cards import office_card
from desk.finding import FOUND
from petitions.queues import PLAIN, Queue
from petitions.roles import Actor, Grant, Role
from storage.unit import Unit

TIMES, WARM = 200, 20
MOST_MS = 50.0
HERE = Path(__file__).parent
WORDS = {"common": 0.2, "middle": 0.005, "rare": 0.00002}
"""Of all petitions, how many have the word that is looked for."""
Ask = Callable[[Unit], Awaitable[object]]


async def measure(settings: Settings) -> dict[str, Any]:
    """Return what each question took, by its name."""
    office = load_office(settings)
    async with database(settings) as url, open_parts(settings, url, token(settings), office) as parts:
        found = {name: await _timed(parts, ask) for name, ask in (await _questions(parts)).items()}
        async with parts.store.reading() as unit:
            cases = sum((await unit.lists.counts()).values())
    return {"petitions": cases, "processors": os.cpu_count(), "questions": found}


async def _questions(parts: Parts) -> dict[str, Ask]:
    office, pick = parts.office, random.Random(1)  # noqa: S311 - which petitions are looked at
    async with parts.store.reading() as unit:
        actor = await _officer(unit)
        codes = await _codes(unit)
        words = {name: await _word_found_in(unit, share) for name, share in WORDS.items()}
    plain = [Queue(view) for view in PLAIN]
    asks: dict[str, Ask] = {
        f"queue {one.view}": lambda unit, one=one: queues.page(unit, office, actor, one, size=8, back=False)
        for one in plain
    }
    asks["counts"] = lambda unit: queues.counts(unit, office, actor, plain)
    asks["card"] = lambda unit: office_card(unit, office, actor, pick.choice(codes))
    asks |= {
        f"find {name}": lambda unit, key=key: unit.finding.having([key], FOUND) for name, key in words.items()
    }
    asks["find all three"] = lambda unit: unit.finding.having([*words.values()], FOUND)
    asks["overview"] = lambda unit: reading.loads(unit, office, actor)
    return asks


async def _officer(unit: Unit) -> Actor:
    """Return somebody of the desk who has petitions in hand."""
    query = "SELECT officer_id FROM petitions WHERE officer_id IS NOT NULL LIMIT 1"
    person = (await unit.connection.exec_driver_sql(query)).scalar_one()
    return Actor(person, frozenset({Grant(Role.TRIAGE), Grant(Role.SENIOR)}))


async def _codes(unit: Unit) -> list[str]:
    query = "SELECT code FROM petitions TABLESAMPLE SYSTEM (1) LIMIT 500"
    return list((await unit.connection.exec_driver_sql(query)).scalars())


async def _word_found_in(unit: Unit, share: float) -> int:
    """Return the key of the word that comes nearest to standing in this share of all petitions."""
    query = """
        SELECT word_key FROM word_keys GROUP BY word_key
         ORDER BY abs(count(*) - %(share)s * (SELECT count(*) FROM petitions)) LIMIT 1
    """
    return int((await unit.connection.exec_driver_sql(query, {"share": share})).scalar_one())


async def _timed(parts: Parts, ask: Ask) -> dict[str, Any]:
    took: list[float] = []
    async with parts.store.reading() as unit:
        for _time in range(WARM + TIMES):
            began = time.perf_counter()
            await ask(unit)
            took.append((time.perf_counter() - began) * 1000)
    measured = took[WARM:]
    p95 = statistics.quantiles(measured, n=20)[-1]
    plans = await _plans(parts, ask)
    return {"p50 ms": round(statistics.median(measured), 2), "p95 ms": round(p95, 2), "plans": plans}


async def _plans(parts: Parts, ask: Ask) -> list[dict[str, Any]]:
    """Return of each statement how many rows it returned and how many its scans read for them."""
    heard: list[tuple[str, Any]] = []

    def hear(_connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        heard.append((statement, values))

    event.listen(parts.engine.sync_engine, "before_cursor_execute", hear)
    async with parts.store.reading() as unit:
        await ask(unit)
    event.remove(parts.engine.sync_engine, "before_cursor_execute", hear)
    async with parts.engine.connect() as connection:
        return [await _plan(connection, *one) for one in heard if one[0].lstrip().upper().startswith("SELECT")]


async def _plan(connection: AsyncConnection, statement: str, values: Any) -> dict[str, Any]:
    explained = await connection.exec_driver_sql(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}", values)
    top = explained.scalar_one()[0]["Plan"]
    return {"returned": top["Actual Rows"], "read": _read(top), "buffers": top["Shared Hit Blocks"]}


def _read(node: dict[str, Any]) -> int:
    """Sum the rows that the scans of a plan have read, also those that they threw away."""
    below = sum(_read(one) for one in node.get("Plans", ()))
    if "Scan" not in node["Node Type"] or node["Node Type"] in {"Subquery Scan", "Bitmap Index Scan"}:
        return below
    loops = node["Actual Loops"]
    removed = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
    return below + round((node["Actual Rows"] + removed) * loops)


def main() -> int:
    """Measure, write it down, and say whether everything is quick enough."""
    found = asyncio.run(measure(read_settings()))
    (HERE / "lists.json").write_text(json.dumps(found, indent=2) + "\n")
    slow = [name for name, one in found["questions"].items() if one["p95 ms"] > MOST_MS]
    for name, one in found["questions"].items():
        times = f"p50 {one['p50 ms']:7.2f} ms   p95 {one['p95 ms']:7.2f} ms"
        sys.stdout.write(f"{name:18} {times}   {one['plans']}\n")
    sys.stdout.write(f"{found['petitions']} petitions; over {MOST_MS:.0f} ms: {', '.join(slow) or 'none'}\n")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
