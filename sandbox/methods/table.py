"""Every method that the sandbox knows, by name; and calling one."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any, Final

from sandbox.errors import ApiError
from sandbox.methods import chats, media, messages, places, receiving, settings
from sandbox.methods.call import Call, Method

METHODS: Final[Mapping[str, Method]] = {
    **settings.METHODS,
    **media.SENDERS,
    "getUpdates": receiving.get_updates,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "sendMessage": messages.send_message,
    "sendLocation": places.send_location,
    "editMessageLiveLocation": places.edit_live_location,
    "stopMessageLiveLocation": places.stop_live_location,
    "sendContact": messages.send_contact,
    "sendChatAction": messages.send_chat_action,
    "sendMediaGroup": media.send_media_group,
    "getFile": media.get_file,
    "editMessageText": messages.edit_message_text,
    "editMessageCaption": messages.edit_message_caption,
    "editMessageReplyMarkup": messages.edit_message_reply_markup,
    "deleteMessage": messages.delete_message,
    "answerCallbackQuery": messages.answer_callback_query,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatAdministrators": chats.get_chat_administrators,
    "getChatMemberCount": chats.get_chat_member_count,
    "leaveChat": chats.leave_chat,
}
BY_LOWER_CASE: Final = {name.lower(): name for name in METHODS}


def proper_name(name: str) -> str:
    """Return a method's name as documented, or as it came if there is no such method."""
    return BY_LOWER_CASE.get(name.lower(), name)


async def run(name: str, call: Call) -> Any:
    """Run a method by its name, in whatever case.

    Raises:
        ApiError: 404 for an unknown method, and whatever the method refuses.

    """
    method = METHODS.get(proper_name(name))
    if method is None:
        raise ApiError(404, "Not Found: method not found")
    result = method(call)
    return await result if inspect.isawaitable(result) else result
