"""Templates of answers in the chat: the shared list, writing one, and answering with one.

/templates ──► template ──► rewrite | discard
          └──► newtemplate ──► use ──► field ──► kind ──► (result) ──► template.words ──► (saved)
words.VERB ──► fill ──► filled ──► the act
"""

from collections.abc import Awaitable, Callable, Sequence

from desk import templates
from desk.letter import Choice, Letter, Line, Rows, Value, choice, column, grid, word
from desk.records import Kept
from handlers.telegram.on import Said
from handlers.telegram.questions import half_written
from handlers.telegram.turn import Turn
from petitions.kinds import NOT_SET, OF_ANSWERS, Field, Kind, Result
from petitions.refusal import Refusal
from petitions.templates import AFTER_AN_ANSWER, Template, Use, check
from petitions.text import clean, has_words, shortened

WORDS = "template.words"
_PAGE, _CHOICES = 8, 12
_ANY = "-"
_SHOWN, _LABEL = 120, 40
_STEPS: tuple[tuple[str, Sequence[tuple[str, str]]], ...] = (
    ("use", [(use, f"template-use-{use}") for use in Use]),
    ("field", []),
    ("kind", [(_ANY, "button-any-kind"), *((kind, f"kind-{kind}") for kind in Kind if kind not in NOT_SET)]),
    ("result", [(_ANY, "any-result"), *((result, f"result-{result}") for result in OF_ANSWERS)]),
)
"""What a template is for, each with what can be chosen and its words; fields come a page at a time.

The result is asked for only after an answer.
"""


async def listed(turn: Turn) -> Said:
    """List the templates."""
    return await _list(turn, 0)


async def page(turn: Turn) -> Said:
    """Turn to a page of the templates."""
    return turn.show(await _list(turn, int(turn.args[0])))


async def opened(turn: Turn) -> Said:
    """Show one template whole."""
    number = turn.args[0]
    template = await templates.one(turn.unit, turn.actor, int(number))
    ways = (choice("button-rewrite", "rewrite", number), choice("button-discard", "discard", number))
    lines = (Line("template-of", _for(template)), Line("template-words", {"words": template.words}))
    return turn.show(Letter(lines, (ways, _back())))


async def discard(turn: Turn) -> Said:
    """Ask once before taking a template out of use: everybody at the desk uses it."""
    number = turn.args[0]
    template = await templates.one(turn.unit, turn.actor, int(number))
    asked = (Line("ask-discard"), Line("template-words", {"words": template.words}))
    rows = ((choice("button-discard-yes", "discarded", number),), (choice("button-back", "template", number),))
    return turn.show(Letter(asked, rows))


async def discarded(turn: Turn) -> Said:
    """Take a template out of use."""
    await templates.drop(turn.unit, turn.actor, int(turn.args[0]))
    return turn.show(await _list(turn, 0))


async def begun(turn: Turn) -> Said:
    """Ask what a new template is for: the use, the field, the kind, the result, one after the other."""
    chosen = turn.args
    await templates.listed(turn.unit, turn.actor, 0, 1)
    steps = _STEPS if {*chosen[:1]} <= AFTER_AN_ANSWER else _STEPS[:-1]
    if len(chosen) == len(steps):
        use, field, kind, result = (*chosen, _ANY)[: len(_STEPS)]
        return _write(turn, use, field, kind, result)
    asked, offered = steps[len(chosen)]
    if asked == "field":
        return _fields(turn, chosen[0], 0)
    choices = [Choice(Line(key), "newtemplate", (*chosen, value)) for value, key in offered]
    return turn.show(Letter((Line(f"template-choose-{asked}"),), (*grid(choices), _back())))


async def fields(turn: Turn) -> Said:
    """Turn to a page of the fields."""
    await templates.listed(turn.unit, turn.actor, 0, 1)
    use, number = turn.args
    return _fields(turn, use, int(number))


def _fields(turn: Turn, use: str, number: int) -> Said:
    first, offered = number * _CHOICES, [*Field]
    shown = [Choice(Line(f"field-{one}"), "newtemplate", (use, one)) for one in offered[first : first + _CHOICES]]
    ways: list[Choice] = [choice("button-earlier", "templatefields", use, str(number - 1))] if number else []
    if len(offered) > first + _CHOICES:
        ways.append(choice("button-later", "templatefields", use, str(number + 1)))
    # What holds for any stands on every page.
    any_field = choice("button-any-field", "newtemplate", use, _ANY)
    rows = ((any_field,), *grid(shown), *((tuple(ways),) if ways else ()), _back())
    return turn.show(Letter((Line("template-choose-field"),), rows))


