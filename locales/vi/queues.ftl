### Lời trong danh sách kiến nghị và việc chia nhau xử lý: Văn phòng Mặt trận.

queue-empty = Không có kiến nghị nào ở đây.
queue-desk = <b>Chờ bàn tiếp nhận</b> – xếp theo hạn trả lời lần đầu
queue-mine = <b>Việc của tôi</b> – xếp theo hạn trả lời lần đầu; dòng “Hạn” là hạn của bước tiếp theo
queue-new = <b>Kiến nghị mới</b>
queue-asked = <b>Chờ người dân bổ sung</b>
queue-sign_off = <b>Chờ duyệt trả lời</b>
queue-soon = <b>Đến hạn trong 2 ngày làm việc</b>
queue-overdue = <b>Quá hạn</b> – quá lâu nhất xếp trước
queue-recurring = <b>Việc tái diễn</b>
queue-field = <b>Đang xử lý, lĩnh vực { $of }</b>
queue-body = <b>Đang xử lý, cơ quan { $of }</b>
choose-queue-field = Chọn lĩnh vực:
choose-queue-body = Chọn cơ quan:
queue-row =
    <code>{ $code }</code> – { $status }
    { $kind } · { $field }
queue-row-first =
    ⭐ <code>{ $code }</code> – { $status }
    { $kind } · { $field }
queue-row-due = Hạn: { $due }
queue-row-officer = 🙋 { $officer }
officer-number = tài khoản số { $person }
officer-of-role = { $role } { $number }

button-view-desk = Bàn tiếp nhận ({ $count })
button-view-mine = 🙋 Của tôi ({ $count })
button-view-new = 🆕 Mới ({ $count })
button-view-asked = Chờ người dân ({ $count })
button-view-sign_off = Chờ duyệt ({ $count })
button-view-soon = ⏳ Sắp đến hạn ({ $count })
button-view-overdue = ⛔ Quá hạn ({ $count })
button-view-recurring = 🔁 Tái diễn ({ $count })
button-view-field = Theo lĩnh vực
button-view-body = Theo cơ quan
button-of = { $of } ({ $count })

queue-done = ✅ Không còn việc nào ở bàn tiếp nhận của ông/bà.
ask-staff = Kiến nghị { $code }: giao cho ai, có ưu tiên không?
card-officer = 🙋 Người xử lý: { $officer }
card-first = ⭐ Ưu tiên
not-of-the-desk = Người này không còn là cán bộ tiếp nhận. Xin chọn người khác.
news-assigned =
    🙋 Kiến nghị <code>{ $code }</code> được giao cho ông/bà
    { $field }
    Người giao: { $by }
news-colleague-asked =
    🙋 { $by } đã hỏi người dân về kiến nghị <code>{ $code }</code> ông/bà đang xử lý.
    { $field }
news-colleague-referred =
    🙋 { $by } đã chuyển kiến nghị <code>{ $code }</code> ông/bà đang xử lý tới cơ quan giải quyết.
    { $field }
news-colleague-recalled =
    🙋 { $by } đã lấy lại kiến nghị <code>{ $code }</code> ông/bà đang xử lý từ cơ quan.
    { $field }
news-colleague-granted =
    🙋 { $by } đã cho gia hạn kiến nghị <code>{ $code }</code> ông/bà đang xử lý; hạn mới trên phiếu.
    { $field }
news-colleague-denied =
    🙋 { $by } không gia hạn kiến nghị <code>{ $code }</code> ông/bà đang xử lý; hạn cũ giữ nguyên.
    { $field }
news-colleague-sent-back =
    🙋 { $by } đã trả lại câu trả lời kiến nghị <code>{ $code }</code> ông/bà đang xử lý, yêu cầu cơ quan làm rõ.
    { $field }
news-colleague-signed =
    🙋 { $by } đã duyệt câu trả lời kiến nghị <code>{ $code }</code> ông/bà đang xử lý; câu trả lời được gửi người dân.
    { $field }
news-colleague-escalated =
    🙋 { $by } đã báo cáo cấp trên kiến nghị <code>{ $code }</code> ông/bà đang xử lý.
    { $field }
news-colleague-upheld =
    🙋 { $by } đã giải thích cho người dân và kết thúc kiến nghị <code>{ $code }</code> ông/bà đang xử lý.
    { $field }
