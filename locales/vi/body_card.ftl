### Phiếu của cơ quan giải quyết: bây giờ chờ ai làm gì, đến bao giờ; trả lời tin của bot trong nhóm.

body-card-head =
    <b>Kiến nghị</b> <code>{ $code }</code>
    { $field } · { $body }
    Người dân gửi lúc { $filed }

body-card-replaced =
    ⬇️ <b>Phiếu cũ</b>, xin xem phiếu mới nhất ở dưới: <code>{ $code }</code>
    { $field }

card-late =
    ⏳ <b>Đã báo chưa kịp</b>: { $who }, { $at }
    { $words }

body-now-accept = 📥 <b>Chờ cơ quan tiếp nhận</b>, hoặc chuyển trả nếu không thuộc thẩm quyền
body-now-accept_above = ⬆️ <b>Đã báo cáo cấp trên, vẫn chờ cơ quan tiếp nhận</b>
body-now-join =
    📥 <b>Chờ cơ quan tiếp nhận việc phối hợp</b>, rồi trả lời cơ quan chủ trì
    Cơ quan chủ trì: { $body }
body-now-answer = ✍️ <b>Chờ cơ quan trả lời</b>
body-now-contribute =
    🤝 <b>Chờ trả lời cơ quan chủ trì</b>
    Cơ quan chủ trì: { $body }
body-now-awaits = 🤝 <b>Chờ cơ quan phối hợp</b>; họ trả lời xong thì cơ quan mới trả lời được
body-now-mend =
    ↩️ <b>Câu trả lời bị trả lại, cần làm rõ</b>
    { $words }
body-now-again =
    ❗ <b>Người dân cho biết chưa giải quyết xong, chờ cơ quan trả lời lại</b>
    { $words }
body-now-asked = ❓ <b>Đã hỏi, chờ người dân trả lời</b>, chậm nhất { $until }
body-now-supplied = ➕ <b>Người dân đã bổ sung, chờ cơ quan trả lời</b>
body-now-unsupplied = ⏳ <b>Người dân không trả lời câu hỏi, chờ cơ quan trả lời</b>
body-now-more = ⏳ <b>Đã đề nghị gia hạn</b> thêm { $more }, đến { $due }; chờ Văn phòng Mặt trận quyết định
body-now-granted = ✅ <b>Được gia hạn, chờ cơ quan trả lời</b>
body-now-denied =
    ⏳ <b>Không được gia hạn, chờ cơ quan trả lời</b>
    { $words }
body-now-above = ⬆️ <b>Đã báo cáo cấp trên, vẫn chờ cơ quan trả lời</b>
body-now-sign_off = ⏳ <b>Đã trả lời, chờ Văn phòng Mặt trận duyệt</b>
body-now-contributed =
    ✅ <b>Đã trả lời cơ quan chủ trì</b>
    Cơ quan chủ trì: { $body }
body-now-signed = ✅ <b>Câu trả lời đã được duyệt</b>, cơ quan không phải làm gì thêm
body-now-carry =
    📅 <b>Chờ cơ quan thực hiện việc đã trả lời</b>; làm xong, xin bấm “Báo đã thực hiện”
    { $words }
body-now-carry_again =
    ↩️ <b>Chưa được xác nhận là đã thực hiện xong</b>; làm tiếp xong, xin bấm “Báo đã thực hiện”
    { $words }
body-now-reported = ⏳ <b>Đã báo thực hiện, chờ Văn phòng Mặt trận xác nhận</b>
body-now-carried = ✅ <b>Đã thực hiện, Văn phòng Mặt trận đã xác nhận</b>
body-now-disputed = ❗ <b>Người dân cho biết vẫn chưa giải quyết xong</b>; Văn phòng Mặt trận đang xem xét
body-now-returned = ↩️ <b>Đã chuyển trả Văn phòng Mặt trận</b>
body-now-recalled = ☑️ <b>Việc này không còn ở cơ quan</b>, cơ quan không phải làm gì thêm
body-now-withdrawn = ☑️ <b>Người dân đã rút kiến nghị</b>, cơ quan không phải làm gì thêm
body-now-office = <b>Văn phòng Mặt trận đang xử lý</b>, cơ quan chưa phải làm gì
body-now-over = ☑️ <b>Đã kết thúc</b>, cơ quan không phải làm gì thêm

