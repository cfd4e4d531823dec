"""The one root of our exceptions, and refusals: a rule's "no" as a text key with its arguments."""

from typing import Any


class DanNguyenError(Exception):
    """Everything this project raises on purpose."""


class Refusal(DanNguyenError):
    """A rule says no; `key` and `args` name the sentence, the door turns them into words."""

    def __init__(self, key: str, **args: Any) -> None:
        super().__init__(key)
        self.key = key
        self.args_for_words = args
