"""The list of streets: read from a clerk's table, with faults by row and column; it says who keeps what."""

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter

import petitions
from petitions.data import inspect, load_programme
from petitions.kinds import Field, Level
from petitions.programme import Programme
from petitions.routing import Proposal, propose
from tests.learnt import model

WARD = Path(petitions.__file__).parent / "programmes" / "cau_giay_ward_2025"
HEAD = ("street", "fields", "level", "section")
ROWS = [
    HEAD,
    ("Hoa Mai", "GT, CS; TN", "city", ""),
    ("Trần Văn Mẫu", "GT", "TP", "từ số 1 đến số 90"),
    ("Phố 32", "CAY", "phường", ""),
]

Table = Sequence[Sequence[object]]
With = Callable[..., Path]


def as_csv(path: Path, rows: Table, separator: str = ",") -> None:
    lines = (separator.join(f'"{cell}"' for cell in row) for row in rows)
    path.write_text("\ufeff" + "\n".join(lines) + "\n", "utf-8")


def as_xlsx(path: Path, rows: Table) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Danh mục")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


@pytest.fixture
def with_streets(tmp_path: Path) -> With:
    """Copy the ward's programme with a table of streets, groups of residents and more rules."""

    def make(rows: Table = ROWS, suffix: str = "csv", rules: str = "", groups: str = "null") -> Path:
        folder = shutil.copytree(WARD, tmp_path / "ours")
        table = folder / f"streets.{suffix}"
        (as_csv if suffix == "csv" else as_xlsx)(table, rows)
        path = folder / "programme.yaml"
        text = path.read_text("utf-8").replace("streets: null", f"streets: {table.name}")
        path.write_text(text.replace("residential_groups: null", f"residential_groups: {groups}"), "utf-8")
        path = folder / "competence.yaml"
        path.write_text(path.read_text("utf-8").replace("  # Fields: what", f"{rules}  # Fields: what"), "utf-8")
        return folder

    return make


def proposed(programme: Programme, text: str, place: str = "") -> Proposal:
    return propose(text, programme, model(), place)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_table_is_read_with_levels_in_words_and_fields_in_one_cell(with_streets: With, suffix: str) -> None:
    programme = load_programme(with_streets(suffix=suffix))
    assert [(one.name, one.level, one.section) for one in programme.streets or ()] == [
        ("Hoa Mai", Level.CITY, None),
        ("Trần Văn Mẫu", Level.CITY, "từ số 1 đến số 90"),
        ("Phố 32", Level.WARD, None),
    ]
    assert programme.streets
    assert programme.streets[0].fields == {Field.GT, Field.CS, Field.TN}
    assert "streets" not in programme.open_items()


def test_headings_may_be_vietnamese_columns_in_any_order_and_separated_as_the_country_does(tmp_path: Path) -> None:
    folder = shutil.copytree(WARD, tmp_path / "ours")
    as_csv(folder / "s.csv", [("Cấp quản lý", "Đường, phố", "Lĩnh vực"), ("Thành phố", "Hoa Mai", "CS")], ";")
    path = folder / "programme.yaml"
    path.write_text(path.read_text("utf-8").replace("streets: null", "streets: s.csv"), "utf-8")
    [street] = load_programme(folder).streets or ()
    assert (street.name, street.level) == ("Hoa Mai", Level.CITY)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ([HEAD, ("Hoa Mai", "XX", "city")], r"row 2, column B: .*'TTXD'"),
        ([HEAD, ("Hoa Mai", "CS TN", "city"), ("Hoa Lan", "CS ZZ", "city")], r"row 3, column B: "),
        ([HEAD, ("Hoa Mai", "CS", "village")], r"row 2, column C: .*'ward'"),
        ([HEAD, ("", "CS", "city")], r"row 2, column A: "),
        ([HEAD, ("?!", "CS", "city")], r"row 2, column A: "),
        ([HEAD, ("Hoa Mai", "", "city")], r"row 2, column B: "),
        ([HEAD, ("Hoa Mai", "CS")], r"row 2, column C: "),
        ([HEAD, ("Hoa Mai", "CS", "district")], r"row 2, column C: the programme has no level district"),
        (
            [HEAD, ("Hoa Mai", "CS TN", "city"), ("Hoa Mai", "TN", "ward")],
            r"row 3, column A: Hoa Mai stands here a second time for TN",
        ),
        ([("street", "fields", "colour"), ()], r"row 1, column C: 'colour' is none of the headings"),
        ([("street", "fields", "street"), ()], r"row 1, column C: 'street' stands here a second time"),
        ([("street", "level"), ()], r"row 1: no column is headed fields or lĩnh vực"),
        ([], r"row 1: no column is headed street or đường, phố"),
    ],
)
def test_a_fault_in_the_table_is_told_by_file_row_and_column(
    with_streets: With, rows: Table, complaint: str, suffix: str
) -> None:
    faults = inspect(with_streets(rows, suffix)).faults
    assert any(re.match(rf".*/streets\.{suffix}: {complaint}", fault) for fault in faults), faults


