"""The page of rights and the workflow say the same, and whoever is not on it is refused in every state."""

from dataclasses import replace
from itertools import product

import pytest

from petitions.access import SEES
from petitions.case import Case, ReferralStatus, Status
from petitions.refusal import Refusal
from petitions.rights import RIGHTS, may
from petitions.roles import GRANTED, OF_BODY, SYSTEM, Actor, Grant, Role
from petitions.workflow import PETITION, REFERRAL, Act, decide
from tests.petitions.test_workflow import LEAD, NOW, OTHER, OWNER, a_case, share

STRANGER = 99
STANDS = (None, *ReferralStatus)


def somebody(role: Role) -> Actor:
    """Return an actor with one role alone, who has filed nothing."""
    if role is Role.SYSTEM:
        return SYSTEM
    grants = () if role is Role.RESIDENT else (Grant(role, LEAD if role in OF_BODY else None),)
    return Actor(OWNER if role is Role.RESIDENT else STRANGER, frozenset(grants))


def refused(act: Act, actor: Actor, status: Status, stands: ReferralStatus | None) -> str | None:
    """Return why an act is refused, None where it is not."""
    case = a_case(status, *((share(stands),) if stands else ()), signed=NOW)
    try:
        decide(case, act, actor, NOW)
    except Refusal as refusal:
        return refusal.key
    return None


def test_every_act_stands_once_on_the_page_with_the_roles_that_the_workflow_names() -> None:
    listed = [act for right in RIGHTS for act in sorted(right.acts)]
    assert sorted(listed) == sorted(Act)
    named = {act: frozenset[Role]().union(*(move.who for move in PETITION if move.act is act)) for act in Act}
    assert {act: may(act) for act in Act} == named
    assert all(row.who <= may(row.act) for row in REFERRAL)


@pytest.mark.parametrize("role", sorted(Role))
def test_whoever_is_not_on_the_page_is_refused_in_every_state(role: Role) -> None:
    for act, status, stands in product(sorted(Act), sorted(Status), STANDS):
        if role not in may(act):
            why = refused(act, somebody(role), status, stands)
            assert why in {"refused-role", "share-ended"}, (act, status, stands)


@pytest.mark.parametrize("role", sorted(OF_BODY))
def test_a_body_acts_on_its_own_share_alone(role: Role) -> None:
    elsewhere = Actor(STRANGER, frozenset({Grant(role, OTHER)}))
    for act, status, stands in product(sorted(Act), sorted(Status), STANDS):
        assert refused(act, elsewhere, status, stands) == "refused-role", (act, status, stands)


def followed_up(status: Status, source: str) -> Case:
    """Return a case that takes words also once it is closed."""
    return replace(a_case(status, signed=NOW, source=source), carry_due=NOW)


@pytest.mark.parametrize("role", [Role.TRIAGE, Role.SENIOR])
def test_what_is_an_authors_own_is_an_officers_at_the_counter_alone(role: Role) -> None:
    own = [act for act in Act if {role, Role.RESIDENT} <= may(act)]
    assert Act.FILE in own
    for act, status in product([*own, Act.INFORM], sorted(Status)):
        there, elsewhere = (followed_up(status, source) for source in ("letter", "telegram"))
        with pytest.raises(Refusal, match="refused-role"):
            decide(elsewhere, act, somebody(role), NOW)
        if any(move.act is act and status in move.start for move in PETITION):
            assert decide(there, act, somebody(role), NOW).role is role


def test_the_keeper_of_denunciations_does_nothing_to_a_petition() -> None:
    assert [act for act in Act if Role.DENUNCIATION_KEEPER in may(act)] == []


def test_whoever_signs_answers_off_may_do_whatever_triage_may() -> None:
    triage, senior = somebody(Role.TRIAGE), somebody(Role.SENIOR)
    for act, status, stands in product(sorted(Act), sorted(Status), STANDS):
        if refused(act, triage, status, stands) is None:
            assert refused(act, senior, status, stands) is None, (act, status, stands)


def test_leaders_and_auditors_do_nothing_to_a_petition_and_an_administrator_only_erases() -> None:
    assert [act for act in Act if may(act) & {Role.LEADER, Role.AUDITOR}] == []
    assert [act for act in Act if Role.ADMINISTRATOR in may(act)] == [Act.ERASE]


def test_every_role_that_can_be_given_has_a_line_that_says_what_it_reads() -> None:
    assert {*GRANTED} <= {*SEES}
