"""What entries state of a petition's columns: a changed date or class is found like a changed entry."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from petitions.workflow import Act, standing

OF_PETITION = (
    "kind",
    "field",
    "level",
    "lead",
    "street",
    "residential_group",
    "paper_at",
    "name_shown",
    "disposition",
    "result",
    "rating",
    "filed_at",
    "first_answer_due",
    "first_answer_at",
    "signed_off_at",
    "close_due",
    "closed_at",
    "precedence",
    "officer_id",
    "reply_due",
    "reply_remind_at",
    "reopened_at",
    "remind_due",
    "merged_into",
    "split_from",
    "handed_in_at",
    "recurring_of",
    "source",
    "next_due",
    "carry_due",
    "carried_at",
    "untold_since",
)
"""Columns of a petition that only entries set; the status is replayed from the acts themselves."""
OF_REFERRAL = ("accepted_at", "due_at", "paused_at", "answered_at", "asked_days", "step", "urged", "clerk_id")
"""Columns of a referral that only entries about its body set."""

_TIMES = ("_at", "_due", "_since")
"""How the columns that hold times end."""

History = Iterable[tuple[str, Mapping[str, Any]]]
"""(act, facts), oldest first."""


def as_facts(columns: Mapping[str, Any]) -> dict[str, Any]:
    """Return columns as an entry states them: times in UTC with microseconds, codes as plain text."""
    return {name: _plain(value) for name, value in columns.items()}


def as_columns(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an entry states as columns: the inverse of `as_facts`."""
    return {name: _read(value) if name.endswith(_TIMES) else value for name, value in facts.items()}


def of_petition(history: History) -> dict[str, Any]:
    """Return the petition's columns as its entries state them; None for one never stated."""
    found: dict[str, Any] = dict.fromkeys(OF_PETITION)
    for _act, facts in standing(history):
        found |= {name: facts[name] for name in OF_PETITION if name in facts}
    return found


def of_referral(history: History, body: str) -> dict[str, Any]:
    """Return the columns of a body's latest referral as the entries state them; a new referral starts anew."""
    found: dict[str, Any] = dict.fromkeys(OF_REFERRAL)
    for act, facts in standing(history):
        renewed = act in {Act.REFER, Act.REOPEN}
        if facts.get("lead" if renewed else "body") != body:
            continue
        if renewed or act == Act.INVOLVE:
            found = dict.fromkeys(OF_REFERRAL)
        found |= {name: facts[name] for name in OF_REFERRAL if name in facts}
    return found


def _read(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return str(value) if isinstance(value, str) else value
