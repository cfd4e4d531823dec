### The register of denunciations on paper: number, dates, status; no words and no names.

role-denunciation_keeper = Keeper of the register of denunciations
part-denunciations = number, dates and status of denunciations on paper, no petitions
help-denunciation_keeper =
    <b>Keeper of the register of denunciations</b>
    /denunciations – denunciations on paper: number, dates, status
    To see one: its number, such as <code>/denunciations 12/TC</code>
    To enter one: its number and the day it came, such as <code>/denunciations 12/TC 20/11/2026</code>. No words, nobody’s name.
command-denunciations = Register of denunciations on paper
denunciations-head = <b>Register of denunciations</b>
denunciations-none = There are none yet.
denunciations-row = • No. <b>{ $number }</b>, received { $received }: { $stands }
denunciations-how = To enter one, type its number and the day it came, such as <code>/denunciations 12/TC 20/11/2026</code>. Only number and day: no words, nobody’s name. To see one that is in the register, type the command with its number, such as <code>/denunciations 12/TC</code>.
denunciation-head = <b>Denunciation no. { $number }</b>
denunciation-entry = • { $day }: { $stands }{ $noted }
denunciation-noted = {" "}(entered on { $at })
denunciation-received = received
denunciation-not-moved = not passed on yet
denunciation-moved = passed on to the { $body }
denunciation-stored = kept without action
denunciation-closed = closed
denunciation-pass = To which body was denunciation no. { $number } passed on?
ask-denunciation = Enter that on { $day } denunciation no. { $number } was <b>{ $stands }</b>? An entry cannot be changed or removed. If it was another day, please press a button or write the day, for example 12/03/2026.
ask-denunciation-new = Enter <b>denunciation no. { $number }</b>, received { $day }? An entry cannot be changed or removed.
button-day-before = ‹ { $day }
button-day-after = { $day } ›
button-denunciation-note = Enter it
denunciation-number = Please type the number first: digits, with the signs of your register, then the day it came, such as <code>/denunciations 12/TC 20/11/2026</code>. No words, nobody’s name.
denunciation-day = After the number (in one piece, like 12/TC) please write only the day it came, like 20/11/2026 (20 November), and none after today. No words of the matter, nobody’s name.
denunciation-day-wrong = Please write a day like 12/03/2026 (12 March), not after today and not before { $since }, the day of the entry before. Write no words of the matter and no names.
denunciation-known = Number { $number } is in the register already.
denunciation-moved-on = This denunciation stands elsewhere by now. Please open the register again with /denunciations.
denunciation-not-there = The register has no denunciation no. <b>{ $number }</b>. To enter it, type its number and the day it came, such as <code>/denunciations { $number } { $day }</code>
unknown-denunciation = The register has no such denunciation.
button-denunciation = No. { $number }
button-denunciations = ‹ Back to the register
button-denunciation-moved = Pass on to a body
button-denunciation-reopened = Take up again, pass on to a body
button-denunciation-stored = Keep without action
button-denunciation-closed = Close
read-denunciations = opened the register of denunciations
