"""Petitions with their append-only entries; words are sealed with the petition's own key."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as _field
from datetime import datetime
from functools import lru_cache
from typing import Any

from psycopg.types.json import Jsonb
from sqlalchemy import Row, bindparam, delete, func, insert, select, true, update
from sqlalchemy import case as either

from petitions.case import IN_HAND, Audience, Case, Entry, NameShown, Referral, Status
from petitions.chain import START, Link, digest
from petitions.kinds import Disposition, Field, Kind, Level, Result
from petitions.refusal import Refusal
from petitions.roles import Role
from petitions.stated import OF_PETITION, as_facts
from petitions.workflow import Act
from storage.crypto import PetitionKey
from storage.finding import Finding
from storage.records import Records, written
from storage.referrals import Referrals
from storage.tables import contents, deliveries, entries, in_hand, media, petitions, place_keys, sources

_SECRET = "secret"  # noqa: S105 - the name of a purpose, not a secret
_ADD = insert(petitions).returning(petitions)
_APPENDED = insert(entries).values({one.name: bindparam(one.name) for one in entries.c if one.name != "id"})
_SAID = _APPENDED.returning(entries.c.id).cte("appended")
_WORDS = insert(contents).from_select(
    ("entry_id", "petition_id", "sealed"),
    select(_SAID.c.id, bindparam("petition_id"), bindparam("sealed", type_=contents.c.sealed.type)),
)
_FIND_AS = (
    update(place_keys)
    .where(place_keys.c.petition_id == petitions.c.id, petitions.c.id == bindparam("petition"))
    .values(
        field=petitions.c.field,
        closed=petitions.c.status == Status.CLOSED,
        since=either(
            (in_hand, petitions.c.filed_at), (petitions.c.status == Status.CLOSED, petitions.c.closed_at)
        ),
    )
)


@dataclass(frozen=True)
class NewPetition:
    """What a petition starts with; the words come with its first entry."""

    code: str
    secret: str
    programme: str
    person: int
    source: str
    kind: Kind
    field: Field
    level: Level
    lead: str | None
    street: str | None
    residential_group: str | None
    name_shown: NameShown
    first_answer_due: datetime
    split_from: str | None = None
    handed_in_at: datetime | None = None
    recurring_of: str | None = None


@dataclass(frozen=True)
class NewEntry:
    """A line to be added to a history; `content` are words that must be erasable, `facts` never are words."""

    act: Act
    actor: int | None
    role: str
    audience: frozenset[Audience]
    basis: str | None = None
    facts: Mapping[str, Any] = _field(default_factory=dict)
    content: Mapping[str, Any] | None = None
    media: tuple[int, ...] = ()


@dataclass(frozen=True)
class Matter:
    """A petition as its author knows it: by its code and the words it began with."""

    code: str
    words: str


@dataclass(frozen=True)
class Deed:
    """Something that was done: what, when, by whom, in which role."""

    act: Act
    at: datetime
    actor: int | None
    role: Role


@dataclass(frozen=True)
class Petitions(Records):
    """Petitions by code."""

    _keys: dict[int, PetitionKey | None] = _field(default_factory=dict, init=False)
    """The keys of the petitions of this unit, once they were read or made."""

    async def add(self, new: NewPetition) -> Case:
        """Make a petition without history; its first entry must follow in the same unit."""
        key, wrapped = self.box.new_petition_key()
        values = {
            "code": new.code,
            "secret_key": self.box.lookup(new.secret, _SECRET),
            "programme": new.programme,
            "person_id": new.person,
            "source": new.source,
            "status": Status.DRAFT,
            "kind": new.kind,
            "field": new.field,
            "level": new.level,
            "lead": new.lead,
            "street": new.street,
            "residential_group": new.residential_group,
            "name_shown": new.name_shown,
            "filed_at": self.now,
            "first_answer_due": new.first_answer_due,
            "split_from": new.split_from,
            "handed_in_at": new.handed_in_at,
            "recurring_of": new.recurring_of,
            "key_wrapped": wrapped,
            "head": START,
            "entries": 0,
        }
        case = _case((await self.connection.execute(_ADD, values)).one(), ())
        self._keys[case.id] = key
        return case

    async def load(self, code: str) -> Case | None:
        """Load and lock a petition with its referrals; None for an unknown code."""
        query = select(petitions).where(petitions.c.code == code).with_for_update()
        row = (await self.connection.execute(query)).first()
        return _case(row, await self._referrals.of(row.id)) if row else None

    async def knows_secret(self, case: Case, secret: str) -> bool:
        """Tell whether this is the petition's secret (compared as keyed hashes, in the database)."""
        query = select(petitions.c.id).where(
            petitions.c.id == case.id, petitions.c.secret_key == self.box.lookup(secret, _SECRET)
        )
        return (await self.connection.execute(query)).first() is not None

    async def share_secret(self, part: Case, whole: Case) -> None:
        """Let the secret of the whole open a part too: its author was given no other."""
        kept = petitions.alias()
        of_whole = select(kept.c.secret_key).where(kept.c.id == whole.id).scalar_subquery()
        row = update(petitions).where(petitions.c.id == part.id).values(secret_key=of_whole)
        await self.connection.execute(row)

    async def record(self, case: Case, entry: NewEntry, **changed: Any) -> Case:
        """Append an entry and write what it changes of the petition; return the case as it stands now.

        The entry states every column that it changes, so that the chain covers classes and dates too.
        """
        sealed = await self._seal(case, entry.content)
        link = self._link(case, entry, sealed, {} if case.entries else _begun(case), changed)
        head = digest(link)
        changed |= {"head": head, "entries": link.position}
        known = {key: value for key, value in changed.items() if key in Case.__dataclass_fields__}
        after = replace(case, **known)
        changed["due_at"] = after.due
        row = {**_entry_row(link, head), **changed, "sealed": sealed}
        await self._run(_recording(tuple(changed), said=sealed is not None), row)
        if entry.content:
            await self._finding.keep(case.id, entry.content)
        if entry.media:
            await self._attach(case, entry, link.position)
        if case.entries and _found_as(after) != _found_as(case):
            await self.connection.execute(_FIND_AS, {"petition": case.id})
        return after

    async def latest_act(self, case: Case, position: int, apart: Collection[Act] = ()) -> Deed | None:
        """Return what was done last after an entry, `apart` from these acts, None for nothing.

        A file that arrived meanwhile is no act.
        """
        act = entries.c.act.not_in([Act.KEEP, *apart])
        later = (entries.c.petition_id == case.id, entries.c.position > position, act)
        query = select(entries).where(*later).order_by(entries.c.position.desc()).limit(1)
        row = (await self.connection.execute(query)).first()
        return Deed(Act(row.act), row.at, row.actor_id, Role(row.role)) if row else None

    async def history(
        self, case: Case, audience: Audience | None = None, told_of: Collection[Act] = ()
    ) -> list[Entry]:
        """Return the entries, oldest first: all of them, or those that an audience may read.

        Of what was done in `told_of` it knows besides, without words and files. What was undone is left out, and
        its undoing too.
        """
        read = entries.c.audience.contains([audience]) if audience else true()
        known = read | entries.c.act.in_([*told_of, Act.UNDO])
        query = (
            select(entries, contents.c.sealed, read.label("read"))
            .join(contents, (contents.c.entry_id == entries.c.id) & read, isouter=True)
            .where(entries.c.petition_id == case.id, known)
            .order_by(entries.c.position)
        )
        rows = (await self.connection.execute(query)).all()
        key = await self._key(case.id)
        attached = await self._media_of(case) if key else {}  # without a key words and files are erased
        undone = {row.facts["undone"] for row in rows if row.act == Act.UNDO}
        return [
            _entry(row, key.open(row.sealed) if key and row.sealed else None, attached)
            for row in rows
            if row.act != Act.UNDO and row.position not in undone
        ]

    async def matters(self, person: int, statuses: Collection[Status] | None, limit: int = 5) -> list[Matter]:
        """Return a person's petitions with first words, what waits on top: all, or the awaited in statuses."""
        waits = petitions.c.status.in_((Status.WAITING_RESIDENT, Status.DISPUTED))
        taken_up = func.coalesce(petitions.c.reopened_at, petitions.c.filed_at)
        awaited = (petitions.c.status != Status.CLOSED) | petitions.c.carry_due.is_not(None)
        which = [petitions.c.status.in_(statuses), awaited] if statuses else []
        query = (
            select(petitions.c.code, petitions.c.key_wrapped, contents.c.sealed)
            .join(entries, (entries.c.petition_id == petitions.c.id) & (entries.c.position == 1))
            .join(contents, contents.c.entry_id == entries.c.id)
            .where(petitions.c.person_id == person, *which)
            .order_by(waits.desc(), taken_up.desc(), petitions.c.id.desc())
        )
        rows = await self.connection.execute(query.limit(limit))
        return [Matter(row.code, self._opened(row.key_wrapped, row.sealed)["words"]) for row in rows]

    async def erase(self, petition: int) -> None:
        """Delete words, what finds them, files, waiting letters and the key; the entries and their chain stay."""
        await self.connection.execute(delete(contents).where(contents.c.petition_id == petition))
        await self.connection.execute(delete(sources).where(sources.c.petition_id == petition))
        await self._finding.forget(petition)
        await self.connection.execute(delete(place_keys).where(place_keys.c.petition_id == petition))
        emptied = {"sealed": None, "ref_sealed": None, "name_sealed": None}
        await self.connection.execute(update(media).where(media.c.petition_id == petition).values(**emptied))
        unsent = (deliveries.c.petition_id == petition, deliveries.c.sent_at.is_(None))
        dropped = {"letter_sealed": None, "failed_at": self.now, "failure": "erased"}
        await self.connection.execute(update(deliveries).where(*unsent).values(**dropped))
        self._keys[petition] = None
        gone = {"key_wrapped": None, "erased_at": self.now}
        await self.connection.execute(update(petitions).where(petitions.c.id == petition).values(**gone))

    @property
    def _referrals(self) -> Referrals:
        return Referrals(self.connection, self.box, self.now)

    @property
    def _finding(self) -> Finding:
        return Finding(self.connection, self.box, self.now)

    def _opened(self, wrapped: bytes, sealed: bytes) -> Any:
        return json.loads(self.box.petition_key(wrapped).open(sealed))

    async def _key(self, petition: int) -> PetitionKey | None:
        if petition not in self._keys:
            query = select(petitions.c.key_wrapped).where(petitions.c.id == petition)
            wrapped = (await self.connection.execute(query)).scalar_one()
            self._keys[petition] = self.box.petition_key(wrapped) if wrapped else None
        return self._keys[petition]

    async def _seal(self, case: Case, content: Mapping[str, Any] | None) -> bytes | None:
        if content is None:
            return None
        key = await self._key(case.id)
        if key is None:
            raise Refusal("erased")
        sealed: bytes = key.seal(json.dumps(dict(content), ensure_ascii=False).encode())
        return sealed

    def _link(self, case: Case, entry: NewEntry, sealed: bytes | None, *columns: Mapping[str, Any]) -> Link:
        stated = {name: value for one in columns for name, value in one.items() if name in OF_PETITION}
        return Link(
            petition=case.id,
            position=case.entries + 1,
            at=self.now,
            actor=entry.actor,
            role=entry.role,
            act=entry.act,
            audience=tuple(sorted(entry.audience)),
            basis=entry.basis,
            facts=as_facts({**stated, **entry.facts}),
            content_hash=hashlib.sha256(sealed).digest() if sealed else None,
            before=case.head,
        )

    async def _attach(self, case: Case, entry: NewEntry, position: int) -> None:
        mine = media.c.id.in_(entry.media)
        placed = {"petition_id": case.id, "entry_position": position}
        await self.connection.execute(update(media).where(mine).values(**placed))

    async def _media_of(self, case: Case) -> dict[int, tuple[int, ...]]:
        query = (
            select(media.c.entry_position, func.array_agg(media.c.id))
            .where(media.c.petition_id == case.id)
            .group_by(media.c.entry_position)
        )
        rows = await self.connection.execute(query)
        return {position: tuple(sorted(found)) for position, found in rows}


