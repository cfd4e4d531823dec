### Nhiều cơ quan cùng giải quyết: mời phối hợp, trả lời cơ quan chủ trì, trả lời từng phần.

choose-involved = Kiến nghị <code>{ $code }</code>: mời cơ quan nào phối hợp?
done-involved = ✅ Đã mời { $body } phối hợp giải quyết <code>{ $code }</code>.
done-involved-unreached = ⚠️ Đã ghi nhận mời { $body } phối hợp giải quyết <code>{ $code }</code>, nhưng cơ quan này chưa có nhóm hay cán bộ nào trên Telegram. Xin gửi phiếu bằng cách khác và nhờ người quản trị mời họ (lệnh /invite).
already-involved = Cơ quan này đang giải quyết kiến nghị này rồi, hoặc không thể mời phối hợp.
contributions-missing = Cơ quan phối hợp chưa trả lời. Xin chờ, hoặc bấm “Không chờ phối hợp” và nêu lý do.
nothing-awaited = Không còn cơ quan phối hợp nào phải chờ.
ask-reason-waive = Xin viết vì sao không chờ cơ quan phối hợp nữa (kiến nghị <code>{ $code }</code>).
done-waived = ✅ Đã ghi nhận không chờ phối hợp; nay có thể trả lời <code>{ $code }</code>.
news-involved =
    🤝 { $body } được mời phối hợp giải quyết <code>{ $code }</code>
    { $field }
    Xin chờ cơ quan này trả lời rồi mới trả lời người dân; nếu không cần chờ, xin bấm “Không chờ phối hợp” trên phiếu.
news-waived =
    Cơ quan chủ trì không chờ phối hợp nữa về <code>{ $code }</code>: { $words }
    { $field }
ask-part = Xin viết phần việc nào đã xong, khi nào, ai làm (kiến nghị <code>{ $code }</code>). Gửi kèm ảnh hoặc tài liệu minh chứng (mỗi tệp không quá 20 MB).
part-taken =
    📝 <code>{ $code }</code>
    { $files ->
        [0] Đã nhận phần trả lời này. Xin gửi thêm ảnh, tài liệu minh chứng, rồi bấm “Gửi”.
       *[other] Đã nhận phần trả lời này và { $files } tệp. Xin gửi thêm, hoặc bấm “Gửi”.
    }
done-answered-lead = ✅ Đã gửi câu trả lời về <code>{ $code }</code> tới cơ quan chủ trì.
done-part = ✅ Đã lưu một phần trả lời về <code>{ $code }</code>. Khi xong cả việc, xin bấm “Trả lời”; người dân sẽ đọc đủ các phần.
card-part =
    <b>Cơ quan trả lời một phần</b>
    { $words }
    <i>{ $at }</i>
card-waive =
    <b>Không chờ phối hợp</b>
    { $words }
    <i>{ $at }</i>
card-with-answer =
    <b>{ $body } phối hợp, trả lời</b>
    { $words }
    <i>{ $at }</i>
card-with-part =
    <b>{ $body } phối hợp, trả lời một phần</b>
    { $words }
    <i>{ $at }</i>
card-with-return =
    <b>{ $body } chuyển trả</b>
    { $words }
    <i>{ $at }</i>
card-former-answer =
    <b>{ $body } (chủ trì trước đây) trả lời</b>
    { $words }
    <i>{ $at }</i>
card-former-part =
    <b>{ $body } (chủ trì trước đây) trả lời một phần</b>
    { $words }
    <i>{ $at }</i>
card-former-return =
    <b>{ $body } chuyển trả</b>
    { $words }
    <i>{ $at }</i>
card-share = 🤝 Phối hợp: { $body } – { $stands }
card-share-due = 🤝 Phối hợp: { $body } – { $stands }, hạn: { $due }
share-sent = chưa tiếp nhận
share-accepted = đang giải quyết
share-answered = đã trả lời cơ quan chủ trì
tasks-row-with =
    <code>{ $code }</code> – { $field } (phối hợp)
    Hạn: { $due }
step-involve = Mời phối hợp
step-waive = Không chờ phối hợp
step-part = Trả lời một phần
button-involve = 🤝 Mời phối hợp
button-waive = ⏭ Không chờ phối hợp
button-piece = ✍️ Trả lời một phần
choose-clerk = Kiến nghị <code>{ $code }</code>: giao cho ai trong cơ quan?
card-clerk = 👤 Người thực hiện: { $officer }
head-gives = Chỉ lãnh đạo cơ quan mới giao việc được.
not-of-the-body = Người này không còn là cán bộ của cơ quan.
button-clerks = 👤 Giao việc
button-clerk = { $officer }
