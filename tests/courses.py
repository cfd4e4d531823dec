"""How a petition or a draft gets to a certain point: the ways that many tests walk before their own begin."""

import re
from collections.abc import Awaitable, Callable

from storage.drafts import Draft
from tests.town import Person, Town, text_of

WORDS = "Đèn đường ngõ 20 hỏng hai tuần, tối rất khó đi."
ACCUSATION = "Cán bộ địa chính Đặng Vĩnh Quắc nhận hối lộ 50 triệu để làm sổ đỏ."
ANSWER = (
    "Sáng 20/11/2026, tổ chiếu sáng của phường đã thay bóng đèn mới. Không gửi kèm ảnh vì trời tối, chụp không rõ."
)
"""An answer that lacks nothing."""
DANGER = "Cháy nhà rồi, cứu với, số 5 ngõ 20"
STEPS = ("words", "files", "place", "name", "typed", "preview")


async def nothing(_person: Person) -> None:
    """Do nothing."""


async def reach(
    town: Town,
    step: str,
    *,
    words: str = WORDS,
    each: Callable[[Person], Awaitable[None]] = nothing,
    agreed: bool = False,
) -> Person:
    """Bring a resident who writes a petition to a step; `each` happens at every step with words on the way."""
    person = town.resident if agreed else await town.agrees()
    ways: dict[str, tuple[Callable[[], Awaitable[object]], str]] = {
        "words": (lambda: person.says("/new"), "Bước 1/4"),
        "files": (lambda: person.says(words), "Bước 2/4"),
        "place": (lambda: person.presses("Không có ảnh"), "Bước 3/4"),
        "name": (lambda: person.presses("Bỏ qua địa điểm"), "Bước 4/4"),
        "typed": (lambda: person.presses("Chỉ Văn phòng Mặt trận"), "họ và tên"),
        "preview": (lambda: person.says("Cư dân một"), "xem lại trước khi gửi"),
    }
    for name in STEPS[: STEPS.index(step) + 1]:
        act, answer = ways[name]
        await act()
        await person.hears(answer)
        if name != "words":
            await each(person)
    return person


async def leaves_the_rest(person: Person, files: str = "Không có ảnh") -> None:
    """Go from the files to what comes after the name and give neither place nor name."""
    await person.presses(files)
    await person.hears("Bước 3/")
    await person.presses("Bỏ qua địa điểm")
    await person.hears("Bước 4/")
    await person.presses("Không nêu tên")


async def gives_up(person: Person, said: str = "Đã hủy") -> None:
    """Cancel by command what is half written, and mean it."""
    await person.says("/cancel")
    await person.hears("không lấy lại được")
    await person.presses("Chắc chắn bỏ")
    await person.hears(said)


async def draft_of(town: Town, person: Person) -> Draft | None:
    """Return what the product keeps of a private conversation that is going on."""
    async with town.parts.store.reading() as unit:
        visitor = await unit.people.visitor("telegram", str(person.chat), str(person.chat))
    return visitor.draft if visitor else None


async def words_of(town: Town, person: Person) -> list[str]:
    """Return what is half written in a private conversation, by message."""
    draft = await draft_of(town, person)
    assert draft
    return list(draft.values["words"])


async def step_of(town: Town, person: Person) -> str | None:
    """Return where a private conversation stands, None where there is none."""
    draft = await draft_of(town, person)
    return draft.step if draft else None


async def stands(person: Person, message: int) -> tuple[str, bool]:
    """Return what a message says now, and whether anything can be pressed on it."""
    [found] = [one for one in await person.messages() if one["message_id"] == message]
    return text_of(found), bool(found.get("reply_markup", {}).get("inline_keyboard"))


async def adding(town: Town, code: str, words: str) -> Person:
    """Let the resident write something to add to a petition, and not send it yet."""
    resident = town.resident
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm")
    await resident.says(words)
    await resident.hears("Đã nhận")
    return resident


