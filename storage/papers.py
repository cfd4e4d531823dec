"""Papers that we made and letters carry: pictures and workbooks, sealed, kept until they are surely sent."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from storage.records import Records
from storage.tables import papers

_PAPER = "paper"


@dataclass(frozen=True)
class Paper:
    """A file of ours; `kind` is `photo` or `document`."""

    kind: str
    name: str
    content: bytes


class Papers(Records):
    """Papers by id."""

    async def add(self, paper: Paper) -> int:
        """Keep a paper."""
        values = {"kind": paper.kind, "name": paper.name, "made_at": self.now}
        made = insert(papers).values(**values, sealed=self.box.seal(paper.content, _PAPER)).returning(papers.c.id)
        return int((await self.connection.execute(made)).scalar_one())

    async def get(self, found: tuple[int, ...]) -> list[Paper]:
        """Return papers in the order asked for; those that are gone are left out."""
        rows = await self.connection.execute(select(papers).where(papers.c.id.in_(found)))
        known = {row.id: Paper(row.kind, row.name, self.box.open(row.sealed, _PAPER)) for row in rows}
        return [known[one] for one in found if one in known]

    async def expire(self, before: datetime) -> None:
        """Forget papers made before a time; their figures stay with the summary."""
        await self.connection.execute(delete(papers).where(papers.c.made_at < before))
