"""The jobs: drain a line of letters, fetch a file, and the minute's housekeeping."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import structlog
from telegram.error import BadRequest, TelegramError

from bot.killpoints import Point
from bot.learning import learn_at_night
from bot.logs import where
from bot.outbox import Outbox
from bot.reach import out_of_reach
from bot.sheets import make_form, read_again, read_sheet
from bot.updates import answer_late
from bot.wiring import Parts
from desk import alerting, erasing, expiring, files, groups, own_dates, residents, supervising, triage, unsigned
from desk.alerting import Alert
from desk.filing import MAX_FILE_BYTES
from desk.office import DRAFT_DAYS, Office
from desk.registering import FORM, READ
from handlers.telegram.turn import CHANNEL
from petitions.periods import Weekly
from petitions.refusal import Refusal
from reports import weekly as summary
from storage.deliveries import DRAIN
from storage.unit import FETCH, Unit

log = structlog.get_logger()
Chore = Callable[[Parts], Awaitable[None]]
Find = Callable[[Unit, Office], Awaitable[list[str]]]
Act = Callable[[Unit, Office, str], Awaitable[None]]
WORKER = "worker"
BEAT = 10
"""Seconds between heartbeats; /readyz allows three of them to be missed."""
_LOOK = 2
"""Seconds between looks for letters that nobody sends: their worker was killed."""
_MINUTE = 60
_PAUSE = 1
"""Seconds after which a worker that lost its database looks for it again."""
_STALLED = 30
_CONCURRENCY = 8
_DRAFTS_LIVE = timedelta(days=DRAFT_DAYS)
_PAPERS_LIVE = timedelta(days=60)
_UPDATES_LIVE = timedelta(days=7)
"""Telegram delivers an update for a day; a week leaves room for a clock that jumps."""


def register(parts: Parts) -> None:
    """Register the jobs with the queue of these parts."""
    outbox = Outbox(parts)

    async def drain(contact: int) -> None:
        async with _told(parts, DRAIN):
            await outbox.drain(contact)

    async def fetch(media: int) -> None:
        async with _told(parts, FETCH):
            await _fetch(parts, media)

    async def read(media: int) -> None:
        async with _told(parts, READ):
            await read_sheet(parts, media)

    async def form(contact: int) -> None:
        async with _told(parts, FORM):
            await make_form(parts, contact)

    for name, job in ((DRAIN, drain), (FETCH, fetch), (READ, read), (FORM, form)):
        parts.jobs.task(name=name)(job)


async def work(parts: Parts) -> None:
    """Work on jobs until cancelled; heartbeat and housekeeping run beside, and a lost database is waited for."""
    register(parts)
    beside = [
        asyncio.create_task(_every(parts, BEAT, _beat)),
        asyncio.create_task(_every(parts, _LOOK, _take_over)),
        asyncio.create_task(_every(parts, _MINUTE, keep_house)),
    ]
    try:
        while not _ending():
            async with _told(parts, "queue"):
                await _work_on(parts)
            await asyncio.sleep(_PAUSE)
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)


def _ending() -> bool:
    """Tell whether this task was cancelled: an error of the queue's own farewell may have hidden it."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


async def _work_on(parts: Parts) -> None:
    """Work on jobs until cancelled or the database goes away."""
    async with parts.jobs.open_async():
        await parts.jobs.run_worker_async(
            concurrency=_CONCURRENCY,
            fetch_job_polling_interval=0.5,
            delete_jobs="successful",
            install_signal_handlers=False,
            shutdown_graceful_timeout=20,
        )


