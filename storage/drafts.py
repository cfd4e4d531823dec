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


@dataclass(frozen=True)
class Draft:
    """Where a person stands in a chat; `values` is what that conversation has gathered."""

    step: str
    values: Mapping[str, Any] = _field(default_factory=dict)


@dataclass(frozen=True)
class Stand:
    """Where somebody stands now in the chat `here`; without a draft their conversation there has ended."""

    person: int | None = None
    here: int | None = None
    draft: Draft | None = None

    def sealed(self, box: Box) -> dict[str, Any]:
        """Return it as a statement takes it."""
        step = self.draft.step if self.draft else None
        values = box.seal(json.dumps(dict(self.draft.values)).encode(), _DRAFT) if self.draft else None
        return {"person": self.person, "here": self.here, "step": step, "draft": values}


def open_draft(box: Box, step: str | None, sealed: bytes | None) -> Draft | None:
    """Return the draft of a loaded row, None where there is none."""
    if step is None or sealed is None:
        return None
    return Draft(step, json.loads(box.open(sealed, _DRAFT)))


class Drafts(Records):
    """Drafts by (person, contact where the conversation goes on)."""

    async def expire(self, before: datetime) -> int:
        """Forget drafts that nobody has touched since; return how many."""
        old = delete(drafts).where(drafts.c.changed_at < before)
        return int((await self.connection.execute(old)).rowcount)
