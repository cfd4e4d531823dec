### Câu trả lời: còn thiếu gì, duyệt dù còn thiếu.

weak-head = ⚠️ <b>Câu trả lời còn thiếu:</b>
weak-no_evidence = • Minh chứng: chưa có ảnh, tài liệu, cũng chưa nêu vì sao không có.
weak-phrase = • Nội dung cụ thể: đây mới là câu chung chung, việc nào cũng trả lời như vậy được.
weak-no_act = • Đã làm gì: chưa nêu việc đã làm, hoặc sẽ làm việc gì.
weak-no_date = • Khi nào: chưa nêu ngày, giờ.
weak-no_doer = • Ai làm: chưa nêu tổ, đội, cơ quan nào thực hiện.
weak-repeats = • Kết quả: phần lớn là nhắc lại lời của người dân.
weak-unaddressed = • Người dân nêu nhiều việc: có việc chưa được trả lời.
ask-reason-override = Câu trả lời về <code>{ $code }</code> còn thiếu. Xin viết vì sao vẫn duyệt; chỉ Văn phòng Mặt trận đọc được.
answer-weak = Câu trả lời còn thiếu nên chưa duyệt được. Xin trả lại cơ quan, hoặc duyệt kèm lý do bằng nút trên phiếu.
card-override =
    <b>Duyệt dù câu trả lời còn thiếu</b>
    { $words }
    <i>{ $at }</i>
button-override = ⚠️ Vẫn duyệt, nêu lý do
share-ended = Cơ quan của ông/bà không còn giữ việc này: đã chuyển trả, đã trả lời xong, Văn phòng Mặt trận đã lấy lại, hoặc người dân đã rút.