reply-not-taken = Tin nhắn vừa rồi không được ghi vào kiến nghị <code>{ $code }</code>.
reply-ways-on = Muốn làm tiếp, xin bấm một nút dưới đây.
stale-or-anothers = Nút này đã cũ hoặc vừa được bấm rồi, hoặc ở dưới nội dung do cán bộ khác đang viết. Xin xem tin nhắn mới nhất của mình, hoặc gõ /tasks.
only-registered = Chỉ cán bộ đã đăng ký của cơ quan mới làm được việc này. Cán bộ chưa đăng ký, xin đề nghị quản trị viên của Văn phòng Mặt trận gửi đường dẫn mời.
reply-ways-none = Lúc này cơ quan không phải làm gì trên phiếu. Cần sửa hay bổ sung, xin liên hệ Văn phòng Mặt trận.
reply-of-stranger = Tin nhắn vừa rồi không được ghi lại. Chỉ cán bộ đã đăng ký của cơ quan mới làm việc được với phiếu trong nhóm này.
reply-for-another = Đang viết cho <code>{ $code }</code>; tin nhắn vừa rồi lại trả lời tin về <code>{ $other }</code> nên không được ghi.
reply-for-question = Tin nhắn vừa rồi trả lời một câu hỏi khác về <code>{ $code }</code>, không phải câu đang chờ ông/bà viết, nên không được ghi.
reply-for-petition = Đang viết giải trình số liệu; tin nhắn vừa rồi lại trả lời tin về <code>{ $other }</code> nên không được ghi.

edit-of-sent-desk = Ông/bà vừa sửa một tin nhắn cũ. Nội dung đã gửi không đổi theo. Nếu dưới phiếu còn nút “↩️ Hoàn tác”, xin bấm nút đó rồi viết lại.
edit-of-sent-own = Ông/bà vừa sửa một tin nhắn cũ. Nội dung đã gửi không đổi theo. Cần sửa, xin liên hệ Văn phòng Mặt trận.
edit-of-sent = Tin nhắn vừa sửa không thay được nội dung đã gửi về kiến nghị <code>{ $code }</code>. Cần sửa, xin liên hệ Văn phòng Mặt trận; câu trả lời chưa duyệt có thể được trả lại để viết lại.
unsent-head = ⚠️ <b>Nội dung đang soạn cho <code>{ $code }</code> chưa được gửi.</b>
unsent-meanwhile = Trong lúc soạn, { $who } { $did } ({ $at }).
unsent-words =
    <b>Lời chưa gửi</b>
    { $words }
unsent-files = 📎 { $count } tệp chưa gửi
unsent-again = Nếu vẫn cần, xin chép lại rồi gửi bằng nút trên phiếu.
unsent-again-body = Nếu vẫn cần, xin chép lại rồi gửi bằng nút trên phiếu; phiếu không có nút thì xin báo Văn phòng Mặt trận.
files-without-words =
    📝 <code>{ $code }</code>
    Đã nhận { $files } tệp, chưa có nội dung bằng chữ. Xin viết thêm rồi mới gửi.
card-earlier = <b>Các bước đã qua</b>
earlier-answer = Trả lời lần { $n }: { $at }
earlier-part = Trả lời một phần: { $at }
earlier-send_back = Câu trả lời bị trả lại: { $at }
earlier-extend = Đề nghị gia hạn: { $at }
earlier-grant = Được gia hạn: { $at }
earlier-deny = Không được gia hạn: { $at }
earlier-follow_up = Được theo dõi thực hiện: { $at }
earlier-carry_out = Báo đã thực hiện: { $at }
earlier-note = Báo chưa kịp: { $at }
earlier-waive = Không chờ phối hợp: { $at }
earlier-return = Chuyển trả: { $at }
earlier-of = { $step } – { $body }
button-all-words = 📖 Đọc đầy đủ

news-of-colleague =
    👤 <code>{ $code }</code>: { $who } { $did } (trong chat riêng).
    { $field }
did-accepted = đã tiếp nhận
did-returned = đã chuyển trả Văn phòng Mặt trận
did-asked = đã hỏi người dân
did-more = đã đề nghị gia hạn
did-waived = đã ghi nhận không chờ phối hợp
did-part = đã trả lời một phần
did-answered = đã gửi câu trả lời để duyệt
did-answered-lead = đã gửi câu trả lời tới cơ quan chủ trì
did-carried = đã báo thực hiện
did-late = đã báo Văn phòng Mặt trận về hạn thực hiện
did-answer = đã trả lời
did-move-on = đã đưa kiến nghị sang bước khác
did-given = đã giao việc cho { $officer }
news-clerk-changed =
    👤 <code>{ $code }</code>: việc này nay đã giao cho { $officer }.
    { $field }
