"""Half-finished conversations: the step where a person stands in a chat, with what was said so far, sealed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as _field
from datetime import datetime
from typing import Any

from sqlalchemy import delete

from storage.crypto import Box
from storage.records import Records
from storage.tables import drafts

_DRAFT = "draft"
_SAVE = """
    INSERT INTO drafts (person_id, contact_id, step, values_sealed, changed_at)
    VALUES (%(person)s, %(contact)s, %(step)s, %(sealed)s, %(now)s)
        ON CONFLICT (person_id, contact_id)
        DO UPDATE SET step = %(step)s, values_sealed = %(sealed)s, changed_at = %(now)s
"""


@dataclass(frozen=True)
class Draft:
    """Where a person stands in a chat; `values` is what that conversation has gathered."""

    step: str
    values: Mapping[str, Any] = _field(default_factory=dict)


def open_draft(box: Box, step: str | None, sealed: bytes | None) -> Draft | None:
    """Return the draft of a loaded row, None where there is none."""
    if step is None or sealed is None:
        return None
    return Draft(step, json.loads(box.open(sealed, _DRAFT)))


class Drafts(Records):
    """Drafts by (person, contact where the conversation goes on)."""

    async def save(self, person: int, contact: int, draft: Draft) -> None:
        """Keep the draft in place of what was there."""
        sealed = self.box.seal(json.dumps(dict(draft.values)).encode(), _DRAFT)
        mine = {"person": person, "contact": contact, "step": draft.step, "sealed": sealed, "now": self.now}
        await self.connection.exec_driver_sql(_SAVE, mine)

    async def expire(self, before: datetime) -> int:
        """Forget drafts that nobody has touched since; return how many."""
        old = delete(drafts).where(drafts.c.changed_at < before)
        return int((await self.connection.execute(old)).rowcount)

    async def drop(self, person: int, contact: int) -> None:
        """Forget the draft; nothing happens where there is none."""
        mine = (drafts.c.person_id == person) & (drafts.c.contact_id == contact)
        await self.connection.execute(delete(drafts).where(mine))
