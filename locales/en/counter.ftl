### At the counter: an officer takes a petition down for somebody without an account here; the receipt to print.

counter-source =
    <b>File a petition for somebody who does not use Telegram</b>
    How did the petition come?
counter-words =
    <b>Step 1 of 5 – What is it about?</b>
    Please write down what the sender says: what happened, where, since when, and what they would like done. You can send photos of a letter with it (up to 20 MB each).
    The competent body can read the words and the photos: please leave the sender’s name out here. It is asked for in step 4.
counter-name-in-files = ⚠️ The competent body can see the photos and files too. If the sender’s name is on them, please press “Change the files” and send a photo with the name covered.
counter-files =
    <b>Step 2 of { $steps } – Photos and documents</b>
    Send the sender’s photos or documents (up to { $limit } files of 20 MB each). Words you write here are added to the petition.
counter-files-taken =
    <b>Step 2 of { $steps } – Photos and documents</b>
    { $count ->
        [one] One file received.
       *[other] { $count } files received.
    } Send more or press “Continue”.
counter-place =
    <b>Step 3 of { $steps } – Where is it?</b>
    Write the address that the sender gives (house, alley, street). You can also press the paper clip, choose “Location” and put the pin <b>on the place of the problem</b> (not on the reception office).
counter-place-rough =
    <b>This place is hard to find.</b>
    Please ask the sender and add a house number, alley, street or residential group, or something well known nearby (a market, a school, a bridge), or send a pin. If the sender knows no more, press “Continue”.
counter-name =
    <b>Step 4 of 5 – The sender’s name</b>
    Who may know the sender’s name? The petition is handled in the same way whatever they choose.
counter-name-typed =
    Please write the sender’s full name.
    <i>Messages pass through Telegram’s servers abroad. What we keep is encrypted.</i>
counter-reach =
    <b>Step 5 of 5 – How is the sender told?</b>
    Please write a telephone number, an e-mail address or a postal address. It is encrypted, and only the Fatherland Front office can read it.
hint-reach = Telephone number, address
reach-unclear =
    This does not say how to reach the sender. Please write one of these, in up to { $limit } characters:
    • a whole telephone number: mobile 10 digits, landline with its area code (such as 024)
    • an e-mail address
    • an address: house number, alley, street
counter-receipt =
    <b>Receipt { $code }</b>
    { $source ->
        [hotline] Please open the file above, read out the petition code and the secret for the caller to note down, then print one copy to keep.
        [ihanoi] Please open the file above, send the petition code and the secret to the sender through iHanoi, then print one copy to keep.
        [mat_tran_so] Please open the file above, send the petition code and the secret to the sender through Mặt trận số, then print one copy to keep.
        [letter] Please open the file above and print it twice: sign one copy, to be handed or sent to the sender, and keep the other.
       *[other] Please open the file above and print it twice: sign one copy for the sender, keep the other.
    } The secret stands on this paper alone and cannot be shown again. Then delete the file from this chat.
counter-denunciation =
    <b>This looks like a denunciation and cannot be taken down as a petition.</b>
    Nothing of it is kept; the message was deleted from this chat where Telegram allows it.

    A denunciation must be a signed letter, or be written down for its author to sign. Please hand the paper at once to the keeper of the register of denunciations; if you do not know who that is, ask the administrator. Please do not repeat here what it says or who made it.

    If it is no denunciation (for example a complaint against a decision), please take the matter down again without naming whoever is said to have done wrong.
source-telegram = Telegram
source-reception = reception of citizens
source-letter = letter
source-meeting = meeting
source-hotline = hotline
source-ihanoi = iHanoi
source-mat_tran_so = the Front’s digital channel
card-source = 🏛 Taken down by an officer: { $source }
card-reach = ☎️ The resident is told by: { $reach }
card-reach-none = ☎️ The resident left no way to be reached
card-inform = ❗ The resident has not been told: { $what } ({ $at })
card-inform-taken-back = ❗ The resident has not been told: { $what } ({ $at }); it is back at the Fatherland Front office now
inform-taken-back =
    ☎️ <b>Please tell the resident</b>
    Petition <code>{ $code }</code>: { $what } ({ $at }), but back at the Fatherland Front office now. The office will look at it again and say what happens next.
card-inform-waits = ⏸ The resident’s time runs only from when “Told” is pressed
card-first-decided = First answer due: { $due } (dealt with on { $at }, the resident not told yet)
once-told = the 5th working day after being told
queue-untold = <b>Residents to be told</b> – longest waiting first
queue-row-untold = ☎️ The resident has not been told, since { $at }
button-view-untold = ☎️ To tell ({ $count })
card-informed = ☎️ The resident was told: { $at }
card-known = ☎️ Nothing is left to tell: the resident { $what } ({ $at })
known-supply = has answered the question
known-rate = has judged the answer
known-dispute = has judged the answer
known-withdraw = has withdrawn the petition
inform-ask = a question to answer
inform-ask_again = a question still open
inform-refer = sent to the competent body
inform-accept = accepted by the competent body
inform-guide = guided elsewhere
inform-store = not taken further
inform-sign_off = the answer
inform-uphold = the explanation
inform-grant = more time for the competent body
inform-escalate = reported to the level above
inform-merge = merged with another petition
inform-split = split into several petitions
inform-expire = the time to answer is over
inform-follow_up = a new date for carrying it out was set
inform-before = <b>Not told before either:</b> { $what }. Pressing “Told” notes that they were told this too.
news-inform =
    ☎️ Please tell the resident about <code>{ $code }</code> by phone or letter; the case says how.
    { $field }
    What there is to tell:
