"""The arguments of a Bot API call, from query, form, multipart or JSON alike."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField
from multidict import MultiDictProxy

from sandbox.errors import bad_request
from sandbox.model import JsonObject

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


@dataclass(frozen=True)
class Upload:
    """A file inside a request, in the form's field `field`."""

    field: str
    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True)
class Arguments:
    """Named values as they came; Telegram reads numbers out of text and JSON out of strings."""

    values: Mapping[str, Any]
    uploads: tuple[Upload, ...] = ()

    def text(self, name: str) -> str:
        """Return a value as text, empty if absent."""
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def integer(self, name: str) -> int:
        """Return a whole number, 0 if absent or unreadable."""
        try:
            return int(self.text(name).strip() or 0)
        except ValueError:
            return 0

    def number(self, name: str) -> float:
        """Return a number, 0 if absent or unreadable."""
        try:
            return float(self.text(name) or 0)
        except ValueError:
            return 0.0

    def flag(self, name: str) -> bool:
        """Return a yes or no."""
        return self.text(name).strip().lower() in {"true", "yes", "1"}

    def upload(self, name: str) -> Upload | None:
        """Return the file in a field, None if absent."""
        return next((upload for upload in self.uploads if upload.field == name), None)

    def parsed(self, name: str, what: str) -> Any:
        """Return a JSON value, None if absent; `what` names it in the error.

        Raises:
            ApiError: 400 when it is not JSON.

        """
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value.strip() else None
        except ValueError as broken:
            raise bad_request(f"can't parse {what} JSON object") from broken

    def for_log(self) -> JsonObject:
        """Return the values and, of the files, their names and sizes."""
        files = {each.field: {"file_name": each.name, "size": len(each.content)} for each in self.uploads}
        return {**self.values, **files}


async def read_arguments(request: web.Request) -> Arguments:
    """Read the arguments of a request.

    Raises:
        ApiError: 400 when the body is not what its content type says.

    """
    values: JsonObject = dict(request.query)
    if request.content_type in FORMS:
        return with_form(values, await request.post())
    if request.content_type == "application/json" and request.can_read_body:
        values |= parse_object(await request.text())
    return Arguments(values)


def with_form(values: JsonObject, form: MultiDictProxy[Any]) -> Arguments:
    """Add the fields of a form; a field that is there several times becomes a list."""
    uploads: list[Upload] = []
    for name in dict.fromkeys(form):
        found = form.getall(name)
        uploads += [read_upload(value) for value in found if isinstance(value, FileField)]
        texts = [as_text(value) for value in found if not isinstance(value, FileField)]
        if texts:
            values[name] = texts[0] if len(texts) == 1 else texts
    return Arguments(values, tuple(uploads))


def read_upload(part: FileField) -> Upload:
    """Return a file of a form."""
    with part.file:
        return Upload(part.name, part.filename, part.content_type, part.file.read())


def as_text(value: str | bytes | bytearray) -> str:
    """Return a field of a form as text."""
    return value if isinstance(value, str) else value.decode(errors="replace")


def parse_object(text: str) -> JsonObject:
    """Read a JSON object.

    Raises:
        ApiError: 400 when it is something else.

    """
    try:
        values = json.loads(text or "{}")
    except ValueError as broken:
        raise bad_request("can't parse JSON content") from broken
    if not isinstance(values, dict):
        raise bad_request("JSON object expected")
    return values
