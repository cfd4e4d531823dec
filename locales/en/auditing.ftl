### The auditor: the history compared, who read what; opening a name with a reason.

card-named-body = 👤 A name was given
card-named-office = 👤 A name was given (not to be known by the competent body)
card-reach-kept = ☎️ There is a way to reach the author
button-person = 👤 See name and contact
ask-purpose = <b>{ $code }</b>: what is the name needed for? Who sees it and why is recorded.
button-purpose-reach = To call or write to the author
button-purpose-verify = To compare the name with a paper
button-purpose-paper = To put the name in a document
button-purpose-audit = To check how it was handled
person = The author of petition <b>{ $code }</b>
no-name = No name was given with this petition.

command-audit = Compare the history of petitions
command-access = Who read what
command-roles = Who gave, ended, renamed roles
audit-whole =
    { $total ->
        [0] There is no petition to compare yet.
        [1] ✅ The only petition compared: the history was not changed.
       *[other] ✅ { $part ->
            [all] All { $total } petitions
           *[newest] The newest { $checked } of { $total } petitions
        } compared: the history was not changed.
    }
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
access-row =
    • { $at } – { $who }: { $what }{ $of }{ $times ->
        [1] {""}
       *[other] {" "}({ $times } times since { $since })
    }{ $why }
read-of = {" "}{ $code }
read-why = {" "}– to { $purpose ->
        [reach] call or write to the author
        [verify] compare the name with a paper
        [paper] put the name in a document
       *[audit] check how it was handled
    }
read-card = opened the case
read-name = saw name and contact of
read-find = searched
read-wrong_secret = typed a wrong secret
read-other = read data
roles-head = <b>Roles: who gave, ended or renamed them</b>, the newest first
roles-granted = • { $at } – { $by }: gave role no. { $number } to { $who } – { $role }
roles-revoked = • { $at } – { $by }: ended role no. { $number } of { $who } – { $role }
roles-renamed = • { $at } – { $by }: changed the name at role no. { $number } from “{ $before }” to “{ $who }” – { $role }
roles-by-server = command on the server
