"""What a person can put into a message, read from a control request: text, files, places, cards and more."""

from __future__ import annotations

import secrets
from typing import Any, Final

from sandbox.arguments import Arguments, Upload
from sandbox.bots import Bot
from sandbox.errors import Refusal
from sandbox.media import KINDS, media_body, store
from sandbox.model import Account, Chat, JsonObject
from sandbox.people import start_part, text_part
from sandbox.state import World

MAX_ALBUM: Final = 10
DICE: Final = "🎲"

#: The part of a Message that a person sends, and the kind of its file (empty for none).
Body = tuple[JsonObject, str]


def read_bodies(world: World, bot: Bot, chat: Chat, account: Account, arguments: Arguments) -> list[Body]:
    """Read what is to be sent; several files make an album, `start` is the payload of a deep link.

    Raises:
        Refusal: when there is nothing, or it makes no sense.

    """
    if arguments.uploads:
        return file_bodies(world, arguments)
    for name, read in READERS.items():
        value = arguments.values.get(name)
        if value is not None and value is not False:
            return [(read(read_object(arguments, name)), "")]
    if "forward_of" in arguments.values:
        return [forwarded(world, chat, account, arguments.integer("forward_of"))]
    if "start" in arguments.values:
        return [(start_part(bot, chat, arguments.text("start")), "")]
    return [(text_part(arguments.text("text")), "")]


def read_object(arguments: Arguments, name: str) -> JsonObject:
    """Return an object-valued field, empty for a bare `true` or word."""
    value = arguments.values[name]
    if isinstance(value, str) and value.startswith("{"):
        value = arguments.parsed(name, name)
    return value if isinstance(value, dict) else {}


def read_changes(arguments: Arguments) -> JsonObject:
    """Read how a message is to be edited: its text, its caption, or a live location's place or end."""
    if "location" in arguments.values:
        return location_part(read_object(arguments, "location"))
    caption = "caption" in arguments.values
    changed = text_part(arguments.text("caption" if caption else "text"), caption=caption)
    entities = "caption_entities" if caption else "entities"
    return {"caption" if caption else "text": None, entities: None} | changed


def file_bodies(world: World, arguments: Arguments) -> list[Body]:
    """Read one file or an album; `kind` is given once, or once for each file."""
    uploads, given = arguments.uploads, arguments.values.get("kind", "document")
    kinds = given if isinstance(given, list) else [given] * len(uploads)
    if len(kinds) != len(uploads) or not set(kinds) <= set(KINDS):
        raise Refusal(f"Each file needs a kind: {', '.join(KINDS)}.")
    if len(uploads) > MAX_ALBUM:
        raise Refusal("An album has at most ten files.")
    caption = text_part(arguments.text("caption"), caption=True)
    group = {"media_group_id": str(secrets.randbits(53))} if len(uploads) > 1 else {}
    measured = {"duration": arguments.integer("duration")}
    parts = [file_part(world, kind, each, measured) for kind, each in zip(kinds, uploads, strict=True)]
    bodies = [part | group for part in parts]
    bodies[0] |= caption
    return list(zip(bodies, kinds, strict=True))


def file_part(world: World, kind: str, upload: Upload, measured: JsonObject) -> JsonObject:
    """Return the part of a Message that holds a file; `measured` is how long it plays."""
    stored = store(world, kind, upload.name, upload.content_type, upload.content)
    return media_body(world, kind, stored, measured)


def location_part(given: JsonObject) -> JsonObject:
    """Return the part of a Message that holds a place."""
    latitude, longitude = given.get("latitude"), given.get("longitude")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        raise Refusal("A location has a latitude and a longitude.")
    live = {"live_period": given["live_period"]} if given.get("live_period") else {}
    return {"location": {"latitude": latitude, "longitude": longitude, **live}}


def contact_part(given: JsonObject) -> JsonObject:
    """Return the part of a Message that holds a card."""
    if not given.get("phone_number") or not given.get("first_name"):
        raise Refusal("A contact has a phone number and a first name.")
    names = ("phone_number", "first_name", "last_name", "user_id", "vcard")
    return {"contact": {name: given[name] for name in names if given.get(name)}}


def dice_part(given: JsonObject) -> JsonObject:
    """Return the part of a Message that holds a die."""
    return {"dice": {"emoji": given.get("emoji", DICE), "value": given.get("value", 1 + secrets.randbelow(6))}}


def poll_part(given: JsonObject) -> JsonObject:
    """Return the part of a Message that holds a poll."""
    options: list[Any] = given.get("options") or ["1", "2"]
    return {
        "poll": {
            "id": str(secrets.randbits(53)),
            "question": given.get("question", "?"),
            "options": [
                {"persistent_id": str(place), "text": str(text), "voter_count": 0}
                for place, text in enumerate(options)
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        }
    }


READERS: Final = {"location": location_part, "contact": contact_part, "dice": dice_part, "poll": poll_part}


def forwarded(world: World, chat: Chat, account: Account, message_id: int) -> Body:
    """Return a copy of one of the chat's messages, with where it came from."""
    original = chat.living(message_id)
    if original is None:
        raise Refusal("There is no such message to forward.", 404)
    origin = {"type": "user", "sender_user": world.user(original.author), "date": original.date}
    kept = {name: value for name, value in original.body.items() if name != "media_group_id"}
    return {"forward_origin": origin, **kept}, original.media
