"""A report as the lines of one message: what changed, who is late, where it burns, what was left out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from desk.letter import Line, Value, date, fact, period_name, word
from petitions.adding_up import Figures
from petitions.kinds import OF_ANSWERS
from petitions.programme import Programme
from petitions.registers import COUNTED
from reports.definitions import BY_NAME, Unit
from reports.figures import Report

Lines = tuple[Line, ...]
_LATE = 3
_FLOW = ("received", "ended", "open_after")
_MORE = ("unsolved", "reopened", "recurring", "escalated", "untold_late", "turned_to_paper")
SAID = (
    *_FLOW,
    *_MORE,
    "in_hand",
    "awaiting",
    "median_days",
    "overdue",
    "on_time_rate",
    "told_rate",
    "solved_rate",
)
"""Figures that have a line of their own."""
_BUSY = ("received", "ended", "reopened", "answered", "judged", "carried_out")
_RESULTS = (*map(str, OF_ANSWERS), "result_open")
_FOLLOWED = ("carried_out", "followed_up", "carry_overdue")


def lines(said: Report, programme: Programme) -> Lines:
    """Return the report's lines: its heading first, what was withheld last."""
    head = Line(
        "report-head", {"period": period_name(said.period.name), "unit": unit_name(programme), "days": _days(said)}
    )
    running = (Line("report-running"),) if said.running else ()
    quiet = not any(said.figures.get(name) for name in _BUSY) and not said.withheld
    body = _quiet(said, programme) if quiet else _busy(said, programme)
    return (head, *running, *body, *_withheld(said))


def _days(said: Report) -> Value:
    """Say from which day to which the figures are; a period that began today has one."""
    last = min(said.period.last, said.end.astimezone(said.zone).date())
    if said.start.astimezone(said.zone).date() == last:
        return date(said.start)
    return word("report-days", first=date(said.start), last=date(datetime.combine(last, time(), said.zone)))


def unit_name(programme: Programme) -> dict[str, Any]:
    """Say whose report it is in the reader's language."""
    return {"vi": programme.unit_vi, "en": programme.unit_en}


def _quiet(said: Report, programme: Programme) -> Iterator[Line]:
    yield Line("report-quiet")
    yield from _figures(said, ("open_after",))
    yield from standing(said.figures)
    yield from _overdue(said, programme)
    yield from followed(said.figures)
    yield from _more(said)


def _busy(said: Report, programme: Programme) -> Iterator[Line]:
    for number, line in enumerate((*_figures(said, _FLOW), *standing(said.figures), *_split(said.figures))):
        yield replace(line, tight=number > 0)
    yield from _shares(said)
    yield from results(said.figures)
    yield from _figures(said, ("median_days",))
    yield from _overdue(said, programme)
    yield from followed(said.figures)
    yield from _more(said)
    yield from _hot(said, programme)


def _split(figures: Figures) -> Iterator[Line]:
    """Say how what was split is counted, where anything was: as a whole that came and ended, and by its parts."""
    if figures.get("split"):
        yield fact("report-split", value=int(figures["split"] or 0))


def _more(said: Report) -> Iterator[Line]:
    """Say what is seldom, where there is any: late news of the office above all, in a quiet period too."""
    yield from _figures(said, tuple(name for name in _MORE if said.figures.get(name)))


def standing(figures: Figures) -> Iterator[Line]:
    """Say how much of what is open is in hand, as the overview counts it, and what no body has accepted yet."""
    if figures.get("awaiting") and "in_hand" in figures:
        yield fact(
            "report-standing", **{name: int(figures[name] or 0) for name in ("in_hand", "awaiting", "awaiting")}
        )
    if figures.get("unaccepted"):
        yield fact("report-unaccepted", value=int(figures["unaccepted"] or 0))


def results(figures: Figures) -> Iterator[Line]:
    """Say what came of what was answered; nothing where nothing was."""
    if figures.get("answered") and all(name in figures for name in _RESULTS):
        yield fact("report-results", **{name: int(figures[name] or 0) for name in _RESULTS})


def followed(figures: Figures) -> Iterator[Line]:
    """Say what was carried out, what is yet to be, and how much of it is overdue; nothing where nothing is."""
    if any(figures.get(name) for name in _FOLLOWED) and all(name in figures for name in _FOLLOWED):
        yield fact("report-followed", **{name: int(figures[name] or 0) for name in _FOLLOWED})


