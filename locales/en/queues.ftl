### Words of the queues and of sharing the work: the Fatherland Front office.

queue-empty = Nothing is here.
queue-desk = <b>Waiting at the desk</b> – by the date the first answer is due
queue-mine = <b>My petitions</b> – by the date the first answer is due; “Due” below is the date of the next step
queue-new = <b>New petitions</b>
queue-asked = <b>Waiting for the resident</b>
queue-sign_off = <b>Answers waiting for sign-off</b>
queue-soon = <b>Due within 2 working days</b>
queue-overdue = <b>Overdue</b> – the longest first
queue-recurring = <b>Recurring</b>
queue-field = <b>In hand, field { $of }</b>
queue-body = <b>In hand, body { $of }</b>
choose-queue-field = Choose the field:
choose-queue-body = Choose the body:
queue-row =
    <code>{ $code }</code> – { $status }
    { $kind } · { $field }
queue-row-first =
    ⭐ <code>{ $code }</code> – { $status }
    { $kind } · { $field }
queue-row-due = Due: { $due }
queue-row-officer = 🙋 { $officer }
officer-number = account no. { $person }
officer-of-role = { $role } { $number }

button-view-desk = At the desk ({ $count })
button-view-mine = 🙋 Mine ({ $count })
button-view-new = 🆕 New ({ $count })
button-view-asked = Asked ({ $count })
button-view-sign_off = For sign-off ({ $count })
button-view-soon = ⏳ Due soon ({ $count })
button-view-overdue = ⛔ Overdue ({ $count })
button-view-recurring = 🔁 Recurring ({ $count })
button-view-field = By field
button-view-body = By body
button-of = { $of } ({ $count })

queue-done = ✅ Nothing is left for you at the desk.
ask-staff = Petition { $code }: who works on it, and has it priority?
card-officer = 🙋 Worked on by: { $officer }
card-first = ⭐ Priority
not-of-the-desk = This person is no officer of the desk any more. Please choose another.
news-assigned =
    🙋 Petition <code>{ $code }</code> has been given to you
    { $field }
    Given by: { $by }
news-colleague-asked =
    🙋 { $by } has asked the resident about petition <code>{ $code }</code>, which you work on.
    { $field }
news-colleague-referred =
    🙋 { $by } has referred petition <code>{ $code }</code>, which you work on, to the competent body.
    { $field }
news-colleague-recalled =
    🙋 { $by } has taken petition <code>{ $code }</code>, which you work on, back from the competent body.
    { $field }
news-colleague-granted =
    🙋 { $by } has given the competent body more time for petition <code>{ $code }</code>, which you work on; its card has the new date.
    { $field }
news-colleague-denied =
    🙋 { $by } has refused more time for petition <code>{ $code }</code>, which you work on; the date stays.
    { $field }
news-colleague-sent-back =
    🙋 { $by } has sent the answer to petition <code>{ $code }</code>, which you work on, back to the competent body to be made clearer.
    { $field }
news-colleague-signed =
    🙋 { $by } has signed off the answer to petition <code>{ $code }</code>, which you work on; it goes to the resident.
    { $field }
news-colleague-escalated =
    🙋 { $by } has reported petition <code>{ $code }</code>, which you work on, to those above.
    { $field }
news-colleague-upheld =
    🙋 { $by } has explained petition <code>{ $code }</code>, which you work on, to the resident and closed it.
    { $field }
news-colleague-merged =
    🙋 { $by } has merged petition <code>{ $code }</code>, which you work on, into another one.
    { $field }
news-colleague-split =
    🙋 { $by } has split petition <code>{ $code }</code>, which you work on, into several.
    { $field }
news-colleague-guided =
    🙋 { $by } has guided the sender of petition <code>{ $code }</code>, which you work on, elsewhere; it has ended.
    { $field }
news-colleague-stored =
    🙋 { $by } has refused petition <code>{ $code }</code>, which you work on; it has ended.
    { $field }
news-colleague-denounced =
    🙋 { $by } has recognised petition <code>{ $code }</code>, which you work on, as a denunciation; its words are erased.
    { $field }
news-upheld =
    ✅ The Fatherland Front office has explained petition <code>{ $code }</code> to the resident and closed it; nothing is left for you to do.
    { $field }
news-taken-over =
    🙋 Petition <code>{ $code }</code> is now worked on by { $officer } in your place
    { $field }
news-back-in-queue =
    ↩️ { $officer } has put your petition <code>{ $code }</code> back in the queue
    { $field }
news-put-back =
    { $count ->
        [one] ↩️ One petition is back in the queue: whoever worked on it is no officer of the desk any more.
       *[other] ↩️ { $count } petitions are back in the queue: whoever worked on them is no officer of the desk any more.
    }
news-clerk-left = ↩️ { $code } ({ $field }): whoever worked on it is no officer of your body any more. Please give it to somebody else.
who-self = you
who-resident = the sender
who-body_officer = the competent body
who-body_head = the competent body
who-administrator = the administrator
who-triage_officer = the Fatherland Front office
who-senior_officer = the Fatherland Front office
who-system = the system

button-staff = 👥 Assign, priority
button-assign-me = 🙋 I take it
button-assign = Give to { $officer }
button-assign-nobody = ↩️ Back to the queue
button-first = ⭐ Give priority
button-in-turn = Take priority away
button-next-case = Next case ›

find-words = Please type /find with 1 to { $limit } words (with or without diacritics), or a code. Example: /find flood alley 20
found = With all of “{ $words }” – the newest first, at most { $limit }:
found-nothing = No petition has all of these words: { $words }
command-find = Find petitions by words or code

status-expired = ended, the resident did not reply
ended-expired = Ended – the question was not answered; words added open it again
step-ask_again = Reminded of the question
step-expire = The time to answer the question is over
told-asked-again =
    <b>Petition { $code }: your answer is still needed</b>
    { $words }

    Please answer by { $until }.
told-expired =
    <b>Petition { $code } has ended for now</b>, since we have not heard what we asked. As soon as you add it, the petition is open again.
told-went-on = Petition { $code }: we have not heard what was asked; the { $body } goes on without. You can still add it.
told-went-on-until = Petition { $code }: we have not heard what was asked; the { $body } goes on without. It is now due to be settled by { $due }: the days spent waiting for an answer to the question do not count. You can still add it.
news-went-on =
    ⏳ The resident did not answer the question on <code>{ $code }</code>; the time for the answer of your body runs on.
    { $field }
