### Words to officers: the Fatherland Front office, the competent bodies, the administrator.

help-triage_officer =
    <b>Triage officer</b>
    /queue – what waits: new, mine, due soon, overdue, by field, by body
    /counter – file for somebody who does not use Telegram, print the receipt
    /find – find by words (with or without diacritics) or by code
    /templates – shared templates of answers
    /registers – registers of supervision, social criticism, comments, receptions, dialogues; from Excel too
    /board – what bodies owe, overdue and due soon, with the reminders sent; what is followed up
    /overview – numbers by status; overdue and due soon by body
    On the card of each petition: refer, reclassify, ask, guide elsewhere, refuse, note, assign.
help-senior_officer =
    <b>Senior officer</b>
    /queue – answers that wait for sign-off, requests for more time, and the other queues
    /counter – file for somebody who does not use Telegram, print the receipt
    /find – find by words or by code
    /templates – shared templates of answers
    /registers – registers of supervision, social criticism, comments, receptions, dialogues; from Excel too
    /board – what bodies owe, overdue and due soon, with the reminders sent; what is followed up
    /overview – numbers by status; overdue and due soon by body
    /report – this week’s report; name a period for another one, such as /report quarter 3
    Only an answer that is signed off reaches the resident.
help-body_officer =
    <b>Officer of a competent body</b>
    /tasks – what your body has in hand, and what was answered and is still to be carried out
    In the competent body’s group: press the buttons on a case, then reply to the bot’s message when it asks.
help-body_head =
    <b>Head of a competent body</b>
    /tasks – what your body has in hand, and what was answered and is still to be carried out
    “Give to an officer” on a case: say which officer of your body works on it. The other buttons: accept, ask, answer, as an officer does.
help-leader =
    <b>Leader</b>
    /overview – numbers of petitions by status; overdue and due soon by body; without names or words of residents
    /report – this week’s report; name a period for another one, such as /report quarter 3
help-auditor =
    <b>Auditor</b>
    /find – find and read petitions; each opening is recorded
    /audit – compare the history of petitions; add a code for one of them
    /access – who read what; add a code for one petition
    /roles – who gave or ended which role, who changed what somebody is called
    /overview – numbers of petitions by status; overdue and due soon by body
    /report – this week’s report; name a period for another one, such as /report quarter 3
help-administrator =
    <b>Administrator</b>
    /invite – make a one-time invitation link, or a code for a group
    /grants – roles in force, revoke them; bound groups, unbind them
    /rename – change what somebody is called; the role stays
    /erase – erase what was said in a petition that has ended, when its sender asks on paper
    /system – coordination programme in force, how long things are kept, messages set aside because of errors
    To bind a body’s group: get a code with /invite, add the bot to the group, then type there: /bind code. Only administrators and registered officers of that very body can bind it
words-lost = This message belongs to nothing in hand, so it is not kept. Please press the button of what you want to do first, then write; to file a petition of your own, type /new.
words-lost-desk = This message belongs to nothing in hand, so it is not kept. Please press the button of what you want to do first, then write. To take down a petition for somebody else, type /counter and press how it came. To file a petition of your own, type /new.
role-triage_officer = Triage officer
role-senior_officer = Senior officer
role-body_officer = Officer of a competent body
role-body_head = Head of a competent body
role-leader = Leader
role-auditor = Auditor
role-administrator = Administrator
role-of-body = { $role }, { $body }

overview =
    { $total ->
        [0] There are no petitions yet.
        [one] <b>One petition in total</b>
       *[other] <b>{ $total } petitions in total</b>
    }
overview-in-hand =
    <b>{ $total } in hand</b>: { $overdue ->
        [0] none overdue
       *[other] <b>{ $overdue } overdue</b>
    }, { $soon ->
        [0] none due within 2 working days
       *[other] <b>{ $soon } due</b> within 2 working days
    }
overview-holder =
    • { $holder }: <b>{ $total }</b>{ $overdue ->
        [0] {""}
       *[other] , { $overdue } overdue
    }{ $soon ->
        [0] {""}
       *[other] , { $soon } due soon
    }
