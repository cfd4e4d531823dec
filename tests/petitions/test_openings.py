"""What a short text without a command is: greetings, thanks and questions are told from matters."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from petitions.data import load_openings
from petitions.openings import Opening, Openings

FOLDER = Path(__file__).parent
SAID = {
    Opening.GREETING: (
        "Xin chào", "xin chao", "Alo", "a lô có ai không", "Kính chào quý cơ quan", "chao cac bac a", "anh ơi",
        "Cho tôi hỏi chút ạ", "bot la gi", "hello", "chào buổi sáng", "huong dan",
        "cho hỏi tôi muốn phản ánh thì làm thế nào", "toi muon gui don thi phai lam sao", "gửi kiến nghị ở đâu ạ",
        "Muốn phản ánh thì gửi ở đâu", "how do I report a problem?", "How can I send a petition",
        "Chào cháu, cho bác hỏi gửi phản ánh ở đây à?", "Thế gửi phản ánh ở đây có được không cháu?",
    ),
    Opening.THANKS: ("Cảm ơn", "cam on", "Cám ơn anh chị nhiều nhé", "ok cam on a", "tks", "Xin cảm ơn cán bộ"),
    Opening.ASSENT: ("ok", "Vâng ạ", "da vang", "được rồi", "ro roi"),
    Opening.STATUS: (
        "Kiến nghị của tôi đến đâu rồi?", "kien nghi cua toi den dau roi", "Đơn của tôi giải quyết chưa",
        "don cua em co ket qua chua", "bao giờ có kết quả ạ", "bao gio co ket qua", "tra cứu", "có trả lời chưa",
        "phản ánh về đèn đường của tôi đến đâu rồi", "Tôi đã gửi phản ánh hôm trước, bao giờ trả lời?",
        "hủy", "huỷ bỏ", "cho tôi hủy kiến nghị", "cancel",
        "Cảm ơn cháu, bao giờ thì có người đến sửa?", "gửi nhầm, bác muốn rút", "Tôi muốn rút kiến nghị",
        "Thank you! When will it be fixed?", "I want to withdraw my petition",
    ),
    None: (
        "Chào anh chị, đèn đường ngõ 20 hỏng", "chao cac bac, rac ngo 5 chua ai don", "rác", "mat nuoc",
        "Cảm ơn phường đã sửa đèn đường", "Bao giờ sửa đèn ngõ 5?", "cho hoi thu tuc lam khai sinh",
        "Đường ngõ 12 bao giờ làm xong", "Hồ sơ sổ đỏ của tôi bao giờ có kết quả", "phan anh ve rac",
        "Tôi muốn gửi đơn", "Tôi muốn rút tiền ở ngân hàng", "gửi nhầm hồ sơ sang phường khác",
        "Tôi muốn phản ánh đèn hỏng thì làm thế nào", "cho hỏi rác thì phản ánh ở đâu",
        "How do I report the broken lamp in alley 20",
        "Tôi đã gửi kiến nghị từ tháng trước về đống rác ở đầu ngõ 20, chưa ai đến dọn, bao giờ mới giải quyết",
    ),
}  # fmt: skip


@cache
def openings() -> Openings:
    return load_openings()


@pytest.mark.parametrize(("opening", "text"), [(opening, text) for opening in SAID for text in SAID[opening]])
def test_a_text_is_taken_for_what_it_is(opening: Opening | None, text: str) -> None:
    assert openings().of(text) is opening


def test_no_petition_and_nothing_for_the_gate_is_taken_for_a_greeting_or_a_question() -> None:
    petitions = [
        text for _kind, _field, text in yaml.safe_load((FOLDER / "routing_sentences.yaml").read_text("utf-8"))
    ]
    stopped = yaml.safe_load((FOLDER / "gate_sentences.yaml").read_text("utf-8"))
    petitions += [*stopped["emergency"], *stopped["denunciation"]]
    assert [text for text in petitions if openings().of(text)] == []


@pytest.mark.parametrize("text", ["", "😀", "123", "x" * 5000, "\n"])
def test_texts_that_say_nothing_are_no_opening(text: str) -> None:
    assert openings().of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "khong co anh",
        "Không có",
        "bỏ qua",
        "ok",
        "gui di",
        "thoi",
        "xong roi a",
        "khong biet",
        "no photo",
        "skip",
        "Send it",
    ],
)
def test_who_is_asked_for_something_may_write_that_there_is_nothing(text: str) -> None:
    assert openings().goes_on(text)


@pytest.mark.parametrize("text", ["ngõ 20", "không có đèn", "anh ơi", "ảnh", "", "gần chợ", "no light", "cảm ơn"])
def test_what_says_anything_is_taken_for_an_answer(text: str) -> None:
    assert not openings().goes_on(text)
