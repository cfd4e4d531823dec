"""What a text says of a place: lanes, houses, streets, groups, buildings, landmarks, each as a comparable mark."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from math import asin, cos, radians, sin, sqrt
from operator import itemgetter
from typing import NamedTuple

from petitions.text import NO_SLANG, expanded, fold, plain_word


class Sort(StrEnum):
    """What a mark names, the most exact first."""

    POLE = "pole"
    HOUSE = "house"
    BUILDING = "building"
    LANE = "lane"
    LANDMARK = "landmark"
    STREET = "street"
    GROUP = "group"


NAMED = frozenset({Sort.LANDMARK, Sort.STREET})
"""What has a name and not a number; people mix the two up."""


@dataclass(frozen=True, order=True)
class Mark:
    """One thing that a text says of a place: `ngõ 20/5` is the lane 20/5, `chợ Nghĩa Tân` the landmark.

    `near` says that the place is only near it, `sure` that its name was set apart by capitals or a number.
    """

    sort: Sort
    name: str
    near: bool = False
    sure: bool = True


@dataclass(frozen=True)
class Pin:
    """A point on the map, in degrees."""

    latitude: float
    longitude: float


class Token(NamedTuple):
    """A word, number or sign of a text: folded, as typed in lower case, and whether it begins with a capital."""

    plain: str
    exact: str
    capital: bool = False

    @property
    def number(self) -> bool:
        """Tell whether it begins with a digit."""
        return self.plain[0].isdigit()

    @property
    def numbered(self) -> bool:
        """Tell whether there is a digit in it."""
        return not self.plain.isalpha() and any(sign.isdigit() for sign in self.plain)

    @property
    def address(self) -> bool:
        """Tell whether it looks like the number of a house rather than a count: 118, 9B, 20/5."""
        return self.numbered and len(self.plain) > 1 and not self.plain.endswith(("h", "k", "m", "l", "p", "g"))


_TOKEN = re.compile(
    r"\d+[a-zA-Z]?(?:\s?[/.]\s?\d+[a-zA-Z]?)*|[A-Za-zĐđ]{1,3}[-.]?\d+[A-Za-z]?|[^\W\d_]+|[,.;:!?()\n–-]"
)
_LANES = frozenset({"n", "ngo", "ngach", "hem", "kiet", "nghach", "hxh"})
_ROADS = frozenset({"duong", "pho", "dg", "truc", "tuyen", "lo"})
_FILLED = frozenset({"so", "thu", "s", "n"})
_LANDMARKS = (
    *(tuple(words.split()) for words in (
        "truong mam non", "truong tieu hoc", "truong thcs", "truong thpt", "truong cap 1", "truong cap 2",
        "truong cap 3", "truong dai hoc", "truong mau giao", "mam non", "tieu hoc", "nha tre",
        "benh vien", "tram y te", "nha van hoa", "nha sinh hoat", "nha tho", "cong vien", "vuon hoa", "cay xang",
        "tram xang", "tram bien ap", "tram bom", "tram xe buyt", "nha cho", "sieu thi", "san bong", "san choi",
        "nha thuoc", "hieu thuoc", "tiem thuoc", "tiem tap hoa", "quan ca phe", "cong truong", "nga tu", "nga ba",
        "nga nam", "cau vuot", "ham chui", "buu dien", "tru so", "tru so phuong", "don cong an", "uy ban",
        "ngan hang", "thu vien", "nghia trang", "bai xe",
        "bai do xe", "ben xe", "truong", "cho", "chua", "dinh", "den", "mieu", "ho", "cau",
    )),
)  # fmt: skip
_BEGINNING = {
    first: sorted(kinds, key=len, reverse=True) for first, kinds in groupby(sorted(_LANDMARKS), itemgetter(0))
}
"""The landmarks by their first word, the longest first."""
_AMBIGUOUS = {
    "cho": "chợ", "chua": "chùa", "dinh": "đình", "den": "đền", "mieu": "miếu", "ho": "hồ", "cau": "cầu",
    "truong": "trường",
}  # fmt: skip
"""Words for a landmark that are other words without their accents; those need a word of place or a name beside."""
_PLACING = frozenset({"cong", "gan", "truoc", "sau", "canh", "o", "tai", "dau", "cuoi", "qua", "dien", "ngay"})
_NEAR = frozenset({"gan", "canh", "dien", "giua", "sat", "ke", "khoang", "quanh"})
_LONGEST_NAME = 4
_CELL = 0.001
"""Degrees of a cell of the map by which pins are found: about 110 m."""
_EARTH = 6_371_000


def marks(tokens: Sequence[Token], stop: Collection[str]) -> frozenset[Mark]:
    """Return what a text says of a place; `stop` are the folded words at which a name ends."""
    return frozenset(mark for place in range(len(tokens)) for mark in _at(tokens, place, stop))


def tokens_of(text: str, slang: Mapping[str, str] = NO_SLANG) -> tuple[Token, ...]:
    """Cut a text into words, numbers and signs, with slang words expanded."""
    composed = unicodedata.normalize("NFC", text)
    return tuple(
        Token(_plain(piece), piece.lower(), piece[0].isupper())
        for found in _TOKEN.finditer(composed)
        for piece in expanded(found[0], slang)
    )


def names(tokens: Sequence[Token]) -> frozenset[tuple[str, str]]:
    """Return the names in capitals, as pairs of words: `phố Sậy`, `Trần Thái`, `Thái Tông`.

    A capital that begins a sentence belongs to a name only if another one follows.
    """
    return frozenset(
        (one.plain, other.plain)
        for one, other in pairwise(tokens)
        if other.capital and one.plain[0].isalnum() and other.plain.isalpha()
    )


def metres(one: Pin, other: Pin) -> float:
    """Return how far two pins are apart."""
    north, south = radians(one.latitude), radians(other.latitude)
    arc = sin((south - north) / 2) ** 2
    arc += cos(north) * cos(south) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(arc))


def keys(found: Collection[Mark], pin: Pin | None = None, *, around: bool = False) -> frozenset[str]:
    """Return the words under which a place is found in an index; `around` adds the cells beside the pin's."""
    named = {part for mark in found if mark.name for part in _parts(mark)}
    return frozenset(named | set(_cells(pin, 1 if around else 0) if pin else ()))


