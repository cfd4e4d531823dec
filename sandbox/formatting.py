"""Message text as Telegram understands it: HTML into text and entities, found entities, limits, trimming."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sandbox.errors import ApiError, bad_request
from sandbox.model import JsonObject

MAX_TEXT: Final = 4_096
MAX_CAPTION: Final = 1_024
MAX_RAW_BYTES: Final = 32_768
TAGS: Final = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "code": "code", "pre": "pre", "blockquote": "blockquote", "a": "text_link",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
#: Entities in which nothing is found.
CLOSED: Final = frozenset({"code", "pre", "text_link", "text_mention"})
NAMED: Final = {"&lt": "<", "&gt": ">", "&amp": "&", "&quot": '"'}
REFERENCE: Final = re.compile(r"(&(?:lt|gt|amp|quot|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}));?")
START: Final = re.compile(r"<([^\s>]*)")
END: Final = re.compile(r"</([^\s>]*)\s*>")
LINK: Final = re.compile(r"https?://[^\s/]+\.\S+|https?://localhost\S*|(?:tg|ton):\S+")
ATTRIBUTE: Final = re.compile(r"""\s*([^\s=>/"']*)(?:\s*=\s*("[^"]*"?|'[^']*'?|[A-Za-z0-9.-]*))?""")
#: What Telegram finds by itself, in the order of precedence.
FOUND: Final = (
    ("url", re.compile(r"\bhttps?://[^\s<>\"]+[^\s<>\".,;:!?)\]}']|\bt\.me/[\w/?=&%-]+")),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE)),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w/])@[A-Za-z][A-Za-z0-9_]{3,31}\b")),
    ("hashtag", re.compile(r"(?<![\w&/#])#\w*[^\W\d_]\w*")),
)


@dataclass(frozen=True)
class Formatted:
    """A text and its entities (offsets and lengths in UTF-16 units, as on the wire)."""

    text: str
    entities: tuple[JsonObject, ...] = ()


@dataclass(frozen=True)
class OpenTag:
    """A start tag whose end has not come yet."""

    name: str
    argument: str
    offset: int
    position: int


def utf16_length(text: str) -> int:
    """Count the UTF-16 units of a text."""
    return len(text) + sum(character > "\uffff" for character in text)


def unparsable(reason: str) -> ApiError:
    """Make the error of a text that does not follow its parse_mode."""
    return bad_request(f"can't parse entities: {reason}")


def parse_html(source: str) -> Formatted:
    """Read text with HTML tags, as `parse_mode=HTML` does.

    Raises:
        ApiError: 400 with the byte offset of what cannot be read.

    """
    return HtmlReader(source).read()


class HtmlReader:
    """One pass over a text with HTML tags."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._text: list[str] = []
        self._length = 0
        self._position = 0
        self._open: list[OpenTag] = []
        self._entities: list[JsonObject] = []

    def read(self) -> Formatted:
        """Read everything."""
        while self._position < len(self._source):
            character = self._source[self._position]
            if character == "<":
                self._read_tag()
            elif character == "&":
                self._read_reference()
            else:
                end = min(self._next("<"), self._next("&"))
                self._add(self._source[self._position : end])
                self._position = end
        if self._open:
            raise unparsable(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        return Formatted("".join(self._text), tuple(sorted(self._entities, key=outermost_first)))

    def _next(self, character: str) -> int:
        found = self._source.find(character, self._position)
        return len(self._source) if found < 0 else found

    def _add(self, text: str) -> None:
        self._text.append(text)
        self._length += utf16_length(text)

    def _byte(self, position: int) -> int:
        return len(self._source[:position].encode())

    def _read_reference(self) -> None:
        match = REFERENCE.match(self._source, self._position)
        self._add(unescape(match[0]) if match else "&")
        self._position = match.end() if match else self._position + 1

    def _read_tag(self) -> None:
        begin = self._position
        if self._source.startswith("</", begin):
            self._read_end_tag(begin)
        else:
            self._read_start_tag(begin)

    def _read_start_tag(self, begin: int) -> None:
        match = START.match(self._source, begin)
        name = match[1].lower() if match else ""
        position = begin + 1 + len(name)
        if position >= len(self._source):
            raise unparsable(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if name not in TAGS:
            raise unparsable(f'Unsupported start tag "{name}" at byte offset {self._byte(begin)}')
        attributes, self._position = self._read_attributes(name, begin, position)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self._open.append(OpenTag(name, argument_of(name, attributes), self._length, len(self._text)))

    def _read_attributes(self, tag: str, begin: int, position: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        while match := ATTRIBUTE.match(self._source, position):
            name, value = match[1], match[2]
            position = match.end()
            if not name and self._source[position : position + 1] == ">":
                return attributes, position + 1
            if position >= len(self._source):
                raise unparsable(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
            if not name:
                where = f'in the tag "{tag}" at byte offset {self._byte(begin)}'
                raise unparsable(f"Empty attribute name {where}")
            attributes[name] = read_value(value or "")
        return attributes, position

    def _read_end_tag(self, begin: int) -> None:
        at = f"at byte offset {self._byte(begin)}"
        if not self._open:
            raise unparsable(f"Unexpected end tag {at}")
        match = END.match(self._source, begin)
        if not match:
            raise unparsable(f"Unclosed end tag {at}")
        tag = self._open.pop()
        if match[1].lower() not in {"", tag.name}:
            found = f'expected "</{tag.name}>", found "</{match[1]}>"'
            raise unparsable(f"Unmatched end tag {at}, {found}")
        self._position = match.end()
        self._close(tag)

    def _close(self, tag: OpenTag) -> None:
        length = self._length - tag.offset
        if not length:
            return
        entity: JsonObject = {"offset": tag.offset, "length": length, "type": TAGS[tag.name]}
        match tag.name:
            case "a":
                inner = "".join(self._text[tag.position :])
                if not add_link(entity, tag.argument or inner):
                    return
            case "code" | "pre":
                if self._join_code(entity, tag):
                    return
            case "blockquote":
                entity["type"] = tag.argument or "blockquote"
            case "tg-emoji":
                entity["custom_emoji_id"] = tag.argument
        self._entities.append(entity)

    def _join_code(self, entity: JsonObject, tag: OpenTag) -> bool:
        """Make one `pre` with a language of `<pre><code class=…>`."""
        if tag.name == "code" and tag.argument and self._open and self._open[-1].name == "pre":
            entity |= {"type": "pre", "language": tag.argument}
        last = self._entities[-1] if self._entities else {}
        span = (entity["offset"], entity["length"])
        return tag.name == "pre" and "language" in last and (last["offset"], last["length"]) == span


def unescape(reference: str) -> str:
    """Return the character of `&lt;` and the like, or of a number; Telegram knows four names only."""
    bare = reference.rstrip(";")
    return NAMED.get(bare) or html.unescape(bare + ";")


def read_value(quoted: str) -> str:
    """Return an attribute's value without its quotes."""
    if quoted[:1] in {'"', "'"}:
        return REFERENCE.sub(lambda match: unescape(match[0]), quoted[1:-1])
    return quoted.lower()


