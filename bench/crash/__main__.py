"""`make crash`: file petitions while bot and worker are killed; print what was found, exit 1 on one loss."""

import argparse
import asyncio
import json
import os
import platform
import random
import sys
from collections.abc import Coroutine, Mapping
from datetime import UTC, datetime
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any

from bench.crash.lives import Toll, cradle
from bench.crash.stage import home, play, stage

RESULT = Path(__file__).parent.parent / "crash.json"
PARTS = {"polling": False, "webhook": True}


def main() -> int:
    """Run both parts; return 1 where anything was lost or done twice."""
    parser = argparse.ArgumentParser(prog="python -m bench.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="kills in all, one half in each part")
    parser.add_argument("--seed", type=int, default=1, help="what the order of kills and faults follows from")
    parser.add_argument("--only", choices=PARTS, help="one part alone")
    parser.add_argument("--keep", action="store_true", help="leave the folders with the database and the logs")
    options = parser.parse_args()
    wanted = {name: webhook for name, webhook in PARTS.items() if options.only in {None, name}}
    nursery = cradle()
    kills = -(-options.kills // len(wanted))
    parts = asyncio.run(
        _side_by_side(
            {
                name: _part(
                    nursery, Toll(name, kills), f"{options.seed} {name}", webhook=webhook, keep=options.keep
                )
                for name, webhook in wanted.items()
            }
        )
    )
    result = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}",
        "seed": options.seed,
        "parts": parts,
    }
    RESULT.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
    sys.stdout.write(table(parts))
    return int(any(part["findings"] for part in parts.values()))


async def _side_by_side(parts: Mapping[str, Coroutine[Any, Any, dict[str, Any]]]) -> dict[str, dict[str, Any]]:
    """Run the parts at once, since they mostly wait; each has a database and a sandbox of its own."""
    return dict(zip(parts, await asyncio.gather(*parts.values()), strict=True))


async def _part(nursery: ForkServerContext, toll: Toll, seed: str, *, webhook: bool, keep: bool) -> dict[str, Any]:
    chance = random.Random(seed)  # noqa: S311 - no secret, and it is to come out the same again

    with home(keep=keep) as (folder, url):
        async with stage(folder, url, nursery, toll, chance, webhook=webhook) as on:
            return await play(on)


def table(parts: dict[str, dict[str, Any]]) -> str:
    """Return the kills by point, the faults, the other figures and the findings, a column a part."""
    figures = [name for name, value in next(iter(parts.values())).items() if isinstance(value, int)]
    rows: list[tuple[str, list[Any]]] = [("", list(parts))]
    for kind in ("kills", "faults"):
        names = dict.fromkeys(name for part in parts.values() for name in part[kind])
        rows += [(f"{kind}: {name}", [part[kind].get(name, 0) for part in parts.values()]) for name in names]
        rows.append((f"{kind} in all", [sum(part[kind].values()) for part in parts.values()]))
    rows += [(name, [part[name] for part in parts.values()]) for name in figures]
    rows.append(("findings", [len(part["findings"]) for part in parts.values()]))
    lines = [f"{name:34}" + "".join(f"{value:>10}" for value in values) for name, values in rows]
    lines += [f"✗ {name}: {finding}" for name, part in parts.items() for finding in part["findings"]]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
