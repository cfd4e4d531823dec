"""The records keep what they promise: no change unseen, nothing personal readable, what is erased is gone."""

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from procrastinate import App, PsycopgConnector
from procrastinate.schema import SchemaManager
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError, OperationalError

from bot import programs
from bot.reach import out_of_reach
from bot.settings import Settings
from bot.wiring import conninfo
from petitions.case import Audience, Case, NameShown, Status
from petitions.codes import new_code
from petitions.kinds import Field, Kind, Level
from petitions.roles import Role
from petitions.workflow import Act
from storage.crypto import Box, SealError, load_key
from storage.deliveries import When
from storage.drafts import Draft, Stand
from storage.inbound import Sender
from storage.media import NewMedia
from storage.petitions import NewEntry, NewPetition
from storage.tables import BIG, metadata
from storage.unit import Store, Unit, open_engine
from tests.conftest import Databases
from tests.traces import dump, files_of, traces

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
WORDS, NAME, SECRET = "Ông hàng xóm Hoàng Kỳ Vĩ để rác ở ngõ.", "Trịnh Thị Diệu Lý", "QWXZY-KVJHG"
ADDRESS, FILE, FILE_NAME = "5009871234", "BQACAgUAAxkBAAIfile", "anh_the_can_cuoc.jpg"
_DROP = b"""
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
MARKS = ("Hoàng Kỳ Vĩ", NAME, SECRET, "QWXZYKVJHG", ADDRESS, FILE, FILE_NAME, "bytes of the photo")


class Records:
    """A database with the product's own store, and the superuser who goes around it."""

    def __init__(self, url: str, admin: str, folder: Path) -> None:
        self.url, self.admin, self.folder = url, admin, folder
        self.now = NOW

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[Unit]:
        engine = open_engine(self.url)
        jobs = App(connector=PsycopgConnector(conninfo=conninfo(self.url)))
        jobs.task(name="drain")(_nothing)
        try:
            async with Store(engine, self.box, jobs, lambda: self.now).unit() as unit:
                yield unit
        finally:
            await engine.dispose()

    @property
    def box(self) -> Box:
        return Box(load_key(self.folder / "key"))

    def behind_its_back(self, statement: str) -> None:
        """Do something as the superuser with the triggers switched off."""
        with psycopg.connect(self.admin) as connection:
            connection.execute("SET session_replication_role = replica")
            assert connection.execute(statement.encode()).rowcount >= 1

    async def verdict(self) -> tuple[str, bool]:
        """Return what `audit verify` says."""
        settings = Settings.model_validate({"data": self.folder, "database_url": self.url})
        lines, whole = await programs.verify(settings)
        return "\n".join(lines), whole


async def _nothing(contact: int) -> None:
    del contact


@pytest.fixture
def records(databases: Databases, database: str, tmp_path: Path) -> Records:
    return Records(database, databases.admin(database), tmp_path)


async def filed(records: Records) -> Case:
    """File a petition with words, a name and a file; return it as it stands."""
    async with records.unit() as unit:
        visitor = await unit.people.visitor("telegram", ADDRESS, ADDRESS)
        visitor = visitor or await unit.people.welcome("telegram", ADDRESS, "vi")
        photo = await unit.media.add(visitor.person, NewMedia("photo", "telegram", FILE, name=FILE_NAME, size=18))
        case = await unit.petitions.add(_petition(visitor.person))
        said = {"words": WORDS, "place": {"words": "Ngõ 20"}}
        case = await unit.petitions.record(
            case, _entry(Act.FILE, visitor.person, said, photo), status=Status.RECEIVED
        )
        case = await unit.petitions.record(case, _entry(Act.IDENTIFY, visitor.person, {"name": NAME}))
        case = await unit.petitions.record(case, _entry(Act.TAKE, visitor.person), status=Status.TRIAGE)
        kept = {"file": photo, "sha256": await unit.media.keep(photo, b"bytes of the photo")}
        case = await unit.petitions.record(case, NewEntry(Act.KEEP, None, Role.SYSTEM, frozenset(), facts=kept))
        await unit.deliveries.add(visitor.contact, json.dumps({"words": WORDS}).encode(), petition=case.id)
        await unit.inbound.claim("telegram", 1, Sender(ADDRESS))
        stand = Stand(visitor.person, visitor.contact, Draft("words.note", {"words": [WORDS]}))
        await unit.inbound.acted("telegram", 1, visitor.contact, WORDS.encode(), stand)
        await unit.inbound.failed("telegram", 2)
        await unit.inbound.park("telegram", 2, WORDS.encode())
        return case