overview-overdue = <i>Overdue here includes dates to accept and dates of the Fatherland Front office. Reports count overdue answers of bodies alone.</i>
the-office = Fatherland Front office
overview-row = • { $status }: <b>{ $count }</b>
card-head =
    <b>{ $code }</b> – { $status }
    Kind: { $kind }
    { $field } · { $level }
    Competent body: { $stands ->
        [never] referred to none
        [proposed] { $body } (proposed, not referred)
       *[other] { $body }
    }
    Filed { $filed }
sign-off-head =
    <b>For sign-off: { $code }</b>
    { $field } · { $body }
overtaken-answer =
    <b>No longer for sign-off: { $code }</b>
    { $field } · { $body }
    Petition: { $status }, { $at }
decided-signed =
    <b>Signed off: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
decided-signed-weak =
    <b>Signed off all the same: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
decided-sent-back =
    <b>Returned to the competent body: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
sign-off-answer =
    <b>The competent body’s answer</b>
    { $words }
    <i>{ $at }</i>
sign-off-files =
    { $count ->
        [one] 📎 With the answer: one file
       *[other] 📎 With the answer: { $count } files
    }
card-nobody-leads = ⚠️ No body settles this kind, so it cannot be referred as it is: please guide the resident, or press “Reclassify” to change the kind or choose a body.
card-several = ⚠️ It is about several matters, so it cannot be referred as it is: please press “Split” to have each one settled; if it is in truth about one, press “Reclassify”.
card-first-answer = First answer due: { $due }
card-first-answered = First answer due: { $due } (first contacted on { $at })
past-due = { $due } – ⛔ overdue
past-reminded = { $due } – overdue; the Fatherland Front office is reminded of it
past-unanswered = { $due } – overdue; there is no answer yet
card-overdue =
    { $days ->
        [0] ⛔ <b>Overdue since today</b>
        [one] ⛔ <b>Overdue by one day</b>
       *[other] ⛔ <b>Overdue by { $days } days</b>
    }
card-due = To be settled by: { $due }
card-due-once-accepted = To be settled within { $limit } of acceptance
card-acceptance-due = To be accepted or returned by: { $due }
card-reply-due = Answer to the question due: { $due }
card-close-due = Opinion on the answer due: { $due }
card-next = Next step by the Fatherland Front office due: { $due }
card-next-above = The level above answers by: { $due }
card-words =
    <b>The matter</b>
    { $words }
card-files =
    { $count ->
        [one] 📎 One file
       *[other] 📎 { $count } files
    }
card-files-before =
    { $count ->
        [one] 📎 One file of the answer before goes along
       *[other] 📎 { $count } files of the answer before go along
    }
card-place = 📍 { $place }
card-pin = 📍 Location: <code>{ $pin }</code>
card-name-body = 👤 { $name }
card-name-office = 👤 { $name } (not to be known by the competent body)
card-name-nobody = 👤 No name
card-name-unshown = 👤 This card does not give the name
card-street = 🛣 Street of the list: { $street } { $section }
card-paper = ✍️ Signed complaint received { $at }
card-paper-awaited = ✍️ Registered beforehand: the signed complaint is awaited
card-coordinating = 🤝 Could be asked to take part: { $body }
card-erased = The words have been erased.
words-erased = Petition <code>{ $code }</code>: the words have been erased.
card-ask =
    <b>Asked the resident</b>
    { $words }
    <i>{ $at }</i>
card-supply =
    <b>The resident added</b>
    { $words }
    <i>{ $at }</i>
card-supply-edited =
    <b>The resident edited a message</b>
    { $words }
    <i>{ $at }</i>
card-answer =
    <b>The competent body answered</b>
    { $words }
    <i>{ $at }</i>
card-return =
    <b>Returned by the competent body</b>
    { $words }
    <i>{ $at }</i>
card-send_back =
    <b>Asked to be clearer</b>
    { $words }
    <i>{ $at }</i>
card-dispute =
    <b>Resident: not solved</b>
    { $words }
    <i>{ $at }</i>
