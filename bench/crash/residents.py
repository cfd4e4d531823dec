"""Residents who file one petition after another: each answers the newest question on the screen."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bench.crash.people import PATIENCE, Message, Person, code_in, marks_in, words_of

RECEIPT = "Giấy biên nhận"
_LOOK = 0.25
_PHOTO = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f00"
    "05fe02fea735810000000049454e44ae426082"
)
_WORDS = "Đèn đường ngõ 20 hỏng hai tuần, tối rất khó đi"
_PAUSE = (10.0, 50.0)
"""Seconds from a receipt to the next petition: a group takes 15 messages a minute, and all are waited for."""
_FORGET_AFTER = 3
"""Tries after which a resident asks with /new where they stand."""


@dataclass
class Resident:
    """One resident; `enough` is the number of receipts after which they rest, None while they go on.

    `sent` are the marks in each preview at which they pressed "send". Whoever rests still answers a late question.
    """

    person: Person
    chance: random.Random
    enough: int | None = None
    photos: int = 0
    sent: list[frozenset[str]] = field(default_factory=list)
    rests: bool = False
    refused: int = 0
    resumed: int = 0

    async def live(self) -> None:
        """File petitions until there are enough, and answer what is asked until cancelled."""
        asked, tries, acted = -1, 0, 0.0
        await self.person.says("/start")
        while True:
            await self.person.look()
            question = self._question()
            self.rests = question is not None and self._may_rest(question)
            new = not self.rests and question is not None and question["seq"] != asked
            if new:
                asked, tries = question["seq"] if question else -1, 0
            if new or (not self.rests and time.monotonic() - acted > PATIENCE):
                await (self._answers(question) if question and not tries else self._insists(question, tries))
                acted, tries = time.monotonic(), tries + 1
            await asyncio.sleep(_LOOK)

    @property
    def receipts(self) -> list[str]:
        """Return the codes of the receipts on the screen, one for each time that one came."""
        return [code_in(words) for words in self.person.firsts.values() if RECEIPT in words]

    def rests_after(self, more: int) -> None:
        """Rest after this many more petitions, the one in hand among them."""
        self.enough = len(set(self.receipts)) + more

    def _may_rest(self, question: Message) -> bool:
        enough = self.enough is not None and len(set(self.receipts)) >= self.enough
        return enough and RECEIPT in words_of(question)

    def _question(self) -> Message | None:
        """Return what changed last of the messages that want an answer."""
        return next((one for one in reversed(self.person.said()) if _means(self, one)), None)

    async def _answers(self, question: Message) -> None:
        act = _means(self, question)
        assert act is not None  # noqa: S101 - it was chosen because it means something
        await act(question)

    async def _insists(self, question: Message | None, tries: int) -> None:
        """Try the same again; where that does not help, ask where one stands."""
        if question is None:
            await self.person.says("/start")
        elif tries % _FORGET_AFTER:
            await self._answers(question)
        else:
            self.resumed += 1
            await self.person.says("/new")

    async def begins(self, _question: Message) -> None:
        """Judge what was answered meanwhile and begin another petition."""
        answered = self.person.find("Trả lời kiến nghị", label="Đã giải quyết xong")
        if answered:
            await self.person.presses(answered, "Đã giải quyết xong")
        await asyncio.sleep(self.chance.uniform(*_PAUSE))
        self.photos = self.chance.choice((0, 1, 1, 2))
        await self.person.says("/new")

    async def tells(self, _question: Message) -> None:
        """Say what is wrong."""
        await self.person.says(self.person.marked(_WORDS, "w"))

    async def gives_files(self, question: Message) -> None:
        """Send the photos that are left, then go on."""
        if self.photos:
            self.photos -= 1
            await self.person.sends_photo(_PHOTO)
        elif not await self.person.presses(question, "Tiếp tục"):
            await self.person.presses(question, "Không có ảnh")

    async def gives_place(self, question: Message) -> None:
        """Say where it is, or not."""
        if self.chance.random() < 0.5:  # noqa: PLR2004 - one half
            await self.person.says(self.person.marked("ngõ 20, gần số nhà 15", "p"))
        else:
            await self.person.presses(question, "Bỏ qua địa điểm")

    async def sends(self, question: Message) -> None:
        """Send the petition as the preview shows it, unless it says nothing of what is wrong.

        That happens: a place that was written twice, and whose second copy came after the petition was sent, is
        taken as the beginning of another one.
        """
        marks = marks_in(words_of(question))
        if any(mark.startswith("w") for mark in marks):
            self.sent.append(marks)
            await self.person.presses(question, "✅ Gửi")
        else:
            self.refused += await self.person.presses(question, "Hủy")


def _press(label: str) -> Callable[[Resident, Message], Awaitable[object]]:
    return lambda resident, question: resident.person.presses(question, label)


_MEANINGS: tuple[tuple[str, Callable[[Resident, Message], Awaitable[object]]], ...] = (
    ("có đồng ý", _press("Tôi đồng ý")),
    ("Xin chọn “Tôi đồng ý”", _press("Tôi đồng ý")),
    ("đã đồng ý", Resident.begins),
    ("Ông/bà muốn làm gì?", Resident.begins),
    ("viết tiếp, hay bỏ", _press("Viết tiếp")),
    ("hay để viết vào kiến nghị đang soạn?", _press("Viết vào kiến nghị đang soạn")),
    ("Bước 1/4", Resident.tells),
    ("Xin viết thêm nội dung bằng chữ", Resident.tells),
    ("Bước 2/4", Resident.gives_files),
    ("Bước 3/4", Resident.gives_place),
    ("Bước 4/4", _press("Không nêu tên")),
    ("xem lại trước khi gửi", Resident.sends),
    ("thêm vào kiến nghị nào", _press("Việc mới")),
    ("thêm vào kiến nghị dưới đây", _press("Việc mới")),
    ("Tệp này thuộc kiến nghị nào", _press("Việc mới")),
    ("thành một kiến nghị mới?", _press("Đúng, soạn tiếp")),
    ("Bỏ nội dung đang soạn?", _press("Chắc chắn bỏ")),
    ("Đã hủy.", Resident.begins),
    ("Không có việc nào đang làm dở", Resident.begins),
    (RECEIPT, Resident.begins),
)
"""What a message asks for, by its words."""


def _means(resident: Resident, message: Message) -> Callable[[Message], Awaitable[object]] | None:
    words = words_of(message)
    for sign, act in _MEANINGS:
        if sign in words:
            return lambda question: act(resident, question)
    return None
