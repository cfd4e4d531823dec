### Người quản trị xem chương trình đang chạy với những gì; thay đổi thì làm trên máy chủ.

command-system = Chương trình đang dùng, thời hạn lưu, tin bị giữ lại
system-head = <b>Hệ thống đang chạy với</b>
system-programme = 📘 Chương trình phối hợp: <b>{ $title }</b> (<code>{ $name }</code>)
system-open =
    { $count ->
        [0] Không còn mục nào chưa điền.
       *[other] Còn { $count } mục chưa điền. Người vận hành xem từng mục bằng lệnh <code>dannguyen programme check { $name }</code>
    }
system-kept =
    { $years ->
        [0] 🗂 Lời, tên và tệp của kiến nghị đã kết thúc: giữ tới khi có yêu cầu xóa (/erase).
       *[other] 🗂 Lời, tên và tệp của kiến nghị đã kết thúc: tự xóa sau { $years } năm.
    }
system-parked =
    { $count ->
        [0] 📥 Không có tin nào bị giữ lại vì lỗi.
       *[other] 📥 Tin bị giữ lại vì lỗi: { $count }
    }
system-parked-row = • Số <code>{ $number }</code>, giữ lúc { $at }, lỗi { $failures } lần
system-how = Ở đây chỉ để xem. Sửa chương trình phối hợp, đặt thời hạn lưu, xử lý lại tin bị giữ: người vận hành làm trên máy chủ, bằng lệnh <code>dannguyen</code>.
