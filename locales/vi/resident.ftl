### Lời nói với người dân. Xưng hô: "ông/bà"; cơ quan tự gọi là "Văn phòng Mặt trận" hoặc không xưng.

welcome =
    <b>Dân Nguyện – { $unit }</b>
    Kính chào ông/bà. Đây là nơi gửi kiến nghị, phản ánh tới Mặt trận Tổ quốc { $unit }; kết quả được báo ngay tại đây.
privacy-short =
    <b>Dữ liệu của ông/bà (tóm tắt bản { $version })</b>
    • Lưu, có mã hóa: nội dung, ảnh, địa điểm, tài khoản Telegram; tên, nếu ông/bà cho biết.
    • Dùng để giải quyết kiến nghị, thống kê không nêu tên.
privacy-short-sees = • Người đọc: { $who }; cơ quan được chuyển kiến nghị (chỉ biết tên khi ông/bà đồng ý).
privacy-short-kept =
    • Thời gian lưu: { $years ->
        [0] theo quy định lưu trữ hồ sơ
       *[other] đến khi kết thúc và thêm { $years } năm
    }.
    • Tin nhắn qua máy chủ nước ngoài: xin không gửi giấy tờ tùy thân.
    • Không nhận tố cáo: cần đơn có chữ ký.
    • Ông/bà được xem, sửa, xóa dữ liệu, rút lại đồng ý: /privacy.
privacy =
    <b>Dữ liệu của ông/bà (bản { $version })</b>
    • Dữ liệu được lưu: nội dung, ảnh, địa điểm ông/bà gửi; tên, nếu ông/bà cho biết; tài khoản Telegram, để trả lời. Tất cả được mã hóa khi lưu.
    • Mục đích: tiếp nhận, chuyển, theo dõi, trả lời kiến nghị và thống kê không nêu tên.
    • Nơi nhận: Văn phòng Mặt trận { $unit }.
privacy-kept =
    • Thời gian lưu: nội dung đang soạn dở { $days } ngày; kiến nghị đã gửi { $years ->
        [0] theo thời hạn lưu trữ hồ sơ của cơ quan; kiến nghị đã kết thúc thì ông/bà có thể tự xóa
       *[other] đến khi kết thúc và thêm { $years } năm
    }. Khi xóa, nội dung, tên, tệp mất hẳn, chỉ còn mã, lĩnh vực và các mốc xử lý.
    • Tin nhắn đi qua máy chủ của Telegram ở nước ngoài. Xin không gửi số căn cước, ảnh giấy tờ tùy thân.
    • Ở đây không nhận tố cáo: theo luật, tố cáo phải bằng đơn có chữ ký hoặc được trình bày trực tiếp.
privacy-rights =
    <b>Quyền của ông/bà</b> (Luật Bảo vệ dữ liệu cá nhân 2025)
    Xem, sửa, xóa dữ liệu của mình; hạn chế, phản đối việc sử dụng; rút lại đồng ý; khiếu nại.
    • /status – xem, bổ sung, rút kiến nghị; xóa nội dung kiến nghị đã kết thúc
    • /privacy – đọc lại trang này, rút lại đồng ý
    • /mydata – xem những gì đang lưu về ông/bà
    • Việc khác, kể cả khiếu nại về dữ liệu: xin gặp Văn phòng Mặt trận.
privacy-limits = Yêu cầu được phản hồi trong { $reply }; việc xem, sửa, xóa được thực hiện trong { $done }, việc ngừng sử dụng trong { $stopped } ({ $basis }).
decree = Nghị định { $number }
privacy-contact = <b>Liên hệ: Văn phòng Mặt trận { $unit }</b>
privacy-ask = Ông/bà có đồng ý để dữ liệu được dùng như trên không?
limit-wd = { $n } ngày làm việc
limit-d = { $n } ngày
limit-wh = { $n } giờ làm việc
limit-h = { $n } giờ
consent-first = Xin chọn “Tôi đồng ý” hoặc “Không đồng ý” trước. Lời viết trước khi chọn không được lưu.
words-unkept = Lời ông/bà vừa viết chưa được lưu. Sau khi chọn “Tôi đồng ý”, xin gửi lại.
consent-stands = Ông/bà đã đồng ý từ trước. Muốn rút lại, xin gõ /privacy.
ask-consent-back = Ông/bà đã đồng ý để dữ liệu được dùng. Chắc chắn rút lại đồng ý? Lời đang soạn dở (nếu có) bị xóa; kiến nghị đã gửi vẫn được giải quyết.
agreed = Cảm ơn ông/bà đã đồng ý. Ông/bà có thể viết ngay việc cần phản ánh ở đây, hoặc bấm nút dưới đây.
refused = Văn phòng Mặt trận tôn trọng quyết định của ông/bà và không lưu thông tin nào. Ông/bà vẫn có thể đến trực tiếp:
refused-kept = Ông/bà không đồng ý (hoặc rút lại đồng ý). Hệ thống không nhận thêm dữ liệu của ông/bà. Những kiến nghị đã gửi vẫn được giải quyết; ông/bà có thể rút hoặc xóa từng kiến nghị bằng lệnh /status, và vẫn có thể đến trực tiếp:
refused-danger = Khi có nguy hiểm, xin gọi 113 (công an), 114 (cứu hỏa), 115 (cấp cứu).
home =
    <b>Dân Nguyện – { $unit }</b>
    Ông/bà muốn làm gì?
