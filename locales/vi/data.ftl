### Dữ liệu cá nhân: ai được xem gì (trang /privacy), đang lưu những gì (trang /mydata).

privacy-sees = <b>Ai được xem</b>
privacy-sees-role = • { $who }: { $what }.
privacy-sees-own = • { $who } (chỉ với kiến nghị được chuyển tới cơ quan mình): { $what }.
privacy-sees-follower = • người có cả mã kiến nghị và mã bí mật: các mốc xử lý, câu hỏi, lời bổ sung, câu trả lời; không có nội dung ban đầu, tệp và tên.
privacy-sees-bodies = Kiến nghị chỉ được chuyển tới { $count } cơ quan giải quyết trong { $title }. Mỗi lần mở phiếu đều được ghi lại.
privacy-quiet = • Tin báo không gấp không gửi từ { $start } đến { $end }.
part-matter = nội dung, ảnh, tệp, địa điểm
part-name = tên, nếu ông/bà cho biết (mỗi lần mở tên phải nêu lý do)
part-name_if_shown = tên, chỉ khi ông/bà đồng ý
part-figures = số lượng theo trạng thái, không có nội dung và tên
part-roles = danh sách vai trò, không xem được kiến nghị
list = { $first }; { $more }

mydata = <b>Những gì đang lưu về ông/bà</b>
mydata-account = • Tài khoản Telegram số { $address }, để gửi trả lời; được mã hóa khi lưu. Tên, ảnh và số điện thoại của tài khoản không được lưu.
mydata-consent = • Đồng ý bản { $version } của trang /privacy, ngày { $at }.
mydata-no-consent = • Chưa đồng ý (hoặc đã rút lại đồng ý) với trang /privacy.
mydata-named = • Họ tên: lưu cùng các kiến nghị ghi “có tên” dưới đây, được mã hóa.
mydata-nameless = • Họ tên: không lưu.
mydata-draft = • Một việc đang viết dở, được mã hóa, tự xóa ngày { $until } nếu không viết tiếp.
mydata-no-draft = • Không có việc nào đang viết dở.
mydata-loose-files = • { $count } tệp chưa thuộc kiến nghị nào, tự xóa cùng lời viết dở.
mydata-petitions = <b>Kiến nghị đã gửi: { $count }</b>
mydata-petition = • <code>{ $code }</code>, gửi { $filed }: lời viết, { $files } tệp, { $name }.
mydata-petition-erased = • <code>{ $code }</code>, gửi { $filed }: đã xóa nội dung; chỉ còn mã, lĩnh vực và các mốc xử lý.
mydata-older = • và { $count } kiến nghị cũ hơn.
mydata-with-name = có tên
mydata-without-name = không có tên
mydata-roles = <b>Vai trò của ông/bà</b>
mydata-role = • { $role }, từ { $since }; ghi chú của quản trị: { $label }.
mydata-role-of-body = • { $role } – { $body }, từ { $since }; ghi chú của quản trị: { $label }.
mydata-opened = Cán bộ đã mở kiến nghị của ông/bà { $count } lần; mỗi lần đều được ghi lại.
mydata-openings = Ông/bà đã mở phiếu { $count } lần với tư cách cán bộ; mỗi lần đều được ghi lại.
mydata-rights = Xem, rút, xóa từng kiến nghị: /status. Ai được xem, lưu bao lâu, rút lại đồng ý: /privacy.
