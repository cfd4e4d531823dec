### Lời nói với cán bộ: Văn phòng Mặt trận, cơ quan giải quyết, quản trị.

help-triage_officer =
    <b>Cán bộ tiếp nhận</b>
    /queue – danh sách chờ: mới, của tôi, sắp đến hạn, quá hạn, theo lĩnh vực, theo cơ quan
    /counter – ghi kiến nghị cho người không dùng Telegram, in giấy biên nhận
    /find – tìm theo chữ trong nội dung (có dấu hoặc không dấu) hoặc theo mã
    /templates – mẫu trả lời dùng chung
    /registers – sổ theo dõi: giám sát, phản biện, góp ý, tiếp công dân, đối thoại; nhập từ Excel
    /board – việc quá hạn, sắp đến hạn của các cơ quan, đã đôn đốc đến đâu; việc đang theo dõi thực hiện
    /overview – số lượng theo trạng thái; quá hạn, sắp đến hạn theo cơ quan
    Trên mỗi phiếu: chuyển, đổi phân loại, hỏi thêm, hướng dẫn nơi khác, từ chối, ghi chú, phân công.
help-senior_officer =
    <b>Lãnh đạo Ban Thường trực</b>
    /queue – câu trả lời đang chờ duyệt, đề nghị gia hạn đang chờ quyết định, và các danh sách khác
    /counter – ghi kiến nghị cho người không dùng Telegram, in giấy biên nhận
    /find – tìm theo chữ trong nội dung hoặc theo mã
    /templates – mẫu trả lời dùng chung
    /registers – sổ theo dõi: giám sát, phản biện, góp ý, tiếp công dân, đối thoại; nhập từ Excel
    /board – việc quá hạn, sắp đến hạn của các cơ quan, đã đôn đốc đến đâu; việc đang theo dõi thực hiện
    /overview – số lượng theo trạng thái; quá hạn, sắp đến hạn theo cơ quan
    /report – báo cáo tuần này; thêm kỳ để xem kỳ khác, ví dụ /report quý 3
    Chỉ câu trả lời đã duyệt mới tới người dân.
help-body_officer =
    <b>Cán bộ cơ quan giải quyết</b>
    /tasks – việc cơ quan đang giữ, việc đã trả lời còn phải thực hiện
    Trong nhóm của cơ quan: bấm nút trên phiếu; khi bot hỏi, bấm “Trả lời” vào tin nhắn đó rồi viết.
help-body_head =
    <b>Lãnh đạo cơ quan giải quyết</b>
    /tasks – việc cơ quan đang giữ, việc đã trả lời còn phải thực hiện
    Nút “Giao việc” trên phiếu: giao cho một cán bộ của cơ quan. Các nút khác: tiếp nhận, hỏi, trả lời như cán bộ của cơ quan.
help-leader =
    <b>Lãnh đạo</b>
    /overview – số lượng kiến nghị theo trạng thái; quá hạn, sắp đến hạn theo cơ quan; không có tên và nội dung của người dân
    /report – báo cáo tuần này; thêm kỳ để xem kỳ khác, ví dụ /report quý 3
help-auditor =
    <b>Cán bộ kiểm tra, giám sát</b>
    /find – tìm và đọc kiến nghị; mỗi lần mở đều được ghi lại
    /audit – đối chiếu lịch sử kiến nghị; thêm mã để đối chiếu một kiến nghị
    /access – ai đã xem gì; thêm mã để xem riêng một kiến nghị
    /roles – ai đã cấp, thu hồi vai trò nào, đổi tên gọi của ai
    /overview – số lượng kiến nghị theo trạng thái; quá hạn, sắp đến hạn theo cơ quan
    /report – báo cáo tuần này; thêm kỳ để xem kỳ khác, ví dụ /report quý 3
help-administrator =
    <b>Người quản trị</b>
    /invite – tạo liên kết mời dùng một lần, mã gắn nhóm
    /grants – các vai trò đang có hiệu lực, thu hồi; các nhóm đã gắn, gỡ nhóm
    /rename – đổi tên gọi của một người, vai trò giữ nguyên
    /erase – xóa nội dung một kiến nghị đã kết thúc, khi người gửi yêu cầu bằng văn bản
    /system – chương trình phối hợp đang dùng, thời hạn lưu, tin bị giữ lại vì lỗi
    Gắn nhóm của cơ quan: lấy mã bằng /invite, thêm bot vào nhóm, rồi gõ trong nhóm: /bind mã. Chỉ quản trị viên và cán bộ đã đăng ký của chính cơ quan đó gắn được
