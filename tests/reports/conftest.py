"""A past to report about, under a clock of its own; nothing runs."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.jobs import register
from bot.settings import Settings
from bot.wiring import open_parts
from tests.reports.past import Clock, Past
from tests.town import office_rules


@pytest.fixture
async def past(database: str, tmp_path: Path) -> AsyncIterator[Past]:
    """Open the product's parts; the first moment is a Monday morning in August."""
    clock = Clock()
    async with open_parts(Settings(data=tmp_path), database, "1:x", office_rules(), clock) as parts:
        register(parts)
        async with parts.jobs.open_async():
            past = Past(parts, clock, seed=8)
            await past.settles_in()
            yield past
