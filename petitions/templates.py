"""Templates of answers: what they are for, and the placeholders that a petition fills in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from petitions.kinds import Field, Kind, Result
from petitions.refusal import Refusal
from petitions.text import plain_words

MAX_LENGTH = 3000
_BRACED = re.compile(r"\{([^{}]*)\}")


class Use(StrEnum):
    """What the desk answers with; the name is that of the button that asks for the words."""

    ASK = "ask"
    GUIDE = "guide"
    STORE = "store"
    UPHOLD = "uphold"


AFTER_AN_ANSWER = frozenset({Use.UPHOLD})
"""What is said once a body's answer has named a result; before, there is none for a template to fit."""


class Placeholder(StrEnum):
    """What a petition fills in, as officers write it between braces: in either language, accents as they like."""

    CODE = "mã"
    BODY = "cơ quan"
    UNIT = "đơn vị"
    FILED = "ngày gửi"
    TODAY = "hôm nay"


_ENGLISH = {
    "code": Placeholder.CODE,
    "body": Placeholder.BODY,
    "unit": Placeholder.UNIT,
    "filed": Placeholder.FILED,
    "today": Placeholder.TODAY,
}
_NAMES = {plain_words(name): one for name, one in {**{one.value: one for one in Placeholder}, **_ENGLISH}.items()}


@dataclass(frozen=True)
class Template:
    """Words to answer with: by use, and for one kind, field or result of the body where they are named."""

    use: Use
    words: str
    kind: Kind | None = None
    field: Field | None = None
    result: Result | None = None


def check(words: str) -> None:
    """Let only words be saved that can be filled in. Raises: Refusal — `template-too-long`, `template-unknown`."""
    if len(words) > MAX_LENGTH:
        raise Refusal("template-too-long", limit=MAX_LENGTH)
    for name in _BRACED.findall(words):
        if _named(name) is None:
            raise Refusal("template-unknown", name=name.strip() or "…")
    if set("{}") & set(_BRACED.sub("", words)):
        raise Refusal("template-unknown", name="{")


def fill(words: str, known: Mapping[Placeholder, str]) -> str:
    """Return the words with what is known in place of each placeholder. Raises: Refusal `template-not-known`."""

    def put(found: re.Match[str]) -> str:
        wanted = _named(found[1])
        if wanted is None or wanted not in known:
            raise Refusal("template-not-known", name=found[1])
        return known[wanted]

    return _BRACED.sub(put, words)


def _named(name: str) -> Placeholder | None:
    return _NAMES.get(plain_words(name))
