### Sau câu trả lời: nhắc đánh giá, nhận xét, mở lại.

told-reminded =
    <b>Kiến nghị { $code }: xin ông/bà cho biết kết quả</b>
    Ông/bà đã nhận câu trả lời. Việc đã được giải quyết chưa?
told-reminded-undone =
    <b>Kiến nghị { $code }: xin ông/bà cho biết ý kiến</b>
    Ông/bà đã nhận câu trả lời; việc này khi ấy chưa xong. Nay việc đã được giải quyết chưa?
told-followed-up = Văn phòng Mặt trận theo dõi việc thực hiện; hạn của cơ quan: { $due }.
told-followed-up-late = Hạn của cơ quan là { $due }, nay đã quá mà Văn phòng Mặt trận chưa được báo là đã làm xong. Văn phòng Mặt trận vẫn theo dõi việc thực hiện.
limit-after-day-off = Ngày hẹn là ngày nghỉ nên hạn là ngày làm việc tiếp theo.
judge-open =
    <b>Kiến nghị { $code } đã có trả lời</b>
    Việc này đã được giải quyết chưa? Xin ông/bà cho ý kiến đến { $until }; sau đó kiến nghị kết thúc.
judge-ended = Kiến nghị <b>{ $code }</b> đã kết thúc. Nếu việc chưa xong, ông/bà có thể bấm “Chưa giải quyết” đến hết { $until }.
judge-still-open = Kiến nghị { $code } đã có trả lời và ông/bà chưa có ý kiến: việc đã được giải quyết chưa? Xin bấm một nút dưới đây đến { $until }; sau đó kiến nghị kết thúc.
letter-waits = Thư về kiến nghị <b>{ $code }</b> đang chờ ông/bà trả lời.
which-words =
    Ông/bà vừa viết: “{ $words }”

    Lời này để trả lời thư đó, hay để viết vào kiến nghị đang soạn? Xin bấm một nút dưới đây.
button-to-letter = 💬 Trả lời kiến nghị { $code }
button-to-draft = 📝 Viết vào kiến nghị đang soạn
verdict-with-words = Nếu bấm nút đánh giá, lời vừa viết được gửi kèm.
unsolved-sent = Lời ông/bà vừa viết đã được gửi kèm.
button-unsolved = 👎 Chưa giải quyết, gửi kèm lời vừa viết
button-judge = { $code }: { $rating }
rated-thanks = Cảm ơn ông/bà. Kiến nghị { $code } đã kết thúc.
rated-partly = Đã ghi nhận: kiến nghị { $code } được <b>giải quyết một phần</b> và đã kết thúc. Nếu phần còn lại cần được giải quyết tiếp, xin bấm “Chưa giải quyết”: { $reopens ->
        [yes] kiến nghị được mở lại
       *[no] Văn phòng Mặt trận sẽ xem xét mở lại
    }.
ask-left = Xin viết ngay sau đây phần nào còn thiếu. Lời này được lưu cùng kiến nghị.
ask-why = Đã ghi nhận: kiến nghị { $code } <b>chưa được giải quyết xong</b>. Văn phòng Mặt trận sẽ xem xét mở lại.
ask-why-reopened =
    Đã ghi nhận: kiến nghị { $code } <b>chưa được giải quyết xong</b> và được mở lại ngay.
    { $body } phải trả lời lại, hạn: { $due }.
ask-missing = Xin viết ngay sau đây việc nào chưa xong, còn thiếu điều gì (kiến nghị { $code }). Ông/bà có thể gửi kèm ảnh (mỗi tệp không quá 20 MB).
judged-already = Đánh giá này về kiến nghị { $code } đã được ghi nhận.
judged-before = Kiến nghị { $code } đã được đánh giá “{ $rating }” { $at }.
judged-not = Kiến nghị { $code } hiện không nhận đánh giá.
judged-stands = Trạng thái hiện nay: <b>{ $seen }</b>.
judged-late = Kiến nghị { $code } đã kết thúc { $ended } nên không nhận đánh giá này nữa. Nếu việc chưa xong, đến hết { $until } ông/bà vẫn có thể bấm “Chưa giải quyết” dưới đây.
judged-too-late = Kiến nghị { $code } đã kết thúc { $ended } và không mở lại được nữa: chỉ mở lại được đến hết { $until }. Nếu việc vẫn còn, xin gửi kiến nghị mới bằng lệnh /new.
cancelled-why = Kiến nghị <code>{ $code }</code>: vẫn ghi nhận là <b>chưa được giải quyết xong</b>, không gửi thêm điều gì.
cancelled-remark = Kiến nghị <code>{ $code }</code> đã kết thúc, không gửi thêm điều gì.
ask-remark = Xin viết nhận xét về việc giải quyết kiến nghị { $code }, hoặc gửi ảnh (mỗi tệp không quá 20 MB).
remarked = Cảm ơn ông/bà đã nhận xét về kiến nghị { $code }.
news-reopened =
    ❗ Người dân cho biết chưa giải quyết xong <code>{ $code }</code>; đã mở lại và giao lại cơ quan
    { $field }
card-remark =
    <b>Người dân nhận xét</b>
    { $words }
    <i>{ $at }</i>
step-reopen = Mở lại, giao lại cho
step-remark = Ông/bà nhận xét
other-step-remark = Người gửi nhận xét
button-nothing-more = Không có gì thêm
button-remark = 💬 Viết nhận xét
overtaken-supply = Trong lúc ông/bà viết, kiến nghị { $code } đã chuyển sang bước khác. Lời đã viết vẫn còn; xin bấm “Gửi” để gửi thành phần bổ sung.
overtaken-remark = Trong lúc ông/bà viết, kiến nghị { $code } đã kết thúc. Lời đã viết vẫn còn; xin bấm “Gửi” nếu muốn gửi thành nhận xét.
words-unsent =
    Lời ông/bà viết cho kiến nghị { $code } <b>chưa được gửi</b>:
    “{ $words }”

    Nếu vẫn cần phản ánh, xin gửi lại lời này trong một kiến nghị mới.
