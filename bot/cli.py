"""The command line: `python -m bot …`, installed as `dannguyen …`."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
import uvloop

from bot import doctor as checks
from bot import logs, papers, programs, replaying, rules
from bot.papers import Cutoff, Format, Wanted
from bot.settings import Settings, SettingsError, read_settings
from petitions.refusal import DanNguyenError, Refusal
from petitions.roles import GRANTED, Role

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
audit = typer.Typer(no_args_is_help=True, help="The proof that nothing was changed behind our back.")
updates = typer.Typer(no_args_is_help=True, help="Updates that failed five times.")
app.add_typer(rules.app)
app.add_typer(audit, name="audit")
app.add_typer(updates, name="updates")
BAD_SETTING = 2
_STOPS = (signal.SIGTERM, signal.SIGINT)
_ROLES = f"The role to give: {', '.join(GRANTED)}."
T = TypeVar("T")


def _granted(name: str) -> Role:
    if name not in set(GRANTED):
        raise typer.BadParameter(f"{name!r} is none of {', '.join(GRANTED)}.")
    return Role(name)


@app.command()
def run() -> None:
    """Run everything: database, migrations, worker and bot; without a token the sandbox too."""
    _start("bot", programs.run)


@app.command()
def bot() -> None:
    """Run one bot process beside others on one database (DANNGUYEN_DATABASE_URL)."""
    _start("bot", programs.bot)


@app.command()
def worker() -> None:
    """Run one worker process beside others on one database."""
    _start("worker", programs.worker)


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    _start("migrate", programs.migrate)


@app.command()
def doctor() -> None:
    """Look at settings, programme, key, disk, database and Telegram; change nothing, say how each stands."""
    with _told(), contextlib.suppress(KeyboardInterrupt):
        findings = _loop(checks.look(read_settings()))
        for finding in findings:
            typer.echo(str(finding))
        bad = sum(finding.mark == checks.BAD for finding in findings)
        typer.echo(f"{bad} to be mended." if bad else "Nothing stops a start.")
        if bad:
            raise typer.Exit(1)


@app.command()
def invite(
    role: Annotated[Role | None, typer.Option(parser=_granted, metavar="ROLE", help=_ROLES)] = None,
    body: Annotated[str | None, typer.Option(help="The body, for its officers or its group.")] = None,
    label: Annotated[str, typer.Option(help="A few words that tell later who it was.")] = "",
    *,
    group: Annotated[bool, typer.Option(help="Make a code that binds a group to the body.")] = False,
) -> None:
    """Print a one-time invitation link for a role, or a code that binds a group."""
    with _told():
        settings = read_settings()
        made = programs.invite_group(settings, body) if group else programs.invite(settings, role, body, label)
        typer.echo(_loop(made))


@app.command()
def report(
    period: Annotated[str, typer.Option(help="2026, 2026-H1, 2026-9M, 2026-Q3, 2026-07 or 2026-W28.")],
    programme: Annotated[str, typer.Option(help="A shipped name or a folder.")] = rules.DEFAULT,
    cutoff: Annotated[Cutoff, typer.Option(help="Months by the calendar, or cut on the 15th.")] = Cutoff.CALENDAR,
    format_: Annotated[Format, typer.Option("--format", help="What to write.")] = Format.TEXT,
    out: Annotated[Path | None, typer.Option(help="The file to write to.")] = None,
) -> None:
    """Write the figures of a period, beside the one before and the same one last year."""
    with _told():
        if out is None and format_ in papers.BINARY and sys.stdout.isatty():
            raise SettingsError(f"A terminal cannot show {format_}: say where to write it, --out report.{format_}")
        paper = _loop(papers.written(read_settings(), Wanted(programme, period, cutoff, format_)))
        if out:
            papers.keep(paper, out)
        else:
            sys.stdout.buffer.write(paper)


@app.command()
def generate(
    cases: Annotated[int, typer.Option(min=1, help="How many petitions.")],
    seed: Annotated[int, typer.Option(help="The same seed makes the same petitions.")] = 1,
) -> None:
    """Fill the practice database with invented petitions of five years, to measure with."""
    with _told():
        _loop(programs.generate(read_settings(), cases, seed))


@app.command()
def learn() -> None:
    """Learn anew from what officers decided, where authors allow it; a worker does so each night."""
    with _told():
        typer.echo(_loop(programs.learn(read_settings())))


@app.command(name="replay")
def replay_ledger(
    file: Annotated[
        Path, typer.Argument(help="JSON lines: dated cases and register entries.", metavar="FILE.jsonl")
    ],
    programme: Annotated[str, typer.Option(help="A shipped name or a folder.")] = rules.DEFAULT,
) -> None:
    """Load dated cases and register entries of the past, all of them or none."""
    with _told():
        typer.echo(_loop(replaying.replay(read_settings(), programme, file)))


@audit.command()
def verify() -> None:
    """Recompute every chain; exit code 1 and the places where it is broken if one byte was changed."""
    with _told():
        lines, whole = _loop(programs.verify(read_settings()))
        for line in lines:
            typer.echo(line)
        if not whole:
            raise typer.Exit(1)


@updates.command()
def parked() -> None:
    """List parked updates by their incident numbers."""
    with _told():
        for line in _loop(programs.parked(read_settings())):
            typer.echo(line)


@updates.command()
def replay(number: Annotated[int, typer.Argument(help="The incident number.")]) -> None:
    """Handle a parked update again."""
    with _told():
        typer.echo(_loop(programs.replay(read_settings(), number)))


def main() -> None:
    """Run the command line."""
    app()


def _start(name: str, program: Callable[[Settings], Coroutine[Any, Any, None]]) -> None:
    with _told():
        settings = read_settings()
        logs.set_up(settings.log_level, name=name)
        stopped = _loop(_until_signal(program(settings)))
    if stopped:
        typer.echo("Stopped.")


def _loop(work: Coroutine[Any, Any, T]) -> T:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(work)


async def _until_signal(work: Coroutine[Any, Any, None]) -> bool:
    """Do the work until it ends, or SIGTERM or SIGINT cancels it (return True); a second signal ends at once."""
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()

    def stop() -> None:
        typer.echo("Stopping: what is in hand is finished first (at most 20 s; Ctrl+C again ends at once) …")
        task.cancel()
        for number in _STOPS:
            loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_DFL)

    for number in _STOPS:
        loop.add_signal_handler(number, stop)
    try:
        await task
    except asyncio.CancelledError:
        return True
    return False


@contextmanager
def _told() -> Iterator[None]:
    """Tell an error that we raise on purpose as a sentence, without a traceback."""
    try:
        yield
    except Refusal as refusal:
        typer.echo(programs.sentence(refusal), err=True)
        sys.exit(BAD_SETTING)
    except DanNguyenError as error:
        typer.echo(str(error), err=True)
        sys.exit(BAD_SETTING)
