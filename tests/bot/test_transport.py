"""The transport over real HTTP: against the sandbox, and against servers that misbehave on purpose."""

import asyncio
import os
import socket
import struct
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from io import BytesIO

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, InputMediaDocument
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import RequestData

from bot.transport import Limits, MaybeSent, NotSent, Transport
from sandbox.demo import demo
from sandbox.state import World
from tests.sandbox.sandbox_wire import RESIDENT, TOKEN, Sandbox
from tests.wire.watch import running

SHORT = 0.05
HTML = "<html><body><h1>sorry</h1></body></html>"
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Có", callback_data="yes")]])
Script = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Peer:
    """A server that does what a script says once it has read a request, and remembers what it was asked."""

    script: Script
    address: str = ""
    connections: int = 0
    heads: list[str] = field(default_factory=list)
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    served: list[asyncio.Task[object]] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        task = asyncio.current_task()
        assert task
        self.served.append(task)
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            while True:
                self.heads.append(await read_request(reader))
                self.asked.set()
                await self.script(reader, writer)
        writer.close()

    def method(self, name: str = "getMe") -> str:
        """Return the address of a method."""
        return f"{self.address}/bot{TOKEN}/{name}"


async def read_request(reader: asyncio.StreamReader) -> str:
    """Read head and body; return the head."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    fields = dict(line.lower().split(": ", 1) for line in head.splitlines()[1:] if line)
    await reader.readexactly(int(fields.get("content-length", "0")))
    return head


@asynccontextmanager
async def peer(script: Script) -> AsyncIterator[Peer]:
    made = Peer(script)
    async with await asyncio.start_server(made.serve, "127.0.0.1", 0) as server:
        made.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        yield made
        async with asyncio.timeout(30):
            await asyncio.gather(*made.served)  # whoever asked must have gone


def says(content: bytes) -> Script:
    """Answer with these bytes, whatever they are, and close."""

    async def script(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(content)
        writer.close()

    return script


def page(status: str, body: str, *fields: str) -> bytes:
    """Return a whole HTTP answer."""
    content = body.encode()
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(content)}", *fields]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + content


RESULT = page("200 OK", '{"ok":true,"result":{"id":7}}')


async def resets(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    line = writer.get_extra_info("socket")
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def waits(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await reader.read()


def everything(error: BaseException | None) -> str:
    """Return all text of an error and of whatever it leads to."""
    if error is None:
        return ""
    text = "".join([str(error), repr(error), repr(error.args), *traceback.format_exception(error)])
    return text + everything(error.__cause__) + everything(error.__context__)


async def failure(request: Awaitable[object]) -> TelegramError:
    """Await a request that must fail soon; return its error, which must not tell the token."""
    with pytest.raises(TelegramError) as caught:
        async with asyncio.timeout(30):
            await request
    assert TOKEN not in everything(caught.value)
    return caught.value


@pytest.fixture(autouse=True)
def _silent_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level("INFO")
    yield
    assert TOKEN not in caplog.text
    assert not [record for record in caplog.records if record.levelname in {"WARNING", "ERROR"}]


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running(World(time.time, seed=demo()), strict=False) as address, aiohttp.ClientSession() as http:
        served = Sandbox(address, http)
        await served.start()
        yield served


@pytest.fixture
async def transport() -> AsyncIterator[Transport]:
    async with Transport() as opened:
        yield opened


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    transport, address = Transport(), sandbox.address
    made = Bot(
        TOKEN,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=transport,
        get_updates_request=transport,
    )
    async with made:
        yield made


async def upset(sandbox: Sandbox, kind: str, **fields: object) -> None:
    await sandbox.control("faults", rules=[{"kind": kind, **fields}])


def get_me(sandbox: Sandbox) -> str:
    return f"{sandbox.address}/bot{TOKEN}/getMe"


async def test_words_and_buttons_arrive_as_they_were_meant(sandbox: Sandbox, bot: Bot) -> None:
    words = 'Đường bị ngập & "tối" + 100% \n <b>Ngõ 20</b> 🌧'
    await bot.send_message(RESIDENT, words, reply_markup=KEYBOARD)
    message = (await sandbox.messages())[-1]
    assert message["text"] == words
    assert message["reply_markup"]["inline_keyboard"][0][0]["text"] == "Có"


@pytest.mark.parametrize("size", [0, 1, 65_536, 65_537, 3_000_000])
async def test_files_travel_both_ways_byte_for_byte(bot: Bot, size: int) -> None:
    content, name = os.urandom(size) or b"\x00", 'Giấy "biên nhận" số 1.pdf'
    sent = await bot.send_document(RESIDENT, content, filename=name, caption="Giấy biên nhận, số 1")
    assert sent.document
    assert (sent.document.file_name, sent.caption) == (name, "Giấy biên nhận, số 1")
    assert await downloaded(bot, sent.document.file_id) == content


async def test_an_album_keeps_its_files_and_words_apart(bot: Bot) -> None:
    files = [InputMediaDocument(b"one\r\n--", filename="1.txt", caption="Một"), InputMediaDocument(b"\r\n\r\ntwo")]
    first, second = await bot.send_media_group(RESIDENT, files)
    assert first.document
    assert second.document
    assert (first.caption, second.caption) == ("Một", None)
    assert await downloaded(bot, first.document.file_id) == b"one\r\n--"
    assert await downloaded(bot, second.document.file_id) == b"\r\n\r\ntwo"


async def test_a_file_name_cannot_add_headers_and_an_open_file_is_read(bot: Bot) -> None:
    file = InputFile(BytesIO(b"open"), filename="a\r\nX-Evil: 1\n.txt", read_file_handle=False)
    sent = await bot.send_document(RESIDENT, file)
    assert sent.document
    assert sent.document.file_name == "a__X-Evil: 1_.txt"
    assert await downloaded(bot, sent.document.file_id) == b"open"


async def downloaded(bot: Bot, file_id: str) -> bytes:
    return bytes(await (await bot.get_file(file_id)).download_as_bytearray())


@pytest.mark.filterwarnings("ignore:.*retry_after. will be of type")  # the library announces a change
async def test_refusals_of_telegram_keep_their_meaning(sandbox: Sandbox, bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(RESIDENT, "a" * 4097)
    await upset(sandbox, "429", retry_after=7)
    with pytest.raises(RetryAfter) as refusal:
        await bot.send_message(RESIDENT, "a")
    assert refusal.value.retry_after == 7
    await sandbox.control("members", chat_id=RESIDENT, account="resident_1", action="block")
    with pytest.raises(Forbidden, match="blocked"):
        await bot.send_message(RESIDENT, "a")
    await sandbox.control("revoke", token=TOKEN)
    with pytest.raises(InvalidToken):
        await bot.get_me()


async def test_two_hundred_at_once_arrive_once_each(sandbox: Sandbox, bot: Bot) -> None:
    words = {f"thư {number}" for number in range(200)}
    await asyncio.gather(*(bot.send_message(RESIDENT, each) for each in words))
    said = [message["text"] for message in await sandbox.messages() if message["from_bot"]]
    assert sorted(said) == sorted(words)


async def test_a_lost_answer_may_have_been_sent(sandbox: Sandbox, bot: Bot) -> None:
    await upset(sandbox, "reset_after", method="sendMessage")
    assert type(await failure(bot.send_message(RESIDENT, "a"))) is MaybeSent
    assert (await sandbox.messages())[-1]["text"] == "a"


@pytest.mark.parametrize("status", [502, 503, 504])
async def test_a_page_of_a_gateway_is_told_by_its_status_alone(sandbox: Sandbox, bot: Bot, status: int) -> None:
    await upset(sandbox, "http", status=status)
    error = await failure(bot.send_message(RESIDENT, "a"))
    assert type(error) is MaybeSent
    assert str(status) in str(error)
    assert "html" not in everything(error)


async def test_a_slow_answer_times_out_unless_the_call_is_patient(sandbox: Sandbox) -> None:
    await upset(sandbox, "latency", seconds=3 * SHORT, count=None)
    async with Transport(Limits(read=SHORT)) as transport:
        assert transport.read_timeout == SHORT
        assert type(await failure(transport.post(get_me(sandbox)))) is TimedOut
        assert await transport.post(get_me(sandbox), read_timeout=5)
        assert await transport.post(get_me(sandbox), read_timeout=None)


async def test_a_request_that_finds_no_free_connection_is_not_sent(sandbox: Sandbox) -> None:
    await upset(sandbox, "latency", seconds=60)
    async with Transport(Limits(connections=1, pool=SHORT)) as transport:
        first = asyncio.create_task(transport.post(get_me(sandbox), read_timeout=None))
        await asyncio.sleep(0)
        assert type(await failure(transport.post(get_me(sandbox)))) is NotSent
        second = asyncio.create_task(transport.post(get_me(sandbox), pool_timeout=None))
        await asyncio.sleep(2 * SHORT)  # longer than the usual patience
        await sandbox.control("clock", shift=60)
        assert await first == await second


async def test_a_cancelled_request_ends_and_gives_its_connection_back() -> None:
    async with peer(waits) as silent, peer(says(RESULT)) as server, Transport(Limits(connections=1)) as transport:
        call = asyncio.create_task(transport.post(silent.method()))
        await silent.asked.wait()
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert await transport.post(server.method()) == {"id": 7}


async def test_it_opens_by_itself_and_after_a_shutdown_only_when_told(sandbox: Sandbox) -> None:
    transport = Transport()
    assert await transport.post(get_me(sandbox))
    for _ in range(2):
        await transport.shutdown()
    assert type(await failure(transport.post(get_me(sandbox)))) is NotSent
    await transport.initialize()
    assert await transport.post(get_me(sandbox))
    await transport.shutdown()


async def test_a_shutdown_ends_the_call_that_waits_for_an_answer_and_the_one_behind_it() -> None:
    transport = Transport(Limits(connections=1))
    async with peer(waits) as silent:
        sent, queued = (asyncio.create_task(transport.post(silent.method())) for _ in range(2))
        await silent.asked.wait()
        await transport.shutdown()
        assert type(await failure(sent)) is MaybeSent
        assert type(await failure(queued)) is NotSent
    assert len(silent.heads) == 1


def test_one_transport_serves_one_loop_after_another() -> None:
    transport = Transport(Limits(connections=1))

    async def session() -> None:
        async with peer(says(RESULT)) as server, transport:
            assert await asyncio.gather(*(transport.post(server.method()) for _ in range(3))) == [{"id": 7}] * 3

    asyncio.run(session())
    asyncio.run(session())


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}", "https://127.0.0.1:{port}"])
async def test_a_refused_connection_is_not_sent(transport: Transport, address: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    error = await failure(transport.post(f"{address.format(port=port)}/bot{TOKEN}/getMe"))
    assert type(error) is NotSent
    assert "refused" in str(error)


async def test_what_fails_before_the_request_goes_out_is_not_sent(transport: Transport) -> None:
    async with peer(waits) as server:
        encrypted = server.method().replace("http:", "https:")
        assert type(await failure(transport.post(encrypted, connect_timeout=SHORT))) is NotSent
        assert server.heads == []
    assert type(await failure(transport.post(f"ftp://127.0.0.1/bot{TOKEN}/getMe"))) is NotSent
    assert type(await failure(transport.post(f"http:///bot{TOKEN}/getMe"))) is NotSent


@pytest.mark.parametrize(
    "script",
    [
        resets,
        says(b""),
        says(RESULT[:-10]),
        says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{'ok'"),
        says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nwhat\r\n"),
        says(page("200 OK", "not zipped", "Content-Encoding: gzip")),
        says(b"SSH-2.0-OpenSSH_9\r\n\r\n"),
        says(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\n"),
    ],
    ids=["reset", "closed", "half", "half chunk", "bad chunk", "bad zip", "not HTTP", "many headers"],
)
async def test_a_broken_answer_may_have_been_sent(transport: Transport, script: Script) -> None:
    async with peer(script) as server:
        assert type(await failure(transport.post(server.method()))) is MaybeSent
        assert server.connections == 1, "a call must never be repeated behind the caller's back"


@pytest.mark.parametrize("begun", [b"", page("200 OK", "{}" * 50)[:-90]], ids=["nothing", "half an answer"])
async def test_a_peer_that_falls_silent_times_out(transport: Transport, begun: bytes) -> None:
    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(begun)
        await reader.read()

    async with peer(script) as server:
        assert type(await failure(transport.post(server.method(), read_timeout=SHORT))) is TimedOut


async def test_a_peer_that_stops_reading_times_out() -> None:
    sockets: list[asyncio.StreamWriter] = []

    def ignore(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        sockets.append(writer)

    async with await asyncio.start_server(ignore, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with Transport(Limits(write=None, media_write=SHORT)) as transport:
            bot = Bot(TOKEN, f"http://127.0.0.1:{port}/bot", request=transport, get_updates_request=transport)
            assert type(await failure(bot.send_document(RESIDENT, bytes(30_000_000)))) is TimedOut
        for writer in sockets:
            writer.transport.abort()


@pytest.mark.parametrize(
    "body",
    ["", "what?", HTML, "[]", "null", '{"ok":true}', '{"ok":false,"result":1}', '{"result":1}', "[" * 100_000],
)
async def test_a_success_without_a_result_may_have_been_sent(transport: Transport, body: str) -> None:
    async with peer(says(page("200 OK", body))) as server:
        error = await failure(transport.post(server.method()))
    assert type(error) is MaybeSent
    assert "200" in str(error)
    assert HTML not in everything(error)


@pytest.mark.parametrize("status", ["400 Bad Request", "403 Forbidden", "404 Not Found", "413 Too Large", "599 X"])
@pytest.mark.parametrize(
    "body", [HTML, '{"error":"no"}', '{"ok":false,"description":1}', '{"ok":true,"description":"no"}']
)
async def test_a_refusal_by_somebody_else_is_not_taken_for_telegrams(
    transport: Transport, status: str, body: str
) -> None:
    async with peer(says(page(status, body))) as server:
        for call in (transport.post, transport.retrieve):
            error = await failure(call(server.method()))
            assert type(error) is (MaybeSent if status.startswith("5") else NetworkError)
            assert status[:3] in str(error)
            assert body not in everything(error)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"])
async def test_a_redirect_is_not_followed(transport: Transport, status: str) -> None:
    async with peer(says(page(status, "", f"Location: /bot{TOKEN}/elsewhere"))) as server:
        for call in (transport.post, transport.retrieve):
            error = await failure(call(server.method()))
            assert type(error) is NetworkError
            assert status[:3] in str(error)
        assert len(server.heads) == 2


@pytest.mark.parametrize(("most", "call"), [(16 * 2**20, Transport.post), (50 * 2**20, Transport.retrieve)])
async def test_an_answer_too_large_is_given_up_at_its_head(
    transport: Transport, most: int, call: Callable[[Transport, str], Awaitable[object]]
) -> None:
    async with peer(says(f"HTTP/1.1 200 OK\r\nContent-Length: {most + 1}\r\n\r\n".encode())) as server:
        error = await failure(call(transport, server.method()))
    assert isinstance(error, NetworkError)
    assert "larger" in str(error)


@pytest.mark.parametrize("call", [Transport.post, Transport.retrieve])
async def test_an_answer_that_does_not_end_is_given_up(
    call: Callable[[Transport, str], Awaitable[object]],
) -> None:
    async def pours(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(bytes(10_000))
            await writer.drain()

    limits = Limits(answer_bytes=100_000, file_bytes=200_000)
    async with peer(pours) as server, Transport(limits) as transport:
        error = await failure(call(transport, server.method()))
    assert isinstance(error, NetworkError)
    assert "larger" in str(error)


async def test_a_file_of_just_the_size_is_taken() -> None:
    async with peer(says(page("200 OK", "a" * 1000))) as server, Transport(Limits(file_bytes=1000)) as transport:
        assert await transport.retrieve(server.method()) == b"a" * 1000


async def remembers(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(page("200 OK", '{"ok":true,"result":{"id":7}}', "Set-Cookie: seen=1; Path=/"))


async def test_connections_are_kept_and_cookies_are_not() -> None:
    async with peer(remembers) as server, Transport() as transport:
        for _ in range(3):
            assert await transport.post(server.method().replace("127.0.0.1", "localhost"), RequestData())
        assert server.connections == 1
    assert not any("Cookie" in head for head in server.heads)
    assert all("User-Agent: dan-nguyen\r\n" in head for head in server.heads)


async def test_no_more_connections_are_opened_than_allowed() -> None:
    async with peer(remembers) as server, Transport(Limits(connections=3)) as transport:
        await asyncio.gather(*(transport.post(server.method()) for _ in range(30)))
    assert (len(server.heads), server.connections) == (30, 3)


async def test_only_a_proxy_that_is_named_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    async with peer(says(RESULT)) as named, peer(waits) as other:
        monkeypatch.setenv("http_proxy", other.address)
        proxy = named.address.replace("//", "//clerk:secret@")
        async with Transport(proxy=proxy) as proxied, Transport() as direct:
            assert await proxied.post(f"http://telegram.invalid/bot{TOKEN}/getMe") == {"id": 7}
            assert await direct.post(named.method()) == {"id": 7}
    through, straight = named.heads
    assert through.startswith(f"POST http://telegram.invalid/bot{TOKEN}/getMe ")
    assert "Proxy-Authorization: Basic " in through
    assert straight.startswith(f"POST /bot{TOKEN}/getMe ")
    assert other.connections == 0


@pytest.mark.parametrize(
    ("script", "kind"),
    [(waits, NotSent), (says(page("407 Proxy Authentication Required", "")), NotSent), (resets, MaybeSent)],
)
async def test_what_a_proxy_does_not_let_through_is_not_sent_unless_it_breaks_off(
    script: Script, kind: type[NetworkError]
) -> None:
    async with peer(script) as server, Transport(Limits(connect=SHORT), proxy=server.address) as transport:
        error = await failure(transport.post(f"https://telegram.invalid/bot{TOKEN}/getMe"))
        assert type(error) is kind
        assert server.heads[0].startswith("CONNECT telegram.invalid:443 ")
