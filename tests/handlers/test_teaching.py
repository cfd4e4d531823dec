"""Whether one's petitions may teach the program is asked apart, and no until somebody says yes."""

from dataclasses import replace
from datetime import timedelta

from bot.learning import learn_anew
from bot.learnt import load_model, load_newest
from petitions.examples import Example
from petitions.kinds import Field, Kind
from petitions.relearning import is_apart
from tests.courses import opened, plain
from tests.petitions.test_relearning import small
from tests.town import Person, Town

WORDS = "Họng nước chữa cháy đầu ngõ khô cạn, bình chữa cháy hết hạn."
NAMED = f"{WORDS} Tôi tên Quắc Bjorn, số 0912345678."
CHECKED = (
    Example("Đèn đường ngõ 4 hỏng cả tuần, tối om.", Kind.PHAN_ANH, Field.CS),
    Example("Cây xà cừ trước số 3 nghiêng sắp đổ.", Kind.PHAN_ANH, Field.CAY),
)
"""Examples by which what was learnt is checked."""
BETTER = Example("Họng nước đầu ngõ khô cạn, cháy thì biết làm sao.", Kind.PHAN_ANH, Field.PCCC)
"""One that is known better after learning."""


async def allows(person: Person, answer: str = "Cho phép học") -> None:
    await person.says("/mydata")
    await person.hears("học từ kiến nghị của ông/bà")
    await person.presses("học từ kiến nghị của tôi")
    await person.hears("có cho phép chương trình học")
    await person.presses(answer)
    await person.hears("Đổi ý: /mydata")


async def corrected(town: Town, words: str, field: Field, key: str = "resident_1") -> None:
    """Let a resident file a petition and an officer set its field."""
    code = await town.files(words, key)
    officer = await opened(town, code)
    await officer.presses_data(1, f"set:{plain(code)}:field:{field}")
    await officer.is_told()


async def teaching(town: Town) -> int:
    return len(await town.query("SELECT 1 FROM people WHERE teaches_since IS NOT NULL"))


async def test_nobody_teaches_until_they_say_so_and_everybody_can_change_their_mind(town: Town) -> None:
    resident = await town.agrees()
    assert await teaching(town) == 0
    await allows(resident)
    await resident.says("/mydata")
    await resident.hears("được học từ kiến nghị của ông/bà, từ 20/11/2026")
    await allows(resident, "Không cho phép")
    assert await teaching(town) == 0


async def test_whoever_takes_back_the_consent_teaches_no_more(town: Town) -> None:
    await town.files(WORDS)
    await allows(town.resident)
    await town.resident.presses_data(1, "takeback")
    await town.resident.hears("rút lại đồng ý")
    assert await teaching(town) == 0


async def test_what_officers_decide_is_learnt_without_names_and_forgotten_when_it_is_not_allowed(
    town: Town,
) -> None:
    people = [town.person(key) for key in ("resident_1", "resident_2")]
    for person in people:
        await corrected(town, NAMED, Field.PCCC, person.key)
    folder = town.parts.settings.learnt
    assert is_apart(BETTER)
    assert await learn_anew(town.parts, small) is None, "nobody has allowed it"
    for person in people:
        await allows(person)
    rest = tuple(one for one in small().examples if not is_apart(one))
    learnt = await learn_anew(town.parts, lambda: replace(small(), examples=(*rest, BETTER)))
    assert learnt
    assert (learnt.texts, learnt.people, learnt.fits) == (2, 2, True)
    known = " ".join(load_newest(folder).known)
    assert "chua chay" in known
    assert not [part for part in ("quac", "bjorn", "0912345678") if part in known]
    for person in people:
        await allows(person, "Không cho phép")
    assert await learn_anew(town.parts, small) is None
    assert load_newest(folder).known == load_model().known


async def test_what_makes_proposals_worse_is_not_used_and_administrators_are_told(town: Town) -> None:
    assert all(map(is_apart, CHECKED))
    for one in CHECKED:
        await corrected(town, one.text, Field.TPTA)
    await allows(town.resident)
    learnt = await learn_anew(town.parts, lambda: replace(small(), examples=(*small().examples, *CHECKED)))
    assert learnt
    assert not learnt.fits
    await town.person("administrator").hears("kém đi", f"đúng {learnt.after} trên {learnt.checked}")
    assert not [*town.parts.settings.learnt.glob("*")]


async def test_of_several_workers_one_learns_each_night(town: Town) -> None:
    await town.comes_to_hold("SELECT 1 FROM heartbeats WHERE name = 'learning'")
    await town.keep_house()
    [first] = await town.query("SELECT at FROM heartbeats WHERE name = 'learning'")
    town.clock.move(timedelta(hours=18))  # three at night has passed
    await town.keep_house()
    [second] = await town.query("SELECT at FROM heartbeats WHERE name = 'learning'")
    assert second.at - first.at >= timedelta(hours=18)
    await town.keep_house()
    assert await town.query("SELECT at FROM heartbeats WHERE name = 'learning'") == [second]
