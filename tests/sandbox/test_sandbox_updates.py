"""The queue of updates and getUpdates: confirming, limits, lifetimes, conflicts, braking."""

from __future__ import annotations

import asyncio

import pytest

from sandbox.demo import demo
from sandbox.state import World
from tests.sandbox.sandbox_wire import GROUP, OTHER, RESIDENT, TOKEN, Sandbox

MINUTE = 60
HOUR = 3_600
TAKEN_OVER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


async def ids(sandbox: Sandbox, **arguments: object) -> list[int]:
    """Return the ids of the updates that a poll finds."""
    return [update["update_id"] for update in await sandbox.bot("getUpdates", **arguments)]


async def test_updates_have_consecutive_ids_and_stay_until_confirmed(sandbox: Sandbox) -> None:
    for text in "abc":
        await sandbox.say(text)
    first, second, third = await ids(sandbox)
    assert (second, third) == (first + 1, first + 2)
    assert await ids(sandbox, offset=second) == [second, third]
    assert await ids(sandbox) == [second, third]


async def test_a_negative_offset_keeps_only_the_newest(sandbox: Sandbox) -> None:
    for text in "abcd":
        await sandbox.say(text)
    assert len(await ids(sandbox, offset=-2)) == 2
    assert len(await ids(sandbox)) == 2


async def test_the_limit_bounds_an_answer(sandbox: Sandbox) -> None:
    for _ in range(105):
        await sandbox.say("a")
    assert len(await ids(sandbox, limit=7)) == 7
    assert len(await ids(sandbox, offset=1)) == 100


async def test_an_answer_has_at_most_four_megabytes(sandbox: Sandbox) -> None:
    for _ in range(5):
        message = {"chat": {"id": RESIDENT}, "text": "a" * 900_000}
        await post_by_hand(sandbox, "message", message)
    assert len(await ids(sandbox)) == 4


async def post_by_hand(sandbox: Sandbox, kind: str, content: object) -> None:
    body = {"token": TOKEN, "update": {kind: content}}
    async with sandbox.http.post(f"{sandbox.address}/_test/update", json=body) as answer:
        assert answer.status == 200


async def test_a_poll_waits_for_the_first_update(sandbox: Sandbox) -> None:
    poll = asyncio.create_task(sandbox.bot("getUpdates", timeout=30))
    await sandbox.look("state")
    await sandbox.say("a")
    assert len(await poll) == 1


async def test_a_poll_ends_empty_when_its_time_is_over(sandbox: Sandbox) -> None:
    poll = asyncio.create_task(sandbox.bot("getUpdates", timeout=1000))
    await sandbox.look("state")
    await sandbox.control("clock", shift=49)
    assert not poll.done()
    await sandbox.control("clock", shift=1)
    assert await poll == []


async def test_the_older_of_two_polls_gets_a_conflict(sandbox: Sandbox) -> None:
    older = asyncio.create_task(sandbox.refused("getUpdates", timeout=30))
    await sandbox.look("state")
    newer = asyncio.create_task(sandbox.bot("getUpdates", timeout=30))
    assert await older == TAKEN_OVER
    await sandbox.say("a")
    assert len(await newer) == 1


async def test_a_second_conflict_within_three_seconds_comes_late(sandbox: Sandbox) -> None:
    polls = [asyncio.create_task(sandbox.refused("getUpdates", timeout=30))]
    for _ in range(2):
        await sandbox.look("state")
        polls.append(asyncio.create_task(sandbox.refused("getUpdates", timeout=30)))
    assert await polls[0] == TAKEN_OVER
    await sandbox.look("state")
    assert not polls[1].done()
    await sandbox.control("clock", shift=3)
    assert await polls[1] == TAKEN_OVER
    polls[2].cancel()


async def test_a_poll_that_finds_updates_disturbs_no_other(sandbox: Sandbox) -> None:
    await sandbox.say("a")
    [known] = await ids(sandbox)
    waiting = asyncio.create_task(sandbox.bot("getUpdates", offset=known + 1, timeout=30))
    await sandbox.look("state")
    await sandbox.say("b")
    assert len(await waiting) == 1
    assert len(await ids(sandbox, offset=1)) == 1


