"""Directives: a leader asks a body to explain its figures of a period, with a date; the answer is sealed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from storage.records import Records
from storage.tables import directives

_ANSWER = "directive"


@dataclass(frozen=True)
class Directive:
    """A request for an explanation that stands until the body answers."""

    id: int
    body: str
    period: str
    asked_by: int
    asked_at: datetime
    due_at: datetime
    answered_at: datetime | None


class Directives(Records):
    """Directives by id."""

    async def ask(self, programme: str, body: str, period: str, by: int, due_at: datetime) -> int | None:
        """Make a directive; None where the same one is open."""
        values = {"programme": programme, "body": body, "period": period, "asked_by": by, "due_at": due_at}
        made = insert(directives).values(**values, asked_at=self.now).on_conflict_do_nothing()
        row = (await self.connection.execute(made.returning(directives.c.id))).first()
        return int(row.id) if row else None

    async def get(self, number: int) -> Directive | None:
        """Return and lock a directive, None for an unknown one."""
        row = (await self.connection.execute(_SOME.where(directives.c.id == number).with_for_update())).first()
        return Directive(*row) if row else None

    async def answer(self, number: int, by: int, words: str) -> None:
        """Keep the body's explanation."""
        sealed = self.box.seal(words.encode(), _ANSWER)
        answered = {"answered_by": by, "answered_at": self.now, "answer_sealed": sealed}
        await self.connection.execute(update(directives).where(directives.c.id == number).values(**answered))

    async def open(self, programme: str) -> list[Directive]:
        """Return what is not answered yet, the first due first."""
        mine = _SOME.where(directives.c.programme == programme, directives.c.answered_at.is_(None))
        return [Directive(*row) for row in await self.connection.execute(mine.order_by(directives.c.due_at))]


_SOME = select(*(directives.c[name] for name in Directive.__dataclass_fields__))
