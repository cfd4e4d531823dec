"""Messages of the bot: sending, keyboards, editing, deleting."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.sandbox.sandbox_wire import GROUP, OTHER, RESIDENT, Sandbox

SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
NO_ARRAY = 'Field "inline_keyboard" must be of type Array'
NO_ACTION = "Text buttons are unallowed in the inline keyboard"


def inline(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


YES = inline({"text": "Có", "callback_data": "yes"})


async def test_message_ids_are_consecutive_in_each_chat(sandbox: Sandbox) -> None:
    await sandbox.start()
    await sandbox.say("/start", "resident_2", OTHER)
    first, second = [await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a") for _ in range(2)]
    other = await sandbox.bot("sendMessage", chat_id=OTHER, text="a")
    assert second["message_id"] == first["message_id"] + 1
    assert other["message_id"] == first["message_id"]


async def test_the_bots_own_messages_give_it_no_update(sandbox: Sandbox) -> None:
    await sandbox.start()
    await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a")
    await sandbox.bot("sendMessage", chat_id=GROUP, text="a")
    assert await sandbox.updates() == []


async def test_a_reply_carries_the_message_replied_to(sandbox: Sandbox) -> None:
    asked = await sandbox.say("Bao giờ có nước?")
    reply = {"message_id": asked["message_id"]}
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="Ngày mai", reply_parameters=reply)
    assert sent["reply_to_message"]["text"] == "Bao giờ có nước?"


async def test_an_inline_keyboard_stays_with_its_message(sandbox: Sandbox) -> None:
    await sandbox.start()
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a", reply_markup=json.dumps(YES))
    assert sent["reply_markup"] == YES


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        ({"inline_keyboard": 5}, f"can't parse inline keyboard markup JSON object: {NO_ARRAY}"),
        ({"inline_keyboard": [["a"]]}, f"can't parse inline keyboard button: {NO_ACTION}"),
        (inline({"text": "a"}), f"can't parse inline keyboard button: {NO_ACTION}"),
        (inline({"callback_data": "a"}), "can't parse inline keyboard button: Can't find field \"text\""),
        (inline({"text": "a", "callback_data": ""}), "BUTTON_DATA_INVALID"),
        (inline({"text": "a", "callback_data": "ệ" * 22}), "BUTTON_DATA_INVALID"),
        (inline({"text": "a", "url": "abc"}), "inline keyboard button URL 'abc' is invalid: Wrong HTTP URL"),
        (inline(*[{"text": "a", "callback_data": "a"}] * 101), "reply markup is too long"),
        ({"keyboard": [[{"request_contact": True}]]}, "can't parse keyboard button: Can't find field \"text\""),
    ],
)  # fmt: skip
async def test_wrong_keyboards_are_refused(sandbox: Sandbox, markup: object, reason: str) -> None:
    await sandbox.start()
    refusal = await sandbox.refused("sendMessage", chat_id=RESIDENT, text="a", reply_markup=markup)
    assert refusal == f"Bad Request: {reason}"


async def test_callback_data_may_have_64_bytes(sandbox: Sandbox) -> None:
    await sandbox.start()
    markup = inline({"text": "a", "callback_data": "ệ" * 21 + "a"})
    assert (await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a", reply_markup=markup))["reply_markup"]


async def test_a_phone_number_can_be_asked_for_in_private_only(sandbox: Sandbox) -> None:
    markup = {"keyboard": [[{"text": "Gửi số", "request_contact": True}]]}
    refusal = await sandbox.refused("sendMessage", chat_id=GROUP, text="a", reply_markup=markup)
    assert refusal == "Bad Request: phone number can be requested in private chats only"


async def test_a_reply_keyboard_belongs_to_the_chat_until_it_is_removed(sandbox: Sandbox) -> None:
    await sandbox.start()
    keyboard = {"keyboard": [[{"text": "Gửi số", "request_contact": True}], ["Thôi"]], "resize_keyboard": True}
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a", reply_markup=keyboard)
    assert "reply_markup" not in sent
    shown = {**keyboard, "keyboard": [[{"text": "Gửi số", "request_contact": True}], [{"text": "Thôi"}]]}
    assert (await sandbox.messages())[-1]["keyboard"] == shown
    await sandbox.bot("sendMessage", chat_id=RESIDENT, text="b", reply_markup={"remove_keyboard": True})
    assert (await sandbox.look(f"chats/{RESIDENT}/messages"))["keyboard"] is None


async def test_a_forced_reply_ends_when_the_person_writes(sandbox: Sandbox) -> None:
    await sandbox.start()
    force = {"force_reply": True, "selective": True}
    await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a", reply_markup=force)
    assert (await sandbox.messages())[-1]["keyboard"] == force
    await sandbox.say("b")
    assert (await sandbox.messages())[-1]["keyboard"] is None


async def test_an_edit_changes_text_and_takes_the_keyboard_away(sandbox: Sandbox) -> None:
    await sandbox.start()
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a", reply_markup=YES)
    edit = {"chat_id": RESIDENT, "message_id": sent["message_id"], "text": "b"}
    edited = await sandbox.bot("editMessageText", **edit)
    assert (edited["text"], edited["message_id"]) == ("b", sent["message_id"])
    assert edited["edit_date"] >= sent["date"]
    assert "reply_markup" not in edited
    assert await sandbox.refused("editMessageText", **edit) == SAME


async def test_only_the_keyboard_can_be_edited(sandbox: Sandbox) -> None:
    await sandbox.start()
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a")
    edit = {"chat_id": RESIDENT, "message_id": sent["message_id"]}
    assert (await sandbox.bot("editMessageReplyMarkup", **edit, reply_markup=YES))["reply_markup"] == YES
    assert await sandbox.refused("editMessageReplyMarkup", **edit, reply_markup=YES) == SAME
    assert "reply_markup" not in await sandbox.bot("editMessageReplyMarkup", **edit)


async def test_edits_say_what_is_wrong(sandbox: Sandbox) -> None:
    asked = await sandbox.say("/start")
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a")
    place = await sandbox.bot("sendLocation", chat_id=RESIDENT, latitude=21.03, longitude=105.8)
    menu = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a", reply_markup={"keyboard": [["b"]]})
    wrong = [
        (1, "b", "message to edit not found"),
        (asked["message_id"], "b", "message can't be edited"),
        (menu["message_id"], "b", "message can't be edited"),
        (place["message_id"], "b", "there is no text in the message to edit"),
        (sent["message_id"], "a" * 4097, "MESSAGE_TOO_LONG"),
        (sent["message_id"], "", "message text is empty"),
    ]
    for message_id, text, reason in wrong:
        refusal = await sandbox.refused("editMessageText", chat_id=RESIDENT, message_id=message_id, text=text)
        assert refusal == f"Bad Request: {reason}"
    assert await sandbox.refused("editMessageText", text="a") == "Bad Request: message identifier is not specified"


async def test_messages_are_deleted_within_48_hours(sandbox: Sandbox) -> None:
    asked = await sandbox.say("/start")
    ids = [(await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a"))["message_id"] for _ in range(2)]
    for message_id in (asked["message_id"], ids[0]):
        assert await sandbox.bot("deleteMessage", chat_id=RESIDENT, message_id=message_id) is True
    refusal = await sandbox.refused("deleteMessage", chat_id=RESIDENT, message_id=ids[0])
    assert refusal == "Bad Request: message to delete not found"
    await sandbox.control("clock", shift=49 * 3600)
    refusal = await sandbox.refused("deleteMessage", chat_id=RESIDENT, message_id=ids[1])
    assert refusal == "Bad Request: message can't be deleted"
    assert [message["deleted"] for message in await sandbox.messages()] == [True, True, False]


async def test_a_card_and_a_place_can_be_sent(sandbox: Sandbox) -> None:
    await sandbox.start()
    card = await sandbox.bot("sendContact", chat_id=RESIDENT, phone_number="+84900000001", first_name="Tổ trưởng")
    assert card["contact"] == {"phone_number": "+84900000001", "first_name": "Tổ trưởng"}
    place = await sandbox.bot("sendLocation", chat_id=RESIDENT, latitude="21.03", longitude=105.8)
    assert place["location"] == {"latitude": 21.03, "longitude": 105.8}
    assert await sandbox.refused("sendLocation", chat_id=RESIDENT) == "Bad Request: latitude is empty"


async def test_a_chat_keeps_only_its_latest_messages(sandbox: Sandbox) -> None:
    await sandbox.control("limits", messages_per_chat=3)
    await sandbox.start()
    for text in "abc":
        await sandbox.bot("sendMessage", chat_id=RESIDENT, text=text)
    assert [message["text"] for message in await sandbox.messages()] == ["a", "b", "c"]
