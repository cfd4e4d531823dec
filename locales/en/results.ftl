### The result: how far the matter is, as the lead body's answer names it.

result-settled = settled
result-in_progress = being settled
result-planned = to be settled, by a schedule
result-explained = explained, information given
result-unanswered = not answered
card-result = Result: { $result }
card-result-corrected = Result: { $result } (corrected at sign-off; the competent body named: { $named })
ask-result = Each button that sends names a result. Please press the one that fits what was done; the resident reads it with the answer.
result-needed = Not sent: please send by a button that names the result.
outcome-settled = <b>Result: settled.</b>
outcome-in_progress = <b>Result: being settled</b>, not finished yet.
outcome-planned = <b>Result: to be settled</b>, by the schedule named below.
outcome-explained = <b>Result: explained, information given</b> on what you raised.
step-sign_off-settled = Result: settled. Answer of the
step-sign_off-in_progress = Result: being settled. Answer of the
step-sign_off-planned = Result: to be settled, by a schedule. Answer of the
step-sign_off-explained = Result: explained, information given. Answer of the
step-sign_off-unanswered = Result: not answered. Letter of the
button-send-as = ✅ Send: { $result }
button-results = ✏️ Correct the result
button-result-as = Correct to: { $result }
