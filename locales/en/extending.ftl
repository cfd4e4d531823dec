### More time: the competent body asks, the senior officer grants or refuses.

ask-more = Please write how many days more are needed, and why (petition <code>{ $code }</code>). For example: 5 days, the power must be cut first. If it is granted, the resident reads the reason.
ask-reason-deny = Please write why no more time is given; the competent body reads it (petition <code>{ $code }</code>).
done-more = ✅ More time was asked for <code>{ $code }</code>: { $more }, until { $due }. Until it is granted the old date stands.
done-granted = ✅ <code>{ $code }</code> has until { $due } now.
done-denied = ✅ It is noted that <code>{ $code }</code> gets no more time.
news-extension =
    ⏳ <b>The { $body }</b> asks for more time for <code>{ $code }</code>
    { $field }
extension-asked-for =
    { $more } more, until { $due }.
    Reason: { $words }
decided-granted =
    <b>More time granted: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
decided-denied =
    <b>More time refused: { $code }</b>
    { $field } · { $body }
    { $who }, { $at }
overtaken-extension =
    <b>More time no longer to be decided: { $code }</b>
    { $field } · { $body }
    Petition: { $status }, { $at }
news-more-time =
    ✅ More time for <code>{ $code }</code>: until { $due }
    { $field }
news-denied =
    ⏳ No more time for <code>{ $code }</code>: { $words }
    { $field }
card-extend =
    <b>The competent body asked for more time</b>
    { $words }
    <i>{ $at }</i>
card-grant = <b>The Fatherland Front office gave more time</b> – { $at }
card-deny =
    <b>No more time</b>
    { $words }
    <i>{ $at }</i>
extension-unread = Please write how many days more (or until which day), then the reason. For example: 5 days, waiting for parts; or: until 20/12, waiting for parts.
extension-days = From 1 to { $limit } days beyond the present limit can be asked for at a time. Please write days and reason again.
extension-instead = This takes the place of what the body asked before, not decided yet.
extension-replaced =
    <b>The request for more time for { $code } was replaced by a newer one below</b>
    { $field } · { $body }
extension-decided = No request for more time is waiting.
extension-unlawful = The law sets this limit and lets nobody move it.
extension-too-long = The law lets this limit be moved by at most { $days ->
        [one] one day
       *[other] { $days } days
    }. Please write days and reason again.
told-extended =
    <b>Petition { $code }: the { $body } needs more time.</b>
    Now to be settled by { $due }.
    Reason: { $words }
queue-more_time = <b>Requests for more time, to be decided</b> – earliest due first
queue-asking = ⏳ Requests for more time, to be decided: <b>{ $count }</b>
queue-row-asked = ⏳ More time asked for on { $at }, not decided yet
button-view-more_time = More time ({ $count })
reminder-asked = The competent body asked for more time on { $at }; this is not decided yet. Until it is granted the old date stands.
reminder-draft-asked = ⏳ This body’s request for more time is not decided yet. Please decide it before signing.
news-asking =
    ⏳ <b>The { $body }</b> asked for more time for <code>{ $code }</code> on { $at }; it is not decided yet
    { $field }
summary-asking = requests for more time, to be decided
step-grant = More time for the answer
step-deny = No more time
button-more = ⏳ Ask for more time
button-grant = ✅ Grant more time
button-deny = Refuse more time
