### Kiểm tra, giám sát: đối chiếu lịch sử, ai đã xem gì; xem tên người gửi khi có lý do.

card-named-body = 👤 Có nêu tên
card-named-office = 👤 Có nêu tên (không cho cơ quan giải quyết biết)
card-reach-kept = ☎️ Có cách liên hệ
button-person = 👤 Xem tên, cách liên hệ
ask-purpose = <b>{ $code }</b>: xem tên người gửi để làm gì? Người xem và lý do đều được ghi lại.
button-purpose-reach = Liên hệ người gửi: hỏi thêm, báo tin
button-purpose-verify = Đối chiếu tên với đơn, giấy tờ
button-purpose-paper = Ghi tên vào văn bản, giấy mời
button-purpose-audit = Kiểm tra việc giải quyết
person = Người gửi kiến nghị <b>{ $code }</b>
no-name = Kiến nghị này không nêu tên.

command-audit = Đối chiếu lịch sử kiến nghị
command-access = Ai đã xem gì
command-roles = Ai cấp, thu hồi vai trò, đổi tên gọi
audit-whole =
    { $total ->
        [0] Chưa có kiến nghị nào để đối chiếu.
       *[other] ✅ Đã đối chiếu { $part ->
            [all] tất cả { $total } kiến nghị
           *[newest] { $checked } kiến nghị mới nhất trong tổng số { $total }
        }: lịch sử không bị sửa.
    }
    Mã tổng hợp của tất cả: <code>{ $digest }</code>
audit-one =
    ✅ Đã đối chiếu kiến nghị <code>{ $code }</code>: lịch sử không bị sửa.
    Mã tổng hợp của tất cả kiến nghị: <code>{ $digest }</code>
audit-faults =
    ⚠️ Đã đối chiếu { $checked } trong { $total } kiến nghị. { $count } kiến nghị có chỗ không khớp: { $codes }
    Chỗ nào không khớp: xin người vận hành chạy <code>dannguyen audit verify</code>.
    Mã tổng hợp của tất cả: <code>{ $digest }</code>
access-head = <b>Ai đã xem gì</b>, mới nhất trước
access-nothing = Chưa ai xem gì.
access-row =
    • { $at } – { $who }: { $what }{ $of }{ $times ->
        [1] {""}
       *[other] {" "}({ $times } lần, từ { $since })
    }{ $why }
read-of = {" "}{ $code }
read-why = {" "}– để { $purpose ->
        [reach] liên hệ người gửi
        [verify] đối chiếu tên với đơn, giấy tờ
        [paper] ghi tên vào văn bản, giấy mời
       *[audit] kiểm tra việc giải quyết
    }
read-card = mở phiếu
read-name = xem tên
read-find = tìm kiến nghị
read-wrong_secret = gõ sai mã bí mật
read-other = xem dữ liệu
roles-head = <b>Vai trò: ai cấp, ai thu hồi, ai đổi tên gọi</b>, mới nhất trước
roles-granted = • { $at } – { $by }: cấp vai trò số { $number } cho { $who } – { $role }
roles-revoked = • { $at } – { $by }: thu hồi vai trò số { $number } của { $who } – { $role }
roles-renamed = • { $at } – { $by }: đổi tên gọi ở vai trò số { $number }, từ “{ $before }” thành “{ $who }” – { $role }
roles-by-server = lệnh trên máy chủ
