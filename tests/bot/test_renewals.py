"""Renewals: what messages say now, in their places; none is lost, none takes the place of a newer one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.body_cards import renew_cards
from desk.letter import pack, say
from desk.telling import deliver
from petitions.kinds import Field
from storage.deliveries import AT_ONCE, When
from tests.bot.test_outbox import LAMP, changed, contact, letters, sent_to
from tests.courses import opened, plain, referred, stands
from tests.handlers.test_letters_of_sign_off import begins_to_withdraw
from tests.town import Town, text_of


async def renewals(
    town: Town, to: int, message: int, *fields: Field, when: When = AT_ONCE, petition: int | None = None
) -> None:
    """Let a message say one thing after another, each in a unit of its own, as the desk does."""
    for field in fields:
        async with town.parts.store.unit() as unit:
            await deliver(unit, [to], replace(say(f"field-{field}"), renews=message), petition, when)


async def heard(town: Town) -> tuple[int, int, When]:
    """Return the contact of resident 1, who agrees, the message before them, and in an hour."""
    await town.agrees()
    await town.rests()
    to, message = await contact(town, town.resident.chat), town.resident.last["message_id"]
    return to, int(message), When(town.clock() + timedelta(hours=1))


async def later(town: Town) -> None:
    """Let an hour and more pass."""
    town.clock.move(timedelta(hours=2))
    await town.keep_house()
    await town.rests()


async def test_of_several_renewals_of_a_message_that_wait_only_the_newest_is_shown(town: Town) -> None:
    to, message, in_an_hour = await heard(town)
    await renewals(town, to, message, Field.CAY, Field.CS, Field.DIEN, when=in_an_hour)
    screen = len(await town.resident.screen())
    await later(town)
    assert (await stands(town.resident, message))[0] == "Điện, cáp viễn thông"
    assert len(await town.resident.screen()) == screen
    assert len(await sent_to(town, to)) - len(set(await sent_to(town, to))) == 2, "three rows, one edit"


async def test_a_renewal_that_a_killed_worker_had_begun_never_takes_the_place_of_a_newer_one(town: Town) -> None:
    to, message, in_an_hour = await heard(town)
    await renewals(town, to, message, Field.CAY, when=in_an_hour)
    await changed(town, "UPDATE deliveries SET maybe_sent = true WHERE sent_at IS NULL")
    await renewals(town, to, message, Field.DIEN, when=in_an_hour)
    await later(town)
    assert (await stands(town.resident, message))[0] == "Điện, cáp viễn thông"
    assert await town.query("SELECT 1 FROM deliveries WHERE sent_at IS NULL") == []


async def test_a_renewal_that_is_undone_leaves_what_an_earlier_one_said(town: Town) -> None:
    code = await town.files(LAMP)
    await town.rests()
    to, message = await contact(town, town.resident.chat), town.resident.last["message_id"]
    assert code in (await stands(town.resident, message))[0]
    [[petition]] = await town.query("SELECT id FROM petitions")
    decided = town.clock()
    await renewals(town, to, message, Field.CAY, petition=petition)
    held = When(decided + timedelta(minutes=1), entry=77)
    await renewals(town, to, message, Field.DIEN, petition=petition, when=held)
    await town.rests()
    async with town.parts.store.unit() as unit:
        assert await unit.deliveries.take_back(petition, 77, decided)
    await later(town)
    assert (await stands(town.resident, message))[0] == "Cây xanh, công viên, hồ"


async def test_where_the_newest_renewal_cannot_be_said_the_one_before_it_is(town: Town) -> None:
    to, message, in_an_hour = await heard(town)
    await renewals(town, to, message, Field.CAY, Field.DIEN, when=in_an_hour)
    broken = town.parts.store.box.seal(pack(replace(say("no-such-key"), renews=message)), "letter")
    await changed(
        town, "UPDATE deliveries SET letter_sealed = :to WHERE id = (SELECT max(id) FROM deliveries)", to=broken
    )
    await later(town)
    assert (await stands(town.resident, message))[0] == "Cây xanh, công viên, hồ"
    assert await town.query("SELECT failure FROM deliveries WHERE failure IS NOT NULL") == [("broken",)]


async def test_new_letters_go_before_renewals_except_those_about_the_same_petition(town: Town) -> None:
    code = await town.files(LAMP)
    await town.rests()
    to, message = await contact(town, town.resident.chat), town.resident.last["message_id"]
    assert code in (await stands(town.resident, message))[0]
    [[petition]] = await town.query("SELECT id FROM petitions")
    at, before = When(town.clock() + timedelta(hours=1)), len(await sent_to(town, to))
    await renewals(town, to, message, Field.CAY, petition=petition, when=at)
    await letters(town, to, Field.CS, not_before=at.not_before)
    async with town.parts.store.unit() as unit:
        await deliver(unit, [to], say("field-DIEN"), petition, at)
    await renewals(town, to, message, Field.CAY, petition=petition, when=at)
    await later(town)
    rows = await town.query(
        "SELECT row_number() OVER (ORDER BY id) FROM deliveries WHERE contact_id = :to ORDER BY sent_at", to=to
    )
    assert [row[0] - before for row in rows[before:]] == [2, 1, 3, 4]


async def test_a_renewal_that_waited_never_takes_the_place_of_what_an_act_in_the_chat_has_shown(
    town: Town,
) -> None:
    code = await town.files(LAMP)
    body = await referred(town, code)
    card = body.last["message_id"]
    await town.rests()
    async with town.parts.store.unit() as unit:
        case = await unit.petitions.load(plain(code))
        assert case
        in_an_hour = When(town.clock() + timedelta(hours=1))
        await renew_cards(unit, town.parts.office, case, case.referrals[0].body, in_an_hour)
    waiting = "SELECT 1 FROM deliveries WHERE renews IS NOT NULL AND sent_at IS NULL"
    assert await town.query(waiting)
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn")
    await town.settles()
    accepted = (await stands(body, card))[0]
    await later(town)
    assert (await stands(body, card))[0] == accepted
    assert await town.query(waiting) == []


async def test_a_card_that_comes_after_its_petition_went_on_says_how_it_stands_now(town: Town) -> None:
    code = await town.files(LAMP)
    await town.goes_wrong(kind="429", method="sendMessage", chat_id=town.body.chat, retry_after=60)
    officer = await opened(town, code)
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã chuyển", code)
    await town.comes_to_hold("SELECT 1 FROM deliveries WHERE tries > 0 AND sent_at IS NULL")
    await officer.presses_data(1, f"open:{plain(code)}")
    await officer.hears(code, "Loại:")
    await officer.presses("Lấy lại từ cơ quan")
    await officer.hears("Đã lấy lại", code)
    await later(town)
    [card, *_] = [one["message_id"] for one in await town.body.messages() if code in text_of(one)]
    said, live = await stands(town.body, card)
    assert said.startswith("☑️ Việc này không còn ở cơ quan"), said
    assert not live
    assert LAMP not in said


@pytest.mark.parametrize("lost", [True, False])
async def test_a_card_in_reply_to_a_press_that_comes_late_says_how_its_petition_stands_now(
    town: Town, *, lost: bool
) -> None:
    """Its line is slow: the reply becomes a letter, or arrives after what another act has shown there since."""
    code = await town.files(LAMP)
    body = await referred(town, code)
    await begins_to_withdraw(town, code)
    question = int(town.resident.last["message_id"])
    await town.rests()
    if lost:
        await town.goes_wrong(kind="429", chat_id=body.chat, count=2, retry_after=60)
    else:
        await town.goes_wrong(kind="latency", method="editMessageText", chat_id=body.chat, seconds=4)
    await body.presses("Tiếp nhận")
    await town.comes_to_hold("SELECT 1 FROM entries WHERE act = 'accept'")
    await town.resident.presses_data(question, f"withdrawn:{plain(code)}")
    await town.comes_to_hold("SELECT 1 FROM entries WHERE act = 'withdraw'")
    await town.rests()
    await town.settles()
    await later(town)
    about = [await stands(body, one["message_id"]) for one in await body.messages() if code in text_of(one)]
    assert "rút" in about[-1][0]
    assert not [said for said, live in about if live or LAMP in said]
