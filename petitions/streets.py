"""Where a matter is, as far as it decides who keeps it: the streets of the list and the residential groups."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field as Limits
from pydantic import StringConstraints

from petitions.cues import CueGroup
from petitions.kinds import Field, Level
from petitions.shape import Data, Line
from petitions.sheets import read_rows
from petitions.sources import Place, Source
from petitions.text import Folded

Name = Annotated[str, StringConstraints(pattern=r"\w", strip_whitespace=True)]
_CODE = r"[^\s,;]+"
_ROAD = "(đường|phố|trục|tuyến|đại lộ|dọc|<number>)"  # a number: a house of the street
_LANE = "(ngõ|ngách|hẻm|kiệt) số? <number>"


class Street(Data):
    """A road whose roadway, lights, drains or trees a level of government keeps by decision.

    `section` is the decision's own wording where only a part is kept; an officer compares it with the place.
    """

    name: Name
    fields: Annotated[frozenset[Field], Limits(min_length=1)]
    level: Level
    section: Line | None = None


class ResidentialGroup(Data):
    """A residential group (tổ dân phố) by its number or code."""

    code: Name
    name: Name


def street_cues(streets: Iterable[Street]) -> Iterator[CueGroup]:
    """Yield what a text says to name each street; a lane that opens onto a street is not the street."""
    for name in dict.fromkeys(street.name for street in streets):
        said = _said(name)
        lanes = (f"{_LANE} đường|phố? {said}", f"{_LANE} <number> đường|phố? {said}")
        yield CueGroup(id=name, words=(f"{_ROAD} {said}",), unless=lanes)


def group_cues(groups: Iterable[ResidentialGroup]) -> Iterator[CueGroup]:
    """Yield what a text says to name each residential group."""
    for group in groups:
        code = _said(group.code)
        yield CueGroup(id=group.code, words=(_said(group.name), f"tổ dân phố số? {code}", f"tổ {code}"))


def _said(name: str) -> str:
    """Write a name in the cue language: its words alone."""
    return " ".join(name[word.start : word.end] for word in Folded.of(name).words)


_HEADINGS = {
    "street": "name",
    "đường, phố": "name",
    "fields": "fields",
    "lĩnh vực": "fields",
    "level": "level",
    "cấp quản lý": "level",
    "section": "section",
    "đoạn": "section",
}
_LEVELS = {"phường": Level.WARD, "quận": Level.DISTRICT, "thành phố": Level.CITY, "tp": Level.CITY}


def read_streets(path: Path) -> Source:
    """Read the list of streets from a CSV or XLSX file: street, fields, level, section.

    Raises: ProgrammeError naming file, row and column.
    """
    streets: list[dict[str, object]] = []
    lines: dict[Place, str] = {("streets",): str(path)}
    for row in read_rows(path, _HEADINGS, ("name", "fields", "level")):
        place: Place = ("streets", len(streets))
        lines |= {place: row["name"].at} | {(*place, name): cell.at for name, cell in row.items()}
        streets.append(_street({name: cell.text for name, cell in row.items()}))
        codes = re.finditer(_CODE, row["fields"].text)
        lines |= {(*place, "fields", n): row["fields"].at for n, _code in enumerate(codes)}
    return Source({"streets": streets}, lines)


def _street(row: dict[str, str]) -> dict[str, object]:
    level = row["level"]
    return {
        "name": row["name"],
        "fields": re.findall(_CODE, row["fields"]),
        "level": _LEVELS.get(level.lower(), level),
        "section": row.get("section") or None,
    }