async def test_after_the_server_has_dropped_all_connections_one_unit_alone_fails(
    records: Records,
) -> None:
    engine = open_engine(records.url, size=3)
    store = Store(engine, records.box, App(connector=PsycopgConnector()), lambda: NOW)
    async with store.unit() as one, store.unit() as other, store.unit() as third:
        for unit in (one, other, third):
            assert await unit.people.visitor("telegram", ADDRESS, ADDRESS) is None
    with psycopg.connect(records.admin, autocommit=True) as connection:
        connection.execute(_DROP)
    with pytest.raises(OperationalError) as lost:
        async with store.unit() as unit:
            await unit.people.visitor("telegram", ADDRESS, ADDRESS)
    assert out_of_reach(lost.value)
    for _time in range(3):
        async with store.unit() as unit:
            assert await unit.people.visitor("telegram", ADDRESS, ADDRESS) is None
    await engine.dispose()


async def test_the_history_refuses_every_change_and_stays_whole(records: Records) -> None:
    await filed(records)
    engine = create_engine(records.url)
    for statement in (
        "UPDATE entries SET basis = 'x'",
        "UPDATE entries SET hash = hash",
        "DELETE FROM entries",
        "TRUNCATE entries CASCADE",
        "DELETE FROM petitions",
        "TRUNCATE petitions CASCADE",
    ):
        with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
            connection.execute(text(statement))
    engine.dispose()
    said, whole = await records.verdict()
    assert whole
    assert said.startswith("Petitions: 1. Every chain is whole.\ndigest ")


CHANGES = (
    "UPDATE entries SET basis = 'Luật khác' WHERE position = 2 AND petition_id = {id}",
    "UPDATE entries SET at = at + interval '1 microsecond' WHERE position = 1 AND petition_id = {id}",
    "UPDATE entries SET actor_id = actor_id + 1 WHERE position = 3 AND petition_id = {id}",
    "UPDATE entries SET role = 'senior_officer' WHERE position = 3 AND petition_id = {id}",
    "UPDATE entries SET act = 'note' WHERE position = 3 AND petition_id = {id}",
    "UPDATE entries SET audience = ARRAY['body'] WHERE position = 1 AND petition_id = {id}",
    "UPDATE entries SET facts = jsonb_build_object('n', 2) WHERE position = 1 AND petition_id = {id}",
    "UPDATE entries SET content_hash = sha256(content_hash) WHERE position = 1 AND petition_id = {id}",
    "UPDATE entries SET before = sha256(before) WHERE position = 2 AND petition_id = {id}",
    "UPDATE entries SET hash = set_byte(hash, 5, get_byte(hash, 5) # 1) WHERE position = 3 AND petition_id = {id}",
    "UPDATE entries SET position = 9 WHERE position = 3 AND petition_id = {id}",
    "DELETE FROM entries WHERE position = 3 AND petition_id = {id}",
    "DELETE FROM entries WHERE position = 2 AND petition_id = {id}",
    "DELETE FROM entries WHERE position = 1 AND petition_id = {id}",
    "UPDATE contents SET sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) WHERE petition_id = {id}",
    "DELETE FROM contents WHERE petition_id = {id}",
    "UPDATE media SET sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) WHERE petition_id = {id}",
    "UPDATE media SET sealed = NULL WHERE petition_id = {id}",
    "DELETE FROM media WHERE petition_id = {id}",
    """INSERT INTO media (person_id, petition_id, kind, channel, sealed, made_at)
       SELECT person_id, id, 'photo', 'telegram', '\\x01', filed_at FROM petitions WHERE id = {id}""",
    "UPDATE petitions SET key_wrapped = NULL WHERE id = {id}",
    "UPDATE petitions SET first_answer_due = first_answer_due + interval '1 day' WHERE id = {id}",
    "UPDATE petitions SET filed_at = filed_at - interval '1 day' WHERE id = {id}",
    "UPDATE petitions SET closed_at = now() WHERE id = {id}",
    "UPDATE petitions SET kind = 'KHIEU_NAI' WHERE id = {id}",
    "UPDATE petitions SET lead = 'another_body' WHERE id = {id}",
    "UPDATE petitions SET rating = 'solved' WHERE id = {id}",
    "UPDATE petitions SET status = 'closed' WHERE id = {id}",
    "UPDATE petitions SET head = set_byte(head, 0, get_byte(head, 0) # 1) WHERE id = {id}",
    "UPDATE petitions SET entries = 2 WHERE id = {id}",
)


