"""Compares what stands on the wire with the published Bot API; each fault is a sentence with its place."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from typing import Any, Final

from tests.wire.tables import Part, Range, Shape, bot_api

PRIMITIVES: Final[Mapping[str, tuple[type, ...]]] = {
    "Integer": (int,), "Float": (int, float), "String": (str,), "Boolean": (bool,),
}  # fmt: skip
ARRAY: Final = "Array of "
REASONS: Final[Mapping[int, str]] = {
    400: "Bad Request: ", 401: "Unauthorized", 403: "Forbidden: ", 404: "Not Found", 409: "Conflict: ",
    413: "Request Entity Too Large", 429: "Too Many Requests: retry after ", 500: "Internal Server Error",
}  # fmt: skip
"""How the description of each error begins."""
OK: Final = 200

Faults = Iterator[str]


def request_faults(
    method: str, values: Mapping[str, Any], uploads: Collection[str] = (), *, unknown_matters: bool = True
) -> Faults:
    """Yield what is wrong with a bot's call; `uploads` are the form's fields that hold files."""
    shape = bot_api().methods.get(method)
    if shape is None:
        yield f"{method}: this method is not in bot_api.json; add it to tests/wire/extract.py"
        return
    known = {name: _read(value, shape.fields[name]) for name, value in values.items() if name in shape.fields}
    known |= {name: "attach://" for name in uploads if name in shape.fields}
    unknown = values.keys() - shape.fields.keys() if unknown_matters else ()
    yield from (f"{method}.{name}: there is no such parameter" for name in unknown)
    yield from _object_faults(known, shape, method)


def answer_faults(method: str, status: int, answer: Any) -> Faults:
    """Yield what is wrong with the sandbox's answer to a call."""
    if not isinstance(answer, dict) or not isinstance(answer.get("ok"), bool):
        yield f"{method}: an answer is an object with `ok`"
    elif answer["ok"]:
        yield from _result_faults(method, status, answer)
    else:
        yield from _error_faults(method, status, answer)


def update_faults(update: Any) -> Faults:
    """Yield what is wrong with an update: anything in it, or not exactly one kind."""
    yield from _faults(update, ("Update",), "update")
    if isinstance(update, dict) and len(update) != len({"update_id", "kind"}):
        yield f"update: has {len(update) - 1} kinds instead of one"


def _result_faults(method: str, status: int, answer: dict[str, Any]) -> Faults:
    if status != OK:
        yield f"{method}: a success has HTTP status 200, not {status}"
    if unknown := answer.keys() - {"ok", "result", "description"}:
        yield f"{method}: a success has no {', '.join(sorted(unknown))}"
    shape = bot_api().methods.get(method)
    if shape is None:
        yield f"{method}: this method is not in bot_api.json; add it to tests/wire/extract.py"
    elif "result" not in answer:
        yield f"{method}: a success has a result"
    else:
        yield from _faults(answer["result"], shape.returns, f"{method} → result")


def _error_faults(method: str, status: int, answer: dict[str, Any]) -> Faults:
    code, description = answer.get("error_code"), answer.get("description")
    if code != status:
        yield f"{method}: error_code {code} differs from the HTTP status {status}"
    reason = REASONS.get(status, "?")
    if not isinstance(description, str) or not description.startswith(reason):
        yield f"{method}: a {status} is described as {reason!r}, not as {description!r}"
    if unknown := answer.keys() - {"ok", "error_code", "description", "parameters"}:
        yield f"{method}: an error has no {', '.join(sorted(unknown))}"
    if "parameters" in answer:
        yield from _faults(answer["parameters"], ("ResponseParameters",), f"{method} → parameters")


def _read(value: Any, part: Part) -> Any:
    """Return an argument as the server reads it: everything but text may come written as JSON."""
    if not isinstance(value, str) or "String" in part.types or "InputFile" in part.types:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _faults(value: Any, types: Sequence[str], path: str) -> Faults:
    """Yield what is wrong with a value that may be any of these types: what the likeliest of them misses."""
    if value is None:
        yield f"{path}: is null; what is not there is left out"
        return
    items = [each.removeprefix(ARRAY) for each in types if each.startswith(ARRAY)]
    if items and isinstance(value, list):
        for place, item in enumerate(value):
            yield from _faults(item, items, f"{path}[{place}]")
        return
    yield from min((list(_type_faults(value, each, path)) for each in types), key=len)


def _type_faults(value: Any, type_: str, path: str) -> Faults:
    if type_ in PRIMITIVES or type_.startswith(ARRAY) or type_ == "InputFile":
        wanted = PRIMITIVES.get(type_, (list,) if type_.startswith(ARRAY) else (str,))
        if not isinstance(value, wanted) or (isinstance(value, bool) and type_ != "Boolean"):
            yield f"{path}: {value!r} is no {type_}"
        return
    shape = bot_api().types.get(type_)
    if shape is None:
        yield f"{path}: the type {type_} is not in bot_api.json; add it to tests/wire/extract.py"
    elif shape.one_of:
        yield from _faults(value, shape.one_of, path)
    elif not (shape.or_text and isinstance(value, str)):
        yield from _object_faults(value, shape, path)


def _object_faults(value: Any, shape: Shape, path: str) -> Faults:
    if not isinstance(value, dict):
        yield f"{path}: {value!r} is no object"
        return
    yield from (f"{path}.{name}: there is no such field" for name in value.keys() - shape.fields.keys())
    for name, part in shape.fields.items():
        if name in value:
            yield from _part_faults(value[name], part, f"{path}.{name}", value.get("parse_mode"))
        elif part.required:
            yield f"{path}.{name}: is missing"


def _part_faults(value: Any, part: Part, path: str, parse_mode: object) -> Faults:
    wrong = list(_faults(value, part.types, path))
    yield from wrong or _limit_faults(value, part, path, parse_mode)


def _limit_faults(value: Any, part: Part, path: str, parse_mode: object) -> Faults:
    if part.always is not None and value != part.always:
        yield f"{path}: is always {part.always!r}, not {value!r}"
    if part.listed and value not in part.listed:
        yield f"{path}: {value!r} is none of {', '.join(part.listed)}"
    if part.values and value != part.also:
        yield from _outside(value, part.values, path, "")
    if part.characters:
        shown = _without_tags(value) if part.parsed and str(parse_mode).lower() == "html" else value
        yield from _outside(len(shown.encode("utf-16-le")) // 2, part.characters, path, " characters")
    if part.bytes:
        yield from _outside(len(value.encode()), part.bytes, path, " bytes")
    if part.items:
        yield from _outside(len(value), part.items, path, " items")


def _outside(size: float, allowed: Range, path: str, unit: str) -> Faults:
    low, high = allowed
    if not low <= size <= high:
        yield f"{path}: {size}{unit}; {low} to {high} are allowed"


def _without_tags(text: str) -> str:
    reader = _Text()
    reader.feed(text)
    reader.close()
    return "".join(reader.found)


class _Text(HTMLParser):
    """Keeps what stands between the tags."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)
