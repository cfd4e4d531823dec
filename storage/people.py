"""People and the contacts through which they are reached; names, phones and addresses are ciphertext."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, literal, select, text, update
from sqlalchemy.dialects.postgresql import insert as upsert

from petitions.flood import Flood, Stage
from petitions.roles import Actor, Grant, Role
from storage.addresses import Addresses
from storage.crypto import Box
from storage.drafts import Draft, open_draft
from storage.tables import (
    access_records,
    contacts,
    deliveries,
    drafts,
    followers,
    grants,
    media,
    people,
    turned_away,
)

_LABEL = "label"

_VISITOR = """
    SELECT p.id, p.language, p.consent_version, p.made_at, own.id AS own_contact, own.reachable,
           p.pressure, p.flood, p.flood_since,
           here.id AS here, here.body AS here_body, d.step, d.values_sealed, d.asked_message_id,
           (SELECT jsonb_agg(jsonb_build_array(g.role, g.body)) FROM grants g
             WHERE g.person_id = p.id AND g.revoked_at IS NULL) AS grants,
           EXISTS (SELECT FROM grants g WHERE g.person_id = p.id AND g.revoked_at IS NOT NULL) AS served,
           (SELECT array_agg(DISTINCT a.code) FROM petitions a JOIN deliveries l ON l.petition_id = a.id
             WHERE d.step IS NOT NULL AND a.person_id = p.id AND a.status IN ('answered', 'waiting_resident')
               AND l.contact_id = here.id AND l.sent_at > d.changed_at
               AND l.provider_message_id > coalesce(d.asked_message_id, 0)) AS asking
      FROM contacts own
      JOIN people p ON p.id = own.person_id
      LEFT JOIN contacts here ON here.channel = own.channel AND here.address_key = %(here)s
      LEFT JOIN drafts d ON d.person_id = p.id AND d.contact_id = here.id
     WHERE own.channel = %(channel)s AND own.address_key = %(own)s
"""


_OF_ROLE = """
    SELECT DISTINCT c.id FROM contacts c JOIN grants g ON g.person_id = c.person_id
     WHERE g.role = %(role)s AND g.revoked_at IS NULL AND c.reachable ORDER BY c.id
"""
_FLOOD = text("UPDATE people SET flood = :stage, flood_since = :since WHERE id = :person")

_TRACES = text("""
    SELECT EXISTS (SELECT FROM petitions WHERE person_id = :person)
        OR EXISTS (SELECT FROM grants WHERE :person IN (person_id, granted_by, revoked_by))
        OR EXISTS (SELECT FROM invitations WHERE :person IN (made_by, used_by))
        OR EXISTS (SELECT FROM access_records WHERE person_id = :person AND petition_id IS NOT NULL)
        OR EXISTS (SELECT FROM denunciation_entries WHERE actor_id = :person)
        OR EXISTS (SELECT FROM media WHERE person_id = :person AND petition_id IS NOT NULL)
        OR EXISTS (SELECT FROM deliveries d JOIN contacts c ON c.id = d.contact_id
                    WHERE c.person_id = :person AND d.petition_id IS NOT NULL)
