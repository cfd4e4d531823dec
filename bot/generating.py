"""Fills a practice database with invented petitions, to measure the program with as many as it must bear."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

import psycopg
import yaml

from bot.lives import Cast, Life, Phrases, Town
from bot.wiring import Parts, conninfo
from petitions.data import load_examples
from storage.bulk import Bulk, Entered, History, settle

FILE = Path(__file__).with_name("lives.yaml")
_CHUNK = 5_000
_OFFICERS = 6
_A_PERSON = 3
"""Petitions that a resident files in five years, on average."""
T = TypeVar("T")


def generate(parts: Parts, url: str, cases: int, seed: int) -> Iterator[int]:
    """Write so many petitions; yield how many there are after each part of them."""
    now = parts.clock()
    with psycopg.connect(conninfo(url)) as connection:
        bulk = Bulk(connection, parts.store.box, parts.office.programme.name)
        staff = bulk.people(_OFFICERS + 2, now)
        residents = bulk.people(max(cases // _A_PERSON, 1), now)
        cast = Cast(residents, staff[:_OFFICERS], staff[-2], staff[-1], read_phrases())
        lives = map(history, Town(parts.office, load_examples(), cast, seed).lives(cases, now))
        done = 0
        while chunk := list(islice(lives, _CHUNK)):
            bulk.add(chunk)
            done += len(chunk)
            yield done
        bulk.finish()
    with psycopg.connect(conninfo(url), autocommit=True) as connection:
        settle(connection)


def read_phrases() -> Phrases:
    """Return what is said in invented petitions."""
    found: Phrases = yaml.safe_load(FILE.read_text("utf-8"))
    return found


def history(life: Life) -> History:
    """Return a life as it is written into the records."""
    entries = tuple(
        Entered(one.act, one.role, one.actor, one.at, one.facts, one.content, one.audience) for one in life.deeds
    )
    return History(life.person, life.topic, life.assignment.lead, life.first_answer_due, entries, life.places)
