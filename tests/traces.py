"""Looks for words where they must not be: in the raw bytes of every table and of every file of a folder."""

import json
from collections.abc import Iterable
from html import escape
from pathlib import Path

import psycopg
from psycopg import sql

_TABLES = """
    SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname
"""


def dump(url: str) -> bytes:
    """Return all rows of all tables in the binary form of COPY; text and bytes stand there as they are."""
    found: list[bytes] = []
    with psycopg.connect(url) as connection:
        for (table,) in connection.execute(_TABLES).fetchall():
            statement = sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(sql.Identifier(table))
            with connection.cursor().copy(statement) as rows:
                found += [bytes(row) for row in rows]
    return b"".join(found)


def files_of(folder: Path) -> bytes:
    """Return what all files under a folder hold, with their names."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return b"".join(path.name.encode() + path.read_bytes() for path in paths)


def traces(of: Iterable[str], where: bytes) -> list[str]:
    """Return which of these words stand somewhere, plain, as JSON or as HTML."""
    return [word for word in of if any(form in where for form in _forms(word))]


def _forms(word: str) -> set[bytes]:
    return {word.encode(), json.dumps(word)[1:-1].encode(), escape(word).encode(), word.encode("utf-16-le")}