language-set = Đã chuyển sang tiếng Việt.
help-own = <b>Khi ông/bà gửi kiến nghị của chính mình</b>
help =
    <b>Ông/bà có thể:</b>{ $reader ->
        [officer] {""}
       *[resident] {" "}viết ngay việc cần phản ánh ở đây, không cần lệnh; hoặc dùng:
    }
    /new – gửi kiến nghị, phản ánh
    /status – xem, bổ sung, rút các kiến nghị của mình
    /cancel – hủy việc đang làm dở
    /language – đổi ngôn ngữ (English)
    /privacy – dữ liệu của ông/bà được dùng thế nào, ai được xem
    /mydata – đang lưu những gì về ông/bà

    Ông/bà nhận trả lời lần đầu trong { $limit }. Mỗi tệp gửi kèm không quá 20 MB.

    Xem bằng mã: <code>/status DN-XXXX-XXXX</code>. Theo dõi từ tài khoản khác, bằng cả mã bí mật trên giấy biên nhận: <code>/status DN-XXXX-XXXX XXXXX-XXXXX</code>
nothing-to-cancel = Không có việc nào đang làm dở.
cancelled = Đã hủy. Nội dung đang soạn đã được xóa.
cancelled-empty = Đã hủy.
draft-found =
    <b>Ông/bà đang soạn dở một kiến nghị:</b>
    “{ $words }”

    Ông/bà viết tiếp, hay bỏ để viết kiến nghị khác?
draft-found-offer =
    <b>Nội dung ông/bà đã viết chưa được gửi:</b>
    “{ $words }”

    Ông/bà viết tiếp, hay bỏ để viết kiến nghị khác?
draft-found-addition =
    <b>Ông/bà đang viết dở cho kiến nghị { $code }:</b>
    “{ $words }”

    Ông/bà viết tiếp, hay hủy?
draft-found-files =
    <b>Ông/bà đang soạn dở một kiến nghị:</b>
    mới có { $count } tệp, chưa có lời.

    Ông/bà viết tiếp, hay bỏ để viết kiến nghị khác?
draft-found-addition-files =
    <b>Ông/bà đang viết dở cho kiến nghị { $code }:</b>
    mới có { $count } tệp, chưa có lời.

    Ông/bà viết tiếp, hay hủy?
ask-drop = Bỏ kiến nghị đang soạn dở? Lời và tệp đã nhập bị xóa, không lấy lại được.

opening-greeting = Xin chào ông/bà. Đây là nơi gửi kiến nghị, phản ánh tới Ủy ban Mặt trận Tổ quốc Việt Nam { $unit }. Ông/bà có thể viết ngay việc cần phản ánh, hoặc chọn một nút dưới đây.
opening-thanks = Cảm ơn ông/bà. Khi cần, ông/bà có thể viết ngay việc cần phản ánh, hoặc chọn một nút dưới đây.
opening-assent = Vâng. Nếu ông/bà đang trả lời câu hỏi ở trên, xin bấm nút dưới câu hỏi ấy. Khi cần, ông/bà có thể viết ngay việc cần phản ánh, hoặc chọn một nút dưới đây.
about =
    <b>Những điều thường được hỏi</b>
    • Ở đây máy trả lời tự động; kiến nghị do cán bộ Mặt trận { $unit } đọc và chuyển cơ quan có thẩm quyền giải quyết.
    • Gửi kiến nghị không mất phí.
    • Ông/bà nhận trả lời lần đầu trong { $limit }.
    • Ông/bà tự chọn có cho biết tên hay không. Ai được xem những gì: /privacy
    • Xem, bổ sung, rút kiến nghị đã gửi: /status
    • Xem những gì đang lưu về mình: /mydata
    • Đổi ngôn ngữ (English): /language

    Muốn gặp hoặc gọi cán bộ:
about-onward = Cần phản ánh việc gì, ông/bà viết ngay ở đây.
offer-words =
    Nội dung đã viết:
    { $words }
offer = Ông/bà muốn gửi nội dung vừa viết thành một kiến nghị mới?
offer-press = Xin ông/bà bấm một nút dưới đây.
offer-which = Ông/bà muốn gửi nội dung vừa viết thêm vào kiến nghị { $count ->
        [1] dưới đây
       *[other] nào dưới đây
    }, thành một kiến nghị mới, hay chỉ hỏi về kiến nghị đã gửi?