card-dispute-silent = <b>Resident: not solved</b> – { $at }
card-rate-solved = <b>Resident: solved</b> – { $at }
card-rate-partly = <b>Resident: partly solved</b> – { $at }
card-close = Ended; the resident said nothing more – { $at }
card-guide =
    <b>Guided the resident elsewhere</b>
    { $words }
    <i>{ $at }</i>
card-store =
    <b>Refused, for this reason</b>
    { $words }
    <i>{ $at }</i>
card-uphold =
    <b>Explained to the resident</b>
    { $words }
    <i>{ $at }</i>
files-of =
    📎 Petition <code>{ $code }</code>: { $count ->
        [one] one file
       *[other] { $count } files
    }
files-replaced =
    { $count ->
        [one] One file of earlier steps is left out.
       *[other] { $count } files of earlier steps are left out.
    } To see all files, please press “Read everything” on the card, then “See the files”.
notes-of = <b>Internal notes on petition { $code }</b> ({ $count })
card-note =
    🗒 <b>Internal note</b>
    { $words }
    <i>{ $who }, { $at }</i>
card-note-of-body =
    🗒 <b>The body writes about the date</b>
    { $words }
    <i>{ $who }, { $at }</i>

ask-question = Please write the question to the resident (petition <code>{ $code }</code>).
ask-guidance = Please write the guidance: where to go, whom to see, what to bring (petition <code>{ $code }</code>).
ask-reason-store = Please write why it is not taken further; the resident will read it (petition <code>{ $code }</code>).
ask-note = Please write the internal note; only the Fatherland Front office can read it (petition <code>{ $code }</code>).
ask-explanation = Please write the explanation to the resident before closing (petition <code>{ $code }</code>).
ask-reason-send-back = Please write what the competent body must make clearer (petition <code>{ $code }</code>).
ask-reason-return = Please write why petition <code>{ $code }</code> goes back to the Fatherland Front office: not yours (then whose?), or unclear (then what is missing?).
ask-answer = Please write the answer: what was done, when, by whom (petition <code>{ $code }</code>). Add photos or documents as evidence (up to 20 MB each).
answer-taken =
    📝 <code>{ $code }</code>
    { $files ->
        [0] Answer received. Please add photos or documents as evidence, then press “Send”.
        [one] Answer and one file received. Please send more, or press “Send”.
       *[other] Answer and { $files } files received. Please send more, or press “Send”.
    }
reply-here = <i>Please press Reply on this message and write. To stop, type /cancel.</i>
taken-from = 👤 Written by: { $who }
taken-from-as = 👤 Written by: { $who } (on Telegram: { $name })
reply-to-add = <i>To send more, please press Reply on this message.</i>
answer-before =
    <b>The earlier answer about { $code }, which was sent back</b>
    { $words }
sent-back-rest = <i>All of it is on the card.</i>
ask-answer-again =
    { $parts ->
        [0] ↩️ The resident reads only this new answer, not the words of the earlier one. Please copy what still holds from the message above.
       *[other] ↩️ What was saved with “Answer a part” goes along and need not be written again. The resident does not read the words of the earlier answer; please copy what still holds from the message above.
    }
answer-before-unread =
    { $parts ->
        [0] ↩️ The resident reads only the words above, not those of the earlier answer.
       *[other] ↩️ The words above include what was saved with “Answer a part”. The resident does not read those of the earlier answer.
    }
answer-files-of-parts =
    { $count ->
        [one] 📎 The file that was saved with “Answer a part” goes along.
       *[other] 📎 The { $count } files that were saved with “Answer a part” go along.
    }
answer-files-stay =
    { $count ->
        [one] 📎 The file of the answer before goes along; new ones take its place.
       *[other] 📎 The { $count } files of the answer before go along; new ones take their place.
    }
answer-files-replaced =
    { $count ->
        [one] 📎 The new files go along, in the place of the one of the answer before.
       *[other] 📎 The new files go along, in the place of the { $count } of the answer before.
    }
answer-so-far =
    <b>The resident will read</b>
    { $words }
answer-for-lead =
    <b>The lead body will read</b>
    { $words }
worded =
    <b>The resident of petition { $code } will read</b>
    { $words }

    If it is right, press “Send”. To change it, write all of it again.
