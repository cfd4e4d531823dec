"""The two tables of the workflow: no dead end, nothing outside them, a history that always tells the status."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from petitions.case import ENDS, OPEN_REFERRALS, OVER, Case, NameShown, Referral, ReferralStatus, Status
from petitions.kinds import Field, Kind, Level, Source
from petitions.refusal import Refusal
from petitions.roles import OF_BODY, SYSTEM, Actor, Grant, Role
from petitions.seen import Ending, Seen, ending, seen
from petitions.workflow import (
    DISPUTE_WITHIN,
    PETITION,
    REFERRAL,
    Act,
    Move,
    Step,
    decide,
    ended,
    replay,
    standing,
    undoable,
)

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
OWNER = 1
LEAD, OTHER, THIRD = "ward_police", "ward_economy", "ward_culture"
BODIES = (LEAD, OTHER, THIRD)
OFFICERS = sorted(set(Role) - OF_BODY - {Role.RESIDENT, Role.SYSTEM})
ACTORS = (
    Actor(OWNER),
    Actor(2),
    SYSTEM,
    *(Actor(10 + n, frozenset({Grant(role)})) for n, role in enumerate(OFFICERS)),
    *(Actor(30 + n, frozenset({Grant(Role.BODY_OFFICER, body)})) for n, body in enumerate(BODIES)),
    Actor(40, frozenset({Grant(Role.BODY_HEAD, LEAD), Grant(Role.TRIAGE)})),
    Actor(41, frozenset({Grant(Role.BODY_OFFICER, LEAD), Grant(Role.BODY_OFFICER, OTHER)})),
)


def a_case(
    status: Status,
    *referrals: Referral,
    signed: datetime | None = None,
    kind: Kind = Kind.PHAN_ANH,
    source: str = "telegram",
) -> Case:
    return Case(
        id=1,
        code="22222222",
        person=OWNER,
        status=status,
        kind=kind,
        field=Field.KHAC,
        level=Level.WARD,
        lead=LEAD,
        name_shown=NameShown.NOBODY,
        filed_at=NOW,
        first_answer_due=NOW,
        entries=1,
        head=bytes(32),
        signed_off_at=signed,
        referrals=referrals,
        source=source,
    )


def share(status: ReferralStatus, body: str = LEAD, *, lead: bool = True, number: int = 1) -> Referral:
    return Referral(number, body, lead, status, NOW)


def an_actor(role: Role) -> Actor:
    if role is Role.SYSTEM:
        return SYSTEM
    if role is Role.RESIDENT:
        return Actor(OWNER)
    return Actor(9, frozenset({Grant(role, LEAD if role in OF_BODY else None)}))


@dataclass
class Walk:
    """A petition on its way: what `decide` allows is applied as the desk applies it, with its history."""

    case: Case
    now: datetime
    history: list[tuple[str, dict[str, Any]]]
    before: Case | None = None

    def try_(self, act: Act, actor: Actor, bodies: tuple[str, ...]) -> Step | None:
        try:
            step = decide(self.case, act, actor, self.now)
        except Refusal:
            return None
        if step.act is Act.UNDO:
            return step if self._undo() else None
        if act is Act.INVOLVE and bodies[0] in {one.body for one in self.case.at_work}:
            return None  # as the desk refuses
        before = self.case
        self._apply(step, bodies)
        self.before = before if undoable(step.act, step.role) else None
        return step

    def _undo(self) -> bool:
        """Put back what the last act changed, where that can be undone."""
        if self.before is None:
            return False
        self.history.append((Act.UNDO.value, {"undone": len(self.history)}))
        self.case, self.before = self.before, None
        return True

    def _apply(self, step: Step, bodies: tuple[str, ...]) -> None:
        over = {one.id: status for one, status in ended(self.case, step)}
        shares = [replace(one, status=over.get(one.id, one.status)) for one in self.case.referrals]
        facts: dict[str, Any] = {}
        if step.referral and step.referral_status:
            facts = {"body": step.referral.body}
            asked = {Act.EXTEND: 5, Act.GRANT: None, Act.DENY: None}.get(step.act, step.referral.asked_days)
            moved = replace(step.referral, status=step.referral_status, asked_days=asked)
            shares = [moved if one.id == step.referral.id else one for one in shares]
        elif step.referral_status:
            lead = step.act is not Act.INVOLVE
            body = self.case.lead or "" if step.act is Act.REOPEN else bodies[0]
            facts = {"lead" if lead else "body": body}
            shares.append(share(step.referral_status, body, lead=lead, number=len(shares) + 1))
        elif step.act in {Act.PROMPT, Act.URGE}:
            about = self.case.reminded
            assert about
            facts = {"body": about.body}
            urged = "D1" if step.act is Act.URGE else about.urged
            shares = [replace(one, step="D1", urged=urged) if one.id == about.id else one for one in shares]
        self.case = replace(
            self.case,
            status=step.status,
            referrals=tuple(shares),
            lead=facts.get("lead", self.case.lead),
            signed_off_at=self.now if step.act is Act.SIGN_OFF else self.case.signed_off_at,
            reopened_at=self.now if step.act is Act.REOPEN else self.case.reopened_at,
            **self._carrying(step),
        )
        self.history.append((step.act.value, facts))

    def _carrying(self, step: Step) -> dict[str, Any]:
        over: dict[str, Any] = {"carry_due": None, "carried_at": None}
        if step.status not in {Status.ANSWERED, Status.CLOSED} or step.act is Act.ERASE:
            return over
        set_: dict[Act, dict[str, Any]] = {
            Act.FOLLOW_UP: {**over, "carry_due": self.now},
            Act.CARRY_OUT: {"carried_at": self.now},
            Act.CONFIRM_CARRIED: {"carry_due": None},
        }
        return set_.get(step.act, {})


TURNS = some.lists(
    some.tuples(
        some.sampled_from(Act),
        some.sampled_from(ACTORS),
        some.lists(some.sampled_from(BODIES), min_size=1, max_size=3, unique=True).map(tuple),
        some.integers(0, 20),
    ),
    max_size=60,
)
LIKELY = some.lists(
    some.tuples(
        some.sampled_from(
            [
                Act.TAKE,
                Act.REFER,
                Act.REFER,
                Act.ACCEPT,
                Act.RETURN,
                Act.ASK,
                Act.SUPPLY,
                Act.ANSWER,
                Act.SIGN_OFF,
                Act.SEND_BACK,
                Act.DISPUTE,
                Act.REOPEN,
                Act.REMIND,
                Act.REMARK,
                Act.ESCALATE,
                Act.PROMPT,
                Act.URGE,
                Act.RECALL,
                Act.EXTEND,
                Act.EXTEND,
                Act.GRANT,
                Act.DENY,
                Act.INVOLVE,
                Act.INVOLVE,
                Act.PART,
                Act.WAIVE,
                Act.ANSWER,
                Act.ACCEPT,
                Act.FOLLOW_UP,
                Act.CARRY_OUT,
                Act.CONFIRM_CARRIED,
                Act.UNDO,
                Act.UNDO,
            ]
        ),
        some.integers(0, 30),
        some.sampled_from([(LEAD,), (LEAD, OTHER), (OTHER, LEAD), (OTHER, THIRD, LEAD), (THIRD,)]),
    ),
    max_size=60,
)


def begun() -> Walk:
    walk = Walk(a_case(Status.DRAFT), NOW, [])
    assert walk.try_(Act.FILE, Actor(OWNER), ())
    return walk


def agrees(walk: Walk) -> bool:
    """Tell whether the history implies where the petition and the latest share of each body stand."""
    shares = {one.body: one.status for one in walk.case.referrals}
    return replay(walk.history) == (walk.case.status, shares)


@settings(max_examples=1000)
@given(TURNS)
def test_wherever_anybody_walks_the_history_tells_where_everything_stands(
    turns: list[tuple[Act, Actor, tuple[str, ...], int]],
) -> None:
    walk = begun()
    for act, actor, bodies, days in turns:
        walk.now += timedelta(days=days)
        walk.try_(act, actor, bodies)
        assert agrees(walk), walk.history
        assert seen(walk.case) in Seen


@settings(max_examples=1000)
@given(LIKELY)
def test_on_the_usual_ways_too_whoever_may_act_does(turns: list[tuple[Act, int, tuple[str, ...]]]) -> None:
    walk = begun()
    for act, who, bodies in turns:
        able = [actor for actor in ACTORS if _able(walk, act, actor)]
        if able:
            before, undo = walk.case, walk.before
            step = walk.try_(act, able[who % len(able)], bodies)
            assert step or act is Act.INVOLVE or (act is Act.UNDO and undo is None)
            if act is Act.UNDO:
                assert walk.case == (undo or before)
            if step and step.referral and not step.referral.lead:
                assert (step.status, step.told) == (before.status, None)
        assert agrees(walk), walk.history
        assert sum(one.lead and one.open for one in walk.case.referrals) <= 1, walk.history
        assert walk.case.status not in ENDS or not any(one.open for one in walk.case.referrals)


def test_what_was_undone_and_its_undoing_leave_the_rest_of_a_history_as_it_was() -> None:
    history: list[tuple[str, dict[str, Any]]]
    history = [("file", {}), ("refer", {"lead": LEAD}), ("keep", {}), ("undo", {"undone": 2}), ("note", {})]
    assert [act for act, _facts in standing(history)] == ["file", "keep", "note"]


def _able(walk: Walk, act: Act, actor: Actor) -> bool:
    try:
        decide(walk.case, act, actor, walk.now)
    except Refusal:
        return False
    return True


@pytest.mark.parametrize("act", sorted(Act))
def test_whatever_is_not_in_the_table_is_refused(act: Act) -> None:
    rows = [move for move in PETITION if move.act is act]
    for role, status, stands in product(Role, Status, ReferralStatus):
        if any(role in move.who and status in move.start for move in rows):
            continue
        with pytest.raises(Refusal) as caught:
            decide(a_case(status, share(stands), signed=NOW), act, an_actor(role), NOW)
        if not any(role in move.who for move in rows):
            assert caught.value.key == "refused-role", (role, status)


CARRYING: tuple[dict[str, Any], ...] = ({}, {"carry_due": NOW}, {"carry_due": NOW, "carried_at": NOW})


@pytest.mark.parametrize("move", PETITION, ids=lambda move: f"{move.act}-{move.end}")
def test_every_row_of_the_table_can_be_walked_by_everybody_it_names(move: Move) -> None:
    asking = replace(share(ReferralStatus.ACCEPTED), asked_days=5)
    joined = (share(ReferralStatus.ACCEPTED), share(ReferralStatus.SENT, OTHER, lead=False, number=2))
    drafted = replace(share(ReferralStatus.ACCEPTED), step="D1")
    late = replace(share(ReferralStatus.SIGNED_OFF), step="D1")
    shares: list[tuple[Referral, ...]] = [
        (),
        *((share(status),) for status in ReferralStatus),
        (asking,),
        joined,
        (drafted,),
        (late,),
    ]
    kind = Kind.KHIEU_NAI if move.act is Act.PRESENT else Kind.PHAN_ANH
    for start, role in product(sorted(move.start), sorted(move.who)):
        cases = (
            replace(a_case(start, *found, signed=NOW, kind=kind, source=source), **carrying)
            for found, source, carrying in product(shares, ("telegram", Source.LETTER), CARRYING)
        )
        steps = list(filter(None, (_step(case, move.act, role) for case in cases)))
        assert steps, (start, role)
        assert {(step.act, step.role, bool(step.basis)) for step in steps} == {(move.act, role, True)}


def _step(case: Case, act: Act, role: Role) -> Step | None:
    try:
        return decide(case, act, an_actor(role), NOW)
    except Refusal:
        return None


@pytest.mark.parametrize("status", sorted(set(Status) - ENDS))
def test_no_status_is_a_dead_end(status: Status) -> None:
    assert any(status in move.start and move.end not in {None, status} for move in PETITION)


def test_every_status_is_reached_from_a_draft_and_nothing_leads_out_of_an_end() -> None:
    reached = {Status.DRAFT}
    while fresh := {move.end for move in PETITION if move.end and move.start & reached} - reached:
        reached |= fresh
    assert reached == set(Status)
    # A denunciation recognised late is still erased, whatever its petition had ended as.
    out = [
        move for move in PETITION if move.start & ENDS and move.end is not None and move.act is not Act.DENOUNCE
    ]
    assert out == []


def test_every_status_of_a_referral_is_reached_and_every_open_one_has_a_way_on() -> None:
    reached = {row.end for row in REFERRAL if row.start is None}
    while fresh := {row.end for row in REFERRAL if row.start and row.start & reached} - reached:
        reached |= fresh
    assert reached == set(ReferralStatus)
    assert all(any(row.start and status in row.start for row in REFERRAL) for status in OPEN_REFERRALS)


@given(
    some.sampled_from(Act),
    some.sampled_from(Status),
    some.sampled_from(sorted(OPEN_REFERRALS)),
    some.sampled_from(sorted(ReferralStatus)),
)
def test_a_coordinating_body_never_moves_the_petition(
    act: Act, status: Status, mine: ReferralStatus, leads: ReferralStatus
) -> None:
    case = a_case(status, share(leads), share(mine, OTHER, lead=False, number=2))
    actor = Actor(9, frozenset({Grant(Role.BODY_OFFICER, OTHER), Grant(Role.BODY_HEAD, OTHER)}))
    try:
        step = decide(case, act, actor, NOW)
    except Refusal:
        return
    assert (step.status, step.told) == (status, None)
    # Who works on a share is said beside it; where it stands does not change.
    assert step.referral == (None if act is Act.REASSIGN else case.referrals[1])


@pytest.mark.parametrize("status", [Status.ANSWERED, Status.CLOSED])
def test_a_resident_may_say_not_solved_for_thirty_days_and_not_a_second_longer(status: Status) -> None:
    case = a_case(status, share(ReferralStatus.SIGNED_OFF), signed=NOW)
    assert decide(case, Act.DISPUTE, Actor(OWNER), NOW + timedelta(days=30)).status is Status.DISPUTED
    assert timedelta(days=30) == DISPUTE_WITHIN
    with pytest.raises(Refusal, match="refused-state"):
        decide(case, Act.DISPUTE, Actor(OWNER), NOW + timedelta(days=30, seconds=1))
    with pytest.raises(Refusal, match="refused-state"):
        decide(a_case(status), Act.DISPUTE, Actor(OWNER), NOW)


def test_who_is_told_of_an_answer_at_the_counter_may_say_not_solved_until_it_closes() -> None:
    case = replace(a_case(Status.ANSWERED, share(ReferralStatus.SIGNED_OFF), signed=NOW), source="reception")
    officer = an_actor(Role.TRIAGE)
    assert decide(case, Act.DISPUTE, officer, NOW + timedelta(days=40)).status is Status.DISPUTED
    with pytest.raises(Refusal, match="refused-state"):
        decide(replace(case, status=Status.CLOSED), Act.DISPUTE, officer, NOW + timedelta(days=40))


@pytest.mark.parametrize("act", sorted(act for act in Act if act not in {Act.FILE, Act.ERASE}))
def test_somebody_elses_petition_is_nobodys_business(act: Act) -> None:
    for status in Status:
        with pytest.raises(Refusal):
            decide(a_case(status, share(ReferralStatus.SENT), signed=NOW), act, Actor(2), NOW)


@given(some.sampled_from(Status), some.sampled_from([None, *ReferralStatus]))
def test_the_word_for_residents_is_there_for_every_state(status: Status, lead: ReferralStatus | None) -> None:
    word = seen(a_case(status, *((share(lead),) if lead else ())))
    assert word in Seen
    assert (word is Seen.ENDED) == (status in OVER)
    assert (word is Seen.ENDED) == (ending(status, Kind.PHAN_ANH) is not None)


def test_no_two_ends_are_told_alike_and_a_denunciation_is_not_a_petition_merely_stored() -> None:
    ends = [ending(status, Kind.PHAN_ANH) for status in sorted(OVER)]
    assert len(set(ends)) == len(ends)
    assert ending(Status.STORED, Kind.TO_CAO) is Ending.DENOUNCED


def test_words_that_a_body_asked_for_go_back_to_it_and_words_the_desk_asked_for_to_the_desk() -> None:
    waiting = Status.WAITING_RESIDENT
    at_body = a_case(waiting, share(ReferralStatus.ACCEPTED))
    assert decide(at_body, Act.SUPPLY, Actor(OWNER), NOW).status is Status.REFERRED
    assert decide(a_case(waiting), Act.SUPPLY, Actor(OWNER), NOW).status is Status.TRIAGE


def test_more_time_is_asked_for_by_the_lead_and_decided_by_the_board_alone() -> None:
    idle = a_case(
        Status.REFERRED, share(ReferralStatus.ACCEPTED), share(ReferralStatus.ACCEPTED, OTHER, lead=False)
    )
    asking = a_case(Status.REFERRED, replace(share(ReferralStatus.ACCEPTED), asked_days=5))
    lead, senior = an_actor(Role.BODY_OFFICER), an_actor(Role.SENIOR)
    other = Actor(9, frozenset({Grant(Role.BODY_OFFICER, OTHER)}))
    assert decide(idle, Act.EXTEND, lead, NOW).referral == idle.referrals[0]
    assert decide(asking, Act.GRANT, senior, NOW).told == "extended"
    for case, act, actor, refused in (
        (idle, Act.EXTEND, other, "refused-role"),
        (idle, Act.GRANT, senior, "extension-decided"),
        (idle, Act.DENY, senior, "extension-decided"),
        (asking, Act.GRANT, lead, "refused-role"),
    ):
        with pytest.raises(Refusal, match=refused):
            decide(case, act, actor, NOW)


def test_the_lead_answers_once_all_who_take_part_have_or_with_a_note_why_not() -> None:
    lead, accepted = an_actor(Role.BODY_OFFICER), ReferralStatus.ACCEPTED
    waiting = a_case(Status.REFERRED, share(accepted), share(accepted, OTHER, lead=False, number=2))
    complete = a_case(
        Status.REFERRED, share(accepted), share(ReferralStatus.ANSWERED, OTHER, lead=False, number=2)
    )
    with pytest.raises(Refusal, match="contributions-missing"):
        decide(waiting, Act.ANSWER, lead, NOW)
    waived = decide(waiting, Act.WAIVE, lead, NOW)
    assert ended(waiting, waived) == ((waiting.referrals[1], ReferralStatus.RECALLED),)
    assert decide(complete, Act.ANSWER, lead, NOW).status is Status.WAITING_SIGN_OFF
    with pytest.raises(Refusal, match="nothing-awaited"):
        decide(complete, Act.WAIVE, lead, NOW)
    with pytest.raises(Refusal, match="refused-role"):
        decide(waiting, Act.WAIVE, Actor(9, frozenset({Grant(Role.BODY_HEAD, OTHER)})), NOW)


def test_with_the_leads_share_all_others_end_and_what_was_contributed_is_signed_off() -> None:
    others = (
        share(ReferralStatus.ANSWERED, OTHER, lead=False, number=2),
        share(ReferralStatus.ACCEPTED, THIRD, lead=False, number=3),
    )
    for status, act, actor, contributed in (
        (ReferralStatus.ANSWERED, Act.SIGN_OFF, an_actor(Role.SENIOR), ReferralStatus.SIGNED_OFF),
        (ReferralStatus.ACCEPTED, Act.RETURN, an_actor(Role.BODY_HEAD), ReferralStatus.RECALLED),
    ):
        start = Status.WAITING_SIGN_OFF if act is Act.SIGN_OFF else Status.REFERRED
        case = a_case(start, share(status), *others)
        step = decide(case, act, actor, NOW)
        assert ended(case, step) == ((others[0], contributed), (others[1], ReferralStatus.RECALLED))


def test_the_first_not_solved_goes_back_to_the_lead_and_the_next_is_the_desks_to_decide() -> None:
    once = a_case(Status.DISPUTED, share(ReferralStatus.SIGNED_OFF), signed=NOW)
    step = decide(once, Act.REOPEN, SYSTEM, NOW)
    assert (step.status, step.referral_status) == (Status.REFERRED, ReferralStatus.ACCEPTED)
    for kept in (replace(once, reopened_at=NOW), replace(once, lead=None), replace(once, kind=Kind.KHIEU_NAI)):
        with pytest.raises(Refusal, match="refused-state"):
            decide(kept, Act.REOPEN, SYSTEM, NOW)
        assert decide(kept, Act.UPHOLD, an_actor(Role.TRIAGE), NOW).status is Status.CLOSED


@pytest.mark.parametrize("act", [Act.REFER, Act.GUIDE, Act.STORE])
def test_the_desk_does_not_take_a_petition_out_of_the_hands_of_a_body_that_asked(act: Act) -> None:
    asked = a_case(Status.WAITING_RESIDENT, share(ReferralStatus.ACCEPTED))
    with pytest.raises(Refusal, match="refused-state"):
        decide(asked, act, an_actor(Role.TRIAGE), NOW)
    assert decide(a_case(Status.WAITING_RESIDENT), act, an_actor(Role.TRIAGE), NOW).act is act


def test_what_is_followed_up_is_reported_once_by_its_lead_and_confirmed_by_the_board() -> None:
    answered = a_case(Status.ANSWERED, share(ReferralStatus.SIGNED_OFF), signed=NOW)
    followed, reported = replace(answered, carry_due=NOW), replace(answered, carry_due=NOW, carried_at=NOW)
    lead, senior = an_actor(Role.BODY_OFFICER), an_actor(Role.SENIOR)
    for status in (Status.ANSWERED, Status.CLOSED):
        assert decide(replace(answered, status=status), Act.FOLLOW_UP, an_actor(Role.TRIAGE), NOW).told is None
        assert decide(replace(followed, status=status), Act.CARRY_OUT, lead, NOW).status is status
        assert decide(replace(reported, status=status), Act.CONFIRM_CARRIED, senior, NOW).told == "carried"
    for case, act, actor, refused in (
        (answered, Act.CARRY_OUT, lead, "carry-not-awaited"),
        (reported, Act.CARRY_OUT, lead, "carry-not-awaited"),
        (followed, Act.CARRY_OUT, Actor(9, frozenset({Grant(Role.BODY_OFFICER, OTHER)})), "refused-role"),
        (followed, Act.CONFIRM_CARRIED, senior, "carry-not-reported"),
        (reported, Act.CONFIRM_CARRIED, an_actor(Role.TRIAGE), "refused-role"),
        (followed, Act.OVERRIDE_REPORT, senior, "carry-not-reported"),
        (reported, Act.OVERRIDE_REPORT, an_actor(Role.TRIAGE), "refused-role"),
        (a_case(Status.CLOSED), Act.FOLLOW_UP, senior, "refused-state"),
        (replace(answered, erased=True), Act.FOLLOW_UP, senior, "erased"),
    ):
        with pytest.raises(Refusal, match=refused):
            decide(case, act, actor, NOW)


def test_the_front_reminds_the_lead_of_what_it_must_carry_out_until_it_reports() -> None:
    signed = share(ReferralStatus.SIGNED_OFF)
    answered = a_case(Status.CLOSED, signed, signed=NOW)
    followed = replace(answered, carry_due=NOW)
    assert followed.reminded == replace(signed, due_at=NOW)
    assert answered.reminded is None
    assert replace(followed, carried_at=NOW).reminded is None
    assert decide(followed, Act.PROMPT, SYSTEM, NOW).basis == "Luật MTTQ Việt Nam 2015, Đ25"
    with pytest.raises(Refusal, match="refused-state"):
        decide(answered, Act.PROMPT, SYSTEM, NOW)