words-lost = Tin nhắn này không thuộc việc nào đang làm nên không được lưu. Muốn làm việc gì, xin bấm nút của việc đó trước rồi viết; muốn gửi kiến nghị của chính mình, xin gõ /new.
words-lost-desk = Tin nhắn này không thuộc việc nào đang làm nên không được lưu. Muốn làm việc gì, xin bấm nút của việc đó trước rồi viết. Ghi kiến nghị cho người khác: gõ /counter, rồi bấm kiến nghị đến bằng cách nào. Gửi kiến nghị của chính mình: gõ /new.
role-triage_officer = Cán bộ tiếp nhận
role-senior_officer = Lãnh đạo Ban Thường trực
role-body_officer = Cán bộ cơ quan giải quyết
role-body_head = Lãnh đạo cơ quan giải quyết
role-leader = Lãnh đạo
role-auditor = Cán bộ kiểm tra, giám sát
role-administrator = Người quản trị
role-of-body = { $role }, { $body }

overview =
    { $total ->
        [0] Chưa có kiến nghị nào.
       *[other] <b>Tổng số: { $total } kiến nghị</b>
    }
overview-in-hand =
    <b>{ $total } việc đang xử lý</b>: { $overdue ->
        [0] không việc nào quá hạn
       *[other] <b>{ $overdue } việc quá hạn</b>
    }, { $soon ->
        [0] không việc nào đến hạn trong 2 ngày làm việc tới
       *[other] <b>{ $soon } việc đến hạn</b> trong 2 ngày làm việc tới
    }
overview-holder =
    • { $holder }: <b>{ $total } việc</b>{ $overdue ->
        [0] {""}
       *[other] , { $overdue } quá hạn
    }{ $soon ->
        [0] {""}
       *[other] , { $soon } sắp đến hạn
    }
overview-overdue = <i>Ở đây quá hạn gồm cả hạn tiếp nhận và hạn của Văn phòng Mặt trận. Báo cáo chỉ tính “quá hạn trả lời” của cơ quan.</i>
the-office = Văn phòng Mặt trận
overview-row = • { $status }: <b>{ $count }</b>
card-head =
    <b>{ $code }</b> – { $status }
    Loại: { $kind }
    { $field } · { $level }
    Cơ quan: { $stands ->
        [never] không chuyển cơ quan nào
        [proposed] { $body } (dự kiến, chưa chuyển)
       *[other] { $body }
    }
    Gửi lúc { $filed }
sign-off-head =
    <b>Chờ duyệt: { $code }</b>
    { $field } · { $body }
overtaken-answer =
    <b>Không còn chờ duyệt: { $code }</b>
    { $field } · { $body }
    Kiến nghị: { $status }, { $at }
decided-signed =
    <b>Đã duyệt: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
decided-signed-weak =
    <b>Đã duyệt dù còn thiếu: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
decided-sent-back =
    <b>Đã trả lại cơ quan: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
sign-off-answer =
    <b>Cơ quan trả lời</b>
    { $words }
    <i>{ $at }</i>
sign-off-files = 📎 Gửi kèm câu trả lời: { $count } tệp
card-nobody-leads = ⚠️ Loại việc này không có cơ quan giải quyết nên chưa chuyển được: xin hướng dẫn người gửi, hoặc bấm “Đổi phân loại” để đổi loại, chọn cơ quan.
card-several = ⚠️ Đơn có nhiều nội dung nên chưa chuyển được: xin bấm “Tách” để giải quyết riêng từng việc; nếu thật ra chỉ có một việc, xin bấm “Đổi phân loại”.
card-first-answer = Hạn trả lời lần đầu: { $due }
card-first-answered = Hạn trả lời lần đầu: { $due } (đã liên hệ lần đầu { $at })
past-due = { $due } – ⛔ quá hạn
past-reminded = { $due } – đã quá hạn, Văn phòng Mặt trận được nhắc việc này
past-unanswered = { $due } – đã quá hạn, chưa có trả lời
card-overdue =
    { $days ->
        [0] ⛔ <b>Quá hạn từ hôm nay</b>
       *[other] ⛔ <b>Quá hạn { $days } ngày</b>
    }
