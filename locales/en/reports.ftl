### Reports to leaders: figures by week, month, quarter, year; no words of residents.

period-week = Week { $number }/{ $year }
period-month = Month { $number }/{ $year }
period-quarter = Quarter { $number }/{ $year }
period-half = { $number ->
    [1] First half of { $year }
   *[other] Second half of { $year }
}
period-nine = First { $number } months of { $year }
period-year = Year { $year }
period-unknown = “{ $period }” is no period. Write 2026 (the year), 2026-H1 (its first half), 2026-9M (its first nine months), 2026-Q3 or quarter 3, 2026-07 or month 7, 2026-W28 or week 28, this month, last week.
period-future = { $period } has not begun, so it has no figures yet.

report-head =
    <b>{ $period } – { $unit }</b>
    { $days }
report-running = <i>This period is not over: up and down compare it with an equally long start of the one before.</i>
report-days = { $first } – { $last }
report-quiet = Nothing new came in this period, and nothing ended.
report-received = 📥 New: <b>{ $value }</b>{ $change }
report-ended = ✅ Ended: <b>{ $value }</b>{ $change }
report-open_after = 📂 Still open: <b>{ $value }</b>{ $change }
report-standing =   • in hand <b>{ $in_hand }</b>; answered, waiting for the resident’s word <b>{ $awaiting }</b>
report-split =   • split: <b>{ $value }</b>; the first petition and each of its parts are counted
report-in_hand = 📂 In hand: <b>{ $value }</b>{ $change }
report-unaccepted = 📨 Not accepted by a body yet: <b>{ $value }</b>
report-awaiting = 💬 Answered, waiting for the resident’s word: <b>{ $value }</b>
report-on_time_rate = ⏱ Answered on time: <b>{ $value }%</b> ({ $part }/{ $whole }){ $change }
report-told_rate = ✉️ First news on time: <b>{ $value }%</b> ({ $part }/{ $whole }){ $change }
report-solved_rate = 👍 Solved, say residents: <b>{ $value }%</b> ({ $part }/{ $whole }){ $change }
report-results =
    📋 What came of the answers: settled <b>{ $settled }</b>, being settled <b>{ $in_progress }</b>, to be settled <b>{ $planned }</b>, explained <b>{ $explained }</b>{ $result_open ->
        [0] {""}
       *[other] , reopened or no result named <b>{ $result_open }</b>
    }
report-median_days =
    { $value ->
        [0] ⌛ At least half were answered <b>on the same day</b>{ $change }
        [one] ⌛ At least half were answered within <b>one</b> day{ $change }
       *[other] ⌛ At least half were answered within <b>{ $value }</b> days{ $change }
    }
report-overdue = 🔴 Answer overdue: <b>{ $value }</b>{ $change }
report-overdue-then = 🔴 Answer overdue at the end of the period, by the dates in force now: <b>{ $value }</b>{ $change }
report-followed = 📌 Followed up: carried out <b>{ $carried_out }</b>, still to be carried out <b>{ $followed_up }</b>, of these overdue <b>{ $carry_overdue }</b>
report-late =
    { $days ->
        [0] • { $body }: { $count }, since today
        [one] • { $body }: { $count }, for a day at most
       *[other] • { $body }: { $count }, up to { $days } days
    }
report-unsolved = 👎 Not solved, say residents, to be looked at again: <b>{ $value }</b>{ $change }
report-reopened = ↩️ Taken up again after its end: <b>{ $value }</b>{ $change }
report-recurring = 🔁 Matters that came 3 times or more: <b>{ $value }</b>{ $change }
report-escalated = ⬆️ Brought before the body above: <b>{ $value }</b>{ $change }
report-untold_late = 🟠 First news of the office overdue: <b>{ $value }</b>{ $change }
report-turned_to_paper = 📄 Denunciations guided to a signed letter: <b>{ $value }</b>{ $change }
report-hot = <b>Far more than in the 8 weeks before</b>
report-hot-spot = 🔥 { $field }{ $place }: <b>{ $now }</b>, before { $usual }
report-hot-in = , { $group }
report-withheld = ⚠️ { $count } figures are left out because they do not add up:
report-withheld-rule = <code>{ $rule }</code>
change-same = , as before
change-up = , up { $by }
change-down = , down { $by }
change-up-points = , up { $by } points
change-down-points = , down { $by } points

summary-decide = <b>To be decided or pressed for</b>
summary-decide-row =
    • { $status }: <b>{ $count }</b>{ $overdue ->
        [0] {""}
       *[other] , of them overdue: <b>{ $overdue }</b>
    }
summary-missed = While nothing ran, these weeks’ summaries were not sent: { $periods }. See them with /report and the period, such as /report last week.
summary-proof = <i>Digest of all petitions, to compare with when their history is audited: <code>{ $digest }</code>…</i>
news-summary-failed = ⚠️ The summary of { $period } for the leaders could not be made. It is tried again every minute; the log says why.
news-leader-unreachable = ⚠️ Reports do not reach a leader ({ $who }): they blocked the bot or left Telegram.

button-report-body = By body
button-report-field = By field
button-report-group = By group
button-period = 📅 { $period }
button-report = ‹ Back to the report
button-look = 📊 Open the report
button-part = { $name }
button-part-back = ‹ { $name }
button-list = { $what }: { $count }
button-ask-body = ❓ Ask for an explanation
button-ask-body-yes = Ask for it
ask-explain = Ask <b>the { $body }</b> to explain its figures ({ $period })? It is told at once and has 5 working days to answer.
button-explain = ✍️ Explain
report-by-body =
    <b>{ $period } – by body</b>
    <i>Each petition counts once, with whoever has it at the end of the period; one whose answer waits to be signed off counts with the Fatherland Front office.</i>
