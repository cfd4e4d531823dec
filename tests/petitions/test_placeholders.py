"""Templates of answers: which placeholders there are, and how they are filled in."""

import pytest

from petitions.refusal import Refusal
from petitions.templates import MAX_LENGTH, Placeholder, check, fill

KNOWN = {one: f"<{one.name}>" for one in Placeholder}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Kiến nghị {mã} ngày {ngày gửi}", "Kiến nghị <CODE> ngày <FILED>"),
        ("{MA} { cơ  quan } {co quan} {Đơn vị} {hom nay}", "<CODE> <BODY> <BODY> <UNIT> <TODAY>"),
        ("{code}{body}{unit}{filed}{today}", "<CODE><BODY><UNIT><FILED><TODAY>"),
        ("Không có gì để điền.", "Không có gì để điền."),
    ],
)
def test_placeholders_are_filled_in_either_language_and_with_or_without_accents(words: str, said: str) -> None:
    check(words)
    assert fill(words, KNOWN) == said


@pytest.mark.parametrize("words", ["{tên}", "{}", "{ma", "mã}", "{{mã}}", "{mã {mã}", "{họ tên người gửi}"])
def test_what_is_no_placeholder_is_refused_at_saving(words: str) -> None:
    with pytest.raises(Refusal, match="template-unknown"):
        check(words)


def test_a_template_that_is_too_long_is_refused_and_one_that_lacks_something_is_not_sent_half_filled() -> None:
    with pytest.raises(Refusal, match="template-too-long"):
        check("x" * (MAX_LENGTH + 1))
    with pytest.raises(Refusal, match="template-not-known"):
        fill("{cơ quan}", {Placeholder.CODE: "DN"})
