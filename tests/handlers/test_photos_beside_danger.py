"""What is held while the emergency numbers stand: photos are kept, and words find the petition they are for."""

from tests.courses import DANGER, WORDS, draft_of, gives_up, plain
from tests.town import PNG, Town


async def test_an_album_sent_below_the_numbers_is_kept_and_told_of_once(town: Town) -> None:
    resident = await town.agrees()
    await resident.says(DANGER)
    await resident.hears("xin gọi ngay")
    await resident.sends(PNG, PNG)
    told = await resident.is_told()
    assert told.count("Tệp gửi thêm đã được nhận") == 1
    assert "chưa dùng được" not in told
    await resident.presses("Không nguy hiểm")
    await resident.hears("2 tệp")
    draft = await draft_of(town, resident)
    assert draft is not None
    assert len(draft.values["media"]) == 2


async def test_words_below_such_a_photo_are_said_not_to_be_kept(town: Town) -> None:
    resident = await town.agrees()
    await resident.says(DANGER)
    await resident.hears("xin gọi ngay")
    await resident.sends(PNG, caption="ảnh đây ạ")
    told = await resident.is_told()
    assert "lời vừa viết không được lưu" in told
    assert "Tệp gửi thêm đã được nhận" in told


async def test_photos_sent_below_the_numbers_go_with_what_is_cancelled(town: Town) -> None:
    resident = await town.agrees()
    await resident.says(DANGER)
    await resident.hears("xin gọi ngay")
    await resident.sends(PNG)
    await resident.is_told()
    await gives_up(resident)
    assert not await town.query("SELECT 1 FROM media")


async def test_a_photo_beside_danger_in_an_addition_goes_along_with_it(town: Town) -> None:
    code = plain(await town.files("Đèn đường ngõ 20 hỏng đã hai tuần."))
    resident = town.resident
    await resident.says(f"/status {code}")
    await resident.hears("Đèn đường")
    await resident.presses("Bổ sung")
    await resident.is_told()
    await resident.says(DANGER)
    await resident.hears("xin gọi ngay")
    await resident.sends(PNG)
    assert "Tệp gửi thêm đã được nhận" in await resident.is_told()
    await resident.presses("Không nguy hiểm")
    await resident.is_told()
    draft = await draft_of(town, resident)
    assert draft is not None
    assert len(draft.values["media"]) == 1


async def test_the_ordinary_words_that_come_with_a_photo_bring_no_numbers(town: Town) -> None:
    resident = await town.agrees()
    await resident.says("có ảnh đây")
    told = await resident.is_told()
    assert "xin gọi ngay" not in told
    assert "Đây có vẻ là" not in told


async def test_words_beside_danger_are_asked_which_petition_they_are_for(town: Town) -> None:
    light, hole = await town.files(WORDS), await town.files("Nắp hố ga trước số nhà 15 bị mất.")
    resident = town.resident
    receipt = next(one for one in await resident.messages() if hole in str(one.get("text")))
    await resident.says(DANGER, reply_to=receipt["message_id"])
    await resident.hears("xin gọi ngay")
    await resident.sends(PNG)
    await resident.is_told()
    await resident.presses("Không nguy hiểm")
    await resident.hears("thêm vào kiến nghị", "1 tệp")
    assert [label[:14] for label in await resident.buttons() if "DN-" in label] == [f"➕ {hole}"[:14]]
    await resident.presses(hole)
    await resident.hears(f"Bổ sung kiến nghị {hole}", "1 tệp")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    assert light != hole
    rows = await town.query(
        "SELECT p.code FROM entries e JOIN petitions p ON p.id = petition_id WHERE act = 'supply'"
    )
    assert [row.code for row in rows] == [plain(hole)]
