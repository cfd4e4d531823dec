"""Whole histories written by COPY: sealed, keyed and chained like those that people make one entry at a time."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from psycopg import Connection, sql

from petitions.case import IN_HAND, OPEN_REFERRALS, OVER, Case, NameShown, Referral, ReferralStatus, Status
from petitions.chain import START, Link, digest
from petitions.codes import new_code, new_secret
from petitions.competence import Topic
from petitions.stated import as_columns, as_facts, of_petition
from petitions.text import plain_words
from petitions.workflow import PETITION, REFERRAL, Act, replay
from storage.audits import KEEP_HEADS
from storage.crypto import Box
from storage.finding import word_key
from storage.neighbours import place_key

_BASIS = {move.act: move.basis for move in reversed(PETITION)}
_MOVES = {row.act: row for row in REFERRAL}
_COLUMNS = {
    "petitions": "id code secret_key programme person_id source status kind field level lead residential_group "
    "name_shown disposition rating filed_at first_answer_due first_answer_at signed_off_at close_due closed_at "
    "key_wrapped head entries precedence officer_id due_at reply_due reply_remind_at next_due "
    "result carry_due carried_at",
    "entries": "id petition_id position at actor_id role act audience basis facts content_hash before hash",
    "contents": "entry_id petition_id sealed",
    "referrals": "id petition_id body lead status sent_at accepted_at due_at answered_at ended_at",
    "word_keys": "word_key petition_id",
    "place_keys": "petition_id key field closed since",
    "people": "id language made_at",
    "contacts": "id person_id channel address_key address_sealed reachable made_at",
}
_OF_PETITIONS = ("petitions", "entries", "contents", "referrals", "word_keys", "place_keys")
_COUNTED = ("petitions", "entries", "referrals", "people", "contacts")
Rows = dict[str, list[Sequence[Any]]]


@dataclass(frozen=True)
class Entered:
    """An entry of a history that is written whole; `facts` state every column that it changes."""

    act: Act
    role: str
    actor: int | None
    at: datetime
    facts: Mapping[str, Any]
    content: Mapping[str, Any] | None
    audience: tuple[str, ...]


@dataclass(frozen=True)
class History:
    """A petition with its entries, oldest first; `places` are the words of place by which it is found."""

    person: int
    topic: Topic
    lead: str | None
    first_answer_due: datetime
    entries: tuple[Entered, ...]
    places: frozenset[str] = frozenset()


@dataclass
class Bulk:
    """Writes histories over one connection, which the caller opens and which commits when it closes."""

    connection: Connection
    box: Box
    programme: str
    draw: Callable[[], str] = new_code
    _next: dict[str, int] = field(default_factory=dict)
    _keys: dict[str, int] = field(default_factory=dict)
    _places: dict[str, bytes] = field(default_factory=dict)

    def people(self, many: int, now: datetime) -> range:
        """Make people who cannot be reached; return their numbers."""
        made = range(self._take("people"), self._next["people"] + many - 1)
        rows: Rows = {"people": [], "contacts": []}
        self._next["people"] += many - 1
        for person in made:
            address = f"invented-{person}"
            key = self.box.lookup(f"telegram:{address}", "address")
            sealed = self.box.seal(address.encode(), "address")
            rows["people"].append((person, "vi", now))
            rows["contacts"].append((self._take("contacts"), person, "telegram", key, sealed, False, now))
        self._write(rows)
        return made

    def add(self, histories: Iterable[History]) -> None:
        """Write petitions with everything that belongs to them."""
        rows: Rows = {name: [] for name in _OF_PETITIONS}
        some = [*histories]
        for history, code in zip(some, self._codes(len(some)), strict=True):
            self._petition(history, code, rows)
        self._write(rows)

    def finish(self) -> None:
        """Let the tables count on from what was written, and hash its heads."""
        for table, after in self._next.items():
            reset = "SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)"
            self.connection.execute(reset, (table, after - 1))
        self.connection.execute(KEEP_HEADS)

    def _codes(self, many: int) -> list[str]:
        """Draw codes that no petition has: among a million drawn at random some twenty come twice."""
        free = set[str]()
        while len(free) < many:
            drawn = {self.draw() for _ in range(many - len(free))}
            taken = self.connection.execute("SELECT code FROM petitions WHERE code = ANY(%s)", ([*drawn],))
            free |= drawn.difference(row[0] for row in taken)
        return [*free]

    def _petition(self, history: History, code: str, rows: Rows) -> None:
        number, (key, wrapped) = self._take("petitions"), self.box.new_petition_key()
        head, words, stated = START, set[str](), list[tuple[str, Mapping[str, Any]]]()
        for position, entered in enumerate(history.entries, 1):
            sealed = (
                key.seal(json.dumps(dict(entered.content), ensure_ascii=False).encode())
                if entered.content
                else None
            )
            link = _link(number, position, entered, sealed, head, _begun(history) if position == 1 else {})
            head, entry = digest(link), self._take("entries")
            rows["entries"].append(_entry_row(entry, link, head))
            stated.append((entered.act, link.facts))
            if sealed:
                rows["contents"].append((entry, number, sealed))
                words |= self._words(entered.content or {})
        rows["word_keys"] += [(self._key(word), number) for word in words]
        status, _bodies = replay(stated)
        stands = (history.topic.field, status is Status.CLOSED, _since(history, status))
        rows["place_keys"] += [(number, self._place(place), *stands) for place in history.places]
        shares = list(_shares(history, status))
        rows["referrals"] += [(self._take("referrals"), number, *share.row) for share in shares]
        rows["petitions"].append(self._row(number, code, history, stated, status, shares, (wrapped, head)))

    def _row(
        self,
        number: int,
        code: str,
        history: History,
        stated: Sequence[tuple[str, Mapping[str, Any]]],
        status: Status,
        shares: Sequence["_Share"],
        sealed: tuple[bytes, bytes],
    ) -> Sequence[Any]:
        wrapped, head = sealed
        known = as_columns(of_petition(stated))
        case = _case(number, code, history, status, known, shares)
        values = known | {
            "id": number,
            "code": code,
            "secret_key": self.box.lookup(new_secret(), "secret"),
            "programme": self.programme,
            "person_id": history.person,
            "status": status,
            "key_wrapped": wrapped,
            "head": head,
            "entries": len(stated),
            "due_at": case.due,
        }
        return [values[name] for name in _COLUMNS["petitions"].split()]

    def _key(self, word: str) -> int:
        found = self._keys.get(word)
        if found is None:
            found = self._keys[word] = word_key(self.box, word)
        return found

    def _words(self, content: Mapping[str, Any]) -> frozenset[str]:
        place = content.get("place") or {}
        return _plain(content.get("words", "")) | _plain(place.get("words", ""))

    def _place(self, place: str) -> bytes:
        found = self._places.get(place)
        if found is None:
            found = self._places[place] = place_key(self.box, self.programme, place)
        return found

    def _take(self, table: str) -> int:
        if table not in self._next:
            query = sql.SQL("SELECT coalesce(max(id), 0) + 1 FROM {}").format(sql.Identifier(table))
            row = self.connection.execute(query).fetchone()
            self._next[table] = row[0] if row else 1
        self._next[table] += 1
        return self._next[table] - 1

    def _write(self, rows: Rows) -> None:
        with self.connection.cursor() as cursor:
            for table, found in rows.items():
                columns = sql.SQL(", ").join(map(sql.Identifier, _COLUMNS[table].split()))
                into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), columns)
                with cursor.copy(into) as copy:
                    for row in found:
                        copy.write_row(row)


def settle(connection: Connection) -> None:
    """Let tables that were written at once rest as after some days; the connection commits by itself."""
    for table in (*_COLUMNS, "changed_heads", "head_digests"):
        connection.execute(sql.SQL("VACUUM (ANALYZE) {}").format(sql.Identifier(table)))


@dataclass
class _Share:
    """A body's share as its row has it."""

    body: str
    sent_at: datetime
    status: ReferralStatus = ReferralStatus.SENT
    dates: dict[str, datetime | None] = field(default_factory=dict)

    @property
    def row(self) -> Sequence[Any]:
        dates = (self.dates.get(name) for name in ("accepted_at", "due_at", "answered_at", "ended_at"))
        return (self.body, True, self.status, self.sent_at, *dates)


