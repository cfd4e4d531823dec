"""Taking a decision back: whether it still can be, and how the petition stood before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from petitions.case import ReferralStatus, Status
from petitions.chain import Link
from petitions.refusal import Refusal
from petitions.roles import Actor
from petitions.stated import as_columns, of_petition, of_referral
from petitions.workflow import Act, replay, undoable

_REASONS = frozenset({Act.OVERRIDE, Act.OVERRIDE_REPORT})
"""Given in one with the decision that follows, taken back with it."""


@dataclass(frozen=True)
class Share:
    """How a body's latest referral stands, or stood: its status, and its columns as entries state them."""

    status: ReferralStatus
    columns: Mapping[str, Any]


@dataclass(frozen=True)
class Before:
    """How a petition stood before a decision: its status, the columns that differ, each body's share.

    `taken_back` is the decision, with the reason given for letting something weak pass.
    """

    decision: Link
    taken_back: tuple[Link, ...]
    status: Status
    columns: Mapping[str, Any]
    shares: Mapping[str, Share]


def undo(chain: Sequence[Link], position: int, actor: Actor, now: datetime, within: timedelta) -> Before:
    """Return how a petition stood before the decision at this position of its whole history.

    Raises: Refusal — `undo-overtaken` (something was done since, or it is no decision), `undo-not-yours`,
    `undo-too-late`.
    """
    last = next(link for link in reversed(chain) if link.act != Act.KEEP)  # a file that arrived is no act
    if last.position != position or not undoable(last.act, last.role):
        raise Refusal("undo-overtaken")
    if last.actor != actor.person:
        raise Refusal("undo-not-yours")
    if now > last.at + within:
        raise Refusal("undo-too-late", seconds=int(within.total_seconds()))
    return _before(chain, last)


def _before(chain: Sequence[Link], decision: Link) -> Before:
    reason = chain[decision.position - 2]
    taken_back = (decision, reason) if reason.act in _REASONS else (decision,)
    earlier = [(link.act, link.facts) for link in chain[: decision.position - len(taken_back)]]
    stood, stands = of_petition(earlier), of_petition((link.act, link.facts) for link in chain)
    status, shares = replay(earlier)
    return Before(
        decision=decision,
        taken_back=taken_back,
        status=status,
        columns=as_columns({name: value for name, value in stood.items() if value != stands[name]}),
        shares={body: Share(where, as_columns(of_referral(earlier, body))) for body, where in shares.items()},
    )
