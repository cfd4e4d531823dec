### Supervision: the board, reminders by the ladder, what is reported above.

board-empty = No body has anything to accept or to answer that is overdue or due soon.
board-head = <b>Overdue and due soon</b> – the longest overdue first
board-body = <b>{ $body }</b>
board-unreached = ⚠️ This body has no group and no officer on Telegram: every reminder has to be sent on paper.
board-overdue = 🔴 <code>{ $code }</code> – { $field }, due { $due } ({ $urged })
board-soon = 🟡 <code>{ $code }</code> – { $field }, due { $due } ({ $urged })
board-overdue-acceptance = 🔴 <code>{ $code }</code> – { $field }, not accepted, overdue since { $due } ({ $urged })
board-soon-acceptance = 🟡 <code>{ $code }</code> – { $field }, not accepted yet, to be accepted by { $due } ({ $urged })
board-above = reported above
board-not-urged = no reminder yet
reminder = <b>Petition { $code }: { $document }</b>
reminder-for = To: { $to }
reminder-of = Competent body: { $body }
reminder-about =
    { $field }
    From the Fatherland Front office: { $action }.
reminder-before = Formal reminders before this one: { $days }
reminder-due = Answer due: { $due }
reminder-ask = The competent body is asked to answer, or to say why it has not and when it will.
reminder-accept-ask = The competent body is asked to accept the petition, or to return it to the Fatherland Front office where it is not competent for it.
reminder-draft = 📝 <b>Draft of a reminder – sent only once it is signed</b>
card-drafted =
    📝 To be signed: { $document } ({ $action })
    Goes to: { $to }
summary-unaccepted = overdue and not accepted by the competent body
summary-drafts = drafted reminders, to be signed
reminder-to = • Goes to: { $body }
reminder-paper = ⚠️ No group and no officer on Telegram yet: { $body }. Once signed, please send the letter on paper.
send-on-paper = ⚠️ <b>Please send this on paper:</b> the { $body } has no group and no officer on Telegram, so what stands below, in Vietnamese, has reached nobody. Please have the administrator invite them (with /invite).
unsigned-near =
    ⏳ <b>An answer waiting for sign-off is due soon: { $code }</b>
    { $field } · { $body }
unsigned-past =
    ⛔ <b>An answer waiting for sign-off is overdue: { $code }</b>
    { $field } · { $body }
unsigned-ask = The body answered on { $at }; the resident has not received the answer because nobody has signed it off. Please sign it off, or send it back to the body.
news-unaccepted =
    ⛔ <b>Overdue, and the body has not accepted it: { $code }</b>
    { $field } · { $body }
news-unaccepted-ask = The body will be reminded again. You can get in touch with it, or take the petition back and refer it elsewhere.
news-unaccepted-paper = ⚠️ This body has no group and no officer on Telegram, so reminders reach nobody. Please remind it on paper and have the administrator invite them (with /invite), or take the petition back and refer it elsewhere.
own-near =
    🟡 <b>A date of the Fatherland Front office is near: { $code }</b>
    { $field }
own-past =
    ⛔ <b>A date of the Fatherland Front office is past: { $code }</b>
    { $field }
nothing-to-urge = No draft of a reminder waits for a signature.
done-urged = ✅ The reminder about <code>{ $code }</code> is signed.
done-urged-unreached = ⚠️ The reminder about <code>{ $code }</code> is signed, but does not arrive here for want of a group or an officer on Telegram: { $body }. The letter has to go on paper; the triage officers are told.
choose-way = Petition <code>{ $code }</code>: to whom should it be reported? This cannot be undone, and the resident is told.
button-way = { $way }
no-way-up = The programme has no such body above the lead. Please choose another one.
done-escalated = ✅ <code>{ $code }</code> was reported to the { $to }. The dossier is below, in Vietnamese and without the sender’s name; if the recipient is not on Telegram yet, please send it on paper.
dossier-head =
    <b>Dossier of petition { $code }</b>
    To: { $to }
    { $field } · { $body }
    Filed by a resident { $filed }
dossier-refer = • { $at }: referred to the { $body }
dossier-answer = • { $at }: the { $body } answered ({ $result })
dossier-sign_off = • { $at }: the answer was signed off and sent to the resident ({ $result })
dossier-reopen = • { $at }: reopened, since the resident said that it is not solved
dossier-urged = • { $at }: { $step }
dossier-urged-paper = • { $at }: { $step } (on paper, as the body is not on Telegram)
step-urge = The Fatherland Front office pressed for an answer
button-urge = ✍️ Sign and send the reminder
button-escalate = ⬆️ Report above
command-board = What bodies owe, overdue and due soon
