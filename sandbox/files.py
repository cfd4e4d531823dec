"""Files that people and bots have sent: their bytes, and the ids under which each bot knows them."""

from __future__ import annotations

import base64
import binascii
import re
import secrets
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: A PNG of one grey pixel: the small size of every photo, so that a bot that takes the wrong size notices.
PIXEL: Final = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg=="
)
FOLDERS: Final = {
    "photo": "photos", "document": "documents", "video": "videos", "voice": "voice", "audio": "music",
    "video_note": "video_notes", "animation": "animations", "sticker": "stickers",
}  # fmt: skip
SUFFIXES: Final = {"photo": ".jpg", "video": ".mp4", "voice": ".oga", "video_note": ".mp4", "animation": ".mp4",
                   "audio": ".mp3", "sticker": ".webp"}  # fmt: skip
ID_PREFIX: Final = "AgACAgUAAxkB"


@dataclass(frozen=True)
class StoredFile:
    """What is known of a file; `unique` is its `file_unique_id`, `number` is part of its path."""

    unique: str
    number: int
    kind: str
    name: str
    mime_type: str
    size: int

    @property
    def path(self) -> str:
        """Return the path under which bots download it."""
        own = Path(self.name).suffix
        suffix = own if re.fullmatch(r"\.[A-Za-z0-9]{1,8}", own) else SUFFIXES.get(self.kind, "")
        return f"{FOLDERS[self.kind]}/file_{self.number}{suffix}"


def file_id(bot_id: int, unique: str) -> str:
    """Return the id that one bot, and no other, may use for a file."""
    return ID_PREFIX + base64.urlsafe_b64encode(f"{bot_id}:{unique}".encode()).decode().rstrip("=")


def read_file_id(text: str) -> tuple[int, str]:
    """Return the bot and the unique id in a `file_id`.

    Raises:
        ValueError: when it never was one.

    """
    if not text.startswith(ID_PREFIX):
        raise ValueError(text)
    packed = text.removeprefix(ID_PREFIX)
    try:
        bot_id, unique = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode().split(":")
        return int(bot_id), unique
    except (binascii.Error, UnicodeDecodeError) as broken:
        raise ValueError(text) from broken


class FileStore:
    """Bytes by unique id, in memory or in a folder; the oldest go when there are too many."""

    def __init__(self, bound: int, folder: Path | None = None) -> None:
        self._bound = bound
        self._folder = folder
        self._bytes: dict[str, bytes] = {}
        self.known: OrderedDict[str, StoredFile] = OrderedDict()
        if folder:
            folder.mkdir(parents=True, exist_ok=True)

    def put(self, kind: str, name: str, mime_type: str, content: bytes) -> StoredFile:
        """Keep a file and return what is known of it."""
        number = 1 + next((known.number for known in reversed(self.known.values())), 0)
        stored = StoredFile(secrets.token_urlsafe(9), number, kind, name, mime_type, len(content))
        self.known[stored.unique] = stored
        if self._folder:
            (self._folder / stored.unique).write_bytes(content)
        else:
            self._bytes[stored.unique] = content
        self._make_room()
        return stored

    def read(self, unique: str) -> bytes | None:
        """Return the bytes of a file, None when it is gone."""
        if unique not in self.known:
            return None
        if self._folder is None:
            return self._bytes[unique]
        path = self._folder / unique
        return path.read_bytes() if path.exists() else None

    def clear(self) -> None:
        """Forget every file."""
        for unique in list(self.known):
            self._drop(unique)

    def _make_room(self) -> None:
        total = sum(known.size for known in self.known.values())
        while total > self._bound and len(self.known) > 1:
            oldest = next(iter(self.known.values()))
            total -= oldest.size
            self._drop(oldest.unique)

    def _drop(self, unique: str) -> None:
        del self.known[unique]
        self._bytes.pop(unique, None)
        if self._folder:
            (self._folder / unique).unlink(missing_ok=True)
