"""A report as JSON for other programs, with every figure by its name; docs/interface has the schema."""

from collections.abc import Mapping
from typing import Any

from petitions.adding_up import Figures
from petitions.periods import Period
from reports.definitions import BY_NAME
from reports.figures import Report


def as_json(said: Report) -> dict[str, Any]:
    """Return the report for a machine; cells of a group and a field stay in the office and are not in it."""
    period = said.period
    return {
        "programme": said.programme,
        "period": _period(period),
        "from": said.start.isoformat(),
        "to": said.end.astimezone(said.start.tzinfo).isoformat(),
        "as_of": said.as_of.astimezone(said.start.tzinfo).isoformat(),
        "figures": rounded(said.figures),
        "by": {
            dimension: {key: rounded(figures) for key, figures in sorted(keys.items())}
            for dimension, keys in said.parts.items()
            if dimension not in {"", "cell"}
        },
        "before": {"period": _period(period.before), "figures": rounded(said.before)},
        "year_before": {"period": _period(period.year_before), "figures": rounded(said.year_before)},
        "hot": [
            {"field": one.field, "group": one.group, "now": one.now, "usual": round(one.usual, 1)}
            for one in said.hot
        ],
        "withheld": [
            {"rule": one.rule, "where": one.where, "figures": list(one.figures)} for one in said.withheld
        ],
    }


def rounded(figures: Figures) -> dict[str, float | int | None]:
    """Return figures in the order of their definitions, whole ones as whole numbers."""
    return {name: _round(figures[name]) for name in BY_NAME if name in figures}


def _round(value: float | None) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == int(value) else round(value, 1)


def _period(period: Period) -> Mapping[str, Any]:
    return {
        "name": period.name,
        "first": period.start.isoformat(),
        "last": period.last.isoformat(),
        "cutoff": "statutory" if period.statutory else "calendar",
    }
