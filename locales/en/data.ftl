### Personal data: who sees what (/privacy), what is kept (/mydata).

privacy-sees = <b>Who sees it</b>
privacy-sees-role = • { $who }: { $what }.
privacy-sees-own = • { $who } (only petitions referred to their own body): { $what }.
privacy-sees-follower = • Whoever has both the code and the secret: what was done and when, questions, additions, the answer; not the first words, what a message was edited to, the files or the name.
privacy-sees-bodies = A petition goes only to the bodies responsible for its matter, out of the { $count } competent bodies of the { $title }. Each opening of a case is recorded.
privacy-quiet = • Messages that can wait are not sent between { $start } and { $end }.
part-matter = words, photos, files, place
part-name = your name if you give it (each opening of it needs a reason)
part-name_if_shown = your name only if you agree
part-figures = numbers by status, without words or names
part-roles = the list of roles, no petitions
list = { $first }; { $more }

mydata = <b>What is kept about you</b>
mydata-account = • Your Telegram account no. { $address }, to answer you; encrypted. The account’s name, picture and phone number are not kept.
mydata-consent = • Your consent to version { $version } of /privacy, given { $at }.
mydata-no-consent = • No consent to /privacy (or it was taken back).
mydata-named = • Your name: kept with the petitions marked “with your name” below, encrypted.
mydata-nameless = • Your name: kept with no petition.
mydata-draft = • Something half written (with your name if you wrote it), encrypted; deleted by itself on { $until } unless you go on.
mydata-no-draft = • Nothing half written.
mydata-loose-files =
    { $count ->
        [one] • One file that belongs to no petition yet; deleted with what is half written.
       *[other] • { $count } files that belong to no petition yet; deleted with what is half written.
    }
mydata-petitions = <b>Petitions you have filed: { $count }</b>
mydata-petition =
    { $files ->
        [0] • <code>{ $code }</code>, filed { $filed }: words and the place (if given), no files, { $name }.
        [one] • <code>{ $code }</code>, filed { $filed }: words and the place (if given), one file, { $name }.
       *[other] • <code>{ $code }</code>, filed { $filed }: words and the place (if given), { $files } files, { $name }.
    }
mydata-petition-erased = • <code>{ $code }</code>, filed { $filed }: its words are erased; only the code, the field and the dates of what was done remain.
mydata-older =
    { $count ->
        [one] • and one older petition.
       *[other] • and { $count } older petitions.
    }
mydata-with-name = with your name
mydata-without-name = without a name
mydata-roles = <b>Your roles</b>
mydata-role = • { $role }, since { $since }; colleagues see you as: { $who }.
mydata-role-of-body = • { $role } – { $body }, since { $since }; colleagues see you as: { $who }.
mydata-opened =
    { $count ->
        [0] Officers have not opened your petitions yet; each opening is recorded.
        [one] Officers have opened your petitions once; each opening is recorded.
       *[other] Officers have opened your petitions { $count } times; each opening is recorded.
    }
mydata-openings =
    { $count ->
        [one] As an officer you have opened a case once; each opening is recorded.
       *[other] As an officer you have opened cases { $count } times; each opening is recorded.
    }
mydata-rights = To see, withdraw or erase a petition: /status. Who sees it, for how long, taking back your consent: /privacy.

privacy-teaches = • The program learns from your petitions only if you separately allow it at /mydata.
mydata-teaches = • The program may learn from your petitions, since { $since }.
mydata-teaches-not = • The program does not learn from your petitions.
button-teach = Let it learn from my petitions
button-teach-stop = Stop it learning from my petitions
button-teach-yes = It may learn
button-teach-no = It may not
ask-teach =
    May the program learn from your petitions?

    When an officer confirms or corrects the kind and field of a petition, the program notes which words go with which kind and field. So it proposes better the next time. Your sentences are not kept there; unusual words that fewer than three people have used, such as names or telephone numbers, are left out.

    You are free to say no: your petitions are handled in the same way. You can change your mind at any time at /mydata; the next time it learns it no longer uses your petitions.
taught-yes = Thank you. The program may learn from your petitions. To change this: /mydata.
taught-no = The program does not learn from your petitions. What it has learnt from them before is dropped when it learns the next time. To change this: /mydata.
news-learnt-worse = ⚠️ The program learnt from { $texts ->
    [one] one petition
   *[other] { $texts } petitions
    } that officers classified, and proposes worse: { $after } of { $checked } sample answers are right, { $before } before. What it learnt is not used. Please look at how petitions were classified lately.
