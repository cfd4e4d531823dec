"""The two ways of saying no: to a bot (as Telegram words it) and to the chat page or a test."""

from __future__ import annotations

from collections.abc import Mapping


class ApiError(Exception):
    """A refusal that a bot receives; the HTTP status always equals `code`."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, int] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}


class Refusal(Exception):
    """A refusal on the control API: one sentence for the person at the page, and an HTTP status."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status


def bad_request(reason: str) -> ApiError:
    """Make the 400 that Telegram words as `Bad Request: <reason>`."""
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """Make the 403 that Telegram words as `Forbidden: <reason>`."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """Make the 409 that Telegram words as `Conflict: <reason>`."""
    return ApiError(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> ApiError:
    """Make the 429 that asks to come back after `seconds`."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
