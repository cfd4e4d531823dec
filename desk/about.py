"""What people ask about the service: who answers, what it costs, how soon, who learns the name, whom they meet."""

from desk.letter import Line, Value, word
from desk.office import Office
from desk.places import unit_name
from desk.privacy import front_place


def about(office: Office) -> tuple[Line, ...]:
    """Answer what is asked about the service itself."""
    return (
        Line("about", {"unit": unit_name(office), "limit": usual_answer(office)}),
        *front_place(office),
        Line("about-onward"),
    )


def usual_answer(office: Office) -> Value:
    """Return within how long the first answer comes, in words."""
    limit = office.usual_answer()
    return word(f"limit-{limit.unit}", n=limit.n)
