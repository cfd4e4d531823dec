"""The body's part and the senior officer's: accept, return, ask, answer; sign off or send back."""

from dataclasses import replace

from desk.body_cards import give_card, hand_over, renew_cards, tell_ended
from desk.deadlines import carrying, promise_ends
from desk.histories import evidence, whole_answer
from desk.office import Office
from desk.perform import INTERNAL, LADDER_ANEW, PUBLIC, WITH_BODY, Changes, Doing, Saying, loaded, perform, save
from desk.telling import after, news, news_of_share, outcome, tell_body, tell_resident, tell_role
from desk.weaknesses import weaknesses_of_answer
from desk.weighing import renew_letters, sign_off_card, weigh
from petitions.case import Case, Referral, Status
from petitions.kinds import OF_ANSWERS, Result
from petitions.refusal import Refusal
from petitions.roles import Role
from petitions.vagueness import Weakness
from petitions.workflow import Act, Step, decide, share_of
from storage.deliveries import When
from storage.unit import Unit


async def accept(unit: Unit, office: Office, doing: Doing) -> Case:
    """Accept a referral; the body's clock starts, and the resident hears the date of the lead's answer."""
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    step = decide(case, Act.ACCEPT, doing.actor, unit.now)
    leads = _share(step).lead
    due = (office.settlement_due if leads else office.contribution_due)(case, unit.now)
    # A reminder to accept that is drafted and not signed is needed no more.
    drafted = {"step": _share(step).urged} if _share(step).step != _share(step).urged else {}
    clock = Changes(referral={"accepted_at": unit.now, "due_at": due, **drafted})
    case = await save(unit, office, case, step, doing.actor, Saying(PUBLIC if leads else WITH_BODY), clock)
    await tell_resident(unit, office, case, step)
    return case


async def return_(unit: Unit, office: Office, doing: Doing, reason: str) -> Case:
    """Return a referral to the desk with a reason; the desk is told, and the lead of a contribution too."""
    before = await loaded(unit, doing.code)
    changes = Changes(referral={"ended_at": unit.now})
    case = await perform(unit, office, doing, Act.RETURN, Saying(WITH_BODY, words=_needed(reason)), changes)
    await tell_role(unit, Role.TRIAGE, news(case, "news-returned"), case.id)
    mine, lead = share_of(before, doing.actor), case.lead_referral
    for one in before.at_work:
        if one == mine:
            await renew_cards(unit, office, case, one.body)
        elif one.body not in {still.body for still in case.at_work}:
            await tell_ended(unit, office, case, one.body, "news-recalled")
    if lead:
        await give_card(unit, office, case, lead.body)
    return case


async def ask(unit: Unit, office: Office, doing: Doing, question: str) -> Case:
    """Ask the resident something on behalf of the body."""
    return await perform(unit, office, doing, Act.ASK, Saying(PUBLIC, words=_needed(question)))


async def results(unit: Unit, doing: Doing) -> tuple[Result, ...]:
    """Return the results of which an answer has to name one: the lead's; none for a contribution."""
    case = await unit.petitions.load(doing.code)
    share = share_of(case, doing.actor) if case else None
    return OF_ANSWERS if share and share.lead else ()


async def answer(
    unit: Unit, office: Office, doing: Doing, words: str, evidence: tuple[int, ...], result: Result | None = None
) -> Case:
    """Answer a referral; the lead's words reach the resident only once a senior officer has signed them off.

    What the lead's answer lacks is recorded with it, and its result; a coordinating body answers the lead.
    Raises: Refusal — `result-needed`: the lead has not said what came of the matter.
    """
    case = await loaded(unit, doing.code)
    step = decide(case, Act.ANSWER, doing.actor, unit.now)
    leads = _share(step).lead
    if leads and result not in OF_ANSWERS:
        raise Refusal("result-needed")
    weak = await weigh(unit, office, case, _needed(words), evidence) if leads else ()
    if result is Result.PLANNED:
        # Nothing is done yet that a photo could show.
        weak = tuple(one for one in weak if one is not Weakness.NO_EVIDENCE)
    saying = Saying(WITH_BODY, {"weak": list(weak)} if weak else {}, words, evidence)
    overtaken = {"asked_days": None} if _share(step).asked_days else {}
    answered = Changes({"result": result} if leads else {}, {"answered_at": unit.now, **overtaken})
    case = await save(unit, office, case, step, doing.actor, saying, answered)
    unit.media.fetch(evidence)
    await tell_resident(unit, office, case, step)
    await _hand_on(unit, office, case, evidence)
    return case


