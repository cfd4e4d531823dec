"""A ledger of the past is loaded whole or not at all; the shipped one yields the results of 2021."""

import json
import os
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from bot.cli import app

INTERFACE = Path(__file__).parents[2] / "docs" / "interface"
EXAMPLE = INTERFACE / "examples" / "cau_giay_2021.jsonl"
RESULTS = """
Kết quả giám sát, phản biện, tiếp công dân – Năm 2021, quận Cầu Giấy
1. Ban Thường trực Ủy ban MTTQ tổ chức 7 đoàn giám sát độc lập.
2. Giám sát đầu tư của cộng đồng: giám sát 53 công trình; có 3 công trình, dự án sai phạm; 3 đã được khắc phục.
3. Phối hợp giám sát 196 cuộc, trong đó: trật tự xây dựng 80; thực hiện quy chế dân chủ ở cơ sở 75; quản lý đất đai 15; lĩnh vực khác 26.
4. Tổ chức 18 hội nghị phản biện xã hội; 78 cuộc góp ý xây dựng Đảng, xây dựng chính quyền; 1 hội nghị đối thoại.
5. Tiếp 133 lượt công dân; nhận 82 đơn (cấp trên phường 6, phường 76), trong đó: khiếu nại 0; tố cáo 4; kiến nghị, phản ánh 78; đơn khác 0.
"""  # noqa: E501 - as the office prints it


@pytest.fixture
def office(database: str, tmp_path: Path) -> dict[str, str]:
    return {"DANNGUYEN_DATA": str(tmp_path), "DANNGUYEN_DATABASE_URL": database}


def command(office: dict[str, str], *words: str) -> tuple[int, str]:
    """Run a command on these records; return its exit code and what it said."""
    kept = {name: None for name in os.environ if name.startswith("DANNGUYEN_")}
    result = CliRunner().invoke(app, list(words), env={**kept, **office})
    return result.exit_code, result.output


def test_the_shipped_ledger_yields_the_results_of_2021_word_for_figure(office: dict[str, str]) -> None:
    district = ("--programme", "cau_giay_2022")
    loaded = "82 cases and 50 register entries are loaded.\n"
    assert command(office, "replay", str(EXAMPLE), *district) == (0, loaded)
    code, said = command(office, "report", "--period", "2021", *district)
    assert code == 0
    assert RESULTS in said
    assert "không nêu" not in said.lower()
    code, found = command(office, "report", "--period", "2021", "--format", "json", *district)
    figures = json.loads(found)["figures"]
    assert (figures["comment_sessions"], figures["suggestions"]) == (78, 78)
    jsonschema.validate(json.loads(found), json.loads((INTERFACE / "report.schema.json").read_text("utf-8")))
    code, said = command(office, "audit", "verify")
    assert "Petitions: 82. Every chain is whole." in said
    code, said = command(office, "replay", str(EXAMPLE), *district)
    assert (code, "loaded already" in said) == (2, True)


def test_every_line_of_the_example_keeps_to_the_schema() -> None:
    schema = json.loads((INTERFACE / "replay.input.schema.json").read_text("utf-8"))
    check = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for line in EXAMPLE.read_text("utf-8").splitlines():
        check.validate(json.loads(line))


def test_what_is_wrong_in_a_ledger_is_said_by_its_line_and_nothing_is_loaded(
    office: dict[str, str], tmp_path: Path
) -> None:
    good, *_ = EXAMPLE.read_text("utf-8").splitlines()
    case = next(line for line in EXAMPLE.read_text("utf-8").splitlines() if '"case"' in line)
    wrong = [
        "no json",
        case.replace("district_committee", "nobody_at_all"),
        case.replace('"kind": "', '"kind": "X'),
        '{"type": "register", "register": "reception", "at": "2021-05-01T09:00:00+07:00", "counts": {"works": 1}}',
        '{"type": "register", "register": "reception", "at": "2021-05-01", "counts": {"receptions": 1}}',
    ]
    file = tmp_path / "ledger.jsonl"
    file.write_text("\n".join([good, *wrong]), "utf-8")
    code, said = command(office, "replay", str(file), "--programme", "cau_giay_2022")
    assert code == 2
    for number, told in enumerate(("", "lead: the programme has no body nobody_at_all", "kind", "works", "at"), 2):
        assert f"Line {number}: " in said
        assert told in said
    assert "Nothing is loaded." in said
    code, said = command(office, "report", "--period", "2021", "--programme", "cau_giay_2022")
    assert "Không có kiến nghị mới".lower() in said.lower()
