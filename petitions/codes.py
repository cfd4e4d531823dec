"""Codes that residents read, write down and dictate: the public code of a petition and its secret.

The alphabet has 31 signs, a prime: with weights 1…n a check sign then catches every single wrong sign and
every swap of two signs. 0, 1, I, L and O are left out because they are mistaken for one another on paper.
"""

import re
import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
PREFIX = "DN"
_BODY = 7
_SECRET = 10
_NAMED = re.compile(rf"\b{PREFIX}[- ]?\w{{4}}[- ]?\w{{4}}\b", re.IGNORECASE)
_VALUE = {sign: value for value, sign in enumerate(ALPHABET)}


def new_code() -> str:
    """Draw a public code: seven random signs and a check sign (2.7 × 10¹⁰ possible codes)."""
    body = _draw(_BODY)
    return body + _check(body)


def new_secret() -> str:
    """Draw the secret that lets its holder follow a petition on any channel (49 random bits)."""
    return _draw(_SECRET)


def read_code(typed: str) -> str | None:
    """Return the code in what a person typed (`dn-abcd efgh`), None where the check sign does not fit."""
    signs = _signs(typed)
    if len(signs) == len(PREFIX) + _BODY + 1:
        signs = signs.removeprefix(PREFIX)
    if len(signs) != _BODY + 1 or _foreign(signs):
        return None
    return signs if _check(signs[:-1]) == signs[-1] else None


def find_code(text: str) -> str | None:
    """Return the first code that is named in a text, None where there is none."""
    return next((code for code in map(read_code, _NAMED.findall(text)) if code), None)


def meant_as_code(typed: str) -> bool:
    """Tell whether somebody has typed nothing but a code, right or wrong."""
    return _NAMED.fullmatch(typed.strip()) is not None


def read_secret(typed: str) -> str | None:
    """Return the secret in what a person typed, None where its form is wrong."""
    signs = _signs(typed)
    return signs if len(signs) == _SECRET and not _foreign(signs) else None


def show_code(code: str) -> str:
    """Write a code for people: `DN-ABCD-EFGH`."""
    return f"{PREFIX}-{code[:4]}-{code[4:]}"


def show_secret(secret: str) -> str:
    """Write a secret for people: `ABCDE-FGHJK`."""
    return f"{secret[:5]}-{secret[5:]}"


def _draw(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def _check(body: str) -> str:
    total = sum(weight * _VALUE[sign] for weight, sign in enumerate(body, start=1))
    return ALPHABET[total % len(ALPHABET)]


def _signs(typed: str) -> str:
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def _foreign(signs: str) -> bool:
    return any(sign not in _VALUE for sign in signs)