card-due = Hạn giải quyết: { $due }
card-due-once-accepted = Hạn giải quyết: { $limit } từ khi tiếp nhận
card-acceptance-due = Hạn tiếp nhận hoặc chuyển trả: { $due }
card-reply-due = Hạn trả lời câu hỏi: { $due }
card-close-due = Hạn cho ý kiến: { $due }
card-next = Hạn Văn phòng Mặt trận xử lý tiếp: { $due }
card-next-above = Hạn cấp trên trả lời: { $due }
card-words =
    <b>Nội dung</b>
    { $words }
card-files = 📎 { $count } tệp
card-files-before = 📎 Gửi kèm { $count } tệp của câu trả lời trước
card-place = 📍 { $place }
card-pin = 📍 Vị trí: <code>{ $pin }</code>
card-name-body = 👤 { $name }
card-name-office = 👤 { $name } (không cho cơ quan giải quyết biết)
card-name-nobody = 👤 Không nêu tên
card-name-unshown = 👤 Phiếu này không ghi tên người gửi
card-street = 🛣 Đường trong danh mục: { $street } { $section }
card-paper = ✍️ Đã nhận đơn khiếu nại có chữ ký: { $at }
card-paper-awaited = ✍️ Đăng ký trước: chờ đơn khiếu nại có chữ ký
card-coordinating = 🤝 Có thể mời phối hợp: { $body }
card-erased = Nội dung đã được xóa.
words-erased = Kiến nghị <code>{ $code }</code>: nội dung đã được xóa.
card-ask =
    <b>Hỏi thêm người dân</b>
    { $words }
    <i>{ $at }</i>
card-supply =
    <b>Người dân bổ sung</b>
    { $words }
    <i>{ $at }</i>
card-supply-edited =
    <b>Người dân sửa tin nhắn đã gửi</b>
    { $words }
    <i>{ $at }</i>
card-answer =
    <b>Cơ quan trả lời</b>
    { $words }
    <i>{ $at }</i>
card-return =
    <b>Cơ quan chuyển trả</b>
    { $words }
    <i>{ $at }</i>
card-send_back =
    <b>Yêu cầu làm rõ</b>
    { $words }
    <i>{ $at }</i>
card-dispute =
    <b>Người dân: chưa giải quyết</b>
    { $words }
    <i>{ $at }</i>
card-dispute-silent = <b>Người dân: chưa giải quyết</b> – { $at }
card-rate-solved = <b>Người dân: đã giải quyết xong</b> – { $at }
card-rate-partly = <b>Người dân: giải quyết một phần</b> – { $at }
card-close = Kết thúc vì người dân không có ý kiến thêm – { $at }
card-guide =
    <b>Hướng dẫn người dân nơi khác</b>
    { $words }
    <i>{ $at }</i>
card-store =
    <b>Lý do từ chối</b>
    { $words }
    <i>{ $at }</i>
card-uphold =
    <b>Giải thích với người dân</b>
    { $words }
    <i>{ $at }</i>
files-of = 📎 Kiến nghị <code>{ $code }</code>: { $count } tệp
files-replaced = Không gửi { $count } tệp của các bước đã qua; muốn xem, xin bấm “Đọc đầy đủ” trên phiếu rồi “Xem tệp”.
notes-of = <b>Ghi chú nội bộ của kiến nghị { $code }</b> ({ $count })
card-note =
    🗒 <b>Ghi chú nội bộ</b>
    { $words }
    <i>{ $who }, { $at }</i>
card-note-of-body =
    🗒 <b>Cơ quan báo về hạn thực hiện</b>
    { $words }
    <i>{ $who }, { $at }</i>