def argument_of(tag: str, attributes: dict[str, str]) -> str:
    """Return what a start tag says besides its name."""
    if tag == "blockquote":
        return "expandable_blockquote" if "expandable" in attributes else ""
    if tag == "code":
        language = attributes.get("class", "")
        return language.removeprefix("language-") if language.startswith("language-") else ""
    return attributes.get({"a": "href", "tg-emoji": "emoji-id"}.get(tag, ""), "")


def add_link(entity: JsonObject, url: str) -> bool:
    """Let a `text_link` lead somewhere; tell whether the address is one."""
    person = re.fullmatch(r"tg://user\?id=(\d+)", url)
    if person:
        entity |= {"type": "text_mention", "user": {"id": int(person[1])}}
        return True
    if not re.match(r"[a-z][a-z0-9+.-]*:", url, re.IGNORECASE):
        url = f"http://{url}"
    entity["url"] = url
    return LINK.fullmatch(url) is not None


def outermost_first(entity: JsonObject) -> tuple[int, int]:
    """Order entities as Telegram lists them."""
    return entity["offset"], -entity["length"]


def trim(formatted: Formatted) -> Formatted:
    """Cut white space off both ends, and the entities accordingly."""
    text = formatted.text.rstrip()
    cut = len(text) - len(text.lstrip())
    text = text.lstrip()
    if cut == 0 and len(text) == len(formatted.text):
        return formatted
    entities = clip(formatted.entities, utf16_length(formatted.text[:cut]), utf16_length(text))
    return Formatted(text, tuple(entities))


def clip(entities: Iterable[JsonObject], start: int, length: int) -> Iterable[JsonObject]:
    """Yield the entities as they are within `length` units from `start`, without empty ones."""
    for entity in entities:
        begin = max(entity["offset"] - start, 0)
        end = min(entity["offset"] + entity["length"] - start, length)
        if end > begin:
            yield entity | {"offset": begin, "length": end - begin}


def with_found(formatted: Formatted) -> Formatted:
    """Add links, commands, mentions and hashtags that Telegram finds by itself."""
    entities = list(formatted.entities)
    taken = [span(entity) for entity in entities if entity["type"] in CLOSED]
    for kind, pattern in FOUND:
        for match in pattern.finditer(formatted.text):
            begin = utf16_length(formatted.text[: match.start()])
            found: JsonObject = {"offset": begin, "length": utf16_length(match[0])}
            end = begin + found["length"]
            if all(end <= other_begin or begin >= other_end for other_begin, other_end in taken):
                taken.append((begin, end))
                entities.append(found | {"type": kind})
    return Formatted(formatted.text, tuple(sorted(entities, key=outermost_first)))


def span(entity: JsonObject) -> tuple[int, int]:
    """Return where an entity begins and ends."""
    return entity["offset"], entity["offset"] + entity["length"]


def finish(formatted: Formatted) -> Formatted:
    """Return the text as it will stand in the message."""
    return with_found(trim(formatted))
