"""The sandbox for tests, with a checker on the wire: what differs from the published Bot API fails the test."""

import json
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from aiohttp import web, web_app

from sandbox import server
from sandbox.arguments import Arguments
from sandbox.state import World
from sandbox.witness import Witness
from tests.wire.checker import OK, answer_faults, request_faults, update_faults

MOST_TOLD = 10
"""Faults that a failure lists; the first ones tell enough."""


class Checker(Witness):
    """Notes every fault of a call, an answer or an update.

    A strict one wants every call of the bot to be right. Another judges only the calls that were accepted, and
    passes over unknown parameters as Telegram does: it stands beside tests that provoke refusals.
    """

    def __init__(self, world: World, *, strict: bool = True) -> None:
        self._world = world
        self._strict = strict
        self.faults: dict[str, None] = {}

    def called(self, method: str, arguments: Arguments, answer: web.Response | None) -> None:
        """Check a call and its answer; a proxy's page is nobody's answer."""
        accepted = answer is None or answer.status == OK
        if self._strict or accepted:
            uploads = {upload.field for upload in arguments.uploads}
            strict = self._strict
            self._note(request_faults(method, arguments.values, uploads, unknown_matters=strict))
        if answer is not None and answer.content_type == "application/json":
            body = json.loads(answer.text or "null")
            self._note(answer_faults(method, answer.status, self._without_updates(method, body)))

    def posted(self, update: str) -> None:
        """Check an update on its way to a webhook."""
        self._check_update(json.loads(update))

    def verify(self) -> None:
        """Raise if there was any fault."""
        __tracebackhide__ = True
        listed = "\n  ".join(list(self.faults)[:MOST_TOLD])
        assert not self.faults, f"On the wire, not as the Bot API is published:\n  {listed}"

    def _without_updates(self, method: str, answer: dict[str, object]) -> dict[str, object]:
        """Check the updates of a poll one by one, except those that a test has made by hand; leave them out."""
        updates = answer.get("result")
        if method != "getUpdates" or not isinstance(updates, list):
            return answer
        for update in updates:
            self._check_update(update)
        return answer | {"result": []}

    def _check_update(self, update: dict[str, object]) -> None:
        if update.get("update_id") not in self._world.handmade:
            self._note(update_faults(update))

    def _note(self, faults: Iterable[str]) -> None:
        self.faults |= dict.fromkeys(faults)


@asynccontextmanager
async def running(world: World, *, strict: bool = True) -> AsyncIterator[str]:
    """Serve a world as `sandbox.server.running` does and yield its address; at the end the wire must be clean."""
    world.witness = checker = Checker(world, strict=strict)
    async with server.running(world) as address:
        yield address
    # The library keeps its last thousand handlers, each with a world of files; nothing else lets go of them.
    web_app._cached_build_middleware.cache_clear()
    checker.verify()
