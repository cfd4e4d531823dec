"""A past: petitions that people really filed, answered and disputed, at random but repeatably."""

import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from bot.wiring import Parts
from desk import answering, filing, following_up, residents, triage, undoing
from desk.filing import Place, Submission
from desk.perform import Doing
from petitions.kinds import Result
from petitions.refusal import Refusal
from petitions.roles import Actor, Grant, Role
from storage.unit import Unit
from tests.courses import ANSWER

WORDS = (
    "Đèn đường ngõ 20 hỏng cả tháng nay",
    "Rác chất đống trước cổng chợ, mùi hôi",
    "Hàng xóm xây nhà lấn ra ngõ đi chung",
    "Cống tắc, mưa là ngập",
    "Đề nghị phường tổ chức thêm lớp cho các cụ",
    "Tôi khiếu nại quyết định xử phạt hành chính của phường",
)
OFFICE = tuple(Grant(role) for role in (Role.TRIAGE, Role.SENIOR, Role.ADMINISTRATOR))
BODY = "ward_economy_infrastructure"
Deed = Callable[[Unit, str], Awaitable[object]]


class Past:
    """The product's own parts under a clock that the test moves, with one resident, one officer and one body."""

    def __init__(self, parts: Parts, clock: "Clock", seed: int) -> None:
        self.parts, self.office, self.clock = parts, parts.office, clock
        self.dice = random.Random(seed)  # noqa: S311 - a past that can be repeated, no secret
        self.officer = Actor(
            900,
            frozenset({*OFFICE, *(Grant(Role.BODY_OFFICER, one.code) for one in self.office.programme.bodies)}),
        )
        self.resident = 0
        self.codes: list[str] = []

    async def settles_in(self) -> None:
        """Make the resident known."""
        async with self.parts.store.unit() as unit:
            self.resident = (await unit.people.welcome("telegram", "5001", "vi")).person

    async def files(self) -> str:
        """File a petition about something."""
        place = Place(words=self.dice.choice(("Tổ dân phố số 1", "Tổ dân phố số 2", "")) or None)
        said = Submission(self.dice.choice(WORDS), place, source=self.dice.choice(("telegram", "counter")))
        async with self.parts.store.unit() as unit:
            filed = await filing.file(unit, self.office, Actor(self.resident), said)
        self.codes.append(filed.case.code)
        return filed.case.code

    async def does(self, deed: Deed, code: str) -> bool:
        """Do something to a petition; False where the rules refuse it."""
        with suppress(Refusal):
            async with self.parts.store.unit() as unit:
                await deed(unit, code)
            return True
        return False

    async def lives(self, acts: int) -> None:
        """Let random things happen, some hours apart."""
        for _act in range(acts):
            self.clock.move(timedelta(hours=self.dice.uniform(0, 24)))
            await self.files()
            for code in self.dice.choices(self.codes[-9:], k=14):
                await self.does(self.dice.choice(self.rare if self.dice.random() < 0.15 else self.usual), code)

    @property
    def usual(self) -> tuple[Deed, ...]:
        """Return what ordinarily happens to a petition; most of it is refused until its turn comes."""
        office, mine, theirs = self.office, self._of(self.officer), self._of(Actor(self.resident))

        async def answer(unit: Unit, code: str) -> None:
            result = self.dice.choice((Result.SETTLED, Result.SETTLED, Result.PLANNED))
            await answering.answer(unit, office, mine(code), ANSWER, (), result)
            await answering.sign_off(unit, office, mine(code))
            if self.dice.random() < 0.7:
                await following_up.follow_up(unit, office, mine(code), "5")

        async def carry_out(unit: Unit, code: str) -> None:
            await following_up.carry_out(unit, office, mine(code), ANSWER, ())
            if self.dice.random() < 0.5:
                await following_up.confirm(unit, office, mine(code))

        return (
            lambda unit, code: triage.refer(unit, office, mine(code)),
            lambda unit, code: answering.accept(unit, office, mine(code)),
            answer,
            carry_out,
            lambda unit, code: residents.rate(unit, office, theirs(code), self.dice.choice(("solved", "partly"))),
            lambda unit, code: residents.dispute(unit, office, theirs(code)),
        )

    @property
    def rare(self) -> tuple[Deed, ...]:
        """Return what happens now and then."""
        office, mine, theirs = self.office, self._of(self.officer), self._of(Actor(self.resident))

        async def guide_and_undo(unit: Unit, code: str) -> None:
            case = await triage.guide(unit, office, mine(code), "Mời ông/bà tới bộ phận một cửa.")
            await undoing.undo(unit, office, Doing(self.officer, code, case.entries))

        return (
            guide_and_undo,
            lambda unit, code: triage.guide(unit, office, mine(code), "Mời ông/bà tới bộ phận một cửa."),
            lambda unit, code: triage.store(unit, office, mine(code), "Đã trả lời trước đây."),
            lambda unit, code: triage.uphold(unit, office, mine(code), "Câu trả lời vẫn đúng."),
            lambda unit, code: triage.denounce(unit, office, mine(code)),
            lambda unit, code: triage.ask(unit, office, mine(code), "Ở đâu ạ?"),
            lambda unit, code: triage.reclassify(unit, office, mine(code), triage.Class(lead=BODY)),
            lambda unit, code: triage.recall(unit, office, mine(code)),
            lambda unit, code: answering.ask(unit, office, mine(code), "Ở đâu ạ?"),
            lambda unit, code: answering.answer(unit, office, mine(code), "Đã xử lý.", (), Result.EXPLAINED),
            lambda unit, code: answering.send_back(unit, office, mine(code), "Chưa rõ."),
            lambda unit, code: residents.withdraw(unit, office, theirs(code)),
            lambda unit, code: residents.supply(unit, office, theirs(code), "Ở đầu ngõ."),
        )

    def _of(self, actor: Actor) -> Callable[[str], Doing]:
        return lambda code: Doing(actor, code)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, by: timedelta) -> None:
        """Let time pass."""
        self.now += by
