### Giám sát: bảng theo dõi, đôn đốc theo bậc, báo cáo cấp trên.

board-empty = Các cơ quan không có việc nào quá hạn hay sắp đến hạn tiếp nhận, hạn giải quyết.
board-head = <b>Quá hạn và sắp đến hạn</b> – quá hạn lâu nhất xếp trước
board-body = <b>{ $body }</b>
board-unreached = ⚠️ Cơ quan này chưa có nhóm hay cán bộ nào trên Telegram: mọi lời nhắc, đôn đốc đều phải gửi bằng văn bản.
board-overdue = 🔴 <code>{ $code }</code> – { $field }, hạn { $due } ({ $urged })
board-soon = 🟡 <code>{ $code }</code> – { $field }, hạn { $due } ({ $urged })
board-overdue-acceptance = 🔴 <code>{ $code }</code> – { $field }, chưa tiếp nhận, quá hạn từ { $due } ({ $urged })
board-soon-acceptance = 🟡 <code>{ $code }</code> – { $field }, chưa tiếp nhận, hạn tiếp nhận { $due } ({ $urged })
board-above = đã báo cáo cấp trên
board-not-urged = chưa đôn đốc
reminder = <b>Kiến nghị { $code }: { $document }</b>
reminder-for = Kính gửi: { $to }
reminder-of = Cơ quan giải quyết: { $body }
reminder-about =
    { $field }
    Văn phòng Mặt trận { $action }.
reminder-before = Đã đôn đốc trước đó: { $days }
reminder-due = Hạn giải quyết: { $due }
reminder-ask = Xin cơ quan giải quyết trả lời, hoặc cho biết lý do và ngày trả lời.
reminder-accept-ask = Xin cơ quan tiếp nhận, hoặc chuyển trả Văn phòng Mặt trận nếu không thuộc thẩm quyền.
reminder-draft = 📝 <b>Dự thảo đôn đốc – chỉ gửi khi đã được ký</b>
card-drafted =
    📝 Chờ ký: { $document } ({ $action })
    Nơi nhận: { $to }
summary-unaccepted = quá hạn mà cơ quan chưa tiếp nhận
summary-drafts = dự thảo đôn đốc chờ ký
reminder-to = • Nơi nhận: { $body }
reminder-paper = ⚠️ { $body } chưa có nhóm hay cán bộ nào trên Telegram: ký xong, xin gửi công văn bằng bản giấy.
send-on-paper = ⚠️ <b>Xin gửi bằng văn bản:</b> { $body } chưa có nhóm hay cán bộ nào trên Telegram nên nội dung dưới đây chưa tới được ai. Xin nhờ người quản trị mời họ (lệnh /invite).
unsigned-near =
    ⏳ <b>Câu trả lời chờ duyệt sắp đến hạn: { $code }</b>
    { $field } · { $body }
unsigned-past =
    ⛔ <b>Câu trả lời chờ duyệt đã quá hạn: { $code }</b>
    { $field } · { $body }
unsigned-ask = Cơ quan đã trả lời ngày { $at }; người dân chưa nhận được vì câu trả lời chưa được duyệt. Xin duyệt, hoặc trả lại cơ quan.
news-unaccepted =
    ⛔ <b>Quá hạn mà cơ quan chưa tiếp nhận: { $code }</b>
    { $field } · { $body }
news-unaccepted-ask = Cơ quan được nhắc và đôn đốc tiếp. Ông/bà có thể liên hệ cơ quan, hoặc lấy lại để chuyển nơi khác.
news-unaccepted-paper = ⚠️ Cơ quan này chưa có nhóm hay cán bộ nào trên Telegram nên lời nhắc không tới được ai. Xin nhắc bằng văn bản và nhờ người quản trị mời họ (lệnh /invite), hoặc lấy lại để chuyển nơi khác.
own-near =
    🟡 <b>Sắp đến hạn của Văn phòng Mặt trận: { $code }</b>
    { $field }
own-past =
    ⛔ <b>Quá hạn của Văn phòng Mặt trận: { $code }</b>
    { $field }
nothing-to-urge = Không có dự thảo đôn đốc nào đang chờ ký.
done-urged = ✅ Đã ký đôn đốc <code>{ $code }</code>.
done-urged-unreached = ⚠️ Đã ký đôn đốc <code>{ $code }</code>, nhưng { $body } chưa có nhóm hay cán bộ nào trên Telegram nên không nhận được ở đây. Công văn phải gửi bằng bản giấy; cán bộ tiếp nhận được báo.
choose-way = Kiến nghị <code>{ $code }</code>: báo cáo tới đâu? Báo cáo rồi thì không hoàn tác được; người dân được báo.
button-way = { $way }
no-way-up = Chương trình không có cơ quan này ở trên cơ quan chủ trì. Xin chọn nơi khác.
done-escalated = ✅ Đã báo cáo <code>{ $code }</code> tới { $to }. Hồ sơ ở dưới, không có tên người gửi; nếu nơi nhận chưa có trên Telegram, xin gửi bằng văn bản.
dossier-head =
    <b>Hồ sơ kiến nghị { $code }</b>
    Kính gửi: { $to }
    { $field } · { $body }
    Người dân gửi lúc { $filed }
dossier-refer = • Ngày { $at }: chuyển { $body } giải quyết
dossier-answer = • Ngày { $at }: { $body } trả lời ({ $result })
dossier-sign_off = • Ngày { $at }: câu trả lời được duyệt, gửi người dân ({ $result })
dossier-reopen = • Ngày { $at }: mở lại, vì người gửi cho biết chưa giải quyết xong
dossier-urged = • Ngày { $at }: { $step }
dossier-urged-paper = • Ngày { $at }: { $step } (bằng văn bản, vì cơ quan chưa có trên Telegram)
step-urge = Văn phòng Mặt trận đôn đốc
button-urge = ✍️ Ký, gửi đôn đốc
button-escalate = ⬆️ Báo cáo cấp trên
command-board = Việc quá hạn, sắp đến hạn của các cơ quan