offer-asks = Ông/bà đang hỏi về kiến nghị đã gửi? Nếu không, nội dung vừa viết có thể gửi thêm vào kiến nghị { $count ->
        [1] dưới đây
       *[other] nào dưới đây
    }, hoặc thành một kiến nghị mới.
offer-withdraw = Ông/bà muốn rút kiến nghị, gửi nội dung vừa viết thêm vào kiến nghị { $count ->
        [1] dưới đây
       *[other] nào dưới đây
    }, hay gửi thành một kiến nghị mới?
offer-files = Đã nhận { $count } tệp. Ông/bà muốn gửi kèm { $count ->
        [1] tệp này
       *[other] các tệp này
    } trong một kiến nghị mới? Phần lời được hỏi ngay sau đây.
offer-which-files = Đã nhận { $count } tệp. { $count ->
        [1] Tệp này
       *[other] Các tệp này
    } thuộc kiến nghị nào dưới đây, hay thuộc một kiến nghị mới?
adopted = <b>Bổ sung kiến nghị { $code }</b>
adopted-without-pin = Vị trí trên bản đồ không thêm được vào kiến nghị đã gửi; xin viết địa chỉ bằng lời.
ask-words =
    <b>Bước 1/4 – Nội dung</b>
    Xin cho biết: việc gì, ở đâu, từ bao giờ, và ông/bà mong muốn điều gì. Ông/bà có thể gửi ảnh, video kèm theo lời (mỗi tệp không quá 20 MB).
ask-words-restated =
    <b>Nội dung</b>
    Xin chỉ mô tả tình trạng của nơi chốn hoặc dịch vụ: việc gì, ở đâu, từ bao giờ. Xin không nêu tên, chức vụ của người cụ thể.
ask-words-again =
    <b>Bước 1/{ $steps } – Nội dung</b>
    Nội dung hiện có:
    “{ $words }”

    Tin nhắn ông/bà viết bây giờ sẽ thay toàn bộ nội dung này.
words-short = Nội dung này còn quá ngắn để giải quyết. Xin viết rõ hơn: việc gì, ở đâu, từ bao giờ.
place-stands = Địa điểm hiện có dưới đây. Viết địa chỉ thì thay địa chỉ cũ, gửi ghim thì thay ghim cũ; phần kia được giữ.
ask-cancel = Bỏ nội dung đang soạn? Lời và tệp đã nhập bị xóa, không lấy lại được.
opening-nothing = Ông/bà có thể viết ngay việc cần phản ánh, hoặc chọn một nút dưới đây.
hint-words = Viết nội dung ở đây
ask-files =
    <b>Bước 2/{ $steps } – Ảnh, tài liệu</b>
    Ông/bà gửi ảnh hoặc tài liệu (tối đa { $limit } tệp, mỗi tệp không quá 20 MB). Lời viết thêm ở bước này được nối vào nội dung.
words-added = ✅ Đã nối lời vừa viết vào kiến nghị đang soạn.
files-taken =
    <b>Bước 2/{ $steps } – Ảnh, tài liệu</b>
    Đã nhận { $count } tệp. Ông/bà gửi thêm hoặc bấm “Tiếp tục”.
files-full =
    <b>Bước 2/{ $steps } – Ảnh, tài liệu</b>
    Đã nhận đủ { $count } tệp. Ông/bà bấm “Tiếp tục”; ảnh khác có thể gửi bổ sung sau khi gửi kiến nghị.
files-first =
    <b>Bước 1/{ $steps } – Nội dung</b>
    Đã nhận { $count } tệp. Xin viết nội dung bằng chữ: việc gì, ở đâu, từ bao giờ, mong muốn điều gì.
files-dropped = Đã bỏ tệp. Lời viết kèm tệp, nếu có, vẫn nằm trong nội dung; ông/bà sửa được trước khi gửi.
files-late = Đã nhận tệp gửi thêm. Xin trả lời tiếp câu hỏi ở trên.
ask-place =
    <b>Bước 3/{ $steps } – Nơi xảy ra</b>
    Xin viết địa chỉ (số nhà, ngõ, đường), hoặc bấm biểu tượng kẹp giấy, chọn “Vị trí” rồi đặt ghim <b>vào đúng nơi xảy ra sự việc</b> (không phải nơi ông/bà đang đứng).
hint-place = Ví dụ: ngõ 20, gần số nhà 15
place-unclear = Xin viết địa chỉ bằng chữ, không quá { $limit } ký tự, hoặc gửi ghim vị trí.
place-rough =
    <b>Nơi này còn khó tìm.</b>
    Xin viết thêm số nhà, ngõ, đường, tổ dân phố, hoặc nơi dễ thấy ở gần (chợ, trường học, cây cầu), hoặc gửi ghim vị trí. Nếu không rõ hơn, ông/bà bấm “Tiếp tục”.
