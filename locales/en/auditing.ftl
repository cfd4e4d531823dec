### The auditor: the history compared, who read what; opening a name with a reason.

card-named-body = 👤 A name was given
card-named-office = 👤 A name was given (not to be known by the competent body)
card-reach-kept = ☎️ There is a way to reach the author
button-person = 👤 Open name, way to reach
ask-purpose = <b>{ $code }</b>: what is the name opened for? Who opens it and why is recorded.
button-purpose-reach = To reach the author
button-purpose-verify = To compare papers
button-purpose-paper = To write a document
button-purpose-audit = To audit
person = The author of petition <b>{ $code }</b>
no-name = No name was given with this petition.

command-audit = Compare the history of petitions
command-access = Who read what
audit-whole =
    ✅ { $checked } of { $total } petitions compared, the newest first: the history was not changed.
    Digest of all: <code>{ $digest }</code>
audit-one =
    ✅ Petition <code>{ $code }</code> compared: its history was not changed.
    Digest of all petitions: <code>{ $digest }</code>
audit-faults =
    ⚠️ { $checked } of { $total } petitions compared. In { $count } something does not agree: { $codes }
    To see what: ask the operator to run <code>dannguyen audit verify</code>.
    Digest of all: <code>{ $digest }</code>
access-head = <b>Who read what</b>, the newest first
access-nothing = Nobody has read anything yet.
access-row = • { $at } – { $who }: { $what } { $code } { $why }
read-card = opened the case
read-name = opened the name
read-find = searched
read-wrong_secret = typed a wrong secret
read-other = read data
