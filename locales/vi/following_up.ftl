### Theo dõi thực hiện: việc đã trả lời, đã hứa, được theo dõi đến khi làm xong.

ask-follow-up =
    Kiến nghị <code>{ $code }</code>: theo dõi thực hiện đến bao giờ?
    Bấm số ngày làm việc, hoặc viết ngày; có thể viết thêm việc phải làm hay còn thiếu. Ví dụ: 15/12/2026, thay nắp cống.
    Đặt hạn xong thì không hoàn tác được việc duyệt trước đó nữa.
button-within = { $days } ngày
follow-up-unread = Xin viết số ngày làm việc hoặc ngày tháng năm trước, rồi mới đến việc phải làm. Ví dụ: 20 ngày, thay nắp cống; hoặc: 15/12/2026.
follow-up-term = Xin chọn một ngày sau hôm nay, không quá { $limit } ngày làm việc.
done-followed-up = ✅ Đã đặt hạn theo dõi thực hiện <code>{ $code }</code>: { $due }; cơ quan được báo.
done-followed-up-unreached = ⚠️ Đã đặt hạn theo dõi thực hiện <code>{ $code }</code>: { $due }, nhưng cơ quan chưa có nhóm hay cán bộ nào trên Telegram. Xin báo cơ quan bằng cách khác.
button-follow = 📅 Theo dõi thực hiện
button-follow-again = ↩️ Chưa xong, hẹn lại
button-carry = ✅ Báo đã thực hiện
button-late = ⏳ Báo chưa kịp
button-follow-anew = 📅 Đặt hạn mới
button-send-office = ✅ Gửi Văn phòng Mặt trận
ask-late = Xin cho biết vì sao chưa kịp và ngày làm xong (kiến nghị { $code }).
late-undated = Xin viết cả lý do và ngày làm xong, để Văn phòng Mặt trận xem đặt lại hạn. Ví dụ: chưa có vật tư, xong trước 20/12.
late-offered =
    <b>Gửi Văn phòng Mặt trận lời này về hạn thực hiện { $code }?</b>
    { $words }

    Việc đã làm xong thì xin bấm “Báo đã thực hiện” trên phiếu: lời này thành báo cáo.
carry-offered =
    <b>Việc này đã làm xong hay chưa? { $code }</b>
    { $words }

    Việc đã làm xong thì xin bấm “Báo đã thực hiện”: lời này thành báo cáo. Chưa xong thì xin viết lại, nêu cả lý do và ngày làm xong.
done-late = ✅ Đã báo Văn phòng Mặt trận về { $code }. Hạn thực hiện giữ nguyên cho đến khi Văn phòng đặt hạn mới.
news-late =
    <b>⏳ Cơ quan báo về hạn thực hiện { $code }</b>
    { $body }
    { $words }
button-confirm = ✅ Xác nhận đã thực hiện

report-weak = Báo cáo còn thiếu nên chưa xác nhận được. Xin bấm “Chưa xong, hẹn lại”, hoặc xác nhận kèm lý do bằng nút trên phiếu.
ask-reason-confirmweak = Báo cáo thực hiện <code>{ $code }</code> còn thiếu. Xin viết vì sao vẫn xác nhận; chỉ Văn phòng Mặt trận đọc được.
card-override_report =
    <b>Xác nhận thực hiện dù báo cáo còn thiếu</b>
    { $words }
    <i>{ $at }</i>
button-confirmweak = ⚠️ Vẫn xác nhận, nêu lý do

ask-carried = Xin viết đã thực hiện những gì, khi nào, ai làm (kiến nghị <code>{ $code }</code>). Gửi kèm ảnh hoặc tài liệu minh chứng, hoặc nói rõ vì sao không có. Người dân sẽ đọc báo cáo này.
report-before =
    <b>Báo cáo trước về { $code }, chưa được xác nhận</b>
    { $words }
ask-carried-again = ↩️ Người dân chỉ đọc báo cáo mới này; nội dung và tệp của báo cáo trước không được gửi kèm. Phần nào còn đúng, xin chép lại từ tin nhắn trên.
report-before-unread = ↩️ Người dân chỉ đọc nội dung trên; nội dung và tệp của báo cáo trước không được gửi kèm.
carried-taken =
    📝 <code>{ $code }</code>
    { $files ->
        [0] Đã nhận báo cáo. Xin gửi thêm ảnh, tài liệu minh chứng, rồi bấm “Gửi”.
       *[other] Đã nhận báo cáo và { $files } tệp minh chứng. Xin gửi thêm, hoặc bấm “Gửi”.
    }