@asynccontextmanager
async def _told(parts: Parts, what: str) -> AsyncIterator[None]:
    """Say what went wrong and go on: whatever was left undone, the minute's housekeeping asks for it again."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - one job, chore or beat must not end the worker
        if out_of_reach(error):
            parts.database.away(type(error).__name__)
        else:
            log.error("job_failed", job=what, error=where(error))


async def keep_house(parts: Parts) -> None:
    """Do what is due by the clock; a chore that fails keeps none of the others from being done."""
    for chore in _CHORES:
        async with _told(parts, chore.__name__):
            await chore(parts)


def _for_each(find: Find, act: Act) -> Chore:
    """Make the chore that acts on each petition found, in a unit of its own; one that fails holds up no other.

    A resident or another worker may have been quicker.
    """

    async def chore(parts: Parts) -> None:
        async with parts.store.reading() as unit:
            codes = await find(unit, parts.office)
        for code in codes:
            async with _told(parts, act.__name__):
                with suppress(Refusal):
                    async with parts.store.unit() as unit:
                        await act(unit, parts.office, code)

    chore.__name__ = act.__name__
    return chore


async def _outlived(unit: Unit, office: Office) -> list[str]:
    since = office.keeps_since(unit.now)
    return await unit.lists.outlived(since) if since else []


async def _leave_unbound(parts: Parts) -> None:
    async with parts.store.reading() as unit:
        left = await groups.overstayed(unit, CHANNEL)
    for group in left:
        await parts.courier.leave(int(group.address))
        async with parts.store.unit() as unit:
            await groups.put_out(unit, parts.office, CHANNEL, group.address)


async def _expire(parts: Parts) -> None:
    async with parts.store.unit() as unit:
        await unit.drafts.expire(unit.now - _DRAFTS_LIVE)
        await unit.media.expire(unit.now - _DRAFTS_LIVE - timedelta(days=1))
        await unit.inbound.expire(unit.now - _UPDATES_LIVE)
        await unit.papers.expire(unit.now - _PAPERS_LIVE)


async def _summarise(parts: Parts) -> None:
    """Send the weekly summary that is due; one that cannot be made is tried again in a minute."""
    weekly = Weekly.parse(parts.settings.summary_at)
    try:
        async with parts.store.unit() as unit:
            await summary.send_due(unit, parts.office, weekly, parts.words)
    except Exception:
        async with parts.store.unit() as unit:
            await summary.failed(unit, parts.office, weekly)
        raise


async def _retry_stalled(parts: Parts) -> None:
    for job in await parts.jobs.job_manager.get_stalled_jobs(seconds_since_heartbeat=_STALLED):
        await parts.jobs.job_manager.retry_job(job)


async def _set_right(parts: Parts) -> None:
    async with parts.store.unit() as unit:
        await unit.deliveries.set_right()


async def _take_over(parts: Parts) -> None:
    """Start a drain of every line that is due although nobody drains it."""
    async with parts.store.unit() as unit:
        for contact in await unit.deliveries.forgotten():
            unit.deliveries.wake(contact, unit.now)


async def _fetch_again(parts: Parts) -> None:
    async with parts.store.unit() as unit:
        unit.media.fetch(await unit.media.unfetched())


async def _beat(parts: Parts) -> None:
    async with parts.store.unit() as unit:
        await unit.registers.beat(WORKER)
    parts.database.back()


async def _every(parts: Parts, seconds: float, act: Chore) -> None:
    while True:
        async with _told(parts, act.__name__):
            await act(parts)
        await asyncio.sleep(seconds)


async def _fetch(parts: Parts, media: int) -> None:
    """Fetch a file's bytes and keep them under its petition's key; too big or gone is noted once.

    While the disk has little room it stays with the channel, and the minute's housekeeping asks again.
    """
    if not parts.office.room():
        return
    async with parts.store.reading() as unit:
        found = await unit.media.get((media,))
    if not found or found[0].fetched or found[0].ref is None:
        return
    try:
        parts.passes(Point.BEFORE_DOWNLOAD)
        content = await parts.courier.download(found[0].ref)
        parts.passes(Point.AFTER_DOWNLOAD)
    except BadRequest as error:
        await _failed(parts, media, "too_big" if "too big" in error.message.lower() else "gone")
        return
    except TelegramError as error:
        log.warning("fetch_delayed", media=media, error=type(error).__name__)
        return  # the minute's housekeeping asks again
    if len(content) > MAX_FILE_BYTES:
        await _failed(parts, media, "too_big")
        return
    async with parts.store.unit() as unit:
        await files.keep(unit, parts.office, media, content)
        parts.passes(Point.BEFORE_KEEP)
    parts.passes(Point.AFTER_KEEP)


async def _failed(parts: Parts, media: int, why: str) -> None:
    async with parts.store.unit() as unit:
        await unit.media.fail(media, why)


async def _keep_heads(parts: Parts) -> None:
    async with parts.store.unit() as unit:
        await unit.audits.keep_heads()


_CHORES: tuple[Chore, ...] = (
    answer_late,
    _for_each(lambda unit, _office: unit.lists.silent(), triage.close_silent),
    _for_each(lambda unit, _office: unit.lists.to_ask_again(), expiring.ask_again),
    _for_each(lambda unit, _office: unit.lists.unanswered(), expiring.expire),
    _for_each(lambda unit, _office: unit.lists.unjudged(), residents.remind),
    _for_each(lambda unit, _office: unit.supervision.to_look_at(), supervising.look_at),
    _for_each(lambda unit, _office: unit.supervision.to_press_for(), supervising.look_at),
    _for_each(lambda unit, _office: unit.supervision.unsigned(), unsigned.look_at),
    _for_each(lambda unit, _office: unit.alerts.untold(Alert.OVERDUE), alerting.overdue),
    _for_each(own_dates.near, own_dates.tell_near),
    _for_each(own_dates.past, own_dates.tell_past),
    _for_each(_outlived, erasing.erase_old),
    _leave_unbound,
    _expire,
    _summarise,
    learn_at_night,
    _retry_stalled,
    _set_right,
    _take_over,
    _fetch_again,
    read_again,
    _keep_heads,
)