def _shares(history: History, status: Status) -> Iterator[_Share]:
    """Return the lead's shares as the entries leave them, oldest first."""
    found: list[_Share] = []
    for entered in history.entries:
        move = _MOVES.get(entered.act)
        if move and move.start is None:
            found.append(_Share(entered.facts["lead"], entered.at))
        elif move:
            found[-1].status = move.end
            found[-1].dates |= {name: at for name, at in entered.facts.items() if name.endswith("_at")}
    if found and status in OVER and found[-1].status in OPEN_REFERRALS:
        found[-1].status, found[-1].dates["ended_at"] = ReferralStatus.RECALLED, history.entries[-1].at
    return iter(found)


def _case(
    number: int, code: str, history: History, status: Status, known: Mapping[str, Any], shares: Sequence[_Share]
) -> Case:
    """Return the petition as the rules see it, as far as what is due depends on it."""
    topic = history.topic
    return Case(
        id=number,
        code=code,
        person=history.person,
        status=status,
        kind=topic.kind,
        field=topic.field,
        level=topic.level,
        lead=history.lead,
        name_shown=NameShown.NOBODY,
        filed_at=history.entries[0].at,
        first_answer_due=history.first_answer_due,
        entries=len(history.entries),
        head=START,
        first_answer_at=known["first_answer_at"],
        next_due=known["next_due"],
        referrals=tuple(
            Referral(
                place, one.body, lead=True, status=one.status, sent_at=one.sent_at, due_at=one.dates.get("due_at")
            )
            for place, one in enumerate(shares)
        ),
    )


