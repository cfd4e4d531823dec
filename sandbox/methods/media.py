"""sendPhoto, sendDocument and the like, albums, and getFile."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from sandbox.arguments import Arguments, Upload
from sandbox.errors import ApiError, bad_request
from sandbox.files import StoredFile, file_id, read_file_id
from sandbox.keyboards import Markup
from sandbox.media import DETAILS, is_image, media_body, store
from sandbox.methods.call import Call, Method
from sandbox.methods.content import caption_body, find_place, missing, read_formatted, send
from sandbox.model import JsonObject

MAX_ALBUM: Final = 10
ALBUM_KINDS: Final = ("photo", "video", "document", "audio")
FLAGS: Final = {"has_spoiler": "has_media_spoiler", "show_caption_above_media": "show_caption_above_media"}


def send_media(kind: str, call: Call) -> JsonObject:
    """Send one file of a kind, with a caption."""
    arguments = call.arguments
    caption = read_formatted(arguments, "caption", "caption_entities")
    upload = attached(arguments, arguments.text(kind)) or arguments.upload(kind)
    if upload is None and not arguments.text(kind):
        raise missing(kind)
    place = find_place(call)
    body = caption_body(call.world, caption)
    body |= found_media(call, kind, upload, arguments.text(kind), given(arguments, kind))
    return send(call, place, body | flags(arguments), media=kind)


SENDERS: Final[Mapping[str, Method]] = {
    name: partial(send_media, kind)
    for name, kind in {
        "sendPhoto": "photo", "sendDocument": "document", "sendVideo": "video", "sendVoice": "voice",
        "sendAudio": "audio", "sendAnimation": "animation", "sendVideoNote": "video_note",
        "sendSticker": "sticker",
    }.items()
}  # fmt: skip


def given(arguments: Arguments, kind: str) -> JsonObject:
    """Return what the bot says about its file's width, duration and the like."""
    return {name: arguments.integer(name) for name in DETAILS.get(kind, ())}


def flags(arguments: Arguments) -> JsonObject:
    """Return the marks of a message with a file."""
    return {field: True for argument, field in FLAGS.items() if arguments.flag(argument)}


def attached(arguments: Arguments, value: str) -> Upload | None:
    """Return the upload that `attach://name` means.

    Raises:
        ApiError: 400 when it is not in the request.

    """
    if not value.startswith("attach://"):
        return None
    upload = arguments.upload(value.removeprefix("attach://"))
    if upload is None:
        raise bad_request("invalid file attach name specified")
    return upload


def found_media(call: Call, kind: str, upload: Upload | None, value: str, details: JsonObject) -> JsonObject:
    """Return the part of a Message that holds a file just uploaded or known by its id."""
    if upload:
        check_upload(call, kind, upload)
        stored = store(call.world, kind, upload.name, upload.content_type, upload.content)
        return media_body(call.world, kind, stored, details)
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    return media_body(call.world, kind, known_file(call, value), details)


def check_upload(call: Call, kind: str, upload: Upload) -> None:
    """Check a file's size, and that a photo is a picture."""
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > call.world.limits.upload:
        raise ApiError(413, "Request Entity Too Large")
    if kind != "photo":
        return
    if len(upload.content) > call.world.limits.photo:
        raise bad_request("file is too big for a photo")
    if not is_image(upload.content):
        raise bad_request("IMAGE_PROCESS_FAILED")


def known_file(call: Call, value: str) -> StoredFile:
    """Return the file of a `file_id`; another bot's id does not work.

    Raises:
        ApiError: 400.

    """
    try:
        bot_id, unique = read_file_id(value)
    except ValueError as broken:
        raise bad_request("wrong remote file identifier specified: Wrong string length") from broken
    stored = call.world.files.known.get(unique)
    if bot_id != call.bot.id or stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    return stored


def send_media_group(call: Call) -> list[JsonObject]:
    """Send an album."""
    items = call.arguments.parsed("media", "media")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise bad_request("can't parse media JSON object")
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > MAX_ALBUM:
        raise bad_request("too many messages to send as an album")
    check_mixture([str(item.get("type")) for item in items])
    captions = [read_formatted(Arguments(item), "caption", "caption_entities") for item in items]
    place = find_place(call, Markup())
    bodies = [caption_body(call.world, caption) for caption in captions]
    files = [album_item(call, item) for item in items]
    group = {"media_group_id": str(call.world.feed.seq)} if len(items) > 1 else {}
    return [
        send(call, place, caption | file | group, media=str(item["type"]))
        for caption, file, item in zip(bodies, files, items, strict=True)
    ]


def check_mixture(kinds: list[str]) -> None:
    """Check that an album holds only what can stand together."""
    for kind in kinds:
        if kind not in ALBUM_KINDS:
            raise bad_request("can't parse InputMedia: Wrong media type specified")
    for alone in ("document", "audio"):
        if alone in kinds and set(kinds) != {alone}:
            raise bad_request(f"{alone} can't be mixed with other media types")


def album_item(call: Call, item: Mapping[str, Any]) -> JsonObject:
    """Return the part of a Message that holds one file of an album."""
    kind, value = str(item["type"]), str(item.get("media", ""))
    if not value:
        raise bad_request("can't parse InputMedia: Media not found")
    arguments = Arguments(item, call.arguments.uploads)
    upload = attached(arguments, value)
    return found_media(call, kind, upload, value, given(arguments, kind)) | flags(arguments)


def get_file(call: Call) -> JsonObject:
    """Tell where a file can be downloaded for the next hour."""
    value = call.arguments.text("file_id")
    if not value:
        raise bad_request("file_id not specified")
    try:
        read_file_id(value)
    except ValueError as broken:
        raise bad_request("invalid file_id") from broken
    stored = known_file(call, value)
    if stored.size > call.world.limits.download:
        raise bad_request("file is too big")
    call.bot.paths[stored.path] = (stored.unique, call.world.clock.now() + call.world.limits.file_path)
    return {
        "file_id": file_id(call.bot.id, stored.unique),
        "file_unique_id": stored.unique,
        "file_size": stored.size,
        "file_path": stored.path,
    }
