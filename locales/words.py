"""Turns text keys with arguments into sentences: escaped, complete, in the reader's language."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache, reduce
from html import escape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("vi", "en")

_LONG = 1000
_FOLDER = Path(__file__).parent
_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - one line reads better than twelve
)


class MissingWordsError(Exception):
    """A key, or an argument of a key, is missing: a fault of the program, never of a person."""


class Words:
    """Sentences in every language, times in one zone.

    Arguments are text and numbers, or one of: {"day": ISO time}, {"date": ISO time}, {"moment": ISO time},
    {"clock": ISO time}, {"word": another key, …its arguments}, {"vi": …, "en": …}.
    Text is escaped for HTML; what the locale files say is taken as HTML.
    """

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._bundles = {language: _bundle(language) for language in LANGUAGES}

    def say(self, language: str, key: str, args: Mapping[str, Any] | None = None) -> str:
        """Return the sentence. Raises: MissingWordsError."""
        bundle = self._bundles.get(language, self._bundles[LANGUAGES[0]])
        if not bundle.has_message(key):
            raise MissingWordsError(f"there is no text {key!r} in {language!r}")
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise MissingWordsError(f"the text {key!r} is empty in {language!r}")
        values = {name: self._value(language, value) for name, value in (args or {}).items()}
        long = {f"\ue000{name}\ue001": value for name, value in values.items() if _is_long(value)}
        short = {name: f"\ue000{name}\ue001" if _is_long(value) else value for name, value in values.items()}
        text, errors = bundle.format_pattern(pattern, short)
        if errors:
            raise MissingWordsError(f"the text {key!r} in {language!r}: {errors[0]}")
        return reduce(lambda said, mark: said.replace(mark, long[mark]), long, str(text))

    def keys(self, language: str) -> frozenset[str]:
        """Return all keys of a language."""
        return frozenset(self._bundles[language]._messages)

    def _value(self, language: str, value: Any) -> Any:
        match value:
            case {"day": at} | {"date": at} | {"moment": at} | {"clock": at}:
                [form] = value
                return _TIMES[form](language, self._local(at))
            case {"word": key, **args}:
                return self.say(language, key, {str(name): one for name, one in args.items()})
            case {"vi": _, "en": _}:
                return escape(value[language], quote=False)
            case str():
                return escape(value, quote=False)
        return value

    def _local(self, at: str) -> datetime:
        return datetime.fromisoformat(at).astimezone(self._zone)


def _is_long(value: Any) -> bool:
    """Tell whether Fluent would refuse an argument (2,500 signs); a mark stands in for it while it formats."""
    return isinstance(value, str) and len(value) > _LONG


@cache  # reading all sentences takes a third of a second
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((_FOLDER / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle


def _written_out(language: str, local: datetime) -> str:
    """Write a date as a clerk does: `ngày 05 tháng 02 năm 2026` (NĐ 30/2020: zero before 1–9 and months 1–2)."""
    if language == "vi":
        month = f"{local.month:02d}" if local.month <= 2 else str(local.month)  # noqa: PLR2004 - the rule
        return f"ngày {local.day:02d} tháng {month} năm {local.year}"
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"


def _in_figures(language: str, local: datetime) -> str:
    """Write a date as a list does; the English month has letters, as 03/04 is March to some, April to others."""
    if language == "vi":
        return f"{local:%d/%m/%Y}"
    return f"{local.day} {_MONTHS[local.month - 1][:3]} {local.year}"


def _with_hour(language: str, local: datetime) -> str:
    return f"{local:%H:%M}, {_in_figures(language, local)}"


def _to_the_second(_language: str, local: datetime) -> str:
    return f"{local:%H:%M:%S}"


_TIMES = {"day": _written_out, "date": _in_figures, "moment": _with_hour, "clock": _to_the_second}
"""How times are written: out in letters and receipts, in figures in lists, with the hour in timelines."""
