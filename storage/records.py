"""What every class of records is given: the unit's connection, the box and the unit's time."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.crypto import Box


@dataclass(frozen=True)
class Records:
    """Base of the query classes, one for each aggregate."""

    connection: AsyncConnection
    box: Box
    now: datetime

    def _address_key(self, channel: str, address: str) -> bytes:
        """Return the keyed hash under which a contact is found by its address."""
        return self.box.lookup(f"{channel}:{address}", "address")
