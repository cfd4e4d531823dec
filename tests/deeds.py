"""How each act of a random walk is done through the desk, with words that can be traced."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from desk import (
    answering,
    assigning,
    erasing,
    expiring,
    extending,
    filing,
    following_up,
    involving,
    merging,
    reassigning,
    residents,
    supervising,
    triage,
    undoing,
    unsigned,
)
from desk.body_cards import colleagues
from desk.filing import Submission
from desk.triage import Class
from petitions.case import Case
from petitions.kinds import NOT_SET, OF_ANSWERS, Field, Kind
from petitions.roles import OF_BODY, Role
from petitions.workflow import Act, share_of
from storage.unit import Unit
from tests.courses import ANSWER
from tests.tokens import What

if TYPE_CHECKING:
    from tests.walks import Player, Walk

Deed = Callable[["Walk", Unit, "Player"], Awaitable[Any]]


def plain(act: Callable[..., Awaitable[Any]]) -> Deed:
    """Do an act that needs nothing else."""
    return lambda walk, unit, player: act(unit, walk.office, walk.doing(player))


def worded(act: Callable[..., Awaitable[Any]], what: What, words: str = "{}") -> Deed:
    """Do an act with words."""
    return lambda walk, unit, player: act(
        unit, walk.office, walk.doing(player), words.format(f"Xin nói rõ {walk.tokens.new(what)} ạ.")
    )


async def _ask(walk: Walk, unit: Unit, player: Player) -> None:
    of_body = any(grant.role in OF_BODY for grant in player.actor.grants)
    act = answering.ask if of_body else triage.ask
    await act(unit, walk.office, walk.doing(player), f"Việc {walk.tokens.new(What.SAID)} ở đâu ạ?")


async def _supply(walk: Walk, unit: Unit, player: Player) -> None:
    media = (await walk.file(unit, player),) if walk.dice.random() < 0.3 else ()
    words = f"Xin thêm {walk.tokens.new(What.SAID)}."
    await residents.supply(unit, walk.office, walk.doing(player), words, media)


async def _remark(walk: Walk, unit: Unit, player: Player) -> None:
    await residents.remark(unit, walk.office, walk.doing(player), f"Vẫn còn {walk.tokens.new(What.SAID)}.")


async def _answer(walk: Walk, unit: Unit, player: Player) -> None:
    await _given(walk, unit, player, partial(answering.answer, result=walk.dice.choice(OF_ANSWERS)))


async def _part(walk: Walk, unit: Unit, player: Player) -> None:
    await _given(walk, unit, player, answering.part)


async def _given(walk: Walk, unit: Unit, player: Player, act: Callable[..., Awaitable[Case]]) -> None:
    """Answer well or weakly, with or without a file."""
    case = await unit.petitions.load(walk.code)
    what = answers(case, player) if case else What.ANSWER
    media = (await walk.file(unit, player, what),) if walk.dice.random() < 0.4 else ()
    said = "{0} Số {1}." if walk.dice.random() < 0.7 else "Đã rõ {1}."
    await act(unit, walk.office, walk.doing(player), said.format(ANSWER, walk.tokens.new(what)), media)


def answers(case: Case, player: Player) -> What:
    """Return what an answer of a body is: the lead's, or a contribution."""
    share = share_of(case, player.actor)
    return What.ANSWER if share and share.lead else What.CONTRIBUTION


async def _correct(walk: Walk, unit: Unit, player: Player) -> None:
    await answering.correct(unit, walk.office, walk.doing(player), walk.dice.choice(OF_ANSWERS))


async def _rate(walk: Walk, unit: Unit, player: Player) -> None:
    await residents.rate(unit, walk.office, walk.doing(player), walk.dice.choice(("solved", "partly")))


async def _reclassify(walk: Walk, unit: Unit, player: Player) -> None:
    settable = [kind for kind in Kind if kind not in NOT_SET]
    wanted = Class(
        field=walk.dice.choice([None, *Field]),
        kind=walk.dice.choice(settable) if walk.dice.random() < 0.2 else None,
        lead=walk.dice.choice([None, *walk.cast.bodies]),
    )
    await triage.reclassify(unit, walk.office, walk.doing(player), wanted)


async def _involve(walk: Walk, unit: Unit, player: Player) -> None:
    case = await unit.petitions.load(walk.code)
    others = [one for one in involving.proposed(walk.office, case) if one in walk.cast.bodies] if case else [""]
    body = walk.dice.choice(others)
    await involving.involve(unit, walk.office, walk.doing(player), body)


async def _escalate(walk: Walk, unit: Unit, player: Player) -> None:
    way = walk.dice.choice(walk.office.programme.escalations)
    above, _letter = await supervising.escalate(unit, walk.office, walk.doing(player), way.id)
    walk.tokens.reaches(frozenset({above}))


async def _merge(walk: Walk, unit: Unit, player: Player) -> None:
    other = await filing.file(unit, walk.office, walk.neighbour.actor, Submission("Đèn đường ngõ 9 hỏng."))
    await merging.merge(unit, walk.office, walk.doing(player), other.case.code)


