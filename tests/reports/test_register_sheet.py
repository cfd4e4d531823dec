"""A table of register entries: every cell that is wrong is named by row and column, and the form offers all."""

from datetime import UTC, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from python_calamine import CalamineWorkbook

from desk.registering import Sheet
from locales import LANGUAGES, Words
from petitions.registers import REGISTERS
from reports.register_form import form
from reports.register_sheet import COLUMNS, heading, read
from tests.town import office_rules

WORDS = Words(ZoneInfo("Asia/Ho_Chi_Minh"))
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
HEAD = "Sổ;Ngày;Cơ quan;Lượt công dân được tiếp;Công trình được giám sát;Công trình có sai phạm"


def of(*rows: str, name: str = "so.csv") -> Sheet:
    return read(name, "\n".join(rows).encode(), WORDS, office_rules().programme, NOW)


def faults(sheet: Sheet) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.why) for one in sheet.faults]


def test_rows_are_entries_whatever_the_case_of_their_words_and_empty_rows_are_left_out() -> None:
    sheet = of(
        HEAD, "tiếp công dân;12/03/2026;;11;;", ";;;;;", "COMMUNITY_SUPERVISION;2026-03-13;ward_police;;5;2"
    )
    assert sheet.faults == ()
    reception, works = sheet.entries
    assert (reception.register, f"{reception.at:%d/%m/%Y}", reception.counts) == (
        "reception",
        "12/03/2026",
        {"receptions": 11},
    )
    assert (works.body, works.counts) == ("ward_police", {"works": 5, "works_wrong": 2, "works_mended": 0})


def test_everything_wrong_is_told_by_row_and_column_and_nothing_is_read() -> None:
    sheet = of(
        HEAD,
        "Tiếp công dân;12/03/2026;;11;;",
        "Tiếp dân;31/02/2026;Công ty Nước;mười;;",
        "Tiếp công dân;21/11/2026;;1;;",
        "Tiếp công dân;12/03/2026;ward_police;1;2;",
        "Giám sát đầu tư của cộng đồng;12/03/2026;;;1;2",
        "Tiếp công dân;12/03/2026;;0;;",
    )
    assert sheet.entries == ()
    assert faults(sheet) == [
        (3, "A", "register-unknown"),
        (3, "B", "day-unknown"),
        (3, "C", "sheet-body-unknown"),
        (3, "D", "count-unknown"),
        (4, "B", "day-future"),
        (5, "E", "sheet-count-unwanted"),
        (5, "C", "sheet-body-unwanted"),
        (6, "F", "sheet-no-sum"),
        (7, "D", "entry-empty"),
    ]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("Sổ;Ngày;Số lượt",), [(1, "C", "heading-unknown")]),
        (("Sổ;Ngày;Ngày",), [(1, "C", "heading-twice")]),
        (("Sổ;Cơ quan", "Giám sát;"), [(1, "C", "heading-no-day")]),
        (("",), [(1, "A", "heading-no-register"), (1, "A", "heading-no-day")]),
        ((HEAD,), [(2, "A", "sheet-empty")]),
        ((HEAD, *["Tiếp công dân;1/3;;1;;"] * 5001), [(5002, "A", "sheet-too-long")]),
    ],
)
def test_a_table_that_is_no_such_table_is_told_as_a_whole(
    rows: tuple[str, ...], told: list[tuple[int, str, str]]
) -> None:
    assert faults(of(*rows)) == told


def test_what_is_no_workbook_cannot_be_read() -> None:
    for content in (b"", b"PK\x03\x04 nothing", "Sổ".encode("utf-16")):
        for name in ("so.xlsx", "so.csv"):
            assert of(name=name).entries == ()
            assert read(name, content, WORDS, office_rules().programme, NOW).entries == ()
    assert faults(read("so.xlsx", b"no", WORDS, office_rules().programme, NOW)) == [(1, "A", "sheet-unreadable")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_has_all_columns_and_offers_registers_and_bodies(language: str) -> None:
    programme = office_rules().programme
    content = form(WORDS, language, programme)
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    assert book.get_sheet_by_index(0).to_python()[0] == [heading(WORDS, language, one) for one in COLUMNS]
    lists = book.get_sheet_by_index(1).to_python()
    assert [row[0] for row in lists if row[0]] == [
        WORDS.say(language, f"register-{register}") for register in REGISTERS
    ]
    assert len([row[1] for row in lists if row[1]]) == len(programme.bodies)
    assert faults(read("form.xlsx", content, WORDS, programme, NOW)) == [(2, "A", "sheet-empty")]
