"""Every handler of the bot in the one order in which they are asked; the first that fits acts."""

from collections.abc import Sequence

from telegram.ext import filters as f

from desk import answering, extending, following_up, involving, triage
from desk.telling import RATINGS
from handlers.telegram import (
    admin,
    anything,
    auditing,
    body_group,
    classifying,
    clerks,
    counter,
    deciding,
    denunciations,
    editing,
    entering,
    erasing,
    filing,
    finding,
    inviting,
    joining,
    joint,
    merging,
    offering,
    overview,
    own,
    personal,
    placing,
    queues,
    registering,
    reporting,
    sending,
    signing_off,
    staff,
    supervision,
    system,
    teaching,
    templates,
    triage_desk,
    welcome,
)
from handlers.telegram import following_up as carrying
from handlers.telegram import questions as steps
from handlers.telegram.gatekeeping import URGENT_FILING, URGENT_GATHER, danger_filed, danger_written
from handlers.telegram.on import IDLE, On, answer, any_press, command, edit, membership, message, one_of, press
from handlers.telegram.replies import Reply
from handlers.telegram.talk import Gathering, Talks, Wording
from handlers.telegram.turn import Turn
from locales import LANGUAGES
from petitions import papers
from petitions.access import Purpose
from petitions.case import NameShown
from petitions.kinds import OF_ANSWERS, Field, Kind, Source
from petitions.queues import PLACE, View
from petitions.registers import REGISTERS
from petitions.roles import GRANTED, OF_BODY
from petitions.templates import AFTER_AN_ANSWER, Use
from petitions.workflow import Act
from reports.views import DIMENSIONS, WHOLE

_FILE = f.PHOTO | f.Document.ALL | f.VIDEO | f.VOICE | f.AUDIO | f.ANIMATION | f.VIDEO_NOTE
_WORDS = f.TEXT & ~f.COMMAND
_WORDS_OR_FILE = _WORDS | _FILE
_SAID = f.TEXT | f.CAPTION

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
        "late": Wording(Act.NOTE, "ask-late", carrying.late),
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
        ),
        "piece": Gathering(
            Act.PART, "ask-part", "part-taken", body_group.parted, least=1, advises=body_group.part_shown
        ),
        "supply": Gathering(Act.SUPPLY, "ask-supply", "supply-taken", own.supplied, screened=True),
        "remark": Gathering(Act.REMARK, "ask-remark", "supply-taken", own.remarked, screened=True),
        "why": Gathering(Act.SUPPLY, "ask-missing", "supply-taken", own.supplied, screened=True),
        "carry": Gathering(
            Act.CARRY_OUT, "ask-carried", "carried-taken", carrying.reported, least=3, advises=carrying.advised
        ),
    },
    refreshed=_refreshed,
)

CODE = r"[2-9A-HJKMNP-Z]{8}"
INVITED = "[A-Za-z0-9_-]{24}"
SEEN = r"[0-9]{1,6}"
NUMBER = r"[0-9]{1,9}"
OF = r"[A-Za-z0-9_]{1,34}|-"
WHERE = rf"[<>]{PLACE}|-"
PERIOD = r"[0-9A-Z-]{4,8}"
ROW = r"[0-9]{1,4}"
DAY = r"[0-9]{8}"
FIELD, KIND = one_of((*Field, "-")), one_of((*Kind, "-"))
BODY = r"[a-z][a-z0-9_]{0,45}"
PART = one_of(("kind", "field", "body"))

_speak = welcome.language(joining.beside(offering.asked_again), TALKS.asked_again)

