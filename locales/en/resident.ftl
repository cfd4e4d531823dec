### Words to residents: short sentences, no jargon.

welcome =
    <b>Dân Nguyện – { $unit }</b>
    Welcome. Here you can send petitions and reports to the Fatherland Front of { $unit }. You will be told the result here.
privacy-short =
    <b>Your data (version { $version }, in short)</b>
    • Kept, encrypted: your words, photos, places and Telegram account; your name if you give it.
    • Used to settle petitions, and for figures without names.
privacy-short-sees = • Read by: { $who }; the competent body your petition is passed to (your name only if you agree).
privacy-short-kept =
    • Kept { $years ->
        [0] as long as the rules on official records require
        [one] until your petition has ended, and one year more
       *[other] until your petition has ended, and { $years } years more
    }.
    • Messages pass through servers abroad: please send no identity papers.
    • Denunciations are not taken: they need a signed letter.
    • You can see, correct or erase your data and take back your consent: /privacy.
privacy =
    <b>Your data (version { $version })</b>
    • We keep: the words, photos and places you send; your name if you give it; your Telegram account, to answer you. All of it is encrypted.
    • What for: to receive, pass on, follow up and answer petitions, and for figures without names.
    • Who receives it: the Fatherland Front office of { $unit }.
privacy-kept =
    • How long: a draft { $days } days; a petition { $years ->
        [0] as long as the rules on official records require; you can erase one that has ended yourself
        [one] until it has ended and one year more
       *[other] until it has ended and { $years } years more
    }. Once erased, words, name and files are gone; the code, the field and the dates of what was done remain.
    • Messages pass through Telegram’s servers abroad. Please do not send identity numbers or photos of identity papers.
    • Denunciations are not taken here: the law asks for a signed letter or a visit in person.
privacy-rights =
    <b>Your rights</b> (Law on Personal Data Protection 2025)
    To see, correct and erase your data; to restrict its use or object to it; to take back your consent; to complain.
    • /status – see, add to or withdraw a petition; erase what a closed one says
    • /privacy – read this again, take back your consent
    • /mydata – see what is kept about you
    • Anything else, also a complaint about data: please visit the Fatherland Front office.
privacy-limits = A request is acknowledged within { $reply }; data is shown, corrected or erased within { $done }, its use stopped within { $stopped } ({ $basis }).
decree = Decree { $number }
privacy-contact = <b>Contact: Fatherland Front office of { $unit }</b>
privacy-ask = Do you agree to your data being used in this way?
limit-wd =
    { $n ->
        [one] one working day
       *[other] { $n } working days
    }
limit-d =
    { $n ->
        [one] one day
       *[other] { $n } days
    }
limit-wh =
    { $n ->
        [one] one working hour
       *[other] { $n } working hours
    }
limit-h =
    { $n ->
        [one] one hour
       *[other] { $n } hours
    }
consent-first = Please choose “I agree” or “I do not agree” first. Nothing you write before that is kept.
words-unkept = What you have just written is not kept. Once you have chosen “I agree”, please send it again.
consent-stands = You have agreed already. To take it back, type /privacy.
ask-consent-back = You have agreed to your data being used. Take your consent back? Anything you are writing will be deleted; petitions you have filed will still be handled.
agreed = Thank you for agreeing. You can write here straight away what you want to report, or press the button below.
refused = We respect your decision and keep nothing about you. You can still come in person to:
refused-kept = You do not agree (or no longer agree). We take no new data from you. The petitions you have filed are still handled; you can withdraw or erase each of them with /status, and you can still come in person to:
refused-danger = In danger call 113 (police), 114 (fire) or 115 (ambulance).
home =
    <b>Dân Nguyện – { $unit }</b>
    What would you like to do?
language-set = Switched to English.
help-own = <b>When you file a petition of your own</b>
help =
    <b>What you can do:</b>{ $reader ->
        [officer] {""}
       *[resident] {" "}just write what you want to report, without any command; or use:
    }
    /new – file a petition
    /status – see, add to or withdraw your petitions
    /cancel – stop what you are doing
    /language – change the language (Tiếng Việt)
    /privacy – how your data is used, who sees it
    /mydata – what is kept about you

    The first answer comes within { $limit }. Files may be up to 20 MB each.

    To see a petition by its code: <code>/status DN-XXXX-XXXX</code>. To follow one from another account, with the secret code on its receipt: <code>/status DN-XXXX-XXXX XXXXX-XXXXX</code>
