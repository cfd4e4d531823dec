"""The privacy text: what is kept, what for, how long, the rights and the contact, from settings and programme."""

from collections.abc import Iterator

from desk.letter import Line, Value, word
from desk.office import CONSENT_VERSION, DRAFT_DAYS, Office
from desk.places import places, unit_name

_LIMITS = {"reply": "DL_2", "done": "DL_10", "stopped": "DL_15"}
"""The programme's limits for requests about data: to reply, to show or change, to stop using."""


def privacy_text(office: Office) -> tuple[Line, ...]:
    """Return everything that a resident agrees to."""
    kept = {"days": DRAFT_DAYS, "years": office.keep_years}
    return (
        Line("privacy", {"unit": unit_name(office), "version": CONSENT_VERSION, **kept}),
        Line("privacy-rights"),
        *_limits(office),
        Line("privacy-contact", {"unit": unit_name(office)}),
        *front_place(office),
    )


def front_place(office: Office) -> tuple[Line, ...]:
    """Say where the Front's office receives people."""
    return places(office, {office.front: ()}) if office.front else ()


def _limits(office: Office) -> Iterator[Line]:
    """Say how soon requests about data are met, where the programme sets it."""
    limits = {name: limit for name, code in _LIMITS.items() if (limit := office.limit(code))}
    if limits.keys() == _LIMITS.keys():
        said: dict[str, Value] = {name: word(f"limit-{one.unit}", n=one.n) for name, one in limits.items()}
        yield Line("privacy-limits", {**said, "basis": limits["reply"].basis})