async def test_each_change_behind_the_back_of_the_program_is_found_where_it_is(records: Records) -> None:
    whole_one = await filed(records)
    changed = {(await filed(records)).code: change for change in CHANGES}
    for code, change in changed.items():
        async with records.unit() as unit:
            case = await unit.petitions.load(code)
            assert case
        records.behind_its_back(change.format(id=case.id))
    said, whole = await records.verdict()
    assert not whole
    assert [change for code, change in changed.items() if code not in said] == []
    assert whole_one.code not in said


REFERRAL_CHANGES = (
    "UPDATE referrals SET status = 'signed_off'",
    "UPDATE referrals SET due_at = now()",
    "UPDATE referrals SET accepted_at = now()",
)


@pytest.mark.parametrize("change", REFERRAL_CHANGES)
async def test_a_referral_set_behind_the_back_of_the_program_is_found(records: Records, change: str) -> None:
    case = await filed(records)
    async with records.unit() as unit:
        loaded = await unit.petitions.load(case.code)
        assert loaded
        entry = NewEntry(
            Act.REFER, case.person, Role.TRIAGE, frozenset(), facts={"lead": "ward_police", "with": []}
        )
        loaded = await unit.petitions.record(loaded, entry, status=Status.REFERRED, lead="ward_police")
        await unit.referrals.send(loaded, "ward_police")
    assert (await records.verdict())[1]
    records.behind_its_back(change)
    said, whole = await records.verdict()
    assert not whole
    assert case.code in said


async def test_an_entry_that_the_workflow_does_not_allow_is_a_fault_and_not_a_crash(records: Records) -> None:
    case = await filed(records)
    async with records.unit() as unit:
        loaded = await unit.petitions.load(case.code)
        assert loaded
        await unit.petitions.record(loaded, NewEntry(Act.RATE, None, Role.SYSTEM, frozenset()))
    said, whole = await records.verdict()
    assert not whole
    assert case.code in said


async def test_a_petition_that_is_gone_changes_the_digest_of_all_heads(records: Records) -> None:
    await filed(records)
    async with records.unit() as unit:
        other = await unit.petitions.add(_petition(1))
        await unit.petitions.record(other, _entry(Act.FILE, 1), status=Status.RECEIVED)
        await unit.audits.keep_heads()
    before, whole = await records.verdict()
    assert whole
    with psycopg.connect(records.admin) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("DELETE FROM entries WHERE petition_id = %s", (other.id,))
        connection.execute("DELETE FROM petitions WHERE id = %s", (other.id,))
    after, whole = await records.verdict()
    assert before.splitlines()[-1] != after.splitlines()[-1]
    assert not whole
    assert "changed or removed apart" in after


async def test_the_digest_of_all_heads_is_that_of_now_whatever_was_kept_of_them_before(records: Records) -> None:
    case = await filed(records)
    async with records.unit() as unit:
        await unit.audits.keep_heads()
        kept = await unit.audits.digest()
        loaded = await unit.petitions.load(case.code)
        assert loaded
        await unit.petitions.record(loaded, _entry(Act.NOTE, 1))
        changed = await unit.audits.digest()
        assert changed != kept
        await unit.audits.keep_heads()
        assert await unit.audits.digest() == changed
    assert (await records.verdict())[1]


async def test_nothing_personal_can_be_read_in_any_table(records: Records) -> None:
    await filed(records)
    assert traces(MARKS, dump(records.admin)) == []
    assert traces(MARKS, files_of(records.folder)) == []


async def test_whoever_has_the_key_reads_everything_and_another_key_opens_nothing(records: Records) -> None:
    case = await filed(records)
    async with records.unit() as unit:
        history = await unit.petitions.history(case)
        assert [entry.content for entry in history if entry.content] == [
            {"words": WORDS, "place": {"words": "Ngõ 20"}},
            {"name": NAME},
        ]
        assert await unit.media.read(history[0].media[0]) == b"bytes of the photo"
        assert await unit.petitions.knows_secret(case, SECRET)
        assert not await unit.petitions.knows_secret(case, SECRET.lower())
    (records.folder / "key").unlink()
    async with records.unit() as unit:
        with pytest.raises(SealError):
            await unit.petitions.history(case)
        assert await unit.people.visitor("telegram", ADDRESS, ADDRESS) is None