pin-outside = Vị trí này nằm ngoài địa bàn { $unit }. Ông/bà giữ vị trí này hay đặt lại?
pin-taken = 📍 Đã nhận vị trí làm nơi xảy ra sự việc.
place-pinned = 📍 Vị trí đã ghim trên bản đồ, trong địa bàn { $unit }
place-pinned-outside = 📍 Vị trí đã ghim trên bản đồ, ngoài địa bàn { $unit }
pin-taken-outside = 📍 Đã nhận vị trí, nhưng vị trí này nằm ngoài địa bàn { $unit }. Nếu chưa đúng, xin đặt lại ở bước 3/{ $steps }, hoặc bấm “Sửa địa điểm” khi xem lại.
ask-name =
    <b>Bước 4/4 – Tên của ông/bà</b>
    Ông/bà muốn ai được biết tên mình? Chọn cách nào thì kiến nghị cũng được giải quyết như nhau.
ask-name-typed =
    Xin cho biết họ và tên.
    <i>Tin nhắn đi qua máy chủ của Telegram ở nước ngoài. Khi lưu, tên được mã hóa.</i>
hint-name = Họ và tên
name-unclear = Xin viết họ và tên bằng chữ, không quá { $limit } ký tự.
preview-head = <b>Xin xem lại trước khi gửi</b>
preview-no-place = 📍 Không nêu địa điểm
preview-name-body = 👤 { $name } – Văn phòng Mặt trận và cơ quan giải quyết được biết
preview-name-office = 👤 { $name } – chỉ Văn phòng Mặt trận được biết
preview-name-nobody = 👤 Không nêu tên
name-in-words = ⚠️ Tên này có trong nội dung, mà cơ quan giải quyết đọc được nội dung. Nếu không muốn cơ quan ấy biết tên, xin bấm “Sửa nội dung” và viết lại không có tên.
name-in-addition = ⚠️ Lời vừa viết có tên người gửi, mà cơ quan giải quyết đọc được. Nếu không muốn cơ quan ấy biết tên, xin bấm “Hủy” và viết lại không có tên.
preview-ask = Ông/bà bấm “Gửi” nếu đã đúng.
preview-sent = ✅ Đã gửi kiến nghị { $code }.
receipt =
    <b>Giấy biên nhận</b>
    Mã kiến nghị: <code>{ $code }</code>
    Mã bí mật: <code>{ $secret }</code>
    Phân loại dự kiến: { $field }

    Chậm nhất <b>{ $due }</b>, Văn phòng Mặt trận báo cho ông/bà hướng xử lý (trả lời lần đầu).
    Xin giữ hai mã này và không đưa cho người khác: ai có cả hai mã đều xem được diễn biến, kể cả trên máy khác, bằng lệnh <code>/status { $code } { $secret }</code>

receipt-paper = ✍️ Đây là <b>đăng ký trước</b>. Khiếu nại chỉ được xem xét khi ông/bà nộp đơn có chữ ký, trong { $days } ngày từ ngày biết quyết định hoặc việc làm bị khiếu nại.
signing-needed = ✍️ Kiến nghị này nay được phân loại là khiếu nại: ông/bà cần nộp đơn có chữ ký, trong { $days } ngày từ ngày biết quyết định hoặc việc làm bị khiếu nại.
signing-dropped = ✍️ Việc này nay được xử lý như kiến nghị, không phải khiếu nại: ông/bà không cần nộp đơn có chữ ký như giấy biên nhận đã ghi.
receipt-paper-where = Nơi nộp đơn:
missing-language = 💡 Có thể gửi nguyên văn như vậy. Viết bằng tiếng Việt, hoặc gửi kèm bản dịch, thì được xem xét nhanh hơn.
missing-place = 💡 Chưa rõ việc xảy ra ở đâu.
missing-time = 💡 Chưa rõ từ bao giờ.
missing-name = 💡 Khiếu nại cần có họ tên người khiếu nại.
missing-decision = 💡 Chưa rõ quyết định hoặc văn bản nào: số, ngày, cơ quan ban hành.
missing-request = 💡 Chưa rõ ông/bà yêu cầu điều gì.
missing-signature = ✍️ Cần nộp đơn có chữ ký; gửi ở đây là đăng ký trước.
door-several = 📑 <b>Nội dung này có nhiều việc khác nhau.</b> Gửi riêng từng việc thì được giải quyết nhanh hơn:
several-part = • { $field }
several-left =
    { $count ->
       *[other] 📑 Sau việc này còn { $count } việc.
    }

