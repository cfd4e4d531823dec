"""Learning anew from what officers decided: by command, and every night in a worker."""

import asyncio
from collections.abc import Callable
from datetime import datetime, time, timedelta

from bot.learnt import forget, keep
from bot.wiring import Parts
from desk import teaching
from petitions.data import load_corpus
from petitions.lessons import Corpus
from petitions.relearning import Relearnt, relearn

AT = time(3)
"""When a worker learns: nobody waits then."""
_CHORE = "learning"


async def learn_anew(parts: Parts, shipped: Callable[[], Corpus] = load_corpus) -> Relearnt | None:
    """Learn, and keep the model where it is no worse than the shipped one; None where nobody teaches.

    `shipped` reads the corpus, which takes a while: beside the loop, and only where somebody teaches.
    Programs that run take it at their next start. Without it they take the shipped one.
    """
    async with parts.store.reading() as unit:
        taught = await unit.taught.newest()
    if not taught:
        forget(parts.settings.learnt)
        return None
    learnt = await asyncio.to_thread(lambda: relearn(shipped(), taught))
    if learnt.fits:
        keep(learnt.model, parts.settings.learnt)
        return learnt
    forget(parts.settings.learnt)
    async with parts.store.unit() as unit:
        await teaching.tell_refused(unit, learnt)
    return learnt


async def learn_at_night(parts: Parts) -> None:
    """Learn once a night; of several workers one does."""
    async with parts.store.unit() as unit:
        due = await unit.registers.claim(_CHORE, _last_night(unit.now.astimezone(parts.settings.zone)))
    if due:
        await learn_anew(parts)


def _last_night(now: datetime) -> datetime:
    """Return the last time at which learning was due."""
    today = datetime.combine(now.date(), AT, now.tzinfo)
    return today if today <= now else today - timedelta(days=1)
