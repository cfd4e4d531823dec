"""The way to Telegram: the library's HTTP transport on aiohttp, bounded in time and size, silent about the token.

What its errors say of a request, for whoever must decide about sending it again:

- `NotSent`: it never left this machine;
- `MaybeSent` and `TimedOut`: it may have been carried out, and its answer is lost;
- any other `TelegramError`: it was answered, and refused.
"""

import asyncio
import json
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

import aiohttp
from aiohttp.abc import AbstractStreamWriter
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

_AGENT: Final = "dan-nguyen"
_KEEP_ALIVE: Final = 30.0
_DNS_SECONDS: Final = 300
_PIECE: Final = 64 * 1024
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_DEFAULT: Final = BaseRequest.DEFAULT_NONE
_UNSENT: Final = (
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientConnectorError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
)
"""Raised by aiohttp before the first byte of the request is written."""


class NotSent(NetworkError):
    """The request certainly did not leave this machine; sending it again cannot repeat anything."""


class MaybeSent(NetworkError):
    """The request may have been carried out; its answer is lost or cannot be read."""


@dataclass(frozen=True)
class Limits:
    """How long (seconds, None without end) and how much (bytes) one request may take.

    `read` and `write` bound each wait for the network, not the whole transfer.
    """

    read: float | None = 5.0
    write: float | None = 5.0
    media_write: float | None = 20.0
    connect: float | None = 5.0
    pool: float | None = 10.0
    connections: int = 64
    answer_bytes: int = 16 * 2**20
    file_bytes: int = 50 * 2**20


USUAL: Final = Limits()


class Transport(BaseRequest):
    """Sends the library's requests; opens its session at first use, may be opened again after a shutdown."""

    def __init__(self, limits: Limits = USUAL, *, proxy: str | None = None) -> None:
        self._limits = limits
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(limits.connections)
        self._closed = False

    @property
    def read_timeout(self) -> float | None:
        """Return how long an answer is waited for, in seconds, where a call does not say."""
        return self._limits.read

    async def initialize(self) -> None:
        """Open for requests."""
        self._closed = False
        self._opened()

    async def shutdown(self) -> None:
        """Close every connection; requests are refused until the next `initialize`."""
        self._closed = True
        session, self._session = self._session, None
        if session:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = _DEFAULT,
        write_timeout: ODVInput[float] = _DEFAULT,
        connect_timeout: ODVInput[float] = _DEFAULT,
        pool_timeout: ODVInput[float] = _DEFAULT,
    ) -> tuple[int, bytes]:
        """Send a request; return the status and the body of an answer that the library can read.

        Raises: NotSent, MaybeSent, TimedOut; NetworkError for a refusal that does not come from the Bot API.
        """
        limits = self._limits
        media = request_data is not None and request_data.contains_files
        write = _given(write_timeout, limits.media_write if media else limits.write)
        timeout = aiohttp.ClientTimeout(
            connect=_given(connect_timeout, limits.connect), sock_read=_given(read_timeout, limits.read)
        )
        try:
            body = _body(request_data, write) if request_data else None
            async with self._connection(_given(pool_timeout, limits.pool)) as session:
                status, content = await self._exchange(session, method, url, body, timeout)
        except TelegramError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, its text may quote the token
            failure = _failure(error)
        else:
            return status, _checked(method, status, content)
        # Raised out here, so that not even its context leads to an error that quotes the address.
        raise failure

    async def _exchange(
        self,
        session: aiohttp.ClientSession,
        method: str,
        url: str,
        body: aiohttp.Payload | None,
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - aiohttp's several limits, not one deadline
    ) -> tuple[int, bytes]:
        most = self._limits.file_bytes if method == "GET" else self._limits.answer_bytes
        async with session.request(method, url, data=body, timeout=timeout, allow_redirects=False) as answer:
            return answer.status, await _read(answer, most)

    @asynccontextmanager
    async def _connection(self, wait: float | None) -> AsyncIterator[aiohttp.ClientSession]:
        """Wait for a free connection; aiohttp would count this wait as connecting."""
        self._opened()
        slots = self._slots
        try:
            async with asyncio.timeout(wait):
                await slots.acquire()
        except TimeoutError:
            raise NotSent("All connections are busy") from None
        try:
            yield self._opened()  # it may have been shut down meanwhile
        finally:
            slots.release()

    def _opened(self) -> aiohttp.ClientSession:
        if self._closed:
            raise NotSent("The transport is closed")
        if self._session is None:
            most = self._limits.connections
            connector = aiohttp.TCPConnector(
                limit=most, limit_per_host=most, keepalive_timeout=_KEEP_ALIVE, ttl_dns_cache=_DNS_SECONDS
            )
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": _AGENT},
                proxy=self._proxy,
            )
            # A semaphore belongs to the loop that it was first waited for in, as a session does.
            self._slots = asyncio.Semaphore(most)
        return self._session


