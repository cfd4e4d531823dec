### After the answer: a reminder to judge it, a remark, reopening.

told-reminded =
    <b>Petition { $code }: please tell us how it went</b>
    You have had the answer. Has your matter been solved?
told-reminded-undone =
    <b>Petition { $code }: please tell us what you think</b>
    You have had the answer; the matter was not settled then. Has it been solved now?
told-followed-up = The Fatherland Front office is following it up; the competent body has until { $due } to carry it out.
told-followed-up-late = The competent body had until { $due }; that date is past, and it has not reported that it was done. The Fatherland Front office is still following it up.
limit-after-day-off = The promised day is a day off, so the next working day is the limit.
judge-open =
    <b>Petition { $code } has been answered</b>
    Has the matter been solved? Please tell us by { $until }; after that the petition is closed.
judge-ended = Petition <b>{ $code }</b> is closed. If the matter is not solved, you can press “Not solved” until the end of { $until }.
judge-still-open = Petition { $code } has been answered, and you have not judged the answer yet: has the matter been solved? Please press a button below by { $until }; after that the petition is closed.
letter-waits = A letter about petition <b>{ $code }</b> is waiting for your answer.
which-words =
    You have just written: “{ $words }”

    Is this the answer to that letter, or part of the petition that you are writing? Please press a button below.
button-to-letter = 💬 Answer for petition { $code }
button-to-draft = 📝 Put it into the petition I am writing
verdict-with-words = If you press a judgement, what you have just written is sent with it.
unsolved-sent = What you wrote was sent with it.
button-unsolved = 👎 Not solved, send my words too
button-judge = { $code }: { $rating }
rated-thanks = Thank you. Petition { $code } is closed.
rated-partly = We have noted that petition { $code } is <b>partly solved</b>, and it is closed. If the rest is still to be solved, please press “Not solved”: { $reopens ->
        [yes] the petition is reopened
       *[no] the Fatherland Front office considers reopening it
    }.
ask-left = Please write below what is still missing. Your words are kept with the petition.
ask-why = We have noted that petition { $code } is <b>not solved</b>. The Fatherland Front office will consider reopening it.
ask-why-reopened =
    We have noted that petition { $code } is <b>not solved</b>, and it has been reopened at once.
    The { $body } must answer again by { $due }.
ask-missing = Please write below what has not been done, or what is still missing (petition { $code }). You can add photos (each file up to 20 MB).
judged-already = Your judgement of petition { $code } has already been noted.
judged-before = Petition { $code } was judged “{ $rating }” on { $at }.
judged-not = Petition { $code } takes no judgement at the moment.
judged-stands = Where it stands now: <b>{ $seen }</b>.
judged-late = Petition { $code } ended on { $ended }, so this judgement is not taken any more. If the matter is not solved, you can still press “Not solved” below until { $until }.
judged-too-late = Petition { $code } ended on { $ended } and cannot be reopened any more: that was possible until { $until }. If the trouble is still there, please file a new petition with /new.
cancelled-why = Petition <code>{ $code }</code> is still noted as <b>not solved</b>; nothing more was sent.
cancelled-remark = Petition <code>{ $code }</code> is closed; nothing more was sent.
ask-remark = Please write what you think of how petition { $code } was handled, or send photos (up to 20 MB each).
remarked = Thank you for your remark on petition { $code }.
news-reopened =
    ❗ The resident says that it is not solved: <code>{ $code }</code>; reopened, with the same body
    { $field }
card-remark =
    <b>The resident’s remark</b>
    { $words }
    <i>{ $at }</i>
step-reopen = Reopened, with the
step-remark = You remarked
other-step-remark = The sender remarked
button-nothing-more = Nothing more
button-remark = 💬 Write a remark
overtaken-supply = While you were writing, petition { $code } moved on. Your words are still here; please press “Send” to add them to the petition.
overtaken-remark = While you were writing, petition { $code } was closed. Your words are still here; please press “Send” if you want to send them as a remark.
words-unsent =
    What you wrote for petition { $code } has <b>not been sent</b>:
    “{ $words }”

    If it still matters, please send these words again in a new petition.
