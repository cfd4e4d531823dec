"""Groups that nobody has bound to a body: noted once, so that the bot speaks there once and leaves later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.records import Records
from storage.tables import contacts

_ADDRESS = "address"


@dataclass(frozen=True)
class UnboundGroup:
    """A group in which the bot is a guest since a time."""

    contact: int
    address: str
    since: datetime


class Groups(Records):
    """Groups without a body."""

    async def note(self, channel: str, address: str) -> bool:
        """Note that the bot is in a group; True where that is news and the group is bound to no body."""
        row = upsert(contacts).values(
            channel=channel,
            address_key=self._address_key(channel, address),
            address_sealed=self.box.seal(address.encode(), _ADDRESS),
            made_at=self.now,
            unbound_since=self.now,
        )
        new = contacts.c.body.is_(None) & contacts.c.person_id.is_(None) & contacts.c.unbound_since.is_(None)
        noted = row.on_conflict_do_update(
            index_elements=[contacts.c.channel, contacts.c.address_key],
            set_={"unbound_since": self.now, "reachable": True},
            where=new,
        )
        return (await self.connection.execute(noted.returning(contacts.c.id))).first() is not None

    async def unbound(self, channel: str) -> Sequence[UnboundGroup]:
        """Return the groups of a channel in which the bot is a guest, the longest first."""
        query = select(contacts).where(contacts.c.unbound_since.is_not(None), contacts.c.channel == channel)
        rows = await self.connection.execute(query.order_by(contacts.c.unbound_since))
        return [
            UnboundGroup(row.id, self.box.open(row.address_sealed, _ADDRESS).decode(), row.unbound_since)
            for row in rows
        ]

    async def left(self, channel: str, address: str) -> None:
        """Note that the bot is no longer in an unbound group."""
        mine = (contacts.c.channel == channel, contacts.c.address_key == self._address_key(channel, address))
        gone = update(contacts).where(*mine, contacts.c.unbound_since.is_not(None))
        await self.connection.execute(gone.values(unbound_since=None, reachable=False))