async def test_the_same_offset_at_once_brings_a_single_update(sandbox: Sandbox) -> None:
    for text in "abc":
        await sandbox.say(text)
    assert [len(await ids(sandbox, offset=1)) for _ in range(2)] == [3, 1]
    await sandbox.control("clock", shift=1)
    assert len(await ids(sandbox, offset=1)) == 3


async def test_the_same_offset_within_three_seconds_waits(sandbox: Sandbox) -> None:
    assert await ids(sandbox, offset=1, timeout=0) == []
    again = asyncio.create_task(ids(sandbox, offset=1, timeout=0))
    await sandbox.look("state")
    assert not again.done()
    await sandbox.control("clock", shift=3)
    assert await again == []


@pytest.mark.parametrize(("age", "alive"), [(23 * HOUR, 1), (24 * HOUR + 1, 0)])
async def test_messages_wait_a_day(sandbox: Sandbox, age: int, alive: int) -> None:
    await sandbox.say("a")
    await sandbox.control("clock", shift=age)
    info = await sandbox.bot("getWebhookInfo")
    assert (info["pending_update_count"], len(await ids(sandbox))) == (alive, alive)


async def test_an_edit_waits_a_day_from_when_it_was_made(sandbox: Sandbox) -> None:
    said = await sandbox.say("a")
    await sandbox.control("clock", shift=23 * HOUR)
    change = {"account": "resident_1", "message_id": said["message_id"], "text": "b"}
    await sandbox.control(f"chats/{RESIDENT}/edit", **change)
    await sandbox.control("clock", shift=2 * HOUR)
    [update] = await sandbox.bot("getUpdates")
    assert update["edited_message"]["text"] == "b"


async def test_updates_not_asked_for_are_never_made(sandbox: Sandbox) -> None:
    await sandbox.start()
    await sandbox.bot("getUpdates", offset=2, timeout=0, allowed_updates=["my_chat_member", "no_such_type"])
    await sandbox.say("a")
    assert (await sandbox.bot("getWebhookInfo"))["allowed_updates"] == ["my_chat_member"]
    await sandbox.bot("getUpdates", offset=3, timeout=0, allowed_updates=[])
    await sandbox.say("b")
    assert [update["message"]["text"] for update in await sandbox.updates()] == ["b"]
    assert "allowed_updates" not in await sandbox.bot("getWebhookInfo")


async def test_the_filter_does_not_touch_what_waits_already(sandbox: Sandbox) -> None:
    await sandbox.say("a")
    assert len(await ids(sandbox, allowed_updates=["callback_query"])) == 1


async def test_an_update_by_hand_is_delivered_as_it_is(sandbox: Sandbox) -> None:
    content = {"id": "9", "from": {"id": 4}, "chat_instance": "1", "data": "x"}
    await post_by_hand(sandbox, "callback_query", content)
    [update] = await sandbox.updates()
    assert update["callback_query"] == content


async def test_each_bot_has_its_own_queue(sandbox: Sandbox) -> None:
    await sandbox.say("a")
    status, answer = await sandbox.call("getUpdates", "55:another-bot", offset=7)
    assert (status, answer["result"]) == (200, [])
    await sandbox.control(f"chats/{OTHER}/send", token="55:another-bot", account="resident_2", text="b")
    _, answer = await sandbox.call("getUpdates", "55:another-bot")
    assert [update["message"]["text"] for update in answer["result"]] == ["b"]
    assert [update["message"]["text"] for update in await sandbox.updates()] == ["a"]


def test_a_later_start_begins_with_higher_numbers() -> None:
    earlier, later = World(lambda: 1_800_000_000, seed=demo()), World(lambda: 1_800_000_001, seed=demo())
    assert later.first_bot().queue.next_id > earlier.first_bot().queue.next_id
    starts = [world.chats[0, GROUP].next_message_id for world in (earlier, later)]
    assert starts == [327_744_000, 327_744_010]
