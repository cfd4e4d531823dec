"""What is looked for in a history: the newest entry of an act, files, evidence, answers, what is superseded."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from petitions.case import Case, Entry, Status
from petitions.kinds import Kind
from petitions.workflow import OF_AUTHOR, Act, replay, to_be_told

_RENEWED = frozenset({Act.REFER, Act.REOPEN})
SUPERSEDED: Mapping[Act, Collection[Act]] = {
    Act.ANSWER: {Act.ANSWER},
    # A part is sent with every answer until the matter is taken up anew.
    Act.PART: _RENEWED,
    Act.SEND_BACK: {Act.ANSWER, *_RENEWED},
    Act.EXTEND: {Act.EXTEND, Act.GRANT, Act.DENY, Act.ANSWER, *_RENEWED},
    Act.GRANT: {Act.EXTEND, Act.ANSWER, *_RENEWED},
    Act.DENY: {Act.EXTEND, Act.ANSWER, *_RENEWED},
    Act.WAIVE: _RENEWED,
    # Why it was returned is read by whoever is to accept it next.
    Act.RETURN: {Act.ACCEPT},
    Act.FOLLOW_UP: {Act.FOLLOW_UP, *_RENEWED},
    Act.CARRY_OUT: {Act.CARRY_OUT, *_RENEWED},
    # What a body says of the day that it promised, until there is another day or it is carried out.
    Act.NOTE: {Act.NOTE, Act.FOLLOW_UP, Act.CARRY_OUT, *_RENEWED},
}
"""Acts of bodies and office, by later acts on the same share after which nobody goes by their words any more."""
_OF_REFERRAL = frozenset({Act.REFER, Act.ACCEPT, Act.GRANT})
_JUDGING = frozenset({Act.SIGN_OFF, Act.RATE, Act.DISPUTE, Act.CLOSE})
_CARRYING_BEGINS = frozenset({Act.SIGN_OFF, Act.CONFIRM_CARRIED})
_OF_REPORTS = frozenset({Act.CONFIRM_CARRIED, Act.FOLLOW_UP})
_OF_LEAD = _RENEWED | {Act.ACCEPT}
"""What the lead of today did, or was given, overtakes what other bodies said too."""
_ASKED = frozenset({Status.WAITING_RESIDENT, Status.EXPIRED})
"""Where what an author adds brings the petition back to whoever asked."""


GOES_ON = frozenset({Act.ASK, Act.REFER})
"""With which letters an author reads that another kind of petition asks for a signed paper, or no more."""


def paper_told(history: Sequence[Entry]) -> Mapping[int, str]:
    """Return what an author is told of a signed paper, by the entry with which they are: `needed` or `dropped`.

    What the receipt said holds until then; that the paper is there they are told by itself.
    """
    found, facts, told = dict[int, str](), dict[str, Any](), False
    for entry in history:
        facts |= entry.facts
        needs = facts.get("kind") == Kind.KHIEU_NAI and not facts.get("paper_at")
        if entry.act in GOES_ON and needs is not told:
            found[entry.position] = "needed" if needs else "dropped"
        if entry.act in {Act.FILE, Act.PRESENT, *GOES_ON}:
            told = needs
    return found


def last(history: Sequence[Entry], act: Act) -> Entry | None:
    """Return the newest entry of this act."""
    return next((entry for entry in reversed(history) if entry.act == act), None)


def kept(history: Sequence[Entry], act: Act) -> Mapping[str, Any] | None:
    """Return what the newest entry of this act holds, None where there is none or it is erased."""
    entry = last(history, act)
    return entry.content if entry else None


def untold(case: Case, history: Sequence[Entry]) -> list[Entry]:
    """Return what the desk has yet to tell an author without an account here: of each act the newest, in order."""
    since, told = case.untold_since, known(history)
    if since is None:
        return []
    fresh = (one for one in history if one.at >= since and (not told or one.position > told[-1].position))
    newest = {one.act: one for one in fresh if _to_be_told(one)}
    return sorted(newest.values(), key=lambda one: one.position)


def taken_back(case: Case, news: Entry) -> bool:
    """Tell whether what is to be told is of a body that has the petition no more: it is back at the desk."""
    return news.act in _OF_REFERRAL and case.status is Status.TRIAGE and case.lead_referral is None


def told_last(history: Sequence[Entry]) -> list[Entry]:
    """Return what the desk informed an author of, without an account here, the last time; oldest first."""
    told = known(history)
    since, until = (told[-2].position if len(told) > 1 else 0), (told[-1].position if told else 0)
    return [one for one in history if since < one.position < until and _to_be_told(one)]


def known(history: Sequence[Entry]) -> list[Entry]:
    """Return each entry with which an author without an account here knew everything, oldest first.

    The desk told them, or did for them what moves the petition while something was untold: they had heard of it.
    """
    found, waits = list[Entry](), False
    for place, entry in enumerate(history):
        if entry.act == Act.INFORM or (waits and _acted(history[:place], entry)):
            found.append(entry)
            waits = False
        waits = waits or _to_be_told(entry)
    return found


def _acted(before: Sequence[Entry], entry: Entry) -> bool:
    """Tell whether an author did what moves the petition; what they add moves it only where they were asked."""
    if entry.act == Act.SUPPLY:
        return replay((one.act, one.facts) for one in before)[0] in _ASKED
    return entry.act in OF_AUTHOR


def _to_be_told(entry: Entry) -> bool:
    return to_be_told(entry.act, entry.audience, entry.facts)


def files_of(history: Sequence[Entry]) -> tuple[int, ...]:
    """Return the files of a history, oldest first."""
    return tuple(one for entry in history for one in entry.media)


def evidence(history: Sequence[Entry]) -> tuple[int, ...]:
    """Return the files that go along with the lead body's answer: those of its parts, and its own."""
    return (*files_of(parts(history)), *evidence_of_answer(history))