async def opened(town: Town, code: str) -> Person:
    """Let the triage officer open a petition; return the officer."""
    officer = town.officer
    await officer.presses_data(1, f"open:{plain(code)}")
    await officer.hears(code, "Loại:")
    return officer


async def referred(town: Town, code: str) -> Person:
    """Let the officer refer a petition to the ward office, whose group has the card; return its officer."""
    officer = await opened(town, code)
    await officer.presses("Đổi phân loại")
    await officer.hears("muốn đổi gì")
    await officer.presses("Cơ quan")
    await officer.hears("chọn cơ quan")
    await officer.presses("Kinh tế, Hạ tầng và Đô thị")
    await officer.hears(code, "Phòng Kinh tế, Hạ tầng và Đô thị")
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã chuyển", code)
    await town.body.hears(code)
    return town.body


async def reported_above(town: Town, code: str) -> None:
    """Let the senior officer report a petition to the city."""
    senior = town.senior
    await senior.presses_data(1, f"card:{plain(code)}")
    await senior.hears(code, "Loại:")
    await senior.presses("Báo cáo cấp trên")
    await senior.hears("báo cáo tới đâu")
    await senior.presses("Ủy ban nhân dân Thành phố")
    await senior.hears("Hồ sơ kiến nghị", code)


async def accepted(town: Town, code: str) -> Person:
    """Let a petition be referred and the ward office accept it; return its officer."""
    body = await referred(town, code)
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn")
    return body


async def writing(town: Town, code: str) -> Person:
    """Let the ward office accept a petition and be asked for its answer; return its officer."""
    body = await accepted(town, code)
    await body.presses("Trả lời")
    await body.hears("đã làm gì")
    return body


async def answered(town: Town, code: str, words: str = ANSWER) -> Person:
    """Let the body accept and answer; the senior officer, who is returned, has it to sign."""
    await accepted(town, code)
    return await given(town, code, words)


async def given(town: Town, code: str, words: str = ANSWER) -> Person:
    """Let the body that has accepted answer; the senior officer, who is returned, has it to sign."""
    body = town.body
    await body.presses("✍️ Trả lời")
    await body.hears("đã làm gì")
    await body.says(words, reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung")
    await body.presses("✅ Gửi")
    await body.hears("để duyệt", code)
    await town.senior.hears("Chờ duyệt", code)
    return town.senior


async def asking(town: Town, code: str, words: str) -> Person:
    """Let the body accept and ask for more time; return its officer."""
    body = await referred(town, code)
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn giải quyết: 14/12/2026")
    await body.presses("Xin gia hạn")
    await body.hears("bao nhiêu ngày")
    await body.says(words, reply_to=body.last["message_id"])
    return body


async def signed(town: Town, code: str) -> Person:
    """Let the answer be signed off; return the resident who reads it."""
    senior = await answered(town, code)
    await senior.presses("✅ Duyệt")
    await senior.hears("Đã duyệt", code)
    await town.resident.hears("Trả lời kiến nghị", code)
    return town.resident


async def invited(town: Town, key: str, role: str) -> Person:
    """Let the administrator invite somebody of the demonstration to a role."""
    return await takes(town, town.person(key), role)


async def newcomer(town: Town, key: str, name: str, name_en: str = "") -> Person:
    """Invent somebody who is not of the demonstration."""
    what = {"key": key, "first_name": name, "name_en": name_en, "language_code": "vi"}
    async with town.http.post("/_sandbox/accounts", json=what) as answer:
        account = (await answer.json())["account"]
    return Person(town, account["key"], account["id"])


async def takes(town: Town, person: Person, role: str) -> Person:
    """Let the administrator invite somebody to a role, which they take."""
    administrator = town.person("administrator")
    await administrator.says(f"/invite {role}")
    link = re.search(r"start=(inv_\S+)", await administrator.hears("start=inv_"))
    assert link
    await person.says(f"/start {link[1]}")
    await person.hears("nay có vai trò")
    return person


def plain(code: str) -> str:
    """Return a shown code as buttons carry it."""
    return code.removeprefix("DN-").replace("-", "")
