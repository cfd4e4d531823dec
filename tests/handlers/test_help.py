"""What /help says: to everybody how to file and follow, to each officer their own commands and nobody else's."""

import pytest

from handlers.telegram.menus import COMMANDS
from petitions.roles import Role
from tests.town import Town

OFFICE = {name for role, names in COMMANDS.items() if role is not Role.RESIDENT for name in names}


async def test_a_resident_is_told_how_to_follow_a_petition_from_elsewhere_and_no_command_of_the_office(
    town: Town,
) -> None:
    resident = await town.agrees()
    await resident.says("/help")
    told = await resident.is_told()
    assert "/status DN-XXXX-XXXX XXXXX-XXXXX" in told
    assert "mã bí mật" in told
    assert [name for name in OFFICE if f"/{name}" in told] == []


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("triage_officer", Role.TRIAGE),
        ("senior_officer", Role.SENIOR),
        ("ward_officer", Role.BODY_OFFICER),
        ("leader", Role.LEADER),
        ("administrator", Role.ADMINISTRATOR),
    ],
)
async def test_an_officer_is_told_the_commands_of_the_role_and_of_residents(
    town: Town, key: str, role: Role
) -> None:
    officer = town.person(key)
    await officer.catches_up()
    await officer.says("/language")
    assert (await officer.hears("Switched to English.")).startswith("Switched")
    await officer.says("/language")
    assert (await officer.hears("Đã chuyển sang tiếng Việt.")).startswith("Đã chuyển")
    await officer.says("/help")
    told = await officer.hears("/new")
    assert {name for name in OFFICE if f"/{name} " in told} == set(COMMANDS[role])
    assert "Khi ông/bà gửi kiến nghị của chính mình" in told
