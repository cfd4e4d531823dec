"""The administrator's list of roles: paged, each with whom it was meant for, and an end that is confirmed."""

import re

from petitions.roles import Grant, Role
from tests.conftest import Databases
from tests.courses import WORDS, opened
from tests.town import Person, Town
from tests.traces import dump, traces

LABEL = "Trực tiếp dân, bàn 2"


async def invited(town: Town, key: str, words: str) -> Person:
    """Let the administrator invite somebody with these words after the command."""
    administrator, person = town.person("administrator"), town.person(key)
    await administrator.says(f"/invite {words}")
    link = re.search(r"start=(inv_\S+)", await administrator.hears("start=inv_"))
    assert link
    await person.says(f"/start {link[1]}")
    await person.hears("nay có vai trò")
    return administrator


async def pages(administrator: Person, role: str) -> list[str]:
    """Turn all pages of those who hold a role, from the first to the last; return each with its buttons."""
    await administrator.presses(role)
    found = [await administrator.is_told()]
    while "Sau ›" in (labels := await administrator.buttons()):
        found[-1] += "\n" + "\n".join(labels)
        await administrator.presses("Sau ›")
        found.append(await administrator.is_told())
    found[-1] += "\n" + "\n".join(labels)
    await administrator.presses("Danh sách vai trò")
    await administrator.hears("Vai trò đang có hiệu lực")
    return found


async def test_a_role_is_listed_with_body_day_and_what_its_invitation_was_called(town: Town) -> None:
    administrator = await invited(town, "resident_2", f"body_officer ward_police {LABEL}")
    await administrator.says("/grants")
    listed = await administrator.hears("Vai trò đang có hiệu lực")
    first = listed.split("\n\n")[1]
    assert re.fullmatch(
        rf"\d+\. {LABEL}\nCán bộ cơ quan giải quyết · Công an phường · từ 20/11/2026", first.strip()
    )


async def test_a_role_without_body_takes_all_words_as_its_label_but_refuses_a_body(town: Town) -> None:
    administrator = await invited(town, "resident_2", f"triage_officer {LABEL}")
    await administrator.says("/grants")
    assert f"{LABEL}\nCán bộ tiếp nhận ·" in await administrator.hears("Vai trò đang có hiệu lực")
    await administrator.says("/invite leader ward_police")
    assert "không gắn với cơ quan nào" in await administrator.is_told()
    await administrator.says(f"/invite leader {'x' * 61}")
    assert "dài quá 60" in await administrator.is_told()


async def test_the_administrator_changes_what_somebody_is_called_and_the_role_stays(town: Town) -> None:
    administrator = await invited(town, "resident_2", f"triage_officer {LABEL}")
    [row] = await town.query("SELECT id FROM grants ORDER BY id DESC LIMIT 1")
    for wrong in ("", str(row.id), "Bàn 2", f"{row.id} ✅", f"{10**12} Bàn 2"):
        await administrator.says(f"/rename {wrong}")
        await administrator.hears("số của vai trò trong danh sách /grants")
    await administrator.says("/rename 999999 Bàn 2")
    await administrator.hears("Không có vai trò này", "/grants")
    await administrator.says(f"/rename {row.id} Chuyên viên Bàn 2")
    await administrator.hears("Đã đổi tên gọi", f"{row.id}. Chuyên viên Bàn 2", "Cán bộ tiếp nhận")
    await administrator.says("/grants")
    assert LABEL not in await administrator.hears("Vai trò đang có hiệu lực", "Chuyên viên Bàn 2")
    officer = town.person("resident_2")
    await officer.says("/rename 1 Ai đó")
    assert "không có quyền" in await officer.is_told()


async def test_labels_are_kept_in_no_readable_form(town: Town, databases: Databases) -> None:
    await invited(town, "resident_2", f"triage_officer {LABEL}")
    await town.settles()
    assert traces([LABEL], dump(databases.admin(town.database))) == []


