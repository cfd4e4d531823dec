### One matter: joining somebody else's petition, merging, splitting, recurring.

neighbours-found =
    👥 <b>{ $count ->
        [one] A neighbour
       *[other] { $count } neighbours
    } reported what seems to be this, on { $at }</b> ({ $place }).
    Join and you are told of each change without a petition of your own; what you have just written is not kept. If it is another matter, send yours separately.
button-join =
    { $count ->
        [one] 👥 Join this neighbour
       *[other] 👥 Join these { $count }
    }
button-alone = ✅ Send mine: it is another matter
joined =
    ✅ <b>You have joined petition { $code }.</b>
    Field: { $field }
    You are told of each change and can look it up with <code>/status { $code }</code>. Its author does not learn who you are. You may stop following at any time.
button-leave = Stop following
left = You no longer follow petition { $code }.
followed =
    <b>A petition that you follow: { $code }</b>
    { $field } · { $at }
    { $what } { $body }
    { $words }
followed-ended = The petition has ended here
timeline-goes-on = <b>The matter goes on in this petition:</b>
followed-petition =
    👥 <code>{ $code }</code> – { $status } (followed)
    { $field }, filed { $filed }
join-own = This petition is your own.
join-ended = Petition { $code } has ended and cannot be joined any more. Please send your own.
join-already = You already follow petition { $code }.
not-following = You do not follow this petition.

card-duplicate = 🔗 Perhaps the same matter as <code>{ $code }</code>, filed { $at } ({ $percent }%): { $why }
why-words = told in like words
why-pole = pole { $said }
why-house = house { $said }
why-building = building { $said }
why-lane = alley { $said }
why-group = group { $said }
why-pin = { $said } apart
why-both = { $first }, { $more }
card-merged-into = 🔗 Merged into <code>{ $code }</code>
card-split-from = 🔗 Split from <code>{ $code }</code> (attached files, if any are left, are there)
card-split-into = 🔗 Split into: { $codes }
card-recurring = 🔁 Recurring: this matter was closed lately as <code>{ $code }</code>
card-followers = 👥 Followed by { $count } more
card-first-recurring = ⭐ Priority: this matter is recurring
queue-row-recurring = 🔁 Recurring
overview-recurring = <b>Recurring in the last 12 months</b>, by the body that settled it before
overview-recurring-row = • { $body }: <b>{ $count }</b>
button-merge = Merge
button-merge-into = Merge into { $code }
button-merge-code = Type another code
ask-merge = Merge { $code } into which petition? Its author and all who follow { $code } are told and follow the other one. Merging cannot be undone.
ask-merge-into = Merge { $code } into the petition below? Merging cannot be undone.
ask-merge-code = Please type the code of the petition into which { $code } goes, as DN-XXXX-XXXX.
done-merged = ✅ { $code } has been merged into { $into }.
merge-code-wrong = This is not the code of a petition. Please type it again, as DN-XXXX-XXXX.
merge-itself = A petition cannot be merged with itself. Please choose another one.
merge-circle = { $code } was merged into this very petition; it cannot go the other way too.
merge-ended = { $code } has ended ({ $status }) and takes nothing in. Please choose a petition that is being worked on.
button-split = Split
button-split-yes = Split like this
button-split-words = Write each matter
ask-split =
    { $count ->
        [1] Petition { $code } cannot be divided by itself into matters. To split it, please write each matter. Splitting cannot be undone.
       *[other] Petition { $code } seems to have { $count } matters. Each becomes a petition of its author, with the same date of answer. Splitting cannot be undone.
    }
split-part =
    <b>Matter { $number }</b>
    { $words }
ask-split-words = Please write each matter of { $code } as a paragraph, with an empty line between two.
split-review =
    <b>Split { $code } into the petitions below?</b> Each paragraph is one petition. Splitting cannot be undone.
    { $words }

    If it is right, press “Send”. To change it, write all of it again.
done-split = ✅ { $code } has been split into the petitions below.
split-parts = 2 to { $limit } matters are needed, each a paragraph, with an empty line between two. Please write them again.
mydata-followed = 👥 Petitions of others that you follow: { $codes }
privacy-sees-neighbour = • Whoever joined the petition, or whose own was merged into it: code, field, what was done and when, the answer; none of your words, the files or the name.
