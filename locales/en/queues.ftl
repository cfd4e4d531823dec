### Words of the queues and of sharing the work: the Fatherland Front office.

queue-empty = Nothing is here.
queue-desk = <b>Waiting at the desk</b> – the first due first
queue-mine = <b>My cases</b> – the first due first
queue-new = <b>New petitions</b>
queue-asked = <b>Waiting for the resident</b>
queue-sign_off = <b>Answers waiting for sign-off</b>
queue-soon = <b>Due within 2 working days</b>
queue-overdue = <b>Overdue</b> – the longest first
queue-field = <b>In hand, field { $of }</b>
queue-body = <b>In hand, body { $of }</b>
choose-queue-field = Choose the field:
choose-queue-body = Choose the body:
queue-row =
    <code>{ $code }</code> – { $status }
    { $kind } · { $field }
    Due: { $due }
queue-row-first =
    ⭐ <code>{ $code }</code> – { $status }
    { $kind } · { $field }
    Due: { $due }
queue-row-officer = 🙋 { $officer }
officer-number = account no. { $person }

button-view-desk = At the desk ({ $count })
button-view-mine = 🙋 Mine ({ $count })
button-view-new = 🆕 New ({ $count })
button-view-asked = Resident asked ({ $count })
button-view-sign_off = For sign-off ({ $count })
button-view-soon = ⏳ Due soon ({ $count })
button-view-overdue = ⛔ Overdue ({ $count })
button-view-field = By field
button-view-body = By body
button-of = { $of } ({ $count })
