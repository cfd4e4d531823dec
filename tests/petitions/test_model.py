"""What is learnt: the same from the same examples, small, quick, explained by words of the text, kept safely."""

import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from bot.learnt import fingerprint, load_model
from petitions.data import load_lessons
from petitions.learning import Lesson, learn
from petitions.text import Folded
from tests.learnt import model

RED, BLUE = frozenset({"colour:red"}), frozenset({"colour:blue"})
LESSONS = [
    Lesson(frozenset({"rose", "leaf"}), RED, {"colour": 1}),
    Lesson(frozenset({"sky", "cloud"}), BLUE, {"colour": 1}),
    Lesson(frozenset({"cherry"}), RED, {"colour": 1}),
]


def test_the_same_lessons_give_the_same_model() -> None:
    few = [*islice(load_lessons(), 0, None, 40)]
    one, other = learn(few), learn(few)
    assert one.known == other.known
    assert np.array_equal(one.weights, other.weights)


@pytest.mark.parametrize(("text", "colour"), [("rose", "red"), ("cloud", "blue"), ("cherry leaf", "red")])
def test_a_term_speaks_for_the_answers_of_its_examples(text: str, colour: str) -> None:
    points = learn(LESSONS).weigh(Folded.of(text)).of("colour")
    assert max(points, key=points.__getitem__) == colour


def test_the_rarer_a_term_is_the_more_it_says_and_one_that_nobody_wrote_says_most() -> None:
    rarities = [model().rarity_of(term) for term in ("nuoc", "karaoke", "xyzzy")]
    assert rarities == sorted(set(rarities))
    assert rarities[-1] == model().unseen


def test_reasons_are_words_of_the_text_that_speak_for_the_answer() -> None:
    text = "Cống trước nhà tắc, mưa là nước bẩn trào ngược"
    found = [*model().weigh(Folded.of(text)).reasons("field:TN")]
    assert found
    assert all(text[cue.start : cue.end] == cue.words for cue in found)


def test_a_file_that_cannot_be_read_is_built_again_and_nothing_in_it_is_run(tmp_path: Path) -> None:
    path = tmp_path / f"model-{fingerprint()}.npz"
    np.savez(path, answers=np.array([{"an": "object"}], dtype=object))
    again = load_model(tmp_path)
    assert again.known == model().known
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert np.array_equal(load_model(tmp_path).weights, model().weights)


def test_where_nothing_can_be_written_the_model_is_there_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert load_model(tmp_path / "file" / "folder").known == model().known


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells a process its peak")
def test_learning_takes_little_memory() -> None:
    code = (
        "from pathlib import Path; from petitions.data import load_lessons; from petitions.learning import learn;"
        "learn(load_lessons()); print(Path('/proc/self/status').read_text())"
    )
    done = subprocess.run(  # noqa: S603 - our own program, with words that stand here
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    peak = next(line for line in done.stdout.splitlines() if line.startswith("VmHWM"))
    assert int(peak.split()[1]) / 1024 <= 200


def test_one_text_is_weighed_without_holding_anybody_up() -> None:
    text, known = Folded.of("Đèn đường ngõ 20 hỏng cả tháng nay " * 200), model()
    began = time.thread_time()
    for _ in range(20):
        known.weigh(text)
    assert (time.thread_time() - began) / 20 <= 0.02
