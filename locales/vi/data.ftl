### Dữ liệu cá nhân: ai được xem gì (trang /privacy), đang lưu những gì (trang /mydata).

privacy-sees = <b>Ai được xem</b>
privacy-sees-role = • { $who }: { $what }.
privacy-sees-own = • { $who } (chỉ với kiến nghị được chuyển tới cơ quan mình): { $what }.
privacy-sees-follower = • Người có cả mã kiến nghị và mã bí mật: các mốc xử lý, câu hỏi, lời bổ sung, câu trả lời; không có nội dung ban đầu, lời sửa tin nhắn, tệp và tên.
privacy-sees-bodies = Mỗi kiến nghị chỉ được chuyển tới cơ quan có trách nhiệm về việc ấy, trong số { $count } cơ quan giải quyết của { $title }. Mỗi lần cán bộ mở phiếu đều được ghi lại.
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
mydata-nameless = • Họ tên: không lưu cùng kiến nghị nào.
mydata-draft = • Một việc đang viết dở (cả họ tên, nếu đã viết), được mã hóa, tự xóa ngày { $until } nếu không viết tiếp.
mydata-no-draft = • Không có việc nào đang viết dở.
mydata-loose-files = • { $count } tệp chưa thuộc kiến nghị nào, tự xóa cùng lời viết dở.
mydata-petitions = <b>Kiến nghị đã gửi: { $count }</b>
mydata-petition = • <code>{ $code }</code>, gửi { $filed }: lời viết và địa điểm (nếu có nêu), { $files ->
        [0] không có tệp
       *[other] { $files } tệp
    }, { $name }.
mydata-petition-erased = • <code>{ $code }</code>, gửi { $filed }: đã xóa nội dung; chỉ còn mã, lĩnh vực và các mốc xử lý.
mydata-older = • và { $count } kiến nghị cũ hơn.
mydata-with-name = có tên
mydata-without-name = không có tên
mydata-roles = <b>Vai trò của ông/bà</b>
mydata-role = • { $role }, từ { $since }; đồng nghiệp thấy tên: { $who }.
mydata-role-of-body = • { $role } – { $body }, từ { $since }; đồng nghiệp thấy tên: { $who }.
mydata-opened =
    { $count ->
        [0] Chưa có cán bộ nào mở kiến nghị của ông/bà; mỗi lần mở đều được ghi lại.
       *[other] Cán bộ đã mở kiến nghị của ông/bà { $count } lần; mỗi lần đều được ghi lại.
    }
mydata-openings = Ông/bà đã mở phiếu { $count } lần với tư cách cán bộ; mỗi lần đều được ghi lại.
mydata-rights = Xem, rút, xóa từng kiến nghị: /status. Ai được xem, lưu bao lâu, rút lại đồng ý: /privacy.

privacy-teaches = • Chương trình chỉ học từ kiến nghị của ông/bà nếu ông/bà cho phép riêng ở /mydata.
mydata-teaches = • Chương trình được học từ kiến nghị của ông/bà, từ { $since }.
mydata-teaches-not = • Chương trình không học từ kiến nghị của ông/bà.
button-teach = Cho phép học từ kiến nghị của tôi
button-teach-stop = Thôi cho học từ kiến nghị của tôi
button-teach-yes = Cho phép học
button-teach-no = Không cho phép
ask-teach =
    Ông/bà có cho phép chương trình học từ kiến nghị của mình không?

    Khi cán bộ xác nhận hoặc sửa loại, lĩnh vực của một kiến nghị, chương trình ghi nhớ từ ngữ nào thường đi với loại, lĩnh vực nào. Nhờ vậy lần sau chương trình đề xuất đúng hơn. Câu chữ không được giữ lại; từ ngữ lạ mà chưa đủ ba người cùng dùng, như tên riêng hay số điện thoại, thì bỏ qua.

    Ông/bà không cho phép cũng được, kiến nghị vẫn được giải quyết như nhau. Có thể đổi ý bất cứ lúc nào ở /mydata; lần học sau sẽ không còn dùng kiến nghị của ông/bà.
taught-yes = Cảm ơn ông/bà. Chương trình được học từ kiến nghị của ông/bà. Đổi ý: /mydata.
taught-no = Chương trình không học từ kiến nghị của ông/bà. Những gì đã học trước đó được bỏ ở lần học sau. Đổi ý: /mydata.
news-learnt-worse = ⚠️ Chương trình đã học từ { $texts } kiến nghị mà cán bộ phân loại nhưng đề xuất kém đi: đúng { $after } trên { $checked } câu mẫu, trước đó { $before }. Kết quả này không được dùng. Xin xem lại cách phân loại gần đây.
