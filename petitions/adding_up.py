"""Rules by which figures must add up: parts that are as much as a whole, a part that is no more than it."""

from collections.abc import Mapping
from dataclasses import dataclass

Figures = Mapping[str, float | None]


@dataclass(frozen=True)
class Sum:
    """These figures together are as much as those together."""

    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the figures that the rule is about."""
        return (*self.left, *self.right)

    def holds(self, figures: Figures) -> bool:
        """Tell whether it is so; a figure that is not there counts nothing."""
        return _total(figures, self.left) == _total(figures, self.right)

    def __str__(self) -> str:
        return f"{' + '.join(self.left)} = {' + '.join(self.right)}"


@dataclass(frozen=True)
class AtMost:
    """The first figure is part of the second one."""

    part: str
    whole: str

    @property
    def names(self) -> tuple[str, ...]:
        """Return the figures that the rule is about."""
        return self.part, self.whole

    def holds(self, figures: Figures) -> bool:
        """Tell whether it is so; a figure that is not there counts nothing."""
        return _total(figures, (self.part,)) <= _total(figures, (self.whole,))

    def __str__(self) -> str:
        return f"{self.part} ≤ {self.whole}"


Rule = Sum | AtMost


def _total(figures: Figures, names: tuple[str, ...]) -> float:
    return sum(figures.get(name) or 0 for name in names)
