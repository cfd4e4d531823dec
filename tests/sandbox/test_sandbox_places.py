"""The bot's locations: sent, moved while they are live, stopped."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.sandbox_wire import RESIDENT, Sandbox

PLACE = {"latitude": 21.03, "longitude": 105.8}


async def live(sandbox: Sandbox, period: int = 900) -> dict[str, Any]:
    """Let the bot send a live location, and return what names it."""
    await sandbox.start()
    sent = await sandbox.bot("sendLocation", chat_id=RESIDENT, **PLACE, live_period=period, heading=90)
    assert sent["location"] == {**PLACE, "live_period": period, "heading": 90}
    return {"chat_id": RESIDENT, "message_id": sent["message_id"]}


async def test_a_live_location_is_moved_and_stopped(sandbox: Sandbox) -> None:
    message = await live(sandbox)
    moved = await sandbox.bot("editMessageLiveLocation", **message, latitude=21.04, longitude=105.8)
    assert moved["location"] == {"latitude": 21.04, "longitude": 105.8, "live_period": 900}
    stopped = await sandbox.bot("stopMessageLiveLocation", **message)
    assert stopped["location"] == {"latitude": 21.04, "longitude": 105.8}
    again = await sandbox.refused("editMessageLiveLocation", **message, **PLACE)
    assert again == "Bad Request: there is no live location in the message to edit"


async def test_after_its_period_a_live_location_stands_still(sandbox: Sandbox) -> None:
    message = await live(sandbox)
    await sandbox.control("clock", shift=900)
    assert (
        await sandbox.refused("editMessageLiveLocation", **message, **PLACE)
        == "Bad Request: message can't be edited"
    )
    assert "live_period" not in (await sandbox.messages())[-1]["location"]


async def test_a_location_can_stay_live_for_ever(sandbox: Sandbox) -> None:
    message = await live(sandbox, 0x7FFFFFFF)
    await sandbox.control("clock", shift=10**8)
    await sandbox.bot("editMessageLiveLocation", **message, latitude=21.04, longitude=105.8)


@pytest.mark.parametrize("period", [59, 86_401])
async def test_a_live_period_is_a_minute_to_a_day(sandbox: Sandbox, period: int) -> None:
    await sandbox.start()
    refusal = await sandbox.refused("sendLocation", chat_id=RESIDENT, **PLACE, live_period=period)
    assert refusal == "Bad Request: wrong live location period specified"


async def test_a_plain_location_and_a_text_are_not_live(sandbox: Sandbox) -> None:
    await sandbox.start()
    place = await sandbox.bot("sendLocation", chat_id=RESIDENT, **PLACE)
    text = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a")
    for sent in (place, text):
        message = {"chat_id": RESIDENT, "message_id": sent["message_id"]}
        refusal = await sandbox.refused("stopMessageLiveLocation", **message)
        assert refusal == "Bad Request: there is no live location in the message to edit"


@pytest.mark.parametrize(
    ("given", "reason"), [({}, "latitude is empty"), ({"latitude": "north"}, "latitude must be a number")]
)
async def test_a_location_needs_coordinates(sandbox: Sandbox, given: dict[str, str], reason: str) -> None:
    await sandbox.start()
    assert await sandbox.refused("sendLocation", chat_id=RESIDENT, **given) == f"Bad Request: {reason}"
