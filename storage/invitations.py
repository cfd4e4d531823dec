"""One-time invitations: links that give a role, codes that bind a group to a body."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, update

from petitions.roles import Grant, Role
from storage.people import open_label, seal_label
from storage.records import Records
from storage.tables import invitations

_TOKEN = "invitation"  # noqa: S105 - the name of a purpose, not a secret
VALID_FOR = timedelta(days=7)


@dataclass(frozen=True)
class Given:
    """What an invitation gives: a grant, or a group's body (then `grant` is None)."""

    grant: Grant | None
    body: str | None
    label: str | None
    made_by: int | None


class Invitations(Records):
    """Invitations by their token, of which only a keyed hash is kept."""

    async def make(self, role: Role | None, body: str | None, by: int | None, label: str | None = None) -> str:
        """Make an invitation; return its token (24 signs of A-Za-z0-9_-), shown once and never stored."""
        token = secrets.token_urlsafe(18)
        values = {
            "token_key": self.box.lookup(token, _TOKEN),
            "role": role,
            "body": body,
            "label_sealed": seal_label(self.box, label),
            "made_by": by,
            "made_at": self.now,
            "expires_at": self.now + VALID_FOR,
        }
        await self.connection.execute(insert(invitations).values(**values))
        return token

    async def use(self, token: str, person: int | None, *, group: bool) -> Given | None:
        """Use an invitation up; None where it is unknown, used, revoked, expired or of the other sort."""
        sort = invitations.c.role.is_(None) if group else invitations.c.role.is_not(None)
        taken = update(invitations).where(*self._usable(token), sort).values(used_at=self.now, used_by=person)
        return self._given((await self.connection.execute(taken.returning(invitations))).first())

    async def revoke(self, token: str) -> Given | None:
        """Revoke an invitation; None where it could not be used any more."""
        ended = update(invitations).where(*self._usable(token)).values(revoked_at=self.now)
        return self._given((await self.connection.execute(ended.returning(invitations))).first())

    async def revoke_made_by(self, person: int) -> int:
        """Revoke the invitations of a person that nobody has used yet; return how many."""
        unused = (invitations.c.made_by == person) & invitations.c.used_at.is_(None)
        open_ones = update(invitations).where(unused, invitations.c.revoked_at.is_(None))
        return int((await self.connection.execute(open_ones.values(revoked_at=self.now))).rowcount)

    def _usable(self, token: str) -> tuple[ColumnElement[bool], ...]:
        return (
            invitations.c.token_key == self.box.lookup(token, _TOKEN),
            invitations.c.used_at.is_(None),
            invitations.c.revoked_at.is_(None),
            invitations.c.expires_at > self.now,
        )

    def _given(self, row: Row[Any] | None) -> Given | None:
        if row is None:
            return None
        grant = Grant(Role(row.role), row.body) if row.role else None
        return Given(grant, row.body, open_label(self.box, row.label_sealed), row.made_by)
