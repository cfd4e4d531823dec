# What a petition seems to be: the resident's preview and the officer's card.

preview-matter =
    📂 { $kind } về: <b>{ $field }</b>
    Chậm nhất { $due }, Văn phòng Mặt trận báo hướng xử lý.
preview-several =
    📑 Nội dung này có vẻ gồm nhiều việc. Gửi riêng từng việc thì được giải quyết nhanh hơn; nếu gửi chung, Văn phòng Mặt trận sẽ tách.
    Chậm nhất { $due }, Văn phòng Mặt trận báo hướng xử lý.
preview-matter-ask = Nếu chưa đúng lĩnh vực, xin bấm lĩnh vực đúng ở dưới, hoặc { $by ->
    [clerk] sửa khi phân loại.
   *[author] cứ gửi: Văn phòng Mặt trận sẽ xếp lại.
}
preview-matter-kept = Nếu chưa đúng lĩnh vực, { $by ->
    [clerk] xin sửa khi phân loại.
   *[author] ông/bà cứ gửi: Văn phòng Mặt trận sẽ xếp lại.
}
button-field-likely = 📂 { $field }
card-proposed = 💡 Gợi ý: { $fields }
and-field = { $said } · { $one }
card-proposed-for = Căn cứ các từ: { $words }
proposed-field = { $field } { $percent }%
