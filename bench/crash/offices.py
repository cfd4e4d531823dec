"""The other side: the triage officer refers, the body accepts and answers, the senior officer signs off."""

import asyncio
import itertools
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bench.crash.people import Person, code_in, words_of

_LOOK = 0.5
_ANSWER = "Sáng nay tổ chiếu sáng của phường đã thay bóng đèn mới; không có ảnh vì trời tối"
"""An answer that lacks nothing, so that it can be signed off."""


@dataclass
class Desk:
    """Somebody who does the same errand for every petition whose message carries a certain button."""

    person: Person
    label: str
    errand: Callable[[Person, str], Awaitable[None]]
    share: float
    chance: random.Random
    seen: set[str] = field(default_factory=set)
    done: int = 0
    busy: bool = False

    async def work(self) -> None:
        """Do one errand after another until cancelled."""
        while True:
            await self.person.look()
            code = self._next()
            if code:
                self.seen.add(code)
                if self.chance.random() < self.share:
                    self.busy = True
                    await self.errand(self.person, code)
                    self.busy, self.done = False, self.done + 1
            await asyncio.sleep(_LOOK)

    def _next(self) -> str:
        for message in self.person.said():
            code = code_in(words_of(message))
            if code and code not in self.seen and self.person.find(code, label=self.label):
                return code
        return ""


async def refer(officer: Person, code: str) -> None:
    """Open a new petition and refer it."""
    await officer.until(
        lambda: officer.find(code, label="Xác nhận và chuyển"), _pressing(officer, code, "Mở phiếu")
    )
    await officer.until(lambda: _referred(officer, code), _pressing(officer, code, "Xác nhận và chuyển"))


async def settle(body: Person, code: str) -> None:
    """Accept a referral and answer it."""
    await body.until(lambda: body.find(code, label="Trả lời"), _pressing(body, code, "Tiếp nhận"))
    await body.until(lambda: body.find("đã làm gì", code), _pressing(body, code, "Trả lời"))
    await body.until(lambda: _newest(body, "Đã nhận nội dung"), lambda: _answers(body, code))
    await body.until(lambda: body.find("để duyệt", code), _sending(body, code))


async def sign(senior: Person, code: str) -> None:
    """Sign an answer off."""
    await senior.until(lambda: senior.find("Đã duyệt", code), _pressing(senior, code, "✅ Duyệt"))


ERRANDS = (
    ("triage_officer", "Mở phiếu", refer, 0.6),
    ("ward_officer", "Tiếp nhận", settle, 1.0),
    ("senior_officer", "Duyệt", sign, 1.0),
)
"""Who does what at which button, and how many of the petitions they get to."""


def _pressing(person: Person, words: str, label: str) -> Callable[[], Awaitable[object]]:
    async def press() -> None:
        message = person.find(words, label=label)
        if message:
            await person.presses(message, label)

    return press


def _referred(officer: Person, code: str) -> bool:
    return any(officer.find(sign, code) for sign in ("✅ Đã chuyển", "Đã ghi nhận chuyển"))


def _newest(person: Person, words: str) -> bool:
    """Tell whether these words are newer than the last question."""
    said = [words_of(message) for message in person.said()]
    return any(words in one for one in said[_last(said, "đã làm gì") :])


def _last(said: list[str], words: str) -> int:
    return max((place for place, one in enumerate(said) if words in one), default=0)


def _sending(body: Person, code: str) -> Callable[[], Awaitable[object]]:
    """Press "send"; where that leads nowhere, what was taken belonged to an earlier answer: answer once more."""
    turns = itertools.count()

    async def send() -> None:
        if next(turns):
            await _answers(body, code)
            await asyncio.sleep(_LOOK)
            await body.look()
        await _pressing(body, "Đã nhận nội dung", "✅ Gửi")()

    return send


async def _answers(body: Person, code: str) -> None:
    question = body.find("đã làm gì", code)
    if question:
        await body.says(body.marked(_ANSWER, "a"), reply_to=question["message_id"])
