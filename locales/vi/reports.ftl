### Báo cáo cho lãnh đạo: số liệu theo tuần, tháng, quý, năm; không có lời của người dân.

period-week = Tuần { $number }/{ $year }
period-month = Tháng { $number }/{ $year }
period-quarter = Quý { $number }/{ $year }
period-half = { $number ->
    [1] 6 tháng đầu năm { $year }
   *[other] 6 tháng cuối năm { $year }
}
period-nine = { $number } tháng đầu năm { $year }
period-year = Năm { $year }
period-unknown = Không hiểu kỳ báo cáo “{ $period }”. Cách viết: 2026 (cả năm), 2026-H1 (6 tháng đầu năm), 2026-9M (9 tháng), 2026-Q3 hoặc quý 3, 2026-07 hoặc tháng 7, 2026-W28 hoặc tuần 28, tháng này, tuần trước.
period-future = Kỳ { $period } chưa bắt đầu nên chưa có số liệu.

report-head =
    <b>{ $period } – { $unit }</b>
    { $days }
report-running = <i>Kỳ này chưa hết: tăng, giảm là so với cùng khoảng thời gian tính từ đầu kỳ trước.</i>
report-days = { $first } – { $last }
report-quiet = Kỳ này không có kiến nghị mới, không có kiến nghị kết thúc.
report-received = 📥 Mới nhận: <b>{ $value }</b>{ $change }
report-ended = ✅ Kết thúc: <b>{ $value }</b>{ $change }
report-open_after = 📂 Còn lại: <b>{ $value }</b>{ $change }
report-standing =   • đang xử lý <b>{ $in_hand }</b>; đã trả lời, chờ người dân đánh giá <b>{ $awaiting }</b>
report-split =   • đã tách <b>{ $value }</b> kiến nghị: cả kiến nghị ban đầu và từng phần tách ra đều được tính
report-in_hand = 📂 Đang xử lý: <b>{ $value }</b>{ $change }
report-unaccepted = 📨 Cơ quan chưa tiếp nhận: <b>{ $value }</b>
report-awaiting = 💬 Đã trả lời, chờ người dân đánh giá: <b>{ $value }</b>
report-on_time_rate = ⏱ Trả lời đúng hạn: <b>{ $value }%</b> ({ $part }/{ $whole }){ $change }
report-told_rate = ✉️ Báo tin lần đầu đúng hạn: <b>{ $value }%</b> ({ $part }/{ $whole }){ $change }
report-solved_rate = 👍 Người dân cho là đã xong: <b>{ $value }%</b> ({ $part }/{ $whole }){ $change }
report-results =
    📋 Kết quả trả lời: đã giải quyết <b>{ $settled }</b>, đang giải quyết <b>{ $in_progress }</b>, sẽ giải quyết <b>{ $planned }</b>, giải trình <b>{ $explained }</b>{ $result_open ->
        [0] {""}
       *[other] , mở lại hoặc chưa nêu kết quả <b>{ $result_open }</b>
    }
report-median_days =
    { $value ->
        [0] ⌛ Ít nhất nửa số việc được trả lời <b>ngay trong ngày</b>{ $change }
       *[other] ⌛ Ít nhất nửa số việc được trả lời trong <b>{ $value }</b> ngày{ $change }
    }
report-overdue = 🔴 Quá hạn trả lời: <b>{ $value }</b>{ $change }
report-overdue-then = 🔴 Quá hạn trả lời lúc hết kỳ, theo hạn hiện nay: <b>{ $value }</b>{ $change }
report-followed = 📌 Theo dõi thực hiện: đã thực hiện <b>{ $carried_out }</b>, còn phải thực hiện <b>{ $followed_up }</b>, trong đó quá hạn <b>{ $carry_overdue }</b>
report-late =
    { $days ->
        [0] • { $body }: { $count }, từ hôm nay
       *[other] • { $body }: { $count }, lâu nhất { $days } ngày
    }
report-unsolved = 👎 Người dân cho là chưa xong, phải xem lại: <b>{ $value }</b>{ $change }
report-reopened = ↩️ Mở lại sau khi đã kết thúc: <b>{ $value }</b>{ $change }
report-recurring = 🔁 Việc lặp lại từ 3 lần: <b>{ $value }</b>{ $change }
report-escalated = ⬆️ Báo cáo cấp trên: <b>{ $value }</b>{ $change }
report-untold_late = 🟠 Văn phòng chậm báo tin lần đầu: <b>{ $value }</b>{ $change }
report-turned_to_paper = 📄 Tin tố cáo được hướng dẫn nộp đơn giấy: <b>{ $value }</b>{ $change }
report-hot = <b>Nhiều hơn hẳn 8 tuần trước</b>
report-hot-spot = 🔥 { $field }{ $place }: <b>{ $now }</b>, trước đây { $usual }
report-hot-in = , { $group }
report-withheld = ⚠️ Không nêu { $count } số liệu vì cộng không khớp:
report-withheld-rule = <code>{ $rule }</code>
change-same = , như kỳ trước
change-up = , tăng { $by }
change-down = , giảm { $by }
change-up-points = , tăng { $by } điểm
change-down-points = , giảm { $by } điểm