async def test_of_many_roles_each_stands_on_one_page_of_its_kind_and_has_a_button_there(town: Town) -> None:
    async with town.parts.store.unit() as unit:
        for number in range(20):
            person = await unit.people.welcome("telegram", str(6_000_000_000 + number), "vi")
            await unit.people.grant(person.person, Grant(Role.LEADER), None)
    administrator = town.person("administrator")
    await administrator.says("/grants")
    assert "Có 25 vai trò" in await administrator.is_told()
    kinds = [label for label in await administrator.buttons() if re.search(r"\(\d+\)$", label)]
    assert "Lãnh đạo (21)" in kinds
    found = [page for kind in kinds for page in await pages(administrator, kind)]
    shown = [set(re.findall(r"^(\d+)\. ", page, re.MULTILINE)) for page in found]
    assert len(found) > len(kinds)
    assert [set(re.findall(r"Thu hồi số (\d+)", page)) for page in found] == shown
    held = await town.query("SELECT id FROM grants")
    assert sorted(number for page in shown for number in page) == sorted(str(row.id) for row in held)
    await administrator.says("/grants")
    await administrator.is_told()
    for press in ("Lãnh đạo (21)", "Sau ›", "Sau ›"):
        await administrator.presses(press)
        await administrator.hears("Lãnh đạo: 21 người")
    last = (await administrator.buttons())[0]
    await administrator.presses(last)
    await administrator.hears("Thu hồi vai trò dưới đây?")
    await administrator.presses("Giữ lại")
    await administrator.hears("Lãnh đạo: 21 người")
    assert last in await administrator.buttons(), "the page is the one that was left"


async def test_the_end_of_a_bodys_last_officer_says_that_its_cards_reach_nobody(town: Town) -> None:
    administrator = await invited(town, "resident_2", f"body_officer ward_police {LABEL}")
    await administrator.says("/grants")
    await administrator.hears("Vai trò đang có hiệu lực")
    await administrator.presses((await administrator.buttons())[0])
    await administrator.hears("Thu hồi vai trò dưới đây?", LABEL, "⚠️ Không có ai khác giữ vai trò này.")
    await administrator.presses("Chắc chắn thu hồi")
    await administrator.hears("Đã thu hồi", "Công an phường nay không có nhóm hay cán bộ nào", "/invite")


async def test_a_role_ends_only_after_a_second_press(town: Town) -> None:
    administrator = await invited(town, "resident_2", f"triage_officer {LABEL}")
    await administrator.says("/grants")
    await administrator.hears("Vai trò đang có hiệu lực")
    newest = (await administrator.buttons())[0]
    await administrator.presses(newest)
    assert LABEL in await administrator.hears("Thu hồi vai trò dưới đây?", without="Không có ai khác")
    await administrator.presses("Giữ lại")
    await administrator.hears("Vai trò đang có hiệu lực", LABEL)
    await administrator.presses(newest)
    await administrator.hears("Thu hồi vai trò dưới đây?")
    await administrator.presses("Chắc chắn thu hồi")
    await administrator.hears(f"Đã thu hồi vai trò của {LABEL}: ")
    await administrator.presses("Danh sách vai trò")
    assert LABEL not in await administrator.hears("Vai trò đang có hiệu lực")
    officer = town.person("resident_2")
    await officer.says("/queue")
    assert "không có quyền" in await officer.is_told()


async def test_an_invitation_is_made_by_buttons_role_then_body(town: Town) -> None:
    administrator = town.person("administrator")
    await administrator.says("/invite")
    await administrator.hears("Mời ai?")
    await administrator.presses("Cán bộ cơ quan giải quyết")
    await administrator.hears("chọn cơ quan")
    while not any("Công an phường" in label for label in await administrator.buttons()):
        await administrator.presses("Sau ›")
        await administrator.hears("chọn cơ quan")
    await administrator.presses("Trạm Y tế phường")
    await administrator.hears("Trạm Y tế phường", "Đồng nghiệp gọi người này là gì?")
    await administrator.presses("Quay lại")
    await administrator.hears("chọn cơ quan")
    await administrator.presses("Công an phường")
    called = "Cán bộ cơ quan giải quyết, Công an phường"
    await administrator.hears(called, "Đồng nghiệp gọi người này là gì?")
    await administrator.says("Trực ban, ca sáng")
    link = re.search(r"start=(inv_\S+)", await administrator.hears(called, "start=inv_"))
    assert link
    await town.person("resident_2").says(f"/start {link[1]}")
    await town.person("resident_2").hears("nay có vai trò", called)
    await administrator.hears("lời mời đã được dùng", called, "Trực ban, ca sáng")
    assert await town.query("SELECT 1 FROM grants WHERE role = 'body_officer' AND body = 'ward_police'")


