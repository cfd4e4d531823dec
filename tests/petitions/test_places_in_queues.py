"""Places in a queue: written on a button and read back as they were."""

from datetime import UTC, datetime, timedelta
from re import fullmatch

from hypothesis import given
from hypothesis import strategies as some

from petitions.data import load_programme, shipped_programmes
from petitions.queues import PLACE, Place, read_place

TIMES = some.integers(0, 10**16).map(
    lambda micros: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros)
)


@given(some.integers(0, 1), TIMES, some.integers(1, 4_000_000_000))
def test_a_place_is_read_as_it_was_written(precedence: int, at: datetime, number: int) -> None:
    written = Place(precedence, at, number).written()
    assert fullmatch(PLACE, written)
    assert read_place(written) == Place(precedence, at, number)


@given(some.from_regex(PLACE, fullmatch=True))
def test_signs_that_mean_no_place_are_none_and_break_nothing(written: str) -> None:
    place = read_place(written)
    assert place is None or fullmatch(PLACE, place.written())


def test_the_button_of_a_bodys_page_fits_into_what_telegram_takes() -> None:
    place = Place(1, datetime(2300, 1, 1, tzinfo=UTC) - timedelta(microseconds=1), 4_000_000_000).written()
    codes = [body.code for name in shipped_programmes() for body in load_programme(name).bodies]
    assert max(len(f"queue:body:{code}:>{place}".encode()) for code in codes) <= 64