async def rewritten(turn: Turn) -> Said:
    """Ask for a template's words anew."""
    number = turn.args[0]
    template = await templates.one(turn.unit, turn.actor, int(number))
    made_for = (one or _ANY for one in (template.field, template.kind, template.result))
    return _write(turn, template.use, *made_for, before=int(number))


async def typed(turn: Turn) -> Said:
    """Keep the words of a template; with an unknown placeholder they are asked for again."""
    words = clean(turn.text)
    if not has_words(words):
        return _asked(turn, Line("words-needed"))
    try:
        check(words)
    except Refusal as refused:
        return _asked(turn, Line(refused.key, refused.args_for_words))
    use, *made_for = turn.value("for")
    field, kind, result = (None if one == _ANY else one for one in made_for)
    wanted = Template(Use(use), words, kind and Kind(kind), field and Field(field), result and Result(result))
    await templates.save(turn.unit, turn.actor, wanted, turn.value("before"))
    turn.end()
    return Letter((Line("template-saved"),), (_back(),))


def offers(use: Use) -> Callable[[Turn, str], Awaitable[Rows]]:
    """Make the buttons of the templates that fit where the words of an answer are asked for."""

    async def buttons(turn: Turn, code: str) -> Rows:
        found = await templates.offered(turn.unit, code, use)
        return column([_label("fill", one) for one in found])

    return buttons


async def filled(turn: Turn) -> Said:
    """Show a template filled in, to be sent as it is or typed otherwise."""
    number = turn.args[0]
    words = await _words(turn)
    rows = ((choice("button-send", "filled", number),), (choice("button-cancel", "cancel"),))
    return turn.show(Letter((Line("template-filled"), Line("template-words", {"words": words})), rows))


def sending(say_words: Callable[[Turn, str], Awaitable[Said]]) -> Callable[[Turn], Awaitable[Said]]:
    """Make the act that answers with a template as it was shown."""

    async def send(turn: Turn) -> Said:
        return await say_words(turn, await _words(turn))

    return send


async def _words(turn: Turn) -> str:
    return await templates.fill(turn.unit, turn.office, turn.actor, int(turn.args[0]), turn.value("code"))


async def _list(turn: Turn, number: int) -> Letter:
    found = await templates.listed(turn.unit, turn.actor, number * _PAGE, _PAGE + 1)
    shown, more = found[:_PAGE], len(found) > _PAGE
    ways: list[Choice] = [choice("button-earlier", "templates", str(number - 1))] if number else []
    ways += [choice("button-later", "templates", str(number + 1))] if more else []
    lines = (Line("templates-head" if shown else "templates-none"), *map(_row, shown))
    rows = (*column([_label("template", one) for one in shown]), *((tuple(ways),) if ways else ()))
    return Letter(lines, (*rows, (choice("button-newtemplate", "newtemplate"),)))


def _write(turn: Turn, *made_for: str, before: int | None = None) -> Said:
    if half_written(turn):
        return turn.toast(Line("finish-first"), alert=True)
    turn.begin(WORDS, **{"for": [*made_for]}, before=before)
    return _asked(turn, Line("ask-template", {"unit": turn.office.programme.unit_vi}))


def _asked(turn: Turn, line: Line) -> Letter:
    """Ask for a template's words, or say what is wrong with them: either time they can be cancelled."""
    turn.stay()
    return Letter((line,), ((choice("button-cancel", "cancel"),),), ask=Line("hint-words"))


def _row(one: Kept) -> Line:
    return Line("template-row", {**_for(one.template), "words": shortened(one.template.words, _SHOWN)})


def _for(template: Template) -> dict[str, Value]:
    use = word(f"template-use-{template.use}")
    of_result = template.result and word("template-use-after", use=use, result=word(f"result-{template.result}"))
    return {
        "use": of_result or use,
        "field": word(f"field-{template.field}" if template.field else "any-field"),
        "kind": word(f"kind-{template.kind}" if template.kind else "any-kind"),
    }


def _label(verb: str, one: Kept) -> Choice:
    return choice(
        "button-template", verb, str(one.id), words=shortened(" ".join(one.template.words.split()), _LABEL)
    )


def _back() -> tuple[Choice, ...]:
    return (choice("button-templates", "templates", "0"),)
