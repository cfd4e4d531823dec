"""Competence: the ordered rules that say who leads, who takes part and who supervises, and how rules relate."""

from dataclasses import dataclass

from petitions.kinds import Field, Kind, Level
from petitions.shape import Code, Data, Line, Mark

LEAD_OF_FIELD = "lead_of_field"
"""Stands among the coordinating bodies of a rule for whoever leads feedback in the same field."""


@dataclass(frozen=True)
class Topic:
    """What competence depends on: the matter, who keeps it, and where it is as far as the text says."""

    kind: Kind
    field: Field
    level: Level
    group: str | None = None
    street: str | None = None


class Rule(Data):
    """Competence: the first rule that covers a topic decides; an empty list matches everything.

    A rule that names groups or streets waits for a text that says where the matter is.
    """

    id: Line
    kinds: frozenset[Kind] = frozenset()
    fields: frozenset[Field] = frozenset()
    levels: frozenset[Level] = frozenset()
    groups: frozenset[Line] = frozenset()
    streets: frozenset[Line] = frozenset()
    lead: Code
    coordinating: tuple[Code, ...] = ()
    supervising: tuple[Code, ...] | None = None  # None: those of the programme
    basis: Line
    mark: Mark

    def covers(self, topic: Topic) -> bool:
        """Say whether the rule speaks of such a petition."""
        return (
            (not self.kinds or topic.kind in self.kinds)
            and (not self.fields or topic.field in self.fields)
            and (not self.levels or topic.level in self.levels)
            and (not self.groups or topic.group in self.groups)
            and (not self.streets or topic.street in self.streets)
        )

    def within(self, other: "Rule") -> bool:
        """Say whether everything that this rule covers is covered by another one."""
        return all(not wide or (narrow and narrow <= wide) for narrow, wide in _sides(self, other))

    def meets(self, other: "Rule") -> bool:
        """Say whether there is something that both cover."""
        return all(not one or not two or one & two for one, two in _sides(self, other))

    @property
    def weight(self) -> tuple[bool, bool]:
        """Return what lets a rule stand before others: naming kinds weighs most, then naming places."""
        return bool(self.kinds), bool(self.groups or self.streets)


@dataclass(frozen=True)
class Assignment:
    """Name the bodies competent for a petition, and the rule and legal basis that say so.

    `lead` None: nobody settles such petitions here; a door shows the way.
    """

    lead: str | None
    coordinating: tuple[str, ...]
    supervising: tuple[str, ...]
    rule: str
    basis: str | None


def _sides(one: Rule, other: Rule) -> list[tuple[frozenset[str], frozenset[str]]]:
    return [
        (one.kinds, other.kinds),
        (one.fields, other.fields),
        (one.levels, other.levels),
        (one.groups, other.groups),
        (one.streets, other.streets),
    ]
