"""Logging: one line of JSON an event (or coloured text on a terminal), without tokens and personal data."""

import logging
import re
import sys
import time
from collections import Counter
from collections.abc import MutableMapping
from typing import Any

import structlog

log = structlog.get_logger()
_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}")
_PASSWORD = re.compile(r"(://[^:/@\s]+:)[^@\s]+@")
_LONG_NUMBER = re.compile(r"(?<![\w.:])[-+]?\d{9,15}(?![\w.-])")
_OUR_IDS = frozenset({"timestamp", "update", "delivery", "media"})
_NOISY = ("httpx", "httpcore", "telegram", "aiohttp.access", "alembic", "asyncio", "matplotlib")
_SILENT = ("procrastinate", "psycopg.pool", "aiohttp.server")
"""What these say again and again, of a lost database or of rubbish at the door, we say once."""
_SELDOM = 60.0


class Seldom:
    """Logs what strangers can bring about: each kind at most once a minute, with how often it happened since."""

    def __init__(self, event: str) -> None:
        self._event = event
        self._last: dict[str, float] = {}
        self._times: Counter[str] = Counter()

    def happened(self, why: str) -> None:
        """Count it, and say it unless it was said a moment ago; there are only a few kinds."""
        self._times[why] += 1
        now = time.monotonic()
        if now - self._last.get(why, -_SELDOM) >= _SELDOM:
            log.warning(self._event, why=why, times=self._times.pop(why))
            self._last[why] = now


def set_up(level: str, *, name: str) -> None:
    """Send everything that is logged, by us and by libraries, through one redacting pipe to stderr."""
    chain: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        _short_errors,
        _named(name),
        redact,
    ]
    terminal = sys.stderr.isatty()
    renderer = (
        structlog.dev.ConsoleRenderer() if terminal else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processor=renderer, foreign_pre_chain=chain))
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for noisy in _NOISY:
        logging.getLogger(noisy).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    for silent in _SILENT:
        logging.getLogger(silent).setLevel(logging.CRITICAL)
    structlog.configure(
        processors=[*chain, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
    )


def redact(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Take tokens, passwords and numbers that may be phones or chats out of every value."""
    for key, value in event.items():
        if key in _OUR_IDS or isinstance(value, bool | float | None):
            continue
        text = value if isinstance(value, str) else str(value)
        shown = clean(text)
        event[key] = value if shown == text else shown
    return event


def clean(text: str) -> str:
    """Return the text without tokens, passwords in addresses and long numbers."""
    text = _PASSWORD.sub(r"\1***@", _TOKEN.sub("***", text))
    return _LONG_NUMBER.sub("***", text)


def where(error: BaseException) -> str:
    """Return the kind and the place of an error; its message may quote a person and is left out."""
    frames = []
    trace = error.__traceback__
    while trace:
        code = trace.tb_frame.f_code
        frames.append(f"{code.co_filename.rsplit('/', 2)[-1]}:{trace.tb_lineno}:{code.co_name}")
        trace = trace.tb_next
    return f"{type(error).__name__} at {' > '.join(frames[-4:]) or 'an unknown place'}"


def _short_errors(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace an exception by its kind and place."""
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    error = info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["error"] = where(error)
    return event


def _named(name: str) -> Any:
    def add(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        event.setdefault("process", name)
        return event

    return add