def _parts(mark: Mark) -> Iterator[str]:
    """Yield a name by its pairs of words, as people leave some out, a number by its sort."""
    if mark.sort in NAMED:
        words = mark.name.split()
        yield from (" ".join(pair) for pair in pairwise(words))
        return
    yield f"{mark.sort}:{mark.name}"
    if mark.sort is Sort.LANE and "/" in mark.name:
        yield f"{mark.sort}:{mark.name.split('/')[0]}"


def _cells(pin: Pin, width: int) -> Iterator[str]:
    row, column = round(pin.latitude / _CELL), round(pin.longitude / _CELL)
    for north in range(-width, width + 1):
        for east in range(-width, width + 1):
            yield f"cell:{row + north},{column + east}"


def _plain(token: str) -> str:
    return re.sub(r"[\s.-]", "/", fold(token)) if token[0].isdigit() else plain_word(token)


def _at(tokens: Sequence[Token], place: int, stop: Collection[str]) -> Iterator[Mark]:
    """Yield the marks whose first word stands here."""
    word = tokens[place].plain
    if word in _LANES:
        yield from _lane(tokens, place, stop)
    elif word in {"so", "nha", "sn", "s"} and not _after_pole(tokens, place):
        yield from _house(tokens, place)
    if word in _ROADS and tokens[place - 1].plain != "dan":
        yield from _street(tokens, place + 1, stop)
    if word in {"to", "tdp"}:
        yield from _group(tokens, place)
    if word in {"cot", "tru"}:
        yield from _pole(tokens, place)
    yield from _building(tokens, place)
    yield from _landmark(tokens, place, stop)


def _number(tokens: Sequence[Token], place: int) -> str | None:
    """Return the number here, after `số` too; None where there is none."""
    while place < len(tokens) and tokens[place].plain in _FILLED:
        place += 1
    return tokens[place].plain if place < len(tokens) and tokens[place].numbered else None


def _lane(tokens: Sequence[Token], place: int, stop: Collection[str]) -> Iterator[Mark]:
    """Yield a lane, and the street whose name follows its number."""
    place += 2 if [token.plain for token in tokens[place + 1 : place + 2]] == ["so"] else 1
    if number := _number(tokens, place):
        yield Mark(Sort.LANE, number)
        yield from _street(tokens, place + 1, stop)


