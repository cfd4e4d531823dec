"""Random walks of a petition: who is there, which acts are theirs now, and what may be read by whom after each."""

import random
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import ClassVar

from bot.wiring import Parts
from desk import files, filing, neighbours
from desk.filing import Place, Submission
from desk.office import Office
from desk.perform import Doing
from petitions.case import Case, NameShown, ReferralStatus, Status
from petitions.programme import Role as BodyRole
from petitions.refusal import Refusal
from petitions.rights import may
from petitions.roles import OF_BODY, Actor, Grant, Role
from petitions.workflow import PETITION, UNDOABLE, Act, Step, decide
from storage.media import NewMedia
from storage.unit import Unit
from tests.deeds import CLOCK, DEEDS
from tests.reports.past import Clock
from tests.tokens import GRANTED, Given, Standing, Tokens, What
from tests.town import TownClock

SUBJECTS = (
    "Đèn đường ngõ 20 hỏng cả tháng nay",
    "Rác chất đống trước cổng chợ, mùi hôi",
    "Cống tắc, mưa là ngập",
    "Hàng xóm xây nhà lấn ra ngõ đi chung",
    "Tôi khiếu nại quyết định xử phạt hành chính của phường",
)
OFFICE = (Role.TRIAGE, Role.TRIAGE, Role.SENIOR, Role.LEADER, Role.AUDITOR, Role.ADMINISTRATOR)
LEADING = "ward_economy_infrastructure"
_BODIES = 8
"""Bodies with people in a walk; a case that is referred to another one can be recalled."""
_ENDING = frozenset({Act.WITHDRAW, Act.ERASE, Act.DENOUNCE, Act.STORE, Act.GUIDE, Act.MERGE, Act.SPLIT})
_FORWARD = frozenset(
    {Act.REFER, Act.ACCEPT, Act.ANSWER, Act.OVERRIDE, Act.SIGN_OFF, Act.GRANT}
    | {Act.CARRY_OUT, Act.CONFIRM_CARRIED, Act.OVERRIDE_REPORT}
)
STILL_REFUSED = frozenset(
    {
        "answer-weak",
        "report-weak",
        "extension-too-long",
        "extension-unlawful",
        "nobody-leads",
        "no-way-up",
        "refused-state",
        "undo-overtaken",
        "undo-not-yours",
        "undo-too-late",
    }
)
"""What the desk may refuse although the tables allow the act: it knows more of the petition than they do."""


@dataclass(frozen=True)
class Player:
    """Somebody in a walk, and where letters reach them."""

    actor: Actor
    contact: int

    @property
    def person(self) -> int:
        """Return the person's number."""
        assert self.actor.person is not None
        return self.actor.person

    def holds(self, *roles: Role) -> bool:
        """Tell whether one of the roles is this player's."""
        return any(self.actor.holds(role) for role in roles)


@dataclass
class Cast:
    """The people of the office and of all bodies; residents come with each walk."""

    parts: Parts
    clock: Clock | TownClock
    office: tuple[Player, ...] = ()
    bodies: Mapping[str, tuple[Player, ...]] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: iter(range(6_100_000_000, 6_200_000_000)))

    async def gathers(self) -> None:
        """Give every role to somebody, and each body that settles an officer and a head."""
        settles = (one.code for one in self.parts.office.programme.bodies if BodyRole.SETTLE in one.roles)
        settling = sorted(settles, key=lambda code: code != LEADING)[:_BODIES]
        self.office = tuple([await self.comes(Grant(role)) for role in OFFICE])
        self.bodies = {
            code: tuple([await self.comes(Grant(role, code)) for role in sorted(OF_BODY)]) for code in settling
        }

    async def comes(self, grant: Grant | None = None) -> Player:
        """Let somebody come who was not there before."""
        self.addresses.append(str(next(self._numbers)))
        async with self.parts.store.unit() as unit:
            visitor = await unit.people.welcome("telegram", self.addresses[-1], "vi")
            if grant:
                await unit.people.grant(visitor.person, grant, None)
            return Player(await unit.people.actor(visitor.person), visitor.contact)


