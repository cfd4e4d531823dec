"""Whoever looks on at what passes between bots and the sandbox, such as a test that checks it."""

from __future__ import annotations

from aiohttp import web

from sandbox.arguments import Arguments


class Witness:
    """Sees every call with its answer and every update posted; this one takes no notice."""

    def called(self, method: str, arguments: Arguments, answer: web.Response | None) -> None:
        """See a call; `answer` is None for one that came in a webhook's reply, whose answer is lost."""

    def posted(self, update: str) -> None:
        """See an update, as JSON, that goes to a webhook."""
