"""The head of a body gives a share to an officer, and nobody else does."""

from typing import Any

from desk.audit import verify
from tests.courses import WORDS, adding, invited, plain, referred
from tests.town import Town, text_of


def live(message: dict[str, Any], label: str) -> bool:
    """Tell whether a message has a button that says this."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return any(label in button["text"] for row in rows for button in row)


async def test_the_head_gives_a_share_to_an_officer_who_gets_the_card(town: Town) -> None:
    head = await invited(town, "resident_2", "body_head ward_economy_infrastructure Trưởng phòng")
    code = await town.files(WORDS)
    body = await referred(town, code)
    [row] = await town.query("SELECT entries FROM petitions")
    assert "Chỉ lãnh đạo cơ quan" in await body.presses_data(1, f"clerks:{plain(code)}:{row.entries}")
    await head.presses_data(1, f"task:{plain(code)}")
    await head.hears(code, "Nội dung")
    await head.presses("Giao việc")
    await head.hears("giao cho ai", code)
    assert "Trưởng phòng" in "".join(await head.buttons())
    [officer] = await town.query("SELECT person_id FROM grants WHERE role = 'body_officer'")
    private = town.person("ward_officer")
    await private.catches_up()
    await head.presses_data(1, f"clerk:{plain(code)}:{row.entries}:{officer.person_id}")
    await head.hears(code, "Người thực hiện")
    await private.hears(code, "Người thực hiện", "Nội dung")
    [row] = await town.query("SELECT entries FROM petitions")
    assert "không còn là cán bộ" in await head.presses_data(1, f"clerk:{plain(code)}:{row.entries}:1")
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_the_button_stands_where_a_head_can_press_it(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    assert "Giao việc" not in "".join(await body.buttons())
    head = await invited(town, "resident_2", "body_head ward_economy_infrastructure Trưởng phòng")
    for reader, gives in ((town.person("ward_officer"), False), (head, True), (body, True)):
        await reader.presses_data(1, f"task:{plain(code)}")
        await reader.hears(code, "Nội dung")
        assert ("Giao việc" in "".join(await reader.buttons())) is gives
    await (await adding(town, code, "Tối qua lại tắt.")).presses("✅ Gửi")
    await town.resident.hears("Đã gửi phần bổ sung")
    await town.rests()
    for reader, gives in ((town.person("ward_officer"), False), (head, True), (body, True)):
        [card] = [
            one for one in await reader.messages() if "Tối qua lại tắt." in text_of(one) and live(one, "Tiếp nhận")
        ]
        assert live(card, "Giao việc") is gives, "renewed by somebody else, too"


async def test_the_share_of_an_officer_who_is_removed_is_nobodys_and_the_body_hears_it(town: Town) -> None:
    await invited(town, "resident_2", "body_head ward_economy_infrastructure Trưởng phòng")
    code = await town.files(WORDS)
    body = await referred(town, code)
    [row] = await town.query("SELECT entries FROM petitions")
    [officer] = await town.query("SELECT id, person_id FROM grants WHERE role = 'body_officer'")
    head, administrator = town.person("resident_2"), town.person("administrator")
    await head.presses_data(1, f"clerk:{plain(code)}:{row.entries}:{officer.person_id}")
    await head.hears(code, "Người thực hiện")
    await administrator.presses_data(1, f"revoked:{officer.id}")
    await body.hears(code, "không còn là cán bộ")
    assert await town.query("SELECT 1 FROM referrals WHERE clerk_id IS NULL")
    await head.presses_data(1, f"task:{plain(code)}")
    assert "Người thực hiện" not in await head.hears(code, "Nội dung")
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_who_had_a_share_before_and_the_bodys_group_read_to_whom_the_head_gave_it(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    head = await invited(town, "resident_2", "body_head ward_economy_infrastructure Trưởng phòng")
    [officer] = await town.query("SELECT person_id FROM grants WHERE role = 'body_officer'")
    [own] = await town.query("SELECT person_id FROM grants WHERE role = 'body_head'")
    private = town.person("ward_officer")
    await private.catches_up()
    for given, named in ((officer.person_id, "Cán bộ phòng Kinh tế"), (own.person_id, "Trưởng phòng")):
        [row] = await town.query("SELECT entries FROM petitions")
        await head.presses_data(1, f"clerk:{plain(code)}:{row.entries}:{given}")
        await head.hears(code, f"Người thực hiện: {named}")
        await body.hears(code, f"Trưởng phòng đã giao việc cho {named} (trong chat riêng)")
    await private.hears(code, "nay đã giao cho Trưởng phòng", "Chiếu sáng")
    await town.rests()
    assert any("Người thực hiện: Trưởng phòng" in said for said in await private.screen()), "the card says so too"
    cards = [said for said in await head.screen() if "Người thực hiện: Trưởng phòng" in said]
    assert len(cards) == 1, "who gives it to themselves has one card"
