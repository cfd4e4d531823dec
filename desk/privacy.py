"""The privacy text, in short and whole: what is kept, who sees it, for how long, which rights there are."""

from collections.abc import Iterator

from desk.letter import Line, Value, fact, several, within, word
from desk.office import CONSENT_VERSION, DRAFT_DAYS, Office
from desk.places import places, unit_name
from petitions.access import SEES, Part, readers
from petitions.programme import Role as BodyRole
from petitions.roles import OF_BODY

_LIMITS = {"reply": "DL_2", "done": "DL_10", "stopped": "DL_15"}
"""The programme's limits for requests about data: to reply, to show or change, to stop using."""


def privacy_summary(office: Office) -> tuple[Line, ...]:
    """Return the privacy text as the first screen has it: what matters most, in words that the whole bears out."""
    unit = unit_name(office)
    reads = [word(f"role-{role}") for role, parts in SEES.items() if Part.MATTER in parts and role not in OF_BODY]
    return (
        Line("privacy-short", {"unit": unit, "version": CONSENT_VERSION}),
        fact("privacy-short-sees", who=several(reads)),
        fact("privacy-short-kept", years=office.keep_years),
    )


def privacy_text(office: Office) -> tuple[Line, ...]:
    """Return everything that a resident agrees to."""
    kept = {"days": DRAFT_DAYS, "years": office.keep_years}
    return (
        Line("privacy", {"unit": unit_name(office), "version": CONSENT_VERSION}),
        *who_sees(office),
        Line("privacy-kept", kept),
        fact("privacy-teaches"),
        *_quiet(office),
        Line("privacy-rights"),
        *_limits(office),
        Line("privacy-contact", {"unit": unit_name(office)}),
        *front_place(office),
    )


def who_sees(office: Office) -> Iterator[Line]:
    """Say which role sees which part of a petition, by the table that the rules go by."""
    settling = sum(BodyRole.SETTLE in body.roles for body in office.programme.bodies)
    title = {"vi": office.programme.title_vi, "en": office.programme.title_en}
    yield Line("privacy-sees")
    for parts, roles in readers().items():
        who = several([word(f"role-{role}") for role in roles])
        what = several([word(f"part-{part}") for part in parts])
        yield fact("privacy-sees-own" if OF_BODY.issuperset(roles) else "privacy-sees-role", who=who, what=what)
    yield fact("privacy-sees-follower")
    yield fact("privacy-sees-neighbour")
    yield fact("privacy-sees-bodies", count=settling, title=title)


def _quiet(office: Office) -> Iterator[Line]:
    """Say when letters wait for the morning."""
    if office.quiet:
        yield fact("privacy-quiet", start=f"{office.quiet.start:%H:%M}", end=f"{office.quiet.end:%H:%M}")


def front_place(office: Office) -> tuple[Line, ...]:
    """Say where the Front's office receives people."""
    return places(office, {office.front: ()}) if office.front else ()


def _limits(office: Office) -> Iterator[Line]:
    """Say how soon requests about data are met, where the programme sets it."""
    limits = {name: limit for name, code in _LIMITS.items() if (limit := office.limit(code))}
    if limits.keys() == _LIMITS.keys():
        said: dict[str, Value] = {name: within(one) for name, one in limits.items()}
        by = limits["reply"]
        basis = word("decree", number=by.decree) if by.decree else by.basis
        yield Line("privacy-limits", {**said, "basis": basis})
