"""What entries state of a body's share stays true whatever happens to other bodies afterwards."""

from typing import Any

from petitions.stated import of_referral

ACCEPTED = {"accepted_at": "2026-11-20T02:00:00.000000+00:00", "due_at": "2026-12-14T10:00:00.000000+00:00"}
HISTORY: list[tuple[str, dict[str, Any]]] = [
    ("file", {}),
    ("refer", {"lead": "one"}),
    ("accept", {"body": "one", **ACCEPTED}),
    ("return", {"body": "one"}),
    ("refer", {"lead": "other"}),
]


def test_what_a_body_did_is_still_stated_once_the_matter_is_referred_to_another() -> None:
    assert of_referral(HISTORY, "one")["accepted_at"] == ACCEPTED["accepted_at"]
    assert set(of_referral(HISTORY, "other").values()) == {None}


def test_a_body_that_is_asked_again_starts_anew() -> None:
    again = [*HISTORY, ("return", {"body": "other"}), ("refer", {"lead": "one"})]
    assert set(of_referral(again, "one").values()) == {None}
    joined = [*HISTORY, ("involve", {"body": "one"})]
    assert set(of_referral(joined, "one").values()) == {None}