not-words = Tin nhắn này chưa có chữ. Xin ông/bà viết vài câu mô tả sự việc.
words-too-long = Nội dung dài { $length } ký tự, quá mức { $limit }. Xin rút gọn, hoặc gửi phần chi tiết thành tệp đính kèm. Phần đã nhận trước đó vẫn được giữ.
file-too-big = Tệp này lớn hơn 20 MB nên Telegram không cho tải về. Xin gửi tệp nhỏ hơn, hoặc gửi video thành nhiều đoạn ngắn.
no-room = Máy chủ sắp hết chỗ lưu nên tạm thời không nhận kiến nghị mới. Nội dung đang soạn vẫn được giữ, xin ông/bà thử lại sau. Kiến nghị đã gửi vẫn được giải quyết.
not-saved = Máy chủ hết chỗ lưu, việc vừa rồi chưa được ghi lại. Nội dung đang soạn vẫn được giữ, xin thử lại sau.
flood-warned = Ông/bà đang gửi rất nhiều tin nhắn trong thời gian ngắn. Xin gửi chậm lại; nội dung đã nhận vẫn được giữ.
flood-slowed = Ông/bà vẫn gửi quá nhanh. Từ lúc này, cứ { $seconds } giây chỉ một tin nhắn được nhận, các tin khác bị bỏ qua. Nội dung đã nhận trước đó vẫn được giữ.
flood-muted = Ông/bà gửi quá nhiều tin nhắn, nên trong { $minutes } phút tới tin nhắn gửi tới đây không được nhận. Nội dung đang soạn dở vẫn được giữ. Nếu có nguy hiểm, xin gọi 113 (công an), 114 (cứu hỏa), 115 (cấp cứu).
words-kept = Phần lời gửi kèm đã được nhận.
files-too-many = Mỗi lần gửi tối đa { $limit } tệp; tệp vừa gửi thêm không được nhận. Những tệp đã nhận vẫn được giữ.
finish-first = Ông/bà đang soạn dở một kiến nghị. Xin gửi, hoặc gõ /cancel để hủy, rồi làm việc này.
stale-button = Nút này đã cũ, không còn dùng được. Xin dùng tin nhắn mới nhất hoặc gõ /help.
pressed-in-haste = Đã nhận lần bấm trước. Tin nhắn vừa thay đổi, xin xem lại rồi hãy bấm tiếp.
unsupported = Ở đây chưa dùng được loại tin nhắn này. Xin ông/bà viết bằng chữ; gõ /new để gửi kiến nghị, /help để xem hướng dẫn.
name-left-out = Đã ghi là không nêu tên.
press-below = Ở bước này xin bấm một nút dưới đây; lời vừa viết không được lưu.
unsupported-here = Ở bước này chưa dùng được loại tin nhắn đó. Xin ông/bà trả lời câu hỏi ở trên, hoặc gõ /cancel để hủy.
words-only-here = Ở bước này chỉ nhận chữ: tệp và lời kèm tệp chưa được ghi. Xin viết lại bằng một tin nhắn chữ, hoặc gõ /cancel để hủy.
contact-own = Số điện thoại không cần thiết nên không được lưu. Ông/bà được trả lời ngay tại đây.
contact-of-another = Đây là số điện thoại của người khác nên không được lưu. Nếu người ấy muốn gửi kiến nghị, xin mời tự nhắn vào đây.
place-later = Vị trí này chưa được lưu. Xin viết trước việc gì xảy ra ở đó; nơi xảy ra được hỏi ở bước 3/4.
unknown-command = Không có lệnh này. Gõ /help để xem các lệnh.
edit-taken = ✅ Đã thay nội dung theo tin nhắn ông/bà vừa sửa.
edit-not-taken = Ông/bà vừa sửa một tin nhắn cũ. Nội dung đã nhận chưa thay đổi; xin viết tin nhắn mới, hoặc sửa ở bước xem lại.
edit-kept = Đã ghi nhận nội dung ông/bà vừa sửa vào kiến nghị { $code }. Nội dung gửi trước vẫn được giữ bên cạnh.
edit-too-late = Kiến nghị { $code } đã kết thúc nên nội dung vừa sửa không được ghi nhận. Ông/bà có thể gửi kiến nghị mới bằng lệnh /new.

gate-emergency =
    <b>⚠️ Nếu đang có nguy hiểm, xin gọi ngay:</b>
gate-emergency-number = 📞 <b>{ $number }</b> – { $name }
gate-emergency-after = Tin nhắn ở đây không được đọc ngay. Nếu không có nguy hiểm trước mắt, ông/bà bấm nút dưới đây để gửi tiếp như bình thường.
danger-files = Tệp gửi thêm đã được nhận và giữ cùng nội dung vừa gửi.
gate-denunciation =
    Nội dung ông/bà gửi có dấu hiệu tố cáo. Theo Luật Tố cáo, tố cáo phải bằng đơn có chữ ký hoặc được trình bày trực tiếp; thông tin về người tố cáo phải được giữ bí mật.

    Để bảo vệ ông/bà, <b>hệ thống không lưu nội dung này</b>. Tin nhắn đã được xóa khỏi cuộc trò chuyện nếu Telegram cho phép; xin ông/bà tự xóa phần còn lại.

    Xin nộp đơn hoặc đến trình bày trực tiếp tại:
