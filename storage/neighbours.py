"""Who follows somebody else's petition, and which petitions are near, by keyed hashes of their place."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert

from petitions.case import Case, Status
from petitions.kinds import COUNTER, Field
from storage.crypto import Box
from storage.records import Records
from storage.tables import contacts, followers, petitions

_PLACE = "place"
_OF_A_KEY = 20
"""Petitions that one word of place brings, the newest first."""
_MOST = 8
"""Petitions of one place that are opened and compared: those that share most of its words, then the newest."""

# What is asked for every report is written out, for the driver: to build the statement costs more than to run it.
_INDEX = """
    INSERT INTO place_keys (petition_id, key, field, since)
    SELECT %(petition)s::bigint, unnest(%(keys)s::bytea[]), %(field)s::text, %(filed_at)s ON CONFLICT DO NOTHING
"""
# Among the newest of each key, so that a common one costs no more than others, it takes what shares most keys.
_CANDIDATES = """
    SELECT p.id, p.code, p.status, coalesce(p.handed_in_at, p.filed_at) AS handed_in, p.closed_at, p.lead,
           p.key_wrapped, c.sealed,
           (SELECT count(*) FROM followers f WHERE f.petition_id = p.id) AS followed
      FROM (
        SELECT found.petition_id, (
            SELECT count(*) FROM place_keys k WHERE k.petition_id = found.petition_id AND k.key = ANY(%(keys)s)
               ) AS shared
          FROM (
            SELECT DISTINCT of_key.petition_id
              FROM unnest(%(keys)s) AS sought (key),
           LATERAL (
                SELECT k.petition_id FROM place_keys k
                 WHERE k.key = sought.key AND k.field = %(field)s
                   AND k.closed = %(closed)s AND k.since >= %(since)s
                   AND (%(not_this)s::bigint IS NULL OR k.petition_id <> %(not_this)s)
                 ORDER BY k.since DESC, k.petition_id DESC
                 LIMIT %(of_a_key)s
                   ) AS of_key
               ) AS found
         WHERE %(not_of)s::bigint IS NULL OR NOT EXISTS (
               SELECT FROM petitions p WHERE p.id = found.petition_id AND (p.person_id = %(not_of)s OR EXISTS (
                   SELECT FROM followers f WHERE f.petition_id = p.id AND f.person_id = %(not_of)s)))
         ORDER BY shared DESC, found.petition_id DESC
         LIMIT %(most)s
           ) AS near
      JOIN petitions p ON p.id = near.petition_id
      JOIN entries e ON e.petition_id = p.id AND e.position = 1
      JOIN contents c ON c.entry_id = e.id
     WHERE p.key_wrapped IS NOT NULL
     ORDER BY near.shared DESC, p.id DESC
"""


@dataclass(frozen=True)
class Found:
    """A petition found by its place, with the words that its author filed."""

    id: int
    code: str
    status: Status
    handed_in: datetime
    closed_at: datetime | None
    lead: str | None
    followers: int
    content: dict[str, Any]


@dataclass(frozen=True)
class Search:
    """Where candidates are looked for: of a programme and a field, with one of the keys.

    Among those in hand that were filed since a time, or, if `closed`, among those that were closed since.
    """

    programme: str
    field: Field
    keys: Collection[str]
    since: datetime
    closed: bool = False
    not_of: int | None = None
    not_this: int | None = None


class Neighbours(Records):
    """Followers by petition, petitions by place."""

    async def index(self, case: Case, keys: Iterable[str]) -> None:
        """Let a petition be found by its place; what says where it is, is kept as keyed hashes only."""
        hashed = [place_key(self.box, case.programme, key) for key in sorted(keys)]
        if hashed:
            known = {"petition": case.id, "filed_at": case.filed_at, "field": str(case.field)}
            await self._run(_INDEX, {**known, "keys": hashed})

    async def candidates(self, search: Search) -> list[Found]:
        """Return petitions that share a word of place, those first that share most, then the newest.

        Those that were erased are not found.
        """
        keys = [place_key(self.box, search.programme, key) for key in sorted(search.keys)]
        if not keys:
            return []
        asked = {**vars(search), "keys": keys, "field": str(search.field), "of_a_key": _OF_A_KEY, "most": _MOST}
        return [self._found(row) for row in await self._rows(_CANDIDATES, asked)]

    async def follow(self, petition: int, person: int, how: str) -> bool:
        """Let a person follow a petition; False where they do already."""
        row = {"petition_id": petition, "person_id": person, "since": self.now, "how": how}
        added = upsert(followers).values(**row).on_conflict_do_nothing().returning(followers.c.person_id)
        return (await self.connection.execute(added)).first() is not None

    async def leave(self, petition: int, person: int) -> bool:
        """Let a person follow a petition no longer; False where they did not."""
        row = delete(followers).where(followers.c.petition_id == petition, followers.c.person_id == person)
        return bool((await self.connection.execute(row)).rowcount)

    async def followers(self, petition: int) -> list[int]:
        """Return the people who follow a petition, the longest first."""
        query = select(followers.c.person_id).where(followers.c.petition_id == petition)
        found = await self.connection.execute(query.order_by(followers.c.since, followers.c.person_id))
        return list(found.scalars())

    async def contacts(self, petition: int) -> list[int]:
        """Return the reachable contacts of everybody who follows a petition."""
        query = (
            select(contacts.c.id)
            .join(followers, followers.c.person_id == contacts.c.person_id)
            .where(followers.c.petition_id == petition, contacts.c.reachable)
            .order_by(contacts.c.id)
        )
        return list((await self.connection.execute(query)).scalars())

    async def follows(self, petition: int, person: int) -> bool:
        """Tell whether a person follows a petition."""
        query = select(followers.c.how).where(followers.c.petition_id == petition, followers.c.person_id == person)
        return (await self.connection.execute(query)).first() is not None

    async def merged_at_counter(self, code: str) -> list[str]:
        """Return codes of what was taken down at the counter and merged into a petition.

        Also what was merged into one that was merged into it.
        """
        columns = (petitions.c.code, petitions.c.source)
        merged = select(*columns).where(petitions.c.merged_into == code).cte("merged", recursive=True)
        further = merged.union_all(select(*columns).join(merged, petitions.c.merged_into == merged.c.code))
        query = select(further.c.code).where(further.c.source.in_(COUNTER)).order_by(further.c.code)
        return list((await self.connection.execute(query)).scalars())

    async def hand_over(self, petition: int, to: int) -> None:
        """Let the followers of a petition follow another one as well."""
        here = await self.followers(petition)
        for person in here:
            await self.follow(to, person, "merged")

    def _found(self, row: Any) -> Found:
        opened = self.box.petition_key(row.key_wrapped).open(row.sealed)
        return Found(
            id=row.id,
            code=row.code,
            status=Status(row.status),
            handed_in=row.handed_in,
            closed_at=row.closed_at,
            lead=row.lead,
            followers=row.followed,
            content=json.loads(opened),
        )


def place_key(box: Box, programme: str, key: str) -> bytes:
    """Return the keyed hash under which a word of place is kept."""
    return box.lookup(f"{programme}\0{key}", _PLACE)
