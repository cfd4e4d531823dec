"""Faults that a test or a person asks for: on calls of the bot, and on updates to it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import responses
from typing import Any, Final, Self

from sandbox.errors import ApiError, Refusal, conflict, too_many_requests
from sandbox.model import JsonObject
from sandbox.updates import TERMINATED_BY_POLL

CALL_FAULTS: Final = ("latency", "reset_before", "reset_after", "http", "429", "flood", "poll_conflict")
UPDATE_FAULTS: Final = ("duplicate", "drop", "delay", "swap")
FIELDS: Final[Mapping[str, tuple[type, ...]]] = {
    "kind": (str,), "count": (int, type(None)), "method": (str,), "update": (str,), "chat_id": (int,),
    "seconds": (int, float), "status": (int,), "retry_after": (int,), "skip": (int,), "burst": (int,),
}  # fmt: skip
DOWNLOAD: Final = "download"
"""The name under which a rule strikes the download of a file, which is no method."""


@dataclass
class Fault:
    """One rule: what goes wrong, for which calls or updates, and how often (`count` None: always).

    The first `skip` of them pass. A `flood` strikes a chat's calls beyond `burst`, and one more each `seconds`.
    """

    kind: str
    count: int | None = 1
    method: str = ""
    update: str = ""
    chat_id: int = 0
    seconds: float = 1.0
    status: int = 502
    retry_after: int = 1
    skip: int = 0
    burst: int = 3
    fired: int = 0
    passed: int = 0
    left: dict[int, tuple[float, float]] = field(default_factory=dict, repr=False)
    """How many calls a chat may still make, and since when, for a `flood`."""

    @classmethod
    def read(cls, rule: object) -> Self:
        """Check a rule that came as JSON.

        Raises:
            Refusal: with the reason, when it makes no sense.

        """
        if not isinstance(rule, dict):
            raise Refusal("A fault rule is an object.")
        for name, value in rule.items():
            if not isinstance(value, FIELDS.get(name, ())):
                raise Refusal(f"A fault rule has no field {name!r} with the value {value!r}.")
        if rule.get("kind") not in CALL_FAULTS + UPDATE_FAULTS:
            raise Refusal(f"Unknown kind of fault; known are {', '.join(CALL_FAULTS + UPDATE_FAULTS)}.")
        if rule["kind"] == "flood" and (rule.get("seconds", 1) <= 0 or rule.get("burst", 1) < 1):
            raise Refusal("A flood fault has at least one call at once, and time until the next.")
        return cls(**rule)

    @property
    def spent(self) -> bool:
        """Tell whether the rule has fired as often as it was meant to."""
        return self.count is not None and self.fired >= self.count

    def strikes_call(self, method: str, chat_id: int) -> bool:
        """Tell whether the rule is meant for this call."""
        if self.spent or self.kind not in CALL_FAULTS or self.chat_id not in {0, chat_id}:
            return False
        wanted = "getUpdates" if self.kind == "poll_conflict" else self.method
        return wanted.lower() in {"", method.lower()}

    def strikes_update(self, kind: str, chat_id: int) -> bool:
        """Tell whether the rule is meant for this update."""
        mine = self.kind in UPDATE_FAULTS and not self.spent
        return mine and self.update in {"", kind} and self.chat_id in {0, chat_id}

    def fires(self, chat_id: int, now: float) -> bool:
        """Tell whether it is the turn of what the rule strikes, and count it."""
        if self.kind == "flood":
            due = self.overflows(chat_id, now)
        else:
            due = self.passed >= self.skip
            self.passed += not due
        self.fired += due
        return due

    def overflows(self, chat_id: int, now: float) -> bool:
        """Tell whether a chat's call comes too early, and how long its bot should have waited."""
        level, since = self.left.get(chat_id, (float(self.burst), now))
        level = min(level + (now - since) / self.seconds, self.burst)
        early = chat_id != 0 and level < 1
        self.left[chat_id] = (level if early else level - 1, now)
        if early:
            self.retry_after = math.ceil((1 - level) * self.seconds)
        return early

    def strike(self) -> None:
        """Fail the call that the rule strikes, if it is to fail with an error of the Bot API.

        Raises:
            ApiError: 429, 409 or 500; any other status is a proxy's and comes as its page.

        """
        if self.kind in {"429", "flood"}:
            raise too_many_requests(self.retry_after)
        if self.kind == "http" and self.status == HTTPStatus.INTERNAL_SERVER_ERROR:
            raise ApiError(self.status, "Internal Server Error: restart")
        if self.kind == "poll_conflict":
            raise conflict(TERMINATED_BY_POLL)


class Faults:
    """The rules in force, with counters of how often each has fired."""

    def __init__(self) -> None:
        self.rules: list[Fault] = []

    def add(self, rules: Iterable[object]) -> None:
        """Put more rules in force, all or none."""
        self.rules += [Fault.read(rule) for rule in rules]

    def clear(self) -> None:
        """Put every rule out of force."""
        self.rules.clear()

    def on_call(self, method: str, chat_id: int, now: float) -> list[Fault]:
        """Count and return what strikes this call: every latency, and at most one other fault."""
        found = [rule for rule in self.rules if rule.strikes_call(method, chat_id)]
        struck = [rule for rule in found if rule.kind == "latency" and rule.fires(chat_id, now)]
        others = (rule for rule in found if rule.kind != "latency" and rule.fires(chat_id, now))
        return struck + [rule for rule in (next(others, None),) if rule]

    def on_update(self, kind: str, chat_id: int, now: float) -> Fault | None:
        """Count and return the first rule that strikes this update."""
        found = (rule for rule in self.rules if rule.strikes_update(kind, chat_id))
        return next((rule for rule in found if rule.fires(chat_id, now)), None)

    def as_json(self) -> list[JsonObject]:
        """Return every rule with its counter."""
        shown = (*FIELDS, "fired")
        return [{name: getattr(rule, name) for name in shown} for rule in self.rules]


def html_page(status: int) -> str:
    """Return the page that a proxy in front of Telegram shows instead of JSON."""
    title = f"{status} {responses.get(status, '')}".strip()
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><hr>nginx</body></html>"


def chat_of(content: Mapping[str, Any]) -> int:
    """Return the id of the chat that an update's content is about, 0 for none."""
    chat = content.get("chat") or content.get("message", {}).get("chat") or {}
    return int(chat.get("id", 0))
