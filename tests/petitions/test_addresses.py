"""What says how somebody can be told, and what is too little to dial or to find."""

import pytest

from petitions.addresses import can_be_found, says_where


@pytest.mark.parametrize(
    "typed",
    [
        "0900000000",
        "0900 000 000",
        "0900.000.000",
        "SĐT: 0900-000-000 (con gái)",
        "(+84) 900 000 000",
        "84900000000",
        "024 0000 0000",
        "(024) 00000000",
        "0225.0000.000",
        "+33 6 00 00 00 00",
        "cu.dan@vidu.vn",
        "e-mail: cu.dan@vidu.vn",
        "nhà số 5",
        "số 12 ngõ 20 Xuân Thủy",
        "qua tổ trưởng tổ 5",
        "0912, nhà số 5 ngõ 3",
    ],
)
def test_a_whole_number_an_e_mail_address_or_a_place_tells_where(typed: str) -> None:
    assert says_where(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "0912",
        "091234567",
        "09000000000",
        "SĐT 0912",
        "điện thoại: 0900 000 00",
        "số điện thoại di động của tôi là 12345",
        "024 000 0000",
        "113",
        "@",
        "cu.dan@vidu",
        "có",
        "số 5",
        "😀",
    ],
)
def test_half_a_number_or_a_bare_word_does_not(typed: str) -> None:
    assert not says_where(typed)


@pytest.mark.parametrize(
    "place",
    [
        "ngõ 20, gần số nhà 15",
        "số 5",
        "đường Xuân Thủy",
        "duong xuan thuy",
        "Trần Thái Tông",
        "tổ 12",
        "gần chợ",
        "trước cổng trường Mai Dịch",
        "công viên",
        "ngã tư sau nhà tôi",
        "chung cư Sao Mai",
        "tap the nghia tan",
        "khu đô thị mới",
        "phường Cầu Giấy",
        "nhà bà Hai, ngõ 20",
        "cột đèn số 7",
        "the street lamp near 15 Trần Thái Tông",
    ],
)
def test_a_number_a_street_a_quarter_a_landmark_or_a_name_can_be_found(place: str) -> None:
    assert can_be_found(place)


@pytest.mark.parametrize(
    "place",
    [
        "nhà bà Hai",
        "Nhà Bà Hai",
        "nhà tôi",
        "gần nhà",
        "trước cửa nhà em",
        "chỗ cũ",
        "đầu ngõ",
        "khu nhà tôi",
        "khu vực này",
        "phường mình",
        "near my house",
        "at the house of my aunt",
        "nhà cụ Hai",
    ],
)
def test_whose_house_it_is_or_that_it_is_here_finds_nothing(place: str) -> None:
    assert not can_be_found(place)
