### Shared templates of answers of the Fatherland Front office.

templates-head = <b>Shared templates of answers</b>
templates-none = There is no template yet.
template-row =
    <b>{ $use }</b> – { $field }, { $kind }
    { $words }
template-of = <b>{ $use }</b> – { $field }, { $kind }
template-words = { $words }
template-choose-use = When is the template used?
template-choose-field = For which field?
template-choose-kind = For which kind?
template-use-ask = Ask the resident
template-use-guide = Guide elsewhere
template-use-store = Refuse with a reason
template-use-uphold = Explain and close
any-field = any field
any-kind = any kind
any-result = any result
template-choose-result = After an answer with which result?
template-use-after = { $use } ({ $result })
ask-template =
    Please write the template. These are filled in from each petition:
    • <code>{"{"}code{"}"}</code>: the code of the petition
    • <code>{"{"}body{"}"}</code>: the body that settles it
    • <code>{"{"}unit{"}"}</code>: the name of the area, “{ $unit }”
    • <code>{"{"}filed{"}"}</code>: the day it was filed
    • <code>{"{"}today{"}"}</code>: the day of the answer
template-saved = ✅ Saved; every triage officer can use it.
template-filled = <b>From the template, filled in.</b> Press “Send”, or write something else.
template-unknown = Not saved: there is no placeholder “{ $name }”. These are known: code, body, unit, filed, today. Please write it again.
template-too-long = Not saved: a template may have up to { $limit } characters. Please shorten it.
template-not-known = “{ $name }” cannot be filled in: this petition has none. Please write something else.
unknown-template = This template is gone. Type /templates for the list.

button-template = 📄 { $words }
button-templates = ‹ Templates
button-any-field = Any field
button-any-kind = Any kind
button-newtemplate = ➕ Add a template
button-rewrite = ✏️ Write anew
ask-discard = Discard this template? Nobody at the office can use it any more.
button-discard-yes = 🗑 Discard it
button-discard = 🗑 Discard
command-templates = Shared templates of answers
