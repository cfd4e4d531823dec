### Answers: what is missing in one, and signing it off all the same.

weak-head = ⚠️ <b>The answer lacks:</b>
weak-no_evidence = • Evidence: there is no photo or document, and no word of why not.
weak-phrase = • Substance: so far these are set phrases that would answer anything.
weak-no_act = • What was done: no act is named, done or planned.
weak-no_date = • When: no day or hour is named.
weak-no_doer = • By whom: no team or body is named.
weak-repeats = • A result: it mostly repeats the resident’s own words.
weak-unaddressed = • The resident raises several matters: one of them is not answered.
ask-reason-override = The answer to <code>{ $code }</code> lacks something. Please write why it is signed off all the same; only the Fatherland Front office reads it.
answer-weak = The answer lacks something, so it cannot be signed off. Please send it back, or sign it off with a reason by the button on the case.
card-override =
    <b>Signed off although something is missing</b>
    { $words }
    <i>{ $at }</i>
button-override = ⚠️ Sign off all the same
share-ended = Your body no longer has this in hand: it was returned, answered, taken back by the Fatherland Front office, or withdrawn by the resident.
