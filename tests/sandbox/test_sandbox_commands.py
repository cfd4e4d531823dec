"""Command menus: scopes, languages, and which one a person sees."""

from __future__ import annotations

import pytest

from tests.sandbox.sandbox_wire import GROUP, RESIDENT, Sandbox


def commands(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": name} for name in names]


async def menu(sandbox: Sandbox, chat: int = RESIDENT, account: str = "resident_1") -> list[str]:
    shown = await sandbox.look(f"chats/{chat}/commands?account={account}")
    return [command["command"] for command in shown["commands"]]


async def test_commands_are_set_got_and_deleted(sandbox: Sandbox) -> None:
    assert await sandbox.bot("getMyCommands") == []
    await sandbox.bot("setMyCommands", commands=commands("start", "help"))
    assert await sandbox.bot("getMyCommands") == commands("start", "help")
    assert await sandbox.bot("getMyCommands", language_code="vi") == []
    await sandbox.bot("deleteMyCommands")
    assert await sandbox.bot("getMyCommands") == []


async def test_a_person_sees_the_narrowest_menu_in_their_language(sandbox: Sandbox) -> None:
    await sandbox.start()
    private, chat = {"type": "all_private_chats"}, {"type": "chat", "chat_id": RESIDENT}
    expected = []
    for name, scope in (("a", None), ("b", {"type": "all_group_chats"}), ("c", private), ("d", chat)):
        await sandbox.bot("setMyCommands", commands=commands(name), **({"scope": scope} if scope else {}))
        expected.append((await menu(sandbox))[0])
    assert expected == ["a", "a", "c", "d"]
    await sandbox.bot("setMyCommands", commands=commands("e"), scope=chat, language_code="en")
    assert await menu(sandbox) == ["d"]
    await sandbox.bot("setMyCommands", commands=commands("f"), scope=chat, language_code="vi")
    assert await menu(sandbox) == ["f"]


async def test_administrators_of_a_group_have_a_menu_of_their_own(sandbox: Sandbox) -> None:
    await sandbox.control("members", chat_id=GROUP, account="leader", action="add")
    await sandbox.bot("setMyCommands", commands=commands("all"), scope={"type": "all_group_chats"})
    scope = {"type": "chat_administrators", "chat_id": GROUP}
    await sandbox.bot("setMyCommands", commands=commands("admins"), scope=scope)
    assert await menu(sandbox, GROUP, "ward_officer") == ["admins"]
    assert await menu(sandbox, GROUP, "leader") == ["all"]
    scope = {"type": "chat_member", "chat_id": GROUP, "user_id": 5000000006}
    await sandbox.bot("setMyCommands", commands=commands("mine"), scope=scope)
    assert await menu(sandbox, GROUP, "leader") == ["mine"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"commands": "x"}, "can't parse commands JSON object"),
        ({"commands": commands("Bad Name")}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": commands("a") * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": commands("a"), "scope": {"type": "moon"}},
         "can't parse BotCommandScope: Unsupported type specified"),
        ({"commands": commands("a"), "scope": {"type": "chat", "chat_id": 99}}, "chat not found"),
        ({"commands": commands("a"), "language_code": "vietnamese"}, "invalid language code specified"),
    ],
)  # fmt: skip
async def test_wrong_commands_are_refused(sandbox: Sandbox, arguments: dict[str, object], reason: str) -> None:
    assert await sandbox.refused("setMyCommands", **arguments) == f"Bad Request: {reason}"


async def test_the_bot_has_a_name_and_descriptions_in_languages(sandbox: Sandbox) -> None:
    assert await sandbox.bot("getMyName") == {"name": "Dân Nguyện (thử)"}
    await sandbox.bot("setMyDescription", description="Nơi gửi kiến nghị")
    await sandbox.bot("setMyDescription", description="Where to petition", language_code="en")
    assert await sandbox.bot("getMyDescription", language_code="en") == {"description": "Where to petition"}
    assert await sandbox.bot("getMyDescription", language_code="fr") == {"description": "Nơi gửi kiến nghị"}
    assert await sandbox.refused("setMyShortDescription", short_description="a" * 121)
