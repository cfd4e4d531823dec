"""How the office's papers are named: by the number in its books, and by nothing that says who or what."""

import re

NUMBER = r"[0-9]{1,5}(?:[/.-][0-9A-ZĐ]{1,6}){0,3}"
"""Too narrow for a name: digits, then signs of the register such as `12/TC-2026`."""
_NUMBER = re.compile(NUMBER)


def read_number(typed: str) -> str | None:
    """Return the number of a paper as typed, None for what is none."""
    number = typed.strip().upper()
    return number if _NUMBER.fullmatch(number) else None