words-too-few = This is too short for the reader to understand. Please write more, at least { $least } words.
cancelled-act = Cancelled; petition <code>{ $code }</code> has not changed.
ask-class =
    Petition <code>{ $code }</code>: what do you want to change?
    Kind: { $kind }
    Field: { $field }
    Competent body: { $body }
choose-kind =
    Petition <code>{ $code }</code>: choose the kind
    Now: { $kind }
choose-field =
    Petition <code>{ $code }</code>: choose the field
    Now: { $field }
choose-body =
    Petition <code>{ $code }</code>: choose the competent body
    Now: { $body }
ask-denounce-wholes = This petition was split from { $codes }. The denunciation still stands there, so the words and files there will be erased too.
done-denounced-wholes = The words and files of { $codes }, from which this petition was split, are erased too.
denounced-kept = Petitions that belong to it keep their words: { $codes }. Please open them; if the denunciation stands there too, erase it in the same way.
ask-denounce = Is petition <code>{ $code }</code> a denunciation? Its words, photos and name will be erased for ever; the resident is guided to file it in person.
done-referred = ✅ <code>{ $code }</code> has been referred to the { $body }.
done-referred-unreached = ⚠️ <code>{ $code }</code> is recorded as referred to the { $body }, but this body has no group and no officer on Telegram. Please send the referral in another way and have the administrator invite them (with /invite).
done-asked = ✅ The question to the resident of <code>{ $code }</code> is noted.
done-guided = ✅ The guidance for the resident is noted; <code>{ $code }</code> ends here.
done-stored = ✅ The reason for the resident is noted; <code>{ $code }</code> is closed and not taken further.
done-noted = ✅ Note added to <code>{ $code }</code>.
done-upheld = ✅ The explanation for the resident is noted; <code>{ $code }</code> is closed.
done-sent-back = ✅ The request to make the answer to <code>{ $code }</code> clearer is noted.
done-returned = ✅ <code>{ $code }</code> goes back to the Fatherland Front office.
done-accepted = ✅ <code>{ $code }</code> accepted. To be settled by: { $due }.
done-answered = ✅ The answer to <code>{ $code }</code> waits for sign-off.
done-denounced = ✅ The words of <code>{ $code }</code> are erased and the resident has been guided.
done-signed = ✅ The answer to <code>{ $code }</code> is signed off for the resident.
undo-until = <i>Nobody is told before { $at }; until then it can be undone with “Undo”.</i>
done-undone = ↩️ Undone; nobody was told. Petition <code>{ $code }</code> is again: { $status }.
undo-too-late = This can be undone only within { $seconds } seconds; the messages are on their way.
undo-overtaken = This cannot be undone: something else has been done since (or it was undone already). Please open the petition.
undo-not-yours = Only the person who has just done this can undo it.
news-filed =
    🆕 New petition <code>{ $code }</code>
    { $field }
news-supplied =
    ➕ The resident added to <code>{ $code }</code>
    { $field }
news-returned =
    ↩️ The competent body returned <code>{ $code }</code>
    { $field }
news-disputed =
    ❗ The resident says that <code>{ $code }</code> is not solved
    { $field }
news-signed =
    ✅ The answer is signed off for the resident: <code>{ $code }</code>
    { $field }
news-withdrawn =
    The resident has withdrawn petition <code>{ $code }</code>
    { $field }
news-unreachable =
    ⚠️ Messages do not reach the author of <code>{ $code }</code> (the bot was blocked or the account closed). Please use another way if there is one.
    { $field }
news-bound = The { $body } has just been bound to a group. If no administrator gave out the code, please check at once.
news-granted = An invitation has been used. New role: { $role } – { $label }.
tasks-head =
    { $count ->
        [0] The { $body } has nothing waiting.
        [one] <b>{ $body }: one petition</b>
       *[other] <b>{ $body }: { $count } petitions</b>
    }
tasks-row =
    <code>{ $code }</code> – { $field }
    Due: { $due }
tasks-row-accept =
    <code>{ $code }</code> – { $field }
    To be accepted by: { $due }
