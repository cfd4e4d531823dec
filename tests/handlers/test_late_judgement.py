"""A judgement that comes when the petition has ended by itself: since when it has, and what is left to do."""

from datetime import timedelta

from tests.courses import WORDS, signed
from tests.town import Town


async def test_an_old_judgement_is_told_when_the_petition_ended_and_until_when_not_solved_is_taken(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await passes(town, 4, 8)
    await resident.hears("đã kết thúc vì không có ý kiến thêm", code)
    await resident.presses("Đã giải quyết xong")
    told = await resident.hears("đã kết thúc ngày 02 tháng 12 năm 2026", code)
    assert "đến hết ngày 20 tháng 12 năm 2026" in told
    assert await resident.buttons() == ["👎 Chưa giải quyết", "💬 Viết nhận xét", "Xem diễn biến"]
    town.clock.move(timedelta(days=30))
    await resident.presses("Chưa giải quyết")
    await resident.hears("không mở lại được nữa", code, "/new")
    assert await resident.buttons() == ["💬 Viết nhận xét", "Xem diễn biến"]


async def passes(town: Town, *days: int) -> None:
    """Let days pass, with the minute's housekeeping after each stretch."""
    for some in days:
        town.clock.move(timedelta(days=some))
        await town.keep_house()
        await town.rests()
