# What a petition seems to be: the resident's preview and the officer's card.

preview-matter =
    📂 { $kind }: <b>{ $field }</b>
    By { $due } the Fatherland Front office will say what will be done about it.
preview-several =
    📑 This seems to contain several matters. Each is handled sooner if it is sent separately; if they are sent together, the Fatherland Front office will separate them.
    By { $due } the Fatherland Front office will say what will be done about it.
preview-matter-ask = If the field is wrong, please press the right one below, or { $by ->
    [clerk] correct it when the petition is classified.
   *[author] send it anyway: the Fatherland Front office will correct it.
}
preview-matter-kept = If the field is wrong, { $by ->
    [clerk] please correct it when the petition is classified.
   *[author] send it anyway: the Fatherland Front office will correct it.
}
button-field-likely = 📂 { $field }
card-proposed = 💡 Suggested: { $fields }
and-field = { $said } · { $one }
card-proposed-for = Because of the words: { $words }
proposed-field = { $field } { $percent }%
