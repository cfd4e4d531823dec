### Tại quầy: cán bộ ghi kiến nghị cho người không có tài khoản ở đây; giấy biên nhận để in.

counter-source =
    <b>Ghi kiến nghị cho người không dùng Telegram</b>
    Kiến nghị đến bằng cách nào?
counter-words =
    <b>Bước 1/5 – Nội dung</b>
    Xin ghi lời của người gửi: việc gì, ở đâu, từ bao giờ, mong muốn điều gì. Có thể gửi kèm ảnh chụp đơn, thư (mỗi tệp không quá 20 MB).
    Cơ quan giải quyết đọc được nội dung và ảnh: xin không ghi tên người gửi ở đây. Tên được hỏi ở bước 4.
counter-name-in-files = ⚠️ Cơ quan giải quyết cũng xem được ảnh, tệp. Nếu trên đó có tên người gửi, xin bấm “Sửa ảnh, tệp” và gửi ảnh đã che tên.
counter-files =
    <b>Bước 2/{ $steps } – Ảnh, tài liệu</b>
    Xin gửi ảnh, tài liệu của người gửi (tối đa { $limit } tệp, mỗi tệp không quá 20 MB). Lời viết thêm ở bước này được nối vào nội dung.
counter-files-taken =
    <b>Bước 2/{ $steps } – Ảnh, tài liệu</b>
    Đã nhận { $count } tệp. Xin gửi thêm hoặc bấm “Tiếp tục”.
counter-place =
    <b>Bước 3/{ $steps } – Nơi xảy ra</b>
    Xin ghi địa chỉ mà người gửi cho biết (số nhà, ngõ, đường). Cũng có thể bấm biểu tượng kẹp giấy, chọn “Vị trí” rồi đặt ghim <b>vào đúng nơi xảy ra sự việc</b> (không phải trụ sở tiếp dân).
counter-place-rough =
    <b>Nơi này còn khó tìm.</b>
    Xin hỏi người gửi và ghi thêm số nhà, ngõ, đường, tổ dân phố, hoặc nơi dễ thấy ở gần (chợ, trường học, cây cầu), hoặc gửi ghim vị trí. Nếu người gửi không rõ hơn, xin bấm “Tiếp tục”.
counter-name =
    <b>Bước 4/5 – Tên của người gửi</b>
    Người gửi muốn ai được biết tên mình? Chọn cách nào thì kiến nghị cũng được giải quyết như nhau.
counter-name-typed =
    Xin ghi họ và tên của người gửi.
    <i>Tin nhắn đi qua máy chủ của Telegram ở nước ngoài. Khi lưu, tên được mã hóa.</i>
counter-reach =
    <b>Bước 5/5 – Báo cho người gửi bằng cách nào?</b>
    Xin ghi số điện thoại, thư điện tử hoặc địa chỉ. Thông tin này được mã hóa khi lưu, chỉ Văn phòng Mặt trận xem được.
hint-reach = Số điện thoại, địa chỉ
reach-unclear =
    Chưa rõ liên hệ bằng cách nào. Xin ghi một trong các cách sau, không quá { $limit } ký tự:
    • số điện thoại đủ chữ số: di động 10 số, máy bàn kèm mã vùng (ví dụ 024)
    • thư điện tử
    • địa chỉ: số nhà, ngõ, đường
counter-receipt =
    <b>Giấy biên nhận { $code }</b>
    { $source ->
        [hotline] Xin mở tệp trên, đọc mã kiến nghị và mã bí mật để người gọi ghi lại, rồi in một bản để lưu.
        [ihanoi] Xin mở tệp trên, báo mã kiến nghị và mã bí mật cho người gửi qua iHanoi, rồi in một bản để lưu.
        [mat_tran_so] Xin mở tệp trên, báo mã kiến nghị và mã bí mật cho người gửi qua Mặt trận số, rồi in một bản để lưu.
        [letter] Xin mở tệp trên, in hai bản: một bản ký và giao hoặc gửi cho người gửi, một bản lưu.
       *[other] Xin mở tệp trên, in hai bản: một bản ký và giao cho người gửi, một bản lưu.
    } Mã bí mật chỉ có trên giấy này, không xem lại được. In xong, xin xóa tệp khỏi cuộc trò chuyện.
counter-denunciation =
    <b>Nội dung có dấu hiệu tố cáo, không ghi thành kiến nghị được.</b>
    Không có gì được lưu; tin nhắn đã được xóa khỏi cuộc trò chuyện nếu Telegram cho phép.

    Tố cáo phải bằng đơn có chữ ký, hoặc được ghi thành văn bản để người tố cáo ký. Xin chuyển ngay đơn giấy cho người được giao giữ sổ đơn tố cáo; nếu chưa rõ là ai, xin hỏi người quản trị. Xin không kể lại nội dung và tên người tố cáo ở đây.

    Nếu đây không phải tố cáo (ví dụ là khiếu nại một quyết định), xin ghi lại việc đó, không nêu người bị cho là sai phạm.
