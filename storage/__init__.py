"""The records: tables, the unit of work, queries, encryption, migrations and the embedded server."""
