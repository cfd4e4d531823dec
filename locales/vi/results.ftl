### Kết quả giải quyết: câu trả lời của cơ quan chủ trì nêu việc đến đâu.

result-settled = đã giải quyết
result-in_progress = đang giải quyết
result-planned = sẽ giải quyết, có lộ trình
result-explained = giải trình, cung cấp thông tin
result-unanswered = chưa trả lời
card-result = Kết quả giải quyết: { $result }
card-result-corrected = Kết quả giải quyết: { $result } (sửa khi duyệt; cơ quan nêu: { $named })
ask-result = Mỗi nút gửi ghi một kết quả giải quyết. Xin bấm nút đúng với việc đã làm; người dân đọc kết quả này cùng câu trả lời.
result-needed = Chưa gửi được: xin gửi bằng nút ghi kết quả giải quyết.
outcome-settled = <b>Kết quả: đã giải quyết.</b>
outcome-in_progress = <b>Kết quả: đang giải quyết</b>, chưa xong.
outcome-planned = <b>Kết quả: sẽ giải quyết</b>, theo lộ trình nêu dưới đây.
outcome-explained = <b>Kết quả: giải trình, cung cấp thông tin</b> về việc ông/bà nêu.
step-sign_off-settled = Kết quả: đã giải quyết. Trả lời của
step-sign_off-in_progress = Kết quả: đang giải quyết. Trả lời của
step-sign_off-planned = Kết quả: sẽ giải quyết, có lộ trình. Trả lời của
step-sign_off-explained = Kết quả: giải trình, cung cấp thông tin. Trả lời của
step-sign_off-unanswered = Kết quả: chưa trả lời. Văn bản của
button-send-as = ✅ Gửi: { $result }
button-results = ✏️ Sửa kết quả giải quyết
button-result-as = Sửa thành: { $result }
