"""Why a report was not confirmed belongs to that report; what is to be carried out stays until it is done."""

import pytest

from tests.courses import opened, plain
from tests.handlers.test_following_up import PROMISE, REPORT, followed, report
from tests.town import PNG, Person, Town

REASON = "cột số 4 vẫn nháy"
TASK = "thay cả cột đèn"
AGAIN = "Chưa được xác nhận là đã thực hiện xong"


async def refused(town: Town, code: str, typed: str = "") -> str:
    """Let the body report and a senior officer set another day, 30 days unless typed; return the group's card."""
    await report(town, code, REPORT, PNG)
    senior = town.senior
    await senior.hears("Cơ quan báo đã thực hiện", code)
    await senior.presses("Chưa xong, hẹn lại")
    await senior.hears("đến bao giờ")
    await (senior.says(typed) if typed else senior.presses("30 ngày"))
    await senior.hears("Đã đặt hạn theo dõi", code)
    return await town.body.hears(AGAIN, code)


def top(card: str) -> str:
    """Return what a card says first."""
    return card.split("\n\n", 1)[0]


@pytest.mark.parametrize("task", ["", TASK])
async def test_a_report_that_is_refused_without_words_does_not_bring_up_why_an_older_one_was(
    town: Town, task: str
) -> None:
    code, _body = await followed(town, f"15/12/2026, {task}" if task else "")
    assert f"xin bấm “Báo đã thực hiện”\n{REASON}" in await refused(town, code, f"20 ngày, {REASON}")
    for _time in range(2):
        card = await refused(town, code)
        assert REASON not in card
        assert f"xin bấm “Báo đã thực hiện”\n{task}" in card, "what is to be carried out stays"
    alone = town.person("ward_officer")
    await alone.says("/language")
    await alone.hears("Switched to English")
    await alone.presses_data(1, f"task:{plain(code)}")
    await alone.hears("Not confirmed as carried out", code, without=REASON)


async def test_the_reason_stays_while_only_the_day_is_moved_after_it(town: Town) -> None:
    code, body = await followed(town)
    await refused(town, code, f"20 ngày, {REASON}")
    await follows_anew(town, code, "05/01/2027")
    await body.hears(AGAIN, code, "05/01/2027", REASON)


async def test_what_was_to_be_carried_out_of_an_older_answer_is_not_asked_for_with_a_newer(town: Town) -> None:
    code, body = await followed(town, f"15/12/2026, {TASK}")
    await town.resident.presses_data(1, f"rate:{plain(code)}:not")
    await body.hears("chờ cơ quan trả lời lại", code)
    await body.presses("✍️ Trả lời")
    await body.hears("đã làm gì")
    await body.says(PROMISE, reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung")
    await body.presses("Gửi: sẽ giải quyết")
    await town.senior.hears("Chờ duyệt", code)
    await town.senior.presses("✅ Duyệt")
    await body.hears("đã được duyệt để gửi", code, "Hạn thực hiện: 10/12/2026")
    await body.presses_data(1, f"task:{plain(code)}")
    assert TASK not in top(await body.hears("Chờ cơ quan thực hiện", code))
    await follows_anew(town, code, "05/01/2027")
    assert TASK not in top(await body.hears("Chờ cơ quan thực hiện", code, "05/01/2027"))


async def test_what_is_followed_up_anew_after_it_was_confirmed_is_not_said_to_be_unconfirmed(town: Town) -> None:
    code, body = await followed(town, f"15/12/2026, {TASK}")
    await report(town, code, REPORT, PNG)
    await town.senior.hears("Cơ quan báo đã thực hiện", code)
    await town.senior.presses("Xác nhận đã thực hiện")
    await body.hears("đã xác nhận việc thực hiện", code)
    await follows_anew(town, code, "30 ngày, sơn lại cột")
    await body.hears("Chờ cơ quan thực hiện", code, "sơn lại cột", without=AGAIN)
    assert "sơn lại cột" in await refused(town, code)


async def follows_anew(town: Town, code: str, typed: str) -> Person:
    """Let the officer follow an answer up again; return the officer."""
    officer = await opened(town, code)
    await officer.presses("Theo dõi thực hiện")
    await officer.hears("đến bao giờ", code)
    await officer.says(typed)
    await officer.hears("Đã đặt hạn theo dõi", code)
    return officer