news-inform-unreached =
    ☎️ The sender of <code>{ $code }</code> left no way to be reached; when they come or call, please tell them what follows.
    { $field }
nothing-to-tell = There is nothing left to tell the resident about petition { $code }.
informed-of =
    ☎️ The resident was told about <code>{ $code }</code>: { $what }
    { $who }, { $at }
more-to-tell = Something newer about petition { $code } has to be told: { $what } ({ $at }). Please look at the card, tell it too, then press “Told”.
informed-by = The resident has been told about { $code } already: { $who }, { $at }. Nothing is left to do.
known-by = Nothing is left to tell about { $code }: the resident { $what } (noted by { $who }, { $at }).
button-source-reception = Reception
button-source-letter = Letter
button-source-meeting = Meeting
button-source-hotline = Hotline
button-source-ihanoi = iHanoi
button-source-mat_tran_so = Front’s digital channel
button-counter = 🏛 File another one
button-no-reach = No way to reach them ›
button-edit-reach = Change how they are told
button-whose-body = The competent body may know the name
button-whose-office = Only the Fatherland Front office may know the name
button-whose-nobody = No name
button-informed = ☎️ Told
button-behalf = 🏛 Act for the resident
command-counter = File for somebody who does not use Telegram

### Erasing at the written request of a sender.

erase-how =
    Please type the petition’s code and the number of the request in the office’s book, such as
    <code>/erase DN-XXXX-XXXX 12/2026</code>
    A petition still in work is withdrawn first, by the Fatherland Front office.
erase-kept = Kept: nothing of petition { $code } was erased.
erase-not-ended = This petition has not ended (it stands at: { $status }), so it cannot be erased yet. Ask the Fatherland Front office to withdraw it first, as its sender wishes, then type this command again.
erase-number = Please type the number of the request after the code: digits, with signs if it has any, such as 12/2026. No names, please.
ask-erase-paper =
    Erase petition { $code } as written request no. <b>{ $paper }</b> asks?
    Words, name, way to be told, files and the answer are deleted for good. The code, the field, the dates and the number of the paper stay, as the law requires.
news-erased =
    🗑 Petition <code>{ $code }</code> has been erased as written request no. { $paper } asks. The way to reach the sender is erased too: please tell them at the address on the request.
    { $field }
news-erased-told =
    🗑 Petition <code>{ $code }</code> has been erased as written request no. { $paper } asks. The sender is told on Telegram.
    { $field }
told-erased =
    🗑 What you said in petition <code>{ $code }</code> has been erased, as written request no. { $paper } asks; only its code, field and dates remain. Please delete the messages in this chat yourself.
    If this request was not yours, please tell the Fatherland Front office at once.
card-erased-paper = 🗑 Erased as written request no. { $paper } asks, { $at }

paper-title = Receipt
paper-front = Vietnam Fatherland Front Committee of { $unit }
paper-nation = Socialist Republic of Vietnam
paper-motto = Independence – Freedom – Happiness
paper-dated = { $unit }, { $at }
paper-code = Petition code: <code>{ $code }</code>
paper-secret = Secret code: <code>{ $secret }</code>
paper-source = Received on { $at } by: { $source }
paper-class = Classified for now as: { $kind } – { $field }
paper-due = By <b>{ $due }</b> the Fatherland Front office will tell you what happens next (first answer).
paper-follow = To follow it: visit or call the Fatherland Front office with the petition code; or open <b>t.me/{ $bot }</b> on Telegram and send <code>/status { $code } { $secret }</code>. Please keep both codes to yourself: anyone who has both can follow the petition.
paper-data = What you said, your name, how you are told and your files are encrypted, and used only to handle the petition. At the Fatherland Front office you can see the petition, add to it and withdraw it; once it has ended, you can ask on paper that it be erased. You have the rights of the Law on Personal Data Protection 2025.
paper-sender = Sender
paper-officer = Received by
paper-signed = (signature and full name)
ask-withdraw-for = Does the sender really want to withdraw petition { $code }? It will no longer be handled, and this cannot be undone.
counter-elsewhere-signed = If you have the <b>signed paper</b>, please press “✍️ Send, signed paper received” when you look through it. If not, <b>please tell the sender:</b>
counter-signature = ✍️ A complaint needs a signed paper. If you have it, press “✍️ Send, signed paper received”; if not, this is a registration in advance.
counter-elsewhere = <b>Please tell the sender:</b>
ask-denounce-for = Is petition <code>{ $code }</code> a denunciation? Its words, files, name and contact will be erased for ever. <b>Please tell the sender to file it in person before you erase it</b>: after that there is no way to reach them.
done-denounced-for = ✅ The words and the contact of <code>{ $code }</code> are erased.
supplied-for = ✅ What the sender added has been sent.
rated-for = The sender’s judgement is noted. Petition { $code } is closed.
remarked-for = The sender’s remark on petition { $code } is noted.
withdrawn-for =
    Petition { $code } has been withdrawn.

    Its words, name and files are kept { $years ->
        [0] as long as the rules on official records require
        [one] for one year and then erased
       *[other] for { $years } years and then erased
    }. A sender who wants them erased now asks in writing; the administrator erases by the number of that paper.
