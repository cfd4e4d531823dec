"""The shipped programme is whole, and a broken one is told by file and line."""

import re
import shutil
from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from pydantic import ValidationError

import petitions
from petitions.competence import Topic
from petitions.data import load_programme, shipped_programmes
from petitions.gate import Gate
from petitions.kinds import Field, Kind, Level
from petitions.programme import Programme
from petitions.shape import ProgrammeError

NAME = "cau_giay_ward_2025"
FOLDER = Path(petitions.__file__).parent / "programmes" / NAME

Break = Callable[[str, str, str], ProgrammeError]


@cache
def programme() -> Programme:
    return load_programme(NAME)


@pytest.fixture
def broken(tmp_path: Path) -> Break:
    """Replace a text in one file of a copy and return the error of loading it."""

    def load(file: str, old: str, new: str) -> ProgrammeError:
        folder = shutil.copytree(FOLDER, tmp_path / "p")
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(ProgrammeError) as caught:
            load_programme(folder)
        return caught.value

    return load


def test_the_ward_programme_is_shipped_and_loads_from_its_folder_too() -> None:
    assert NAME in shipped_programmes()
    assert load_programme(FOLDER) == programme()


@pytest.mark.parametrize("name", shipped_programmes())
def test_every_shipped_programme_loads(name: str) -> None:
    assert load_programme(name).name == name


@pytest.mark.parametrize("name", shipped_programmes())
def test_every_kind_in_every_field_and_level_has_one_lead_or_a_door(name: str) -> None:
    known = load_programme(name)
    for kind, field, level in product(Kind, Field, known.levels):
        found = known.competent(Topic(kind, field, level))
        if found.lead is None:
            assert known.doors_for(kind)
        else:
            assert known.body(found.lead).code == found.lead
            assert found.lead not in (*found.coordinating, *found.supervising)


def test_contacts_and_places_that_only_the_office_knows_are_open_items() -> None:
    items = programme().open_items()
    assert {"bodies.ward_police.contact", "receptions.front_ward", "deadlines.IH_BT.n"} <= {*items}


def test_both_gates_have_doors_and_an_emergency_has_its_numbers() -> None:
    assert programme().doors_for(Gate.EMERGENCY)[0].numbers == ("112", "113", "114", "115")
    assert {door.body for door in programme().doors_for(Gate.DENUNCIATION)} == {
        "ward_committee",
        "front_ward",
        "ward_police",
    }


def test_deadlines_steps_bodies_and_fields_are_found_by_their_codes() -> None:
    assert programme().deadline("TCD28").n == 10
    assert programme().step("R1").working_days == -3
    assert programme().field(Field.CS).name_en == "Street lighting"
    with pytest.raises(ProgrammeError, match="no deadline 'NONE'"):
        programme().deadline("NONE")


def test_the_box_holds_the_ward_and_not_the_old_quarter() -> None:
    box = programme().box
    assert box
    assert box.holds(21.033, 105.79)
    assert not box.holds(21.034, 105.85)


def test_a_programme_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        setattr(programme().bodies[0], "name_vi", "khác")  # noqa: B010 - a plain assignment is refused by mypy already


def test_an_unknown_programme_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ProgrammeError, match=NAME):
        load_programme("nowhere")


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "calendar.yaml",
            "first_year:",
            "frist_year:",
            r"calendar\.yaml:\d+: calendar\.frist_year is not a known key",
        ),
        ("deadlines.yaml", "n: 15\n", "n: ten\n", r"deadlines\.yaml:8: deadlines\.0\.n: .*integer"),
        ("bodies.yaml", "    level: ward\n", "", r"bodies\.yaml:\d+: bodies\.0\.level is missing"),
        ("bodies.yaml", "contact: {to_be_filled: true}", "contact: {}", r"bodies\.yaml:\d+: .*needs an address"),
        ("competence.yaml", "lead: ward_police", "lead: ward_polize", r"competence\.yaml:\d+: there is no body"),
        (
            "competence.yaml",
            "id: KHIEU_NAI.ward",
            "id: KHIEU_NAI.city",
            r"competence\.yaml:\d+: 'KHIEU_NAI.city' stands here a second time",
        ),
        ("competence.yaml", "fields: [TTXD]", "fields: [XXXX]", r"competence\.yaml:\d+: .*'TTXD'"),
        (
            "programme.yaml",
            "name: cau",
            "calendar: {}\nname: cau",
            r"programme\.yaml:\d+: calendar stands already in .*calendar\.yaml",
        ),
        ("programme.yaml", "name: cau", "name: [cau", r"programme\.yaml:\d+: cannot be read"),
    ],
)
def test_a_fault_names_file_line_and_what_was_expected(
    broken: Break, file: str, old: str, new: str, expected: str
) -> None:
    assert re.search(expected, str(broken(file, old, new)))


def test_a_field_without_a_rule_is_refused(broken: Break) -> None:
    error = broken("competence.yaml", "fields: [TTXD]\n    levels: [ward]", "fields: [DAT]\n    levels: [ward]")
    assert "no rule says who is competent for TTXD at the level ward" in str(error)


def test_a_level_the_unit_does_not_have_has_no_competent_body() -> None:
    with pytest.raises(ProgrammeError, match="district"):
        programme().competent(Topic(Kind.PHAN_ANH, Field.CS, Level.DISTRICT))