place-body = 🏛 <b>{ $body }</b>
place-address = 📍 { $words }
place-hours = 🕗 { $words }
place-phone = 📞 { $words }
place-email = ✉️ { $words }
place-number = 📞 { $number }
place-ask = <i>Địa chỉ, giờ tiếp chưa ghi ở đây: xin hỏi tại nơi tiếp công dân của { $unit }.</i>
gate-denunciation-bring =
    Nếu người bị tố cáo làm việc ở một nơi nêu trên, xin đến nơi khác.

    Xin mang theo đơn có chữ ký hoặc điểm chỉ, ghi ngày, tháng, năm; họ tên, địa chỉ của ông/bà; người và hành vi bị tố cáo; cùng giấy tờ tùy thân và tài liệu, chứng cứ nếu có. Ai trình bày trực tiếp thì được ghi thành văn bản để ký.
gate-denunciation-after = Nếu có nguy hiểm trước mắt, xin gọi 113.

gate-decision_complaint =
    <b>Đây có vẻ là khiếu nại một quyết định hoặc việc làm của cơ quan nhà nước.</b>
    Khiếu nại phải bằng đơn có chữ ký hoặc được trình bày trực tiếp. Ở đây ông/bà có thể đăng ký trước, rồi nộp đơn tại:
gate-court =
    <b>Việc này có vẻ thuộc tòa án hoặc cơ quan thi hành án.</b>
    Ủy ban nhân dân và Mặt trận không can thiệp vào việc xét xử; Văn phòng Mặt trận chỉ chuyển đơn và theo dõi. Xin liên hệ:
gate-consumer =
    <b>Đây có vẻ là việc giữa người mua và nơi bán hoặc nơi cung cấp dịch vụ.</b>
    Xin yêu cầu nơi đó giải quyết trước. Nơi tiếp nhận:
gate-procedure =
    <b>Đây có vẻ là việc hỏi hoặc làm thủ tục, giấy tờ.</b>
    Hỏi nơi tiếp nhận hồ sơ là nhanh nhất; hướng dẫn có trên Cổng Dịch vụ công quốc gia (dichvucong.gov.vn). Xin liên hệ:
gate-mediation =
    <b>Đây có vẻ là mâu thuẫn, tranh chấp giữa người dân với nhau.</b>
    Tổ hòa giải ở cơ sở giúp hai bên tự thỏa thuận, không mất phí. Xin liên hệ:
gate-out_of_scope =
    <b>Nội dung này có vẻ không phải là kiến nghị, phản ánh.</b>
    Nếu cần gặp trực tiếp, xin đến:
door-thanks =
    <b>Cảm ơn ông/bà.</b>
    Lời khen gửi qua đây được Văn phòng Mặt trận chuyển tới nơi ông/bà nhắc đến. Ông/bà cũng có thể đến:
gate-goes-on = Nếu vẫn muốn gửi tới Văn phòng Mặt trận, xin tiếp tục dưới đây.

no-petitions = Ông/bà chưa gửi kiến nghị nào.
status-unsent-words = ✍️ Nội dung ông/bà đã viết chưa được gửi.
status-unsent-addition = ✍️ Nội dung ông/bà đang viết thêm cho kiến nghị { $code } chưa được gửi.
status-unsent = ✍️ Kiến nghị ông/bà đang soạn dở chưa được gửi.
my-petitions = <b>Kiến nghị của ông/bà</b>
my-petitions-how = Xin bấm một kiến nghị dưới đây để xem diễn biến và những việc còn làm được.
my-petition =
    <code>{ $code }</code> – { $status }
    { $field }, gửi { $filed }
my-petition-words = “{ $words }”
code-wrong = Mã vừa nhập không phải mã kiến nghị. Mã có dạng DN-XXXX-XXXX, ghi trên giấy biên nhận; xin xem lại từng ký tự.
timeline-head =
    <b>Kiến nghị { $code }</b>
    { $seen }
    { $field } · { $body }
    Gửi lúc { $filed }
timeline-step =
    • { $at }
    { $what } { $body }
    { $words }