def test_one_street_may_be_kept_by_different_levels_for_different_fields(with_streets: With) -> None:
    rows = [HEAD, ("Hoa Mai", "CS", "city", ""), ("Hoa Mai", "TN", "ward", ""), ("Hoa Mai", "TN", "city", "cầu")]
    assert inspect(with_streets(rows)).faults == ()


def test_what_is_no_table_is_told_by_its_name(with_streets: With) -> None:
    folder = with_streets(suffix="xlsx")
    (folder / "streets.xlsx").write_bytes(b"PK no workbook")
    assert "streets.xlsx: is not a workbook" in inspect(folder).faults[0]
    shutil.rmtree(folder)
    folder = with_streets()
    (folder / "streets.csv").write_bytes("street;fields\nLê Lợi;CS".encode("cp1258", "replace") + b"\xff")
    assert "streets.csv: is not UTF-8; save it as" in inspect(folder).faults[0]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Đèn đường phố Hoa Mai hỏng cả tháng", "city_construction"),
        ("den chieu sang duong hoa mai tat het", "city_construction"),
        ("Đèn chiếu sáng trước số 12 Hoa Mai bị hỏng", "city_construction"),
        ("Đèn ngõ 20 Hoa Mai hỏng cả tháng", "ward_economy_infrastructure"),  # a lane is the ward's
        ("Đèn đường ngách 5/3 đường Hoa Mai hỏng", "ward_economy_infrastructure"),
        ("Đèn đường phố Hoa Lan hỏng", "ward_economy_infrastructure"),
        ("Cây xanh phố Hoa Mai mục gốc", "ward_economy_infrastructure"),  # trees are not in its row
        ("Cống phố Hoa Mai tắc", "city_construction"),
        ("Rác ùn trên phố Hoa Mai", "ward_economy_infrastructure"),
    ],
)
def test_the_street_decides_who_keeps_roads_lights_drains_and_trees(
    with_streets: With, text: str, lead: str
) -> None:
    assert proposed(load_programme(with_streets()), text).assignment.lead == lead


def test_a_street_that_is_given_as_the_place_decides_as_well_and_stands_in_the_trace(with_streets: With) -> None:
    programme = load_programme(with_streets())
    found = proposed(programme, "Đèn đường hỏng cả tháng", "trước số 5 phố Hoa Mai")
    assert (found.topic.street, found.topic.level) == ("Hoa Mai", Level.CITY)
    said = proposed(programme, "Đèn đường phố Hoa Mai hỏng")
    assert ("street:Hoa Mai", "phố Hoa Mai") in {(cue.rule, cue.words) for cue in said.cues}


def test_a_rule_for_a_street_or_a_residential_group_stands_before_that_of_the_field(with_streets: With) -> None:
    rules = (
        "  - {id: S, fields: [TN], streets: [Hoa Mai], lead: drainage_company, basis: b, mark: decided}\n"
        '  - {id: G, fields: [VSMT], groups: ["12"], lead: urban_environment_company, basis: b, mark: decided}\n'
    )
    folder = with_streets(rules=rules, groups='[{code: "12", name: Tổ dân phố số 12}]')
    assert inspect(folder).faults == ()
    programme = load_programme(folder)
    assert proposed(programme, "Cống phố Hoa Mai tắc, ngập nặng").assignment.rule == "S"
    assert proposed(programme, "Cống phố Hoa Lan tắc, ngập nặng").assignment.rule == "TN.ward"
    assert proposed(programme, "rac un o to dan pho 12 khong ai don").assignment.rule == "G"
    assert proposed(programme, "Rác ùn ứ", "tdp 12").topic.group == "12"
    assert proposed(programme, "Rác ùn ứ bốc mùi ở tổ dân phố 13").assignment.rule == "VSMT.ward"
