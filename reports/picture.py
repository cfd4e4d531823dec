"""The picture of a report: four charts that a phone shows one below the other, in shades of one colour.

Imports matplotlib, so only the worker and the command line import this.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from textwrap import fill
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import MaxNLocator

from reports.figures import HotSpot, Report
from storage.reports import NOBODY, Step

Say = Callable[..., str]
"""Says a text key with its arguments, as plain text."""
WIDTH, HEIGHT, _DPI = 1080, 2160, 100
_DARK, _MIDDLE, _LIGHT = "#08306b", "#6b9dc8", "#cfdfee"
STYLE: dict[Any, Any] = {
    # Both come with the library; where one is missing the log names it, and the other one is taken.
    "font.family": ["DejaVu Sans", "DejaVu Serif"],
    "font.size": 21,
    "axes.titlesize": 25,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.labelsize": 19,
    "ytick.labelsize": 20,
    "legend.fontsize": 19,
    "legend.frameon": False,
}
_BODIES, _FIELDS, _WRAP = 5, 5, 21
_HALF_A_MONTH = timedelta(days=20)
AGES = ("open_to_7", "open_to_30", "open_to_90", "open_longer")


@dataclass(frozen=True)
class Drawn:
    """What a picture shows besides the report: the steps up to its end, and names of codes."""

    said: Report
    steps: Sequence[Step]
    body: Callable[[str], str]
    say: Say


def draw(drawn: Drawn) -> bytes:
    """Return the picture as PNG, 1080 pixels wide."""
    with rc_context(STYLE):
        out = BytesIO()
        figure(drawn).savefig(out, format="png", dpi=_DPI)
    return out.getvalue()


def figure(drawn: Drawn) -> Figure:
    """Return the four charts, for `draw` and for the test that looks for cut labels."""
    made = Figure(
        figsize=(WIDTH / _DPI, HEIGHT / _DPI), dpi=_DPI, layout=ConstrainedLayoutEngine(h_pad=0.16, w_pad=0.2)
    )
    made.suptitle(drawn.say("picture-head"), fontsize=28, fontweight="bold")
    parts = made.subfigures(4, 1, squeeze=False, height_ratios=(5, 5, 5, 4))
    for part, chart in zip(parts[:, 0], (_flow, _on_time, _fields, _ages), strict=True):
        chart(part.subplots(), drawn)
    return made


def _flow(place: Axes, drawn: Drawn) -> None:
    """Draw what came and went as bars, and what stayed open as a line."""
    place.set_title(drawn.say("picture-flow"))
    steps = drawn.steps
    if not any(one.received or one.ended or one.open_after for one in steps):
        _nothing(place, drawn)
        return
    here = range(len(steps))
    place.bar([at - 0.2 for at in here], [one.received for one in steps], 0.4, color=_DARK,
              label=drawn.say("picture-received"))  # fmt: skip
    place.bar([at + 0.2 for at in here], [one.ended for one in steps], 0.4, color=_LIGHT, edgecolor=_DARK,
              label=drawn.say("picture-ended"))  # fmt: skip
    place.plot(here, [one.open_after for one in steps], color=_MIDDLE, marker="o", linewidth=3,
               label=drawn.say("picture-open"))  # fmt: skip
    place.set_xticks(here, [_named(drawn, one) for one in steps])
    place.yaxis.set_major_locator(MaxNLocator(integer=True))
    place.set_ylim(bottom=0)
    place.legend(loc="lower left", bbox_to_anchor=(0, -0.32), ncols=3, columnspacing=1, handlelength=1.4)


def _named(drawn: Drawn, step: Step) -> str:
    """Name a week by its first day, a month by its number, which a statutory one bears though it begins before."""
    if drawn.said.period.weekly:
        return f"{step.starts:%d/%m}"
    return drawn.say("picture-month", month=(step.starts + _HALF_A_MONTH).month)


def _on_time(place: Axes, drawn: Drawn) -> None:
    """Draw the share that each body answered in time, with how many that were."""
    place.set_title(drawn.say("picture-on-time"))
    rows = [(code, row) for code, row in drawn.said.by("body").items() if row.get("answered") and code != NOBODY]
    most = sorted(rows, key=lambda one: (-(one[1]["answered"] or 0), one[0]))[:_BODIES]
    rates = [one[1].get("on_time_rate") or 0.0 for one in most]
    told = [f"{rate:.0f}% ({one[1].get('on_time') or 0:.0f}/{one[1]['answered'] or 0:.0f})"
            for rate, one in zip(rates, most, strict=True)]  # fmt: skip
    _bars(place, drawn, [drawn.body(code) for code, _row in most], rates, told, rates)
    if most:
        place.set_xlim(0, 150)
        place.set_xticks([0, 50, 100], ["0%", "50%", "100%"])


def _fields(place: Axes, drawn: Drawn) -> None:
    """Draw the fields of which most came, with what is usual in a period as short as this."""
    place.set_title(drawn.say("picture-fields"))
    most: list[HotSpot] = sorted(drawn.said.fields, key=lambda one: (-one.now, one.field))[:_FIELDS]
    if not most and drawn.said.figures.get("received"):
        _nothing(place, drawn, "picture-few")
        return
    names = [drawn.say(f"field-{one.field}") for one in most]
    usual, key = drawn.said.usual, "picture-usual" if drawn.said.usual else "picture-count"
    told = [drawn.say(key, now=one.now, usual=round(one.usual, 1)) for one in most]
    reach = [max(one.now, one.usual) if usual else one.now for one in most]
    _bars(place, drawn, names, [one.now for one in most], told, reach)
    for at, one in enumerate(most if usual else ()):
        place.plot([one.usual, one.usual], [at - 0.4, at + 0.4], color=_DARK, linewidth=3)
    if most:
        place.set_xlim(0, max(reach) * 1.6)
        place.xaxis.set_major_locator(MaxNLocator(integer=True))


def _ages(place: Axes, drawn: Drawn) -> None:
    """Draw how long what is open has been open."""
    place.set_title(drawn.say("picture-ages"))
    counts = [drawn.said.figures.get(name) or 0.0 for name in AGES]
    if not any(counts):
        _nothing(place, drawn)
        return
    names = [drawn.say(f"picture-{name}") for name in AGES]
    shades = (_LIGHT, _MIDDLE, "#3a6ca5", _DARK)
    bars = place.bar(names, counts, color=shades, edgecolor=_DARK)
    place.bar_label(bars, [f"{count:.0f}" for count in counts], padding=3)
    place.set_yticks([])
    place.spines["left"].set_visible(False)
    place.set_ylim(0, max(counts) * 1.2)


def _bars(
    place: Axes,
    drawn: Drawn,
    names: Sequence[str],
    values: Sequence[float],
    told: Sequence[str],
    behind: Sequence[float],
) -> None:
    """Draw lying bars, the first on top, each with its words behind what it reaches."""
    if not names:
        _nothing(place, drawn)
        return
    place.barh(range(len(names)), values, color=_MIDDLE, edgecolor=_DARK)
    for at, (words, reach) in enumerate(zip(told, behind, strict=True)):
        place.annotate(words, (reach, at), (8, 0), textcoords="offset points", va="center")
    place.set_yticks(range(len(names)), [fill(name, _WRAP, max_lines=2, placeholder=" …") for name in names])
    place.set_ylim(len(names) - 0.4, -0.6)


def _nothing(place: Axes, drawn: Drawn, key: str = "picture-nothing") -> None:
    """Say that there is nothing to draw, instead of empty axes."""
    place.set_axis_off()
    place.text(0.02, 0.6, drawn.say(key), transform=place.transAxes)
