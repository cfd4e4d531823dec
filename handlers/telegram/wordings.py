"""What the small conversations of `talk` ask and which act each of them leads to, button by button."""

from collections.abc import Iterator, Sequence

from desk import answering, extending, following_up, involving, triage
from desk.letter import Line
from handlers.telegram import advice, body_group, deciding, merging, own, signing_off, templates
from handlers.telegram import following_up as carrying
from handlers.telegram.asking import Gathering, Wording
from handlers.telegram.prompts import OPEN
from handlers.telegram.replies import Reply
from handlers.telegram.reporting import RESPONSE
from handlers.telegram.talk import Talks
from handlers.telegram.turn import Turn
from petitions.codes import show_code
from petitions.templates import Use
from petitions.workflow import Act

_worded, _by_body, offers = deciding.worded, body_group.worded, templates.offers


async def _refreshed(turn: Turn, verb: str, code: str, card: int) -> Sequence[Reply]:
    """Return the card on which an act began as it stands after it, whoever's act it was."""
    renewed = await body_group.refreshed(turn, verb, code, card)
    return [renewed] if renewed else await signing_off.refreshed(turn, verb, code, card)


TALKS = Talks(
    wordings={
        "ask": Wording(Act.ASK, "ask-question", _worded(triage.ask, "done-asked"), offers(Use.ASK)),
        "guide": Wording(
            Act.GUIDE, "ask-guidance", _worded(triage.guide, "done-guided"), offers(Use.GUIDE), review="worded"
        ),
        "store": Wording(
            Act.STORE, "ask-reason-store", _worded(triage.store, "done-stored"), offers(Use.STORE), review="worded"
        ),
        "note": Wording(Act.NOTE, "ask-note", _worded(triage.note, "done-noted", decides=False), least=1),
        "uphold": Wording(
            Act.UPHOLD,
            "ask-explanation",
            _worded(triage.uphold, "done-upheld"),
            offers(Use.UPHOLD),
            review="worded",
        ),
        "mergecode": Wording(Act.MERGE, "ask-merge-code", merging.merge_typed, reads=merging.readable, least=1),
        "splitwords": Wording(
            Act.SPLIT, "ask-split-words", merging.split_typed, reads=merging.paragraphs, review="split-review"
        ),
        "sendback": Wording(Act.SEND_BACK, "ask-reason-send-back", _worded(answering.send_back, "done-sent-back")),
        "override": Wording(Act.OVERRIDE, "ask-reason-override", _worded(answering.override, "done-signed")),
        "confirmweak": Wording(
            Act.OVERRIDE_REPORT, "ask-reason-confirmweak", _worded(following_up.override, "done-confirmed")
        ),
        "deny": Wording(Act.DENY, "ask-reason-deny", _worded(extending.deny, "done-denied")),
        "more": Wording(Act.EXTEND, "ask-more", body_group.more, body_group.movable, body_group.readable),
        "waive": Wording(Act.WAIVE, "ask-reason-waive", _by_body(involving.waive, "done-waived")),
        "return": Wording(Act.RETURN, "ask-reason-return", _by_body(answering.return_, "done-returned")),
        "bodyask": Wording(Act.ASK, "ask-question", _by_body(answering.ask, "done-asked")),
        "late": Wording(Act.NOTE, "ask-late", carrying.late, reads=carrying.dated),
        "follow": Wording(
            Act.FOLLOW_UP,
            "ask-follow-up",
            carrying.followed,
            carrying.offered,
            reads=carrying.readable,
            least=1,
        ),
    },
    gatherings={
        "answer": Gathering(
            Act.ANSWER,
            "ask-answer",
            "answer-taken",
            body_group.answered,
            least=1,
            advises=body_group.advised,
            sends=body_group.results,
            again=body_group.again,
        ),
        "piece": Gathering(
            Act.PART, "ask-part", "part-taken", body_group.parted, least=1, advises=body_group.part_shown
        ),
        "supply": Gathering(
            Act.SUPPLY, "ask-supply", "supply-taken", own.supplied, screened=True, advises=advice.names_author
        ),
        "remark": Gathering(
            Act.REMARK, "ask-remark", "supply-taken", own.remarked, screened=True, advises=advice.names_author
        ),
        "why": Gathering(
            Act.SUPPLY, "ask-missing", "supply-taken", own.supplied, screened=True, advises=advice.names_author
        ),
        "carry": Gathering(
            Act.CARRY_OUT,
            "ask-carried",
            "carried-taken",
            carrying.reported,
            adopts=("words.late",),
            least=3,
            advises=carrying.advised,
            again=carrying.again,
        ),
    },
    refreshed=_refreshed,
)


def prompts(code: str) -> Iterator[tuple[str, Line]]:
    """Yield what the bot says where it asks for words, about the petition of this code; code may be none."""
    yield from TALKS.prompts(show_code(code))
    yield RESPONSE, Line("ask-directive", {"period": OPEN})