not-accepted-yet = not yet set; counted from acceptance

invited = ✅ You now have the role: <b>{ $role }</b>.
button-uninvite = Cancel this invitation
uninvited = ✅ The invitation ({ $role } – { $label }) is cancelled. Its link can no longer be used.
uninvited-group = ✅ The code to bind a group to the { $body } is cancelled. It can no longer be used.
invitation-over = This invitation has been used or cancelled, or has expired. A role that was given can be ended with /grants.
invitation-held = You already have this role. The link can still be used: please pass it on to whoever is invited.
invitation-own = You made this invitation yourself, so you cannot take it. It can still be used: please pass it on to whom it is for. For a role of your own, please ask another administrator to invite you.
invitation-dead = This invitation is not right, has been used, has expired or was revoked. Please open the very link that was sent, or ask the administrator for a new one.
code-dead = This code is not right, has been used, has expired or was revoked. Please look at each sign again, or ask the administrator for a new one.
invitation =
    Invitation link ({ $role } – { $label }), for one use, valid for 7 days. Please pass it on in private to the right person:
    { $link }
invited-group =
    Code to bind a group to the { $body }, for one use, valid for 7 days. Add the bot to the group, then type there:
    <code>/bind { $code }</code>
invite-choose-role = <b>Invite whom?</b> Choose the role; for a body, the body next.
invite-typed =
    You can also type it, with what colleagues call the person:
    <code>/invite triage_officer Front desk 2</code>
    <code>/invite body_officer ward_police Duty officer</code>
invite-choose-body = <b>{ $role }</b>: choose the body
role-of-group = Code that binds a body’s Telegram group
button-role = { $role }
label-by-role = named by role and number
ask-label =
    <b>Invitation: { $role }</b>
    What do colleagues call this person? Please write a position or a place in a few words, such as “Reception, desk 2”. It is shown on cards and in lists.
ask-label-default = Without a name of their own they are called “{ $role }” with a number.
hint-label = Position or place
button-by-role = Name by role and number
label-taken = Somebody else goes by this name. Please choose another one, so that the two can be told apart.
label-too-long = This name may have up to { $limit } characters. Please shorten it.
unknown-role = There is no role “{ $role }”. Roles are typed by their code, for example <code>/invite leader</code>; or type /invite and choose from the list.
unknown-body =
    There is no body “{ $body }” in the programme. { $near ->
        [none] Type /invite to choose from the list.
       *[other] Did you mean { $near }? Type /invite to choose from the list.
    }
body-needed = This role needs the code of a competent body, for example: /invite body_officer ward_police. To choose from the list, type /invite.
body-not-needed = This role belongs to no body.
grants-head = <b>Roles in force</b> – newest first
grants-many = There are { $count } roles in force. Choose a role to see who holds it.
grants-of-role =
    <b>{ $role }: { $count ->
        [1] one person
       *[other] { $count } people
    }</b> – newest first
grants-row =
    { $id }. <b>{ $who }</b>
    { $role } · since { $since }
grants-row-of-body =
    { $id }. <b>{ $who }</b>
    { $role } · { $body } · since { $since }
button-grants-of = { $role } ({ $count })
rename-how =
    Please type the number of the role in the list of /grants, then the new name. For example:
    <code>/rename 3 Clerk at desk 2</code>