nothing-to-cancel = There is nothing to cancel.
cancelled = Cancelled. What you had written has been deleted.
cancelled-empty = Cancelled.
draft-found =
    <b>You are in the middle of a petition:</b>
    “{ $words }”

    Go on with it, or drop it and write another one?
draft-found-offer =
    <b>What you wrote has not been sent:</b>
    “{ $words }”

    Go on with it, or drop it and write a petition?
draft-found-addition =
    <b>You are in the middle of writing for petition { $code }:</b>
    “{ $words }”

    Go on, or cancel?
draft-found-files =
    <b>You are in the middle of a petition:</b>
    { $count ->
        [one] one file, no words yet.
       *[other] { $count } files, no words yet.
    }

    Go on with it, or drop it and write another one?
draft-found-addition-files =
    <b>You are in the middle of writing for petition { $code }:</b>
    { $count ->
        [one] one file, no words yet.
       *[other] { $count } files, no words yet.
    }

    Go on, or cancel?
ask-drop = Drop the half-written petition? Its words and files will be deleted for good.

opening-greeting = Hello. Here you can send petitions and reports to the Vietnam Fatherland Front Committee of { $unit }. Just write what you want to report, or choose a button below.
opening-thanks = Thank you. Whenever you need us, just write what you want to report, or choose a button below.
opening-assent = All right. If you are answering a question above, please press a button below that question. Whenever you need us, just write what you want to report, or choose a button below.
about =
    <b>What people often ask</b>
    • Messages here are answered automatically; petitions are read by the officers of the Fatherland Front of { $unit }, who send them to the competent body.
    • Filing a petition costs nothing.
    • The first answer comes within { $limit }.
    • It is your choice whether to give your name. Who sees what: /privacy
    • To see, add to or withdraw what you have filed: /status
    • To see what is kept about you: /mydata
    • To change the language (Tiếng Việt): /language

    To meet or call an officer:
about-onward = If there is something to report, just write it here.
offer-words =
    What you wrote:
    { $words }
offer = Would you like to send what you just wrote as a new petition?
offer-press = Please press one of the buttons below.
offer-which = Does what you just wrote belong to { $count ->
        [one] the petition below
       *[other] one of these petitions
    }, is it a new one, or are you only asking about one that you sent?
offer-asks = Are you asking about a petition that you sent? If not, what you just wrote can be added to { $count ->
        [one] the petition below
       *[other] one of these petitions
    }, or sent as a new one.
offer-withdraw = Do you want to withdraw a petition, or does what you just wrote belong to { $count ->
        [one] the petition below
       *[other] one of these petitions
    }, or is it a new one?
offer-files =
    { $count ->
        [one] One file received. Would you like to send it with a new petition? You will be asked to describe it next.
       *[other] { $count } files received. Would you like to send them with a new petition? You will be asked to describe it next.
    }
offer-which-files =
    { $count ->
        [one] One file received. Does it belong to one of these petitions, or to a new one?
       *[other] { $count } files received. Do they belong to one of these petitions, or to a new one?
    }
adopted = <b>For petition { $code }</b>
adopted-without-pin = A pin on the map cannot be added to a petition that was sent; please write the address in words.
ask-words =
    <b>Step 1 of 4 – What is it about?</b>
    Please say what happened, where, since when, and what you would like done. You can send photos and videos with your words (up to 20 MB each).
    You can write in English. The officers work in Vietnamese, so a translation helps them to read it sooner.
ask-words-restated =
    <b>What is it about?</b>
    Please describe only the condition of a place or service: what, where, since when. Please do not name a person or their position.
ask-words-again =
    <b>Step 1 of { $steps } – What is it about?</b>
    What you have written:
    “{ $words }”

    The message you write now will replace all of it.
words-short = This is too short to be handled. Please say more: what, where, since when.
place-stands = The place so far is below. A new address replaces the old one, a new pin the old pin; the other is kept.
ask-cancel = Drop what you are writing? Its words and files will be deleted for good.
opening-nothing = Just write what you want to report, or choose a button below.
hint-words = Write here
ask-files =
    <b>Step 2 of { $steps } – Photos and documents</b>
    Send photos or documents (up to { $limit } files of 20 MB each). Anything you write here is added to the petition.