def _near(tokens: Sequence[Token], place: int) -> bool:
    return any(token.plain in _NEAR for token in tokens[max(0, place - 3) : place])


def _house(tokens: Sequence[Token], place: int) -> Iterator[Mark]:
    word = tokens[place].plain
    before = tokens[place - 1].plain if place else ""
    if word in {"so", "s"} and before in _LANES | {"to", "nha", "cot", "tru", "khu", "tdp", "duong", "pho", "toa"}:
        return
    number = _number(tokens, place + 1)
    if number and number[0].isdigit():
        yield Mark(Sort.HOUSE, number, _near(tokens, place))


def _after_pole(tokens: Sequence[Token], place: int) -> bool:
    return any(token.plain in {"cot", "tru"} for token in tokens[max(0, place - 2) : place])


def _street(tokens: Sequence[Token], place: int, stop: Collection[str]) -> Iterator[Mark]:
    name, sure = _name(tokens, place, stop)
    if name:
        yield Mark(Sort.STREET, name, sure=sure)


def _group(tokens: Sequence[Token], place: int) -> Iterator[Mark]:
    place += 1
    if [token.plain for token in tokens[place : place + 2]] == ["dan", "pho"]:
        place += 2
    if number := _number(tokens, place):
        yield Mark(Sort.GROUP, number.lstrip("0"))


def _pole(tokens: Sequence[Token], place: int) -> Iterator[Mark]:
    following = tokens[place + 1 : place + 4]
    for offset, token in enumerate(following):
        if token.plain == "so" and (number := _number(tokens, place + 2 + offset)):
            yield Mark(Sort.POLE, number)
            return


def _building(tokens: Sequence[Token], place: int) -> Iterator[Mark]:
    token = tokens[place]
    before = tokens[place - 1].plain if place else ""
    if token.numbered and not token.number and before not in _LANES:
        yield Mark(Sort.BUILDING, re.sub(r"\W", "", token.plain))
    elif before in {"toa", "block", "thap"} and token.plain.isalnum() and len(token.plain) <= 2:  # noqa: PLR2004 - A, B1
        yield Mark(Sort.BUILDING, token.plain)


def _landmark(tokens: Sequence[Token], place: int, stop: Collection[str]) -> Iterator[Mark]:
    kinds = _BEGINNING.get(tokens[place].plain, ())
    said = tuple(token.plain for token in tokens[place : place + 3]) if kinds else ()
    kind = next((one for one in kinds if said[: len(one)] == one), None)
    if kind is None:
        return
    name, sure = _name(tokens, place + len(kind), stop)
    if len(kind) == 1 and not _meant(tokens, place, named=sure):
        return
    called = _KINDS.get(kind, kind)
    said_name = " ".join((*called, name)).strip() if sure else " ".join(called)
    yield Mark(Sort.LANDMARK, said_name, _near(tokens, place), sure=sure)


def _meant(tokens: Sequence[Token], place: int, *, named: bool) -> bool:
    """Tell whether a word that may be another one means the landmark here."""
    token, before = tokens[place], tokens[place - 1].plain if place else ""
    if not token.exact.isascii() and token.exact != _AMBIGUOUS[token.plain]:
        return False
    return named or before in _PLACING


_KINDS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("mam", "non"): ("truong",),
    ("tieu", "hoc"): ("truong",),
    ("truong", "mam", "non"): ("truong",),
    ("truong", "tieu", "hoc"): ("truong",),
    ("truong", "thcs"): ("truong",),
    ("nha", "tre"): ("truong",),
}
"""Landmarks that people call by several words."""


def _name(tokens: Sequence[Token], place: int, stop: Collection[str]) -> tuple[str, bool]:
    """Return the name that begins here and whether capitals set it apart; an empty one where none does."""
    run: list[str] = []
    sure = place < len(tokens) and tokens[place].capital
    for token in tokens[place : place + _LONGEST_NAME]:
        if not token.plain[0].isalnum() or (sure and not token.capital and not (run and token.number)):
            break
        if not sure and (token.plain in stop or token.numbered):
            break
        run.append(token.plain)
    return " ".join(run if sure else run[:3]), sure and bool(run)