def _since(history: History, status: Status) -> datetime | None:
    """Return since when a petition is found by its place as what it is: in hand, or closed."""
    if status is Status.CLOSED:
        ended = (entered.facts.get("closed_at") for entered in reversed(history.entries))
        return next(filter(None, ended), None)
    return history.entries[0].at if status in IN_HAND else None


def _begun(history: History) -> dict[str, Any]:
    topic = history.topic
    return {
        "kind": topic.kind,
        "field": topic.field,
        "level": topic.level,
        "lead": history.lead,
        "residential_group": topic.group,
        "name_shown": NameShown.NOBODY,
        "filed_at": history.entries[0].at,
        "first_answer_due": history.first_answer_due,
        "precedence": 1,
        "source": "telegram",
    }


def _link(
    petition: int, position: int, entered: Entered, sealed: bytes | None, before: bytes, begun: Mapping[str, Any]
) -> Link:
    return Link(
        petition=petition,
        position=position,
        at=entered.at,
        actor=entered.actor,
        role=entered.role,
        act=entered.act,
        audience=tuple(sorted(entered.audience)),
        basis=_BASIS[entered.act],
        facts=as_facts({**begun, **entered.facts}),
        content_hash=hashlib.sha256(sealed).digest() if sealed else None,
        before=before,
    )


def _entry_row(entry: int, link: Link, head: bytes) -> Sequence[Any]:
    about = (
        link.petition,
        link.position,
        link.at,
        link.actor,
        link.role,
        link.act,
        list(link.audience),
        link.basis,
    )
    return (entry, *about, json.dumps(link.facts, ensure_ascii=False), link.content_hash, link.before, head)


@lru_cache(maxsize=20_000)
def _plain(text: str) -> frozenset[str]:
    """Return the words of a text; the same sentences come back again and again."""
    return plain_words(text)
