"""The chat page's own files, and the files people sent, for the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from aiohttp import web

from sandbox.door import SECURITY_HEADERS, WORLD
from sandbox.errors import Refusal

HERE: Final = Path(__file__).parent
PAGE: Final = HERE / "page"
#: What a browser may show in place; anything else is only downloaded.
SHOWN: Final = ("image/png", "image/jpeg", "image/gif", "image/webp", "video/", "audio/")


async def serve_page(request: web.Request) -> web.StreamResponse:
    """Serve a file of the chat page."""
    wanted = (PAGE / request.match_info.get("name", "index.html")).resolve()
    if PAGE.resolve() not in wanted.parents:
        raise Refusal("There is no such page.", 404)
    return page_file(wanted)


async def serve_strings(_request: web.Request) -> web.StreamResponse:
    """Serve the chat page's sentences."""
    return page_file(HERE / "strings.json")


def page_file(path: Path) -> web.FileResponse:
    """Return a file with the headers of a page that trusts only itself.

    Raises:
        Refusal: 404.

    """
    if not path.is_file():
        raise Refusal("There is no such page.", 404)
    return web.FileResponse(path, headers=SECURITY_HEADERS)


async def serve_sent_file(request: web.Request) -> web.Response:
    """Serve a file that was sent in a chat, harmless in the browser whatever it is."""
    files = request.app[WORLD].files
    unique = request.match_info["unique"]
    content = files.read(unique)
    if content is None:
        raise Refusal("This file is gone.", 404)
    mime_type = files.known[unique].mime_type
    shown = mime_type.startswith(SHOWN)
    headers = {
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": "inline" if shown else "attachment",
        "Content-Type": mime_type if shown else "application/octet-stream",
    }
    return web.Response(body=content, headers=headers)


ROUTES: Final = (
    web.get("/", serve_page),
    web.get("/page/{name:.+}", serve_page),
    web.get("/strings.json", serve_strings),
    web.get("/_sandbox/files/{unique}", serve_sent_file),
)
