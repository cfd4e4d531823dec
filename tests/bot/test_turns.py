"""One person's updates follow one another, whichever process takes them."""

import asyncio
import itertools
from typing import Any

from sqlalchemy import text

from bench.heard import heard
from bot.answering import Answering
from bot.updates import Updates
from storage.inbound import Answered, Sender
from storage.records import Driver
from tests.courses import leaves_the_rest
from tests.town import Person, Town

_NUMBERS = itertools.count(900_000_000)


def _written(person: Person, words: str) -> dict[str, Any]:
    """Make the update of a message."""
    number = next(_NUMBERS)
    who = {"id": person.chat, "is_bot": False, "first_name": "Cư dân"}
    chat = {"id": person.chat, "type": "private", "first_name": "Cư dân"}
    said = {"message_id": number, "date": 1, "text": words, "from": who, "chat": chat}
    return {"update_id": number, "message": said}


async def _at_once(town: Town, *updates: dict[str, Any], until: str) -> None:
    """Let each update be taken by a process of its own while something elsewhere holds all of them up."""
    async with town.parts.engine.connect() as elsewhere:
        await elsewhere.execute(text(until))
        taken = []
        for place, update in enumerate(updates, start=1):
            # Each has lanes of its own, as two processes have.
            taken.append(asyncio.create_task(Updates(town.parts).take(update)))
            await town.waits_for_locks(place)
        await elsewhere.rollback()
    await asyncio.gather(*taken)


async def test_an_update_that_waits_for_another_process_goes_on_from_where_that_one_ended(town: Town) -> None:
    resident = await town.agrees()
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    updates = [_written(resident, words) for words in ("Đèn đường ngõ 20 hỏng.", "Đã hai tuần nay rất tối.")]
    await _at_once(town, *updates, until="SELECT 1 FROM people FOR UPDATE")
    await leaves_the_rest(resident)
    await resident.hears("Đèn đường ngõ 20 hỏng.", "Đã hai tuần nay rất tối.")


async def test_two_first_words_of_a_stranger_make_one_person(town: Town) -> None:
    stranger = town.person("resident_2")
    before = await town.query("SELECT 1 FROM people")
    await _at_once(town, *(_written(stranger, "Xin chào") for _one in "ab"), until="LOCK contacts IN SHARE MODE")
    assert len(await town.query("SELECT 1 FROM people")) == len(before) + 1


async def test_updates_that_are_ready_while_one_is_noted_as_answered_go_together_into_the_next_statement(
    town: Town,
) -> None:
    numbers = [next(_NUMBERS) for _one in range(4)]
    async with town.parts.store.unit() as unit:
        for number in numbers:
            await unit.inbound.claim("telegram", number, Sender("1"))
            await unit.inbound.acted("telegram", number, None, b"words")
    answering, together = Answering(town.parts.store), list[list[int]]()

    def run(_driver: Driver, statement: str, given: Any) -> None:
        together.extend([given["numbers"]] if "SET done_at" in statement else [])

    with heard(town.parts.engine, run):
        async with town.parts.engine.connect() as elsewhere:
            await elsewhere.execute(text("SELECT 1 FROM inbound FOR UPDATE"))
            noted = [asyncio.create_task(answering.note(Answered(numbers[0])))]
            await town.waits_for_locks()
            noted += [asyncio.create_task(answering.note(Answered(number))) for number in numbers[1:]]
            await asyncio.sleep(0)
            assert not any(task.done() for task in noted)
            await elsewhere.rollback()
        await asyncio.gather(*noted)
    assert [several for several in together if set(several) & {*numbers}] == [numbers[:1], numbers[1:]]
    kept = """
        SELECT 1 FROM inbound
         WHERE external_id = ANY(:numbers) AND (done_at IS NULL OR replies_sealed IS NOT NULL)
    """
    assert await town.query(kept, numbers=numbers) == []
