"""What all parts of a programme are made of: strict data, codes, wordings, and how sure each fact is."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from petitions.refusal import DanNguyenError

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=32)]
"""As long as a button can carry beside what else it says."""
Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class ProgrammeError(DanNguyenError):
    """A programme cannot be used; the message says where in which file, and what was expected."""


class Mark(StrEnum):
    """Say how sure the programme is of a fact, so that the client's lawyer knows where to look."""

    VERIFIED = "verified"  # read in a published text
    KNOWN = "known"  # common knowledge of the trade, not read again
    UNCERTAIN = "uncertain"  # no text found, or texts disagree
    DECIDED = "decided"  # our own choice, no legal source


class Data(BaseModel):
    """Refuse unknown keys and later changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Data):
    """A short wording in both languages."""

    vi: Line
    en: Line