step-file = Ông/bà gửi kiến nghị
step-take = Văn phòng Mặt trận xem xét
step-ask = Hỏi thêm ông/bà
step-supply = Ông/bà bổ sung
step-supply-edited = Ông/bà sửa tin nhắn đã gửi
step-present = Đã nhận đơn khiếu nại có chữ ký
step-refer = Chuyển tới
step-guide = Hướng dẫn
step-store = Không tiếp tục xử lý
step-denounce = Hướng dẫn nộp đơn tố cáo; nội dung đã được xóa
step-accept = Tiếp nhận giải quyết:
step-return = Cơ quan được giao trả lại Văn phòng Mặt trận
step-answer = Cơ quan giải quyết đã trả lời; Văn phòng Mặt trận kiểm tra
step-send_back = Văn phòng Mặt trận yêu cầu cơ quan giải quyết làm rõ thêm
step-sign_off = Trả lời của
step-rate = Ông/bà đánh giá câu trả lời
step-rate-solved = Ông/bà đánh giá: đã giải quyết xong
step-rate-partly = Ông/bà đánh giá: giải quyết được một phần
step-dispute = Ông/bà cho biết chưa giải quyết xong
step-uphold = Văn phòng Mặt trận giải thích
step-withdraw = Ông/bà rút kiến nghị
step-close = Kết thúc (không có ý kiến thêm)
step-escalate = Báo cáo cấp trên
step-merge = Gộp với kiến nghị cùng nội dung
step-split = Tách thành nhiều kiến nghị
step-set-apart = Văn phòng Mặt trận tách từ
step-recall = Văn phòng Mặt trận lấy lại để chuyển nơi khác
step-extend = Cơ quan giải quyết đề nghị gia hạn
step-erase = Xóa nội dung
step-erase-asked = Xóa nội dung theo yêu cầu của người gửi
step-erase-paper = Xóa nội dung theo yêu cầu bằng văn bản của người gửi
step-erase-part = Xóa nội dung cùng với một kiến nghị được tách ra từ đây
step-erase-old = Xóa nội dung vì hết thời hạn lưu
other-step-file = Người gửi nộp kiến nghị
other-step-ask = Hỏi thêm người gửi
other-step-supply = Người gửi bổ sung
other-step-supply-edited = Người gửi sửa tin nhắn đã gửi
other-step-rate = Người gửi đánh giá câu trả lời
other-step-rate-solved = Người gửi đánh giá: đã giải quyết xong
other-step-rate-partly = Người gửi đánh giá: giải quyết được một phần
other-step-dispute = Người gửi cho biết chưa giải quyết xong
other-step-withdraw = Người gửi rút kiến nghị
ask-supply = Xin viết thêm hoặc gửi ảnh cho kiến nghị { $code } (mỗi tệp không quá 20 MB).
ask-reply =
    <b>Kiến nghị { $code }: câu hỏi cần trả lời</b>
    { $words }

    Xin viết câu trả lời hoặc gửi ảnh (mỗi tệp không quá 20 MB).
question-over = Câu hỏi này không còn chờ trả lời: ông/bà đã trả lời, hoặc kiến nghị { $code } đã được xử lý tiếp. Nếu muốn nói thêm, ông/bà bấm nút dưới đây.
supply-taken =
    { $files ->
        [0] Đã nhận, để thêm vào kiến nghị { $code }. <b>Chưa gửi:</b> ông/bà viết thêm, gửi ảnh, hoặc bấm “Gửi”.
       *[other] Đã nhận, tất cả { $files } tệp, để thêm vào kiến nghị { $code }. <b>Chưa gửi:</b> ông/bà viết thêm, gửi thêm, hoặc bấm “Gửi”.
    }
supplied-due = Hạn giải quyết nay là { $due }: những ngày chờ trả lời câu hỏi không tính vào hạn.
supplied = ✅ Đã gửi phần bổ sung. Người đang xử lý đã được báo.
ask-withdraw = Ông/bà chắc chắn muốn rút kiến nghị { $code }? Rút là dừng xử lý, không khôi phục được. Ông/bà vẫn có thể gửi kiến nghị mới.
withdrawn =
    Đã rút kiến nghị { $code }.

    Nội dung, tên và tệp ông/bà đã gửi còn được lưu { $years ->
        [0] theo thời hạn lưu trữ hồ sơ của cơ quan
       *[other] { $years } năm rồi bị xóa
    }. Ông/bà có thể xóa ngay bằng nút dưới đây; khi đó chỉ còn mã, lĩnh vực và các mốc xử lý.
ask-erase = Xóa nội dung kiến nghị { $code }? Lời viết, tên, tệp và cả câu trả lời bị xóa khỏi hệ thống, không lấy lại được; chỉ còn mã, lĩnh vực và các mốc xử lý. Tin nhắn trong cuộc trò chuyện này thì ông/bà tự xóa.
erased-alone = Kiến nghị có liên quan vẫn giữ nội dung: { $codes }. Khi đã kết thúc, từng kiến nghị được xóa riêng.
done-erased = ✅ Đã xóa nội dung kiến nghị { $code }.

told-taken = Văn phòng Mặt trận đang xem xét kiến nghị { $code } của ông/bà.
told-asked =
    <b>Kiến nghị { $code }: cần thêm thông tin</b>
    { $words }

    Xin trả lời chậm nhất { $until }.
told-asked-anew =
    <b>Kiến nghị { $code }: câu hỏi này thay câu hỏi trước</b>
    { $words }

    Xin trả lời chậm nhất { $until }.
told-presented =
    <b>Kiến nghị { $code }: đã nhận đơn khiếu nại có chữ ký.</b>
    Từ hôm nay, đơn được xem xét theo Luật Khiếu nại.
told-referred =
    <b>Kiến nghị { $code } đã được chuyển tới { $body }.</b>
    Khi cơ quan này tiếp nhận, ông/bà sẽ được báo hạn giải quyết.
told-reopened =
    <b>Kiến nghị { $code } được mở lại</b> và chuyển tới { $body }.
