"""The PostgreSQL server that the product carries along; only what other rooms may use of it is named here."""

from storage.embedded.errors import EmbeddedServerError
from storage.embedded.server import Server, Status, running, start, status, stop

__all__ = ["EmbeddedServerError", "Server", "Status", "running", "start", "status", "stop"]
