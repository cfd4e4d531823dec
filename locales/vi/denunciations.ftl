### Sổ đơn tố cáo (đơn giấy): số, ngày, tình trạng; không có nội dung và tên.

role-denunciation_keeper = Người giữ sổ đơn tố cáo
part-denunciations = số, ngày và tình trạng của đơn tố cáo bằng giấy, không xem được kiến nghị
help-denunciation_keeper =
    <b>Người giữ sổ đơn tố cáo</b>
    /denunciations – sổ đơn tố cáo bằng giấy: số, ngày, tình trạng
    Xem một đơn: gõ số của đơn, ví dụ <code>/denunciations 12/TC</code>
    Vào sổ: gõ số và ngày nhận, ví dụ <code>/denunciations 12/TC 20/11/2026</code>. Không ghi nội dung, không ghi tên ai.
command-denunciations = Sổ đơn tố cáo bằng giấy
denunciations-head = <b>Sổ đơn tố cáo</b>
denunciations-none = Chưa có đơn nào.
denunciations-row = • Số <b>{ $number }</b>, nhận { $received }: { $stands }
denunciations-how = Vào sổ: gõ số và ngày nhận, ví dụ <code>/denunciations 12/TC 20/11/2026</code>. Chỉ ghi số và ngày; không ghi nội dung, không ghi tên ai. Muốn xem một đơn đã vào sổ, gõ lệnh kèm số của đơn, ví dụ <code>/denunciations 12/TC</code>.
denunciation-head = <b>Đơn tố cáo số { $number }</b>
denunciation-entry = • { $day }: { $stands }{ $noted }
denunciation-noted = {" "}(vào sổ ngày { $at })
denunciation-received = nhận đơn
denunciation-not-moved = chưa chuyển
denunciation-moved = đã chuyển tới { $body }
denunciation-stored = lưu, không xử lý
denunciation-closed = kết thúc
denunciation-pass = Đơn tố cáo số { $number } được chuyển tới cơ quan nào?
ask-denunciation = Ghi vào sổ: ngày { $day }, đơn tố cáo số { $number } <b>{ $stands }</b>? Đã ghi thì không sửa, không xóa được. Nếu là ngày khác, xin bấm nút hoặc viết ngày, ví dụ 12/03/2026.
ask-denunciation-new = Vào sổ <b>đơn tố cáo số { $number }</b>, nhận ngày { $day }? Đã ghi thì không sửa, không xóa được.
button-day-before = ‹ { $day }
button-day-after = { $day } ›
button-denunciation-note = Ghi vào sổ
denunciation-number = Xin gõ số đơn trước: chữ số, có thể kèm ký hiệu, rồi ngày nhận, ví dụ <code>/denunciations 12/TC 20/11/2026</code>. Không ghi nội dung, không ghi tên ai.
denunciation-day = Sau số đơn (viết liền, như 12/TC), xin chỉ ghi thêm ngày nhận như 20/11/2026, không sau hôm nay. Không ghi nội dung, không ghi tên ai.
denunciation-day-wrong = Xin viết ngày như 12/03/2026, không sau hôm nay và không trước { $since } là ngày ghi trước đó. Không ghi nội dung, không ghi tên ai.
denunciation-known = Số { $number } đã có trong sổ.
denunciation-moved-on = Đơn này đã sang tình trạng khác. Xin mở lại sổ bằng lệnh /denunciations.
denunciation-not-there = Trong sổ không có đơn số <b>{ $number }</b>. Muốn vào sổ, gõ số và ngày nhận, ví dụ <code>/denunciations { $number } { $day }</code>
unknown-denunciation = Trong sổ không có đơn này.
button-denunciation = Số { $number }
button-denunciations = ‹ Về sổ
button-denunciation-moved = Chuyển tới cơ quan
button-denunciation-reopened = Mở lại, chuyển tới cơ quan
button-denunciation-stored = Lưu, không xử lý
button-denunciation-closed = Kết thúc
read-denunciations = mở sổ đơn tố cáo
