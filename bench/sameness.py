"""How well two reports of one matter are told from two, on pairs kept apart; with `fit`, what to weigh them by.

The pairs are invented: real residents will differ.
"""

import sys
from collections.abc import Sequence
from math import exp
from pathlib import Path
from typing import Any

import yaml

from petitions.data import load_sameness
from petitions.sameness import WEIGHTS, Sameness

ROOT = Path(__file__).parent.parent
MEASURING = ROOT / "bench" / "measuring" / "pairs.yaml"
DEVELOPING = (ROOT / "petitions" / "corpus" / "pairs.yaml", ROOT / "tests" / "petitions" / "same_matter.yaml")
FLOORS = {"same matter precision": 0.70, "same matter recall": 0.65}
"""Just under what was reached when they were set; raise them with what is reached."""
_STEPS, _RATE, _PULL = 1_500, 0.5, 2.0

Values = dict[str, float]


def main() -> int:
    """Measure and print, or print fitted weights; return 1 where something fell below its floor."""
    rules = load_sameness()
    if "fit" in sys.argv[1:]:
        sys.stdout.write("\n".join(f"{name}: {weight:.1f}" for name, weight in fitted(rules).items()) + "\n")
        return 0
    found = figures(rules, MEASURING)
    for name, (right, of) in found.items():
        mark = " " if right / of >= FLOORS[name] else "✗"
        sys.stdout.write(f"{mark} {name:24}{right / of:6.3f}   ({right} of {of}, floor {FLOORS[name]})\n")
    return int(any(right / of < FLOORS[name] for name, (right, of) in found.items()))


def figures(rules: Sameness, file: Path) -> dict[str, tuple[int, int]]:
    """Return (right, of) of precision and recall on a file of pairs."""
    answers = [
        (rules.compare(rules.report(pair["a"]), rules.report(pair["b"])).same, pair["same"])
        for pair in _pairs(file)
    ]
    both = sum(said and true for said, true in answers)
    return {
        "same matter precision": (both, max(sum(said for said, _ in answers), 1)),
        "same matter recall": (both, sum(true for _, true in answers)),
    }


def fitted(rules: Sameness) -> Values:
    """Return the weights that tell the developing pairs apart, held near those in force.

    Logistic regression by steps downhill; a weight may not change its sign.
    """
    examples = [(_values(rules, pair), bool(pair["same"])) for file in DEVELOPING for pair in _pairs(file)]
    weights = dict(WEIGHTS)
    for _ in range(_STEPS):
        slope = {name: _PULL * (weights[name] - before) for name, before in WEIGHTS.items()}
        for values, same in examples:
            off = 1 / (1 + exp(-sum(weights[name] * value for name, value in values.items()))) - same
            for name, value in values.items():
                slope[name] += off * value
        for name, steep in slope.items():
            weights[name] = _signed(weights[name] - _RATE * steep / len(examples), WEIGHTS[name], name)
    return weights


def _signed(weight: float, before: float, name: str) -> float:
    return weight if name == "bias" or weight * before > 0 else 0.0


def _values(rules: Sameness, pair: dict[str, Any]) -> Values:
    values = {"bias": 1.0}
    for item in rules.evidence(rules.report(pair["a"]), rules.report(pair["b"])):
        values[item.what] = values.get(item.what, 0.0) + item.value
    return values


def _pairs(file: Path) -> Sequence[dict[str, Any]]:
    pairs: Sequence[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))
    return pairs


if __name__ == "__main__":
    sys.exit(main())
