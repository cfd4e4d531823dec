"""Files that people sent: where the channel keeps them, and their bytes once fetched, sealed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from storage.records import Records
from storage.tables import media, petitions

_MIMES = frozenset(
    {"image/jpeg", "image/png", "image/webp", "video/mp4", "audio/ogg", "audio/mpeg", "application/pdf"}
)
"""Kinds of files that may stand in clear; what else a sender claims is not kept."""
_REF, _NAME = "media-ref", "media-name"
SHEET = "sheet"
"""The kind of a table that a worker is to read, and which is forgotten then."""


@dataclass(frozen=True)
class NewMedia:
    """A file as a message announces it; `size` in bytes, None where the channel does not say."""

    kind: str
    channel: str
    ref: str
    name: str | None = None
    mime: str | None = None
    size: int | None = None


@dataclass(frozen=True)
class Media:
    """A file that is kept or still to be fetched; `ref` is None once erased."""

    id: int
    kind: str
    channel: str
    ref: str | None
    name: str | None
    fetched: bool
    petition: int | None


@dataclass(frozen=True)
class MediaRecords(Records):
    """Files by id; `wanted` are those that a job is to fetch after the commit."""

    wanted: list[int] = field(default_factory=list)

    async def add(self, person: int, new: NewMedia) -> int:
        """Note a file of a draft; its bytes are fetched once it belongs to a petition."""
        values = {
            "person_id": person,
            "kind": new.kind,
            "channel": new.channel,
            "ref_sealed": self.box.seal(new.ref.encode(), _REF),
            "name_sealed": self.box.seal(new.name.encode(), _NAME) if new.name else None,
            "mime": new.mime if new.mime in _MIMES else None,
            "size": new.size,
            "made_at": self.now,
        }
        made = insert(media).values(**values).returning(media.c.id)
        return int((await self.connection.execute(made)).scalar_one())

    def fetch(self, found: Sequence[int]) -> None:
        """Ask for these files to be fetched once the unit is committed."""
        self.wanted.extend(found)

    async def get(self, found: tuple[int, ...]) -> list[Media]:
        """Return files in the order asked for; unknown ones are left out."""
        rows = await self.connection.execute(select(media).where(media.c.id.in_(found)))
        known = {
            row.id: Media(
                id=row.id,
                kind=row.kind,
                channel=row.channel,
                ref=self.box.open(row.ref_sealed, _REF).decode() if row.ref_sealed else None,
                name=self.box.open(row.name_sealed, _NAME).decode() if row.name_sealed else None,
                fetched=row.fetched_at is not None,
                petition=row.petition_id,
            )
            for row in rows
        }
        return [known[one] for one in found if one in known]

    async def petition_of(self, one: int) -> str | None:
        """Return the code of the petition that a file belongs to, None for a file of a draft."""
        query = (
            select(petitions.c.code).join(media, media.c.petition_id == petitions.c.id).where(media.c.id == one)
        )
        return (await self.connection.execute(query)).scalar_one_or_none()

    async def keep(self, one: int, content: bytes) -> str | None:
        """Store a fetched file under its petition's key; return the SHA-256 of what is stored, in hex.

        None where it is kept already or its petition was erased meanwhile. The petition must be locked.
        """
        query = (
            select(petitions.c.key_wrapped)
            .join(media, media.c.petition_id == petitions.c.id)
            .where(media.c.id == one, media.c.fetched_at.is_(None))
        )
        wrapped = (await self.connection.execute(query)).scalar_one_or_none()
        if wrapped is None:
            return None
        sealed = self.box.petition_key(wrapped).seal(content)
        kept = {"sealed": sealed, "fetched_at": self.now}
        await self.connection.execute(update(media).where(media.c.id == one).values(**kept))
        return hashlib.sha256(sealed).hexdigest()

    async def read(self, one: int) -> bytes | None:
        """Return the bytes of a kept file, None where they are not fetched or erased."""
        query = (
            select(media.c.sealed, petitions.c.key_wrapped)
            .join(petitions, petitions.c.id == media.c.petition_id)
            .where(media.c.id == one)
        )
        row = (await self.connection.execute(query)).first()
        if row is None or row.sealed is None or row.key_wrapped is None:
            return None
        return self.box.petition_key(row.key_wrapped).open(row.sealed)

    async def fail(self, one: int, why: str) -> None:
        """Note that a file cannot be fetched; `why` is a short code, never words of a person."""
        await self.connection.execute(update(media).where(media.c.id == one).values(failure=why))

    async def unfetched(self, limit: int = 100) -> list[int]:
        """Return files of petitions that wait for their bytes and have not failed for good."""
        query = select(media.c.id).where(
            media.c.petition_id.is_not(None),
            media.c.fetched_at.is_(None),
            media.c.failure.is_(None),
            media.c.ref_sealed.is_not(None),
        )
        return list((await self.connection.execute(query.limit(limit))).scalars())

    async def unread(self, before: datetime, limit: int = 100) -> list[int]:
        """Return tables handed in before a time that no worker has read."""
        query = select(media.c.id).where(*_LOOSE_SHEET, media.c.made_at < before)
        return list((await self.connection.execute(query.limit(limit))).scalars())

    async def take_sheet(self, one: int) -> int | None:
        """Forget a table; return who handed it in, None where another worker was quicker."""
        taken = delete(media).where(*_LOOSE_SHEET, media.c.id == one).returning(media.c.person_id)
        return (await self.connection.execute(taken)).scalar_one_or_none()

    async def expire(self, before: datetime) -> int:
        """Forget files that belong to no petition and are older; return how many."""
        old = delete(media).where(media.c.petition_id.is_(None), media.c.made_at < before)
        return int((await self.connection.execute(old)).rowcount)

    async def drop(self, found: tuple[int, ...]) -> None:
        """Forget files that belong to no petition (a draft was cancelled)."""
        loose = (media.c.id.in_(found), media.c.petition_id.is_(None))
        await self.connection.execute(delete(media).where(*loose))


_LOOSE_SHEET = (media.c.kind == SHEET, media.c.petition_id.is_(None))