ask-question = Xin viết câu hỏi gửi người dân (kiến nghị <code>{ $code }</code>).
ask-guidance = Xin viết hướng dẫn cho người dân: đến đâu, gặp ai, mang gì (kiến nghị <code>{ $code }</code>).
ask-reason-store = Xin viết lý do không xử lý tiếp; người dân sẽ đọc được (kiến nghị <code>{ $code }</code>).
ask-note = Xin viết ghi chú nội bộ; chỉ Văn phòng Mặt trận đọc được (kiến nghị <code>{ $code }</code>).
ask-explanation = Xin viết lời giải thích gửi người dân trước khi kết thúc (kiến nghị <code>{ $code }</code>).
ask-reason-send-back = Xin viết điều cần cơ quan làm rõ (kiến nghị <code>{ $code }</code>).
ask-reason-return = Xin viết vì sao chuyển trả kiến nghị <code>{ $code }</code> cho Văn phòng Mặt trận: không thuộc thẩm quyền (là việc của cơ quan nào), hay chưa rõ (còn thiếu gì).
ask-answer = Xin viết câu trả lời: đã làm gì, khi nào, ai làm (kiến nghị <code>{ $code }</code>). Gửi kèm ảnh hoặc tài liệu minh chứng (mỗi tệp không quá 20 MB).
answer-taken =
    📝 <code>{ $code }</code>
    { $files ->
        [0] Đã nhận nội dung trả lời. Xin gửi thêm ảnh, tài liệu minh chứng, rồi bấm “Gửi”.
       *[other] Đã nhận nội dung và { $files } tệp minh chứng. Xin gửi thêm, hoặc bấm “Gửi”.
    }
reply-here = <i>Xin bấm “Trả lời” vào tin nhắn này rồi viết. Muốn thôi, xin gõ /cancel.</i>
taken-from = 👤 Người viết: { $who }
taken-from-as = 👤 Người viết: { $who } (trên Telegram: { $name })
reply-to-add = <i>Muốn gửi thêm, xin bấm “Trả lời” vào tin nhắn này.</i>
answer-before =
    <b>Câu trả lời trước về { $code }, đã bị trả lại</b>
    { $words }
sent-back-rest = <i>Toàn văn có trên phiếu.</i>
ask-answer-again =
    { $parts ->
        [0] ↩️ Người dân chỉ đọc câu trả lời mới này, không đọc nội dung câu trả lời trước. Phần nào còn đúng, xin chép lại từ tin nhắn trên.
       *[other] ↩️ Phần trả lời đã lưu vẫn được gửi kèm, không cần viết lại. Người dân không đọc nội dung câu trả lời trước; điều nào còn đúng, xin chép lại từ tin nhắn trên.
    }
answer-before-unread =
    { $parts ->
        [0] ↩️ Người dân chỉ đọc nội dung trên, không đọc nội dung câu trả lời trước.
       *[other] ↩️ Nội dung trên đã gồm phần trả lời đã lưu. Người dân không đọc nội dung câu trả lời trước.
    }
answer-files-of-parts = 📎 Gửi kèm { $count } tệp của phần trả lời đã lưu.
answer-files-stay = 📎 Gửi kèm { $count } tệp của câu trả lời trước; nếu gửi tệp mới thì tệp mới thay các tệp đó.
answer-files-replaced = 📎 Tệp mới được gửi kèm, thay { $count } tệp của câu trả lời trước.
answer-so-far =
    <b>Người dân sẽ đọc</b>
    { $words }
answer-for-lead =
    <b>Cơ quan chủ trì sẽ đọc</b>
    { $words }
worded =
    <b>Người dân sẽ đọc về kiến nghị { $code }</b>
    { $words }

    Nếu đúng, xin bấm “Gửi”. Muốn sửa, xin viết lại cả đoạn.
words-too-few = Nội dung này quá ngắn, người đọc khó hiểu. Xin viết rõ hơn, ít nhất { $least } từ.
cancelled-act = Đã hủy việc đang làm dở; kiến nghị <code>{ $code }</code> không thay đổi.
ask-class =
    Kiến nghị <code>{ $code }</code>: ông/bà muốn đổi gì?
    Loại: { $kind }
    Lĩnh vực: { $field }
    Cơ quan: { $body }
choose-kind =
    Kiến nghị <code>{ $code }</code>: chọn loại
    Hiện nay: { $kind }
