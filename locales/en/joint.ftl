### Several bodies at one petition: asked to take part, answering to the lead, answers in parts.

choose-involved = Petition <code>{ $code }</code>: which body should take part?
done-involved = ✅ The { $body } was asked to take part in <code>{ $code }</code>.
done-involved-unreached = ⚠️ It is noted that the { $body } should take part in <code>{ $code }</code>, but it has no group and no officer on Telegram yet. Please send the case in another way and have the administrator invite them (with /invite).
already-involved = This body is at work on the petition already, or cannot be asked to take part.
contributions-missing = A coordinating body has not answered yet. Please wait, or press “Do not wait for others” and say why.
nothing-awaited = No coordinating body is being waited for.
ask-reason-waive = Please write why the coordinating bodies are not waited for any longer (petition <code>{ $code }</code>).
done-waived = ✅ Noted: nobody is waited for. <code>{ $code }</code> can be answered now.
news-involved =
    🤝 { $body } was asked to take part in <code>{ $code }</code>
    { $field }
    Please wait for its answer before you answer the resident; if you need not wait, press “Do not wait for others” on the card.
news-waived =
    The lead body waits no longer for you in <code>{ $code }</code>: { $words }
    { $field }
ask-part = Please write which part is done, when, by whom (petition <code>{ $code }</code>). Attach photos or documents as evidence (up to 20 MB each).
part-taken =
    📝 <code>{ $code }</code>
    { $files ->
        [0] This part of the answer was received. Please add photos or documents, then press “Send”.
        [one] This part of the answer and one file were received. Please add more, or press “Send”.
       *[other] This part of the answer and { $files } files were received. Please add more, or press “Send”.
    }
done-answered-lead = ✅ The answer about <code>{ $code }</code> was sent to the lead body.
done-part = ✅ A part of the answer to <code>{ $code }</code> is kept. When all is done, please press “Answer”; the resident reads all parts.
card-part =
    <b>The competent body answered a part</b>
    { $words }
    <i>{ $at }</i>
card-waive =
    <b>Others are not waited for</b>
    { $words }
    <i>{ $at }</i>
card-with-answer =
    <b>The { $body }, taking part, answered</b>
    { $words }
    <i>{ $at }</i>
card-with-part =
    <b>The { $body }, taking part, answered a part</b>
    { $words }
    <i>{ $at }</i>
card-with-return =
    <b>The { $body } returned it</b>
    { $words }
    <i>{ $at }</i>
card-former-answer =
    <b>The { $body }, the lead before, answered</b>
    { $words }
    <i>{ $at }</i>
card-former-part =
    <b>The { $body }, the lead before, answered a part</b>
    { $words }
    <i>{ $at }</i>
card-former-return =
    <b>The { $body } returned it</b>
    { $words }
    <i>{ $at }</i>
card-share = 🤝 Coordinating: { $body } – { $stands }
card-share-due = 🤝 Coordinating: { $body } – { $stands }, due: { $due }
share-sent = not accepted yet
share-accepted = at work
share-answered = has answered the lead body
tasks-row-with =
    <code>{ $code }</code> – { $field } (taking part)
    Due: { $due }
step-involve = Asked to take part
step-waive = Others are not waited for
step-part = A part was answered by
button-involve = 🤝 Ask others to take part
button-waive = ⏭ Do not wait for others
button-piece = ✍️ Answer a part
choose-clerk = Petition <code>{ $code }</code>: who in your body should work on it?
card-clerk = 👤 Works on it: { $officer }
head-gives = Only the head of the body gives work to its officers.
not-of-the-body = This person is no longer an officer of your body.
button-clerks = 👤 Give to an officer
button-clerk = { $officer }
