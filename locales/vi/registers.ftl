### Sổ theo dõi bên cạnh đơn: giám sát, phản biện, góp ý, tiếp công dân, đối thoại.

register-supervision = Giám sát
register-community_supervision = Giám sát đầu tư của cộng đồng
register-review_conference = Hội nghị phản biện xã hội
register-comment_session = Góp ý xây dựng Đảng, chính quyền
register-reception = Tiếp công dân
register-dialogue = Hội nghị đối thoại
count-supervisions_own = Đoàn giám sát độc lập
count-supervisions_joint = Cuộc phối hợp giám sát
count-joint_building = Phối hợp: trật tự xây dựng
count-joint_democracy = Phối hợp: dân chủ ở cơ sở
count-joint_land = Phối hợp: quản lý đất đai
count-joint_other = Phối hợp: lĩnh vực khác
count-works = Công trình được giám sát
count-works_wrong = Công trình có sai phạm
count-works_mended = Công trình đã khắc phục
count-review_conferences = Hội nghị phản biện
count-comment_sessions = Cuộc góp ý
count-receptions = Lượt công dân được tiếp
count-dialogues = Hội nghị đối thoại

registers-head = <b>Sổ theo dõi – mục mới ghi</b>
registers-none = Sổ theo dõi chưa có mục nào.
register-head = <b>Sổ “{ $register }” – mục mới ghi</b>
register-none = Sổ “{ $register }” chưa có mục nào.
registers-which = Xem sổ nào?
registers-row = • { $day } – { $register }: { $count }
entry-of = <b>{ $register }</b>
entry-head = <b>{ $register }</b> – { $day }
entry-body = Cơ quan: { $body }
entry-count = { $what }: <b>{ $count }</b>
entry-made = Ghi lúc { $at }
entry-was = Trước đó ghi là:
entry-strike = Gạch bỏ mục này? Số liệu của mục không được tính nữa; sổ vẫn giữ mục đã gạch.
entry-struck = Đã gạch bỏ. Mục không được tính nữa.
entry-preview = Xin xem lại trước khi lưu:
entry-preview-correct = Mục sửa lại, thay cho mục cũ. Xin xem lại trước khi lưu:
entry-saved = ✅ Đã ghi vào sổ.
entry-corrected = ✅ Đã ghi mục sửa lại; mục cũ không được tính nữa và vẫn xem được.
entry-empty = Mục này chưa đếm gì: xin ghi ít nhất một số lớn hơn 0.
entry-wrong = Chưa lưu được vì các số không khớp nhau. Xin xem lại.
unknown-entry = Mục này đã được sửa hoặc gạch bỏ. Gõ /registers để xem sổ.
ask-register = Ghi vào sổ nào?
ask-day = Ngày nào? Bấm nút, hoặc viết ngày, ví dụ 12/03/2026.
ask-entry-body = Cơ quan nào được giám sát, được góp ý hoặc tổ chức?
ask-count =
    { $of ->
        [1] { $what }: bao nhiêu? Bấm nút hoặc viết số.
       *[other] ({ $number }/{ $of }) <b>{ $what }</b> – bao nhiêu? Bấm nút hoặc viết số.
    }
ask-receptions = Không tính người đã được ghi kiến nghị khi tiếp công dân (/counter): những lượt ấy đã tự vào sổ.
count-too-many = ⚠️ “{ $part }” không thể nhiều hơn “{ $whole }”.
count-no-sum = ⚠️ “{ $whole }” là { $count }, nhưng các phần cộng lại là { $sum }.
count-unknown = “{ $said }” không phải là số đếm. Xin viết số từ 0 đến { $most }, chỉ gồm chữ số.
day-unknown = Không hiểu ngày “{ $said }”. Xin viết như 12/03/2026.
day-future = Ngày “{ $said }” chưa tới. Sổ chỉ ghi việc đã làm.
hint-day = Ví dụ: 12/03/2026
hint-count = Ví dụ: 3

ask-sheet =
    Xin gửi tệp Excel (.xlsx) hoặc .csv vào đây. Mỗi dòng là một mục.
    Có gì sai thì bot nêu từng dòng, từng cột và không nhập mục nào. Dòng đã nhập rồi thì gửi lại cũng không tính hai lần.
sheet-needed = Xin gửi một tệp Excel (.xlsx) hoặc .csv, gửi dưới dạng tệp.
sheet-too-big = Tệp lớn quá 5 MB. Xin chia thành nhiều tệp nhỏ hơn.
sheet-taken = Đã nhận tệp. Bot đang đọc và sẽ báo kết quả ngay sau đây.
form-comes = Tệp mẫu sẽ tới trong giây lát.
form-made = Tệp mẫu: mỗi dòng một mục, chọn sổ và cơ quan trong danh sách, để trống cột không thuộc sổ đó. Điền xong, gửi lại tệp qua nút nhập từ Excel trong /registers.
sheet-entered = ✅ Đã nhập { $count } mục.
sheet-known = { $count } dòng đã nhập từ trước nên không tính thêm.
sheet-beside = ⚠️ Cùng sổ, cùng ngày, cùng cơ quan đã có mục khác. Nếu tệp này là bản sửa, xin mở mục cũ và gạch bỏ:
sheet-wrong = <b>Chưa nhập mục nào.</b> Xin sửa tệp rồi gửi lại:
sheet-fault = • Dòng { $row }, cột { $column }: { $why }
sheet-more = … và { $count } chỗ khác.
sheet-unreadable = Không đọc được tệp. Xin lưu lại dưới dạng Excel (.xlsx) rồi gửi.
sheet-empty = Tệp chưa có mục nào.
sheet-too-long = Tệp có quá { $most } dòng. Xin chia thành nhiều tệp.
sheet-body-unknown = Không có cơ quan nào tên “{ $said }”.
sheet-body-unwanted = Sổ này không ghi cơ quan, xin để trống.
sheet-count-unwanted = Cột này không thuộc sổ của dòng, xin để trống.
sheet-no-sum = Các số của dòng không khớp nhau: phần không được lớn hơn tổng, các phần cộng lại phải bằng tổng.
register-unknown = Không có sổ nào tên “{ $said }”.
heading-unknown = Không có cột nào tên “{ $said }”. Xin dùng tệp mẫu.
heading-twice = Cột “{ $said }” có hai lần.
heading-no-register = Thiếu cột “Sổ”.
heading-no-day = Thiếu cột “Ngày”.
sheet-register = Sổ
sheet-day = Ngày
sheet-body = Cơ quan
sheet-rows = Sổ theo dõi
sheet-lists = Danh sách
sheet-name = so-theo-doi-mau

button-registers = ‹ Sổ theo dõi
button-books = 📚 Theo sổ
button-newentry = ✍️ Ghi mục mới
button-sheet = 📥 Nhập từ Excel
button-form = 📄 Lấy tệp mẫu
button-entry = { $day } – { $register }
button-correct = ✏️ Sửa
button-strike = 🗑 Gạch bỏ
button-struck = Gạch bỏ
button-entry-back = Giữ lại
button-day-0 = Hôm nay
button-day-1 = Hôm qua
button-no-body = Không nêu cơ quan
button-count = { $count }
button-save = ✅ Lưu
button-entry-day = Ngày
button-entry-body = Cơ quan
command-registers = Sổ theo dõi: giám sát, tiếp công dân, đối thoại