class _Paced(aiohttp.Payload):
    """Bytes that go out piece by piece, each within a time limit: aiohttp has none for writing."""

    def __init__(self, content: bytes, limit: float | None, content_type: str) -> None:
        super().__init__(content, content_type=content_type)
        self._content = content
        self._limit = limit

    @property
    def size(self) -> int:
        """Return the number of bytes."""
        return len(self._content)

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """Return the bytes as text."""
        return self._content.decode(encoding, errors)

    async def write(self, writer: AbstractStreamWriter) -> None:
        """Write all of it. Raises: TimeoutError."""
        view = memoryview(self._content)
        for start in range(0, len(view), _PIECE):
            async with asyncio.timeout(self._limit):
                await writer.write(view[start : start + _PIECE])
                await writer.drain()


def _given(timeout: ODVInput[float], usual: float | None) -> float | None:
    return usual if isinstance(timeout, DefaultValue) else timeout


def _body(data: RequestData, limit: float | None) -> aiohttp.Payload:
    """Return the parameters as a form, as a multipart one where there are files."""
    if not data.contains_files:
        return _Paced(data.url_encoded_parameters().encode(), limit, "application/x-www-form-urlencoded")
    form = aiohttp.MultipartWriter("form-data")
    for name, value in data.json_parameters.items():
        form.append(value).set_content_disposition("form-data", quote_fields=False, name=name)
    for name, (file, content, kind) in data.multipart_data.items():
        part = _Paced(content if isinstance(content, bytes) else content.read(), limit, kind)
        filename = _CONTROL.sub("_", file)
        part.set_content_disposition("form-data", quote_fields=False, name=name, filename=filename)
        form.append_payload(part)
    return form


async def _read(answer: aiohttp.ClientResponse, most: int) -> bytes:
    """Return the whole body. Raises: MaybeSent for one of more than `most` bytes."""
    too_large = MaybeSent(f"The answer is larger than {most} bytes")
    if (answer.content_length or 0) > most:
        raise too_large
    body = bytearray()
    async for piece in answer.content.iter_any():
        body += piece
        if len(body) > most:
            raise too_large
    return bytes(body)


def _checked(method: str, status: int, content: bytes) -> bytes:
    """Return the content if the library can read it; it trips over anything that is not the Bot API's.

    Raises: MaybeSent where something may have been done, NetworkError where a go-between refused.
    """
    good = HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES
    if (good and method == "GET") or _is_answer(content, ok=good):
        return content
    refused = HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.INTERNAL_SERVER_ERROR
    kind = NetworkError if refused else MaybeSent
    raise kind(f"HTTP status {status} with an answer that is not the Bot API's")


def _is_answer(content: bytes, *, ok: bool) -> bool:
    try:
        answer = json.loads(content.decode(errors="replace"))
    except (ValueError, RecursionError):
        return False
    if not isinstance(answer, dict) or answer.get("ok") is not ok:
        return False
    if ok:
        return "result" in answer
    return isinstance(answer.get("description"), str) and isinstance(answer.get("parameters", {}), dict)


def _failure(error: Exception) -> NetworkError:
    """Say what went wrong by its kind alone: the texts of aiohttp may quote the address."""
    kind = type(error).__name__
    if isinstance(error, OSError) and error.errno and error.errno > 0:
        kind += f": {os.strerror(error.errno)}"
    if isinstance(error, _UNSENT):
        return NotSent(kind)
    return TimedOut(kind) if isinstance(error, TimeoutError) else MaybeSent(kind)
