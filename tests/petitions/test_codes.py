"""Codes that are read over the telephone: one wrong sign or two swapped ones are noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from petitions.codes import ALPHABET, new_code, new_secret, read_code, read_secret, show_code, show_secret

CODES = some.builds(lambda _seed: new_code(), some.integers())


@given(CODES)
def test_every_single_wrong_sign_is_noticed(code: str) -> None:
    for place in range(len(code)):
        for sign in set(ALPHABET) - {code[place]}:
            assert read_code(code[:place] + sign + code[place + 1 :]) is None


@given(CODES)
def test_every_swap_of_two_signs_is_noticed(code: str) -> None:
    for one in range(len(code)):
        for other in range(one + 1, len(code)):
            if code[one] != code[other]:
                signs = list(code)
                signs[one], signs[other] = signs[other], signs[one]
                assert read_code("".join(signs)) is None


@given(CODES, some.integers(0, 7))
def test_a_sign_left_out_or_written_twice_is_noticed(code: str, place: int) -> None:
    assert read_code(code[:place] + code[place + 1 :]) is None
    assert read_code(code[:place] + code[place] + code[place:]) is None


@given(CODES)
def test_however_a_code_is_typed_it_is_read(code: str) -> None:
    shown = show_code(code)
    for typed in (
        shown,
        code,
        shown.lower(),
        code.lower(),
        shown.replace("-", " "),
        shown.replace("-", "–"),
        f" {shown}. ",
        f"\u200b{shown}\xa0",
        f"dn{code}",
        shown.replace("-", "/"),
        "  ".join(code),
    ):
        assert read_code(typed) == code, typed


@pytest.mark.parametrize(
    "typed", ["", " ", "DN", "DN-", "0OI1L0OI", "DN-0000-0000", "Đ" * 8, "²" * 8, "٣" * 8, "🙂" * 8, "A" * 5000]
)
def test_what_is_no_code_is_not_read(typed: str) -> None:
    assert read_code(typed) is None
    assert read_secret(typed) is None


@given(some.text(max_size=40))
def test_reading_never_fails_and_gives_only_signs_of_the_alphabet(typed: str) -> None:
    for found in (read_code(typed), read_secret(typed)):
        assert found is None or set(found) <= set(ALPHABET)


@given(some.builds(lambda _seed: new_secret(), some.integers()))
def test_a_secret_is_read_however_it_is_typed_and_has_no_sign_that_is_mistaken(secret: str) -> None:
    shown = show_secret(secret)
    assert {read_secret(typed) for typed in (shown, secret, shown.lower(), shown.replace("-", " "))} == {secret}
    assert not set(secret) & set("01ILO")


def test_codes_and_secrets_do_not_repeat() -> None:
    assert len({new_code() for _ in range(2000)}) == 2000
    assert len({new_secret() for _ in range(2000)}) == 2000