choose-field =
    Kiến nghị <code>{ $code }</code>: chọn lĩnh vực
    Hiện nay: { $field }
choose-body =
    Kiến nghị <code>{ $code }</code>: chọn cơ quan
    Hiện nay: { $body }
ask-denounce-wholes = Kiến nghị này được tách từ { $codes }. Lời tố cáo còn ở đó, nên nội dung và tệp ở đó cũng sẽ bị xóa.
done-denounced-wholes = Nội dung và tệp của { $codes }, nơi kiến nghị này được tách ra, cũng đã được xóa.
denounced-kept = Các kiến nghị có liên quan vẫn giữ nội dung: { $codes }. Xin mở xem; nếu ở đó cũng có lời tố cáo thì xóa như vậy.
ask-denounce = Kiến nghị <code>{ $code }</code> là tố cáo? Nội dung, ảnh và tên sẽ bị xóa vĩnh viễn; người dân sẽ được hướng dẫn nộp đơn trực tiếp.
done-referred = ✅ Đã chuyển <code>{ $code }</code> tới { $body }.
done-referred-unreached = ⚠️ Đã ghi nhận chuyển <code>{ $code }</code> tới { $body }, nhưng cơ quan này chưa có nhóm hay cán bộ nào trên Telegram. Xin gửi phiếu chuyển bằng cách khác và nhờ người quản trị mời họ (lệnh /invite).
done-asked = ✅ Đã ghi nhận câu hỏi gửi người dân về <code>{ $code }</code>.
done-guided = ✅ Đã ghi nhận hướng dẫn gửi người dân; <code>{ $code }</code> kết thúc ở đây.
done-stored = ✅ Đã ghi nhận lý do gửi người dân; <code>{ $code }</code> kết thúc, không xử lý tiếp.
done-noted = ✅ Đã ghi chú vào <code>{ $code }</code>.
done-upheld = ✅ Đã ghi nhận lời giải thích gửi người dân; <code>{ $code }</code> kết thúc.
done-sent-back = ✅ Đã ghi nhận yêu cầu cơ quan làm rõ câu trả lời về <code>{ $code }</code>.
done-returned = ✅ Đã chuyển trả <code>{ $code }</code> cho Văn phòng Mặt trận.
done-accepted = ✅ Đã tiếp nhận <code>{ $code }</code>. Hạn giải quyết: { $due }.
done-answered = ✅ Đã gửi câu trả lời về <code>{ $code }</code> để duyệt.
done-denounced = ✅ Đã xóa nội dung <code>{ $code }</code> và hướng dẫn người dân.
done-signed = ✅ Đã duyệt câu trả lời về <code>{ $code }</code> để gửi người dân.
undo-until = <i>Tin báo việc này được gửi từ lúc { $at }; trước lúc đó có thể bấm “Hoàn tác”.</i>
done-undone = ↩️ Đã hoàn tác; không ai nhận được tin. Kiến nghị <code>{ $code }</code> trở lại: { $status }.
undo-too-late = Chỉ hoàn tác được trong { $seconds } giây; tin đã được gửi đi.
undo-overtaken = Không hoàn tác được: sau đó kiến nghị đã có việc khác (hoặc đã được hoàn tác). Xin mở phiếu để xem.
undo-not-yours = Chỉ người vừa làm việc này mới hoàn tác được.
news-filed =
    🆕 Kiến nghị mới <code>{ $code }</code>
    { $field }
news-supplied =
    ➕ Người dân bổ sung <code>{ $code }</code>
    { $field }
news-returned =
    ↩️ Cơ quan chuyển trả <code>{ $code }</code>
    { $field }
news-disputed =
    ❗ Người dân cho biết chưa giải quyết xong <code>{ $code }</code>
    { $field }
news-signed =
    ✅ Câu trả lời đã được duyệt để gửi người dân: <code>{ $code }</code>
    { $field }
news-withdrawn =
    Người dân đã rút kiến nghị <code>{ $code }</code>
    { $field }
news-unreachable =
    ⚠️ Không gửi được tin cho người gửi <code>{ $code }</code> (đã chặn bot hoặc khóa tài khoản). Xin liên hệ cách khác nếu có.
    { $field }
