"""What an audit reads: the chains as they are stored, and what they are compared with."""

import hashlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select, text

from petitions.case import ReferralStatus, Status
from petitions.chain import BLOCK, Link
from petitions.stated import OF_PETITION, OF_REFERRAL, as_facts
from petitions.undoing import Share
from storage.records import Records
from storage.tables import contents, entries, media, petitions, referrals

_PAGE = 1000
_HASHED = f"""(SELECT sha256(coalesce(string_agg(CAST(code AS bytea) || head, '' ORDER BY id), ''))
                  FROM petitions WHERE id >= block * {BLOCK} AND id < (block + 1) * {BLOCK})"""  # noqa: S608 - our own number
# One statement, so one state: a head that changes meanwhile is still noted when this is done. Blocks are written
# in their order, so that two workers at once wait for one another in turn.
KEEP_HEADS = f"""
    WITH changed AS (DELETE FROM changed_heads RETURNING petition_id / {BLOCK} AS block)
    INSERT INTO head_digests (block, digest)
    SELECT block, {_HASHED} FROM (SELECT DISTINCT block FROM changed ORDER BY block) blocks
        ON CONFLICT (block) DO UPDATE SET digest = EXCLUDED.digest
"""  # noqa: S608 - our own words
_DIGEST = text(f"""
    WITH changed AS (SELECT DISTINCT petition_id / {BLOCK} AS block FROM changed_heads)
    SELECT encode(sha256(coalesce(string_agg(digest, '' ORDER BY block), '')), 'hex') FROM (
        SELECT block, digest FROM head_digests WHERE block NOT IN (SELECT block FROM changed)
         UNION ALL
        SELECT block, {_HASHED} FROM changed) blocks
""")  # noqa: S608 - our own words


@dataclass(frozen=True)
class Head:
    """What a petition's row says of its history: the hash of the last entry, their count, where it stands."""

    id: int
    code: str
    head: bytes
    entries: int
    status: Status
    has_key: bool
    columns: Mapping[str, Any]


@dataclass(frozen=True)
class Words:
    """The words of one entry: what was recorded of them, and what is there."""

    position: int
    recorded: bytes
    found: bytes | None


class Audits(Records):
    """Reads what must agree; changes nothing."""

    async def heads(self) -> AsyncIterator[Head]:
        """Yield every petition, in the order in which they were filed, a page at a time."""
        after: int | None = 0
        while after is not None:
            query = select(petitions).where(petitions.c.id > after).order_by(petitions.c.id).limit(_PAGE)
            page = (await self.connection.execute(query)).all()
            for row in page:
                yield _head(row)
            after = page[-1].id if page else None

    async def newest(self, limit: int, code: str | None = None) -> list[Head]:
        """Return the petitions that were filed last, or the one of a code."""
        query = select(petitions).order_by(petitions.c.id.desc()).limit(limit)
        rows = await self.connection.execute(query.where(petitions.c.code == code) if code else query)
        return [_head(row) for row in rows]

    async def count(self) -> int:
        """Count all petitions."""
        return int((await self.connection.execute(select(func.count()).select_from(petitions))).scalar_one())

    async def keep_heads(self) -> None:
        """Hash the heads that have changed since this was done last, each with its block."""
        await self.connection.execute(text(KEEP_HEADS))

    async def digest(self) -> str:
        """Return the digest of all heads as `petitions.chain.digest_heads` makes it, of what is kept of them."""
        return str((await self.connection.execute(_DIGEST)).scalar_one())

    async def chain(self, petition: int) -> list[tuple[Link, bytes]]:
        """Return a petition's entries as the chain sees them, with the stored hashes, oldest first."""
        query = select(entries).where(entries.c.petition_id == petition).order_by(entries.c.position)
        return [(_link(row), row.hash) for row in await self.connection.execute(query)]

    async def words(self, petition: int) -> list[Words]:
        """Return the hashes of all words of a petition, as recorded and as found."""
        query = (
            select(entries.c.position, entries.c.content_hash, contents.c.sealed)
            .join(contents, contents.c.entry_id == entries.c.id, isouter=True)
            .where(entries.c.petition_id == petition, entries.c.content_hash.is_not(None))
            .order_by(entries.c.position)
        )
        return [
            Words(row.position, row.content_hash, hashlib.sha256(row.sealed).digest() if row.sealed else None)
            for row in await self.connection.execute(query)
        ]

    async def files(self, petition: int) -> dict[int, str]:
        """Return the SHA-256 of each kept file as it is stored, in hexadecimal digits, by the file's id."""
        kept = (media.c.petition_id == petition, media.c.sealed.is_not(None))
        query = select(media.c.id, func.encode(func.sha256(media.c.sealed), "hex").label("hash")).where(*kept)
        return {row.id: row.hash for row in await self.connection.execute(query)}

    async def shares(self, petition: int) -> dict[str, Share]:
        """Return each body's latest referral."""
        query = select(referrals).where(referrals.c.petition_id == petition).order_by(referrals.c.id)
        return {
            row.body: Share(ReferralStatus(row.status), _columns(row, OF_REFERRAL))
            for row in await self.connection.execute(query)
        }


def _head(row: Row[Any]) -> Head:
    return Head(
        id=row.id,
        code=row.code,
        head=row.head,
        entries=row.entries,
        status=Status(row.status),
        has_key=row.key_wrapped is not None,
        columns=_columns(row, OF_PETITION),
    )


def _columns(row: Row[Any], names: tuple[str, ...]) -> dict[str, Any]:
    return as_facts({name: row._mapping[name] for name in names})


def _link(row: Row[Any]) -> Link:
    return Link(
        petition=row.petition_id,
        position=row.position,
        at=row.at,
        actor=row.actor_id,
        role=row.role,
        act=row.act,
        audience=tuple(row.audience),
        basis=row.basis,
        facts=row.facts,
        content_hash=row.content_hash,
        before=row.before,
    )