report-by-field = <b>{ $period } – by field</b>
report-by-group = <b>{ $period } – by residential group</b>
report-part = • { $name }: new { $received }, ended { $ended }, in hand { $in_hand }{ $unaccepted ->
        [0] {""}
       *[other] {" "}(not accepted yet { $unaccepted })
    }, answer overdue { $overdue }
report-part-office = • { $name }: new { $received }, ended { $ended }, in hand { $in_hand }, first news overdue { $untold_late }
report-group = Residential group { $group }
report-parts-more =
    { $count ->
        [one] <i>One line with less is left out here.</i>
       *[other] <i>{ $count } lines with less are left out here.</i>
    }
report-parts-hidden = <i>“…”: how many are new is not shown, since beside the figures of the residential groups it could give a sender away.</i>
report-part-head = <b>{ $name }</b> – { $period }
report-cells = <b>New, by field</b>
report-cell = • { $field }: { $count }
report-cells-hidden = • Some fields are not shown: their counts are under { $smallest }, or would give such a count away.
report-list = <b>{ $what }</b> – { $period }
report-list-of = <b>{ $what }</b> – { $period }, { $name }
report-code =
    • <code>{ $code }</code>{ $times ->
        [1] {""}
       *[other] {" "}(×{ $times })
    }
report-no-codes = There is no petition.
report-no-body = Fatherland Front office
report-of-office = <i>What has not been referred, what bodies returned, answers to be signed off, what residents called unsolved again and is being considered, and what ended without any body’s answer.</i>
report-no-field = no field yet
report-no-group = group not known
report-changed = The figures have changed. Please send /report again.
figure-received = New
figure-ended = Ended
figure-in_hand = In hand
figure-reopened = Taken up again after its end
figure-answered = Answered
figure-overdue = Answer overdue
figure-followed_up = To be carried out
figure-carry_overdue = Carrying out overdue
summary-asked = <b>Explanations not given yet</b>
summary-asked-row = • { $body }: { $period }, due { $due }
summary-asked-late = • { $body }: { $period }, <b>overdue since { $due }</b>
directive = ❓ A leader asks for an explanation of this body’s figures ({ $period }). Due: { $due }.
directive-open = This body has been asked already to explain its figures of that period.
directive-unreached = This body has no group and no officer on Telegram, so the request would not reach it here. Please send it in writing.
directive-answered = This has been explained already.
directive-answered-by =
    <b>The { $body } explains its figures ({ $period })</b>
    { $words }
done-directive = The { $body } has been asked; due { $due }. It stands in each weekly summary until there is an explanation.
ask-directive = Please explain the figures ({ $period }) in one message: why, what is being done, until when. Please name no resident.
done-explained = The explanation has gone to the leader.
command-report = Figures of a period

picture-head = { $period } – { $unit }
picture-flow = New, ended, left open
picture-received = new
picture-ended = ended
picture-open = left open
picture-on-time = Answered on time, by body
picture-fields = Fields with most petitions
picture-usual = { $now } (usually { $usual })
picture-count = { $now }
picture-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
picture-ages = How long the open ones have waited
picture-open_to_7 = up to 7 days
picture-open_to_30 = 8–30 days
picture-open_to_90 = 31–90 days
picture-open_longer = longer
picture-few = Few petitions came of any field, so no numbers are shown.
picture-nothing = There are no figures for this period.
workbook-sheet = Petitions
workbook-code = Code
workbook-filed_at = Filed at
workbook-source = Source
workbook-level = Level
workbook-kind = Kind
workbook-field = Field
workbook-group = Residential group
workbook-body = Lead body
workbook-status = Status
workbook-sent_at = Referred or reopened
workbook-accepted_at = Accepted at
workbook-due_at = Answer due
workbook-answered_at = Answered at
workbook-signed_off_at = Signed off at
workbook-earlier_due_at = Earlier answer due
workbook-earlier_answered_at = Earlier answer given
workbook-earlier_signed_off_at = Earlier answer signed off
workbook-closed_at = Ended at
workbook-rating = Judgement
rating-solved = solved
rating-partly = partly solved
rating-not = not solved
workbook-result = Result
workbook-carry_due_at = To be carried out by
workbook-carried_at = Reported carried out

paragraph-head = <b>Results of supervision, social criticism and reception – { $period }, { $unit }</b>
paragraph-own = 1. The Standing Board of the Front sent { $supervisions_own } supervision teams of its own.
paragraph-works = 2. Community supervision of investment: { $works } works; { $works_wrong } with violations; { $works_mended } remedied.
paragraph-joint = 3. { $supervisions_joint } joint supervisions: building order { $joint_building }; grassroots democracy { $joint_democracy }; land { $joint_land }; other fields { $joint_other }.
paragraph-conferences = 4. { $review_conferences } conferences of social criticism; { $comment_sessions } sessions of comments on the building of Party and government; { $dialogues } dialogue conferences.
paragraph-petitions = 5. { $receptions } people received; { $received } petitions (above the ward { $above }, wards { $ward }): complaints { $complaints }; denunciations { $denunciations }; suggestions and reports { $suggestions }; others { $other_kinds }.

alert-danger = 🚨 <b>A petition just filed speaks of danger: <code>{ $code }</code></b>
alert-many = 👥 <b>{ $many } residents or more report one matter: <code>{ $code }</code></b>
alert-overdue = 🔴 <b>Reported above and overdue: <code>{ $code }</code></b>
alert-about = { $field } · { $stands ->
        [proposed] not referred yet; proposed: { $body }
        [nobody] not referred yet
       *[referred] { $body }
    }
alert-report = Figures: /report
