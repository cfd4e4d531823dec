"""What somebody reads of the data that is kept about them: in words, with the petitions by code."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from desk.letter import Letter, Line, Value, body_name, called, choice, date, fact, word
from desk.office import DRAFT_DAYS, Office
from petitions.codes import show_code
from storage.kept import Everything, KeptPetition
from storage.people import Held
from storage.unit import Unit


async def my_data(unit: Unit, office: Office, person: int) -> Letter:
    """Return everything that is kept about a person, in their words."""
    kept = await unit.kept.of(person)
    roles = await unit.people.grants_of(person)
    lines = (
        Line("mydata"),
        *(fact("mydata-account", address=address) for _channel, address in kept.addresses),
        _consent(kept),
        _teaches(kept),
        fact("mydata-named" if any(one.named for one in kept.petitions) else "mydata-nameless"),
        *_unfinished(kept),
        *_petitions(kept),
        *await _followed(unit, person),
        *_roles(office, roles),
        *_readings(kept),
        Line("mydata-rights"),
    )
    mine = ((choice("button-mine", "mine"),),) if kept.total else ()
    teach = "button-teach-stop" if kept.teaches_since else "button-teach"
    asked = ((choice(teach, "teach"),),) if kept.consent_version else ()
    return Letter(lines, (*mine, *asked))


def _consent(kept: Everything) -> Line:
    if kept.consent_version is None or kept.consented_at is None:
        return fact("mydata-no-consent")
    return fact("mydata-consent", version=kept.consent_version, at=date(kept.consented_at))


def _teaches(kept: Everything) -> Line:
    if kept.teaches_since is None:
        return fact("mydata-teaches-not")
    return fact("mydata-teaches", since=date(kept.teaches_since))


def _unfinished(kept: Everything) -> Iterator[Line]:
    """Name what is half finished with the day on which it goes, and files that belong to nothing yet."""
    yield from (fact("mydata-draft", until=date(_goes(at))) for at in kept.drafts)
    if not kept.drafts:
        yield fact("mydata-no-draft")
    if kept.loose_files:
        yield fact("mydata-loose-files", count=kept.loose_files)


def _goes(touched: datetime) -> datetime:
    return touched + timedelta(days=DRAFT_DAYS)


def _petitions(kept: Everything) -> Iterator[Line]:
    yield Line("mydata-petitions", {"count": kept.total})
    yield from map(_petition, kept.petitions)
    if kept.total > len(kept.petitions):
        yield fact("mydata-older", count=kept.total - len(kept.petitions))


async def _followed(unit: Unit, person: int) -> tuple[Line, ...]:
    """Name the petitions of others that the person joined, or into which one of theirs was merged."""
    codes = [show_code(one.code) for one in await unit.lists.followed_by(person)]
    return (fact("mydata-followed", codes=", ".join(codes)),) if codes else ()


def _petition(one: KeptPetition) -> Line:
    about: dict[str, Value] = {"code": show_code(one.code), "filed": date(one.handed_in)}
    if one.erased:
        return fact("mydata-petition-erased", **about)
    name = word("mydata-with-name" if one.named else "mydata-without-name")
    return fact("mydata-petition", **about, files=one.files, name=name)


def _roles(office: Office, roles: Iterable[Held]) -> Iterator[Line]:
    for place, one in enumerate(roles):
        if place == 0:
            yield Line("mydata-roles")
        about: dict[str, Value] = {"role": word(f"role-{one.role}"), "since": date(one.since), "who": called(one)}
        if one.body is None:
            yield fact("mydata-role", **about)
        else:
            yield fact("mydata-role-of-body", **about, body=body_name(office, one.body))


def _readings(kept: Everything) -> Iterator[Line]:
    """Say how often officers looked, and how often this person did: each time is recorded."""
    if kept.total:
        yield Line("mydata-opened", {"count": kept.opened})
    if kept.openings:
        yield fact("mydata-openings", count=kept.openings)
