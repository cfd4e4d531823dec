### The competent body’s card: who is to do what now, and by when; replies to the bot in a group.

body-card-head =
    <b>Petition</b> <code>{ $code }</code>
    { $field } · { $body }
    Filed by a resident { $filed }

body-card-replaced =
    ⬇️ <b>Older card</b>, please see the newest one below: <code>{ $code }</code>
    { $field }

card-late =
    ⏳ <b>Reported that it will be late</b>: { $who }, { $at }
    { $words }

body-now-accept = 📥 <b>To be accepted</b>, or returned where it is not this body’s matter
body-now-accept_above = ⬆️ <b>Reported above, and still to be accepted</b>
body-now-join =
    📥 <b>Asked to take part: to be accepted</b>, then answered to the lead body
    Lead body: { $body }
body-now-answer = ✍️ <b>To be answered</b>
body-now-contribute =
    🤝 <b>The lead body awaits an answer</b>
    Lead body: { $body }
body-now-awaits = 🤝 <b>Waiting for the bodies that take part</b>; the lead can answer once they have
body-now-mend =
    ↩️ <b>The answer was sent back; to be made clear:</b>
    { $words }
body-now-again =
    ❗ <b>Not solved, the resident says; to be answered again</b>
    { $words }
body-now-asked = ❓ <b>Asked; the resident has until</b> { $until }
body-now-supplied = ➕ <b>The resident has added to it; to be answered</b>
body-now-unsupplied = ⏳ <b>The resident did not reply; to be answered</b>
body-now-more = ⏳ <b>More time asked for</b>: { $more }, until { $due }; the Fatherland Front office decides
body-now-granted = ✅ <b>More time granted; to be answered</b>
body-now-denied =
    ⏳ <b>More time refused; to be answered</b>
    { $words }
body-now-above = ⬆️ <b>Reported above, and still to be answered</b>
body-now-sign_off = ⏳ <b>Answered; waits for the Fatherland Front office to sign it off</b>
body-now-contributed =
    ✅ <b>The lead body has the answer</b>
    Lead body: { $body }
body-now-signed = ✅ <b>The answer was signed off</b>; nothing more to do
body-now-carry =
    📅 <b>To be carried out as answered</b>; when it is, please press “Report it carried out”
    { $words }
body-now-carry_again =
    ↩️ <b>Not confirmed as carried out yet</b>; when the rest is done, please press “Report it carried out”
    { $words }
body-now-reported = ⏳ <b>Reported as carried out; waits for the Fatherland Front office to confirm it</b>
body-now-carried = ✅ <b>Carried out, and confirmed by the Fatherland Front office</b>
body-now-disputed = ❗ <b>Still not solved, the resident says</b>; the Fatherland Front office is looking into it
body-now-returned = ↩️ <b>Returned to the Fatherland Front office</b>
body-now-recalled = ☑️ <b>No longer with this body</b>; nothing more to do
body-now-withdrawn = ☑️ <b>Withdrawn by the resident</b>; nothing more to do
body-now-office = <b>With the Fatherland Front office</b>; nothing to do for now
body-now-over = ☑️ <b>Ended</b>; nothing more to do

reply-not-taken = That message was not recorded for petition <code>{ $code }</code>.
reply-ways-on = To go on, please press a button below.
stale-or-anothers = This button is out of date or was pressed just now, or belongs to what a colleague is writing. Please look at your own newest message, or type /tasks.
only-registered = Only registered officers of the body can do this. If you are one of them, please ask the Fatherland Front office’s administrator for an invitation link.
reply-ways-none = There is nothing to press on the card now. To correct or add something, please contact the Fatherland Front office.
reply-of-stranger = That message was not recorded. Only registered officers of the body can work with the cards in this group.
reply-for-another = You are writing for <code>{ $code }</code>; that message replied to one about <code>{ $other }</code>, so it was not recorded.
reply-for-question = That message replied to another question about <code>{ $code }</code>, not to the one that waits for you, so it was not recorded.
reply-for-petition = You are explaining the figures; that message replied to one about <code>{ $other }</code>, so it was not recorded.

edit-of-sent-desk = You have edited an earlier message. What was sent does not change with it. If “↩️ Undo” still stands below the case, press it and write anew.
edit-of-sent-own = You have edited an earlier message. What was sent does not change with it. To correct it, please contact the Fatherland Front office.
edit-of-sent = Editing the message does not change what was sent about petition <code>{ $code }</code>. To correct it, please contact the Fatherland Front office; an answer that is not signed off yet can be sent back to be written again.
unsent-head = ⚠️ <b>What you were writing for <code>{ $code }</code> has not been sent.</b>
unsent-meanwhile = While you were writing, { $who } { $did } ({ $at }).
unsent-words =
    <b>Words not sent</b>
    { $words }
unsent-files =
    { $count ->
        [one] 📎 1 file not sent
       *[other] 📎 { $count } files not sent
    }
unsent-again = If it is still needed, please copy it and send it by a button of the case.
unsent-again-body = If it is still needed, please copy it and send it by a button of the case; if there is none, please tell the Fatherland Front office.
files-without-words =
    📝 <code>{ $code }</code>
    { $files ->
        [one] 1 file is taken, but there are no words yet. Please write some before you send.
       *[other] { $files } files are taken, but there are no words yet. Please write some before you send.
    }
card-earlier = <b>Earlier steps</b>
earlier-answer = Answer { $n }: { $at }
earlier-part = A part answered: { $at }
earlier-send_back = Answer sent back: { $at }
earlier-extend = More time asked for: { $at }
earlier-grant = More time granted: { $at }
earlier-deny = More time refused: { $at }
earlier-follow_up = Followed up: { $at }
earlier-carry_out = Reported as carried out: { $at }
earlier-note = Reported late: { $at }
earlier-waive = Others not waited for: { $at }
earlier-return = Returned: { $at }
earlier-of = { $step } – the { $body }
button-all-words = 📖 Read everything

news-of-colleague =
    👤 <code>{ $code }</code>: { $who } { $did } (in the private chat).
    { $field }
did-accepted = accepted it
did-returned = returned it to the Fatherland Front office
did-asked = asked the resident
did-more = asked for more time
did-waived = noted that nobody is waited for
did-part = answered a part
did-answered = sent the answer for sign-off
did-answered-lead = sent the answer to the lead body
did-carried = reported it as carried out
did-late = wrote to the Fatherland Front office about the day
did-answer = answered
did-move-on = moved the petition on
did-given = gave it to { $officer }
news-clerk-changed =
    👤 <code>{ $code }</code>: this is now given to { $officer }.
    { $field }
