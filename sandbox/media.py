"""Files as parts of messages: the Photo, Document, Video … objects, still without the ids bots use."""

from __future__ import annotations

import mimetypes
import struct
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from sandbox.files import PIXEL, StoredFile
from sandbox.model import JsonObject
from sandbox.state import World

KINDS: Final = ("photo", "document", "video", "voice", "video_note", "animation", "sticker", "audio")
#: What each kind tells besides its file, with the values for a file that was not measured.
DETAILS: Final[Mapping[str, Mapping[str, object]]] = {
    "document": {},
    "video": {"width": 640, "height": 480, "duration": 1},
    "voice": {"duration": 1},
    "audio": {"duration": 1},
    "video_note": {"length": 240, "duration": 1},
    "animation": {"width": 320, "height": 240, "duration": 1},
    "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
}
MIME_TYPES: Final = {"photo": "image/jpeg", "video": "video/mp4", "voice": "audio/ogg", "audio": "audio/mpeg",
                     "video_note": "video/mp4", "animation": "video/mp4", "sticker": "image/webp"}  # fmt: skip
NAMED: Final = frozenset({"document", "video", "audio", "animation"})
TYPED: Final = NAMED | {"voice"}
UNMEASURED: Final = (320, 240)
PNG_SIZE_END: Final = 24
JPEG_MARK: Final = 0xFF
JPEG_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
IMAGE_MAGIC: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF", b"BM")


def store(world: World, kind: str, name: str, content_type: str, content: bytes) -> StoredFile:
    """Keep a file's bytes under a sensible type."""
    guessed = mimetypes.guess_type(name)[0]
    generic = content_type in {"", "application/octet-stream"}
    mime_type = (guessed if generic else content_type) or MIME_TYPES.get(kind, "application/octet-stream")
    return world.files.put(kind, PurePosixPath(name).name, mime_type, content)


def media_body(world: World, kind: str, stored: StoredFile, given: Mapping[str, Any]) -> JsonObject:
    """Return the part of a Message that holds a file; `given` are width, duration and the like."""
    if kind == "photo":
        return {"photo": photo_sizes(world, stored)}
    media: JsonObject = {"file_unique_id": stored.unique, "file_size": stored.size}
    for name, usual in DETAILS[kind].items():
        media[name] = given.get(name) or usual
    if kind in TYPED:
        media["mime_type"] = stored.mime_type
    if kind in NAMED and stored.name:
        media["file_name"] = stored.name
    return {kind: media}


def photo_sizes(world: World, stored: StoredFile) -> list[JsonObject]:
    """Return the sizes of a photo, the whole one last."""
    content = world.files.read(stored.unique) or b""
    width, height = measure(content)
    small = world.files.put("photo", "", "image/png", PIXEL)
    return [
        {"file_unique_id": small.unique, "file_size": small.size, "width": 1, "height": 1},
        {"file_unique_id": stored.unique, "file_size": stored.size, "width": width, "height": height},
    ]


def is_image(content: bytes) -> bool:
    """Tell whether the bytes begin like a picture."""
    return content.startswith(IMAGE_MAGIC)


def measure(content: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG or JPEG in pixels."""
    if content.startswith(b"\x89PNG") and len(content) > PNG_SIZE_END:
        width, height = struct.unpack(">II", content[PNG_SIZE_END - 8 : PNG_SIZE_END])
        return width, height
    return measure_jpeg(content) if content.startswith(b"\xff\xd8") else UNMEASURED


def measure_jpeg(content: bytes) -> tuple[int, int]:
    """Walk through the segments of a JPEG to the one that tells its size."""
    position = 2
    while position + 9 < len(content) and content[position] == JPEG_MARK:
        marker, length = content[position + 1], int.from_bytes(content[position + 2 : position + 4], "big")
        if marker in JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return width, height
        position += 2 + length
    return UNMEASURED