async def test_whoever_is_invited_without_a_name_goes_by_role_and_number_in_each_readers_language(
    town: Town,
) -> None:
    administrator = town.person("administrator")
    await administrator.says("/invite")
    await administrator.hears("Mời ai?")
    await administrator.presses("Cán bộ tiếp nhận")
    await administrator.hears("Đồng nghiệp gọi người này là gì?", "“Cán bộ tiếp nhận” kèm số thứ tự")
    await administrator.presses("Quay lại")
    await administrator.hears("Mời ai?")
    await administrator.says("Bàn số 2")
    assert "start=inv_" not in await administrator.is_told()
    await administrator.presses("Cán bộ tiếp nhận")
    await administrator.hears("Đồng nghiệp gọi người này là gì?")
    await administrator.presses("Gọi theo vai trò")
    link = re.search(r"start=(inv_\S+)", await administrator.hears("theo vai trò và số thứ tự", "start=inv_"))
    assert link
    await town.person("resident_2").says(f"/start {link[1]}")
    await town.person("resident_2").hears("nay có vai trò")
    await administrator.hears("lời mời đã được dùng", "Vai trò mới: Cán bộ tiếp nhận – Cán bộ tiếp nhận 2.")
    await administrator.says("/grants")
    await administrator.hears(". Cán bộ tiếp nhận 2\nCán bộ tiếp nhận · từ")
    officer = await opened(town, await town.files(WORDS))
    await officer.presses("Giao, ưu tiên")
    assert "Giao cho Cán bộ tiếp nhận 2" in await officer.buttons()
    await officer.presses("Giao cho Cán bộ tiếp nhận 2")
    await officer.hears("Người xử lý: Cán bộ tiếp nhận 2")
    await officer.says("/language")
    await officer.says("/queue")
    await officer.hears("🙋 Triage officer 2")


async def test_a_half_written_petition_is_not_lost_to_an_invitation(town: Town) -> None:
    administrator = town.person("administrator")
    await administrator.says("/new")
    await administrator.hears("có đồng ý")
    await administrator.presses("Tôi đồng ý")
    await administrator.hears("đã đồng ý")
    await administrator.says("/new")
    await administrator.hears("Bước 1/4")
    await administrator.says("Đèn ngõ 20 hỏng đã một tuần.")
    await administrator.hears("Bước 2/4")
    await administrator.says("/invite")
    await administrator.hears("Mời ai?")
    assert "soạn dở một kiến nghị" in await administrator.presses("Cán bộ tiếp nhận")


async def test_whoever_made_an_invitation_cannot_take_it_and_it_is_not_used_up(town: Town) -> None:
    administrator, guest = town.person("administrator"), town.person("resident_2")
    await administrator.says("/invite triage_officer")
    link = re.search(r"start=(inv_\S+)", await administrator.hears("start=inv_"))
    assert link
    await administrator.says(f"/start {link[1]}")
    await administrator.hears("do chính ông/bà tạo", "vẫn dùng được")
    await administrator.says("/queue")
    await administrator.hears("không có quyền")
    await guest.says(f"/start {link[1]}")
    await guest.hears("nay có vai trò: Cán bộ tiếp nhận")


async def test_an_invitation_that_went_to_the_wrong_person_is_cancelled_before_it_is_used(town: Town) -> None:
    administrator, guest = town.person("administrator"), town.person("resident_2")
    await administrator.says("/invite triage_officer")
    link = re.search(r"start=(inv_\S+)", await administrator.hears("start=inv_"))
    assert link
    await administrator.presses("Hủy lời mời này")
    await administrator.hears("Đã hủy lời mời (Cán bộ tiếp nhận – ")
    await guest.says(f"/start {link[1]}")
    await guest.hears("bị thu hồi")
    assert "đã được dùng, đã hủy" in await administrator.presses_data(1, f"uninvite:{link[1][4:]}")
    assert "không có quyền" in await guest.presses_data(1, f"uninvite:{link[1][4:]}")
    await administrator.says("/invite group ward_police")
    code = re.search(r"/bind (\S+)", await administrator.hears("/bind"))
    assert code
    await administrator.presses("Hủy lời mời này")
    await administrator.hears("Đã hủy mã gắn nhóm cho Công an phường")
    await town.body.says(f"/bind {code[1]}")
    await town.body.hears("bị thu hồi")


async def test_a_mistyped_body_is_answered_with_the_nearest(town: Town) -> None:
    administrator = town.person("administrator")
    await administrator.says("/invite body_officer ward_polise")
    assert "ward_police?" in await administrator.is_told()
    await administrator.says("/invite group xyzzy")
    assert "“xyzzy” trong chương trình. Gõ /invite" in await administrator.is_told()