def _figures(said: Report, names: tuple[str, ...]) -> Iterator[Line]:
    for name in names:
        value = said.figures.get(name)
        if value is not None:
            yield fact(f"report-{name}", value=_number(value), change=change(said, name))


def _shares(said: Report) -> Iterator[Line]:
    for definition in BY_NAME.values():
        if definition.of and said.figures.get(definition.name) is not None:
            part, whole = (int(said.figures[one] or 0) for one in definition.of)
            rate = _number(said.figures[definition.name] or 0)
            yield fact(
                f"report-{definition.name}",
                value=rate,
                part=part,
                whole=whole,
                change=change(said, definition.name),
            )


def change(said: Report, name: str) -> Value:
    """Say how a figure changed from the period before; nothing where that had none."""
    now, before = said.figures.get(name), said.before.get(name)
    if now is None or before is None:
        return ""
    by = _number(abs(now - before))
    points = "-points" if BY_NAME[name].unit is Unit.PERCENT else ""
    if now == before:
        return word("change-same")
    return word(f"change-up{points}" if now > before else f"change-down{points}", by=by)


def _overdue(said: Report, programme: Programme) -> Iterator[Line]:
    value = said.figures.get("overdue")
    if value is None:
        return
    key = "report-overdue" if said.running else "report-overdue-then"
    yield fact(key, value=int(value), change=change(said, "overdue"))
    late = {body: row for body, row in said.by("body").items() if row.get("overdue")}
    for body in sorted(late, key=lambda one: (-(late[one]["overdue"] or 0), one))[:_LATE]:
        days = int(late[body].get("longest_days") or 0)
        yield fact("report-late", body=body_of(programme, body), count=int(late[body]["overdue"] or 0), days=days)


def _hot(said: Report, programme: Programme) -> Iterator[Line]:
    for number, spot in enumerate(said.hot):
        if number == 0:
            yield Line("report-hot")
        place = word("report-hot-in", group=group_of(programme, spot.group)) if spot.group else ""
        usual = round(spot.usual, 1)
        yield fact("report-hot-spot", field=word(f"field-{spot.field}"), place=place, now=spot.now, usual=usual)


def _withheld(said: Report) -> Iterator[Line]:
    names = {name for one in said.withheld for name in one.figures}
    if names:
        yield Line("report-withheld", {"count": len(names)})
        for rule in dict.fromkeys(one.rule for one in said.withheld):
            yield fact("report-withheld-rule", rule=rule)


def body_of(programme: Programme, code: str) -> dict[str, Any]:
    """Say a body's name in the reader's language; one that the programme names no longer by its code."""
    known = next((one for one in programme.bodies if one.code == code), None)
    return {"vi": known.name_vi, "en": known.name_en} if known else {"vi": code, "en": code}


def group_of(programme: Programme, code: str) -> Value:
    """Say a residential group's name; one that the programme does not name by what it is and its number."""
    known = next((one.name for one in programme.residential_groups or () if one.code == code), None)
    return known or (word("report-group", group=code) if code.isdecimal() else code)


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else round(value, 1)


def paragraph(said: Report, programme: Programme) -> Lines:
    """Return the results of supervision, criticism and reception as the annual review of the programme has them.

    Empty where the registers count nothing; a sentence whose figures did not add up is left out.
    """
    if not any(said.figures.get(name) for name in COUNTED):
        return ()
    sentences = [line for key, names in PARAGRAPH.items() if (line := _sentence(said, key, names))]
    head = Line("paragraph-head", {"period": period_name(said.period.name), "unit": unit_name(programme)})
    return (head, *sentences)


def _sentence(said: Report, key: str, names: tuple[str, ...]) -> Line | None:
    levels = {one: int(said.by("level").get(one, {}).get("received") or 0) for one in ("ward", "district", "city")}
    values = {name: said.figures.get(name) for name in names}
    if any(value is None for value in values.values()):
        return None
    counts: dict[str, Value] = {name: int(value or 0) for name, value in values.items()}
    if "received" in names:
        counts |= {"ward": levels["ward"], "above": levels["district"] + levels["city"]}
    return fact(f"paragraph-{key}", **counts)


PARAGRAPH = {
    "own": ("supervisions_own",),
    "works": ("works", "works_wrong", "works_mended"),
    "joint": ("supervisions_joint", "joint_building", "joint_democracy", "joint_land", "joint_other"),
    "conferences": ("review_conferences", "comment_sessions", "dialogues"),
    "petitions": ("receptions", "received", "complaints", "denunciations", "suggestions", "other_kinds"),
}
