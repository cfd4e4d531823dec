"""Invented petitions with the whole of their lives, drawn from a seed: what a year of an office looks like."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from random import Random
from typing import Any

from desk.office import Office
from petitions.calendar import CalendarError
from petitions.case import Audience
from petitions.competence import Assignment, Topic
from petitions.examples import Example
from petitions.kinds import Disposition, Field, Result
from petitions.roles import Role
from petitions.whereabouts import keys
from petitions.workflow import Act

_PUBLIC = (Audience.BODY, Audience.RESIDENT)
_YEARS = timedelta(days=5 * 365)
_RATED, _DISPUTED = 0.35, 0.45
"""Of answers, how many are rated, and how many rated or disputed; about the others nobody says anything."""
_ACCEPTS_WITHIN, _DECIDES_WITHIN = 2, 10
"""Working days until a body is reminded to accept, and until the desk goes on with what came back to it."""
_CAME = {Result.SETTLED: 62, Result.IN_PROGRESS: 13, Result.PLANNED: 12, Result.EXPLAINED: 13}
"""Of a hundred answers, how many say what came of the matter."""
_PROMISED = {Result.IN_PROGRESS: 15, Result.PLANNED: 45}
"""Working days after which what an answer promises is to be carried out."""
Due = Callable[[date, int], datetime]
Phrases = Mapping[str, Any]
"""What is said in invented petitions, from `lives.yaml`."""


@dataclass(frozen=True)
class Deed:
    """One act in a life: when, by whom, the facts that its entry states, and what is said."""

    act: Act
    role: Role
    actor: int | None
    at: datetime
    facts: Mapping[str, Any] = field(default_factory=dict)
    content: Mapping[str, Any] | None = None
    audience: tuple[str, ...] = _PUBLIC


@dataclass(frozen=True)
class Life:
    """A petition: author, topic, who leads, everything that was done to it, and what names its place."""

    person: int
    topic: Topic
    first_answer_due: datetime
    assignment: Assignment
    deeds: tuple[Deed, ...]
    places: frozenset[str]


@dataclass(frozen=True)
class Cast:
    """Who lives in the invented town: residents, officers of the desk, the board, the bodies; what they say."""

    residents: Sequence[int]
    desk: Sequence[int]
    board: int
    bodies: int
    phrases: Phrases


class Town:
    """Draws lives; the same seed, number and day give the same town."""

    def __init__(self, office: Office, examples: Sequence[Example], cast: Cast, seed: int) -> None:
        self._office, self._cast, self._random = office, cast, Random(seed)  # noqa: S311 - invented, not secret
        self._examples = [one for one in examples if one.kind not in office.programme.door_kinds]
        self._of = lru_cache(maxsize=None)(office.programme.competent)
        self._due = lru_cache(maxsize=None)(self._counted)
        self._named = lru_cache(maxsize=None)(self._places)

    def lives(self, many: int, now: datetime) -> Iterator[Life]:
        """Yield lives of five years until now, the oldest first; each goes as far as its time has."""
        for moment in sorted(self._random.random() ** 0.8 for _one in range(many)):
            yield self._life(now - _YEARS * (1 - moment), now)

    def _life(self, filed: datetime, now: datetime) -> Life:
        draw, example = self._random, self._random.choice(self._examples)
        topic = Topic(example.kind, example.field or Field.KHAC, self._office.programme.levels[0], None, None)
        assignment = self._of(topic)
        group = draw.randint(1, 60)
        where = self._cast.phrases["place"].format(
            alley=draw.randint(1, 400), house=int(draw.paretovariate(0.6)) % 9000 + 1, group=group
        )
        said = {"words": example.text, "place": {"words": where}}
        author = draw.choice(self._cast.residents)
        due = self._due(filed.date(), 10)
        facts = {"kind": topic.kind, "field": topic.field, "rule": assignment.rule}
        begin = Deed(Act.FILE, Role.RESIDENT, author, filed, facts, said)
        course = _Course(draw, self._cast, assignment, author, filed, self._due)
        deeds = (begin, *(deed for deed in course.run() if deed.at <= now))
        places = self._named(example.text) | self._places(where)
        return Life(author, replace(topic, group=str(group)), due, assignment, deeds, places)

    def _places(self, text: str) -> frozenset[str]:
        return keys(self._office.sameness.marks(text))

    def _counted(self, day: date, working_days: int) -> datetime:
        calendar = self._office.programme.calendar
        evening = datetime(day.year, day.month, day.day, 17, tzinfo=calendar.zone)
        try:
            return calendar.shift(evening, working_days)
        except CalendarError:  # before the years whose days off are known
            return evening + timedelta(days=working_days * 7 / 5)


class _Course:
    """The way of one petition through the office, with its chances and its delays."""

    def __init__(self, draw: Random, cast: Cast, to: Assignment, author: int, filed: datetime, due: Due) -> None:
        self._draw, self._cast, self._to, self._author, self._due = draw, cast, to, author, due
        self._officer = draw.choice(cast.desk)
        self._now, self._told = filed, False
        self._result, self._carries = Result.SETTLED, False

    def run(self) -> Iterator[Deed]:
        """Yield what happens after the filing, in order."""
        if self._happens(0.02):
            ended = {"disposition": Disposition.RUT_DON, "closed_at": self._after(days=2)}
            yield self._own(Act.WITHDRAW, ended)
            return
        self._after(days=0.7)
        yield self._desk(Act.TAKE, {"officer_id": self._officer})
        yield from self._decided()

    def _decided(self) -> Iterator[Deed]:
        if self._happens(0.08):
            yield from self._asked()
            if not self._happens(0.6):
                yield from self._expired()
                return
            self._after(days=1)
            answered = {"reply_due": None, "reply_remind_at": None, **self._next()}
            yield self._own(Act.SUPPLY, answered, self._cast.phrases["reply"])
        self._after(days=1)
        if self._to.lead is None or self._happens(0.18):
            guides = self._happens(0.66)
            act, disposition = (Act.GUIDE, Disposition.HUONG_DAN) if guides else (Act.STORE, Disposition.LUU_DON)
            facts = {"disposition": disposition, "closed_at": self._now, **self._first()}
            yield self._desk(act, facts, self._cast.phrases["guidance"])
            return
        if self._happens(0.05):
            yield self._refer()
            self._after(days=1)
            yield self._body(Act.RETURN, {"ended_at": self._now, **self._next()}, self._cast.phrases["not_ours"])
            self._after(days=1)
        yield from self._settled()
        if self._result in _PROMISED and self._happens(0.6):
            yield self._follow_up()
        yield from self._judged()
        if self._carries:
            yield from self._carried()

    def _asked(self) -> Iterator[Deed]:
        self._after(days=0.5)
        self._asked_at = self._now
        dates = {"reply_due": self._due(self._now.date(), 5), "reply_remind_at": self._due(self._now.date(), 3)}
        facts = {"disposition": Disposition.BO_SUNG, **dates, **self._first()}
        yield self._desk(Act.ASK, facts, self._cast.phrases["question"])

    def _expired(self) -> Iterator[Deed]:
        self._now = self._due(self._asked_at.date(), 3)
        yield Deed(Act.ASK_AGAIN, Role.SYSTEM, None, self._now, {"reply_remind_at": None})
        self._now = self._due(self._asked_at.date(), 5)
        ended = {"closed_at": self._now, "reply_due": None, "reply_remind_at": None}
        yield Deed(Act.EXPIRE, Role.SYSTEM, None, self._now, ended)

    def _settled(self) -> Iterator[Deed]:
        yield self._refer()
        self._after(days=1.5)
        yield self._body(Act.ACCEPT, {"accepted_at": self._now, "due_at": self._due(self._now.date(), 15)})
        self._after(days=9)
        yield self._answer()
        if self._happens(0.08):
            self._after(days=1)
            yield self._board(Act.SEND_BACK, {"answered_at": None, "result": None}, self._cast.phrases["unclear"])
            self._after(days=3)
            yield self._answer()
        self._after(days=1)
        signed = {"signed_off_at": self._now, "close_due": self._due(self._now.date(), 5), "ended_at": self._now}
        yield self._board(Act.SIGN_OFF, {**signed, "result": self._result}, self._said_of_it())

    def _judged(self) -> Iterator[Deed]:
        chance = self._draw.random()
        if chance < _RATED:
            rating = "solved" if self._happens(0.7) else "partly"
            yield self._own(Act.RATE, {"rating": rating, "closed_at": self._after(days=2), "close_due": None})
        elif chance < _DISPUTED:
            self._after(days=2)
            over = {"carry_due": None, "carried_at": None} if self._carries else {}
            self._carries = False
            again = {"rating": "not", "closed_at": None, "close_due": None, **self._next(), **over}
            yield self._own(Act.DISPUTE, again)
            self._after(days=2)
            yield self._desk(Act.UPHOLD, {"closed_at": self._now}, self._cast.phrases["explanation"])
        else:
            self._now = self._due(self._now.date(), 5)
            yield Deed(Act.CLOSE, Role.SYSTEM, None, self._now, {"closed_at": self._now, "close_due": None})

    def _follow_up(self) -> Deed:
        self._carries = True
        due = self._due(self._now.date(), _PROMISED[self._result])
        facts = {"body": self._to.lead, "step": None, "urged": None, "carry_due": due, "carried_at": None}
        return replace(self._desk(Act.FOLLOW_UP, facts), audience=(Audience.BODY,))

    def _carried(self) -> Iterator[Deed]:
        """Yield what the body reports, which one in five never does, and what the board says of it."""
        if self._happens(0.2):
            return
        self._after(days=15)
        said = self._cast.phrases["carried"]
        yield replace(self._body(Act.CARRY_OUT, {"carried_at": self._now}, said), audience=(Audience.BODY,))
        self._after(days=3)
        yield self._board(Act.CONFIRM_CARRIED, {"carry_due": None}, said)

    def _answer(self) -> Deed:
        [self._result] = self._draw.choices([*_CAME], [*_CAME.values()])
        return self._body(Act.ANSWER, {"answered_at": self._now, "result": self._result}, self._said_of_it())

    def _said_of_it(self) -> str:
        return str(self._cast.phrases["answers"][self._result])

    def _refer(self) -> Deed:
        made = {"lead": self._to.lead, "with": [*self._to.coordinating], "rule": self._to.rule, "due_at": None}
        return self._desk(
            Act.REFER,
            {**made, **self._next(_ACCEPTS_WITHIN), "disposition": Disposition.CHUYEN_DON, **self._first()},
        )

    def _next(self, days: int = _DECIDES_WITHIN) -> dict[str, datetime]:
        return {"next_due": self._due(self._now.date(), days)}

    def _first(self) -> dict[str, datetime]:
        told, self._told = self._told, True
        return {} if told else {"first_answer_at": self._now}

    def _after(self, days: float) -> datetime:
        self._now += timedelta(days=min(days * self._draw.lognormvariate(0, 0.8), 200))
        return self._now

    def _happens(self, chance: float) -> bool:
        return self._draw.random() < chance

    def _desk(self, act: Act, facts: Mapping[str, Any], words: str | None = None) -> Deed:
        return Deed(act, Role.TRIAGE, self._officer, self._now, facts, _said(words))

    def _own(self, act: Act, facts: Mapping[str, Any], words: str | None = None) -> Deed:
        return Deed(act, Role.RESIDENT, self._author, self._now, facts, _said(words))

    def _board(self, act: Act, facts: Mapping[str, Any], words: str | None = None) -> Deed:
        about = {"body": self._to.lead, **facts}
        return Deed(act, Role.SENIOR, self._cast.board, self._now, about, _said(words))

    def _body(self, act: Act, facts: Mapping[str, Any], words: str | None = None) -> Deed:
        about = {"body": self._to.lead, **facts}
        return Deed(act, Role.BODY_OFFICER, self._cast.bodies, self._now, about, _said(words))


def _said(words: str | None) -> dict[str, Any] | None:
    return {"words": words} if words else None