renamed = ✅ The name has been changed; the role stays:
ask-revoke = Revoke the role below? From then on nothing can be done with it.
ask-revoke-last = ⚠️ Nobody else holds this role.
button-revoke-yes = Yes, revoke
button-grants = ‹ Roles in force
revoked = ✅ The role of <b>{ $who }</b> has been revoked: { $role }. They will be told.
role-ended = You no longer hold the role: { $role }. If you have a question, please ask the administrator of the Fatherland Front office.
revoked-unreached = ⚠️ The { $body } now has no group and no officer on Telegram, so cards reach nobody there. Please bind a group or invite an officer with /invite.
unknown-grant = There is no such role, or it is no longer in force. See the number of each role in /grants.
last-administrator = This is the last administrator and cannot be revoked. Please invite another one first.
group-replaced = The { $body } is now bound to another group. This group no longer receives referrals.
group-unbound = This group is no longer bound to the { $body } and gets no more cards.
bind-in-group = This command is typed in the body’s group: add the bot to the group, then type there: /bind code (the code comes from the administrator).
groups-head = <b>Groups bound to a body: { $count }</b>
groups-row = • { $body }
groups-none = There is none yet.
groups-how = To bind another: get a code with /invite, add the bot to the group, type there: /bind code
ask-unbind = Unbind the group of the { $body }? Cards then go to each officer of the body who is on Telegram.
ask-unbind-unreached = ⚠️ Unbind the group of the { $body }? This body has no officer on Telegram: from then on cards reach nobody there.
unbound = ✅ The group of the { $body } is unbound.
unbound-unreached = ⚠️ The group of the { $body } is unbound. This body has no other group and no officer on Telegram, so cards reach nobody there. Please bind a new group or invite an officer with /invite.
unknown-group = This group is no longer bound to a body.
button-groups = 👥 Bound groups
button-unbind = Unbind: { $body }
button-unbind-yes = Yes, unbind
group-hello = This group is not bound to a competent body: an administrator or a registered officer of the body, please type /bind code (from the administrator) within a day, or the bot leaves the group. Residents send petitions in the private chat with the bot (@{ $bot }), not in this group.
group-not-bound = This group is bound to no body, so nothing can be done with a card here. Officers of the body, please type /tasks in the private chat with the bot.
group-to-bind = To bind this group, please type here: /bind code (from the administrator, for one use).
group-taken = This group is bound to the { $body }; the code can still be used. To change the body, please ask the administrator to unbind the group first in /grants, then type this again.
bind-not-yours = This code binds a group to the { $body }: only administrators and registered officers of that body can do it. The code can still be used.
bind-usage = Please type: /bind code (from the administrator, for one use).
bound = ✅ This group is bound to the { $body }. Referrals will be sent here. Only registered officers may act. What the body has in hand: /tasks
group-help =
    In this group:
    /tasks – what the body has in hand
    /cancel – stop what you are writing
    To work on a petition, press a button on its card. When the bot asks you something, reply to that message.
reply-nowhere = Your last message was not added to any petition.
anonymous-admin = Your last message was not recorded. Please act under your own account, not as an anonymous administrator: turn “Remain anonymous” off in your rights in this group and try again.
mention = <a href="tg://user?id={ $user }">{ $name }</a>
erased = The words of this petition have been erased, so this can no longer be done.
news-group-lost = ⚠️ The bot was put out of the group of the { $body }. From now on cards go to this body’s officers on Telegram, each in private. To use the group again, an administrator gets a new code with /invite.
news-group-lost-unreached = ⚠️ The bot was put out of the group of the { $body }. This body has no other group and no officer on Telegram, so cards reach nobody there. To use the group again, an administrator gets a new code with /invite.
news-body-without-group =
    ⚠️ Messages no longer reach the group of the { $body } (the bot was put out). Its officers have been sent the card of <code>{ $code }</code> in private.
    { $field }
news-body-unreachable =
    ⚠️ Messages no longer reach the group of the { $body } (the bot was put out). Petition <code>{ $code }</code> may not have arrived; please use another way.
    { $field }
body-clock-moved = The limit is now <b>{ $due }</b>: the days of waiting for the resident do not count.
body-supplied =
    <b>The resident added to petition { $code }</b>
    { $words }
body-revised =
    <b>The resident edited a message of petition { $code }</b>
    { $words }
paper-needed = A complaint is referred only once its signed paper is there. Please ask the sender for it, or reclassify.
nobody-leads = Nobody settles petitions of this kind. Please guide the sender, or reclassify it.
not-to-be-set = This kind or body cannot be chosen.
button-recall = Take back from the body
news-recalled =
    The Fatherland Front office has taken back petition <code>{ $code }</code>
    { $field }
done-paper = ✅ The signed paper of <code>{ $code }</code> is noted.
done-recalled = ✅ <code>{ $code }</code> has been taken back. Please refer it elsewhere.
