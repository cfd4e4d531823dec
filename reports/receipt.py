"""The receipt of a petition taken down at the counter: one page to be printed, signed and handed over.

It names no person: names are written and signed by hand, so that nothing personal lies in a file.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from string import Template

from desk.filing import Filed
from desk.letter import Line, Value, date, day, word
from desk.office import Office
from desk.places import unit_name
from desk.privacy import front_place
from locales import Words
from petitions.codes import show_code, show_secret
from petitions.kinds import Kind

_PAGE = Path(__file__).with_name("receipt.html")
_PICTURES = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f? ?")
"""What helps to find a line on a screen and has no place on a paper."""


def page(office: Office, filed: Filed, now: datetime, words: Words, language: str, bot: str) -> str:
    """Return the receipt as a page of HTML that any browser prints on one sheet of A4; `bot` is the bot's name."""

    def said(line: Line) -> str:
        return _PICTURES.sub("", words.say(language, line.key, line.args))

    unit = {"unit": unit_name(office)}
    parts = {
        "language": language,
        "title": said(Line("paper-title")),
        "front": said(Line("paper-front", unit)),
        "nation": said(Line("paper-nation")),
        "motto": said(Line("paper-motto")),
        "dated": said(Line("paper-dated", {**unit, "at": day(now)})),
        "rows": "".join(f"<tr><td>{said(line)}</td></tr>" for line in _facts(filed)),
        "notes": "".join(f"<p>{said(line)}</p>" for line in _notes(office, filed, bot)),
        "place": "<br>".join(map(said, front_place(office))),
        "sender": said(Line("paper-sender")),
        "officer": said(Line("paper-officer")),
        "signed": said(Line("paper-signed")),
    }
    return Template(_PAGE.read_text("utf-8")).substitute(parts)


def _facts(filed: Filed) -> Iterator[Line]:
    case = filed.case
    yield Line("paper-code", {"code": show_code(case.code)})
    yield Line("paper-secret", {"secret": show_secret(filed.secret)})
    about: dict[str, Value] = {"source": word(f"source-{case.source}"), "at": date(case.filed_at)}
    yield Line("paper-source", about)
    yield Line("paper-class", {"kind": word(f"kind-{case.kind}"), "field": word(f"field-{case.field}")})
    yield Line("paper-due", {"due": day(case.first_answer_due)})


def _notes(office: Office, filed: Filed, bot: str) -> Iterator[Line]:
    case = filed.case
    codes: dict[str, Value] = {"code": show_code(case.code), "secret": show_secret(filed.secret)}
    yield Line("paper-follow", {"bot": bot, **codes})
    if case.kind is Kind.KHIEU_NAI:
        signed = Line("card-paper", {"at": date(case.paper_at)}) if case.paper_at else None
        yield signed or Line("receipt-paper", {"days": office.paper_days()})
    yield Line("paper-data")
