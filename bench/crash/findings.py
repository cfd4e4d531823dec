"""What must be true after a run: each check returns sentences about what is not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text

from bench.crash.lives import Toll
from bench.crash.people import Person, marks_in, words_of
from bench.crash.residents import Resident
from bot.wiring import Parts
from desk.body_cards import body_card
from handlers.telegram.courier import plain
from petitions.codes import show_code
from petitions.workflow import Act
from storage.unit import Unit

_REPEATED = "(Gửi lại"
_LETTERS = text("""
    SELECT id, contact_id, petition_id, entry_position, provider_message_id, made_at, sent_at, failure, renews,
           CASE WHEN maybe_sent THEN tries ELSE 0 END AS lost,
           EXISTS (SELECT FROM inbound WHERE done_at = made_at) AS reply
      FROM deliveries ORDER BY contact_id, id
""")
_CARDS = text("""
    SELECT s.contact_id, max(s.message) AS message, p.code, c.body
      FROM shown s JOIN petitions p ON p.id = s.petition_id JOIN contacts c ON c.id = s.contact_id
     WHERE s.card AND c.body IS NOT NULL GROUP BY s.contact_id, p.code, c.body ORDER BY 1, 2
""")


@dataclass(frozen=True)
class Petition:
    """What the records hold of a petition: the marks filed, all words, its files and how often one was kept."""

    code: str
    chat: int
    filed: frozenset[str]
    words: str
    files: int
    kept: int


@dataclass(frozen=True)
class Letter:
    """The first row of a message; a `reply` is one that could not be sent at once and became a letter.

    `lost` is the number of tries whose answer may have been lost, at most. Until it is `due` it is held, so that
    what it tells can be undone; only the later ones about its `petition` wait for it.
    """

    number: int
    chat: int
    petition: int | None
    due: datetime
    message: int | None
    lost: int
    made: datetime
    sent: datetime | None
    failure: str | None
    reply: bool


@dataclass(frozen=True)
class Card:
    """The newest card of a petition in a group: where it stands, and what it is to say by now."""

    code: str
    chat: int
    message: int
    words: str


@dataclass(frozen=True)
class Records:
    """Everything that the database holds after a run; `renewals` are letters in the place of a message."""

    petitions: list[Petition]
    letters: list[Letter]
    renewals: list[Letter]
    cards: list[Card]


async def read(parts: Parts) -> Records:
    """Read the records in clear."""
    async with parts.store.reading() as unit:
        chats = {row.id: 0 for row in await unit.connection.execute(text("SELECT id FROM contacts"))}
        for contact in chats:
            chats[contact] = int((await unit.people.contact(contact)).address)
        owners = await _owners(unit.connection, chats)
        codes = await unit.connection.execute(text("SELECT code FROM petitions ORDER BY id"))
        petitions = [await _petition(unit, code, owners) for code in codes.scalars().all()]
        rows = (await unit.connection.execute(_LETTERS)).all()
        letters = [_letter(parts, row, chats[row.contact_id]) for row in rows if row.renews is None]
        renewals = [_letter(parts, row, chats[row.contact_id]) for row in rows if row.renews is not None]
        shown_ = (await unit.connection.execute(_CARDS)).all()
        cards = [await _card(parts, unit, row, chats[row.contact_id]) for row in shown_]
    return Records(petitions, _messages(letters), renewals, cards)


async def _petition(unit: Unit, code: str, owners: Mapping[int, int]) -> Petition:
    case = await unit.petitions.load(code)
    assert case is not None  # noqa: S101 - its code was just read
    entries = await unit.petitions.history(case)
    said = [(entry.act, str(dict(entry.content or {}))) for entry in entries]
    filed = marks_in(next(words for act, words in said if act == Act.FILE))
    words = " ".join(words for act, words in said if act != Act.SIGN_OFF)  # which quotes the answer
    files, kept = sum(len(entry.media) for entry in entries), sum(act == Act.KEEP for act, _ in said)
    return Petition(show_code(code), owners[case.person], filed, words, files, kept)


async def _card(parts: Parts, unit: Unit, row: Any, chat: int) -> Card:
    case, reader = await unit.petitions.load(row.code), await unit.people.contact(row.contact_id)
    assert case is not None  # noqa: S101 - its card was just read
    card = await body_card(unit, parts.office, case, row.body)
    words = plain(parts.courier.render(reader.language, card))
    return Card(show_code(row.code), chat, row.message, words)


async def _owners(connection: Any, chats: Mapping[int, int]) -> dict[int, int]:
    rows = await connection.execute(text("SELECT id, person_id FROM contacts WHERE person_id IS NOT NULL"))
    return {row.person_id: chats[row.id] for row in rows}


def _letter(parts: Parts, row: Any, chat: int) -> Letter:
    made, message = row.made_at, row.provider_message_id
    due = made if row.entry_position is None else parts.office.lets_go(made)
    return Letter(row.id, chat, row.petition_id, due, message, row.lost, made, row.sent_at, row.failure, row.reply)


def _messages(letters: Iterable[Letter]) -> list[Letter]:
    """Return one letter of those that were told together in one message."""
    firsts = {(one.chat, one.message or -one.number): one for one in reversed(list(letters))}
    return sorted(firsts.values(), key=lambda one: one.number)


def receipts(records: Records, residents: Iterable[Resident]) -> list[str]:
    """Every receipt has its petition, every petition its receipt, in the chat of who filed it."""
    read_ = {(one.person.chat, code) for one in residents for code in one.receipts}
    kept = {(one.chat, one.code) for one in records.petitions}
    lost = [f"the receipt of {code} was handed out, the petition is not there" for _, code in read_ - kept]
    return lost + [f"{code} was filed and its receipt never arrived" for _, code in kept - read_]


def twice(records: Records, people: Iterable[Person]) -> list[str]:
    """No message took effect twice: its mark stands at most once in all petitions together."""
    words = " ".join(one.words for one in records.petitions)
    found = Counter({mark: words.count(f"({mark})") for person in people for mark in person.marks})
    return [f"the message {mark} took effect {times} times" for mark, times in found.items() if times > 1]


def pressed(records: Records, residents: Iterable[Resident]) -> list[str]:
    """Find residents who have more petitions than they pressed "send"."""
    filed = Counter(one.chat for one in records.petitions)
    return [
        f"{one.person.key} pressed {len(one.sent)} times and has {filed[one.person.chat]} petitions"
        for one in residents
        if filed[one.person.chat] > len(one.sent)
    ]


def shown(records: Records, residents: Iterable[Resident]) -> list[str]:
    """Every petition says what its preview said when its owner pressed "send": nothing is missing or foreign."""
    seen = {(one.person.chat, marks) for one in residents for marks in one.sent}
    return [
        f"{one.code} was filed with {sorted(one.filed)}, and no preview of its owner showed that"
        for one in records.petitions
        if (one.chat, one.filed) not in seen
    ]


def files(records: Records) -> list[str]:
    """Every file was kept once."""
    return [
        f"{one.code} has {one.files} files, and {one.kept} were kept"
        for one in records.petitions
        if one.kept != one.files
    ]


def unsent(records: Records) -> list[str]:
    """Every letter is sent, and every renewal, be it by a newer one of the same message."""
    return [
        f"{kind} {one.number} to {one.chat}: {one.failure or 'still waiting'}"
        for kind, letters in (("letter", records.letters), ("renewal", records.renewals))
        for one in letters
        if one.sent is None
    ]


def renewed(records: Records, people: Iterable[Person]) -> list[str]:
    """Every newest card says how its petition stands: its newest renewal is what it says in the end.

    In which order renewals come among new letters does not matter, nor how often one comes.
    """
    said = {(person.chat, number): one for person in people for number, one in person.messages.items()}
    read_ = {place: _plain(words_of(one)) for place, one in said.items() if not one["deleted"]}
    return [
        f"the card of {one.code} in {one.chat} says {read_.get((one.chat, one.message))!r}, not {one.words!r}"
        for one in records.cards
        if read_.get((one.chat, one.message)) != one.words
    ]


def order(records: Records, people: Iterable[Person]) -> list[str]:
    """Find letters that arrived, or were repeated, after one that was written later; stragglers apart.

    Each is compared with the one before it that was not held while it arrived.
    """
    wrong: list[str] = []
    copies = Copies(people, records.letters)
    came = {(person.chat, number): one["date"] for person in people for number, one in person.messages.items()}
    for chat, letters in _by_chat(records).items():
        for place, after in enumerate(letters):
            first = min(copies.of(after), default=2**62)
            at = came.get((chat, first), 0)
            before = next((one for one in reversed(letters[:place]) if not _held(one, after, at)), None)
            if before and max(copies.in_turn(before), default=0) > first:
                said = " and ".join(repr(copies.words(one)[:60]) for one in (before, after))
                wrong.append(f"chat {chat}: letter {after.number} overtook letter {before.number}: {said}")
    return wrong


def _held(before: Letter, after: Letter, at: float) -> bool:
    """Tell whether a letter was still held when a later one, about something else, arrived at that time."""
    alike = before.petition is not None and before.petition == after.petition
    return not alike and before.due.timestamp() > at


def repeated(records: Records, people: Iterable[Person], toll: Toll) -> list[str]:
    """No letter came more often than its lost answers and the kills around it explain; each time it says so.

    The first copy does not, wherever it comes: a straggler is behind its repetitions.
    """
    copies = Copies(people, records.letters)
    wrong: list[str] = []
    for letter in records.letters:
        if letter.sent is None or letter.reply:
            continue
        kills = toll.between("worker", letter.made, letter.sent)
        allowed = 1 + letter.lost + kills
        if not 1 <= len(copies.of(letter)) <= allowed:
            wrong.append(f"letter {letter.number} came {len(copies.of(letter))} times, {allowed} are explained")
        if len(copies.unmarked(letter)) > 1 or (copies.straggler(letter) and not kills):
            wrong.append(f"letter {letter.number} came again and did not say so")
    return wrong


class Copies:
    """Finds the messages that a letter became."""

    def __init__(self, people: Iterable[Person], letters: Iterable[Letter]) -> None:
        self._firsts = {person.chat: person.firsts for person in people}
        self._same: dict[tuple[int, str], list[int]] = defaultdict(list)
        for chat, said in self._firsts.items():
            for number, words in said.items():
                self._same[chat, _plain(words)].append(number)
        self._lasts = {(letter.chat, letter.message) for letter in letters}

    def of(self, letter: Letter) -> list[int]:
        """Return the ids of the letter's messages; of a reply that became a letter only the last."""
        if letter.message is None:
            return []
        words = self.words(letter)
        if letter.reply or not words:
            return [letter.message]
        same = self._same[letter.chat, _plain(words)]
        lasts = sorted(one for one in same if (letter.chat, one) in self._lasts)
        place = lasts.index(letter.message)
        # Two letters may say the same: what came up to the last copy of the first is not the second's.
        begin = lasts[place - 1] if place else 0
        end = letter.message if letter.message != lasts[-1] else max(same)
        return [one for one in same if begin < one <= end]

    def words(self, letter: Letter) -> str:
        """Return what the letter said in its last copy; nothing where it became none."""
        return self._firsts.get(letter.chat, {}).get(letter.message or 0, "")

    def unmarked(self, letter: Letter) -> list[int]:
        """Return the copies that do not say that they may be a repetition, oldest first."""
        said = self._firsts.get(letter.chat, {})
        return [one for one in sorted(self.of(letter)) if not said.get(one, "").startswith(_REPEATED)]

    def straggler(self, letter: Letter) -> int | None:
        """Return the first copy where it came after a repetition: it was on its way when its worker was killed."""
        unmarked = self.unmarked(letter)
        return unmarked[0] if unmarked and unmarked[0] > min(self.of(letter)) else None

    def in_turn(self, letter: Letter) -> list[int]:
        """Return the copies except a straggler, which nobody can call back."""
        return [one for one in self.of(letter) if one != self.straggler(letter)]

    def repetitions(self, letters: Iterable[Letter]) -> int:
        """Count repetitions."""
        return sum(len(self.of(letter)) - 1 for letter in letters if letter.sent)