async def part(unit: Unit, office: Office, doing: Doing, words: str, evidence: tuple[int, ...]) -> Case:
    """Answer a part of the matter; the resident reads all parts with the answer that is signed off."""
    case = await perform(unit, office, doing, Act.PART, Saying(WITH_BODY, words=_needed(words), media=evidence))
    unit.media.fetch(evidence)
    return case


async def _hand_on(unit: Unit, office: Office, case: Case, evidence: tuple[int, ...]) -> None:
    """Show the lead's answer to the senior officer, a contribution with its files to the lead."""
    if case.status is Status.WAITING_SIGN_OFF:
        card = await sign_off_card(unit, office, case)
        await tell_role(unit, Role.SENIOR, card, case.id, When(entry=case.entries))
    elif lead := case.lead_referral:
        await give_card(unit, office, case, lead.body, evidence=evidence)


async def sign_off(unit: Unit, office: Office, doing: Doing) -> Case:
    """Sign an answer off: it goes to the resident with its evidence, who is asked to judge it; the body is told.

    What the answer promises is followed up from now on, without anybody's doing.
    Raises: Refusal — `answer-weak`: it lacks something, and nobody has said why it may go all the same.
    """
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    step = decide(case, Act.SIGN_OFF, doing.actor, unit.now)
    history = await unit.petitions.history(case)
    if weaknesses_of_answer(history):
        raise Refusal("answer-weak")
    words = whole_answer(history)
    promise = promise_ends(office, case, words, unit.now)
    signed = {
        "signed_off_at": unit.now,
        "result": case.result,
        **({} if case.at_counter else office.judging(unit.now, promise)),
        **({"carry_due": promise, "carried_at": None} if promise else {}),
    }
    changes = Changes(petition=signed, referral={"ended_at": unit.now, **(LADDER_ANEW if promise else {})})
    case = await save(unit, office, case, step, doing.actor, Saying(PUBLIC, words=words), changes)
    if promise and case.latest_lead:
        await unit.supervision.look_again(case.latest_lead, unit.now)
    await tell_resident(unit, office, case, step, words, evidence(history))
    await renew_letters(unit, office, case, doing.actor)
    if step.referral:
        told = news_of_share(case, "news-signed")
        told = replace(told, lines=(*told.lines, *outcome(case, history), *carrying(case)))
        await renew_cards(unit, office, case, step.referral.body, after(unit, office, case))
        await tell_body(unit, step.referral.body, told, case.id, after(unit, office, case))
    return case


async def correct(unit: Unit, office: Office, doing: Doing, result: Result) -> Case:
    """Put another result in the place of the one that the body named, before the answer is signed off."""
    return await perform(unit, office, doing, Act.CORRECT, Saying(WITH_BODY), Changes(petition={"result": result}))


async def override(unit: Unit, office: Office, doing: Doing, reason: str) -> Case:
    """Sign a weak answer off all the same; the reason stays with the office."""
    weak = weaknesses_of_answer(await unit.petitions.history(await loaded(unit, doing.code)))
    saying = Saying(INTERNAL, {"weak": list(weak)}, _needed(reason))
    await perform(unit, office, doing, Act.OVERRIDE, saying)
    return await sign_off(unit, office, Doing(doing.actor, doing.code))


async def send_back(unit: Unit, office: Office, doing: Doing, reason: str) -> Case:
    """Send an answer back to the body with a reason; the body gets the card again."""
    saying = Saying(WITH_BODY, words=_needed(reason))
    case = await perform(unit, office, doing, Act.SEND_BACK, saying, Changes(referral={"answered_at": None}))
    lead = case.lead_referral
    assert lead is not None  # noqa: S101 - an answer that is sent back has its lead
    await hand_over(unit, office, case, lead.body, after(unit, office, case))
    await renew_letters(unit, office, case, doing.actor)
    return case


def _share(step: Step) -> Referral:
    assert step.referral is not None  # noqa: S101 - what a body does, it does with its share
    return step.referral


def _needed(words: str) -> str:
    if not words.strip():
        raise Refusal("words-needed")
    return words
