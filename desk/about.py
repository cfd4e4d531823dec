"""What people ask about the service: who answers, what it costs, how soon, who learns the name, whom they meet."""

from desk.letter import Line, within
from desk.office import Office
from desk.places import unit_name
from desk.privacy import front_place


def about(office: Office) -> tuple[Line, ...]:
    """Answer what is asked about the service itself."""
    return (
        Line("about", {"unit": unit_name(office), "limit": within(office.usual_answer())}),
        *front_place(office),
        Line("about-onward"),
    )
