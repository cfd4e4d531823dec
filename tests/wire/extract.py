"""Makes `bot_api.json`: the methods and types that the tests use, out of the Bot API's published description.

    python -m tests.wire.extract downloaded.json

The argument is the machine-readable form of https://core.telegram.org/bots/api that
github.com/PaulSonOfLars/telegram-bot-api-spec publishes. Names, types, required flags and limits are kept; of the
sentences only what they say in figures and in listed values.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

TABLE: Final = Path(__file__).with_name("bot_api.json")
SOURCE: Final = "https://core.telegram.org/bots/api, in the form of github.com/PaulSonOfLars/telegram-bot-api-spec"
METHODS: Final = (
    "answerCallbackQuery", "close", "deleteMessage", "deleteMyCommands", "deleteWebhook", "editMessageCaption",
    "editMessageLiveLocation", "editMessageReplyMarkup", "editMessageText", "getChat", "getChatAdministrators",
    "getChatMember", "getChatMemberCount", "getFile", "getMe", "getMyCommands", "getMyDescription",
    "getMyName", "getMyShortDescription", "getUpdates", "getWebhookInfo", "leaveChat", "logOut",
    "sendAnimation", "sendAudio", "sendChatAction", "sendContact", "sendDocument", "sendLocation",
    "sendMediaGroup", "sendMessage", "sendPhoto", "sendSticker", "sendVideo", "sendVideoNote", "sendVoice",
    "setMyCommands", "setMyDescription", "setMyName", "setMyShortDescription", "setWebhook",
    "stopMessageLiveLocation",
)  # fmt: skip
TYPES: Final = (
    "AcceptedGiftTypes", "Animation", "Audio", "BotCommand", "BotCommandScope", "BotDescription", "BotName",
    "BotShortDescription", "CallbackQuery", "Chat", "ChatFullInfo", "ChatMember", "ChatMemberUpdated",
    "ChatPermissions", "Contact", "CopyTextButton", "Dice", "Document", "File", "ForceReply",
    "InaccessibleMessage", "InlineKeyboardButton", "InlineKeyboardMarkup", "InputMediaAudio",
    "InputMediaDocument", "InputMediaPhoto", "InputMediaVideo", "KeyboardButton", "LinkPreviewOptions",
    "Location", "MaybeInaccessibleMessage", "Message", "MessageEntity", "MessageOrigin", "PhotoSize", "Poll",
    "PollOption", "ReplyKeyboardMarkup", "ReplyKeyboardRemove", "ReplyParameters", "ResponseParameters",
    "Sticker", "Update", "User", "Video", "VideoNote", "Voice", "WebAppInfo", "WebhookInfo",
)  # fmt: skip
RANGES: Final = {
    "characters": r"\b(\d+)-(\d+) characters",
    "bytes": r"\b(\d+)-(\d+) bytes",
    "items": r"must include (\d+)-(\d+) items",
    "values": r"(?:between |; |delivery, )(\d+)(?:-| and )(\d+)\b(?! (?:characters|bytes))",
}
MOST: Final = re.compile(r"At most (\d+) \w+ can be specified")
ALWAYS: Final = re.compile(r'(?:always|must be) (?:"(\w+)"|(\w+)$|(\d+)\.)', re.IGNORECASE)
LISTED: Final = re.compile(r"(?:can be|currently one of|must be one of) (?:either )?", re.IGNORECASE)


def main() -> None:
    """Write the table."""
    told = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    methods = {name: method(told["methods"][name]) for name in METHODS}
    types = {name: type_(told["types"][name]) for name in sorted(with_variants(told["types"]))}
    head = {"source": SOURCE, "version": f"{told['version']}, {told['release_date']}"}
    TABLE.write_text(written(head | {"methods": methods, "types": types}) + "\n", "utf-8")


def with_variants(types: dict[str, Any]) -> set[str]:
    """Return the names of the types and of what each may be."""
    return {*TYPES, *(each for name in TYPES for each in types[name].get("subtypes", ()))}


def method(told: dict[str, Any]) -> dict[str, Any]:
    """Return what a method takes and gives."""
    return {"returns": told["returns"], "fields": fields(told)}


def type_(told: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a type, or what it may be."""
    if "subtypes" in told:
        return {"one_of": told["subtypes"]}
    instead = {"or_text": True} if "String can be used instead" in " ".join(told["description"]) else {}
    return instead | {"fields": fields(told)}


def fields(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the parameters of a method or the fields of a type by their names."""
    return {each["name"]: dict(field(each)) for each in told.get("fields", ())}


def field(told: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what is told of one field."""
    text = told["description"]
    yield "types", told["types"]
    if told["required"]:
        yield "required", True
    for unit, pattern in RANGES.items():
        if found := re.search(pattern, text):
            yield unit, [int(found[1]), int(found[2])]
    if found := MOST.search(text):
        yield "items", [0, int(found[1])]
    if re.search(r"\d, or 0x7FFFFFFF", text):
        yield "or", 0x7FFFFFFF
    if re.search(r"after entit(?:y|ies) parsing", text):
        yield "parsed", True
    yield from named_values(told["name"], text)


def named_values(name: str, text: str) -> Iterator[tuple[str, Any]]:
    """Yield the one value that a field always has, or those that are listed."""
    if found := ALWAYS.search(text):
        yield "always", found[1] or found[2] or int(found[3])
    elif name in {"type", "style"} and (found := LISTED.search(text)):
        yield "listed", re.findall(r'"(\w+)"', text[found.end() :])


def written(value: Any, depth: int = 0) -> str:
    """Return JSON with one line for each field."""
    flat = depth and (not isinstance(value, dict) or "types" in value)
    if flat or not isinstance(value, dict) or not value:
        return json.dumps(value, ensure_ascii=False)
    pad = " " * (depth + 1)
    parts = [f"{pad}{json.dumps(name)}: {written(each, depth + 1)}" for name, each in value.items()]
    return "{\n" + ",\n".join(parts) + f"\n{' ' * depth}}}"


if __name__ == "__main__":
    main()