told-guided =
    <b>Kiến nghị { $code }: xin liên hệ nơi khác</b>
    { $words }

    Nếu chưa đồng ý, ông/bà có thể gửi thêm thông tin bằng một kiến nghị mới, hoặc đến trực tiếp Văn phòng Mặt trận.
told-stored =
    <b>Kiến nghị { $code } không được xử lý tiếp</b>
    Lý do: { $words }

    Nếu chưa đồng ý, ông/bà có thể gửi thêm thông tin bằng một kiến nghị mới, hoặc đến trực tiếp Văn phòng Mặt trận.
told-denounced =
    <b>Kiến nghị { $code } có nội dung tố cáo.</b>
    Tố cáo phải bằng đơn có chữ ký hoặc được trình bày trực tiếp. Để bảo vệ ông/bà, toàn bộ nội dung kiến nghị này đã được xóa khỏi hệ thống.
told-denounced-wholes = Nội dung và tệp của { $codes }, nơi kiến nghị này được tách ra, cũng đã được xóa.
told-denounced-kept = Các kiến nghị khác của ông/bà có liên quan thì vẫn giữ nội dung: { $codes }.
told-denounced-where = Xin nộp đơn hoặc đến trình bày trực tiếp tại:
told-accepted =
    <b>{ $body } đã tiếp nhận kiến nghị { $code }.</b>
    Hạn giải quyết: { $due }.
told-recalled = Kiến nghị { $code }: Văn phòng Mặt trận đã lấy lại từ cơ quan được giao, sẽ xem lại và báo ông/bà bước tiếp theo.
told-returned = Kiến nghị { $code }: cơ quan được giao đã trả lại; Văn phòng Mặt trận sẽ xem lại và báo ông/bà bước tiếp theo.
told-checking = Kiến nghị { $code }: cơ quan giải quyết đã có trả lời. Văn phòng Mặt trận đang kiểm tra trước khi gửi ông/bà.
told-sent-back = Kiến nghị { $code }: Văn phòng Mặt trận đã yêu cầu cơ quan giải quyết làm rõ thêm.
told-answered =
    <b>Trả lời kiến nghị { $code }</b>
    <i>{ $body }</i>
    { $result }

    { $words }

    Việc của ông/bà đã được giải quyết chưa? Nếu ông/bà không có ý kiến, kiến nghị sẽ kết thúc sau 5 ngày làm việc.
told-answered-undone =
    <b>Trả lời kiến nghị { $code }</b>
    <i>{ $body }</i>
    { $result }

    { $words }

    Nếu ông/bà không đồng ý với câu trả lời, xin cho biết là chưa giải quyết. Qua hạn của cơ quan, ông/bà được hỏi việc đã làm xong chưa; nếu ông/bà không có ý kiến, kiến nghị kết thúc sau hạn ấy 5 ngày làm việc.
told-upheld =
    <b>Kiến nghị { $code } đã kết thúc</b>
    { $words }
told-closed = Kiến nghị { $code } đã kết thúc vì không có ý kiến thêm. Đến { $disputable }, ông/bà vẫn có thể cho biết là chưa giải quyết xong.
told-escalated = Kiến nghị { $code } đã được báo cáo lên cấp có thẩm quyền cao hơn.
told-merged = Kiến nghị { $code } được gộp vào kiến nghị cùng nội dung { $words }. Ông/bà được báo mọi diễn biến của kiến nghị ấy.
told-split = Kiến nghị { $code } được tách để giải quyết riêng từng việc: { $words }. Hạn trả lời giữ nguyên; xem từng kiến nghị bằng lệnh /status. Mã bí mật đã có mở được cả các kiến nghị này.
told-earlier = <b>Trước đó</b>

unknown-code = Không tìm thấy kiến nghị này.
not-yours = Kiến nghị này không phải của ông/bà. Nếu có mã bí mật, xin gõ: <code>/status mã-kiến-nghị mã-bí-mật</code>
wrong-secret = Mã kiến nghị hoặc mã bí mật không đúng. Xin xem lại trên giấy biên nhận; mã bí mật có dạng XXXXX-XXXXX.
too-many-tries = Ông/bà đã nhập sai nhiều lần. Xin thử lại sau một giờ.
moved-on = Kiến nghị { $code } đã có việc mới ({ $who }, { $at }). Xin xem lại trước khi làm tiếp.
refused-role = Ông/bà không có quyền làm việc này; gõ /help để xem các lệnh của mình.
refused-state = Không làm được việc này khi kiến nghị đang ở trạng thái: { $status }.
words-needed = Tin nhắn này chưa có chữ. Xin viết nội dung bằng chữ.
stranger = Tài khoản này chưa đăng ký với Dân Nguyện. Xin nhắn riêng cho bot trước.
incident = Xin lỗi ông/bà, hệ thống gặp sự cố với tin nhắn vừa rồi. Số sự cố: { $number }. Cán bộ kỹ thuật đã được báo; xin thử lại sau.
repeated = <i>(Gửi lại – có thể ông/bà đã nhận tin này.)</i>
