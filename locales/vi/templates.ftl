### Mẫu trả lời dùng chung của Văn phòng Mặt trận.

templates-head = <b>Mẫu trả lời dùng chung</b>
templates-none = Chưa có mẫu trả lời nào.
template-row =
    <b>{ $use }</b> – { $field }, { $kind }
    { $words }
template-of = <b>{ $use }</b> – { $field }, { $kind }
template-words = { $words }
template-choose-use = Mẫu dùng khi nào?
template-choose-field = Mẫu dùng cho lĩnh vực nào?
template-choose-kind = Mẫu dùng cho loại nào?
template-use-ask = Hỏi người dân
template-use-guide = Hướng dẫn nơi khác
template-use-store = Từ chối, nêu lý do
template-use-uphold = Giải thích và kết thúc
any-field = mọi lĩnh vực
any-kind = mọi loại
any-result = mọi kết quả
template-choose-result = Mẫu dùng khi cơ quan trả lời với kết quả nào?
template-use-after = { $use } ({ $result })
ask-template =
    Xin viết nội dung mẫu. Những chỗ sau được tự điền theo từng kiến nghị:
    • <code>{"{"}mã{"}"}</code>: mã kiến nghị
    • <code>{"{"}cơ quan{"}"}</code>: cơ quan giải quyết kiến nghị
    • <code>{"{"}đơn vị{"}"}</code>: tên địa bàn, tức là “{ $unit }”
    • <code>{"{"}ngày gửi{"}"}</code>: ngày người dân gửi kiến nghị
    • <code>{"{"}hôm nay{"}"}</code>: ngày gửi trả lời
template-saved = ✅ Đã lưu mẫu; mọi cán bộ tiếp nhận đều dùng được.
template-filled = <b>Theo mẫu, đã điền.</b> Bấm “Gửi”, hoặc viết nội dung khác.
template-unknown = Chưa lưu được: không có chỗ điền tên “{ $name }”. Chỉ dùng được: mã, cơ quan, đơn vị, ngày gửi, hôm nay. Xin viết lại.
template-too-long = Chưa lưu được: mẫu dài quá { $limit } ký tự. Xin viết ngắn hơn.
template-not-known = Chưa điền được chỗ “{ $name }” vì kiến nghị này chưa có. Xin viết nội dung khác.
unknown-template = Mẫu này không còn nữa. Gõ /templates để xem danh sách.

button-template = 📄 { $words }
button-templates = ‹ Mẫu trả lời
button-any-field = Mọi lĩnh vực
button-any-kind = Mọi loại
button-newtemplate = ➕ Thêm mẫu
button-rewrite = ✏️ Viết lại
ask-discard = Bỏ mẫu này? Mọi cán bộ ở Văn phòng sẽ không dùng được nữa.
button-discard-yes = 🗑 Bỏ
button-discard = 🗑 Bỏ mẫu này
command-templates = Mẫu trả lời dùng chung
