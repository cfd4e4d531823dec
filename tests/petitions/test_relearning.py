"""What officers decide teaches the model, without anybody's name in it, and not where it makes it worse."""

from functools import cache
from itertools import islice

from petitions.data import load_corpus
from petitions.examples import Example, GateExamples
from petitions.kinds import Field, Kind
from petitions.lessons import Corpus, taught_lesson
from petitions.relearning import PEOPLE, Relearnt, Taught, relearn
from petitions.text import Folded

NEW = "Trụ bôxnet ở ngõ tôi lại bôxnet rồi"


@cache
def small() -> Corpus:
    """Return a part of the corpus, which is learnt in a moment."""
    whole = load_corpus()
    few = {field: words[:20] for field, words in whole.vocabulary.items()}
    gate = GateExamples(emergency=whole.gate.emergency[:5], denunciation=whole.gate.denunciation[:5], ordinary=())
    return Corpus(tuple(islice(whole.examples, 0, None, 12)), gate, few, whole.slang)


def taught(*texts: str, field: Field = Field.PCCC, people: int = PEOPLE) -> list[Taught]:
    return [Taught(person, Example(text, Kind.PHAN_ANH, field)) for person in range(people) for text in texts]


def first(text: str, learnt: Relearnt) -> str:
    points = learnt.model.weigh(Folded.of(text, small().slang)).of("field")
    return max(points, key=points.__getitem__)


def test_what_officers_corrected_is_proposed_the_next_time() -> None:
    learnt = relearn(small(), taught(NEW))
    assert (learnt.texts, learnt.people) == (PEOPLE, PEOPLE)
    assert first("bôxnet", learnt) == Field.PCCC
    assert first("bôxnet", relearn(small(), taught(NEW, field=Field.CAY))) == Field.CAY


def test_what_too_few_people_write_is_not_in_the_model() -> None:
    secret = "Tôi là Quắc Bjorn, số 0912345678, đèn hỏng"
    learnt = relearn(small(), [*taught(NEW), *taught(secret, secret, people=PEOPLE - 1)])
    terms = " ".join(learnt.model.known)
    assert "boxnet" in terms
    for part in ("quac", "bjorn", "0912345678"):
        assert part not in terms


def test_a_model_that_makes_more_mistakes_does_not_fit() -> None:
    wrong = [Taught(n, Example(one.text, Kind.PHAN_ANH, Field.TPTA)) for n, one in enumerate(small().examples)]
    learnt = relearn(small(), wrong)
    assert learnt.after < learnt.before
    assert not learnt.fits


def test_what_the_gate_hears_is_learnt_from_the_corpus_alone() -> None:
    assert taught_lesson(taught(NEW)[0].example, small()).counts.keys() == {"kind", "field"}
