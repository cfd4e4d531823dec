"""getChat, getChatMember, leaveChat."""

from __future__ import annotations

from sandbox.errors import bad_request
from sandbox.membership import member_object, remove_member
from sandbox.methods.call import Call, find_chat, writable_chat
from sandbox.model import PRESENT, JsonObject
from sandbox.rendering import chat_object

GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_change_info", "can_invite_users", "can_pin_messages",
)  # fmt: skip


def get_chat(call: Call) -> JsonObject:
    """Describe a chat."""
    chat = find_chat(call)
    full = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    permissions = {} if chat.private else {"permissions": dict.fromkeys(PERMISSIONS, True)}
    return chat_object(call.world, chat) | full | permissions


def get_chat_member(call: Call) -> JsonObject:
    """Describe someone's place in a chat."""
    chat = writable_chat(call)
    user_id = call.arguments.integer("user_id")
    if user_id not in call.world.accounts and user_id not in call.world.bots:
        raise bad_request("invalid user_id specified")
    return member_object(call.world, user_id, chat.members.get(user_id, "left"))


def get_chat_administrators(call: Call) -> list[JsonObject]:
    """List a group's administrators."""
    chat = writable_chat(call)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    found = [user_id for user_id in chat.members if chat.is_admin(user_id)]
    return [member_object(call.world, user_id, chat.members[user_id]) for user_id in found]


def get_chat_member_count(call: Call) -> int:
    """Count who is in a chat."""
    return sum(status in PRESENT for status in writable_chat(call).members.values())


def leave_chat(call: Call) -> bool:
    """Leave a group."""
    chat = writable_chat(call)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    remove_member(call.world, chat, call.bot.id, call.bot.id)
    return True
