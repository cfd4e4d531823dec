"""Merging petitions about one matter, splitting one about several; all stay linked, everybody is told."""

from collections.abc import Sequence

from desk import alerting, filing
from desk.cards import filed, head, of_office
from desk.filing import Place, Submission
from desk.histories import last
from desk.letter import Line
from desk.office import Office
from desk.perform import INTERNAL, PUBLIC, Changes, Doing, Saying, loaded, save
from desk.telling import tell_resident
from petitions.case import OVER, Case, Entry
from petitions.codes import show_code
from petitions.kinds import Disposition
from petitions.refusal import Refusal
from petitions.roles import Actor
from petitions.routing import set_apart
from petitions.text import has_words
from petitions.workflow import Act, decide
from storage.unit import Unit

MOST_PARTS = 6
"""Petitions into which one may be split at once."""


async def merge(unit: Unit, office: Office, doing: Doing, into: str) -> Case:
    """Merge a petition into another one: its author and its followers follow that one and are told of each change.

    Raises: Refusal — `merge-itself`, `merge-circle`, `merge-ended`, `unknown-code`, `moved-on`, or what `decide`
    refuses.
    """
    case, target = await _both(unit, doing, into)
    step = decide(case, Act.MERGE, doing.actor, unit.now)
    ended = {"merged_into": target.code, "closed_at": unit.now, "disposition": Disposition.GHEP}
    case = await save(unit, office, case, step, doing.actor, Saying(PUBLIC), Changes(petition=ended))
    await tell_resident(unit, office, case, step, show_code(target.code))
    await _note_merged(unit, office, doing.actor, target, case)
    await unit.neighbours.hand_over(case.id, target.id)
    if case.person != target.person:
        await unit.neighbours.follow(target.id, case.person, "merged")
    await alerting.many(unit, office, target)
    return case


async def goes_on(unit: Unit, office: Office, doing: Doing, into: str) -> tuple[Case, Case, tuple[Line, ...]]:
    """Return a petition and another one into which it could be merged, as they stand, and what that one says.

    The reading of the other one is recorded. Raises: Refusal, as `merge`.
    """
    case, target = await _both(unit, doing, into)
    await of_office(unit, doing.actor, target.code)
    history = await unit.petitions.history(target)
    return case, target, (Line("card-head", head(office, target)), *filed(history))


def enough(parts: Sequence[str]) -> list[str]:
    """Return the parts that say something. Raises: Refusal — `split-parts` (fewer than two, or too many)."""
    wanted = [part.strip() for part in parts if has_words(part)]
    if not 1 < len(wanted) <= MOST_PARTS:
        raise Refusal("split-parts", limit=MOST_PARTS)
    return wanted


async def split(unit: Unit, office: Office, doing: Doing, parts: Sequence[str]) -> list[Case]:
    """Split a petition about several matters; return what became of each, a petition with the clock of the whole.

    Raises: Refusal — as `enough`, `moved-on`, or what `decide` refuses.
    """
    wanted = enough(parts)
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    step = decide(case, Act.SPLIT, doing.actor, unit.now)
    history = await unit.petitions.history(case)
    made = [await _part(unit, office, case, history, words) for words in wanted]
    codes = [one.code for one in made]
    ended = Changes(petition={"closed_at": unit.now})
    case = await save(unit, office, case, step, doing.actor, Saying(PUBLIC, {"split_into": codes}), ended)
    await tell_resident(unit, office, case, step, ", ".join(map(show_code, codes)))
    for one in made:
        await unit.neighbours.hand_over(case.id, one.id)
    return made


async def parts_of(unit: Unit, office: Office, doing: Doing) -> tuple[Case, list[str]]:
    """Return a petition and the words of each matter that it seems to have. Raises: Refusal, as `split`.

    Where it seems to have one, whoever asks sees more in it: then it is cut where another may begin.
    """
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    decide(case, Act.SPLIT, doing.actor, unit.now)
    history = await unit.petitions.history(case)
    words = history[0].content["words"] if history and history[0].content else ""
    found = [one.words.strip() for one in filing.look(office, [words]).matters]
    return case, found if len(found) > 1 else set_apart(words, office.programme)


async def check_target(unit: Unit, code: str, into: str) -> None:
    """Let a petition be merged only into one that can take it in. Raises: Refusal, as `merge`."""
    await _check_target(unit, *await _pair(unit, code, into))


async def _both(unit: Unit, doing: Doing, into: str) -> tuple[Case, Case]:
    """Load the petition to be merged and the one that goes on."""
    _case, target = await _pair(unit, doing.code, into)
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    decide(case, Act.MERGE, doing.actor, unit.now)
    await _check_target(unit, case, target)
    return case, target


async def _pair(unit: Unit, code: str, into: str) -> tuple[Case, Case]:
    """Load two petitions in one order: two officers wait for one another."""
    if code == into:
        raise Refusal("merge-itself")
    found = {one: await loaded(unit, one) for one in sorted((code, into))}
    return found[code], found[into]


async def _check_target(unit: Unit, case: Case, target: Case) -> None:
    """Refuse to merge into what has ended; what was merged into this one would make a circle."""
    step = target
    while step.merged_into:
        step = await loaded(unit, step.merged_into)
        if step.id == case.id:
            raise Refusal("merge-circle", code=show_code(target.code))
    if target.status in OVER or target.erased:
        raise Refusal("merge-ended", code=show_code(target.code), status=target.status)


async def _note_merged(unit: Unit, office: Office, actor: Actor, target: Case, merged: Case) -> None:
    """Note in the history of the petition that goes on what was merged into it."""
    step = decide(target, Act.NOTE, actor, unit.now)
    await save(unit, office, target, step, actor, Saying(INTERNAL, {"merged": merged.code}))


async def _part(unit: Unit, office: Office, whole: Case, history: Sequence[Entry], words: str) -> Case:
    """File one matter in its author's name, to be followed with the secret of the whole; the files stay there."""
    where = (history[0].content or {}).get("place") if history else None
    named, reached = last(history, Act.IDENTIFY), last(history, Act.REACH)
    part = Submission(
        words=words,
        place=Place(**where) if where else None,
        name_shown=whole.name_shown,
        name=named.content["name"] if named and named.content else None,
        source=whole.source if whole.at_counter else "split",
        reach=reached.content["reach"] if reached and reached.content else None,
        author=whole.person,
        split_from=whole,
    )
    made = await filing.file(unit, office, Actor(whole.person), part)
    await unit.petitions.share_secret(made.case, whole)
    return made.case