news-colleague-merged =
    🙋 { $by } đã gộp kiến nghị <code>{ $code }</code> ông/bà đang xử lý vào kiến nghị khác.
    { $field }
news-colleague-split =
    🙋 { $by } đã tách kiến nghị <code>{ $code }</code> ông/bà đang xử lý thành nhiều kiến nghị.
    { $field }
news-colleague-guided =
    🙋 { $by } đã hướng dẫn nơi khác và kết thúc kiến nghị <code>{ $code }</code> ông/bà đang xử lý.
    { $field }
news-colleague-stored =
    🙋 { $by } đã từ chối, kết thúc kiến nghị <code>{ $code }</code> ông/bà đang xử lý.
    { $field }
news-colleague-denounced =
    🙋 { $by } đã xác định kiến nghị <code>{ $code }</code> ông/bà đang xử lý là tố cáo; nội dung đã được xóa.
    { $field }
news-upheld =
    ✅ Văn phòng Mặt trận đã giải thích cho người dân, kiến nghị <code>{ $code }</code> kết thúc; cơ quan không phải làm gì thêm.
    { $field }
news-taken-over =
    🙋 Kiến nghị <code>{ $code }</code> nay do { $officer } xử lý thay ông/bà
    { $field }
news-back-in-queue =
    ↩️ { $officer } đã trả kiến nghị <code>{ $code }</code> của ông/bà về danh sách chờ
    { $field }
news-put-back =
    { $count ->
       *[other] ↩️ { $count } kiến nghị trở lại danh sách chờ vì người đang xử lý đã thôi vai trò ở Văn phòng.
    }
news-clerk-left = ↩️ { $code } ({ $field }): người thực hiện không còn là cán bộ của cơ quan. Xin giao cho người khác.
who-self = ông/bà
who-resident = người gửi
who-body_officer = cơ quan giải quyết
who-body_head = cơ quan giải quyết
who-administrator = quản trị
who-triage_officer = Văn phòng Mặt trận
who-senior_officer = Văn phòng Mặt trận
who-system = hệ thống

button-staff = 👥 Giao, ưu tiên
button-assign-me = 🙋 Tôi nhận
button-assign = Giao cho { $officer }
button-assign-nobody = ↩️ Trả về danh sách chờ
button-first = ⭐ Ưu tiên
button-in-turn = Bỏ ưu tiên
button-next-case = Việc tiếp theo ›

find-words = Xin gõ /find và từ 1 đến { $limit } chữ cần tìm (có dấu hoặc không dấu), hoặc mã kiến nghị. Ví dụ: /find ngập ngõ 20
found = Có đủ các chữ “{ $words }” – mới nhất xếp trước, nhiều nhất { $limit } kiến nghị:
found-nothing = Không có kiến nghị nào có đủ các chữ: { $words }
command-find = Tìm kiến nghị theo chữ hoặc mã

status-expired = kết thúc, người dân chưa trả lời
ended-expired = Kết thúc – câu hỏi chưa được trả lời; gửi bổ sung thì mở lại
step-ask_again = Nhắc lại câu hỏi
step-expire = Hết hạn trả lời câu hỏi
told-asked-again =
    <b>Kiến nghị { $code }: vẫn cần thông tin của ông/bà</b>
    { $words }

    Xin trả lời chậm nhất { $until }.
told-expired =
    <b>Kiến nghị { $code } tạm kết thúc</b> vì chưa nhận được thông tin đã hỏi. Khi ông/bà gửi bổ sung, kiến nghị được mở lại ngay.
told-went-on = Kiến nghị { $code }: chưa nhận được thông tin đã hỏi; { $body } tiếp tục giải quyết. Ông/bà vẫn có thể gửi bổ sung.
told-went-on-until = Kiến nghị { $code }: chưa nhận được thông tin đã hỏi; { $body } tiếp tục giải quyết. Hạn giải quyết nay là { $due }: những ngày chờ trả lời câu hỏi không tính vào hạn. Ông/bà vẫn có thể gửi bổ sung.
news-went-on =
    ⏳ Người dân không trả lời câu hỏi về <code>{ $code }</code>; thời hạn trả lời của cơ quan tiếp tục tính.
    { $field }
