### The administrator sees what the program runs with; changes are made on the server.

command-system = Programme in force, how long things are kept, messages set aside
system-head = <b>What the system runs with</b>
system-programme = 📘 Coordination programme: <b>{ $title }</b> (<code>{ $name }</code>)
system-open =
    { $count ->
        [0] Nothing in it is still to be filled in.
        [one] One item in it is still to be filled in. The operator sees it with <code>dannguyen programme check { $name }</code>
       *[other] { $count } items in it are still to be filled in. The operator sees each with <code>dannguyen programme check { $name }</code>
    }
system-kept =
    { $years ->
        [0] 🗂 Words, names and files of petitions that have ended: kept until somebody asks for their erasure (/erase).
        [one] 🗂 Words, names and files of petitions that have ended: erased by themselves after one year.
       *[other] 🗂 Words, names and files of petitions that have ended: erased by themselves after { $years } years.
    }
system-parked =
    { $count ->
        [0] 📥 No message is set aside because of an error.
       *[other] 📥 Messages set aside because of an error: { $count }
    }
system-parked-row = • Number <code>{ $number }</code>, set aside { $at }, failed { $failures ->
        [one] once
       *[other] { $failures } times
    }
system-how = Here they can only be seen. The operator changes the programme, sets how long things are kept, and takes up set-aside messages again on the server, with the command <code>dannguyen</code>.