report-so-far =
    <b>Người dân sẽ đọc, khi Văn phòng Mặt trận xác nhận</b>
    { $words }
weak-head-report = ⚠️ <b>Báo cáo còn thiếu:</b>
done-carried = ✅ Đã báo thực hiện <code>{ $code }</code>; chờ Văn phòng Mặt trận xác nhận.
carried-head =
    <b>Cơ quan báo đã thực hiện: { $code }</b>
    { $field } · { $body }
carried-words =
    <b>Báo cáo, người dân đọc khi được xác nhận</b>
    { $words }
decided-carried =
    <b>Đã xác nhận thực hiện: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
decided-carried-weak =
    <b>Đã xác nhận thực hiện dù báo cáo còn thiếu: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
decided-followed =
    <b>Chưa xong, đã hẹn lại: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
done-confirmed = ✅ Đã xác nhận <code>{ $code }</code> được thực hiện để báo cho người dân.
news-carried =
    ✅ Văn phòng Mặt trận đã xác nhận việc thực hiện <code>{ $code }</code>
    { $field }
told-carried =
    <b>Kiến nghị { $code }: { $body } báo đã thực hiện</b>
    { $words }

    Văn phòng Mặt trận đã xác nhận. Cảm ơn ông/bà đã phản ánh.
told-carry-moved =
    <b>Kiến nghị { $code }: việc thực hiện có hạn mới</b>
    { $unfinished ->
        [yes] { $body } chưa thực hiện xong. Hạn mới của cơ quan: { $due }.
       *[no] Hạn mới của { $body }: { $due }.
    } Văn phòng Mặt trận tiếp tục theo dõi.
followed-carry-moved =
    <b>Kiến nghị ông/bà đang theo dõi: { $code }</b>
    Việc thực hiện có hạn mới. { $unfinished ->
        [yes] { $body } chưa thực hiện xong; hạn mới của cơ quan: { $due }.
       *[no] Hạn mới của { $body }: { $due }.
    }
step-confirm_carried = Đã thực hiện, Văn phòng Mặt trận xác nhận

card-carry-will = 📅 Duyệt xong, việc được theo dõi thực hiện đến { $due }
card-carry-due = 📅 Hạn thực hiện: { $due }
card-carry-reported = 📅 Hạn thực hiện: { $due } (cơ quan báo đã thực hiện { $at }, chờ xác nhận)
card-carried = ✅ Đã thực hiện (cơ quan báo { $at })
card-follow_up =
    <b>Theo dõi thực hiện</b>
    { $words }
    <i>{ $at }</i>
card-carry_out =
    <b>Cơ quan báo đã thực hiện</b>
    { $words }
    <i>{ $at }</i>
reminder-carry-due = Hạn thực hiện: { $due }
reminder-late-said = Cơ quan giải quyết đã báo chưa kịp ngày { $at }; Văn phòng Mặt trận chưa đặt hạn mới. Khi chưa có hạn mới thì vẫn tính theo hạn này. Làm xong, xin báo đã thực hiện trên phiếu.
reminder-carry-ask =
    Làm xong, xin cơ quan giải quyết báo đã thực hiện trên phiếu.
    { carry-later }
carry-later = Chưa kịp thì xin bấm “Báo chưa kịp” trên phiếu, cho biết lý do và ngày làm xong; Văn phòng Mặt trận xem đặt lại hạn.
carry-not-awaited = Kiến nghị này không được theo dõi thực hiện, hoặc cơ quan đã báo rồi.
carry-not-reported = Cơ quan chưa báo đã thực hiện kiến nghị này, hoặc việc này đã được xác nhận.

tasks-carry = <b>{ $body }: { $count } việc đã trả lời, còn phải thực hiện</b>
board-followed = 📅 <b>Đang theo dõi thực hiện: { $total } việc</b>
board-followed-row =
    • { $body }: <b>{ $total } việc</b>{ $overdue ->
        [0] {""}
       *[other] , { $overdue } quá hạn
    }
queue-followed_up = <b>Đang theo dõi thực hiện</b> – hạn sớm nhất xếp trước
button-view-followed_up = 📅 Theo dõi ({ $count })
inform-confirm_carried = đã được thực hiện
