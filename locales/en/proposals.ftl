# What a petition seems to be: the resident's preview and the officer's card.

preview-matter =
    📂 { $kind }: <b>{ $field }</b>
    By { $due } the Front’s office says what becomes of it.
preview-several =
    📑 There seem to be several matters in this. Each is handled sooner if it is sent by itself; if you send them together, the Front’s office separates them.
    By { $due } the Front’s office says what becomes of it.
preview-matter-ask = If the field is wrong, please press the right one below, or just send: the Front’s office puts it right.
preview-matter-kept = If the field is wrong, just send: the Front’s office puts it right.
button-field-likely = 📂 { $field }
card-proposed = 💡 Suggested: { $fields }
and-field = { $said } · { $one }
card-proposed-for = Because of the words: { $words }
proposed-field = { $field } { $percent }%
