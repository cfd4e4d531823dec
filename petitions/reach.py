"""Whether the rules of competence fit together: each petition reaches one lead, each rule decides something."""

from collections.abc import Iterator
from itertools import combinations, product

from petitions.competence import Rule, Topic
from petitions.kinds import Field, Kind
from petitions.programme import Programme
from petitions.sources import Place


def reach(programme: Programme) -> Iterator[tuple[Place, str]]:
    """Yield what nobody is competent for, rules that never decide, and rules of which only the order decides."""
    yield from _unserved(programme)
    for n, rule in enumerate(programme.competence):
        yield from _never(programme, n, rule)
    for earlier, (n, later) in combinations(enumerate(programme.competence), 2):
        if _clash(earlier[1], later):
            which = f"{earlier[1].id} (above) and {later.id} share petitions"
            yield ("competence", n), f"{which}, and neither is an exception to the other: narrow one of them"


def topics(programme: Programme) -> Iterator[Topic]:
    """Yield every kind, field and level that is settled here, nothing known of the place."""
    for kind, field, level in product(Kind, Field, programme.levels):
        if kind not in programme.door_kinds:
            yield Topic(kind, field, level)


def _unserved(programme: Programme) -> Iterator[tuple[Place, str]]:
    """Say it once a kind, field and level are unserved; a field that is unserved for all kinds only once."""
    kinds: dict[tuple[Field, str], list[Kind]] = {}
    for topic in topics(programme):
        if not any(rule.covers(topic) for rule in programme.competence):
            kinds.setdefault((topic.field, topic.level), []).append(topic.kind)
    for (field, level), unserved in kinds.items():
        named = "" if Kind.PHAN_ANH in unserved else f" ({', '.join(unserved)})"
        yield ("competence",), f"no rule says who is competent for {field} at the level {level}{named}"


def _never(programme: Programme, number: int, rule: Rule) -> Iterator[tuple[Place, str]]:
    settled = {*Kind} - programme.door_kinds
    if rule.kinds and not rule.kinds & settled:
        named = ", ".join(sorted(rule.kinds))
        yield ("competence", number), f"{rule.id} can never decide: a door takes all petitions of the kind {named}"
    elif any(rule.within(earlier) for earlier in programme.competence[:number]):
        above = next(earlier for earlier in programme.competence[:number] if rule.within(earlier))
        yield ("competence", number), f"{rule.id} can never decide: {above.id} above covers all that it covers"
    elif not _decides(programme, number, rule):
        yield ("competence", number), f"{rule.id} can never decide: rules above cover all that it covers"


def _decides(programme: Programme, number: int, rule: Rule) -> bool:
    """Say whether some topic passes all rules above and is covered by this one."""
    earlier = [other for other in programme.competence[:number] if other.meets(rule)]
    found = (
        Topic(kind, field, level, group, street)
        for kind, field, level, group, street in product(
            (rule.kinds or {*Kind}) - programme.door_kinds,
            rule.fields or Field,
            rule.levels or programme.levels,
            _some(rule.groups),
            _some(rule.streets),
        )
    )
    return any(not any(other.covers(topic) for other in earlier) for topic in found)


def _some(names: frozenset[str]) -> list[str | None]:
    return [*sorted(names)] or [None]


def _clash(earlier: Rule, later: Rule) -> bool:
    """Say whether two rules share petitions without one being an exception to the other.

    A rule that names kinds may stand before one that does not, and one that names places before one that does not.
    """
    apart = not earlier.meets(later) or earlier.within(later) or later.within(earlier)
    return not apart and earlier.weight <= later.weight