news-bound = { $body } vừa được gắn với một nhóm. Nếu không phải do quản trị cấp mã, xin kiểm tra ngay.
news-granted = Một lời mời đã được dùng. Vai trò mới: { $role } – { $label }.
tasks-head =
    { $count ->
        [0] { $body } không có việc nào đang chờ.
       *[other] <b>{ $body }: { $count } việc</b>
    }
tasks-row =
    <code>{ $code }</code> – { $field }
    Hạn: { $due }
tasks-row-accept =
    <code>{ $code }</code> – { $field }
    Hạn tiếp nhận: { $due }
not-accepted-yet = chưa tính, chờ cơ quan tiếp nhận

invited = ✅ Ông/bà nay có vai trò: <b>{ $role }</b>.
button-uninvite = Hủy lời mời này
uninvited = ✅ Đã hủy lời mời ({ $role } – { $label }). Liên kết ấy không dùng được nữa.
uninvited-group = ✅ Đã hủy mã gắn nhóm cho { $body }. Mã ấy không dùng được nữa.
invitation-over = Lời mời này đã được dùng, đã hủy hoặc đã hết hạn. Vai trò đã cấp thì thu hồi ở /grants.
invitation-held = Ông/bà đã có vai trò này. Liên kết mời vẫn dùng được: xin chuyển cho người được mời.
invitation-own = Liên kết mời này do chính ông/bà tạo nên ông/bà không tự nhận được. Liên kết vẫn dùng được: xin chuyển cho người được mời. Cần vai trò cho chính mình, xin nhờ một quản trị khác mời.
invitation-dead = Liên kết mời này không đúng, đã dùng, hết hạn hoặc bị thu hồi. Xin mở lại đúng liên kết được gửi, hoặc đề nghị quản trị gửi liên kết mới.
code-dead = Mã này không đúng, đã dùng, hết hạn hoặc bị thu hồi. Xin xem lại từng ký tự, hoặc đề nghị quản trị tạo mã mới.
invitation =
    Liên kết mời ({ $role } – { $label }), dùng một lần, có hiệu lực 7 ngày. Xin chuyển riêng cho đúng người:
    { $link }
invited-group =
    Mã gắn nhóm cho { $body }, dùng một lần, có hiệu lực 7 ngày. Thêm bot vào nhóm rồi gõ trong nhóm:
    <code>/bind { $code }</code>
invite-choose-role = <b>Mời ai?</b> Chọn vai trò; với cơ quan thì chọn tiếp cơ quan.
invite-typed =
    Cũng có thể gõ, kèm tên gọi trong công việc:
    <code>/invite triage_officer Trực tiếp dân, bàn 2</code>
    <code>/invite body_officer ward_police Trực ban</code>
invite-choose-body = <b>{ $role }</b>: chọn cơ quan
role-of-group = Mã gắn nhóm Telegram của cơ quan
button-role = { $role }
label-by-role = gọi theo vai trò và số thứ tự
ask-label =
    <b>Mời: { $role }</b>
    Đồng nghiệp gọi người này là gì? Xin ghi ngắn chức danh hoặc vị trí, ví dụ “Trực tiếp dân, bàn 2”. Tên gọi này hiện trên phiếu và trong danh sách.
ask-label-default = Nếu không cần tên riêng, người này được gọi là “{ $role }” kèm số thứ tự.
hint-label = Chức danh, vị trí
button-by-role = Gọi theo vai trò, số thứ tự
label-taken = Một người khác đang mang tên gọi này. Xin đặt tên gọi khác để phân biệt được hai người.
label-too-long = Tên gọi dài quá { $limit } ký tự. Xin viết ngắn hơn.
unknown-role = Không có vai trò “{ $role }”. Vai trò gõ bằng mã, ví dụ <code>/invite leader</code>; hoặc gõ /invite rồi chọn trong danh sách.
unknown-body =
    Không có cơ quan “{ $body }” trong chương trình. { $near ->
        [none] Gõ /invite để chọn từ danh sách.
       *[other] Có phải ông/bà muốn nói: { $near }? Gõ /invite để chọn từ danh sách.
    }