summary-decide = <b>Cần quyết định hoặc đôn đốc</b>
summary-decide-row =
    • { $status }: <b>{ $count }</b>{ $overdue ->
        [0] {""}
       *[other] , trong đó quá hạn <b>{ $overdue }</b>
    }
summary-missed = Trong lúc hệ thống ngừng, chưa gửi báo cáo: { $periods }. Xem bằng lệnh /report kèm kỳ, ví dụ /report tuần trước.
summary-proof = <i>Mã tổng hợp của tất cả kiến nghị, để đối chiếu khi kiểm tra lịch sử: <code>{ $digest }</code>…</i>
news-summary-failed = ⚠️ Chưa lập được báo cáo { $period } cho lãnh đạo. Hệ thống thử lại mỗi phút; nhật ký cho biết vì sao.
news-leader-unreachable = ⚠️ Báo cáo không tới được lãnh đạo ({ $who }): người đó đã chặn bot hoặc không còn dùng Telegram.

button-report-body = Theo cơ quan
button-report-field = Theo lĩnh vực
button-report-group = Theo tổ dân phố
button-period = 📅 { $period }
button-report = ‹ Về báo cáo
button-look = 📊 Mở báo cáo
button-part = { $name }
button-part-back = ‹ { $name }
button-list = { $what }: { $count }
button-ask-body = ❓ Yêu cầu giải trình
button-ask-body-yes = Gửi yêu cầu giải trình
ask-explain = Yêu cầu <b>{ $body }</b> giải trình số liệu ({ $period })? Cơ quan này nhận được ngay và có 5 ngày làm việc để trả lời.
button-explain = ✍️ Giải trình
report-by-body =
    <b>{ $period } – theo cơ quan</b>
    <i>Mỗi kiến nghị tính một lần, ở nơi đang giữ lúc hết kỳ; đang chờ duyệt trả lời thì tính ở Văn phòng Mặt trận.</i>
report-by-field = <b>{ $period } – theo lĩnh vực</b>
report-by-group = <b>{ $period } – theo tổ dân phố</b>
report-part = • { $name }: mới { $received }, kết thúc { $ended }, đang xử lý { $in_hand }{ $unaccepted ->
        [0] {""}
       *[other] {" "}(chưa tiếp nhận { $unaccepted })
    }, quá hạn trả lời { $overdue }
report-part-office = • { $name }: mới { $received }, kết thúc { $ended }, đang xử lý { $in_hand }, chậm báo tin lần đầu { $untold_late }
report-group = Tổ dân phố { $group }
report-parts-more = <i>Còn { $count } dòng ít việc hơn không nêu ở đây.</i>
report-parts-hidden = <i>“…”: không nêu số mới nhận, vì so với số của từng tổ dân phố thì có thể suy ra người gửi.</i>
report-part-head = <b>{ $name }</b> – { $period }
report-cells = <b>Mới nhận theo lĩnh vực</b>
report-cell = • { $field }: { $count }
report-cells-hidden = • Có lĩnh vực không nêu số: số nhỏ hơn { $smallest }, hoặc từ đó suy ra được số nhỏ.
report-list = <b>{ $what }</b> – { $period }
report-list-of = <b>{ $what }</b> – { $period }, { $name }
report-code =
    • <code>{ $code }</code>{ $times ->
        [1] {""}
       *[other] {" "}(×{ $times })
    }
report-no-codes = Không có kiến nghị nào.
report-no-body = Văn phòng Mặt trận
report-of-office = <i>Gồm việc chưa chuyển, bị chuyển trả, chờ duyệt, bị cho là chưa xong lần thứ hai, và kết thúc mà không cơ quan nào trả lời.</i>
report-no-field = chưa xác định lĩnh vực
report-no-group = chưa rõ tổ dân phố
report-changed = Số liệu đã thay đổi. Hãy gửi lại lệnh /report.
figure-received = Mới nhận
figure-ended = Kết thúc
figure-in_hand = Đang xử lý
figure-reopened = Mở lại sau khi kết thúc
figure-answered = Đã trả lời
figure-overdue = Quá hạn trả lời
figure-followed_up = Còn phải thực hiện
figure-carry_overdue = Thực hiện quá hạn
summary-asked = <b>Cơ quan chưa giải trình</b>
summary-asked-row = • { $body }: { $period }, hạn { $due }
summary-asked-late = • { $body }: { $period }, <b>quá hạn từ { $due }</b>
directive = ❓ Lãnh đạo yêu cầu giải trình số liệu của cơ quan ({ $period }). Hạn trả lời: { $due }.
directive-open = Cơ quan này đang được yêu cầu giải trình số liệu của kỳ đó rồi.
directive-unreached = Cơ quan này chưa có nhóm hay cán bộ nào trên Telegram nên không nhận được yêu cầu ở đây. Xin gửi yêu cầu bằng văn bản.
directive-answered = Yêu cầu này đã được giải trình.
directive-answered-by =
    <b>{ $body } giải trình số liệu ({ $period })</b>
    { $words }
