"""Addresses of contacts on a channel: kept sealed, found by a keyed hash."""

from sqlalchemy import ColumnElement
from sqlalchemy.dialects.postgresql import Insert
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.records import Records
from storage.tables import contacts

_SEALED = "address"


class Addresses(Records):
    """Base of the query classes that write or open addresses."""

    def _new(self, channel: str, address: str, **more: object) -> Insert:
        """Return the statement that notes a contact under its address, which may be known already."""
        return upsert(contacts).values(
            channel=channel, made_at=self.now, **self._address(channel, address), **more
        )

    def _address(self, channel: str, address: str) -> dict[str, object]:
        """Return an address as columns."""
        sealed = self.box.seal(address.encode(), _SEALED)
        return {"address_key": self._address_key(channel, address), "address_sealed": sealed}

    def _at(self, channel: str, address: str) -> ColumnElement[bool]:
        """Tell which contact has an address."""
        return (contacts.c.channel == channel) & (contacts.c.address_key == self._address_key(channel, address))

    def _opened(self, sealed: bytes) -> str:
        """Return an address in clear."""
        return self.box.open(sealed, _SEALED).decode()
