"""A programme with one hole is refused, whichever hole it is, and the complaint says where."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

import petitions
from petitions.data import inspect, load_programme, shipped_programmes
from petitions.shape import ProgrammeError

SHIPPED = Path(petitions.__file__).parent / "programmes"
TODAY = date(2026, 11, 20)
RULE = "  - {{id: NEW, {0}, lead: ward_committee, basis: none, mark: decided}}\n"
REST = r"(?:    .*\n)*"

HOLES: dict[str, tuple[str, str, str, str]] = {
    # what it is: file, what is replaced (once), by what, what the complaint says
    "a body without contact": ("bodies", r"    contact: .*\n", "", r"contact is missing"),
    "an empty contact": ("bodies", r"contact: .*", "contact: {}", r"needs an address, a phone or an email"),
    "a body without level": ("bodies", r"    level: .*\n", "", r"level is missing"),
    "an unknown level": ("bodies", r"level: \w+", "level: village", r"level: .*'ward'"),
    "a level that the unit has not": ("programme", r", city\]", "]", r"the programme has no level city"),
    "an unknown role": ("bodies", r"roles: \[receive", "roles: [sleep", r"roles\.0: .*'receive'"),
    "a code with capitals": ("bodies", r"- code: \w+", "- code: Front", r"code: .*match pattern"),
    "a body twice": ("bodies", r"(- code: )(\w+)((?s:.*?)- code: )\w+", r"\1\2\3\2", r"stands here a second time"),
    "an unknown superior": ("bodies", r"superior: \w+", "superior: no_one", r"there is no body 'no_one'"),
    "superiors in a circle": (
        "bodies",
        rf"(- code: city_committee\n{REST}?    roles: .*\n)",
        r"\1    superior: ward_committee\n",
        r"city_committee stands above itself, by way of ward_committee",
    ),
    "an unknown lead": ("competence", r"lead: \w+", "lead: no_one", r"there is no body 'no_one'"),
    "a rule without lead": ("competence", r"    lead: \w+\n", "", r"lead is missing"),
    "a lead that cannot settle": (
        "competence",
        rf"(id: KHIEU_NAI\.ward\n{REST}?    lead: )\w+",
        r"\1front_ward",
        r"front_ward leads here but has not the role to settle",
    ),
    "an unknown coordinating body": (
        "competence",
        r"coordinating: \[",
        "coordinating: [no_one, ",
        r"no body 'no_one'",
    ),
    "a rule twice": ("competence", r"id: KHIEU_NAI\.ward", "id: KHIEU_NAI.city", r"stands here a second time"),
    "an unknown field": ("competence", r"fields: \[TTXD\]", "fields: [XXXX]", r"fields\.0: .*'TTXD'"),
    "an unknown kind": ("competence", r"kinds: \[KHIEU_NAI\]", "kinds: [XXXX]", r"kinds\.0: .*'KHIEU_NAI'"),
    "a rule for a level that there is not": (
        "competence",
        r"levels: \[city\]",
        "levels: [district]",
        r"district|city",
    ),
    "a field without a rule": (
        "competence",
        rf"  - id: KHAC\n{REST}",
        "",
        r"nobody|no rule .* for KHAC at the level ward",
    ),
    "a rule below one that covers it": ("competence", r"\Z", RULE.format("fields: [TN]"), r"NEW can never decide"),
    "rules that overlap": (
        "competence",
        r"  - id: HGCS\n",
        RULE.format("levels: [city]") + "  - id: HGCS\n",
        r"NEW \(above\) and HGCS share petitions",
    ),
    "a rule for a kind that has a door": (
        "competence",
        r"competence:\n",
        "competence:\n" + RULE.format("kinds: [CAM_ON]"),
        r"a door takes all petitions of the kind CAM_ON",
    ),
    "a lead that names itself": (
        "competence",
        r"(- id: KHAC\n)",
        r"\1    coordinating: [lead_of_field]\n",
        r"a rule for feedback cannot name it",
    ),
    "a street that is in no list": (
        "competence",
        r"(- id: KHAC\n)",
        r"\1    streets: [Phố Mới]\n",
        r"no street 'Phố Mới'",
    ),
    "an unknown residential group": (
        "competence",
        r"(- id: KHAC\n)",
        r'\1    groups: ["99"]\n',
        r"no residential group '99'",
    ),
    "no limit for reports": (
        "deadlines",
        rf"  - id: KNPA\n{REST}",
        "",
        r"no limit with the clock settlement binds PHAN_ANH",
    ),
    "an open limit that is needed": ("deadlines", r"n: 15\n", "n: null\n", r"for KIEN_NGHI cannot stay open"),
    "a negative limit": ("deadlines", r"n: 15\n", "n: -1\n", r"greater than or equal to 0"),
    "an unknown unit": ("deadlines", r"unit: wd", "unit: weeks", r"unit: .*'wd'"),
    "a limit twice": ("deadlines", r"id: MT_GS", "id: KNPA", r"'KNPA' stands here a second time"),
    "no limit for supervision": (
        "deadlines",
        r"    clock: supervision\n",
        "",
        r"no limit has the clock supervision",
    ),
    "no ladder": ("deadlines", r"ladder:\n(?s:.*)", "ladder: []\n", r"the list ladder is empty"),
    "a reminder to nobody": ("deadlines", r"also_to: \[\w+", "also_to: [no_one", r"no body 'no_one'"),
    "a step after none": ("deadlines", r"at_once_after: D2", "at_once_after: D9", r"no step 'D9'"),
    "a calendar that ends": ("calendar", r"last_year: \d+", "last_year: 2026", r"the calendar ends with 2026"),
    "hours that end before they start": ("calendar", r'start: "08:00"', 'start: "18:00"', r"before they start"),
    "a day off that is no day": (
        "calendar",
        r"off: \[2026-01-02",
        "off: [2026-13-02",
        r"off\.0: .*date|cannot be read",
    ),
    "an unknown time zone": ("calendar", r"Asia/Ho_Chi_Minh", "Asia/Nowhere", r"no time zone 'Asia/Nowhere'"),
    "a gate without door": (
        "receptions",
        r"(?m)^  - \{gate: mediation.*\n",
        "",
        r"the gate mediation sends people",
    ),
    "a door where nobody receives": (
        "receptions",
        r"  - \{body: mediation_team.*\n",
        "",
        r"mediation_team receives people",
    ),
    "a reception without place": (
        "receptions",
        r"(body: ward_committee), to_be_filled: true",
        r"\1",
        r"needs place and hours",
    ),
    "a kind without door or limit": ("receptions", r"  - \{kinds: \[CAM_ON\].*\n", "", r"binds CAM_ON"),
    "a door to nowhere": (
        "receptions",
        r"body: (\w+), words: door-thanks",
        "words: door-thanks",
        r"needs a body or numbers",
    ),
    "an unknown gate": ("receptions", r"gate: court", "gate: castle", r"gate: .*'court'"),
    "an unknown party": ("programme", r"  - body: \w+", "  - body: no_one", r"no body 'no_one'"),
    "no supervisor": ("programme", r"supervising: .*", "supervising: []", r"the list supervising is empty"),
    "a supervisor that cannot": (
        "programme",
        r"supervising: .*",
        "supervising: [mediation_team]",
        r"not the role to oversee",
    ),
    "a list of streets that is not there": (
        "programme",
        r"streets: null",
        "streets: mine.csv",
        r"a file .csv or .xlsx",
    ),
    "an unknown key": ("programme", r"profile:", "proflie:", r"proflie is not a known key"),
    "a key twice": ("programme", r"(profile: .*\n)", r"\1\1", r"profile stands here a second time"),
    "what is no YAML": ("programme", r"name: ", "name: [", r"cannot be read"),
}


@pytest.mark.parametrize("name", shipped_programmes())
def test_every_shipped_programme_is_whole(name: str) -> None:
    found = inspect(name, TODAY)
    assert found.faults == ()
    assert found.programme
    assert found.programme.name == name


@pytest.mark.parametrize("hole", HOLES)
@pytest.mark.parametrize("name", shipped_programmes())
def test_a_programme_with_one_hole_is_refused_with_file_and_line(name: str, hole: str, tmp_path: Path) -> None:
    file, old, new, complaint = HOLES[hole]
    folder = shutil.copytree(SHIPPED / name, tmp_path / name)
    path = folder / f"{file}.yaml"
    text, changed = re.subn(old, new, path.read_text("utf-8"), count=1)
    assert changed, f"{hole} cannot be made in {name}"
    path.write_text(text, "utf-8")
    faults = inspect(folder, TODAY).faults
    told = [fault for fault in faults if re.search(complaint, fault)]
    assert told, faults
    assert re.match(rf"{folder}/\w+\.yaml:\d+: |{SHIPPED}/common/\w+\.yaml:\d+: ", told[0])
    with pytest.raises(ProgrammeError):
        load_programme(folder, TODAY)


@pytest.mark.parametrize("name", shipped_programmes())
def test_what_the_office_must_fill_in_is_listed_with_file_and_line(name: str) -> None:
    items = inspect(name, TODAY).open_items
    assert all(re.match(r".*\.yaml:\d+: [\w.]+ is to be filled in$", item) for item in items)
    assert any("bodies.ward_police.contact" in item for item in items)
    assert any(": streets is" in item for item in items)


def test_a_calendar_is_good_until_sixty_days_before_its_end() -> None:
    assert inspect("cau_giay_ward_2025", date(2028, 11, 1)).faults == ()
    assert "the calendar ends with 2028" in inspect("cau_giay_ward_2025", date(2028, 11, 2)).faults[0]


def test_a_folder_that_is_not_there_is_told_with_the_shipped_names() -> None:
    [fault] = inspect("nowhere", TODAY).faults
    assert all(name in fault for name in shipped_programmes())
