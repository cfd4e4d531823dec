"""One-time invitations: links that give a role, codes that bind a group to a body."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import insert, update

from petitions.roles import Grant, Role
from storage.people import open_label, seal_label
from storage.records import Records
from storage.tables import invitations

_TOKEN = "invitation"  # noqa: S105 - the name of a purpose, not a secret
VALID_FOR = timedelta(days=7)


@dataclass(frozen=True)
class Used:
    """What a used invitation gives: a grant, or a group's body (then `grant` is None)."""

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

    async def use(self, token: str, person: int | None, *, group: bool) -> Used | None:
        """Use an invitation up; None where it is unknown, used, revoked, expired or of the other sort."""
        sort = invitations.c.role.is_(None) if group else invitations.c.role.is_not(None)
        fresh = (
            invitations.c.token_key == self.box.lookup(token, _TOKEN),
            invitations.c.used_at.is_(None),
            invitations.c.revoked_at.is_(None),
            invitations.c.expires_at > self.now,
            sort,
        )
        taken = update(invitations).where(*fresh).values(used_at=self.now, used_by=person)
        row = (await self.connection.execute(taken.returning(invitations))).first()
        if row is None:
            return None
        grant = Grant(Role(row.role), row.body) if row.role else None
        return Used(grant, row.body, open_label(self.box, row.label_sealed), row.made_by)

    async def revoke(self, token: str) -> bool:
        """Revoke an invitation that could still be used; False where it could not."""
        usable = (
            invitations.c.token_key == self.box.lookup(token, _TOKEN),
            invitations.c.used_at.is_(None),
            invitations.c.revoked_at.is_(None),
            invitations.c.expires_at > self.now,
        )
        ended = update(invitations).where(*usable).values(revoked_at=self.now)
        return bool((await self.connection.execute(ended)).rowcount)

    async def revoke_made_by(self, person: int) -> int:
        """Revoke the invitations of a person that nobody has used yet; return how many."""
        unused = (invitations.c.made_by == person) & invitations.c.used_at.is_(None)
        open_ones = update(invitations).where(unused, invitations.c.revoked_at.is_(None))
        return int((await self.connection.execute(open_ones.values(revoked_at=self.now))).rowcount)
