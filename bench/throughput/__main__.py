"""`make bench`: drive the bots in turn, print a table, write bench/latest.json; fails where ours is slower."""

import asyncio
import json
import os
import platform
import statistics
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uvloop

from bench.throughput import stage
from bench.throughput.driver import CONNECTIONS, Drive, drive
from bench.throughput.meter import PARTS, REST
from bench.throughput.stage import FEW, MANY, Bot
from storage import embedded

SECONDS, ROUNDS = 4.0, 5
LEAST_FILED = 10
"""Of a hundred updates; one in seven files a petition, unless the residents do not get through."""
RESULT = Path(__file__).parent.parent / "latest.json"


@dataclass(frozen=True)
class Round:
    """What one bot did in one round, and the CPU seconds that it and PostgreSQL used meanwhile."""

    drive: Drive
    seconds: float
    bot: float
    database: float

    @property
    def rate(self) -> float:
        """Return updates a second."""
        return self.drive.done / self.seconds


def main() -> int:
    """Measure, print, write down."""
    load = os.getloadavg()[0]
    stage.keep_off_the_bots()
    with stage.server() as server:
        few, many = (stage.database(server, f"with_{count}", count) for count in (FEW, MANY))
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            figures = runner.run(_compare(server, few, many))
    about = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "machine": _machine(), "load_before": load}
    how = {"connections": CONNECTIONS, "rounds": ROUNDS, "seconds_a_round": SECONDS}
    result = {**about, **how, **figures}
    RESULT.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
    sys.stdout.write(table(result))
    return int(result["ratio"] < 1.0 or result["an_update_of_this_bot"]["petitions_in_a_hundred"] < LEAST_FILED)


async def _compare(server: embedded.Server, few: str, many: str) -> dict[str, Any]:
    """Drive each in turn, round after round, so that a busy moment of the machine hits all alike."""
    async with stage.bots(server.folder, few, many) as bots:
        stock, _own, ours, _grown = bots
        await _in_turn(server, bots, 1)  # warms up
        rows = {name: _row(rounds) for name, rounds in (await _in_turn(server, bots, ROUNDS)).items()}
        an_update = await _counted(server, ours, few, rows[ours.name]["cpu_ms"])
    ratio = rows[ours.name]["updates_per_second"] / rows[stock.name]["updates_per_second"]
    return {"rows": rows, "ratio": round(ratio, 2), "an_update_of_this_bot": an_update}


async def _in_turn(server: embedded.Server, bots: list[Bot], rounds: int) -> dict[str, list[Round]]:
    done: dict[str, list[Round]] = {bot.name: [] for bot in bots}
    for _number in range(rounds):
        for bot in bots:
            done[bot.name].append(await _round(server, bot))
    return done


async def _round(server: embedded.Server, bot: Bot) -> Round:
    clock = asyncio.get_running_loop().time
    began, by_bot, by_database = clock(), bot.spent(), stage.spent_by_database(server)
    seen = await drive(bot.port, bot.writers, SECONDS)
    seconds = clock() - began
    return Round(seen, seconds, bot.spent() - by_bot, stage.spent_by_database(server) - by_database)


async def _counted(server: embedded.Server, bot: Bot, url: str, cpu: float) -> dict[str, Any]:
    """Drive a bot once more while it counts; return what one update costs, a job being one statement."""
    petitions, jobs = stage.counts(url)
    bot.count()
    done = (await _round(server, bot)).drive.done
    petitions_after, jobs_after = stage.counts(url)
    counted = bot.counted()
    looks: Mapping[str, int] = counted["looks"]
    return {
        "cpu_ms": {part: round(cpu * looks.get(part, 0) / sum(looks.values()), 2) for part in (*PARTS, REST)},
        "statements": round((counted["statements"] + jobs_after - jobs) / done, 2),
        "commits": round(counted["commits"] / done, 2),
        "petitions_in_a_hundred": round(100 * (petitions_after - petitions) / done),
    }


def _row(rounds: list[Round]) -> dict[str, Any]:
    """Sum up: the median of the rounds' rates, everything else over all of them."""
    rates = [one.rate for one in rounds]
    cuts = statistics.quantiles([time for one in rounds for time in one.drive.times], n=100)
    done = max(sum(one.drive.done for one in rounds), 1)
    return {
        "updates_per_second": round(statistics.median(rates)),
        "slowest_round": round(min(rates)),
        "fastest_round": round(max(rates)),
        "p50_ms": round(cuts[49] * 1000, 1),
        "p99_ms": round(cuts[98] * 1000, 1),
        "cpu_ms": round(1000 * sum(one.bot for one in rounds) / done, 2),
        "database_cpu_ms": round(1000 * sum(one.database for one in rounds) / done, 2),
        "failed": sum(one.drive.failed for one in rounds),
    }


def _machine() -> str:
    models = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    model = models[0].split(": ", 1)[1] if models else platform.machine()
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def table(result: Mapping[str, Any]) -> str:
    """Write the figures as a table in Markdown."""
    lines = [
        "| | updates/s | slowest–fastest round | p50 ms | p99 ms | CPU ms an update | PostgreSQL's CPU ms |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, row in result["rows"].items():
        span = f"{row['slowest_round']}–{row['fastest_round']}"
        cells = (row["updates_per_second"], span, *(row[key] for key in _SHOWN))
        lines.append(f"| {name} | {' | '.join(map(str, cells))} |")
    an_update = result["an_update_of_this_bot"]
    parts = " · ".join(f"{part} {cost}" for part, cost in an_update["cpu_ms"].items())
    lines += [
        "",
        f"CPU ms of an update of this bot: {parts}",
        f"statements an update: {an_update['statements']} · commits: {an_update['commits']}",
        f"petitions filed by a hundred updates: {an_update['petitions_in_a_hundred']}",
        f"failed: {sum(row['failed'] for row in result['rows'].values())}",
        f"this bot / bare echo on the stock transport: {result['ratio']}",
    ]
    return "\n".join(lines) + "\n"


_SHOWN = ("p50_ms", "p99_ms", "cpu_ms", "database_cpu_ms")


if __name__ == "__main__":
    sys.exit(main())
