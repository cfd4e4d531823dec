"""The one definition of every figure: name, unit, formula, source; and the rules by which figures must add up."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from petitions import registers
from petitions.adding_up import AtMost, Rule, Sum


class Unit(StrEnum):
    """What a figure counts."""

    PETITIONS = "petitions"
    MESSAGES = "messages"
    MATTERS = "matters"
    PERCENT = "percent"
    DAYS = "days"
    TIMES = "times"


@dataclass(frozen=True)
class Definition:
    """A figure: what it counts, how, and from which records; `of` are the two figures of which it is a share."""

    name: str
    unit: Unit
    formula: str
    source: str
    of: tuple[str, str] | None = None


_N, _BOOKS = Unit.TIMES, "register_entries"
_P, _HISTORY, _SHARES, _ENTRIES = Unit.PETITIONS, "petitions, entries", "referrals", "entries"

DEFINITIONS: tuple[Definition, ...] = (
    Definition("received", _P, "filed in the period", _HISTORY),
    Definition("complaints", _P, "received, of the kind KHIEU_NAI", _HISTORY),
    Definition("denunciations", _P, "received, of the kind TO_CAO", _HISTORY),
    Definition("suggestions", _P, "received, of the kinds KIEN_NGHI and PHAN_ANH", _HISTORY),
    Definition("other_kinds", _P, "received, of any other kind", _HISTORY),
    Definition("open_before", _P, "open at the first moment of the period", _HISTORY),
    Definition("reopened", _P, "ended, and taken up again by a dispute in the period", _HISTORY),
    Definition("ended", _P, "closed or ended otherwise in the period, each time counted", _HISTORY),
    Definition("closed", _P, "ended with an answer", _HISTORY),
    Definition("guided", _P, "ended by guiding to another door", _HISTORY),
    Definition("stored", _P, "ended by filing without action", _HISTORY),
    Definition("withdrawn", _P, "ended by its author", _HISTORY),
    Definition("merged", _P, "ended by merging with another one", _HISTORY),
    Definition("split", _P, "ended by splitting into others", _HISTORY),
    Definition("open_after", _P, "open at the last moment of the period", _HISTORY),
    Definition("in_hand", _P, "open_after, with a body or the office: not answered, or disputed", _SHARES),
    Definition("unaccepted", _P, "in_hand, referred, and the lead body has not accepted it", _SHARES),
    Definition("awaiting", _P, "open_after, answered, the resident has not judged it yet", _SHARES),
    Definition("open_to_7", _P, "open_after, filed at most 7 days before", _HISTORY),
    Definition("open_to_30", _P, "open_after, filed 7 to 30 days before", _HISTORY),
    Definition("open_to_90", _P, "open_after, filed 30 to 90 days before", _HISTORY),
    Definition("open_longer", _P, "open_after, filed more than 90 days before", _HISTORY),
    Definition("told", _P, "the resident first heard what becomes of it in the period", _HISTORY),
    Definition("told_on_time", _P, "told, not later than the first answer was due", _HISTORY),
    Definition("untold_late", _P, "open_after, first answer overdue and not given", _HISTORY),
    Definition("answered", _P, "the lead body's answer was signed off in the period", _SHARES),
    Definition("on_time", _P, "answered, by the body not later than it was due", _SHARES),
    Definition("settled", _P, "answered, with the result that it is settled", _SHARES),
    Definition("in_progress", _P, "answered, with the result that it is being settled", _SHARES),
    Definition("planned", _P, "answered, with the result that it will be settled", _SHARES),
    Definition("explained", _P, "answered, with the result that it is explained", _SHARES),
    Definition("result_open", _P, "answered, and taken up again by the last moment, or no result named", _SHARES),
    Definition("median_days", Unit.DAYS, "median of days from filing to signing off, of answered", _SHARES),
    Definition("overdue", _P, "a lead body's answer is overdue at the last moment, by dates in force", _SHARES),
    Definition("longest_days", Unit.DAYS, "the longest time overdue, of overdue", _SHARES),
    Definition("judged", Unit.TIMES, "a resident judged an answer in the period", _ENTRIES),
    Definition("solved", Unit.TIMES, "judged solved", _ENTRIES),
    Definition("partly", Unit.TIMES, "judged partly solved", _ENTRIES),
    Definition("unsolved", Unit.TIMES, "judged not solved", _ENTRIES),
    Definition("escalated", Unit.TIMES, "brought before the body above in the period", _ENTRIES),
    Definition("followed_up", _P, "answered, to be carried out and not confirmed at the last moment", _ENTRIES),
    Definition("carry_overdue", _P, "followed_up, past its date, and the body has not reported", _ENTRIES),
    Definition("carried_out", Unit.TIMES, "confirmed as carried out in the period", _ENTRIES),
    Definition("turned_to_paper", Unit.MESSAGES, "denunciations told the way on paper, not kept", "turned_away"),
    Definition("turned_to_help", Unit.MESSAGES, "cries for help told the emergency numbers", "turned_away"),
    Definition("recurring", Unit.MATTERS, "same field and place at least 3 times in 90 days, once in the period",
               "petitions"),
    Definition("supervisions_own", _N, "supervision teams of the Front's own", _BOOKS),
    Definition("supervisions_joint", _N, "joint supervisions", _BOOKS),
    Definition("joint_building", _N, "joint supervisions of building order", _BOOKS),
    Definition("joint_democracy", _N, "joint supervisions of grassroots democracy", _BOOKS),
    Definition("joint_land", _N, "joint supervisions of land", _BOOKS),
    Definition("joint_other", _N, "joint supervisions of other fields", _BOOKS),
    Definition("works", _N, "works under community supervision", _BOOKS),
    Definition("works_wrong", _N, "works with violations", _BOOKS),
    Definition("works_mended", _N, "works whose violations were remedied", _BOOKS),
    Definition("review_conferences", _N, "conferences of social criticism", _BOOKS),
    Definition("comment_sessions", _N, "sessions of comments on Party and government", _BOOKS),
    Definition("receptions", _N, "people received", _BOOKS),
    Definition("dialogues", _N, "dialogue conferences", _BOOKS),
    Definition("on_time_rate", Unit.PERCENT, "on_time / answered", _SHARES, ("on_time", "answered")),
    Definition("told_rate", Unit.PERCENT, "told_on_time / told", _HISTORY, ("told_on_time", "told")),
    Definition("solved_rate", Unit.PERCENT, "solved / judged", _ENTRIES, ("solved", "judged")),
)  # fmt: skip
"""Every figure; classes are those that a petition has now, moments those of its history."""

BY_NAME: Mapping[str, Definition] = {one.name: one for one in DEFINITIONS}

RULES: tuple[Rule, ...] = (
    Sum(("received",), ("complaints", "denunciations", "suggestions", "other_kinds")),
    Sum(("open_before", "received", "reopened"), ("ended", "open_after")),
    Sum(("ended",), ("closed", "guided", "stored", "withdrawn", "merged", "split")),
    Sum(("open_after",), ("in_hand", "awaiting")),
    Sum(("open_after",), ("open_to_7", "open_to_30", "open_to_90", "open_longer")),
    Sum(("judged",), ("solved", "partly", "unsolved")),
    AtMost("told_on_time", "told"),
    AtMost("on_time", "answered"),
    Sum(("answered",), ("settled", "in_progress", "planned", "explained", "result_open")),
    AtMost("overdue", "in_hand"),
    AtMost("unaccepted", "in_hand"),
    AtMost("carry_overdue", "followed_up"),
    AtMost("untold_late", "open_after"),
    *registers.RULES,
)
"""What must hold of the totals, and of every part by itself."""

SPLIT = {
    "received": ("kind", "field", "level", "source", "body", "group", "cell"),
    "ended": ("field", "body", "group"),
    "open_after": ("field", "body", "group"),
    "in_hand": ("field", "body", "group"),
    "answered": ("body", "field", "group"),
    "overdue": ("body", "field", "group"),
    "followed_up": ("body", "field", "group"),
}
"""Figures whose parts by these dimensions together are the total."""