done-directive = Đã gửi yêu cầu tới { $body }, hạn trả lời { $due }. Yêu cầu nằm trong mỗi báo cáo tuần cho tới khi có giải trình.
ask-directive = Xin viết giải trình số liệu ({ $period }) trong một tin nhắn: nguyên nhân, việc đang làm, khi nào xong. Xin không nêu tên người dân.
done-explained = Đã gửi giải trình tới lãnh đạo.
command-report = Báo cáo số liệu của một kỳ

picture-head = { $period } – { $unit }
picture-flow = Mới nhận, kết thúc, còn lại
picture-received = mới nhận
picture-ended = kết thúc
picture-open = còn lại
picture-on-time = Trả lời đúng hạn theo cơ quan
picture-fields = Lĩnh vực nhiều kiến nghị nhất
picture-usual = { $now } (thường { $usual })
picture-count = { $now }
picture-month = T{ $month }
picture-ages = Việc còn lại đã chờ bao lâu
picture-open_to_7 = đến 7 ngày
picture-open_to_30 = 8–30 ngày
picture-open_to_90 = 31–90 ngày
picture-open_longer = lâu hơn
picture-few = Lĩnh vực nào cũng còn ít kiến nghị nên không nêu số.
picture-nothing = Kỳ này không có số liệu.
workbook-sheet = Kiến nghị
workbook-code = Mã
workbook-filed_at = Gửi lúc
workbook-source = Nguồn
workbook-level = Cấp
workbook-kind = Loại
workbook-field = Lĩnh vực
workbook-group = Tổ dân phố
workbook-body = Cơ quan chủ trì
workbook-status = Trạng thái
workbook-sent_at = Chuyển, mở lại lúc
workbook-accepted_at = Tiếp nhận lúc
workbook-due_at = Hạn trả lời
workbook-answered_at = Trả lời lúc
workbook-signed_off_at = Duyệt lúc
workbook-earlier_due_at = Hạn trả lời lần trước
workbook-earlier_answered_at = Trả lời lần trước lúc
workbook-earlier_signed_off_at = Duyệt lần trước lúc
workbook-closed_at = Kết thúc lúc
workbook-rating = Đánh giá
rating-solved = đã giải quyết xong
rating-partly = giải quyết một phần
rating-not = chưa giải quyết
workbook-result = Kết quả giải quyết
workbook-carry_due_at = Hạn thực hiện
workbook-carried_at = Báo thực hiện lúc

paragraph-head = <b>Kết quả giám sát, phản biện, tiếp công dân – { $period }, { $unit }</b>
paragraph-own = 1. Ban Thường trực Ủy ban MTTQ tổ chức { $supervisions_own } đoàn giám sát độc lập.
paragraph-works = 2. Giám sát đầu tư của cộng đồng: giám sát { $works } công trình; có { $works_wrong } công trình, dự án sai phạm; { $works_mended } đã được khắc phục.
paragraph-joint = 3. Phối hợp giám sát { $supervisions_joint } cuộc, trong đó: trật tự xây dựng { $joint_building }; thực hiện quy chế dân chủ ở cơ sở { $joint_democracy }; quản lý đất đai { $joint_land }; lĩnh vực khác { $joint_other }.
paragraph-conferences = 4. Tổ chức { $review_conferences } hội nghị phản biện xã hội; { $comment_sessions } cuộc góp ý xây dựng Đảng, xây dựng chính quyền; { $dialogues } hội nghị đối thoại.
paragraph-petitions = 5. Tiếp { $receptions } lượt công dân; nhận { $received } đơn (cấp trên phường { $above }, phường { $ward }), trong đó: khiếu nại { $complaints }; tố cáo { $denunciations }; kiến nghị, phản ánh { $suggestions }; đơn khác { $other_kinds }.

alert-danger = 🚨 <b>Kiến nghị vừa gửi có nói tới nguy hiểm: <code>{ $code }</code></b>
alert-many = 👥 <b>Từ { $many } người dân trở lên cùng nêu một việc: <code>{ $code }</code></b>
alert-overdue = 🔴 <b>Việc đã báo cáo cấp trên đang quá hạn: <code>{ $code }</code></b>
alert-about = { $field } · { $stands ->
        [proposed] chưa chuyển; dự kiến: { $body }
        [nobody] chưa chuyển cơ quan nào
       *[referred] { $body }
    }
alert-report = Xem số liệu: /report
