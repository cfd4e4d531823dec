"""The Bot API as published: the methods and types of `bot_api.json`, read into values."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

PATH = Path(__file__).with_name("bot_api.json")

Range = tuple[int, int]


class Part(BaseModel):
    """A parameter of a method or a field of a type: what it may hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    types: tuple[str, ...]
    required: bool = False
    characters: Range | None = None
    parsed: bool = False
    """Whether `characters` are counted after the markup is read."""
    bytes: Range | None = None
    items: Range | None = None
    values: Range | None = None
    also: Annotated[int | None, Field(alias="or")] = None
    """One more value outside `values`."""
    always: str | int | None = None
    listed: tuple[str, ...] = ()


class Shape(BaseModel):
    """A method's parameters and results, a type's fields, or the types that a type may be."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    returns: tuple[str, ...] = ()
    fields: dict[str, Part] = {}
    one_of: tuple[str, ...] = ()
    or_text: bool = False
    """Whether a mere text may stand for it."""


class BotApi(BaseModel):
    """Everything that the table tells."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    version: str
    methods: dict[str, Shape]
    types: dict[str, Shape]


@cache
def bot_api() -> BotApi:
    """Read the table once."""
    return BotApi.model_validate_json(PATH.read_bytes())
