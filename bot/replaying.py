"""The command that loads a ledger of the past: every line is checked, then all of it is loaded or nothing."""

import hashlib
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, NonNegativeInt, TypeAdapter, ValidationError

from bot.papers import open_store
from bot.settings import Settings, SettingsError
from desk import replaying
from desk.replaying import PastCase
from petitions import kinds
from petitions.data import load_programme
from petitions.programme import Programme
from petitions.registers import REGISTERS
from storage.unit import Unit

Code = Annotated[str, Field(pattern=r"^[0-9A-Z-]{1,20}$")]


class CaseLine(BaseModel):
    """A case of a ledger."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["case"]
    code: Code
    at: AwareDatetime
    source: Annotated[str, Field(pattern=r"^[a-z_]{1,20}$")]
    level: kinds.Level
    kind: kinds.Kind
    field: kinds.Field
    group: str | None = None
    lead: str | None = None
    referred_at: AwareDatetime | None = None
    accepted_at: AwareDatetime | None = None
    due: AwareDatetime | None = None
    answered_at: AwareDatetime | None = None
    closed_at: AwareDatetime | None = None
    disposition: kinds.Disposition | None = None
    result: kinds.Result | None = None
    rating: Literal["solved", "partly", "not"] | None = None
    reopened: AwareDatetime | None = None

    def wrong(self, programme: Programme) -> str | None:
        """Say what the programme does not know, or what is out of order."""
        if self.lead and self.lead not in {body.code for body in programme.bodies}:
            return f"lead: the programme has no body {self.lead}"
        if self.level not in programme.levels:
            return f"level: the programme has no level {self.level}"
        named = ("at", "referred_at", "accepted_at", "answered_at", "reopened", "closed_at")
        times: list[tuple[str, datetime]] = [(one, getattr(self, one)) for one in named if getattr(self, one)]
        for (_first, before), (name, after) in pairwise(times):
            if after < before:
                return f"{name}: earlier than what comes before it"
        return None


class RegisterLine(BaseModel):
    """An entry of a register."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["register"]
    register_: Annotated[str, Field(alias="register")]
    at: AwareDatetime
    body: str | None = None
    counts: Annotated[dict[str, NonNegativeInt], Field(min_length=1)]

    def wrong(self, _programme: Programme) -> str | None:
        """Say what no register has."""
        if self.register_ not in REGISTERS:
            return f"register: none of {', '.join(REGISTERS)}"
        unknown = sorted(set(self.counts) - {*REGISTERS[self.register_]})
        return f"counts: {', '.join(unknown)} is not counted by this register" if unknown else None


_LINE: TypeAdapter[CaseLine | RegisterLine] = TypeAdapter(
    Annotated[CaseLine | RegisterLine, Field(discriminator="type")]
)


async def replay(settings: Settings, name: str, file: Path) -> str:
    """Load a ledger and say how much it held. Raises: SettingsError — what is wrong, line by line."""
    programme, content = load_programme(name), _bytes(file)
    lines, digest = read(content, programme), hashlib.sha256(content).hexdigest()
    async with open_store(settings) as store, store.unit() as unit:
        await _load(unit, programme, lines, digest)
    cases = sum(isinstance(one, CaseLine) for one in lines)
    return f"{cases} cases and {len(lines) - cases} register entries are loaded."


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error.strerror}.") from None


def read(content: bytes, programme: Programme) -> list[CaseLine | RegisterLine]:
    """Read a ledger's lines. Raises: SettingsError — one sentence a wrong line."""
    found: list[CaseLine | RegisterLine] = []
    wrong: list[str] = []
    for number, line in enumerate(content.splitlines(), 1):
        try:
            one = _LINE.validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"][1:] or first["loc"]))
            wrong.append(f"Line {number}: {where}: {first['msg']}.")
            continue
        found.append(one)
        if told := one.wrong(programme):
            wrong.append(f"Line {number}: {told}.")
    codes = [one.code for one in found if isinstance(one, CaseLine)]
    wrong += [
        f"The code {code} stands twice." for code in sorted({code for code in codes if codes.count(code) > 1})
    ]
    if wrong:
        raise SettingsError("\n".join([*wrong[:20], "Nothing is loaded."]))
    return found


async def _load(unit: Unit, programme: Programme, lines: list[CaseLine | RegisterLine], digest: str) -> None:
    if await unit.ledgers.has(digest):
        raise SettingsError("This file is loaded already. Nothing is loaded.")
    person = await replaying.ledger(unit)
    for one in lines:
        if isinstance(one, RegisterLine):
            await unit.ledgers.add(programme.name, one.register_, one.at, one.body, one.counts, digest)
        elif await unit.petitions.load(one.code):
            raise SettingsError(f"The code {one.code} is in the records already. Nothing is loaded.")
        else:
            await replaying.replay_case(unit, programme, person, PastCase(**one.model_dump(exclude={"type"})))
