### Gia hạn: cơ quan đề nghị, Văn phòng Mặt trận cho phép hay không.

ask-more = Xin viết cần thêm bao nhiêu ngày và vì sao (kiến nghị <code>{ $code }</code>). Ví dụ: 5 ngày, chờ đơn vị cấp điện cắt điện. Nếu được gia hạn, người dân sẽ đọc được lý do.
ask-reason-deny = Xin viết vì sao không gia hạn; cơ quan giải quyết sẽ đọc được (kiến nghị <code>{ $code }</code>).
done-more = ✅ Đã đề nghị gia hạn <code>{ $code }</code> thêm { $more }, đến { $due }. Khi chưa có quyết định thì vẫn tính theo hạn cũ.
done-granted = ✅ Đã gia hạn <code>{ $code }</code> đến { $due }.
done-denied = ✅ Đã ghi nhận: không gia hạn <code>{ $code }</code>.
news-extension =
    ⏳ <b>{ $body }</b> đề nghị gia hạn <code>{ $code }</code>
    { $field }
extension-asked-for =
    Thêm { $more }, đến { $due }.
    Lý do: { $words }
decided-granted =
    <b>Đã gia hạn: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
decided-denied =
    <b>Không gia hạn: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
overtaken-extension =
    <b>Không còn chờ quyết định gia hạn: { $code }</b>
    { $field } · { $body }
    Kiến nghị: { $status }, { $at }
news-more-time =
    ✅ Được gia hạn <code>{ $code }</code> đến { $due }
    { $field }
news-denied =
    ⏳ Không gia hạn <code>{ $code }</code>: { $words }
    { $field }
card-extend =
    <b>Cơ quan đề nghị gia hạn</b>
    { $words }
    <i>{ $at }</i>
card-grant = <b>Văn phòng Mặt trận cho gia hạn</b> – { $at }
card-deny =
    <b>Không gia hạn</b>
    { $words }
    <i>{ $at }</i>
extension-unread = Xin viết số ngày cần thêm (hoặc ngày xin lùi đến), rồi đến lý do. Ví dụ: 5 ngày, chờ vật tư; hoặc: đến 20/12, chờ vật tư.
extension-days = Mỗi lần chỉ đề nghị được từ 1 đến { $limit } ngày kể từ hạn đang có. Xin viết lại số ngày và lý do.
extension-instead = Đề nghị này thay cho đề nghị trước của cơ quan, chưa được quyết định.
extension-replaced =
    <b>Đề nghị gia hạn { $code } đã được thay bằng đề nghị mới ở dưới</b>
    { $field } · { $body }
extension-decided = Không có đề nghị gia hạn nào đang chờ.
extension-unlawful = Thời hạn này do luật định và không được kéo dài thêm.
extension-too-long = Luật chỉ cho kéo dài thời hạn này thêm nhiều nhất { $days } ngày. Xin viết lại số ngày và lý do.
told-extended =
    <b>Kiến nghị { $code }: { $body } cần thêm thời gian.</b>
    Hạn giải quyết mới: { $due }.
    Lý do: { $words }
queue-more_time = <b>Chờ quyết định gia hạn</b> – hạn giải quyết sớm nhất xếp trước
queue-asking = ⏳ Chờ quyết định gia hạn: <b>{ $count }</b>
queue-row-asked = ⏳ Cơ quan đề nghị gia hạn ngày { $at }, chưa quyết định
button-view-more_time = Xin gia hạn ({ $count })
reminder-asked = Cơ quan giải quyết đã đề nghị gia hạn ngày { $at }, chưa được quyết định. Khi chưa có quyết định thì vẫn tính theo hạn cũ.
reminder-draft-asked = ⏳ Đề nghị gia hạn của cơ quan này chưa được quyết định. Xin quyết định trước khi ký.
news-asking =
    ⏳ <b>{ $body }</b> đề nghị gia hạn <code>{ $code }</code> ngày { $at }, chưa được quyết định
    { $field }
summary-asking = đề nghị gia hạn chờ quyết định
step-grant = Gia hạn trả lời
step-deny = Không gia hạn
button-more = ⏳ Xin gia hạn
button-grant = ✅ Cho gia hạn
button-deny = Không gia hạn