ROUTES: tuple[On, ...] = (
    # Groups: what binds and unbinds them; one that is not bound is told so once and then left alone.
    On(command("bind"), body_group.bind, private=False),
    On(membership(), body_group.joined_or_left, private=False),
    On(message(f.StatusUpdate.MIGRATE), body_group.moved, private=False),
    On(message(f.ALL & ~f.StatusUpdate.ALL), body_group.unbound, private=False, bound=False),
    On(message(f.COMMAND & f.User(body_group.ANONYMOUS)), body_group.unsigned, private=False),
    # Commands interrupt any conversation, so they come first.
    On(command("start"), welcome.start),
    On(command("new"), filing.new),
    On(command("status"), own.status),
    On(command("cancel"), welcome.cancel, private=None),
    On(command("language"), _speak),
    On(command("privacy"), welcome.privacy),
    On(command("mydata"), welcome.my_data),
    On(command("help"), welcome.help_),
    On(command("queue"), queues.queue),
    On(command("find"), finding.find),
    On(command("overview"), overview.overview),
    On(command("report"), reporting.report),
    On(command("audit"), auditing.audit),
    On(command("access"), auditing.access),
    On(command("roles"), auditing.roles),
    On(command("board"), supervision.board),
    On(command("tasks"), body_group.tasks, private=None),
    On(command("invite"), inviting.invite),
    On(command("grants"), admin.grants),
    On(command("rename"), admin.rename),
    On(command("system"), system.system),
    On(command("bind"), admin.bind_elsewhere),
    # The resident: consent, filing, own petitions.
    On(press("agree", NUMBER), welcome.agree),
    On(press("refuse"), welcome.refuse),
    On(press("takeback"), welcome.take_back),
    On(press("again"), welcome.again),
    On(press("whole"), welcome.whole),
    On(press("teach"), teaching.ask),
    On(press("teach", "yes|no"), teaching.answered),
    On(press("language", one_of(LANGUAGES)), _speak),
    On(press("language", one_of(LANGUAGES), "help"), _speak),
    On(press("help"), welcome.help_),
    On(message(_WORDS), welcome.give_up, when=welcome.written_off),
    On(answer(_WORDS), welcome.give_up, private=False, when=welcome.written_off),
    On(press("cancel"), welcome.give_up, private=None),
    On(press("cancelled"), welcome.cancel, private=None),
    On(message(_WORDS), offering.told_about_us, IDLE, steps.OFFER, *steps.ORDER, when=offering.asks_about_us),
    On(press("new"), filing.new),
    On(press("restate"), filing.restate),
    On(press("resume"), TALKS.resume, *TALKS.gathering_steps, *TALKS.reviewed_steps, URGENT_GATHER, private=None),
    On(press("resume"), offering.resume, steps.OFFER),
    On(press("resume"), joining.beside(filing.resume)),
    On(press("drop"), filing.drop),
    On(press("dropped"), filing.dropped),
    On(press("offered"), offering.taken, steps.OFFER),
    On(press("asks"), offering.only_asked, steps.OFFER),
    On(press("asks", CODE), offering.only_asked, steps.OFFER),
    On(press("retract", CODE), offering.retracted, steps.OFFER),
    On(press("unsolved", CODE), own.unsolved, steps.OFFER),
    On(press("adopt", "supply", CODE), TALKS.adopt, steps.OFFER),
    On(press("calm"), filing.calm, URGENT_FILING),
    On(message(f.TEXT & ~f.COMMAND), danger_written, URGENT_FILING, URGENT_GATHER),
    On(message(_FILE), danger_filed, URGENT_FILING, URGENT_GATHER),
    On(press("done", "words"), joining.beside(filing.words_kept), steps.WORDS),
    On(press("done", "files"), joining.beside(filing.files_done), steps.FILES),
    On(press("unfile", "last|all"), filing.files_dropped, steps.FILES),
    On(press("done", "place"), joining.beside(placing.place_kept), steps.PLACE),
    On(press("unplace"), joining.beside(placing.place_dropped), steps.PLACE),
    On(press("pin"), joining.beside(placing.pin_kept), steps.PLACE),
    On(press("join", CODE), joining.beside(joining.join), steps.PREVIEW),
    On(press("leave", CODE), joining.leave),
    On(press("name", one_of(NameShown)), joining.beside(filing.name_chosen), steps.NAME),
    On(press("named"), joining.beside(filing.name_kept), steps.NAME_TYPED),
    On(press("back", one_of(steps.PARTS)), joining.beside(filing.back), *steps.ORDER, steps.NAME_TYPED),
    On(press("edit", one_of(steps.PARTS)), filing.edit, steps.PREVIEW),
    On(press("apart"), joining.beside(sending.apart), steps.PREVIEW),
    On(press("about", one_of(Field)), joining.beside(sending.about), steps.PREVIEW),
    On(press("send"), joining.beside(sending.send), steps.PREVIEW),
    On(message(_WORDS_OR_FILE), joining.beside(filing.words), steps.WORDS),
    On(message(_WORDS_OR_FILE), joining.beside(filing.files), steps.FILES),
    On(message(f.LOCATION), joining.beside(placing.place_pinned), steps.PLACE),
    On(message(f.LOCATION), joining.beside(placing.place_sent), *steps.ORDER, steps.NAME_TYPED),
    On(message(_WORDS), joining.beside(placing.place_typed), steps.PLACE),
    On(message(_WORDS), joining.beside(filing.name_typed), steps.NAME_TYPED),
    On(message(_WORDS), joining.beside(filing.press_instead), steps.NAME, steps.PREVIEW),
    On(message(_FILE), joining.beside(filing.files), *steps.ORDER[2:], steps.NAME_TYPED),
    On(press("mine"), own.mine),
    On(press("timeline", CODE), own.shown),
    On(press("kept", CODE), own.kept),
    On(press("rate", CODE, one_of(RATINGS)), own.rated),
    On(press("withdraw", CODE), own.withdraw),
    On(press("withdrawn", CODE), own.withdrawn),
    On(press("erase", CODE), own.erase),
    On(press("erased", CODE), own.erased),
    # The desk and the board.
    On(press("queue"), queues.first_page),
    On(press("queue", one_of(View), OF, WHERE), queues.page),
    On(press("fields"), queues.fields),
    On(press("bodies"), queues.bodies),
    On(press("next", CODE), staff.next_),
    On(press("staff", CODE, SEEN), staff.staff),
    On(press("assign", CODE, SEEN, NUMBER), staff.assign),
    On(press("first", CODE, SEEN, "0|1"), staff.first),
    On(press("open", CODE), triage_desk.open_),
    On(press("card", CODE), triage_desk.again),
    On(press("files", CODE), triage_desk.files, private=None),
    On(press("notes", CODE), triage_desk.notes),
    On(press("person", CODE), personal.purposes),
    On(press("person", CODE, one_of(Purpose)), personal.opened),
    On(press("refer", CODE, SEEN), triage_desk.refer),
    On(press("paper", CODE, SEEN), triage_desk.paper),
    On(press("recall", CODE, SEEN), triage_desk.recall),
    On(press("undo", CODE, SEEN), signing_off.undo),
    On(press("denounce", CODE, SEEN), triage_desk.denounce),
    On(press("denounced", CODE, SEEN), triage_desk.denounced),
    On(press("class", CODE, SEEN), classifying.class_),
    On(press("choose", CODE, PART, NUMBER), classifying.choose),
    On(press("set", CODE, "kind", one_of(Kind)), classifying.set_kind),
    On(press("set", CODE, "field", one_of(Field)), classifying.set_field),
    On(press("set", CODE, "body", BODY), classifying.set_body),
    On(press("sign", CODE, SEEN), signing_off.sign),
    On(press("results", CODE, SEEN), signing_off.results),
    On(press("result", CODE, SEEN), signing_off.result),
    On(press("result", CODE, SEEN, one_of(OF_ANSWERS)), signing_off.corrected),
    On(press("involve", CODE, SEEN), joint.involve),
    On(press("others", CODE, NUMBER), joint.page),
    On(press("involved", CODE, BODY), joint.involved),
    On(press("grant", CODE, SEEN), triage_desk.grant),
    On(press("board", WHERE), supervision.board_page),
    On(press("urge", CODE, SEEN), supervision.urge),
    On(press("escalate", CODE, SEEN), supervision.escalate),
    On(press("escalated", CODE, BODY), supervision.escalated),
    On(press("confirm", CODE, SEEN), carrying.confirm),
    On(press("within", NUMBER), carrying.within(TALKS.say), "words.follow"),
    # The counter: somebody without an account here.
    On(command("counter"), counter.sources),
    On(press("counter"), counter.sources),
    On(press("counter", one_of(Source)), counter.begun),
    On(press("done", "reach"), counter.reach_unknown, steps.REACH),
    On(message(_WORDS), counter.reach_typed, steps.REACH),
    On(press("behalf", CODE), counter.behalf),
    On(press("informed", CODE, SEEN), counter.informed),
    On(command("templates"), templates.listed),
    On(press("templates", NUMBER), templates.page),
    On(press("template", NUMBER), templates.opened),
    On(press("newtemplate"), templates.begun),
    On(press("templatefields", one_of(Use), NUMBER), templates.fields),
    On(press("newtemplate", one_of(Use)), templates.begun),
    On(press("newtemplate", one_of(Use), FIELD), templates.begun),
    On(press("newtemplate", one_of(Use), FIELD, KIND), templates.begun),
    On(press("newtemplate", one_of(AFTER_AN_ANSWER), FIELD, KIND, one_of((*OF_ANSWERS, "-"))), templates.begun),
    On(press("rewrite", NUMBER), templates.rewritten),
    On(press("discard", NUMBER), templates.discard),
    On(press("discarded", NUMBER), templates.discarded),
    On(message(_WORDS), templates.typed, templates.WORDS),
    On(press("merge", CODE, SEEN), merging.merge),
    On(press("mergewith", CODE, SEEN, CODE), merging.merge_with),
    On(press("mergeinto", CODE, SEEN, CODE), merging.merge_into),
    On(press("split", CODE, SEEN), merging.split),
    On(press("splitdone", CODE, SEEN), merging.split_done),
    # The body, in its group or in a private chat.
    On(press("accept", CODE, SEEN), body_group.accept, private=None),
    On(press("task", CODE), body_group.task, private=None),
    On(press("words", CODE), body_group.whole, private=None),
    On(press("clerks", CODE, SEEN), clerks.clerks, private=None),
    On(press("clerk", CODE, SEEN, NUMBER), clerks.clerk, private=None),
    # Reports: the leader looks and asks, the body explains.
    On(press("report", PERIOD), reporting.again),
    On(press("by", PERIOD, one_of(DIMENSIONS)), reporting.parts),
    On(press("part", PERIOD, one_of(DIMENSIONS), ROW), reporting.part),
    On(press("codes", PERIOD, one_of((WHOLE, *DIMENSIONS)), ROW, r"[a-z_]{1,20}", ROW), reporting.codes),
    On(press("explain", PERIOD, ROW), reporting.explain),
    On(press("explained", PERIOD, ROW), reporting.explained),
    On(press("respond", NUMBER), reporting.respond, private=None),
    On(message(_WORDS), reporting.responded, reporting.RESPONSE),
    On(answer(_WORDS), reporting.responded, reporting.RESPONSE, private=False),
    # Registers: entries one question at a time, tables from Excel.
    On(command("registers"), registering.listed),
    On(press("registers", ROW, one_of((*REGISTERS, "-"))), registering.page),
    On(press("books"), registering.books),
    On(press("entry", NUMBER), registering.opened),
    On(press("strike", NUMBER), registering.strike),
    On(press("struck", NUMBER), registering.struck),
    On(press("sheet"), registering.sheet),
    On(press("form"), registering.form),
    On(message(_WORDS_OR_FILE), registering.sheet_sent, registering.SHEET),
    On(message(f.Document.ALL), registering.sheet_sent, IDLE, when=registering.sends_table),
    On(press("newentry"), entering.begun),
    On(press("newentry", one_of(REGISTERS)), entering.begun),
    On(press("correct", NUMBER), entering.correct),
    On(press("entryday", "0|1"), entering.day_pressed, entering.AT),
    On(message(_WORDS), entering.day_typed, entering.AT),
    On(press("entrybodies", ROW), entering.bodies, entering.BODY),
    On(press("entrybody", rf"{BODY}|{entering.NOBODY}"), entering.body_chosen, entering.BODY),
    On(message(_WORDS), entering.press_instead, entering.BODY, entering.PREVIEW),
    On(press("entrycount", ROW, ROW), entering.count_pressed, entering.COUNT),
    On(message(_WORDS), entering.count_typed, entering.COUNT),
    On(press("entryback"), entering.back, entering.AT, entering.BODY, entering.COUNT),
    On(press("entryedit", one_of(entering.PARTS)), entering.edit, entering.PREVIEW),
    On(press("entrysave"), entering.save, entering.PREVIEW),
    # The auditor.
    On(press("access", NUMBER), auditing.access_page),
    On(press("access", NUMBER, CODE), auditing.access_page),
    On(press("roles", NUMBER), auditing.roles_page),
    # The administrator.
    On(press("grants", NUMBER), admin.grants_page),
    On(press("grants", NUMBER, one_of(GRANTED)), admin.grants_page),
    On(press("revoke", NUMBER), admin.revoke),
    On(press("revoked", NUMBER), admin.revoked),
    On(command("erase"), erasing.asked),
    On(press("unerased", CODE), erasing.kept),
    On(press("expunged", CODE, papers.NUMBER), erasing.expunged),
    On(press("groups", NUMBER), admin.groups),
    On(press("unbind", NUMBER), admin.unbind),
    On(press("unbound", NUMBER), admin.unbound),
    On(press("invite"), inviting.roles),
    On(press("inviting", one_of(inviting.OF_A_BODY), NUMBER), inviting.bodies),
    On(press("invited", one_of(set(GRANTED) - OF_BODY)), inviting.chosen),
    On(press("invited", one_of(inviting.OF_A_BODY), BODY), inviting.chosen_with_body),
    On(press("uninvite", INVITED), inviting.uninvited),
    On(press("byrole"), inviting.unlabelled, inviting.LABEL),
    On(message(_WORDS), inviting.labelled, inviting.LABEL),
    # Denunciations on paper, for those who were named for their register.
    On(command("denunciations"), denunciations.register),
    On(press("denunciations", NUMBER), denunciations.page),
    On(press("denunciation", NUMBER), denunciations.one),
    On(press("pass", NUMBER, NUMBER), denunciations.bodies),
    On(press("passed", NUMBER, BODY), denunciations.passed),
    On(press("standing", NUMBER, "stored|closed"), denunciations.standing),
    On(press("entered", papers.NUMBER, DAY), denunciations.entered),
    On(press("onday", NUMBER, "stored|closed", "-", DAY), denunciations.on_day),
    On(press("onday", NUMBER, "moved", BODY, DAY), denunciations.on_day),
    On(message(_WORDS), denunciations.day_typed, denunciations.DAY),
    On(press("noted", NUMBER, "stored|closed", "-", DAY), denunciations.noted),
    On(press("noted", NUMBER, "moved", BODY, DAY), denunciations.noted),
    # The conversations that many buttons share.
    On(press(one_of(TALKS.wordings), CODE, SEEN), TALKS.ask_words, private=None),
    On(press("worded", one_of(TALKS.reviewed)), TALKS.send_words, *TALKS.reviewed_steps),
    On(press("worded", "late"), TALKS.send_words, "words.late", private=None),
    On(press("answer|piece|carry", CODE, SEEN), TALKS.ask_files, private=None),
    On(press("supply", CODE, "asked"), own.replying(TALKS.ask_files)),
    On(press("supply|why|remark", CODE), TALKS.ask_files),
    On(press("calm"), TALKS.calm, URGENT_GATHER),
    On(press("gathered", one_of(TALKS.gatherings)), TALKS.send, *TALKS.gathering_steps, private=None),
    On(press("gathered", "answer", one_of(OF_ANSWERS)), TALKS.send, *TALKS.gathering_steps, private=None),
    On(press("fill", NUMBER), templates.filled, *TALKS.wording_steps),
    On(press("filled", NUMBER), templates.sending(TALKS.say), *TALKS.wording_steps),
    On(message(_WORDS), TALKS.take_words, *TALKS.wording_steps),
    On(message(_WORDS_OR_FILE), TALKS.take_files, *TALKS.gathering_steps),
    On(answer(_WORDS), TALKS.take_words, *TALKS.wording_steps, private=False),
    On(answer(_WORDS_OR_FILE), TALKS.take_files, *TALKS.gathering_steps, private=False),
    # Whatever is left.
    On(any_press(), anything.old_button, private=None),
    On(message(f.COMMAND), anything.unknown_command),
    On(message(_WORDS_OR_FILE), offering.written, IDLE, steps.OFFER),
    On(edit(_SAID), editing.of_officer(TALKS.rewritten), *TALKS.office_steps, private=None),
    On(edit(_SAID), editing.edited),
    On(edit(_SAID), editing.in_group, private=False),
    On(message(f.LOCATION), anything.place),
    On(message(f.CONTACT), anything.card),
    On(message(f.ALL & ~f.StatusUpdate.ALL), anything.unsupported),
    On(message(f.ALL & ~f.StatusUpdate.ALL), anything.in_group, private=False),
)
