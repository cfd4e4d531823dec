"""How each act of a random walk is done in the chat: what is pressed, what is written, what is pressed then."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import ClassVar

from petitions.roles import OF_BODY, Role
from petitions.workflow import Act
from tests.courses import ANSWER
from tests.deeds import answers
from tests.tokens import What
from tests.town import Person, Town, code_in
from tests.walks import LEADING, SUBJECTS, Cast, Player, Walk

Chats = Sequence[tuple[Player, Person]]


@dataclass(frozen=True)
class Course:
    """A button, words where they are asked for, and the button that sends them."""

    press: str
    what: What | None = None
    then: str = ""
    words: str = "Xin nói rõ {} ạ."


COURSES: Mapping[Act, Course] = {
    Act.TAKE: Course("open:{code}"),
    Act.RECLASSIFY: Course(f"set:{{code}}:body:{LEADING}"),
    Act.NOTE: Course("note:{code}:{seen}", What.NOTE),
    Act.ASK: Course("ask:{code}:{seen}", What.SAID),
    Act.REFER: Course("refer:{code}:{seen}"),
    Act.GUIDE: Course("guide:{code}:{seen}", What.SAID, "worded:guide"),
    Act.STORE: Course("store:{code}:{seen}", What.SAID, "worded:store"),
    Act.UPHOLD: Course("uphold:{code}:{seen}", What.SAID, "worded:uphold"),
    Act.DENOUNCE: Course("denounced:{code}:{seen}"),
    Act.RECALL: Course("recall:{code}:{seen}"),
    Act.ASSIGN: Course("assign:{code}:{seen}:0"),
    Act.PRIORITISE: Course("first:{code}:{seen}:1"),
    Act.ACCEPT: Course("accept:{code}:{seen}"),
    Act.RETURN: Course("return:{code}:{seen}", What.AMONG),
    Act.ANSWER: Course("answer:{code}:{seen}", What.ANSWER, "gathered:answer:settled", f"{ANSWER} Số {{}}."),
    Act.PART: Course("piece:{code}:{seen}", What.ANSWER, "gathered:piece"),
    Act.EXTEND: Course("more:{code}:{seen}", What.MORE, words="3 ngày, {}"),
    Act.SIGN_OFF: Course("sign:{code}:{seen}"),
    Act.OVERRIDE: Course("override:{code}:{seen}", What.NOTE),
    Act.CORRECT: Course("result:{code}:{seen}:planned"),
    Act.SEND_BACK: Course("sendback:{code}:{seen}", What.AMONG),
    Act.GRANT: Course("grant:{code}:{seen}"),
    Act.DENY: Course("deny:{code}:{seen}", What.AMONG),
    Act.SUPPLY: Course("supply:{code}", What.SAID, "gathered:supply"),
    Act.RATE: Course("rate:{code}:solved"),
    Act.DISPUTE: Course("rate:{code}:not"),
    Act.REMARK: Course("remark:{code}", What.SAID, "gathered:remark"),
    Act.WITHDRAW: Course("withdrawn:{code}"),
    Act.ERASE: Course("erased:{code}"),
    Act.FOLLOW_UP: Course("follow:{code}:{seen}", What.AMONG, words="15 ngày, {}"),
    Act.CARRY_OUT: Course("carry:{code}:{seen}", What.CARRIED, "gathered:carry"),
    Act.CONFIRM_CARRIED: Course("confirm:{code}:{seen}"),
    Act.OVERRIDE_REPORT: Course("confirmweak:{code}:{seen}", What.NOTE),
}
_BODY_ASKS = Course("bodyask:{code}:{seen}", What.SAID)
_ON_PAPER = Course("expunged:{code}:12-2026")
_MAY_FAIL = frozenset({Act.TAKE, Act.REFER, Act.SIGN_OFF, Act.EXTEND, Act.CONFIRM_CARRIED})
"""Acts that the desk may refuse for what else it knows; and whoever signs answers off only looks at new ones."""
_ROLES = {"triage_officer": Role.TRIAGE, "senior_officer": Role.SENIOR, "leader": Role.LEADER}


async def cast_of(town: Town) -> tuple[Cast, Chats]:
    """Return the people of the demonstration with their chats: two residents, the office, a body in its group."""
    for key in ("resident_1", "resident_2"):
        await town.agrees(key)
    private = [town.person(key) for key in ("resident_1", "resident_2", *_ROLES, "administrator")]
    players = [await _player(town, one) for one in private]
    officer = await _player(town, town.person("ward_officer"))
    addresses = [str(one.chat) for one in (*private, town.body)]
    cast = Cast(town.parts, town.clock, tuple(players[2:]), {LEADING: (officer,)}, addresses)
    return cast, [*zip(players, private, strict=True), (officer, town.body)]


async def _player(town: Town, person: Person) -> Player:
    async with town.parts.store.reading() as unit:
        visitor = await unit.people.visitor("telegram", str(person.chat), str(person.chat))
    assert visitor is not None
    return Player(visitor.actor, visitor.contact)


def _course(act: Act, player: Player) -> Course:
    """Return what somebody presses for an act: bodies ask, and the administrator erases, by a button of theirs."""
    if act is Act.ASK and any(player.actor.holds(role) for role in OF_BODY):
        return _BODY_ASKS
    if act is Act.ERASE and player.holds(Role.ADMINISTRATOR):
        return _ON_PAPER
    return COURSES[act]


@dataclass
class ChatWalk(Walk):
    """A walk whose people press and write."""

    town: Town = field(kw_only=True)
    chats: Chats = field(kw_only=True)
    acts: ClassVar[Collection[Act]] = tuple(COURSES)

    async def begins(self) -> None:
        """File a petition in the chat, with words, a phone, a place and a name that only the office may know."""
        new, person = self.tokens.new, self.chats[0][1]
        said = f"{self.dice.choice(SUBJECTS[:3])}. Tôi ở nhà {new(What.WORDS)}, gọi {new(What.PHONE)}."
        for step, heard in (
            (person.says("/new"), "Bước 1/4"),
            (person.says(said), "Bước 2/4"),
            (person.presses("Không có ảnh"), "Bước 3/4"),
            (person.says(f"Ngõ 20, {new(What.PLACE)}"), "Bước 4/4"),
            (person.presses("Chỉ Văn phòng Mặt trận"), "họ và tên"),
            (person.says(f"Bà {new(What.NAME_KEPT)}"), "xem lại trước khi gửi"),
        ):
            await step
            await person.hears(heard)
        await person.presses("✅ Gửi")
        self.code = code_in(await person.hears("Giấy biên nhận")).removeprefix("DN-").replace("-", "")

    async def looks(self) -> None:
        """Let the author look at the timeline, and the office at the card and the name."""
        await self.chats[0][1].presses_data(1, f"timeline:{self.code}")
        officer = next(chat for one, chat in self.chats if one.holds(Role.TRIAGE))
        await officer.presses_data(1, f"open:{self.code}")
        await officer.presses_data(1, f"person:{self.code}:verify")
        await self.town.settles()
        await self.town.rests()

    async def waits(self, by: timedelta) -> None:
        """Let time pass, and the minute's housekeeping happen."""
        self.town.clock.move(by)
        await self.town.keep_house()
        self.done.append(f"{by.days} days")

    async def perform(self, act: Act, player: Player) -> str | None:
        """Press and write; return that nothing came of it, None where something did."""
        before, person = await self.case(), next(chat for one, chat in self.chats if one == player)
        course = _course(act, player)
        await person.presses_data(1, course.press.format(code=self.code, seen=before.entries))
        if course.what and await self._is_asked(player):
            what = answers(before, player) if course.what is What.ANSWER else course.what
            await self._writes(person, course.words.format(self.tokens.new(what)))
            if course.then:
                await person.presses_data(await _newest(person), course.then)
        await self.town.settles()
        if (await self.case()).entries != before.entries:
            return None
        return "refused-state" if act in _MAY_FAIL else "nothing-came-of-it"

    async def _is_asked(self, player: Player) -> bool:
        await self.town.settles()
        asked = "SELECT 1 FROM drafts WHERE person_id = :person"
        return bool(await self.town.query(asked, person=player.person))

    async def _writes(self, person: Person, words: str) -> None:
        """Write; in a group, in answer to the bot."""
        await person.says(words, **({"reply_to": await _newest(person)} if person.chat < 0 else {}))
        await self.town.settles()


async def _newest(person: Person) -> int:
    """Return the newest message of the bot: in a group a button counts below what its presser is asked."""
    return int(max(one["message_id"] for one in await person.messages() if one["from_bot"]))