source-telegram = Telegram
source-reception = tiếp công dân
source-letter = đơn, thư
source-meeting = hội nghị, cuộc họp
source-hotline = đường dây nóng
source-ihanoi = iHanoi
source-mat_tran_so = Mặt trận số
card-source = 🏛 Cán bộ ghi hộ: { $source }
card-reach = ☎️ Báo cho người dân qua: { $reach }
card-reach-none = ☎️ Người dân không để lại cách liên hệ
card-inform = ❗ Chưa báo cho người dân: { $what } ({ $at })
card-inform-taken-back = ❗ Chưa báo cho người dân: { $what } ({ $at }); nay đã về lại Văn phòng Mặt trận
inform-taken-back =
    ☎️ <b>Xin báo cho người dân</b>
    Kiến nghị <code>{ $code }</code>: { $what } ({ $at }), nay đã về lại Văn phòng Mặt trận. Văn phòng Mặt trận sẽ xem lại và báo bước tiếp theo.
card-inform-waits = ⏸ Thời hạn của người dân chỉ tính từ khi bấm “Đã báo”
card-first-decided = Hạn trả lời lần đầu: { $due } (đã xử lý bước đầu { $at }, chưa báo người dân)
once-told = 5 ngày làm việc kể từ ngày được báo
queue-untold = <b>Chưa báo cho người dân</b> – chờ lâu nhất xếp trước
queue-row-untold = ☎️ Chưa báo cho người dân, từ { $at }
button-view-untold = ☎️ Chưa báo ({ $count })
card-informed = ☎️ Đã báo cho người dân: { $at }
card-known = ☎️ Không còn điều gì cần báo: người dân { $what } ({ $at })
known-supply = đã trả lời câu hỏi
known-rate = đã cho ý kiến về câu trả lời
known-dispute = đã cho ý kiến về câu trả lời
known-withdraw = đã rút kiến nghị
inform-ask = câu hỏi cần trả lời
inform-ask_again = câu hỏi chưa được trả lời
inform-refer = đã chuyển tới cơ quan giải quyết
inform-accept = cơ quan đã tiếp nhận
inform-guide = đã hướng dẫn nơi khác
inform-store = không tiếp tục xử lý
inform-sign_off = câu trả lời
inform-uphold = lời giải thích
inform-grant = cơ quan được gia hạn
inform-escalate = đã báo cáo cấp trên
inform-merge = đã gộp với kiến nghị khác
inform-split = đã tách thành nhiều kiến nghị
inform-expire = đã hết hạn bổ sung
inform-follow_up = đã đặt lại hạn thực hiện
inform-before = <b>Trước đó chưa báo:</b> { $what }. Bấm “Đã báo” nghĩa là đã báo cả những điều này.
news-inform =
    ☎️ Xin báo cho người dân về <code>{ $code }</code> bằng điện thoại hoặc thư; cách liên hệ có trên phiếu.
    { $field }
    Nội dung cần báo:
news-inform-unreached =
    ☎️ Người gửi <code>{ $code }</code> không để lại cách liên hệ; khi họ đến hoặc gọi, xin báo nội dung dưới đây.
    { $field }
nothing-to-tell = Kiến nghị { $code } không còn điều gì chưa báo cho người dân.
informed-of =
    ☎️ Đã báo cho người dân về <code>{ $code }</code>: { $what }
    { $who }, { $at }
more-to-tell = Sau tin này, kiến nghị { $code } còn điều mới cần báo cho người dân: { $what } ({ $at }). Xin xem phiếu, báo xong rồi bấm “Đã báo”.
informed-by = Đã báo cho người dân về { $code } rồi: { $who }, { $at }. Không cần báo lại.
known-by = Không còn điều gì cần báo về { $code }: người dân { $what } ({ $who } ghi, { $at }).
button-source-reception = Tiếp công dân
button-source-letter = Đơn, thư
button-source-meeting = Hội nghị, cuộc họp
button-source-hotline = Đường dây nóng
button-source-ihanoi = iHanoi
button-source-mat_tran_so = Mặt trận số
button-counter = 🏛 Ghi kiến nghị khác
button-no-reach = Không có cách liên hệ ›
button-edit-reach = Sửa cách liên hệ
button-whose-body = Cơ quan giải quyết được biết tên
button-whose-office = Chỉ Văn phòng Mặt trận biết tên
button-whose-nobody = Không nêu tên
button-informed = ☎️ Đã báo
button-behalf = 🏛 Làm thay người dân
command-counter = Ghi kiến nghị cho người không dùng Telegram

### Xóa nội dung theo yêu cầu bằng văn bản của người gửi.

erase-how =
    Xin gõ mã kiến nghị và số văn bản yêu cầu trong sổ công văn đến, ví dụ:
    <code>/erase DN-XXXX-XXXX 12/2026</code>
    Kiến nghị đang giải quyết thì Văn phòng Mặt trận cho rút trước.