async def _split(walk: Walk, unit: Unit, player: Player) -> None:
    parts = [f"Việc {walk.tokens.new(What.WORDS)} chưa xong." for _part in range(2)]
    await merging.split(unit, walk.office, walk.doing(player), parts)


async def _assign(walk: Walk, unit: Unit, player: Player) -> None:
    officer = walk.dice.choice([None, *await assigning.colleagues(unit)])
    await assigning.assign(unit, walk.office, walk.doing(player), officer)


async def _prioritise(walk: Walk, unit: Unit, player: Player) -> None:
    await assigning.prioritise(unit, walk.office, walk.doing(player), first=walk.dice.random() < 0.5)


async def _reassign(walk: Walk, unit: Unit, player: Player) -> None:
    body = next((grant.body for grant in player.actor.grants if grant.body), "")
    officers = [*await colleagues(unit, body), player.person]
    await reassigning.reassign(unit, walk.office, walk.doing(player), walk.dice.choice(officers))


async def _carry_out(walk: Walk, unit: Unit, player: Player) -> None:
    media = (await walk.file(unit, player, What.CARRIED),) if walk.dice.random() < 0.4 else ()
    words = f"Đã làm xong {walk.tokens.new(What.CARRIED)}."
    await following_up.carry_out(unit, walk.office, walk.doing(player), words, media)


async def _undo(walk: Walk, unit: Unit, player: Player) -> None:
    await undoing.undo(unit, walk.office, replace(walk.doing(player), seen=walk.position))


async def _erase(walk: Walk, unit: Unit, player: Player) -> None:
    if player.actor.holds(Role.ADMINISTRATOR):
        await erasing.erase_on_paper(unit, walk.office, walk.doing(player), "12/2026")
    else:
        await erasing.erase(unit, walk.office, walk.doing(player))


DEEDS: dict[Act, Deed] = {
    Act.TAKE: plain(triage.take),
    Act.RECLASSIFY: _reclassify,
    Act.NOTE: worded(triage.note, What.NOTE),
    Act.ASK: _ask,
    Act.SUPPLY: _supply,
    Act.PRESENT: plain(triage.present),
    Act.REFER: plain(triage.refer),
    Act.GUIDE: worded(triage.guide, What.SAID),
    Act.STORE: worded(triage.store, What.SAID),
    Act.DENOUNCE: plain(triage.denounce),
    Act.ACCEPT: plain(answering.accept),
    Act.RETURN: worded(answering.return_, What.AMONG),
    Act.INVOLVE: _involve,
    Act.WAIVE: worded(involving.waive, What.AMONG),
    Act.PART: _part,
    Act.ANSWER: _answer,
    Act.SEND_BACK: worded(answering.send_back, What.AMONG),
    Act.OVERRIDE: worded(answering.override, What.NOTE),
    Act.SIGN_OFF: plain(answering.sign_off),
    Act.RATE: _rate,
    Act.REMARK: _remark,
    Act.DISPUTE: plain(residents.dispute),
    Act.UPHOLD: worded(triage.uphold, What.SAID),
    Act.WITHDRAW: plain(residents.withdraw),
    Act.URGE: plain(supervising.urge),
    Act.REASSIGN: _reassign,
    Act.ESCALATE: _escalate,
    Act.MERGE: _merge,
    Act.SPLIT: _split,
    Act.RECALL: plain(triage.recall),
    Act.EXTEND: worded(extending.extend, What.MORE, "3 ngày, {}"),
    Act.GRANT: plain(extending.grant),
    Act.DENY: worded(extending.deny, What.AMONG),
    Act.UNDO: _undo,
    Act.ERASE: _erase,
    Act.ASSIGN: _assign,
    Act.PRIORITISE: _prioritise,
    Act.CORRECT: _correct,
    Act.FOLLOW_UP: worded(following_up.follow_up, What.AMONG, "15 ngày, {}"),
    Act.CARRY_OUT: _carry_out,
    Act.CONFIRM_CARRIED: plain(following_up.confirm),
    Act.OVERRIDE_REPORT: worded(following_up.override, What.NOTE),
}
"""Every act that somebody does; the others are the clock's, or happen when a petition is filed."""

CLOCK: tuple[tuple[Callable[[Unit], Awaitable[list[str]]], Callable[..., Awaitable[None]]], ...] = (
    (lambda unit: unit.lists.silent(), triage.close_silent),
    (lambda unit: unit.lists.to_ask_again(), expiring.ask_again),
    (lambda unit: unit.lists.unanswered(), expiring.expire),
    (lambda unit: unit.lists.unjudged(), residents.remind),
    (lambda unit: unit.supervision.to_look_at(), supervising.look_at),
    (lambda unit: unit.supervision.to_press_for(), supervising.look_at),
    (lambda unit: unit.supervision.unsigned(), unsigned.look_at),
)
"""What the clock does, and how it finds what is due."""
