### Registers beside petitions: supervision, social criticism, comments, receptions, dialogues.

register-supervision = Supervision
register-community_supervision = Community supervision of works
register-review_conference = Conference of social criticism
register-comment_session = Comments on Party and government
register-reception = Citizen reception
register-dialogue = Dialogue conference
count-supervisions_own = Supervision teams of our own
count-supervisions_joint = Joint supervisions
count-joint_building = Joint: building order
count-joint_democracy = Joint: grassroots democracy
count-joint_land = Joint: land
count-joint_other = Joint: other fields
count-works = Works supervised
count-works_wrong = Works with violations
count-works_mended = Works put right
count-review_conferences = Conferences of social criticism
count-comment_sessions = Comment sessions
count-receptions = People received
count-dialogues = Dialogue conferences

registers-head = <b>Registers – newest entries</b>
registers-none = There is no entry in the registers yet.
register-head = <b>Register “{ $register }” – newest entries</b>
register-none = There is no entry in the register “{ $register }” yet.
registers-which = Which register?
registers-row = • { $day } – { $register }: { $count }
entry-of = <b>{ $register }</b>
entry-head = <b>{ $register }</b> – { $day }
entry-body = Body: { $body }
entry-count = { $what }: <b>{ $count }</b>
entry-made = Entered { $at }
entry-was = Before that it said:
entry-strike = Strike this entry out? Its figures count no more; the register keeps it.
entry-struck = Struck out. The entry counts no more.
entry-preview = Please look once more before you save:
entry-preview-correct = This takes the place of the earlier entry. Please look once more before you save:
entry-saved = ✅ Entered.
entry-corrected = ✅ Corrected; the earlier entry counts no more and can still be read.
entry-empty = This entry counts nothing: please give at least one number above 0.
entry-wrong = Not saved: the numbers do not add up. Please look at them again.
unknown-entry = This entry was corrected or struck out. Type /registers for the registers.
ask-register = Which register?
ask-day = On which day? Press, or write it, such as 12/03/2026 for 12 March.
ask-entry-body = Which body was supervised, commented on, or held it?
ask-count =
    { $of ->
        [1] { $what }: how many? Press, or write the number.
       *[other] ({ $number }/{ $of }) <b>{ $what }</b> – how many? Press, or write the number.
    }
ask-receptions = Please leave out those whose petition was taken down at a reception (/counter): they are in the register already.
count-too-many = ⚠️ “{ $part }” cannot be more than “{ $whole }”.
count-no-sum = ⚠️ “{ $whole }” is { $count }, but its parts together are { $sum }.
count-unknown = “{ $said }” is not a number. Please write one from 0 to { $most }, in digits alone.
day-unknown = “{ $said }” cannot be read as a date. Please write it like 12/03/2026 (12 March).
day-future = “{ $said }” is still to come. Registers hold what was done.
hint-day = For example: 12/03/2026
hint-count = For example: 3

ask-sheet =
    Please send an Excel file (.xlsx) or a .csv here. Each row is one entry.
    Whatever is wrong is told by row and column, and nothing is entered then. Rows that were entered before do not count twice.
sheet-needed = Please send an Excel file (.xlsx) or a .csv, as a file.
sheet-too-big = The file is over 5 MB. Please split it into smaller ones.
sheet-taken = The file has arrived. It is being read; you will hear in a moment what came of it.
form-comes = The form comes in a moment.
form-made = The form: one entry a row; choose register and body from the lists, and leave columns of other registers empty. When it is filled in, send it with the Excel button in /registers.
sheet-entered = ✅ Entered: { $count }.
sheet-known = Rows that were entered before and do not count again: { $count }.
sheet-beside = ⚠️ There are other entries of the same register, day and body. If this file corrects them, please open the earlier ones and strike them out:
sheet-wrong = <b>Nothing was entered.</b> Please correct the file and send it again:
sheet-fault = • Row { $row }, column { $column }: { $why }
sheet-more = … and { $count } more.
sheet-unreadable = The file cannot be read. Please save it as Excel (.xlsx) and send it again.
sheet-empty = There is no entry in the file yet.
sheet-too-long = The file has over { $most } rows. Please split it.
sheet-body-unknown = No body is called “{ $said }”.
sheet-body-unwanted = This register names no body; please leave it empty.
sheet-count-unwanted = This column is not of the row’s register; please leave it empty.
sheet-no-sum = The numbers of this row do not add up: a part cannot be more than its whole, and the parts must make the whole.
register-unknown = No register is called “{ $said }”.
heading-unknown = No column is called “{ $said }”. Please use the form.
heading-twice = The column “{ $said }” is there twice.
heading-no-register = The column “Register” is missing.
heading-no-day = The column “Day” is missing.
sheet-register = Register
sheet-day = Day
sheet-body = Body
sheet-rows = Registers
sheet-lists = Lists
sheet-name = registers-form

button-registers = ‹ Registers
button-books = 📚 By register
button-newentry = ✍️ New entry
button-sheet = 📥 From Excel
button-form = 📄 Get the form
button-entry = { $day } – { $register }
button-correct = ✏️ Correct
button-strike = 🗑 Strike out
button-struck = Strike out
button-entry-back = Keep it
button-day-0 = Today
button-day-1 = Yesterday
button-no-body = No body
button-count = { $count }
button-save = ✅ Save
button-entry-day = Day
button-entry-body = Body
command-registers = Registers: supervision, receptions, dialogues