""")


@dataclass(frozen=True)
class Visitor:
    """Somebody who writes or presses, with all that a turn needs.

    `contact` is where they are reached, `here` the chat in which they act (the same in a private chat, None
    in a group that we do not know), `here_body` the body to which that group is bound. `asked` is the message with
    buttons that asked for the next step of the draft; `asking` are the codes of the person's petitions that wait
    for their word and of which a letter has come since. Whoever `served` held a role that was taken back.
    """

    person: int
    language: str
    consent_version: int | None
    actor: Actor
    contact: int
    reachable: bool
    here: int | None
    here_body: str | None
    draft: Draft | None
    flood: Flood
    asked: int | None
    asking: tuple[str, ...]
    known_since: datetime
    served: bool


@dataclass(frozen=True)
class Held:
    """A role given, by the number under which it can be ended; `label` is what its invitation was called.

    `number` counts the grants of this role (of this body) up to it, from 1 on: with the role it makes a name.
    """

    id: int
    person: int
    role: Role
    body: str | None
    label: str | None
    number: int
    since: datetime
    until: datetime | None

    def in_force(self, at: datetime) -> bool:
        """Tell whether it was held at a moment."""
        return self.since <= at and (self.until is None or at <= self.until)


@dataclass(frozen=True)
class Contact:
    """Where letters go: an address on a channel, in the language of its reader.

    `free_at` is when what was sent there no longer counts against its pace.
    """

    id: int
    channel: str
    address: str
    language: str
    person: int | None
    body: str | None
    reachable: bool
    free_at: datetime | None


_BEFORE = grants.alias("earlier")
_SAME = (_BEFORE.c.role == grants.c.role) & _BEFORE.c.body.is_not_distinct_from(grants.c.body)
_NUMBER = select(func.count()).where(_SAME, _BEFORE.c.id <= grants.c.id).correlate(grants).scalar_subquery()
_HELD = select(grants, _NUMBER.label("number"))


class People(Addresses):
    """People with their contacts, grants and consents."""

    async def visitor(self, channel: str, own: str, here: str) -> Visitor | None:
        """Load the person with this address, who acts in the chat `here`; None for a stranger."""
        keys = {"own": self._address_key(channel, own), "here": self._address_key(channel, here)}
        rows = await self._rows(_VISITOR, {"channel": channel, **keys})
        return self._visitor(rows[0]) if rows else None

    async def welcome(self, channel: str, address: str, language: str) -> Visitor:
        """Make a person with one contact (or load the one that a concurrent update has just made)."""
        person = await self.meet(language)
        own = self._new(channel, address, person_id=person).on_conflict_do_nothing().returning(contacts.c.id)
        if (await self.connection.execute(own)).first() is None:
            await self.connection.execute(delete(people).where(people.c.id == person))
            await self._wait_for_turn(channel, address)
        visitor = await self.visitor(channel, address, address)
        assert visitor is not None  # noqa: S101 - the row was made or met just above
        return visitor

    async def meet(self, language: str) -> int:
        """Make a person without a contact, whom no letter reaches."""
        made = insert(people).values(language=language, made_at=self.now).returning(people.c.id)
        return int((await self.connection.execute(made)).scalar_one())

    async def contact(self, contact: int) -> Contact:
        """Return a contact with its address in clear; a group reads the default language `vi`."""
        query = (
            select(contacts, func.coalesce(people.c.language, literal("vi")).label("language"))
            .join(people, people.c.id == contacts.c.person_id, isouter=True)
            .where(contacts.c.id == contact)
        )
        row = (await self.connection.execute(query)).one()
        return Contact(
            id=row.id,
            channel=row.channel,
            address=self._opened(row.address_sealed),
            language=row.language,
            person=row.person_id,
            body=row.body,
            reachable=row.reachable,
            free_at=row.free_at,
        )

    async def paced(self, contact: int, free_at: datetime) -> None:
        """Note when what was sent to a contact no longer counts."""
        await self.connection.execute(update(contacts).where(contacts.c.id == contact).values(free_at=free_at))

    async def contacts_of(self, person: int) -> list[int]:
        """Return the person's reachable contacts."""
        query = select(contacts.c.id).where(contacts.c.person_id == person, contacts.c.reachable)
        return list((await self.connection.execute(query)).scalars())

    async def contacts_of_role(self, role: Role) -> list[int]:
        """Return the reachable contacts of everybody who holds a role."""
        return [row.id for row in await self._rows(_OF_ROLE, {"role": str(role)})]

    async def mark_reachable(self, contact: int, *, reachable: bool) -> bool:
        """Record whether letters arrive; return whether this is news."""
        changed = (
            update(contacts)
            .where(contacts.c.id == contact, contacts.c.reachable.is_not(reachable))
            .values(reachable=reachable, reachable_since=self.now)
        )
        return bool((await self.connection.execute(changed)).rowcount)

    async def speak(self, person: int, language: str) -> None:
        """Set the person's language."""
        await self.connection.execute(update(people).where(people.c.id == person).values(language=language))

    async def consent(self, person: int, version: int | None) -> None:
        """Record the consent to a version of the privacy text, or (None) its withdrawal, for teaching too."""
        given = {"consent_version": version, "consented_at": self.now}
        withdrawn = {"teaches_since": None} if version is None else {}
        await self.connection.execute(update(people).where(people.c.id == person).values(**given, **withdrawn))

    async def teach(self, person: int, *, yes: bool) -> None:
        """Record whether the model may learn from a person's petitions."""
        since = func.coalesce(people.c.teaches_since, self.now) if yes else None
        await self.connection.execute(update(people).where(people.c.id == person).values(teaches_since=since))

    async def left_a_trace(self, person: int) -> bool:
        """Tell whether records point at the person: petitions, roles past or present, letters, readings."""
        return bool((await self.connection.execute(_TRACES, {"person": person})).scalar_one())

    async def forget(self, person: int) -> None:
        """Delete a person who has left no trace, with drafts, letters, loose files and wrong tries."""
        await self.connection.execute(delete(access_records).where(access_records.c.person_id == person))
        own = select(contacts.c.id).where(contacts.c.person_id == person)
        await self.connection.execute(delete(deliveries).where(deliveries.c.contact_id.in_(own)))
        await self.connection.execute(delete(drafts).where(drafts.c.person_id == person))
        await self.connection.execute(delete(followers).where(followers.c.person_id == person))
        await self.connection.execute(delete(media).where(media.c.person_id == person))
        await self.connection.execute(delete(contacts).where(contacts.c.person_id == person))
        await self.connection.execute(delete(people).where(people.c.id == person))

    async def grant(self, person: int, grant: Grant, by: int | None, label: str | None = None) -> None:
        """Give a role; nothing happens where it is held already."""
        given = {"granted_by": by, "granted_at": self.now, "label_sealed": seal_label(self.box, label)}
        row = upsert(grants).values(person_id=person, role=grant.role, body=grant.body, **given)
        await self.connection.execute(row.on_conflict_do_nothing())

    async def revoke(self, grant: int, by: int | None) -> bool:
        """End a grant; False where it is unknown or ended already."""
        ended = (
            update(grants)
            .where(grants.c.id == grant, grants.c.revoked_at.is_(None))
            .values(revoked_at=self.now, revoked_by=by)
        )
        return bool((await self.connection.execute(ended)).rowcount)

    async def grants_held(self, *, lock: bool = False) -> list[Held]:
        """Return all roles in force, oldest first; locked, where they are about to be ended."""
        query = _HELD.where(grants.c.revoked_at.is_(None)).order_by(grants.c.id)
        return await self._held(query.with_for_update(of=grants) if lock else query)

    async def grants_numbered(self, numbers: Collection[int]) -> dict[int, Held]:
        """Return roles by their number, in force or ended."""
        return {one.id: one for one in await self._held(_HELD.where(grants.c.id.in_(numbers)))}

    async def grants_of(self, person: int) -> list[Held]:
        """Return the person's roles in force, oldest first."""
        mine = (grants.c.person_id == person, grants.c.revoked_at.is_(None))
        return await self._held(_HELD.where(*mine).order_by(grants.c.id))

    async def actor(self, person: int) -> Actor:
        """Return the person as an actor, with the roles held now."""
        query = select(grants.c.role, grants.c.body).where(
            grants.c.person_id == person, grants.c.revoked_at.is_(None)
        )
        held = await self.connection.execute(query)
        return Actor(person, frozenset(Grant(Role(row.role), row.body) for row in held))

    async def note_flood(self, person: int, stage: Stage, since: datetime | None) -> None:
        """Record how far a person's flood has come."""
        await self.connection.execute(_FLOOD, {"person": person, "stage": stage, "since": since})

    async def turn_away(self, gate: str, programme: str) -> None:
        """Count a message that a gate turned away: kind, day and unit; a finer time would point at its author."""
        day = self.now.replace(hour=0, minute=0, second=0, microsecond=0)
        await self.connection.execute(insert(turned_away).values(at=day, gate=gate, programme=programme))

    async def names(self, persons: Collection[int], among: Collection[Role] = ()) -> dict[int, Held]:
        """Return by which role each of these people is named, past or present: the newest, with a label if any.

        Whoever holds or held one of the roles `among` is named by that: colleagues there know them by it.
        """
        return {one.person: one for one in await self._naming(persons, among)}

    async def names_then(self, acts: Collection[tuple[int, datetime]]) -> dict[tuple[int, datetime], Held]:
        """Return by which role each of these people was named when they acted: of those that they held then.

        Whoever held none then is named as `names` does.
        """
        roles = await self._naming({person for person, _at in acts})
        ever = {(person, at): one for person, at in acts for one in roles if one.person == person}
        then = {
            (person, at): one for person, at in acts for one in roles if one.person == person and one.in_force(at)
        }
        return ever | then

    async def _naming(self, persons: Collection[int], among: Collection[Role] = ()) -> list[Held]:
        """Return the roles of these people; of each, the last one is the one to name them by."""
        query = _HELD.where(grants.c.person_id.in_(persons))
        order = (grants.c.role.in_(among), grants.c.label_sealed.is_not(None), grants.c.id)
        return await self._held(query.order_by(*order))

    async def _held(self, query: Select[Any]) -> list[Held]:
        return [
            Held(
                id=row.id,
                person=row.person_id,
                role=Role(row.role),
                body=row.body,
                label=open_label(self.box, row.label_sealed),
                number=row.number,
                since=row.granted_at,
                until=row.revoked_at,
            )
            for row in await self.connection.execute(query)
        ]

    async def _wait_for_turn(self, channel: str, address: str) -> None:
        """Lock the person's row, as the claim of an update does for those who are known already."""
        mine = select(people.c.id).join(contacts, contacts.c.person_id == people.c.id)
        mine = mine.where(self._at(channel, address))
        await self.connection.execute(mine.with_for_update(of=people))

    def _visitor(self, row: Row[Any]) -> Visitor:
        held = frozenset(Grant(Role(role), body) for role, body in row.grants or ())
        return Visitor(
            person=row.id,
            language=row.language,
            consent_version=row.consent_version,
            actor=Actor(row.id, held),
            contact=row.own_contact,
            reachable=row.reachable,
            here=row.here,
            here_body=row.here_body,
            flood=Flood(row.pressure, Stage(row.flood), row.flood_since),
            draft=open_draft(self.box, row.step, row.values_sealed),
            asked=row.asked_message_id,
            asking=tuple(row.asking or ()),
            known_since=row.made_at,
            served=row.served,
        )


def seal_label(box: Box, label: str | None) -> bytes | None:
    """Seal what an administrator calls an invitation, and the role that came of it."""
    return box.seal(label.encode(), _LABEL) if label else None


def open_label(box: Box, sealed: bytes | None) -> str | None:
    """Return the label, None where there is none."""
    return box.open(sealed, _LABEL).decode() if sealed else None