words-added = ✅ What you have just written was added to the petition that you are writing.
files-taken =
    <b>Step 2 of { $steps } – Photos and documents</b>
    { $count ->
        [one] One file received.
       *[other] { $count } files received.
    } Send more or press “Continue”.
files-full =
    <b>Step 2 of { $steps } – Photos and documents</b>
    { $count } files have been received, as many as a petition may have. Press “Continue”; you can add more once it is sent.
files-first =
    <b>Step 1 of { $steps } – What is it about?</b>
    { $count ->
        [one] One file received.
       *[other] { $count } files received.
    } Please write what happened, where, since when, and what you would like done.
files-dropped = Removed. What you wrote with it, if anything, stays in the text; you can change it before you send.
files-late = What you sent has been added to the files. Please go on with the question above.
ask-place =
    <b>Step 3 of { $steps } – Where is it?</b>
    Write the address (house, alley, street), or press the paper clip, choose “Location” and put the pin <b>on the place of the problem</b> (not where you are now).
hint-place = For example: alley 20, near house 15
place-unclear = Please write the address in up to { $limit } characters, or send a pin.
place-rough =
    <b>This place is hard to find.</b>
    Please add a house number, alley, street or residential group, or something well known nearby (a market, a school, a bridge), or send a pin. If you know no more, press “Continue”.
pin-outside = This place is outside { $unit }. Do you want to keep it, or set it again?
pin-taken = 📍 The location has been taken as the place of the problem.
place-pinned = 📍 A pin on the map, in { $unit }
place-pinned-outside = 📍 A pin on the map, outside { $unit }
pin-taken-outside = 📍 The location has been taken, but it is outside { $unit }. If it is wrong, set it again at step 3 of { $steps }, or press “Change the place” while checking.
ask-name =
    <b>Step 4 of 4 – Your name</b>
    Who may know your name? Your petition is handled in the same way whatever you choose.
ask-name-typed =
    Please write your full name.
    <i>Messages pass through Telegram’s servers abroad. What we keep is encrypted.</i>
hint-name = Full name
name-unclear = Please write your name in up to { $limit } characters.
preview-head = <b>Please check before you send</b>
preview-no-place = 📍 No place given
preview-name-body = 👤 { $name } – the Fatherland Front office and the competent body may know
preview-name-office = 👤 { $name } – only the Fatherland Front office may know
preview-name-nobody = 👤 No name
name-in-words = ⚠️ This name is in the words above, which the competent body reads. If that body is not to know it, please press “Change the words” and write them without the name.
name-in-addition = ⚠️ What you have just written has the sender’s name, and the competent body reads it. If that body is not to know it, please press “Cancel” and write it again without the name.
preview-ask = Press “Send” if everything is correct.
preview-sent = ✅ Petition { $code } has been sent.
receipt =
    <b>Receipt</b>
    Petition code: <code>{ $code }</code>
    Secret code: <code>{ $secret }</code>
    Classified for now as: { $field }

    By <b>{ $due }</b> the Fatherland Front office will tell you what happens next (first answer).
    Please keep both codes to yourself: anyone who has both can follow the petition, even on another device, with <code>/status { $code } { $secret }</code>

receipt-paper = ✍️ This is only a <b>registration in advance</b>. A complaint is handled only once you hand in a signed paper, within { $days } days after you learnt of the decision or act.
signing-needed = ✍️ This petition is now handled as a complaint: please hand in a signed paper, within { $days } days of learning of the decision or act that you contest.
signing-dropped = ✍️ This is now handled as a petition and not as a complaint: the signed paper that your receipt asks for is not needed.
receipt-paper-where = Please hand it in at:
missing-language = 💡 You can send this as it is. The officers work in Vietnamese, so a translation helps them to read it sooner.
missing-place = 💡 It is not clear where this is.
missing-time = 💡 It is not clear since when this has been so.
missing-name = 💡 A complaint needs the name of the person who makes it.
missing-decision = 💡 It is not clear which decision or paper you mean: number, date, who issued it.
missing-request = 💡 It is not clear what you are asking for.
missing-signature = ✍️ A signed paper is needed; here it is only registered in advance.
door-several = 📑 <b>This seems to contain several matters.</b> Each is handled sooner if it is sent separately:
several-part = • { $field }
several-left =
    { $count ->
        [one] 📑 One more matter comes after this.
       *[other] 📑 { $count } more matters come after this.
    }