body-needed = Vai trò này cần mã cơ quan, ví dụ: /invite body_officer ward_police. Chưa biết mã thì gõ /invite để chọn từ danh sách.
body-not-needed = Vai trò này không gắn với cơ quan nào.
grants-head = <b>Vai trò đang có hiệu lực</b> – mới nhất xếp trước
grants-many = Có { $count } vai trò. Chọn một vai trò để xem ai đang giữ.
grants-of-role = <b>{ $role }: { $count } người</b> – mới nhất xếp trước
grants-row =
    { $id }. <b>{ $who }</b>
    { $role } · từ { $since }
grants-row-of-body =
    { $id }. <b>{ $who }</b>
    { $role } · { $body } · từ { $since }
button-grants-of = { $role } ({ $count })
rename-how =
    Xin gõ số của vai trò trong danh sách /grants, rồi tên gọi mới. Ví dụ:
    <code>/rename 3 Chuyên viên Bàn 2</code>
renamed = ✅ Đã đổi tên gọi; vai trò giữ nguyên:
ask-revoke = Thu hồi vai trò dưới đây? Thu hồi xong, người này không còn làm được việc gì với vai trò đó.
ask-revoke-last = ⚠️ Không có ai khác giữ vai trò này.
button-revoke-yes = Chắc chắn thu hồi
button-grants = ‹ Danh sách vai trò
revoked = ✅ Đã thu hồi vai trò của <b>{ $who }</b>: { $role }. Người này sẽ được báo.
role-ended = Vai trò của ông/bà đã được thu hồi: { $role }. Cần hỏi lại, xin liên hệ người quản trị của Văn phòng Mặt trận.
revoked-unreached = ⚠️ { $body } nay không có nhóm hay cán bộ nào trên Telegram nên phiếu chuyển chưa tới được ai. Xin gắn nhóm hoặc mời cán bộ bằng /invite.
unknown-grant = Không có vai trò này, hoặc vai trò không còn hiệu lực. Xin xem số của từng vai trò ở /grants.
last-administrator = Đây là quản trị cuối cùng nên không thu hồi được. Xin mời người khác trước.
group-replaced = { $body } đã được gắn với một nhóm khác. Nhóm này không còn nhận phiếu chuyển.
group-unbound = Nhóm này không còn gắn với { $body } và không nhận phiếu chuyển nữa.
bind-in-group = Lệnh này chỉ gõ trong nhóm của cơ quan: thêm bot vào nhóm, rồi gõ trong nhóm: /bind mã (mã do quản trị cấp).
groups-head = <b>Nhóm đã gắn với cơ quan: { $count }</b>
groups-row = • { $body }
groups-none = Chưa có nhóm nào.
groups-how = Gắn thêm: lấy mã bằng /invite, thêm bot vào nhóm, gõ trong nhóm: /bind mã
ask-unbind = Gỡ nhóm của { $body }? Từ đó phiếu chuyển được gửi riêng cho từng cán bộ của cơ quan có trên Telegram.
ask-unbind-unreached = ⚠️ Gỡ nhóm của { $body }? Cơ quan này chưa có cán bộ nào trên Telegram: gỡ rồi thì phiếu chuyển không tới được ai.
unbound = ✅ Đã gỡ nhóm của { $body }.
unbound-unreached = ⚠️ Đã gỡ nhóm của { $body }. Cơ quan này chưa có nhóm hay cán bộ nào khác trên Telegram nên phiếu chuyển chưa tới được ai. Xin gắn nhóm mới hoặc mời cán bộ bằng /invite.
unknown-group = Nhóm này không còn gắn với cơ quan nào.
button-groups = 👥 Nhóm đã gắn
button-unbind = Gỡ: { $body }
button-unbind-yes = Chắc chắn gỡ
group-hello = Nhóm này chưa gắn với cơ quan nào: quản trị viên hoặc cán bộ đã đăng ký của cơ quan xin gõ /bind mã (mã do quản trị cấp) trong vòng một ngày, nếu không bot sẽ rời nhóm. Người dân gửi kiến nghị trong chat riêng với bot (@{ $bot }), không gửi ở nhóm này.
group-not-bound = Nhóm này không gắn với cơ quan nào nên không làm việc với phiếu ở đây được. Cán bộ của cơ quan, xin gõ /tasks trong chat riêng với bot.
group-to-bind = Muốn gắn nhóm này, xin gõ ở đây: /bind mã (mã do quản trị cấp, dùng một lần).
group-taken = Nhóm này đang gắn với { $body }; mã vừa gõ vẫn dùng được. Nếu đúng là cần đổi cơ quan, xin đề nghị quản trị viên gỡ nhóm trước ở /grants, rồi gõ lại lệnh này.
bind-not-yours = Mã này gắn nhóm cho { $body }: chỉ quản trị viên và cán bộ đã đăng ký của cơ quan đó gắn được. Mã vừa gõ vẫn dùng được.
bind-usage = Xin gõ: /bind mã (mã do quản trị cấp, dùng một lần).
bound = ✅ Nhóm này đã gắn với { $body }. Phiếu chuyển sẽ được gửi vào đây. Chỉ cán bộ đã đăng ký mới được thao tác. Việc cơ quan đang giải quyết: /tasks
group-help =
    Lệnh trong nhóm này:
    /tasks – việc cơ quan đang giải quyết
    /cancel – thôi không viết tiếp việc đang viết dở
    Muốn làm việc với một kiến nghị, xin bấm nút trên phiếu. Khi bot hỏi, xin bấm “Trả lời” vào tin nhắn đó rồi viết.
