"""sendLocation, editMessageLiveLocation, stopMessageLiveLocation: points on the map, live or not."""

from __future__ import annotations

from typing import Final

from sandbox.errors import bad_request
from sandbox.keyboards import check_markup, read_markup
from sandbox.methods.call import Call
from sandbox.methods.content import find_place, send
from sandbox.methods.messages import change, editable
from sandbox.model import FOR_EVER, Chat, JsonObject, Message

LIVE_SECONDS: Final = range(60, 86_401)
DIRECTION: Final = ("heading", "proximity_alert_radius")


def send_location(call: Call) -> JsonObject:
    """Send a point on the map, perhaps one that will move."""
    location, live = read_point(call), call.arguments.integer("live_period")
    if live and live not in LIVE_SECONDS and live != FOR_EVER:
        raise bad_request("wrong live location period specified")
    if live:
        location |= {"live_period": live} | read_direction(call)
    return send(call, find_place(call), {"location": location})


def edit_live_location(call: Call) -> JsonObject:
    """Move a point that is live; a new `live_period` counts from when the message was sent."""
    point = read_point(call)
    chat, message = find_live(call)
    live = call.arguments.integer("live_period") or message.body["location"]["live_period"]
    return change(call, chat, message, {"location": point | {"live_period": live} | read_direction(call)})


def stop_live_location(call: Call) -> JsonObject:
    """Leave a point where it is."""
    chat, message = find_live(call)
    point = {name: message.body["location"][name] for name in ("latitude", "longitude")}
    return change(call, chat, message, {"location": point})


def find_live(call: Call) -> tuple[Chat, Message]:
    """Return the message with a live point and its chat.

    Raises:
        ApiError: 400 when there is none, or it is live no longer.

    """
    chat, message = editable(call)
    if "live_period" not in message.body.get("location", {}):
        raise bad_request("there is no live location in the message to edit")
    if not message.is_live(call.world.now()):
        raise bad_request("message can't be edited")
    check_markup(read_markup(call.arguments), chat)
    return chat, message


def read_point(call: Call) -> JsonObject:
    """Read the coordinates."""
    return {name: read_degrees(call, name) for name in ("latitude", "longitude")}


def read_direction(call: Call) -> JsonObject:
    """Read what only a live point has besides its place."""
    return {name: call.arguments.integer(name) for name in DIRECTION if call.arguments.integer(name)}


def read_degrees(call: Call, name: str) -> float:
    """Read a coordinate."""
    text = call.arguments.text(name)
    if not text:
        raise bad_request(f"{name} is empty")
    try:
        return float(text)
    except ValueError as broken:
        raise bad_request(f"{name} must be a number") from broken
