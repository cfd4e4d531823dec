"""What became of roles: given, ended, their holders renamed; by whom and when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import insert, text, update

from storage.people import open_label, seal_label
from storage.records import Records
from storage.tables import grants, renamings

_CHANGES = text("""
SELECT at, what, grant_id, by, before, after FROM (
    SELECT granted_at AS at, 'granted' AS what, id AS grant_id, granted_by AS by, CAST(NULL AS bytea) AS before,
           CASE WHEN first.at IS NULL THEN label_sealed ELSE first.before_sealed END AS after
      FROM grants LEFT JOIN LATERAL (
           SELECT at, before_sealed FROM renamings WHERE grant_id = grants.id ORDER BY at, id LIMIT 1
           ) first ON true
     UNION ALL
    SELECT revoked_at, 'revoked', id, revoked_by, NULL, label_sealed FROM grants WHERE revoked_at IS NOT NULL
     UNION ALL
    SELECT at, 'renamed', grant_id, renamed_by, before_sealed, after_sealed FROM renamings) change
 ORDER BY at DESC, grant_id DESC, what DESC OFFSET :first LIMIT :size
""")


class Change(StrEnum):
    """What can become of a role."""

    GRANTED = "granted"
    REVOKED = "revoked"
    RENAMED = "renamed"


@dataclass(frozen=True)
class RoleChange:
    """What became of a role when, and by whom (None: the command line); what its holder was called."""

    at: datetime
    what: Change
    grant: int
    by: int | None
    before: str | None
    after: str | None


class RoleChanges(Records):
    """The history of roles: grants keep their beginning and end, renamings are only ever added to."""

    async def rename(self, grant: int, by: int | None, before: str | None, after: str) -> None:
        """Change what colleagues call whoever holds a role, and keep what it was."""
        sealed = seal_label(self.box, after)
        await self.connection.execute(update(grants).where(grants.c.id == grant).values(label_sealed=sealed))
        kept = {"before_sealed": seal_label(self.box, before), "after_sealed": sealed}
        row = insert(renamings).values(at=self.now, grant_id=grant, renamed_by=by, **kept)
        await self.connection.execute(row)

    async def page(self, first: int, size: int) -> list[RoleChange]:
        """Return a page of what became of roles, newest first."""
        rows = await self.connection.execute(_CHANGES, {"first": first, "size": size})
        return [
            RoleChange(
                row.at,
                Change(row.what),
                row.grant_id,
                row.by,
                open_label(self.box, row.before),
                open_label(self.box, row.after),
            )
            for row in rows
        ]
