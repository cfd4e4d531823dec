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
        "Hello, what can I do here?",
        "What can you help me with?",
        "Xin chào", "xin chao", "Alo", "a lô có ai không", "Kính chào quý cơ quan", "chao cac bac a", "anh ơi",
        "Cho tôi hỏi chút ạ", "bot la gi", "hello", "chào buổi sáng", "huong dan",
        "cho hỏi tôi muốn phản ánh thì làm thế nào", "toi muon gui don thi phai lam sao", "gửi kiến nghị ở đâu ạ",
        "Muốn phản ánh thì gửi ở đâu", "how do I report a problem?", "How can I send a petition",
        "Chào cháu, cho bác hỏi gửi phản ánh ở đây à?", "Thế gửi phản ánh ở đây có được không cháu?",
    ),
    Opening.THANKS: ("Cảm ơn", "cam on", "Cám ơn anh chị nhiều nhé", "ok cam on a", "tks", "Xin cảm ơn cán bộ"),
    Opening.ASSENT: ("ok", "Vâng ạ", "da vang", "được rồi", "ro roi",
        "đúng", "có ạ", "dung roi", "chắc chắn", "chac chan xoa", "xóa đi", "vâng xóa giúp em", "giu lai",
        "không xóa nữa", "erase it", "keep it",
    ),
    Opening.STATUS: (
        "Kiến nghị của tôi đến đâu rồi?", "kien nghi cua toi den dau roi", "Đơn của tôi giải quyết chưa",
        "don cua em co ket qua chua", "bao giờ có kết quả ạ", "bao gio co ket qua", "tra cứu", "có trả lời chưa",
        "phản ánh về đèn đường của tôi đến đâu rồi", "Tôi đã gửi phản ánh hôm trước, bao giờ trả lời?",
        "tình hình sao rồi ạ", "tinh hinh the nao roi", "rút đơn", "rut don", "rut lai",
        "có ai phụ trách vụ này k", "co ai phu trach vu nay ko", "ai xử lý vụ này vậy", "ai xu ly vu nay v",
        "cho hỏi ai chịu trách nhiệm việc này", "đơn của e ai xử lý vậy", "bên nào xử lý", "chuyển cho ai rồi ạ",
        "có ai xem chưa v", "có ai quan tâm k", "k thay ai tra loi", "vụ này sao rồi", "vu cong sao r ad",
        "có tin gì chưa", "co sua k vay", "cập nhật giúp em", "nhắc lại vụ này", "quá hạn rồi mà", "lâu quá r",
        "lam gi ma lau the", "đang chờ ai", "nhan dc chua", "quên em rồi à", "có ai xuống không ạ",
        "ông nào phụ trách vụ này", "cho hỏi cán bộ phụ trách tên gì", "co phan hoi chua", "còn lâu không",
        "who is in charge of this?", "is anyone working on this", "who handles this", "why so slow",
        "what's going on?", "did you read it",
        "hủy", "huỷ bỏ", "cho tôi hủy kiến nghị", "cancel",
        "bao giờ thì dọn ạ? em chờ mãi", "việc của em giải quyết đến đâu rồi ạ", "phường đã dọn chưa ạ?",
        "dọn chưa ạ",
        "still no reply to my petition", "any news on my report?", "I am still waiting for an answer",
        "Cảm ơn cháu, bao giờ thì có người đến sửa?", "gửi nhầm, bác muốn rút", "Tôi muốn rút kiến nghị",
        "sao vẫn chưa sửa", "vẫn chưa ai đến", "đã 10 ngày rồi mà chưa thấy ai trả lời", "tôi không hài lòng",
        "cho tôi rút lại phản ánh về rác", "tôi muốn bổ sung ảnh", "xóa giúp tôi phản ánh", "đã sửa rồi cảm ơn",
        "nobody answered me", "still no reply to my petition", "no reply yet", "it is still broken",
        "Any update on my report", "thank you, it works now",
        "Thank you! When will it be fixed?", "I want to withdraw my petition",
        "kiến nghị của tôi đã kết thúc chưa?", "phan anh cua toi dong chua a", "kiến nghị kết thúc chưa",
        "tại sao kiến nghị của tôi lại kết thúc?", "sao kiến nghị của tôi bị đóng", "đã kết thúc chưa",
        "bao giờ thì kết thúc ạ", "kiến nghị của tôi đã xong phải không?", "có phải kiến nghị của tôi đã xong?",
        "kiến nghị của tôi còn được xử lý không", "kiến nghị của tôi đã chuyển cho ai?",
        "kiến nghị của tôi đã được chuyển đi chưa?", "kiến nghị được tiếp nhận chưa", "phản ánh gửi đi chưa?",
        "is my petition closed?", "is my petition finished?", "has my petition been closed?", "is it closed?",
        "is my case over?", "why was my petition closed?", "was my petition withdrawn?",
        "is my petition still open?", "has my report been accepted?", "has it been forwarded?", "is it done?",
    ),
    Opening.INTENT: (
        "Tôi muốn gửi đơn", "minh muon phan anh", "Kiến nghị", "tôi muốn góp ý", "Có việc muốn trình bày ạ",
        "Hello, I would like to report a problem", "I want to complain",
    ),
    Opening.QUESTION: (
        "What is this bot for?",
        "gửi đơn có mất tiền không", "co lo ten toi khong", "Có ai biết tên tôi không?", "bao lâu thì có trả lời",
        "bạn là ai", "đây là bot à hay người thật", "số điện thoại ủy ban phường", "mấy giờ làm việc",
        "Cho tôi gặp chủ tịch", "đổi tiếng Anh", "English please", "xóa hết dữ liệu của tôi", "cảm ơn, mấy ngày ạ",
        "what time are you open?", "can I talk to a person?", "cho em hỏi phường làm việc mấy giờ ạ",
        "where is your office and when is it open?",
        "is it free?", "Who will see my name", "are you a bot", "opening hours",
    ),
    None: (
        "Chào anh chị, đèn đường ngõ 20 hỏng", "chao cac bac, rac ngo 5 chua ai don", "rác", "mat nuoc",
        "khi nào thì dọn rác vậy ạ",
        "mấy anh bên phường làm việc chậm quá", "vô trách nhiệm", "việc làm", "vụ tai nạn đầu ngõ",
        "Không ai dọn rác ngõ 8", "người đến đông gây ồn", "Cống ngõ 5 quá hạn nạo vét",
        "Cảm ơn phường đã sửa đèn đường", "Bao giờ sửa đèn ngõ 5?", "cho hoi thu tuc lam khai sinh",
        "Đường ngõ 12 bao giờ làm xong", "Hồ sơ sổ đỏ của tôi bao giờ có kết quả", "phan anh ve rac",
        "Tôi muốn rút tiền ở ngân hàng", "gửi nhầm hồ sơ sang phường khác",
        "Tôi muốn phản ánh đèn hỏng thì làm thế nào", "cho hỏi rác thì phản ánh ở đâu",
        "How do I report the broken lamp in alley 20",
        "Đơn vị trông xe thu tiền", "đèn ngõ 5 vẫn chưa sửa", "Sao rác ngõ 8 mãi chưa thấy ai dọn",
        "Đề nghị công khai thông tin quy hoạch", "Gọi tổ trưởng không thấy ai trả lời", "phường mở loa to quá",
        "Người ta vứt rác ở đâu cũng thấy", "Bao lâu nữa đường ngõ 5 xong", "bị mất tiền",
        "Kiến nghị đóng cửa quán karaoke số 9", "Tôi kiến nghị phường kết thúc hợp đồng trông xe ở ngõ 5",
        "Kiến nghị không chuyển chợ đi nơi khác", "Is the gate of the park closed?",
        "The road is still not repaired in alley 9", "I want to report a broken lamp",
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


@pytest.mark.parametrize(
    "text",
    [
        "khi nào thì dọn rác vậy ạ", "khi nao thi don rac vay a", "Đèn đã sửa chưa ạ", "cống làm đến đâu rồi",
        "chờ mãi", "has anyone looked at the karaoke noise?", "When will the lamp be repaired",
        "is the drain repaired yet",
    ],
)  # fmt: skip
def test_a_short_text_may_ask_when_or_whether_something_is_done(text: str) -> None:
    assert openings().asks_when(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rác ngõ 8 hôm nào cũng tràn", "Quán này không bao giờ đóng cửa trước 1 giờ sáng", "đèn ngõ 20 hỏng",
        "cảm ơn", "Bao giờ sửa đèn ngõ 5?",
        "Nắp cống vỡ từ tuần trước, xe máy vấp ngã mấy lần rồi, xin hỏi bao giờ thì phường cho người ra sửa",
    ],
)  # fmt: skip
def test_who_tells_of_a_matter_does_not_ask_when(text: str) -> None:
    assert not openings().asks_when(text)


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
        "Tôi không nhớ số nhà",
        "I don't know the address",
        "We don’t have any photos",
        "that's all",
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
