"""Petitions walk at random through the desk: no dead end, nothing forbidden, no clock lost, and no word astray."""

import itertools
import logging
import random
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import Row

from bot import logs
from bot.jobs import register
from bot.settings import Settings
from bot.wiring import open_parts
from desk.audit import verify
from petitions.case import ENDS, IN_HAND, OVER, Case, ReferralStatus, Status
from petitions.roles import SYSTEM
from petitions.workflow import Act, replay
from tests.conftest import Databases
from tests.leaks import Seen, check, read, readers
from tests.presses import ChatWalk, cast_of
from tests.reports.past import Clock
from tests.tokens import Reader, What
from tests.town import Town, office_rules
from tests.traces import dump, files_of
from tests.walks import Cast, Walk, step_of

SEEDS, WALKS, STEPS = range(5), 18, 14
SEEDS_IN_CHAT, WALKS_IN_CHAT, STEPS_IN_CHAT = range(3), 9, 8
HOLD = timedelta(seconds=60)
EXPECTED_IN_CHAT = {
    (What.WORDS, Reader.AUTHOR),
    (What.WORDS, Reader.OFFICE),
    (What.WORDS, Reader.BODY),
    (What.NAME_KEPT, Reader.OFFICE),
    (What.SAID, Reader.AUTHOR),
    (What.ANSWER, Reader.OFFICE),
}
EXPECTED = EXPECTED_IN_CHAT | {
    (What.PHONE, Reader.BODY),
    (What.NAME_SHOWN, Reader.BODY),
    (What.NOTE, Reader.OFFICE),
    (What.SAID, Reader.SECRET),
    (What.ANSWER, Reader.AUTHOR),
    (What.AMONG, Reader.BODY),
}
"""What the walks of a seed have at least shown to those who may read it: else they would prove little."""
MOST = 3
"""How many times as many walks there may be until that is shown: which way they take lies in the dice."""


@pytest.fixture
async def cast(database: str, tmp_path: Path) -> AsyncIterator[Cast]:
    """Open the product's parts, with everybody of the office and of the bodies; nothing runs."""
    clock, office = Clock(), replace(office_rules(), hold=HOLD)
    async with open_parts(Settings(data=tmp_path), database, "1:x", office, clock) as parts:
        register(parts)
        async with parts.jobs.open_async():
            cast = Cast(parts, clock)
            await cast.gathers()
            yield cast


