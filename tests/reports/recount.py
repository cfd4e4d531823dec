"""Every figure once more, slowly: each petition's entries are read one after the other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

SUGGESTIONS = {"KIEN_NGHI", "PHAN_ANH"}
HOW = {"guide": "guided", "store": "stored", "denounce": "stored", "withdraw": "withdrawn"}
_ENTRIES = text("SELECT petition_id, position, at, act, facts FROM entries ORDER BY petition_id, position")


@dataclass
class Life:
    """What happened to one petition: when it was open, each answer, each judgement, the first news."""

    classes: dict[str, str]
    spells: list[list[Any]] = field(default_factory=list)
    answers: list[dict[str, Any]] = field(default_factory=list)
    judged: list[tuple[datetime, str]] = field(default_factory=list)
    told: datetime | None = None
    told_due: datetime | None = None
    carrying: list[tuple[datetime, datetime | None, list[datetime]]] = field(default_factory=list)
    carried: list[datetime] = field(default_factory=list)


async def lives(connection: AsyncConnection) -> list[Life]:
    """Read all histories as they stand: what was undone never was."""
    found = defaultdict(list)
    for row in await connection.execute(_ENTRIES):
        found[row.petition_id].append(row)
    return [_live(rows) for rows in found.values()]


def _live(rows: list[Any]) -> Life:
    undone = {row.facts["undone"] for row in rows if row.act == "undo"}
    life = Life({"residential_group": "-", "lead": "-"})
    for row in rows:
        if row.act != "undo" and row.position not in undone:
            _step(life, row.act, row.at, row.facts)
    return life


def _step(life: Life, act: str, at: datetime, facts: Mapping[str, Any]) -> None:
    for name in ("kind", "field", "level", "lead", "residential_group"):
        if name in facts:
            life.classes[name] = facts[name] or "-"
    if act == "file":
        life.spells.append([at, None, None])
        life.told_due = datetime.fromisoformat(facts["first_answer_due"])
    if facts.get("first_answer_at"):
        life.told = datetime.fromisoformat(facts["first_answer_at"])
    ends = "closed_at" in facts and facts["closed_at"] is not None
    if ends and life.spells[-1][1] is None:
        life.spells[-1][1:] = [at, HOW.get(act, "closed")]
        for one in life.answers:
            one["over"] = one["over"] or at
    elif "closed_at" in facts and not ends and life.spells[-1][1] is not None:
        life.spells.append([at, None, None])
    _again(life, at, facts)
    _answer(life, act, at, facts)
    _carry(life, act, at, facts)
    if act in {"rate", "dispute"}:
        life.judged.append((at, facts["rating"]))


def _again(life: Life, at: datetime, facts: Mapping[str, Any]) -> None:
    if facts.get("result", "-") is None:
        for one in life.answers:
            one["again"] = one["again"] or at


def _carry(life: Life, act: str, at: datetime, facts: Mapping[str, Any]) -> None:
    if "carry_due" in facts:
        due = facts["carry_due"]
        life.carrying.append((at, datetime.fromisoformat(due) if due else None, []))
    if act == "carry_out":
        life.carrying[-1][2].append(at)
    if act == "confirm_carried":
        life.carried.append(at)


def _answer(life: Life, act: str, at: datetime, facts: Mapping[str, Any]) -> None:
    if act in {"refer", "reopen"}:
        for one in life.answers:
            one["over"] = one["over"] or at
        stated = {"due": facts.get("due_at"), "accepted": facts.get("accepted_at")}
        never = dict.fromkeys(("over", "signed", "given", "paused", "result", "again"))
        life.answers.append({"body": facts["lead"], "sent": at, **stated, **never})
        return
    if not life.answers or facts.get("body") != life.answers[-1]["body"]:
        return
    last = life.answers[-1]
    for name, kept in (
        ("due_at", "due"),
        ("accepted_at", "accepted"),
        ("paused_at", "paused"),
        ("answered_at", "given"),
    ):
        if name in facts:
            last[kept] = facts[name]
    if act in {"return", "recall", "sign_off"}:
        last["over"] = at
    if act == "sign_off":
        last["signed"], last["result"], last["again"] = at, facts.get("result"), None


def count(
    found: Iterable[Life], start: datetime, end: datetime, body: str | None = None
) -> dict[str, float | None]:
    """Count the figures of these petitions between two moments; those of a body, or of the office (`-`)."""
    counted: dict[str, float] = defaultdict(float)
    days: list[float] = []
    late: list[float] = []
    for life in found:
        _flow(counted, life, start, end, body)
        for one in life.answers:
            _answers(counted, life, one, (start, end), days, late)
        if body not in {None, life.classes["lead"]}:
            continue
        _carrying(counted, life, start, end)
        for at, rating in life.judged:
            if start <= at < end:
                counted["judged"] += 1
                counted[{"not": "unsolved"}.get(rating, rating)] += 1
    return counted | {
        "median_days": median(days) if days else None,
        "longest_days": max(late) if late else None,
    }


def _flow(counted: dict[str, float], life: Life, start: datetime, end: datetime, body: str | None) -> None:
    for number, (opened, ended, how) in enumerate(life.spells):
        if body not in {None, _holder(life, opened < end and (ended is None or ended >= end), end)}:
            continue
        if number == 0:
            _came(counted, life, start, end)
        inside = start <= opened < end
        counted["received"] += inside and number == 0
        counted["reopened"] += inside and number > 0
        counted["open_before"] += opened < start and (ended is None or ended >= start)
        if ended and start <= ended < end:
            counted["ended"] += 1
            counted[how] += 1
        if opened < end and (ended is None or ended >= end):
            counted["open_after"] += 1
            counted["awaiting" if _awaits(life, end) else "in_hand"] += 1
            counted["unaccepted"] += _silent(life, end)
            counted[_age(end - life.spells[0][0])] += 1
            late = life.told_due and life.told_due < end and (life.told is None or life.told >= end)
            counted["untold_late"] += bool(late) and number == 0


def _holder(life: Life, stays: bool, end: datetime) -> str:
    if not stays:
        return life.classes["lead"] if any(one["signed"] for one in life.answers) else "-"
    sent = [one for one in life.answers if one["sent"] < end]
    if not sent or _awaits(life, end):
        return sent[-1]["body"] if sent else "-"
    over, given = sent[-1]["over"], sent[-1]["given"]
    works = (over is None or over >= end) and (given is None or datetime.fromisoformat(given) >= end)
    return sent[-1]["body"] if works else "-"


def _awaits(life: Life, end: datetime) -> bool:
    sent = [one for one in life.answers if one["sent"] < end]
    signed: datetime | None = sent[-1]["signed"] if sent else None
    if signed is None or signed >= end:
        return False
    return not any(signed <= at < end and rating == "not" for at, rating in life.judged)


def _silent(life: Life, end: datetime) -> bool:
    sent = [one for one in life.answers if one["sent"] < end]
    if not sent or (sent[-1]["over"] is not None and sent[-1]["over"] < end):
        return False
    accepted = sent[-1]["accepted"]
    return accepted is None or datetime.fromisoformat(accepted) >= end


def _came(counted: dict[str, float], life: Life, start: datetime, end: datetime) -> None:
    if start <= life.spells[0][0] < end:
        kind = life.classes["kind"]
        counted["complaints"] += kind == "KHIEU_NAI"
        counted["denunciations"] += kind == "TO_CAO"
        counted["suggestions"] += kind in SUGGESTIONS
        counted["other_kinds"] += kind not in SUGGESTIONS | {"KHIEU_NAI", "TO_CAO"}
    if life.told and life.told_due and start <= life.told < end:
        counted["told"] += 1
        counted["told_on_time"] += life.told <= life.told_due


def _carrying(counted: dict[str, float], life: Life, start: datetime, end: datetime) -> None:
    counted["carried_out"] += sum(start <= at < end for at in life.carried)
    before = [one for one in life.carrying if one[0] < end]
    _at, due, reported = before[-1] if before else (None, None, [])
    if due:
        counted["followed_up"] += 1
        counted["carry_overdue"] += due < end and not any(at < end for at in reported)


def _age(age: timedelta) -> str:
    limits = ((7, "open_to_7"), (30, "open_to_30"), (90, "open_to_90"))
    return next((name for days, name in limits if age <= timedelta(days=days)), "open_longer")


def _answers(
    counted: dict[str, float],
    life: Life,
    one: Mapping[str, Any],
    span: tuple[datetime, datetime],
    days: list[float],
    late: list[float],
) -> None:
    start, end = span
    due = datetime.fromisoformat(one["due"]) if one["due"] else None
    given = datetime.fromisoformat(one["given"]) if one["given"] else None
    if one["signed"] and start <= one["signed"] < end:
        counted["answered"] += 1
        again = one["again"] is not None and one["again"] < end
        counted["result_open" if again or not one["result"] else one["result"]] += 1
        counted["on_time"] += given is not None and due is not None and given <= due
        days.append((one["signed"] - life.spells[0][0]) / timedelta(days=1))
    waits = (one["over"] is None or one["over"] >= end) and (given is None or given >= end)
    if due and due < end and one["accepted"] and waits and not one["paused"]:
        counted["overdue"] += 1
        last = (end - timedelta(microseconds=1)).astimezone(ZONE).date()
        late.append(float((last - due.astimezone(ZONE).date()).days))
