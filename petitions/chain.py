"""The hash chain of a petition's entries: how an entry is hashed and how a broken chain is found."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

START = bytes(32)
"""The hash before the first entry."""
BLOCK = 1000
"""Petitions whose heads are hashed together."""


@dataclass(frozen=True)
class Link:
    """One entry as the chain sees it; `content_hash` is that of the ciphertext, so erasing reveals nothing."""

    petition: int
    position: int
    at: datetime
    actor: int | None
    role: str
    act: str
    audience: tuple[str, ...]
    basis: str | None
    facts: Mapping[str, Any]
    content_hash: bytes | None
    before: bytes


@dataclass(frozen=True)
class Break:
    """Where a chain is broken and how."""

    petition: int
    position: int
    reason: str


def digest(link: Link) -> bytes:
    """Hash one entry: SHA-256 of canonical JSON (sorted keys, UTC times with microseconds)."""
    value = {
        "petition": link.petition,
        "position": link.position,
        "at": link.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": link.actor,
        "role": link.role,
        "act": link.act,
        "audience": sorted(link.audience),
        "basis": link.basis,
        "facts": link.facts,
        "content": link.content_hash.hex() if link.content_hash else None,
        "before": link.before.hex(),
    }
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).digest()


def find_break(petition: int, chain: Iterable[tuple[Link, bytes]], head: bytes, count: int) -> Break | None:
    """Return the first fault of a petition's chain, None where it is whole.

    `chain` holds (entry, stored hash), oldest first; `head` and `count` are what the petition keeps.
    """
    before, position = START, 0
    for link, stored in chain:
        position += 1
        if link.position != position or link.before != before:
            return Break(petition, position, "missing")
        if digest(link) != stored:
            return Break(petition, position, "changed")
        before = stored
    if (position, before) != (count, head):
        return Break(petition, position + 1, "cut")
    return None


def digest_heads(heads: Iterable[tuple[int, str, bytes]]) -> str:
    """Hash all (id, code, head), ordered by id, into one line that a weekly message can carry.

    Blocks are hashed, then their digests: so what did not change need not be hashed again.
    A head stands for its petition and for how many entries there are: both are hashed in it.
    """
    total = hashlib.sha256()
    for _block, some in groupby(heads, lambda one: one[0] // BLOCK):
        total.update(hashlib.sha256(b"".join(code.encode() + head for _id, code, head in some)).digest())
    return total.hexdigest()