def _plain(words: str) -> str:
    """Return the words without the line that says that they may be a repetition."""
    return words.split("\n\n", 1)[-1] if words.startswith(_REPEATED) else words


def _by_chat(records: Records) -> dict[int, list[Letter]]:
    found: dict[int, list[Letter]] = defaultdict(list)
    for letter in records.letters:
        if letter.sent is not None:
            found[letter.chat].append(letter)
    return found


def receipts_repeated(residents: Iterable[Resident]) -> int:
    """Count the receipts that came more than once."""
    return sum(len(one.receipts) - len(set(one.receipts)) for one in residents)


_EMPTY: Mapping[str, str] = {
    "an update is parked": "SELECT external_id FROM inbound WHERE parked_at IS NOT NULL",
    "an update has failed": "SELECT external_id FROM inbound WHERE failures > 0",
    "an update is not finished": "SELECT external_id FROM inbound WHERE acted_at IS NULL OR done_at IS NULL",
    "replies are kept although they were sent": (
        "SELECT external_id FROM inbound WHERE done_at IS NOT NULL AND replies_sealed IS NOT NULL"
    ),
    "a conversation is stuck": "SELECT person_id FROM drafts WHERE step LIKE 'filing.%'",
    "a file was not fetched": (
        "SELECT id FROM media WHERE petition_id IS NOT NULL AND (fetched_at IS NULL OR failure IS NOT NULL)"
    ),
    "a job has failed": "SELECT id FROM procrastinate_jobs WHERE status IN ('failed', 'aborted', 'cancelled')",
    "a contact is held to be out of reach": "SELECT id FROM contacts WHERE NOT reachable",
}
"""What must not be found; each row that is found is a finding."""


async def left_over(parts: Parts) -> list[str]:
    """Look for what must not be left."""
    found: list[str] = []
    async with parts.store.reading() as unit:
        for name, query in _EMPTY.items():
            found += [f"{name}: {row[0]}" for row in await unit.connection.execute(text(query))]
    return found


_BUSY: Mapping[str, str] = {
    "updates": "SELECT count(*) FROM inbound WHERE done_at IS NULL AND parked_at IS NULL",
    "letters": "SELECT count(*) FROM deliveries WHERE sent_at IS NULL AND failed_at IS NULL",
    "files": (
        "SELECT count(*) FROM media WHERE petition_id IS NOT NULL AND fetched_at IS NULL AND failure IS NULL"
    ),
    "jobs": "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')",
}


async def busy(parts: Parts) -> list[str]:
    """Tell what is still to be done."""
    async with parts.store.reading() as unit:
        counts = {name: (await unit.connection.execute(text(query))).scalar_one() for name, query in _BUSY.items()}
    return [f"{count} {name} are still to be done" for name, count in counts.items() if count]