@dataclass
class Walk:
    """One petition on its way, with its author and a neighbour; every word in it can be traced."""

    cast: Cast
    dice: random.Random
    author: Player
    neighbour: Player
    acts: ClassVar[Collection[Act]] = tuple(DEEDS)
    code: str = ""
    follows: bool = False
    done: list[str] = field(default_factory=list)
    tokens: Tokens = field(init=False)
    _unfetched: dict[int, str] = field(default_factory=dict)
    _decided: tuple[Player, int, Standing] | None = None

    def __post_init__(self) -> None:
        self.tokens = Tokens(self.dice)

    async def begins(self) -> None:
        """File a petition with words, phone, place, a file and mostly a name; a neighbour may join it."""
        async with self.cast.parts.store.unit() as unit:
            self.code = (await filing.file(unit, self.office, self.author.actor, await self._said(unit))).case.code
        if self.dice.random() < 0.4:
            async with self.cast.parts.store.unit() as unit:
                await neighbours.join(unit, self.office, self.neighbour.actor, self.code)
            self.follows = True

    async def _said(self, unit: Unit) -> Submission:
        new, shown = self.tokens.new, self.dice.choice([*NameShown])
        name = What.NAME_SHOWN if shown is NameShown.BODY else What.NAME_KEPT
        return Submission(
            f"{self.dice.choice(SUBJECTS)}. Tôi ở nhà {new(What.WORDS)}, gọi {new(What.PHONE)}.",
            Place(words=f"Ngõ 20, {new(What.PLACE)}"),
            (await self.file(unit, self.author),),
            shown,
            None if shown is NameShown.NOBODY else f"Bà {new(name)}",
        )

    async def file(self, unit: Unit, player: Player, what: What = What.WORDS) -> int:
        """Send a file whose place on the channel, name and bytes can be traced."""
        word = self.tokens.new(what)
        media = await filing.attach(unit, player.person, NewMedia("photo", "telegram", word, word, "image/png"))
        self.tokens.add(f"file:{media}", what)
        self._unfetched[media] = word
        return media

    @property
    def office(self) -> Office:
        """Return the rules."""
        return self.cast.parts.office

    @property
    def position(self) -> int:
        """Return where the decision stands in the history that could be undone."""
        return self._decided[1] if self._decided else 0

    @property
    def everybody(self) -> list[Player]:
        """Return everybody there is."""
        return self._with(self.cast.bodies)

    def players(self, case: Case) -> list[Player]:
        """Return everybody who may do something, or try; of the bodies those asked so far, and two others."""
        return self._with([*dict.fromkeys([*(one.body for one in case.referrals), *[*self.cast.bodies][:2]])])

    def _with(self, codes: Iterable[str]) -> list[Player]:
        of_bodies = [one for code in codes for one in self.cast.bodies.get(code, ())]
        return [self.author, self.neighbour, *self.cast.office, *of_bodies]

    def doing(self, player: Player) -> Doing:
        """Return an act on this petition by somebody."""
        return Doing(player.actor, self.code)

    async def case(self) -> Case:
        """Return the petition as it stands."""
        async with self.cast.parts.store.reading() as unit:
            case = await unit.petitions.load(self.code)
        assert case is not None
        return case

    def able(self, case: Case) -> list[tuple[Act, Player]]:
        """Return every act with everybody who may do it now."""
        now, there = self.cast.clock(), self.players(case)
        return [(act, one) for one in there for act in self.acts if step_of(case, act, one.actor, now)]

    def forbidden(self, case: Case) -> list[tuple[Act, Player]]:
        """Return acts with people who may not do them now, by the page of rights and the states alone."""
        return [
            (act, one)
            for one in self.players(case)
            for act in self.acts
            if case.status not in _STARTS[act] or not _in_charge(case, act, one.actor)
        ]

    async def steps(self, case: Case) -> None:
        """Do one of the acts allowed now, those that lead on oftener than those that end."""
        self.cast.clock.move(timedelta(seconds=self.dice.uniform(1, 20)))
        able = self.able(case)
        acts = sorted({act for act, _one in able})
        weights = [0.1 if act in _ENDING else 5 if act in _FORWARD else 1 for act in acts]
        act = self.dice.choices(acts, weights)[0]
        player = self.dice.choice([one for what, one in able if what is act])
        if self._decided and self.dice.random() < 0.25:
            act, player = Act.UNDO, self._decided[0]
        self.done.append(f"{act} by {', '.join(grant.role for grant in player.actor.grants) or player.person}")
        await self._does(act, player, case)

    async def _does(self, act: Act, player: Player, before: Case) -> None:
        """Do an act and follow who may read what; what the desk refuses leaves everything as it was."""
        stood, decided = self.tokens.stand(), self._decided
        refusal = await self.perform(act, player)
        if refusal:
            assert refusal in STILL_REFUSED, refusal
            self.tokens.back(stood)
            self.done.append(refusal)
            return
        case = await self.case()
        decides = act in UNDOABLE and player.actor.at_desk() and Act.UNDO in self.acts
        self._decided = (player, case.entries, stood) if decides else None
        if act is Act.UNDO and decided:
            self.tokens.undone(decided[2])
        self._opens(act, stood, case)
        self.tokens.reaches(bodies(before) | bodies(case))

    async def perform(self, act: Act, player: Player) -> str | None:
        """Do an act; return why it was refused, None where it was done."""
        try:
            async with self.cast.parts.store.unit() as unit:
                await DEEDS[act](self, unit, player)
        except Refusal as refusal:
            return refusal.key
        return None

    def _opens(self, act: Act, stood: Standing, case: Case) -> None:
        """Follow what an act opens to whom, and what a later signature would."""
        tokens, before = self.tokens, self.tokens.given
        said = tuple(
            word for word in tokens.known if word not in stood[0] and tokens.known[word].what is What.ANSWER
        )
        files = (*before.files, *(word for word in said if word.startswith("file:")))
        words = tuple(word for word in said if word not in files)
        if act is Act.REFER or (act is Act.DISPUTE and case.lead_referral):
            tokens.given = Given()
        elif act is Act.ANSWER and words:
            tokens.given = replace(before, files=files, answer=words)
        elif act is Act.PART and words:
            tokens.given = replace(before, files=files, parts=(*before.parts, *words))
        elif act in {Act.SIGN_OFF, Act.OVERRIDE}:
            tokens.signed()
        elif act is Act.GRANT:
            tokens.opens(GRANTED, tokens.newest(What.MORE))
        elif act in {Act.CONFIRM_CARRIED, Act.OVERRIDE_REPORT}:
            tokens.opens(GRANTED, *tokens.reported())

    async def waits(self, by: timedelta) -> None:
        """Let time pass, files arrive, and the clock do what has become due."""
        before = await self.case()
        self.cast.clock.move(by)
        self.done.append(f"{by.days} days")
        while self._unfetched:
            media, word = self._unfetched.popitem()
            async with self.cast.parts.store.unit() as unit:
                await files.keep(unit, self.office, media, word.encode())
        for due, act in CLOCK:
            async with self.cast.parts.store.reading() as unit:
                codes = await due(unit)
            if self.code in codes:
                self.done.append(act.__name__)
                async with self.cast.parts.store.unit() as unit:
                    await act(unit, self.office, self.code)
        case = await self.case()
        self._decided = None if case.entries != before.entries else self._decided
        self.tokens.reaches(bodies(before) | bodies(case))


def step_of(case: Case, act: Act, actor: Actor, now: datetime) -> Step | None:
    """Return what an act would do, None where it is refused."""
    try:
        return decide(case, act, actor, now)
    except Refusal:
        return None


def bodies(case: Case) -> frozenset[str]:
    """Return the bodies that work on a petition or are done with it."""
    return frozenset(one.body for one in case.referrals if one.open or one.status is ReferralStatus.SIGNED_OFF)


def _in_charge(case: Case, act: Act, actor: Actor) -> bool:
    """Tell whether an act is somebody's at all: of the office, of a body at work, or of the author."""
    if Role.RESIDENT in may(act):
        return actor.person == case.person or (act is Act.ERASE and actor.holds(Role.ADMINISTRATOR))
    # What was answered is carried out by the lead, whose share has ended; of the day it may say something.
    shares = [case.latest_lead] if act in {Act.CARRY_OUT, Act.NOTE} and case.latest_lead else case.at_work
    at_work = {None, *(one.body for one in shares)}
    return any(grant.role in may(act) and grant.body in at_work for grant in actor.grants)


_STARTS = {act: frozenset[Status]().union(*(row.start for row in PETITION if row.act is act)) for act in DEEDS}