not-words = There are no words in this message, so it cannot be handled. Please describe the matter in a few sentences.
words-too-long = This is { $length } characters long; the limit is { $limit }. Please shorten it, or send the details as a file. What was received before is kept.
file-too-big = This file is larger than 20 MB, which Telegram does not let us download. Please send a smaller one, or cut the video into shorter parts.
no-room = There is hardly any room left on our server, so no new petition can be taken at the moment. What you have written is kept; please try again later. Petitions already sent are handled as usual.
not-saved = There is no room left on our server, so this was not saved. What you have written is kept; please try again later.
flood-warned = You are sending very many messages in a short time. Please slow down; what was received is kept.
flood-slowed = You are still sending too fast. From now on only one message every { $seconds } seconds is taken; the others are ignored. What was received before is kept.
flood-muted = You have sent too many messages, so no messages will be taken here for the next { $minutes } minutes. What you were writing is kept. In danger, please call 113 (police), 114 (fire), 115 (ambulance).
words-kept = The words that came with it have been taken.
files-too-many = At most { $limit } files can be sent at a time; the one just sent was not taken. Those received before are kept.
finish-first = You are in the middle of a petition. Please send it first, or use /cancel.
stale-button = This button is out of date. Please use the newest message, or type /help.
pressed-in-haste = Your last press was taken. The message has just changed; please read it, then press again.
unsupported = We cannot use this kind of message yet. Please write in words; type /new to file a petition, /help for help.
name-left-out = Understood: no name is given.
press-below = Please press one of the buttons below; what you have just written is not kept.
unsupported-here = We cannot use this kind of message at this step. Please answer the question above, or type /cancel.
words-only-here = This step takes words only: a file, and words sent with it, are not recorded. Please write them in a message of words, or type /cancel.
contact-own = A phone number is not needed, so it has not been kept. You will be answered right here.
contact-of-another = This is somebody else’s contact, so it has not been kept. If they have a petition, they are welcome to write here themselves.
place-later = This location was not kept. Please write first what happened there; you will be asked for the place at step 3 of 4.
unknown-command = We do not know this command. Type /help for the list.
edit-taken = ✅ The words have been changed as in the message you edited.
edit-not-taken = You have edited an earlier message. What we received has not changed; please write a new message, or change it where you check everything before sending.
edit-kept = Your edit has been noted with petition { $code }. What was sent before is kept beside it.
edit-too-late = Petition { $code } is closed, so this edit has not been taken. You can file a new petition with /new.

gate-emergency =
    <b>⚠️ If there is danger now, please call at once:</b>
gate-emergency-number = 📞 <b>{ $number }</b> – { $name }
gate-emergency-after = Messages here are not read immediately. If nobody is in danger, press the button below to go on as usual.
danger-files = What you sent now has been kept with what you wrote.
gate-denunciation =
    What you sent looks like a denunciation. By law a denunciation must be made in a signed letter or in person, and the identity of the person who makes it must be kept secret.

    To protect you, <b>nothing of it is kept</b>. Where Telegram allows it, we have deleted the message from this chat; please delete anything that remains yourself.

    Please hand in a letter or come in person to:
place-body = 🏛 <b>{ $body }</b>
place-address = 📍 { $words }
place-hours = 🕗 { $words }
place-phone = 📞 { $words }
place-email = ✉️ { $words }
place-number = 📞 { $number }
place-ask = <i>Address or hours are not known here: please ask at the citizen reception office of { $unit }.</i>
gate-denunciation-bring =
    If the person you accuse works at one of these places, please go to another one.

    Please bring a letter with your signature or fingerprint and the date, your name and address, and who did what; also your identity paper and any evidence. If you speak in person, it will be written down for you to sign.
gate-denunciation-after = If there is danger now, call 113.

gate-decision_complaint =
    <b>This looks like a complaint against a decision or act of a public body.</b>
    A complaint must be made on a signed paper or in person. You can register it here in advance, then hand in the paper at:
gate-court =
    <b>This looks like a matter for the court or for the enforcement of judgments.</b>
    Neither the People’s Committee nor the Front may interfere with the courts; the Fatherland Front office can only pass it on and follow it. Please turn to:
gate-consumer =
    <b>This looks like a matter between a buyer and a seller or supplier.</b>
    Please ask them to settle it first. You can turn to:
gate-procedure =
    <b>This looks like a question or a request about papers and procedures.</b>
    You get the quickest answer where applications are received; the National Public Service Portal (dichvucong.gov.vn) has guides. Please turn to:
gate-mediation =
    <b>This looks like a dispute between residents.</b>
    The grassroots mediation team helps both sides to agree, free of charge. Please turn to:
gate-out_of_scope =
    <b>This does not look like a petition.</b>
    If you need to speak to somebody, please come to:
door-thanks =
    <b>Thank you.</b>
    The Fatherland Front office passes on any thanks you send from here. You can also come to:
gate-goes-on = If you still want to send it to the Fatherland Front office, please go on below.

no-petitions = You have not filed a petition yet.
status-unsent-words = ✍️ What you wrote has not been sent.
status-unsent-addition = ✍️ What you are adding to petition { $code } has not been sent.
status-unsent = ✍️ The petition you are writing has not been sent yet.
my-petitions = <b>Your petitions</b>
my-petitions-how = Press a petition below to see what has happened and what you can still do.
my-petition =
    <code>{ $code }</code> – { $status }
    { $field }, filed on { $filed }
my-petition-words = “{ $words }”
code-wrong = That is not a petition code. Codes look like DN-XXXX-XXXX and are on the receipt; please check each character.
timeline-head =
    <b>Petition { $code }</b>
    { $seen }
    { $field } · { $body }
    Filed { $filed }
timeline-step =
    • { $at }
    { $what } { $body }
    { $words }
step-file = You filed the petition
step-take = The Fatherland Front office is looking at it
step-ask = You were asked
step-supply = You added
step-supply-edited = You edited a message
step-present = Your signed complaint was received
step-refer = Sent to the
step-guide = Guidance
step-store = Not taken further
step-denounce = Guided to file a denunciation in person; the words were erased
step-accept = Accepted by the
step-return = The body it was given to returned it to the Fatherland Front office
step-answer = The competent body answered; the Fatherland Front office checks the answer
step-send_back = The competent body was asked to make its answer clearer
step-sign_off = Answer of the
step-rate = You judged the answer
step-rate-solved = You said: solved
step-rate-partly = You said: partly solved
step-dispute = You said that it is not solved
step-uphold = The Fatherland Front office explains
step-withdraw = You withdrew the petition
step-close = Closed (nothing more was said)
step-escalate = Reported to the level above
step-merge = Merged with a petition about the same matter
step-split = Split into several petitions
step-set-apart = Split by the Fatherland Front office from
step-recall = Taken back by the Fatherland Front office
step-extend = The competent body asked for more time
step-erase = Words erased
step-erase-asked = Words erased at the sender’s request
step-erase-paper = Words erased at the sender’s written request
step-erase-part = Words erased together with a petition that was split from this one
step-erase-old = Words erased because the time for keeping them is over
other-step-file = The sender filed the petition
other-step-ask = The sender was asked
other-step-supply = The sender added
other-step-supply-edited = The sender edited a message
other-step-rate = The sender judged the answer
other-step-rate-solved = The sender said: solved
other-step-rate-partly = The sender said: partly solved
other-step-dispute = The sender said that it is not solved
other-step-withdraw = The sender withdrew the petition
ask-supply = Please write what you want to add to petition { $code }, or send photos (up to 20 MB each).
ask-reply =
    <b>Petition { $code }: the question to answer</b>
    { $words }

    Please write your answer or send photos (up to 20 MB each).
question-over = This question no longer needs an answer: you have answered it, or petition { $code } has moved on. To add anything, please press the button below.
supply-taken =
    { $files ->
        [0] Received, to be added to petition { $code }. <b>Not sent yet:</b> write more, send photos, or press “Send”.
        [one] Received, one file in all, to be added to petition { $code }. <b>Not sent yet:</b> write or send more, or press “Send”.
       *[other] Received, { $files } files in all, to be added to petition { $code }. <b>Not sent yet:</b> write or send more, or press “Send”.
    }
supplied-due = It is now due to be settled by { $due }: the days spent waiting for an answer to the question do not count.
supplied = ✅ Sent. The person handling it has been told.
ask-withdraw = Do you really want to withdraw petition { $code }? It will no longer be handled, and this cannot be undone. You can always file a new one.
withdrawn =
    Petition { $code } has been withdrawn.

    The words, name and files you sent are kept { $years ->
        [0] as long as the rules on official records require
        [one] for one year and then erased
       *[other] for { $years } years and then erased
    }. You can erase them now with the button below; then only the code, the field and the dates of what was done remain.