@pytest.fixture
def lines() -> Iterator[None]:
    """Log everything as the program does where the operator asks for the most."""
    handlers = logging.root.handlers[:]
    levels = {name: logging.getLogger(name).level for name in (None, *logging.root.manager.loggerDict)}
    logs.set_up("DEBUG", name="walk")
    yield
    structlog.reset_defaults()
    logging.root.handlers[:] = handlers
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.mark.parametrize("seed", SEEDS)
async def test_wherever_petitions_walk_the_history_is_true_every_clock_runs_and_words_reach_their_readers_alone(
    cast: Cast, seed: int, databases: Databases, database: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    dice, seen, walks = random.Random(seed), Seen(), []  # noqa: S311 - walks that can be repeated, no secret
    for number in numbered(WALKS, seen, EXPECTED):
        walk = Walk(cast, dice, await cast.comes(), await cast.comes())
        try:
            await walked(walk)
            await read(walk, seen)
        except AssertionError as error:
            error.add_note(f"seed {seed}, walk {number}: {' → '.join(walk.done)}")
            raise
        walks.append(walk)
    await leaves_nothing(cast, walks, kept(databases, database, tmp_path, capfd))
    assert seen.keys() >= EXPECTED, EXPECTED - seen.keys()


@pytest.mark.parametrize("seed", SEEDS_IN_CHAT)
async def test_through_the_chat_too_petitions_walk_only_allowed_ways_and_nobody_reads_too_much(
    town: Town, seed: int, databases: Databases, tmp_path: Path, capfd: pytest.CaptureFixture[str], lines: None
) -> None:
    dice, seen, walks = random.Random(seed), Seen(), []  # noqa: S311 - walks that can be repeated, no secret
    cast, chats = await cast_of(town)
    for number in numbered(WALKS_IN_CHAT, seen, EXPECTED_IN_CHAT):
        walk = ChatWalk(cast, dice, chats[0][0], chats[1][0], town=town, chats=chats)
        try:
            await walked(walk, steps=STEPS_IN_CHAT, tries=1)
            await walk.looks()
            for player, person in chats:
                check(walk, readers(walk, player), "\n".join(await person.screen()).encode(), seen)
        except AssertionError as error:
            error.add_note(f"seed {seed}, walk {number}: {' → '.join(walk.done)}")
            raise
        walks.append(walk)
    await leaves_nothing(cast, walks, kept(databases, town.database, tmp_path, capfd))
    assert seen.keys() >= EXPECTED_IN_CHAT, EXPECTED_IN_CHAT - seen.keys()


def numbered(walks: int, seen: Seen, expected: Set[tuple[What, Reader]]) -> Iterator[int]:
    """Yield the numbers of so many walks, and of more until what must be read was read."""
    yield from itertools.takewhile(lambda done: done < walks or expected - seen.keys(), range(walks * MOST))


def kept(databases: Databases, database: str, folder: Path, capfd: pytest.CaptureFixture[str]) -> dict[str, bytes]:
    """Return all that is written anywhere but in chats."""
    said = capfd.readouterr()
    return {
        "a column or a job": dump(databases.admin(database)),
        "a file": files_of(folder),
        "a log line": (said.out + said.err).encode(),
    }


async def leaves_nothing(cast: Cast, walks: Sequence[Walk], written: Mapping[str, bytes]) -> None:
    """Check that all chains are whole, and that no word of the walks stands anywhere in clear."""
    async with cast.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()
    for where, found in {**written, "a metric": cast.parts.metrics.page(None)}.items():
        assert not [word for walk in walks for word in walk.tokens.within(found)], where
        assert not [address for address in cast.addresses if address.encode() in found], where


async def walked(walk: Walk, *, steps: int = STEPS, tries: int = 3) -> None:
    """Let a petition walk until it ends or tires; look at it after every step."""
    await walk.begins()
    case = await walk.case()
    for _step in range(steps):
        before = case
        if walk.dice.random() < 0.3:
            await walk.waits(timedelta(hours=walk.dice.uniform(1, 24 * walk.dice.choice((1, 6)))))
        else:
            await walk.steps(case)
        case = await walk.case()
        await look(walk, before, case)
        await refuses(walk, case, tries)
        # One that expired and was erased waits for nobody any more, either.
        if (case.status in ENDS or case.erased) and (walk.dice.random() < 0.6 or not walk.able(case)):
            return


async def look(walk: Walk, before: Case, case: Case) -> None:
    """Check history, clocks and ways on."""
    async with walk.cast.parts.store.reading() as unit:
        chain = [link for link, _hash in await unit.audits.chain(case.id)]
        [row] = await unit.connection.exec_driver_sql("SELECT * FROM petitions WHERE id = %(id)s", {"id": case.id})
        unseen = await unit.connection.exec_driver_sql(
            "SELECT 1 FROM referrals WHERE petition_id = %(id)s AND look_at IS NULL", {"id": case.id}
        )
        places = await unit.connection.exec_driver_sql(
            "SELECT DISTINCT field, closed, since FROM place_keys WHERE petition_id = %(id)s", {"id": case.id}
        )
    shares = {one.body: one.status for one in case.referrals}
    assert replay((link.act, link.facts) for link in chain) == (case.status, shares)
    assert [link.at for link in chain] == sorted(link.at for link in chain)
    assert row.due_at == case.due
    assert unseen.first() is None, "a body that supervision never looks at"
    since = row.filed_at if case.status in IN_HAND else row.closed_at if case.status is Status.CLOSED else None
    found_as = (case.field, case.status is Status.CLOSED, since)
    assert [tuple(one) for one in places] == ([] if case.erased else [found_as]), "as what its place finds it"
    assert clock_faults(before, case, row, undone=walk.done[-1].startswith(Act.UNDO)) == []
    assert case.status in OVER or leads_on(walk, case)


def clock_faults(before: Case, case: Case, row: Row[Any], *, undone: bool) -> list[str]:
    """Return which clocks are lost, run backwards (unless undone), or run although nobody waits."""
    asked, closed = case.status is Status.WAITING_RESIDENT, case.status in OVER
    at_body = case.lead_referral if asked else None
    checks = {
        "a first answer is due after filing": case.first_answer_due > case.filed_at,
        "a first answer is not before filing": not case.first_answer_at or case.first_answer_at >= case.filed_at,
        "whoever is asked has a date": (case.reply_due is not None) is asked,
        "whatever is in hand has a date": (case.due is not None) is (case.status in IN_HAND and not asked),
        "what is followed up was answered": case.carry_due is None
        or (case.status in {Status.ANSWERED, Status.CLOSED} and not case.erased),
        "an end has its time": (row.closed_at is not None) is closed,
        "an answer closes by itself": case.status is not Status.ANSWERED or row.close_due is not None,
        "a clock stands still while its body waits alone": all(
            (one.paused_at is not None) is (at_body is not None and one.id == at_body.id) for one in case.at_work
        ),
        "accepted means a date": all(
            one.accepted_at and one.due_at and one.sent_at <= one.accepted_at < one.due_at
            for one in case.at_work
            if one.status is not ReferralStatus.SENT
        ),
        "no date moves back": undone
        or all(
            not (was.accepted_at and was.due_at) or not one.due_at or one.due_at >= was.due_at
            for was in before.at_work
            for one in case.at_work
            if one.id == was.id and one.accepted_at
        ),
    }
    return [what for what, holds in checks.items() if not holds]


def leads_on(walk: Walk, case: Case) -> bool:
    """Tell whether somebody besides the author, or the clock, can bring the petition on."""
    now, clock = walk.cast.clock(), [(act, SYSTEM) for act in (Act.EXPIRE, Act.CLOSE, Act.REOPEN)]
    others = [(act, one.actor) for act, one in walk.able(case) if one != walk.author]
    steps = filter(None, (step_of(case, act, actor, now) for act, actor in [*others, *clock]))
    return any(step.status is not case.status or step.referral_status for step in steps)


async def refuses(walk: Walk, case: Case, tries: int) -> None:
    """Try some of what is forbidden; nothing of it may be possible."""
    for act, player in walk.dice.sample(walk.forbidden(case), tries):
        stood = walk.tokens.stand()
        refused = await walk.perform(act, player)
        assert refused, f"{act} by {player.actor.grants or 'a resident'}"
        walk.tokens.back(stood)
    assert (await walk.case()).entries == case.entries