async def test_a_reader_gets_only_the_entries_meant_for_them(records: Records) -> None:
    case = await filed(records)
    async with records.unit() as unit:
        note = NewEntry(Act.NOTE, 1, Role.TRIAGE, frozenset(), content={"words": "Nội bộ."})
        case = await unit.petitions.record(case, note)
        for audience in Audience:
            assert "Nội bộ." not in str(await unit.petitions.history(case, audience))
        assert "Nội bộ." in str(await unit.petitions.history(case))


async def test_of_acts_a_reader_is_only_told_of_no_word_is_opened_and_none_that_was_undone_is_named(
    records: Records,
) -> None:
    case = await filed(records)
    async with records.unit() as unit:
        for words in ("Thiếu ảnh.", "Nhầm phiếu."):
            back = NewEntry(Act.SEND_BACK, 1, Role.SENIOR, frozenset({Audience.BODY}), content={"words": words})
            case = await unit.petitions.record(case, back)
        undone = NewEntry(Act.UNDO, 1, Role.SENIOR, frozenset({Audience.BODY}), facts={"undone": case.entries})
        case = await unit.petitions.record(case, undone)
        *read, told = await unit.petitions.history(case, Audience.RESIDENT, {Act.SEND_BACK})
        assert read == await unit.petitions.history(case, Audience.RESIDENT)
        assert (told.act, told.position) == (Act.SEND_BACK, case.entries - 2)
        assert (told.content, told.erased) == (None, False)


async def test_erasing_leaves_the_chain_whole_and_no_copy_that_any_key_opens(records: Records) -> None:
    case = await filed(records)
    async with records.unit() as unit:
        [wrapped] = (await unit.connection.execute(text("SELECT key_wrapped FROM petitions"))).scalars()
        loaded = await unit.petitions.load(case.code)
        assert loaded
        [photo] = (await unit.petitions.history(loaded))[0].media
        withdrawn = _entry(Act.WITHDRAW, case.person)
        loaded = await unit.petitions.record(loaded, withdrawn, status=Status.WITHDRAWN)
        await unit.petitions.record(loaded, _entry(Act.ERASE, case.person))
        await unit.petitions.erase(loaded.id)
    assert (await records.verdict())[1]
    async with records.unit() as unit:
        history = await unit.petitions.history(case)
        assert [entry.content for entry in history] == [None] * 6
        assert [entry.erased for entry in history] == [True, True, False, False, False, False]
        assert [entry.media for entry in history] == [()] * 6
        assert await unit.media.read(photo) is None
        assert [one.ref for one in await unit.media.get((photo,))] == [None]
        letters = await unit.connection.execute(
            text("SELECT letter_sealed FROM deliveries WHERE petition_id IS NOT NULL")
        )
        assert [row.letter_sealed for row in letters] == [None], "a letter that waits has the words too"
    assert wrapped not in dump(records.admin)


async def test_a_file_fetched_after_the_erasure_is_not_kept(records: Records) -> None:
    case = await filed(records)
    async with records.unit() as unit:
        await unit.petitions.erase(case.id)
    async with records.unit() as unit:
        assert not await unit.media.keep(1, b"bytes of the photo")
        assert await unit.media.unfetched() == []


async def test_two_petitions_do_not_open_one_anothers_words(records: Records) -> None:
    case = await filed(records)
    async with records.unit() as unit:
        other = await unit.petitions.add(_petition(case.person))
        other = await unit.petitions.record(
            other, _entry(Act.FILE, case.person, {"words": "Khác."}), status=Status.RECEIVED
        )
    first = "(SELECT sealed FROM contents ORDER BY entry_id LIMIT 1)"
    swap = "UPDATE contents SET sealed = {} WHERE petition_id = {}"
    records.behind_its_back(swap.format(first, other.id))
    async with records.unit() as unit:
        with pytest.raises(SealError):
            await unit.petitions.history(other)
    assert not (await records.verdict())[1]