ask-erase = Erase the contents of petition { $code }? Words, name, files and the answer will be erased from the system for ever; only the code, the field and the dates of what was done remain. Please delete the messages in this chat yourself.
erased-alone = Petitions that belong to it keep their words: { $codes }. Each can be erased by itself once it has ended.
done-erased = ✅ The contents of petition { $code } have been erased.

told-taken = The Fatherland Front office is looking at your petition { $code }.
told-asked =
    <b>Petition { $code }: we need to know more</b>
    { $words }

    Please answer by { $until }.
told-asked-anew =
    <b>Petition { $code }: this question takes the place of the one before</b>
    { $words }

    Please answer by { $until }.
told-presented =
    <b>Petition { $code }: your signed complaint has been received.</b>
    From today it is being handled under the Law on Complaints.
told-referred =
    <b>Petition { $code } has been sent to the { $body }.</b>
    Once they accept it, we will tell you the date by which it is to be settled.
told-reopened =
    <b>Petition { $code } has been reopened</b> and sent to the { $body }.
told-guided =
    <b>Petition { $code }: this belongs elsewhere</b>
    { $words }

    If you disagree, you can file again with more details, or visit the Fatherland Front office.
told-stored =
    <b>Petition { $code } will not be taken further</b>
    Reason: { $words }

    If you disagree, you can file again with more details, or visit the Fatherland Front office.
told-denounced =
    <b>Petition { $code } contains a denunciation.</b>
    A denunciation must be made in a signed letter or in person. To protect you, all words of this petition have been erased.
told-denounced-wholes = The words and files of { $codes }, from which this petition was split, have been erased too.
told-denounced-kept = Other petitions of yours that belong to it keep their words: { $codes }.
told-denounced-where = Please hand in a letter or come in person to:
told-accepted =
    <b>The { $body } has accepted petition { $code }.</b>
    To be settled by { $due }.
told-recalled = Petition { $code }: the Fatherland Front office has taken it back from the competent body, will look at it again and tell you what happens next.
told-returned = Petition { $code }: the competent body has returned it; the Fatherland Front office will look at it again and tell you what happens next.
told-checking = Petition { $code }: the competent body has answered. The Fatherland Front office is checking the answer before sending it to you.
told-sent-back = Petition { $code }: the Fatherland Front office has asked the competent body to make its answer clearer.
told-answered =
    <b>Answer to petition { $code }</b>
    <i>{ $body }</i>
    { $result }

    { $words }

    Has your matter been solved? If we hear nothing from you, the petition will be closed after 5 working days.
told-answered-undone =
    <b>Answer to petition { $code }</b>
    <i>{ $body }</i>
    { $result }

    { $words }

    If you do not agree with the answer, please say that it is not solved. Once the competent body’s date is past, you will be asked whether it was done. If we hear nothing from you, the petition will be closed 5 working days after that date.
told-upheld =
    <b>Petition { $code } is closed</b>
    { $words }
told-closed = Petition { $code } has been closed because we heard nothing more from you. Until { $disputable } you can still say that it is not solved.
told-escalated = Petition { $code } has been reported to the level above.
told-merged = Petition { $code } has been merged into { $words }, which is about the same matter. You will be told of everything that happens to that one.
told-split = Petition { $code } has been split so that each matter can be settled separately: { $words }. The date of the answer stays the same; /status shows each of them. The secret code you already have opens these petitions too.
told-earlier = <b>Earlier</b>

unknown-code = There is no such petition.
not-yours = This petition is not yours. If you have its secret code, type: <code>/status code secret</code>
wrong-secret = The petition code or the secret code is wrong. Please look at the receipt; secret codes look like XXXXX-XXXXX.
too-many-tries = Too many wrong attempts. Please try again in an hour.
moved-on = Something has been done with petition { $code } in the meantime (by { $who }, { $at }). Please look again before you go on.
refused-role = You may not do this; type /help for your commands.
refused-state = This cannot be done while the petition is: { $status }.
words-needed = There are no words in this message. Please write a few.
stranger = This account is not known to Dân Nguyện. Please write to the bot in private first.
incident = We are sorry: something went wrong with your last message. Incident number: { $number }. The technical staff have been told; please try again later.
repeated = <i>(Sent again – you may have received this already.)</i>
