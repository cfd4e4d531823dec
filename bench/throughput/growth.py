"""A database as it is after years: petitions that are closed, with all that belongs to them."""

import psycopg

ENTRIES, LETTERS, UPDATES = 4, 3, 8
"""Of each petition: entries with words, letters that were sent, updates that were done."""
_FILL = """
INSERT INTO people (language, made_at) SELECT 'vi', now() FROM generate_series(0, {petitions} / 3);
INSERT INTO contacts (person_id, channel, address_key, address_sealed, made_at)
    SELECT id, 'telegram', sha256(id::text::bytea), '', now() FROM people;
INSERT INTO grants (person_id, role, granted_at) VALUES (1, 'triage', now());
INSERT INTO petitions (code, secret_key, programme, person_id, source, status, kind, field, level, name_shown,
                       filed_at, first_answer_due, head, entries, closed_at)
    SELECT n::text, sha256(n::text::bytea), 'x', 1 + n / 3, 'telegram', 'closed', 'PHAN_ANH', 'CS', 'ward',
           'nobody', at, at + interval '10 days', sha256(''), {entries}, at + interval '20 days'
      FROM (SELECT n, now() - n * interval '10 minutes' AS at FROM generate_series(1, {petitions}) n) old;
INSERT INTO entries (petition_id, position, at, role, act, audience, facts, content_hash, before, hash)
    SELECT p.id, n, p.filed_at, 'resident', 'file', '{{resident}}', '{{}}', sha256(''), sha256(''), sha256('')
      FROM petitions p, generate_series(1, {entries}) n;
INSERT INTO contents (entry_id, petition_id, sealed)
    SELECT id, petition_id, decode(repeat(md5(id::text), 16), 'hex') FROM entries;
INSERT INTO referrals (petition_id, body, lead, status, sent_at) SELECT id, 'ubnd', true, 'signed_off', filed_at
      FROM petitions;
INSERT INTO deliveries (contact_id, petition_id, not_before, made_at, sent_at)
    SELECT p.person_id, p.id, p.filed_at, p.filed_at, p.filed_at FROM petitions p, generate_series(1, {letters}) n;
INSERT INTO inbound (channel, external_id, claimed_at, acted_at, done_at)
    SELECT 'telegram', n, now(), now(), now() FROM generate_series(1, {petitions} * {updates}) n;
VACUUM ANALYZE;
CHECKPOINT
"""


def fill(url: str, petitions: int) -> None:
    """Fill an empty database through a superuser's address; an officer waits for what will be filed."""
    with psycopg.connect(url, autocommit=True) as connection:
        # The rows belong together by their making: nothing is asked of each of them.
        connection.execute("SET session_replication_role = replica")
        for statement in _FILL.format(
            petitions=petitions, entries=ENTRIES, letters=LETTERS, updates=UPDATES
        ).split(";"):
            connection.execute(statement.encode())
