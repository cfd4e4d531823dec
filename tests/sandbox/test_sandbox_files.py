"""Files both ways: what people attach, what bots send, ids, downloads, bounds."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox.files import FileStore
from tests.sandbox.sandbox_wire import RESIDENT, TOKEN, Sandbox

PHOTO = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 800, 600) + b"pixels"
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab" + b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 50, 70) + b"rest of it"


async def upload(sandbox: Sandbox, method: str, files: dict[str, bytes], **fields: str) -> tuple[int, Any]:
    """Call a method with files; return status and answer."""
    form = aiohttp.FormData({"chat_id": str(RESIDENT), **fields})
    for name, content in files.items():
        form.add_field(name, content, filename=f"{name}.bin", content_type="application/octet-stream")
    async with sandbox.http.post(f"{sandbox.address}/bot{TOKEN}/{method}", data=form) as answer:
        return answer.status, await answer.json()


async def download(sandbox: Sandbox, path: str) -> tuple[int, bytes]:
    async with sandbox.http.get(f"{sandbox.address}/file/bot{TOKEN}/{path}") as answer:
        return answer.status, await answer.read()


async def attached(sandbox: Sandbox) -> Any:
    """Let the resident send a document and return it as the bot sees it."""
    await sandbox.attach(("đơn.pdf", b"%PDF-content", "application/pdf"), caption="Đơn của tôi")
    [update] = await sandbox.updates()
    return update["message"]["document"]


async def test_a_document_reaches_the_bot_and_its_bytes_can_be_fetched(sandbox: Sandbox) -> None:
    document = await attached(sandbox)
    assert (document["file_name"], document["mime_type"], document["file_size"]) == (
        "đơn.pdf",
        "application/pdf",
        12,
    )
    found = await sandbox.bot("getFile", file_id=document["file_id"])
    assert found["file_unique_id"] == document["file_unique_id"]
    assert found["file_path"].startswith("documents/")
    assert await download(sandbox, found["file_path"]) == (200, b"%PDF-content")


async def test_a_path_expires_after_an_hour_and_can_be_asked_for_again(sandbox: Sandbox) -> None:
    document = await attached(sandbox)
    path = (await sandbox.bot("getFile", file_id=document["file_id"]))["file_path"]
    await sandbox.control("clock", shift=3601)
    assert (await download(sandbox, path))[0] == 404
    await sandbox.bot("getFile", file_id=document["file_id"])
    assert (await download(sandbox, path))[0] == 200


async def test_files_above_20_mebibytes_cannot_be_fetched(sandbox: Sandbox) -> None:
    for size in (20 * 2**20, 20 * 2**20 + 1):
        await sandbox.attach(("a.bin", bytes(size), "application/octet-stream"))
    fitting, above = [update["message"]["document"]["file_id"] for update in await sandbox.updates()]
    assert (await sandbox.bot("getFile", file_id=fitting))["file_size"] == 20 * 2**20
    assert await sandbox.refused("getFile", file_id=above) == "Bad Request: file is too big"


async def test_wrong_file_ids_are_refused(sandbox: Sandbox) -> None:
    document = await attached(sandbox)
    assert await sandbox.refused("getFile") == "Bad Request: file_id not specified"
    assert await sandbox.refused("getFile", file_id="garbage") == "Bad Request: invalid file_id"
    assert await sandbox.refused("getFile", file_id=document["file_unique_id"]) == "Bad Request: invalid file_id"
    status, answer = await sandbox.call("getFile", "55:another-bot", file_id=document["file_id"])
    assert (status, answer["description"]) == (
        400, "Bad Request: wrong file_id or the file is temporarily unavailable",
    )  # fmt: skip


async def test_the_last_size_of_a_photo_is_the_whole_one(sandbox: Sandbox) -> None:
    await sandbox.attach(("a.png", PHOTO, "image/png"), kind="photo")
    [update] = await sandbox.updates()
    small, whole = update["message"]["photo"]
    assert (whole["width"], whole["height"], whole["file_size"]) == (800, 600, len(PHOTO))
    assert small["file_unique_id"] != whole["file_unique_id"]
    path = (await sandbox.bot("getFile", file_id=whole["file_id"]))["file_path"]
    assert await download(sandbox, path) == (200, PHOTO)


async def test_an_album_is_separate_messages_with_one_group_and_one_caption(sandbox: Sandbox) -> None:
    files = [("1.png", PHOTO, "image/png"), ("2.mp4", b"film", "video/mp4")]
    await sandbox.attach(*files, kind=["photo", "video"], caption="Đường hỏng")
    first, second = [update["message"] for update in await sandbox.updates()]
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], "caption" in second) == ("Đường hỏng", False)
    assert ("photo" in first, "video" in second) == (True, True)


@pytest.mark.parametrize("kind", ["video", "voice", "video_note", "animation", "sticker", "audio"])
async def test_every_kind_of_file_arrives_as_its_kind(sandbox: Sandbox, kind: str) -> None:
    await sandbox.attach(("a.bin", b"content", "application/octet-stream"), kind=kind)
    [update] = await sandbox.updates()
    assert update["message"][kind]["file_size"] == 7
    [shown] = (await sandbox.messages())[0]["media"]
    assert (shown["kind"], shown["size"]) == (kind, 7)
    async with sandbox.http.get(sandbox.address + shown["file_url"]) as answer:
        assert await answer.read() == b"content"


async def test_the_bot_can_send_a_file_and_send_it_again_by_its_id(sandbox: Sandbox) -> None:
    await sandbox.start()
    _, answer = await upload(
        sandbox, "sendDocument", {"document": b"reply"}, caption="<b>x</b>", parse_mode="HTML"
    )
    sent = answer["result"]
    assert (sent["caption"], sent["caption_entities"][0]["type"]) == ("x", "bold")
    again = await sandbox.bot("sendDocument", chat_id=RESIDENT, document=sent["document"]["file_id"])
    assert again["document"]["file_unique_id"] == sent["document"]["file_unique_id"]


@pytest.mark.parametrize("method", ["sendVideo", "sendVoice", "sendDocument", "sendPhoto"])
async def test_a_file_may_be_attached_by_name(sandbox: Sandbox, method: str) -> None:
    await sandbox.start()
    kind = method.removeprefix("send").lower()
    _, answer = await upload(sandbox, method, {"some_name": JPEG}, **{kind: "attach://some_name"})
    assert answer["result"][kind]


async def test_a_jpeg_is_measured(sandbox: Sandbox) -> None:
    await sandbox.start()
    _, answer = await upload(sandbox, "sendPhoto", {"photo": JPEG})
    assert (answer["result"]["photo"][-1]["width"], answer["result"]["photo"][-1]["height"]) == (70, 50)


@pytest.mark.parametrize(
    ("method", "fields", "files", "reason"),
    [
        ("sendPhoto", {}, {}, "there is no photo in the request"),
        ("sendDocument", {}, {}, "there is no document in the request"),
        ("sendDocument", {"document": "attach://x"}, {}, "invalid file attach name specified"),
        ("sendDocument", {"document": "garbage"}, {},
         "wrong remote file identifier specified: Wrong string length"),
        ("sendDocument", {"document": "https://a.vn/x.pdf"}, {}, "failed to get HTTP URL content"),
        ("sendDocument", {}, {"document": b""}, "file must be non-empty"),
        ("sendPhoto", {}, {"photo": b"no picture"}, "IMAGE_PROCESS_FAILED"),
        ("sendDocument", {"caption": "a" * 1025}, {"document": b"a"}, "message caption is too long"),
        ("sendMediaGroup", {"media": "[]"}, {}, "there are no messages to send"),
        ("sendMediaGroup", {"media": json.dumps([{"type": "photo", "media": "x"}] * 11)}, {},
         "too many messages to send as an album"),
        ("sendMediaGroup", {"media": '[{"type":"photo","media":"x"},{"type":"document","media":"x"}]'}, {},
         "document can't be mixed with other media types"),
    ],
)  # fmt: skip
async def test_wrong_files_are_refused(
    sandbox: Sandbox, method: str, fields: dict[str, str], files: dict[str, bytes], reason: str
) -> None:
    await sandbox.start()
    status, answer = await upload(sandbox, method, files, **fields)
    assert (status, answer["description"]) == (400, f"Bad Request: {reason}")


async def test_a_photo_has_at_most_ten_megabytes(sandbox: Sandbox) -> None:
    await sandbox.start()
    await sandbox.control("limits", photo=len(PHOTO) - 1)
    status, answer = await upload(sandbox, "sendPhoto", {"photo": PHOTO})
    assert (status, answer["description"]) == (400, "Bad Request: file is too big for a photo")


async def test_an_upload_above_50_megabytes_is_too_large(sandbox: Sandbox) -> None:
    await sandbox.start()
    await sandbox.control("limits", upload=10)
    status, answer = await upload(sandbox, "sendDocument", {"document": b"a" * 11})
    assert (status, answer["description"]) == (413, "Request Entity Too Large")


async def test_the_bots_album_is_answered_with_its_messages(sandbox: Sandbox) -> None:
    await sandbox.start()
    media = [{"type": "photo", "media": "attach://a", "caption": "x"}, {"type": "photo", "media": "attach://b"}]
    _, answer = await upload(sandbox, "sendMediaGroup", {"a": PHOTO, "b": JPEG}, media=json.dumps(media))
    first, second = answer["result"]
    assert first["media_group_id"] == second["media_group_id"]
    assert second["message_id"] == first["message_id"] + 1


async def test_a_caption_can_be_edited_within_its_limit(sandbox: Sandbox) -> None:
    await sandbox.start()
    _, answer = await upload(sandbox, "sendDocument", {"document": b"a"})
    edit = {"chat_id": RESIDENT, "message_id": answer["result"]["message_id"]}
    assert (await sandbox.bot("editMessageCaption", **edit, caption="x"))["caption"] == "x"
    refusal = await sandbox.refused("editMessageCaption", **edit, caption="a" * 1025)
    assert refusal == "Bad Request: MEDIA_CAPTION_TOO_LONG"
    refusal = await sandbox.refused("editMessageText", **edit, text="a")
    assert refusal == "Bad Request: there is no text in the message to edit"


async def test_files_are_harmless_in_the_browser(sandbox: Sandbox) -> None:
    [message] = await sandbox.attach(("x.html", b"<script>", "text/html"))
    async with sandbox.http.get(sandbox.address + message["media"][0]["file_url"]) as answer:
        assert answer.headers["Content-Disposition"] == "attachment"
        assert answer.headers["Content-Type"] == "application/octet-stream"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_after_a_reset_file_ids_lead_nowhere(sandbox: Sandbox) -> None:
    document = await attached(sandbox)
    await sandbox.control("reset")
    refusal = await sandbox.refused("getFile", file_id=document["file_id"])
    assert refusal == "Bad Request: wrong file_id or the file is temporarily unavailable"


@pytest.mark.parametrize("in_folder", [False, True])
def test_the_oldest_files_make_room_for_new_ones(tmp_path: Path, *, in_folder: bool) -> None:
    store = FileStore(10, tmp_path if in_folder else None)
    first, second, third = [store.put("document", "a", "text/plain", b"12345") for _ in range(3)]
    assert store.read(first.unique) is None
    assert (store.read(second.unique), store.read(third.unique)) == (b"12345", b"12345")
    assert second.path != third.path
