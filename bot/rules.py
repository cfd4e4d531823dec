"""The commands that need nothing but the rules: they start without settings, token or database."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.learnt import load_model
from petitions.calendar import Unit
from petitions.competence import Topic
from petitions.data import Inspection, inspect, load_gate_rules, load_programme, load_sameness
from petitions.differences import differences
from petitions.explain import explain, explain_proposal
from petitions.interface import answers, due_at, verdicts
from petitions.kinds import Field, Kind, Level
from petitions.refusal import DanNguyenError
from petitions.routing import propose

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
programme = typer.Typer(no_args_is_help=True, help="Look at a coordination programme: a shipped name or a folder.")
app.add_typer(programme, name="programme")
BAD_INPUT = 2
Name = Annotated[str, typer.Option("--programme", help="A shipped name or a folder.")]
Which = Annotated[str, typer.Argument(help="A shipped name or a folder.", metavar="NAME")]
DEFAULT = "cau_giay_ward_2025"


@app.command()
def route(
    name: Name = DEFAULT,
    *,
    jsonl: Annotated[bool, typer.Option("--jsonl", help='Read objects {"id","text"}, not plain lines.')] = False,
) -> None:
    """Say of each line of the input what it seems to be and who is competent: one JSON object a line."""
    with _told():
        rules, gate = load_programme(name), load_gate_rules()
        _write(answers(sys.stdin.buffer, rules, gate, load_model(), jsonl=jsonl))


@app.command()
def similar(
    *,
    jsonl: Annotated[bool, typer.Option("--jsonl", help='Read objects {"a","b"}; there is no other form.')] = True,
) -> None:
    """Say of each pair of texts how likely they report one matter, and why: one JSON object a line."""
    with _told():
        _write(verdicts(sys.stdin.buffer, load_sameness(load_model())))


@app.command()
def due(
    start: Annotated[str, typer.Option("--from", help="ISO date or time; without an offset it is local.")],
    name: Name = DEFAULT,
    rule: Annotated[str | None, typer.Option(help="The id of a limit of the programme.")] = None,
    n: Annotated[int | None, typer.Option("--n", help="So many units instead of a rule.")] = None,
    unit: Annotated[Unit | None, typer.Option(help="wd working days, d days, wh working hours, h hours.")] = None,
) -> None:
    """Say when a time limit ends that begins at a moment, as ISO time."""
    with _told():
        typer.echo(due_at(load_programme(name), start, rule=rule, n=n, unit=unit))


@programme.command()
def check(name: Which = DEFAULT) -> None:
    """Say what is wrong with a programme and what the office has still to fill in, with file and line."""
    found = _looked_at(name)
    for item in found.open_items:
        typer.echo(f"! {item}")
    for fault in found.faults:
        typer.echo(f"✗ {fault}")
    if found.faults:
        typer.echo(f"Faults: {len(found.faults)}. A start with this programme is refused.")
        raise typer.Exit(1)
    typer.echo(f"✓ {name} is whole; {len(found.open_items)} items are to be filled in before a real start.")


@programme.command(name="explain")
def explain_(
    name: Which = DEFAULT,
    kind: Annotated[Kind, typer.Option(help="The kind of the petition.")] = Kind.PHAN_ANH,
    field: Annotated[Field, typer.Option(help="Its field.")] = Field.KHAC,
    level: Annotated[Level | None, typer.Option(help="Who keeps the matter; the lowest level by default.")] = None,
    street: Annotated[str | None, typer.Option(help="A street of the list.")] = None,
    group: Annotated[str | None, typer.Option(help="A residential group.")] = None,
    text: Annotated[str | None, typer.Option(help="A petition's words, instead of all of these.")] = None,
) -> None:
    """Say who is competent for a petition, by which rule, and until when; of a text, also why it is one."""
    found = _looked_at(name)
    if found.programme is None or found.source is None or found.faults:
        raise typer.Exit(_refused(found))
    topic = Topic(kind, field, level or found.programme.levels[0], group, street)
    if text is not None:
        proposal = propose(text, found.programme, load_model())
        topic = proposal.topic
        typer.echo("\n".join(explain_proposal(proposal)))
    with _told():
        typer.echo("\n".join(explain(topic, found.programme, found.source)))


@programme.command()
def diff(before: Which, after: Which) -> None:
    """Say what changes from one programme to another; exit code 1 where anything does."""
    with _told():
        lines = [*differences(load_programme(before), load_programme(after))]
    for line in lines:
        typer.echo(line)
    if lines:
        raise typer.Exit(1)


def main() -> None:
    """Run a command of the rules alone."""
    app()


def _looked_at(name: str) -> Inspection:
    return inspect(name, datetime.now(UTC).date())


def _refused(found: Inspection) -> int:
    for fault in found.faults:
        typer.echo(f"✗ {fault}", err=True)
    return BAD_INPUT


def _write(answered: Iterable[tuple[bytes, str | None]]) -> None:
    """Write the answers, and what could not be read to the error output; the exit code tells of it."""
    unread = 0
    for answer, complaint in answered:
        sys.stdout.buffer.write(answer)
        if complaint:
            unread += 1
            typer.echo(complaint, err=True)
    sys.stdout.buffer.flush()
    if unread:
        raise typer.Exit(1)


@contextmanager
def _told() -> Iterator[None]:
    """Tell an error that we raise on purpose as a sentence, without a traceback."""
    try:
        yield
    except DanNguyenError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(BAD_INPUT) from error
