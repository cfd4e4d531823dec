"""Who joins, leaves, blocks or is promoted, how a group becomes a supergroup; and what bots hear of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sandbox.bots import Bot
from sandbox.errors import Refusal
from sandbox.model import DAY, Account, Chat, JsonObject, Message
from sandbox.people import tell_bots
from sandbox.rendering import chat_object
from sandbox.state import FIRST_GROUP_ID, FIRST_SUPERGROUP_ID, MEMBER_LANE, MY_MEMBER_LANE, World

RIGHTS: Final = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_change_info", "can_invite_users", "can_pin_messages",
)  # fmt: skip
NO_RIGHTS: Final = ("can_be_edited", "is_anonymous", "can_promote_members", "can_post_stories",
                    "can_edit_stories", "can_delete_stories")  # fmt: skip


def member_object(world: World, user_id: int, status: str) -> JsonObject:
    """Return the ChatMember object of someone."""
    member: JsonObject = {"user": world.user(user_id), "status": status}
    if status == "administrator":
        member |= dict.fromkeys(RIGHTS, True) | dict.fromkeys(NO_RIGHTS, False)
    elif status == "creator":
        member["is_anonymous"] = False
    elif status == "kicked":
        member["until_date"] = 0
    return member


def set_status(world: World, chat: Chat, user_id: int, status: str, actor: int) -> None:
    """Change someone's place in a chat and tell the bots that are to know."""
    old = chat.members.get(user_id, "left")
    watching = [bot for bot in world.bots_in(chat) if chat.private or chat.is_admin(bot.id)]
    chat.members[user_id] = status
    world.feed.add("chat", chat.id)
    if old == status:
        return
    change = {
        "chat": chat_object(world, chat),
        "from": world.user(actor),
        "date": world.now(),
        "old_chat_member": member_object(world, user_id, old),
        "new_chat_member": member_object(world, user_id, status),
    }
    if user_id in world.bots:
        world.tell(world.bots[user_id], "my_chat_member", change, chat.id + MY_MEMBER_LANE, DAY)
        return
    for bot in watching:
        world.tell(bot, "chat_member", change, user_id + MEMBER_LANE, DAY)


def service_message(world: World, chat: Chat, actor: int, body: JsonObject) -> Message:
    """Put a line such as `X joined the group` into a chat and tell the bots."""
    message = world.add_message(chat, Message(0, world.now(), actor, body))
    tell_bots(world, chat, message)
    return message


def block(world: World, chat: Chat, _whom: int, _actor: int) -> None:
    """Let the person of a private chat block the bot."""
    require(chat.private, "Only a private chat can be blocked.")
    set_status(world, chat, chat.bot_id, "kicked", chat.id)


def unblock(world: World, chat: Chat, _whom: int, _actor: int) -> None:
    """Let the person of a private chat unblock the bot."""
    require(chat.private, "Only a private chat can be unblocked.")
    set_status(world, chat, chat.bot_id, "member", chat.id)


def deactivate(world: World, chat: Chat, _whom: int, _actor: int) -> None:
    """Let the person of a private chat delete the account; no bot is told."""
    require(chat.private, "Only the account of a private chat can be deleted.")
    chat.members[chat.id] = "left"
    world.feed.add("chat", chat.id)


def add_member(world: World, chat: Chat, user_id: int, actor: int) -> None:
    """Let someone of the group add an account or a bot."""
    require(not chat.private, "A private chat has no members to add.")
    require(not chat.has(user_id), "This account is in the group already.")
    set_status(world, chat, user_id, "member", actor)
    service_message(world, chat, actor, {"new_chat_members": [world.user(user_id)]})


def remove_member(world: World, chat: Chat, user_id: int, actor: int) -> None:
    """Let someone of the group remove an account or a bot; removing oneself is leaving."""
    require(not chat.private, "A private chat has no members to remove.")
    require(chat.has(user_id), "This account is not in the group.")
    set_status(world, chat, user_id, "left" if user_id == actor else "kicked", actor)
    service_message(world, chat, actor, {"left_chat_member": world.user(user_id)})


def promote(world: World, chat: Chat, user_id: int, actor: int) -> None:
    """Make an account or a bot an administrator of the group."""
    require(not chat.private, "A private chat has no administrators.")
    require(chat.has(user_id), "This account is not in the group.")
    if chat.members[user_id] != "creator":
        set_status(world, chat, user_id, "administrator", actor)


ACTIONS: Final[Mapping[str, Callable[[World, Chat, int, int], None]]] = {
    "add": add_member,
    "remove": remove_member,
    "promote": promote,
    "block": block,
    "unblock": unblock,
    "deactivate": deactivate,
}


def create_group(world: World, title: str, members: list[Account], bot: Bot | None, group_id: int = 0) -> Chat:
    """Create a group; the first member is its owner."""
    require(bool(title.strip()), "A group needs a title.")
    statuses = {account.id: "member" for account in members}
    owner = members[0].id if members else 0
    if members:
        statuses[owner] = "creator"
    group_id = group_id or world.free_id(FIRST_GROUP_ID, -1)
    chat = world.add_chat(Chat(group_id, "group", title=title, members=statuses))
    world.feed.add("chat", chat.id)
    if bot:
        set_status(world, chat, bot.id, "member", owner)
    service_message(world, chat, owner, {"group_chat_created": True})
    return chat


def migrate(world: World, chat: Chat, actor: int) -> Chat:
    """Turn a group into a supergroup: another chat with another id."""
    require(chat.type == "group", "Only a group can become a supergroup.")
    require(not chat.migrated_to, "This group has become a supergroup already.")
    new_id = world.free_id(FIRST_SUPERGROUP_ID, -1)
    grown = world.add_chat(Chat(new_id, "supergroup", title=chat.title, members=dict(chat.members)))
    service_message(world, chat, actor, {"migrate_to_chat_id": grown.id})
    chat.migrated_to = grown.id
    for changed in (chat, grown):
        world.feed.add("chat", changed.id)
    service_message(world, grown, actor, {"migrate_from_chat_id": chat.id})
    return grown


def owner_of(chat: Chat) -> int:
    """Return who acts for a group when nobody is named: its owner, else any member."""
    return next((user_id for user_id, status in chat.members.items() if status == "creator"), 0)


def require(condition: bool, sentence: str) -> None:
    """Refuse with a sentence unless the condition holds.

    Raises:
        Refusal: with the sentence.

    """
    if not condition:
        raise Refusal(sentence)