def evidence_of_answer(history: Sequence[Entry]) -> tuple[int, ...]:
    """Return the files of the answer since the last referral: one sent back keeps them until another has some."""
    return next((one.media for one in reversed(_of_lead(history, Act.ANSWER)) if one.media), ())


def files_of_before(history: Sequence[Entry]) -> Mapping[int, int]:
    """Return how many files of an answer that was sent back go along with the newest, by the place of that one."""
    answer = answer_of(history)
    files = evidence_of_answer(history) if answer and not answer.media else ()
    return {answer.position: len(files)} if answer and files else {}


def parts(history: Sequence[Entry]) -> list[Entry]:
    """Return the parts in which the lead body has answered since the last referral."""
    return _of_lead(history, Act.PART)


def answer_of(history: Sequence[Entry]) -> Entry | None:
    """Return the lead body's newest answer since the last referral."""
    return last(_of_lead(history, Act.ANSWER), Act.ANSWER)


def whole_answer(history: Sequence[Entry]) -> str:
    """Return the words of the answer as its readers have them: the parts given before, and the answer."""
    given = filter(None, (*parts(history), answer_of(history)))
    return "\n\n".join(one.content["words"] for one in given if one.content)


def date_set_at(history: Sequence[Entry], lead: str) -> datetime | None:
    """Return when the lead was given the date of today; a clock that goes on after a pause gives none."""
    given = (one for one in reversed(history) if one.facts.get("carry_due") or one.facts.get("due_at"))
    own = (one for one in given if lead in {one.facts.get("body"), one.facts.get("lead")})
    return next((one.at for one in own if "paused_at" not in one.facts), None)


def judgement_of(history: Sequence[Entry]) -> Entry | None:
    """Return the author's newest judgement of the answer that was signed off last, None where there is none."""
    newest = met_with(history)
    return newest if newest and newest.act != Act.CLOSE else None


def met_with(history: Sequence[Entry]) -> Entry | None:
    """Return with what the answer that was signed off last was met: a judgement, or silence that ended it."""
    newest = next((one for one in reversed(history) if one.act in _JUDGING), None)
    return newest if newest and newest.act != Act.SIGN_OFF else None


def report_of(history: Sequence[Entry]) -> Entry | None:
    """Return the lead body's newest report since the last referral that its answer was carried out."""
    return last(_of_lead(history, Act.CARRY_OUT), Act.CARRY_OUT)


def to_be_done(history: Sequence[Entry], *, reported: bool = False) -> Entry | None:
    """Return where the office last said what is still to be carried out of the newest answer, None if nowhere.

    Why one report was not confirmed says nothing of the next: once it is `reported`, what came before any counts.
    """
    begun = max((place for place, entry in enumerate(history) if entry.act in _CARRYING_BEGINS), default=0)
    since = history[begun:]
    first = next((place for place, entry in enumerate(since) if entry.act == Act.CARRY_OUT), len(since))
    return last(since[:first] if reported else since, Act.FOLLOW_UP)


def answer_sent_back(history: Sequence[Entry]) -> Entry | None:
    """Return the lead body's newest answer where it was sent back: another one takes its place."""
    answer = answer_of(history)
    since = history[history.index(answer) :] if answer else ()
    return answer if last(since, Act.SEND_BACK) else None


def report_sent_back(history: Sequence[Entry]) -> Entry | None:
    """Return the lead body's newest report where the office set another day instead of confirming it."""
    report = report_of(history)
    since = history[history.index(report) :] if report else ()
    decided = next((one for one in since if one.act in _OF_REPORTS), None)
    return report if decided and decided.act == Act.FOLLOW_UP else None


def superseded(history: Sequence[Entry], lead: str | None) -> list[Entry]:
    """Return the entries with words that were overtaken by what was done later, oldest first.

    The lead's answer stands until it gives another; those of other bodies go when the matter is taken up anew.
    """
    return [
        entry
        for place, entry in enumerate(history)
        if entry.content and any(_overtakes(later, entry, lead) for later in history[place + 1 :])
    ]


def files_in_force(history: Sequence[Entry], lead: str | None) -> tuple[int, ...]:
    """Return the files by which somebody still goes, oldest first: none of an answer that another replaced.

    Those that went along with the lead's newest answer stand as long as it does, also once it was not accepted.
    """
    answers = [place for place, entry in enumerate(history, 1) if _answers(entry, lead)]
    kept = set(evidence(history[: answers[-1]])) if answers else set()
    past = {entry.position for entry in superseded(history, lead)}
    return tuple(one for entry in history for one in entry.media if entry.position not in past or one in kept)


def _answers(entry: Entry, lead: str | None) -> bool:
    return entry.act == Act.ANSWER and entry.facts.get("body", lead) == lead


def _overtakes(later: Entry, entry: Entry, lead: str | None) -> bool:
    body, by = entry.facts.get("body", lead), later.facts.get("body", lead)
    others = _RENEWED if entry.act == Act.ANSWER and body != lead else ()
    if later.act not in {*SUPERSEDED.get(Act(entry.act), ()), *others}:
        return False
    return by == body or (by == lead and later.act in _OF_LEAD)


def leading_after(entry: Entry, before: str | None) -> str | None:
    """Return which body leads a matter once this was done; `before` is the one that led it then."""
    return entry.facts["lead"] if entry.act in _RENEWED else before


def _of_lead(history: Sequence[Entry], act: Act) -> list[Entry]:
    since = max((place for place, entry in enumerate(history) if entry.act in _RENEWED), default=0)
    lead = history[since].facts.get("lead") if history else None
    return [entry for entry in history[since:] if entry.act == act and entry.facts.get("body") == lead]
