"""The petitions that may teach the model: of people who allowed it, with what an officer has decided of them."""

import json
from typing import Any

from sqlalchemy import Row, select

from petitions.examples import Example
from petitions.kinds import Field, Kind
from petitions.relearning import Taught
from petitions.workflow import Act
from storage.records import Records
from storage.tables import contents, entries, people, petitions

_DECIDED = (Act.REFER, Act.RECLASSIFY)
"""Acts by which an officer confirms or corrects kind and field."""
_MOST = 5_000


class TaughtRecords(Records):
    """What officers' decisions teach."""

    async def newest(self) -> list[Taught]:
        """Return what may be learnt from, the newest first; what was erased has no words any more."""
        decided = select(entries.c.id).where(entries.c.petition_id == petitions.c.id, entries.c.act.in_(_DECIDED))
        filed = entries.alias()
        query = (
            select(petitions, contents.c.sealed)
            .join(people, people.c.id == petitions.c.person_id)
            .join(filed, (filed.c.petition_id == petitions.c.id) & (filed.c.position == 1))
            .join(contents, contents.c.entry_id == filed.c.id)
            .where(people.c.teaches_since.is_not(None), petitions.c.key_wrapped.is_not(None), decided.exists())
            .order_by(petitions.c.id.desc())
            .limit(_MOST)
        )
        return [self._taught(row) for row in await self.connection.execute(query)]

    def _taught(self, row: Row[Any]) -> Taught:
        words = json.loads(self.box.petition_key(row.key_wrapped).open(row.sealed))["words"]
        return Taught(row.person_id, Example(words, Kind(row.kind), Field(row.field)))
