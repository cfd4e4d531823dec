"""Who follows somebody else's petition, and which petitions are near, by keyed hashes of their place."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, LargeBinary, Subquery, bindparam, delete, func, select, true
from sqlalchemy.dialects.postgresql import insert as upsert

from petitions.case import Case, Status
from petitions.kinds import Field
from storage.crypto import Box
from storage.records import Records
from storage.tables import contacts, contents, entries, followers, petitions, place_keys

_PLACE = "place"
_OF_A_KEY = 20
"""Petitions that one word of place brings, the newest first."""
_MOST = 8
"""Petitions of one place that are opened and compared: those that share most of its words, then the newest."""


@dataclass(frozen=True)
class Found:
    """A petition found by its place, with the words that its author filed."""

    id: int
    code: str
    status: Status
    filed_at: datetime
    closed_at: datetime | None
    lead: str | None
    followers: int
    content: dict[str, Any]


@dataclass(frozen=True)
class Search:
    """Where candidates are looked for: of a programme and a field, with one of the keys, filed since a time.

    `closed_since` looks among those that were closed, else among those in these statuses.
    """

    programme: str
    field: Field
    keys: Collection[str]
    since: datetime
    statuses: Collection[Status]
    closed_since: datetime | None = None
    not_of: int | None = None
    not_this: int | None = None


class Neighbours(Records):
    """Followers by petition, petitions by place."""

    async def index(self, case: Case, keys: Iterable[str]) -> None:
        """Let a petition be found by its place; what says where it is, is kept as keyed hashes only."""
        known = {"petition_id": case.id, "filed_at": case.filed_at, "field": case.field}
        rows = [{**known, "key": place_key(self.box, case.programme, key)} for key in sorted(keys)]
        if rows:
            await self.connection.execute(upsert(place_keys).on_conflict_do_nothing(), rows)

    async def candidates(self, search: Search) -> list[Found]:
        """Return petitions that share a word of place, those first that share most, then the newest.

        Those that were erased are not found.
        """
        keys = [place_key(self.box, search.programme, key) for key in sorted(search.keys)]
        if not keys:
            return []
        near = _nearest(search, keys)
        followed = select(func.count()).where(followers.c.petition_id == petitions.c.id).correlate(petitions)
        query = (
            select(petitions, contents.c.sealed, followed.scalar_subquery().label("followed"))
            .join(near, near.c.petition_id == petitions.c.id)
            .join(entries, (entries.c.petition_id == petitions.c.id) & (entries.c.position == 1))
            .join(contents, contents.c.entry_id == entries.c.id)
            .order_by(near.c.shared.desc(), petitions.c.id.desc())
        )
        return [self._found(row) for row in await self.connection.execute(query) if row.key_wrapped]

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
            filed_at=row.filed_at,
            closed_at=row.closed_at,
            lead=row.lead,
            followers=row.followed,
            content=json.loads(opened),
        )


def place_key(box: Box, programme: str, key: str) -> bytes:
    """Return the keyed hash under which a word of place is kept."""
    return box.lookup(f"{programme}\0{key}", _PLACE)


def _nearest(search: Search, keys: Collection[bytes]) -> Subquery:
    """Select what shares most keys, among the newest of each key: so a common one costs no more than others."""
    listed = func.unnest(bindparam("keys", list(keys), ARRAY(LargeBinary)))
    sought = listed.table_valued("key").render_derived(name="sought")
    of_key = (
        select(place_keys.c.petition_id)
        .join(petitions, petitions.c.id == place_keys.c.petition_id)
        .where(place_keys.c.key == sought.c.key, place_keys.c.field == search.field)
        .where(place_keys.c.filed_at >= search.since, *_wanted(search))
        .order_by(place_keys.c.filed_at.desc(), place_keys.c.petition_id.desc())
        .limit(_OF_A_KEY)
        .lateral("of_key")
    )
    some = select(of_key.c.petition_id).select_from(sought).join(of_key, true()).distinct().subquery("some")
    both = (place_keys.c.petition_id == some.c.petition_id, place_keys.c.key.in_(keys))
    shared = select(func.count()).where(*both).correlate(some).scalar_subquery().label("shared")
    nearest = select(some.c.petition_id, shared).order_by(shared.desc(), some.c.petition_id.desc())
    return nearest.limit(_MOST).subquery("near")


def _wanted(search: Search) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of a petition beside its place and field."""
    yield petitions.c.status.in_(search.statuses)
    if search.closed_since:
        yield petitions.c.closed_at >= search.closed_since
    if search.not_of is not None:
        joined = select(followers.c.petition_id).where(followers.c.person_id == search.not_of)
        yield petitions.c.person_id != search.not_of
        yield petitions.c.id.not_in(joined)
    if search.not_this is not None:
        yield petitions.c.id != search.not_this