erase-kept = Đã giữ lại: không xóa gì của kiến nghị { $code }.
erase-not-ended = Kiến nghị này chưa kết thúc (đang ở trạng thái: { $status }) nên chưa xóa được. Xin Văn phòng Mặt trận cho rút trước theo yêu cầu của người gửi, rồi gõ lại lệnh này.
erase-number = Xin gõ số văn bản yêu cầu sau mã kiến nghị: chữ số, có thể kèm ký hiệu, ví dụ 12/2026. Không ghi tên ai.
ask-erase-paper =
    Xóa nội dung kiến nghị { $code } theo văn bản số <b>{ $paper }</b>?
    Lời viết, tên, cách liên hệ, tệp và câu trả lời bị xóa, không lấy lại được. Mã, lĩnh vực, các mốc xử lý và số văn bản vẫn được lưu theo quy định.
news-erased =
    🗑 Nội dung kiến nghị <code>{ $code }</code> đã được xóa theo văn bản số { $paper }. Cách liên hệ cũng đã xóa: xin báo cho người gửi theo địa chỉ ghi trong văn bản.
    { $field }
news-erased-told =
    🗑 Nội dung kiến nghị <code>{ $code }</code> đã được xóa theo văn bản số { $paper }. Người gửi sẽ được báo qua Telegram.
    { $field }
told-erased =
    🗑 Nội dung kiến nghị <code>{ $code }</code> của ông/bà đã được xóa theo yêu cầu bằng văn bản số { $paper }; chỉ còn mã, lĩnh vực và các mốc xử lý. Tin nhắn trong cuộc trò chuyện này thì ông/bà tự xóa.
    Nếu ông/bà không gửi yêu cầu này, xin báo ngay cho Văn phòng Mặt trận.
card-erased-paper = 🗑 Xóa theo văn bản số { $paper }, ngày { $at }

paper-title = Giấy biên nhận
paper-front = Ủy ban Mặt trận Tổ quốc Việt Nam { $unit }
paper-nation = Cộng hòa xã hội chủ nghĩa Việt Nam
paper-motto = Độc lập – Tự do – Hạnh phúc
paper-dated = { $unit }, { $at }
paper-code = Mã kiến nghị: <code>{ $code }</code>
paper-secret = Mã bí mật: <code>{ $secret }</code>
paper-source = Tiếp nhận ngày { $at }, qua: { $source }
paper-class = Phân loại dự kiến: { $kind } – { $field }
paper-due = Chậm nhất <b>{ $due }</b>, Văn phòng Mặt trận báo hướng xử lý (trả lời lần đầu).
paper-follow = Theo dõi: đến hoặc gọi Văn phòng Mặt trận và cho biết mã kiến nghị; hoặc dùng Telegram, mở <b>t.me/{ $bot }</b> rồi gửi <code>/status { $code } { $secret }</code>. Xin giữ hai mã này và không đưa cho người khác: ai có cả hai mã đều xem được diễn biến.
paper-data = Lời, tên, cách liên hệ và tệp được mã hóa khi lưu, chỉ dùng để giải quyết kiến nghị. Ông/bà xem, bổ sung, rút kiến nghị tại Văn phòng Mặt trận; khi kiến nghị đã kết thúc, có thể làm đơn yêu cầu xóa. Ông/bà có các quyền về dữ liệu theo Luật Bảo vệ dữ liệu cá nhân 2025.
paper-sender = Người gửi
paper-officer = Người tiếp nhận
paper-signed = (ký, ghi rõ họ tên)
ask-withdraw-for = Người gửi chắc chắn muốn rút kiến nghị { $code }? Rút là dừng xử lý, không khôi phục được.
counter-elsewhere-signed = Nếu đã nhận <b>đơn có chữ ký</b>, ở bước xem lại xin bấm “✍️ Gửi, đã nhận đơn có chữ ký”. Nếu chưa, <b>xin nói với người gửi:</b>
counter-signature = ✍️ Khiếu nại cần đơn có chữ ký. Đã nhận đơn thì bấm “✍️ Gửi, đã nhận đơn có chữ ký”; chưa nhận thì đây là đăng ký trước.
counter-elsewhere = <b>Xin nói với người gửi:</b>
ask-denounce-for = Kiến nghị <code>{ $code }</code> là tố cáo? Nội dung, tệp, tên và cách liên hệ sẽ bị xóa vĩnh viễn. <b>Xin hướng dẫn người gửi nộp đơn trực tiếp trước khi xóa</b>: xóa rồi thì không còn cách liên hệ với họ.
done-denounced-for = ✅ Đã xóa nội dung và cách liên hệ của <code>{ $code }</code>.
supplied-for = ✅ Đã gửi phần bổ sung của người gửi.
rated-for = Đã ghi ý kiến của người gửi. Kiến nghị { $code } đã kết thúc.
remarked-for = Đã ghi nhận xét của người gửi về kiến nghị { $code }.
withdrawn-for =
    Đã rút kiến nghị { $code }.

    Nội dung, tên và tệp còn được lưu { $years ->
        [0] theo thời hạn lưu trữ hồ sơ của cơ quan
       *[other] { $years } năm rồi bị xóa
    }. Người gửi muốn xóa ngay thì làm đơn yêu cầu; người quản trị xóa theo số của đơn.
