"""What is kept about one person, for that person to read: counts and dates, never words or names."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from petitions.workflow import Act
from storage.addresses import Addresses
from storage.tables import access_records, contacts, drafts, entries, media, people, petitions
from storage.tables import contents as words


@dataclass(frozen=True)
class KeptPetition:
    """What is kept of one petition: files are the author's own; `named` tells whether a name is kept with it."""

    code: str
    handed_in: datetime
    files: int
    named: bool
    erased: bool


@dataclass(frozen=True)
class Everything:
    """All that is kept about a person; `addresses` are (channel, address), `petitions` the newest of `total`.

    `drafts` are the times when half-finished conversations were last touched; `opened` counts how often others
    opened the person's petitions, `openings` how often the person opened those of others.
    """

    language: str
    consent_version: int | None
    consented_at: datetime | None
    teaches_since: datetime | None
    addresses: tuple[tuple[str, str], ...]
    petitions: tuple[KeptPetition, ...]
    total: int
    drafts: tuple[datetime, ...]
    loose_files: int
    opened: int
    openings: int


class Kept(Addresses):
    """What is kept, by person."""

    async def of(self, person: int, limit: int = 10) -> Everything:
        """Return everything that is kept about a person, of petitions the newest ones."""
        row = (await self.connection.execute(select(people).where(people.c.id == person))).one()
        own = petitions.c.person_id == person
        of_own = select(petitions.c.id).where(own)
        loose = (media.c.person_id == person, media.c.petition_id.is_(None))
        opened = (access_records.c.petition_id.in_(of_own), access_records.c.person_id != person)
        mine = (access_records.c.person_id == person, access_records.c.petition_id.is_not(None))
        return Everything(
            language=row.language,
            consent_version=row.consent_version,
            consented_at=row.consented_at,
            teaches_since=row.teaches_since,
            addresses=await self._addresses(person),
            petitions=await self._petitions(person, limit),
            total=await self._count(petitions, own),
            drafts=await self._drafts(person),
            loose_files=await self._count(media, *loose),
            opened=await self._count(access_records, *opened),
            openings=await self._count(access_records, *mine),
        )

    async def _count(self, table: Any, *where: Any) -> int:
        query = select(func.count()).select_from(table).where(*where)
        return int((await self.connection.execute(query)).scalar_one())

    async def _addresses(self, person: int) -> tuple[tuple[str, str], ...]:
        query = select(contacts.c.channel, contacts.c.address_sealed).where(contacts.c.person_id == person)
        rows = await self.connection.execute(query.order_by(contacts.c.id))
        return tuple((row.channel, self._opened(row.address_sealed)) for row in rows)

    async def _petitions(self, person: int, limit: int) -> tuple[KeptPetition, ...]:
        # What a body has shown with its answer is not the author's.
        sent = (media.c.petition_id == petitions.c.id, media.c.person_id == petitions.c.person_id)
        files = select(func.count()).where(*sent).scalar_subquery()
        # A name is the one thing that only its author and the office may read: it has an entry of its own.
        named = (
            select(entries.c.id)
            .join(words, words.c.entry_id == entries.c.id)
            .where(entries.c.petition_id == petitions.c.id, entries.c.act == Act.IDENTIFY)
            .exists()
        )
        handed_in = func.coalesce(petitions.c.handed_in_at, petitions.c.filed_at).label("handed_in")
        columns = (petitions.c.code, handed_in, petitions.c.erased_at)
        query = select(*columns, files.label("files"), named.label("named")).where(petitions.c.person_id == person)
        rows = await self.connection.execute(query.order_by(petitions.c.id.desc()).limit(limit))
        return tuple(
            KeptPetition(row.code, row.handed_in, row.files, row.named, row.erased_at is not None) for row in rows
        )

    async def _drafts(self, person: int) -> tuple[datetime, ...]:
        query = select(drafts.c.changed_at).where(drafts.c.person_id == person).order_by(drafts.c.changed_at)
        return tuple((await self.connection.execute(query)).scalars())
