### Following up: what was answered or promised is followed until it is carried out.

ask-follow-up =
    Petition <code>{ $code }</code>: until when should it be followed up?
    Press a number of working days, or write a date; you may add what is to be done or still missing. For example: 15/12/2026, new manhole cover.
    Once it is set, the sign-off before it can no longer be undone.
button-within = { $days } days
follow-up-unread = Please write a number of working days or a full date first, then what is to be done. For example: 20 days, new manhole cover; or: 15/12/2026.
follow-up-term = Please choose a day after today, not more than { $limit } working days away.
done-followed-up = ✅ <code>{ $code }</code> is followed up until { $due }; the body is told.
done-followed-up-unreached = ⚠️ <code>{ $code }</code> is followed up until { $due }, but the body has no group and no officer on Telegram. Please tell it in another way.
button-follow = 📅 Follow up
button-follow-again = ↩️ Not done, new date
button-carry = ✅ Report it carried out
button-late = ⏳ Cannot make it
button-follow-anew = 📅 Set a new date
button-send-office = ✅ Send to the Fatherland Front office
ask-late = Please say why it cannot be done in time and when it will be done (petition { $code }).
late-undated = Please write both why and the day on which it will be done, so that the Fatherland Front office can set a new date. For example: no material yet, done by 20/12.
late-offered =
    <b>Send this to the Fatherland Front office about the date for { $code }?</b>
    { $words }

    If it is done, please press “Report it carried out” on the card: these words become the report.
carry-offered =
    <b>Is this done or not yet? { $code }</b>
    { $words }

    If it is done, please press “Report it carried out”: these words become the report. If it is not, please write again, with why and the day on which it will be done.
done-late = ✅ The Fatherland Front office is told about <code>{ $code }</code>. The date stands until the office sets another.
news-late =
    <b>⏳ The body writes about the date for { $code }</b>
    { $body }
    { $words }
button-confirm = ✅ Confirm it is carried out

report-weak = The report lacks something, so it cannot be confirmed. Please set a new date, or confirm it with a reason by the button on the case.
ask-reason-confirmweak = The report on <code>{ $code }</code> lacks something. Please write why it is confirmed all the same; only the Fatherland Front office reads it.
card-override_report =
    <b>Confirmed although the report lacks something</b>
    { $words }
    <i>{ $at }</i>
button-confirmweak = ⚠️ Confirm all the same

ask-carried = Please write what was carried out, when and by whom (petition <code>{ $code }</code>). Attach photos or documents as evidence, or say why there are none. The resident will read this report.
report-before =
    <b>The earlier report on { $code }, which was not confirmed</b>
    { $words }
ask-carried-again = ↩️ The resident reads only this new report; words and files of the earlier report do not go along. Please copy what still holds from the message above.
report-before-unread = ↩️ The resident reads only the words above; words and files of the earlier report do not go along.
carried-taken =
    📝 <code>{ $code }</code>
    { $files ->
        [0] The report is taken. Please add photos or documents as evidence, then press “Send”.
        [one] The report and 1 file are taken. Add more, or press “Send”.
       *[other] The report and { $files } files are taken. Add more, or press “Send”.
    }
report-so-far =
    <b>The resident will read, once the Fatherland Front office confirms it</b>
    { $words }
weak-head-report = ⚠️ <b>The report lacks:</b>
done-carried = ✅ <code>{ $code }</code> is reported as carried out and waits for the Fatherland Front office to confirm it.
carried-head =
    <b>Reported as carried out: { $code }</b>
    { $field } · { $body }
carried-words =
    <b>Report, which the resident reads once it is confirmed</b>
    { $words }
decided-carried =
    <b>Confirmed as carried out: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
decided-carried-weak =
    <b>Confirmed as carried out all the same: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
decided-followed =
    <b>Not done yet, a new date was set: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
done-confirmed = ✅ <code>{ $code }</code> is confirmed as carried out; the resident will be told.
news-carried =
    ✅ The Fatherland Front office has confirmed that <code>{ $code }</code> is carried out
    { $field }
told-carried =
    <b>Petition { $code }: the { $body } reports that it is carried out</b>
    { $words }

    The Fatherland Front office has confirmed it. Thank you for speaking up.
told-carry-moved =
    <b>Petition { $code }: a new date for carrying it out</b>
    { $unfinished ->
        [yes] The { $body } has not finished yet. It now has until { $due }.
       *[no] The { $body } now has until { $due }.
    } The Fatherland Front office goes on following it up.
followed-carry-moved =
    <b>A petition that you follow: { $code }</b>
    There is a new date for carrying it out. { $unfinished ->
        [yes] The { $body } has not finished yet; it now has until { $due }.
       *[no] The { $body } now has until { $due }.
    }
step-confirm_carried = Carried out, confirmed by the Fatherland Front office

card-carry-will = 📅 Once signed off, this is followed up until { $due }
card-carry-due = 📅 To be carried out by: { $due }
card-carry-reported = 📅 To be carried out by: { $due } (reported as done { $at }, to be confirmed)
card-carried = ✅ Carried out (reported { $at })
card-follow_up =
    <b>Followed up</b>
    { $words }
    <i>{ $at }</i>
card-carry_out =
    <b>The body reports it carried out</b>
    { $words }
    <i>{ $at }</i>
reminder-carry-due = To be carried out by: { $due }
reminder-late-said = The competent body said on { $at } that it cannot make it; the Fatherland Front office has set no new date yet. Until then this date stands. Once done, please report it on the card.
reminder-carry-ask =
    Once it is done, the competent body is asked to report so on the card.
    { carry-later }
carry-later = If it cannot be done in time, please press “Cannot make it” on the card and say why and when it will be done; the Fatherland Front office may set a new date.
carry-not-awaited = This petition is not followed up, or the body has reported already.
carry-not-reported = The body has not reported this petition as carried out, or that is confirmed already.

tasks-carry =
    <b>{ $body }: { $count ->
        [one] 1 answered petition
       *[other] { $count } answered petitions
    } still to be carried out</b>
board-followed =
    📅 <b>Followed up until carried out: { $total ->
        [one] 1 petition
       *[other] { $total } petitions
    }</b>
board-followed-row =
    • { $body }: <b>{ $total }</b>{ $overdue ->
        [0] {""}
       *[other] , { $overdue } overdue
    }
queue-followed_up = <b>Followed up until carried out</b> – earliest due first
button-view-followed_up = 📅 Follow-up ({ $count })
inform-confirm_carried = carried out
