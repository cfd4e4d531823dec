"""Groups: bound to a body, or to none yet; there the bot speaks once and leaves later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update

from petitions.roles import OF_BODY
from storage.addresses import Addresses
from storage.tables import contacts, grants, shown


@dataclass(frozen=True)
class Group:
    """A group bound to a body."""

    contact: int
    body: str


@dataclass(frozen=True)
class UnboundGroup:
    """A group in which the bot is a guest since a time."""

    contact: int
    address: str
    since: datetime


class Groups(Addresses):
    """Groups, and what body each belongs to."""

    async def bind(self, channel: str, address: str, body: str) -> int:
        """Bind a group's address to a body, in place of an earlier binding; return the contact."""
        bound = {"body": body, "reachable": True, "unbound_since": None, "greeted": False}
        row = self._new(channel, address, **bound).on_conflict_do_update(
            index_elements=[contacts.c.channel, contacts.c.address_key], set_=bound
        )
        return int((await self.connection.execute(row.returning(contacts.c.id))).scalar_one())

    async def unbind(self, contact: int) -> None:
        """Take a group's body away; its cards stay, nobody can act on them there any more."""
        without = {"body": None, "unbound_since": self.now, "greeted": False}
        await self.connection.execute(update(contacts).where(contacts.c.id == contact).values(**without))

    async def find(self, channel: str, address: str) -> Group | None:
        """Return a bound group, None for one that is not bound."""
        query = select(contacts.c.id, contacts.c.body).where(self._at(channel, address))
        row = (await self.connection.execute(query)).first()
        return Group(row.id, row.body) if row and row.body else None

    async def bound(self) -> list[Group]:
        """Return all groups bound to a body, also those that letters do not reach, newest first."""
        bound = select(contacts.c.id, contacts.c.body).where(contacts.c.body.is_not(None))
        rows = await self.connection.execute(bound.order_by(contacts.c.id.desc()))
        return [Group(row.id, row.body) for row in rows]

    async def of_body(self, body: str) -> list[int]:
        """Return the reachable groups bound to a body, oldest first."""
        groups = select(contacts.c.id).where(contacts.c.body == body, contacts.c.reachable)
        return list((await self.connection.execute(groups.order_by(contacts.c.id))).scalars())

    async def or_officers(self, body: str) -> list[int]:
        """Return the groups bound to a body, or its officers' own contacts where it has no group."""
        return await self.of_body(body) or await self.officers_of(body)

    async def officers_of(self, body: str) -> list[int]:
        """Return the contacts of a body's own officers where letters reach them."""
        officers = (
            select(contacts.c.id)
            .join(grants, grants.c.person_id == contacts.c.person_id)
            .where(grants.c.body == body, grants.c.role.in_(OF_BODY), grants.c.revoked_at.is_(None))
        )
        return list((await self.connection.execute(officers.where(contacts.c.reachable).distinct())).scalars())

    async def move(self, contact: int, channel: str, address: str) -> None:
        """Give a group that was upgraded its new address."""
        # It may have been met under its new address before it said that it had moved.
        taken = (self._at(channel, address), contacts.c.id != contact)
        nobody = {"address_key": self._address_key(channel, f"{address} before {contact}"), "unbound_since": None}
        await self.connection.execute(update(contacts).where(*taken).values(**nobody))
        moved = update(contacts).where(contacts.c.id == contact).values(**self._address(channel, address))
        await self.connection.execute(moved)
        # What stood under the old address is out of reach, and the numbers begin anew under the new one.
        await self.connection.execute(delete(shown).where(shown.c.contact_id == contact))

    async def note(self, channel: str, address: str) -> bool:
        """Note that the bot is in a group; True where it is bound to no body and is to be told so, once."""
        new = contacts.c.body.is_(None) & contacts.c.person_id.is_(None) & ~contacts.c.greeted
        told = {"unbound_since": self.now, "greeted": True}
        noted = self._new(channel, address, **told).on_conflict_do_update(
            index_elements=[contacts.c.channel, contacts.c.address_key],
            set_={**told, "reachable": True},
            where=new,
        )
        return (await self.connection.execute(noted.returning(contacts.c.id))).first() is not None

    async def unbound(self, channel: str) -> Sequence[UnboundGroup]:
        """Return the groups of a channel in which the bot is a guest, the longest first."""
        query = select(contacts).where(contacts.c.unbound_since.is_not(None), contacts.c.channel == channel)
        rows = await self.connection.execute(query.order_by(contacts.c.unbound_since))
        return [UnboundGroup(row.id, self._opened(row.address_sealed), row.unbound_since) for row in rows]

    async def left(self, channel: str, address: str) -> None:
        """Note that the bot is no longer in an unbound group."""
        gone = update(contacts).where(self._at(channel, address), contacts.c.unbound_since.is_not(None))
        await self.connection.execute(gone.values(unbound_since=None, greeted=False, reachable=False))
