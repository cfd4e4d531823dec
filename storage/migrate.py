"""Brings a database to the newest schema, in this process, and tells which schema it has."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text

_LOCK = 1148217461


def migrate(url: str) -> None:
    """Run the missing migrations; of several processes that start at once, one does and the others wait."""
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            command.upgrade(_config(connection), "head")
    finally:
        engine.dispose()


def newest() -> str:
    """Return the revision that this version of the program needs."""
    head = ScriptDirectory.from_config(_config(None)).get_current_head()
    assert head is not None  # noqa: S101 - the versions folder is part of the package
    return head


def revision_of(connection: Connection) -> str | None:
    """Return the revision that a database has, None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["connection"] = connection
    return config