async def test_letters_of_a_contact_go_in_order_and_a_failed_one_holds_nobody_up(records: Records) -> None:
    await filed(records)
    async with records.unit() as unit:
        await unit.deliveries.add(1, b"second")
        await unit.deliveries.add(1, b"third", when=When(NOW + timedelta(hours=1)))
        first = await unit.deliveries.next(1)
        assert first
        await unit.deliveries.failed(first, "refused")
        second = await unit.deliveries.next(1)
        assert second
        assert second.letters == (b"second",)
        await unit.deliveries.sent(second, 5)
        assert await unit.deliveries.next(1) is None
        assert await unit.deliveries.forgotten() == []
        records.now = NOW + timedelta(hours=1)
    async with records.unit() as unit:
        third = await unit.deliveries.next(1)
        assert third
        assert third.letters == (b"third",)


async def test_a_card_that_is_noted_late_does_not_come_before_one_below_it(records: Records) -> None:
    case = await filed(records)
    async with records.unit() as unit:
        officer = await unit.people.welcome("telegram", "another", "vi")
        for message in (10, 12, 11):
            await unit.shown.put(officer.contact, case.id, [message], card=True)
        assert await unit.shown.newest(officer.contact, case.id) == 12


async def test_an_invitation_works_once_in_time_and_only_for_its_sort(records: Records) -> None:
    await filed(records)
    async with records.unit() as unit:
        token = await unit.invitations.make(Role.TRIAGE, None, None)
        late = await unit.invitations.make(Role.TRIAGE, None, None)
        assert await unit.invitations.use(token, 1, group=True) is None
        assert await unit.invitations.use(token + "x", 1, group=False) is None
        assert await unit.invitations.use(token, 1, group=False)
        assert await unit.invitations.use(token, 1, group=False) is None
    assert traces([token, late], dump(records.admin)) == []
    records.now = NOW + timedelta(days=7)
    async with records.unit() as unit:
        assert await unit.invitations.use(late, 1, group=False) is None


async def test_a_person_who_left_only_traces_can_be_forgotten(records: Records) -> None:
    async with records.unit() as unit:
        visitor = await unit.people.welcome("telegram", ADDRESS, "vi")
        await unit.media.add(visitor.person, NewMedia("photo", "telegram", FILE))
        await unit.registers.accessed(visitor.person, "wrong_secret")
        stand = Stand(visitor.person, visitor.contact, Draft("filing.words", {}))
        await unit.inbound.acted("telegram", 1, visitor.contact, b"{}", stand)
        await unit.people.forget(visitor.person)
    async with records.unit() as unit:
        assert await unit.people.visitor("telegram", ADDRESS, ADDRESS) is None


def test_the_migrations_make_exactly_the_tables_of_the_models(records: Records) -> None:
    engine = create_engine(records.url)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "compare_server_default": True,
                "include_name": lambda name, kind, _parents: (
                    kind != "table" or not name.startswith("procrastinate")
                ),
            },
        )
        found = [one for one in compare_metadata(context, metadata) if "alembic_version" not in str(one)]
    engine.dispose()
    assert found == []


def test_the_queues_tables_are_those_that_the_first_migration_was_written_for() -> None:
    """When a new release of the queue changes them: add a migration with its own SQL, then this digest."""
    schema = SchemaManager.get_schema().encode()
    assert hashlib.sha256(schema).hexdigest() == "c70ec4b400a60ad9592787653aae5ae77ae41bf801d56b5bd2712751a07f2009"


def test_every_table_that_grows_is_known_as_such() -> None:
    assert {table.name for table in BIG} >= {"petitions", "entries", "contents", "deliveries", "inbound"}


def _petition(person: int) -> NewPetition:
    return NewPetition(
        code=new_code(),
        secret=SECRET,
        programme="cau_giay_ward_2025",
        person=person,
        source="telegram",
        kind=Kind.PHAN_ANH,
        field=Field.KHAC,
        level=Level.WARD,
        lead=None,
        street=None,
        residential_group=None,
        name_shown=NameShown.OFFICE,
        first_answer_due=NOW + timedelta(days=14),
    )


def _entry(act: Act, actor: int, content: Mapping[str, object] | None = None, *media: int) -> NewEntry:
    return NewEntry(act, actor, Role.RESIDENT, frozenset(Audience), "Luật", {"n": 1}, content, media)