reply-nowhere = Tin nhắn vừa rồi không được ghi vào kiến nghị nào.
anonymous-admin = Tin nhắn vừa rồi chưa được ghi nhận. Xin thao tác bằng tài khoản của chính mình, không dùng chế độ quản trị ẩn danh: tắt ẩn danh trong quyền quản trị nhóm của mình rồi làm lại.
mention = <a href="tg://user?id={ $user }">{ $name }</a>
erased = Nội dung kiến nghị này đã được xóa nên không thể làm việc này nữa.
news-group-lost = ⚠️ Bot đã bị đưa ra khỏi nhóm của { $body }. Từ nay phiếu chuyển được gửi riêng cho cán bộ của cơ quan này trên Telegram. Muốn dùng lại nhóm, quản trị viên lấy mã mới bằng /invite.
news-group-lost-unreached = ⚠️ Bot đã bị đưa ra khỏi nhóm của { $body }. Cơ quan này không còn nhóm hay cán bộ nào trên Telegram nên phiếu chuyển chưa tới được ai. Muốn dùng lại nhóm, quản trị viên lấy mã mới bằng /invite.
news-body-without-group =
    ⚠️ Nhóm của { $body } không còn nhận được tin (bot đã bị đưa ra khỏi nhóm). Phiếu <code>{ $code }</code> đã được gửi riêng cho cán bộ của cơ quan này trên Telegram.
    { $field }
news-body-unreachable =
    ⚠️ Không gửi được tin vào nhóm của { $body } (bot đã bị đưa ra khỏi nhóm). Kiến nghị <code>{ $code }</code> có thể chưa tới nơi; xin liên hệ cách khác.
    { $field }
body-clock-moved = Hạn giải quyết nay là <b>{ $due }</b>: những ngày chờ người dân trả lời không tính vào hạn.
body-supplied =
    <b>Người dân bổ sung kiến nghị { $code }</b>
    { $words }
body-revised =
    <b>Người dân sửa tin nhắn của kiến nghị { $code }</b>
    { $words }
paper-needed = Khiếu nại chỉ được chuyển khi đã có đơn ký tên. Xin hướng dẫn người gửi nộp đơn, hoặc đổi phân loại.
nobody-leads = Loại việc này không có cơ quan giải quyết. Xin hướng dẫn người gửi, hoặc đổi phân loại.
not-to-be-set = Không thể chọn loại hoặc cơ quan này.
button-recall = Lấy lại từ cơ quan
news-recalled =
    Văn phòng Mặt trận đã lấy lại kiến nghị <code>{ $code }</code>
    { $field }
done-paper = ✅ Đã ghi nhận đơn có chữ ký của <code>{ $code }</code>.
done-recalled = ✅ Đã lấy lại <code>{ $code }</code> từ cơ quan. Xin chuyển tới nơi khác.
