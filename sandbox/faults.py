"""Faults that a test or a person asks for: on calls of the bot, and on updates to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

from sandbox.errors import Refusal, conflict, too_many_requests
from sandbox.model import JsonObject
from sandbox.updates import TERMINATED_BY_POLL

CALL_FAULTS: Final = ("latency", "reset_before", "reset_after", "http", "429", "poll_conflict")
UPDATE_FAULTS: Final = ("duplicate", "drop", "delay", "swap")
FIELDS: Final[Mapping[str, tuple[type, ...]]] = {
    "kind": (str,), "count": (int, type(None)), "method": (str,), "update": (str,), "chat_id": (int,),
    "seconds": (int, float), "status": (int,), "retry_after": (int,),
}  # fmt: skip


@dataclass
class Fault:
    """One rule: what goes wrong, for which calls or updates, and how often (`count` None: always)."""

    kind: str
    count: int | None = 1
    method: str = ""
    update: str = ""
    chat_id: int = 0
    seconds: float = 1.0
    status: int = 502
    retry_after: int = 1
    fired: int = 0

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

    def strike(self) -> None:
        """Fail the call that the rule strikes, if it is to fail with an error of the Bot API.

        Raises:
            ApiError: 429 or 409.

        """
        if self.kind == "429":
            raise too_many_requests(self.retry_after)
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

    def on_call(self, method: str, chat_id: int) -> list[Fault]:
        """Count and return what strikes this call: every latency, and at most one other fault."""
        found = [rule for rule in self.rules if rule.strikes_call(method, chat_id)]
        others = [rule for rule in found if rule.kind != "latency"]
        struck = [rule for rule in found if rule.kind == "latency"] + others[:1]
        return [self._count(rule) for rule in struck]

    def on_update(self, kind: str, chat_id: int) -> Fault | None:
        """Count and return the first rule that strikes this update."""
        found = (rule for rule in self.rules if rule.strikes_update(kind, chat_id))
        rule = next(found, None)
        return rule and self._count(rule)

    def as_json(self) -> list[JsonObject]:
        """Return every rule with its counter."""
        return [asdict(rule) for rule in self.rules]

    @staticmethod
    def _count(rule: Fault) -> Fault:
        rule.fired += 1
        return rule


def html_page(status: int) -> str:
    """Return the page that a proxy in front of Telegram shows instead of JSON."""
    title = {500: "500 Internal Server Error", 502: "502 Bad Gateway"}.get(status, str(status))
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><hr>nginx</body></html>"


def chat_of(content: Mapping[str, Any]) -> int:
    """Return the id of the chat that an update's content is about, 0 for none."""
    chat = content.get("chat") or content.get("message", {}).get("chat") or {}
    return int(chat.get("id", 0))