@lru_cache
def _recording(changed: tuple[str, ...], *, said: bool) -> str:
    """Write out the one statement that appends an entry, with its words, and changes columns of its petition."""
    row = update(petitions).where(petitions.c.id == bindparam("petition_id"))
    appended = _WORDS.cte("said") if said else _APPENDED.cte("appended")
    return written(row.values({name: bindparam(name) for name in changed}).add_cte(appended))


def _begun(case: Case) -> dict[str, Any]:
    """Return what a petition starts with, for its first entry to state."""
    return {name: getattr(case, name) for name in OF_PETITION if getattr(case, name, None) is not None}


def _entry_row(link: Link, head: bytes) -> dict[str, Any]:
    return {
        "petition_id": link.petition,
        "position": link.position,
        "at": link.at,
        "actor_id": link.actor,
        "role": link.role,
        "act": link.act,
        "audience": list(link.audience),
        "basis": link.basis,
        "facts": Jsonb(dict(link.facts)),
        "content_hash": link.content_hash,
        "before": link.before,
        "hash": head,
    }


def _found_as(case: Case) -> tuple[Field, bool, bool]:
    """Return as what a petition is found by its place."""
    return case.field, case.status in IN_HAND, case.status is Status.CLOSED


def _case(row: Row[Any], referred: tuple[Referral, ...]) -> Case:
    return Case(
        id=row.id,
        code=row.code,
        person=row.person_id,
        status=Status(row.status),
        kind=Kind(row.kind),
        field=Field(row.field),
        level=Level(row.level),
        lead=row.lead,
        name_shown=NameShown(row.name_shown),
        filed_at=row.filed_at,
        first_answer_due=row.first_answer_due,
        entries=row.entries,
        head=row.head,
        disposition=Disposition(row.disposition) if row.disposition else None,
        result=Result(row.result) if row.result else None,
        first_answer_at=row.first_answer_at,
        signed_off_at=row.signed_off_at,
        street=row.street,
        residential_group=row.residential_group,
        paper_at=row.paper_at,
        reopened_at=row.reopened_at,
        remind_due=row.remind_due,
        referrals=referred,
        erased=row.erased_at is not None,
        precedence=row.precedence,
        officer_id=row.officer_id,
        reply_due=row.reply_due,
        merged_into=row.merged_into,
        split_from=row.split_from,
        handed_in_at=row.handed_in_at,
        recurring_of=row.recurring_of,
        programme=row.programme,
        source=row.source,
        next_due=row.next_due,
        carry_due=row.carry_due,
        carried_at=row.carried_at,
        close_due=row.close_due,
        untold_since=row.untold_since,
    )


def _entry(row: Row[Any], words: bytes | None, attached: Mapping[int, tuple[int, ...]]) -> Entry:
    return Entry(
        position=row.position,
        at=row.at,
        actor=row.actor_id,
        role=row.role,
        act=row.act,
        audience=frozenset(Audience(one) for one in row.audience),
        basis=row.basis,
        facts=row.facts,
        content=json.loads(words) if words else None,
        erased=row.read and row.content_hash is not None and words is None,
        media=attached.get(row.position, ()) if row.read else (),
    )