async def test_unbinding_the_group_of_a_body_without_officers_says_that_cards_reach_nobody(town: Town) -> None:
    administrator = town.person("administrator")
    [grant] = await town.query("SELECT id FROM grants WHERE role = 'body_officer'")
    await town.body.hears("đã gắn với")
    [group] = await town.query("SELECT id FROM contacts WHERE body IS NOT NULL")
    await administrator.presses_data(1, f"revoked:{grant.id}")
    await administrator.hears("Đã thu hồi vai trò của Cán bộ phòng Kinh tế")
    await administrator.presses_data(1, f"unbind:{group.id}")
    await administrator.hears("Gỡ nhóm của Phòng Kinh tế", "không tới được ai", without="gửi riêng")
    await administrator.presses("Chắc chắn gỡ")
    await administrator.hears("Đã gỡ nhóm của Phòng Kinh tế", "chưa tới được ai", "/invite")


async def test_bound_groups_are_listed_and_unbound_and_the_group_hears_it(town: Town) -> None:
    administrator = town.person("administrator")
    await administrator.says("/bind ABCDEFGH")
    assert "chỉ gõ trong nhóm" in await administrator.is_told()
    await administrator.says("/grants")
    await administrator.hears("Vai trò đang có hiệu lực")
    await administrator.presses("Nhóm đã gắn")
    await administrator.hears("Nhóm đã gắn với cơ quan: 1", "Phòng Kinh tế, Hạ tầng và Đô thị")
    await administrator.presses("Gỡ: Phòng Kinh tế")
    await administrator.hears("Gỡ nhóm của Phòng Kinh tế")
    await administrator.presses("Chắc chắn gỡ")
    await administrator.hears("Đã gỡ nhóm")
    await town.body.hears("không còn gắn với Phòng Kinh tế")
    await administrator.presses("Nhóm đã gắn")
    await administrator.hears("Nhóm đã gắn với cơ quan: 0", "Chưa có nhóm nào")


async def test_the_last_administrator_is_refused_before_being_asked(town: Town) -> None:
    administrator = town.person("administrator")
    await administrator.says("/grants")
    await administrator.hears("Vai trò đang có hiệu lực")
    [own] = [label for label in await administrator.buttons() if "quản trị" in label.lower()]
    assert "quản trị cuối cùng" in await administrator.presses(own)
    assert not any("Thu hồi vai trò dưới đây?" in said for said in await administrator.screen())


async def test_two_people_are_not_called_the_same(town: Town) -> None:
    administrator = town.person("administrator")
    one, other = await town.query(
        "SELECT min(id) AS id FROM grants GROUP BY person_id ORDER BY min(id) DESC LIMIT 2"
    )
    await administrator.says(f"/rename {one.id} Kiểm tra viên")
    await administrator.hears("Đã đổi tên gọi", "Kiểm tra viên")
    await administrator.says(f"/rename {other.id} kiểm tra viên")
    await administrator.hears("Một người khác đang mang tên gọi này")
    await administrator.says(f"/rename {one.id} Kiểm tra viên")
    await administrator.hears("Đã đổi tên gọi", "Kiểm tra viên")
    assert len(await town.query("SELECT 1 FROM renamings")) == 1


async def test_whoever_comes_by_a_spoilt_link_reads_the_privacy_text_before_being_asked_to_agree(
    town: Town,
) -> None:
    stranger = town.person("resident_2")
    await stranger.says("/start inv_ABCDEFGHIJKLMNOP")
    await stranger.hears("Liên kết mời này không đúng")
    await stranger.hears("có đồng ý")
    await stranger.presses("Tôi đồng ý")
    await stranger.hears("đã đồng ý")


async def test_whoever_worked_here_reads_the_privacy_text_before_being_asked_to_agree(town: Town) -> None:
    administrator = await invited(town, "resident_2", f"triage_officer {LABEL}")
    await administrator.says("/grants")
    await administrator.hears("Vai trò đang có hiệu lực")
    await administrator.presses((await administrator.buttons())[0])
    await administrator.hears("Thu hồi vai trò dưới đây?")
    await administrator.presses("Chắc chắn thu hồi")
    await administrator.hears("Đã thu hồi vai trò")
    officer = town.person("resident_2")
    await officer.says("Xin chào")
    told = await officer.hears("có đồng ý")
    assert "Người đọc: " in told


async def test_whoever_holds_the_role_already_does_not_use_an_invitation_up(town: Town) -> None:
    administrator = await invited(town, "resident_2", "auditor Thanh tra 2")
    await administrator.hears("Một lời mời đã được dùng")
    await administrator.says("/invite auditor Thanh tra 3")
    link = re.search(r"start=(inv_\S+)", await administrator.hears("Thanh tra 3", "start=inv_"))
    assert link
    holder, other = town.person("resident_2"), town.person("resident_1")
    await holder.says(f"/start {link[1]}")
    await holder.hears("đã có vai trò này", "vẫn dùng được")
    await other.says(f"/start {link[1]}")
    await other.hears("nay có vai trò")
