### Cùng một việc: tham gia kiến nghị của người khác, gộp, tách, tái diễn.

neighbours-found =
    👥 <b>{ $count ->
       *[other] { $count } người
    } đã phản ánh việc có vẻ giống việc này, từ { $at }</b> ({ $place }).
    Ông/bà tham gia thì được báo mọi diễn biến, không cần gửi kiến nghị riêng; nội dung vừa soạn không được lưu. Nếu là việc khác, xin gửi riêng.
button-join =
    { $count ->
       *[other] 👥 Tham gia cùng { $count } người
    }
button-alone = ✅ Gửi riêng: đây là việc khác
joined =
    ✅ <b>Ông/bà đã tham gia kiến nghị { $code }.</b>
    Lĩnh vực: { $field }
    Ông/bà được báo mỗi khi có diễn biến và xem bằng lệnh <code>/status { $code }</code>. Người gửi không biết ông/bà là ai. Ông/bà có thể thôi theo dõi bất cứ lúc nào.
button-leave = Thôi theo dõi
left = Ông/bà đã thôi theo dõi kiến nghị { $code }.
followed =
    <b>Kiến nghị ông/bà đang theo dõi: { $code }</b>
    { $field } · { $at }
    { $what } { $body }
    { $words }
followed-ended = Kiến nghị đã kết thúc tại đây
timeline-goes-on = <b>Việc này được giải quyết tiếp trong kiến nghị sau:</b>
followed-petition =
    👥 <code>{ $code }</code> – { $status } (đang theo dõi)
    { $field }, gửi { $filed }
join-own = Đây là kiến nghị của chính ông/bà.
join-ended = Kiến nghị { $code } đã kết thúc nên không tham gia được nữa. Xin gửi kiến nghị riêng.
join-already = Ông/bà đang theo dõi kiến nghị { $code } rồi.
not-following = Ông/bà không theo dõi kiến nghị này.

card-duplicate = 🔗 Có thể cùng một việc với <code>{ $code }</code>, gửi { $at } ({ $percent }%): { $why }
why-words = lời kể giống nhau
why-pole = cột { $said }
why-house = số nhà { $said }
why-building = tòa { $said }
why-lane = ngõ { $said }
why-group = tổ { $said }
why-pin = cách nhau { $said }
why-both = { $first }, { $more }
card-merged-into = 🔗 Đã gộp vào <code>{ $code }</code>
card-split-from = 🔗 Tách từ <code>{ $code }</code> (tệp gửi kèm, nếu còn, ở đó)
card-split-into = 🔗 Đã tách thành: { $codes }
card-recurring = 🔁 Tái diễn: việc này đã kết thúc gần đây ở <code>{ $code }</code>
card-followers = 👥 { $count } người khác cùng theo dõi
card-first-recurring = ⭐ Ưu tiên, vì việc này tái diễn
queue-row-recurring = 🔁 Tái diễn
overview-recurring = <b>Tái diễn trong 12 tháng qua</b>, theo cơ quan đã giải quyết lần trước
overview-recurring-row = • { $body }: <b>{ $count }</b>
button-merge = Gộp
button-merge-into = Gộp vào { $code }
button-merge-code = Gõ mã kiến nghị khác
ask-merge = Gộp { $code } vào kiến nghị nào? Người gửi và những người đang theo dõi { $code } sẽ được báo và theo dõi kiến nghị kia. Gộp rồi thì không hoàn tác được.
ask-merge-into = Gộp { $code } vào kiến nghị dưới đây? Gộp rồi thì không hoàn tác được.
ask-merge-code = Xin gõ mã kiến nghị mà { $code } được gộp vào, dạng DN-XXXX-XXXX.
done-merged = ✅ Đã gộp { $code } vào { $into }.
merge-code-wrong = Đây không phải mã kiến nghị. Xin gõ lại, dạng DN-XXXX-XXXX.
merge-itself = Không thể gộp một kiến nghị vào chính nó. Xin chọn kiến nghị khác.
merge-circle = { $code } đã được gộp vào chính kiến nghị này, không thể gộp ngược lại.
merge-ended = { $code } đã kết thúc ({ $status }), không gộp vào được. Xin chọn kiến nghị đang xử lý.
button-split = Tách
button-split-yes = Tách như trên
button-split-words = Tự viết từng việc
ask-split =
    { $count ->
        [1] Nội dung { $code } không tự chia được thành từng việc. Nếu cần tách, xin tự viết từng việc. Tách rồi thì không hoàn tác được.
       *[other] Kiến nghị { $code } có vẻ gồm { $count } việc. Mỗi việc thành một kiến nghị riêng của người gửi, giữ nguyên hạn trả lời. Tách rồi thì không hoàn tác được.
    }
split-part =
    <b>Việc { $number }</b>
    { $words }
ask-split-words = Xin viết lại từng việc của { $code }, mỗi việc một đoạn, giữa hai đoạn để một dòng trống.
split-review =
    <b>Tách { $code } thành các kiến nghị dưới đây?</b> Mỗi đoạn là một kiến nghị. Tách rồi thì không hoàn tác được.
    { $words }

    Nếu đúng, xin bấm “Gửi”. Muốn sửa, xin viết lại tất cả.
done-split = ✅ Đã tách { $code } thành các kiến nghị dưới đây.
split-parts = Cần từ 2 đến { $limit } việc, mỗi việc một đoạn, giữa hai đoạn để một dòng trống. Xin viết lại.
mydata-followed = 👥 Đang theo dõi kiến nghị của người khác: { $codes }
privacy-sees-neighbour = • Người cùng tham gia kiến nghị, hoặc có kiến nghị được gộp vào: mã, lĩnh vực, các mốc xử lý, câu trả lời; không có lời nào của ông/bà, tệp và tên.
