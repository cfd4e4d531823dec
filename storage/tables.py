"""Every table of the product (Core, PostgreSQL only); the migrations make them, the tests compare the two.

Nothing here knows Telegram: a contact is an address on a channel, an inbound update an id on a channel.
Columns that end in `_sealed` are ciphertext, columns that end in `_key` keyed hashes.
"""

from collections.abc import Iterable

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from petitions.case import IN_HAND, Status
from petitions.queues import AT_DESK

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_Time = DateTime(timezone=True)


def _id() -> Column[int]:
    return Column("id", BigInteger, Identity(always=True), primary_key=True)


people = Table(
    "people",
    metadata,
    _id(),
    Column("language", Text, nullable=False),
    Column("consent_version", Integer),
    Column("consented_at", _Time),
    Column("name_sealed", LargeBinary),
    Column("made_at", _Time, nullable=False),
    Column("pressure", Float, nullable=False, server_default=text("0")),
    Column("pressed_at", _Time),
    Column("last_album", Text),
    Column("flood", SmallInteger, nullable=False, server_default=text("0")),
    Column("flood_since", _Time),
    Column("teaches_since", _Time),
)

contacts = Table(
    "contacts",
    metadata,
    _id(),
    Column("person_id", ForeignKey("people.id"), index=True),
    Column("body", Text, index=True),
    Column("channel", Text, nullable=False),
    Column("address_key", LargeBinary, nullable=False),
    Column("address_sealed", LargeBinary, nullable=False),
    Column("reachable", Boolean, nullable=False, server_default=text("true")),
    Column("reachable_since", _Time),
    Column("free_at", _Time),
    Column("made_at", _Time, nullable=False),
    Column("unbound_since", _Time),
    Column("greeted", Boolean, nullable=False, server_default=text("false")),
    UniqueConstraint("channel", "address_key"),
)
Index(
    "ix_contacts_unbound_since", contacts.c.unbound_since, postgresql_where=contacts.c.unbound_since.is_not(None)
)

grants = Table(
    "grants",
    metadata,
    _id(),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("role", Text, nullable=False),
    Column("body", Text),
    Column("label_sealed", LargeBinary),
    Column("granted_by", ForeignKey("people.id")),
    Column("granted_at", _Time, nullable=False),
    Column("revoked_at", _Time),
    Column("revoked_by", ForeignKey("people.id")),
)
Index(
    "uq_grants_held",
    grants.c.person_id,
    grants.c.role,
    text("coalesce(body, '')"),
    unique=True,
    postgresql_where=grants.c.revoked_at.is_(None),
)

renamings = Table(
    "renamings",
    metadata,
    _id(),
    Column("at", _Time, nullable=False),
    Column("grant_id", ForeignKey("grants.id"), nullable=False),
    Column("renamed_by", ForeignKey("people.id")),
    Column("before_sealed", LargeBinary),
    Column("after_sealed", LargeBinary, nullable=False),
)

invitations = Table(
    "invitations",
    metadata,
    _id(),
    Column("token_key", LargeBinary, nullable=False, unique=True),
    Column("role", Text),
    Column("body", Text),
    Column("label_sealed", LargeBinary),
    Column("made_by", ForeignKey("people.id")),
    Column("made_at", _Time, nullable=False),
    Column("expires_at", _Time, nullable=False),
    Column("used_at", _Time),
    Column("used_by", ForeignKey("people.id")),
    Column("revoked_at", _Time),
    CheckConstraint("role IS NOT NULL OR body IS NOT NULL", name="purpose"),
)

inbound = Table(
    "inbound",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("external_id", BigInteger, primary_key=True),
    Column("claimed_at", _Time, nullable=False),
    Column("contact_id", BigInteger),
    Column("acted_at", _Time),
    Column("replies_sealed", LargeBinary),
    Column("done_at", _Time),
    Column("failures", SmallInteger, nullable=False, server_default=text("0")),
    Column("parked_sealed", LargeBinary),
    Column("parked_at", _Time),
)
Index("ix_inbound_claimed_at", inbound.c.claimed_at)
Index("ix_inbound_parked_at", inbound.c.parked_at, postgresql_where=inbound.c.parked_at.is_not(None))
Index("ix_inbound_unanswered", inbound.c.acted_at, postgresql_where=inbound.c.done_at.is_(None))

drafts = Table(
    "drafts",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("contact_id", ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True),
    Column("step", Text, nullable=False),
    Column("values_sealed", LargeBinary, nullable=False),
    Column("asked_message_id", BigInteger),
    Column("changed_at", _Time, nullable=False),
)

petitions = Table(
    "petitions",
    metadata,
    _id(),
    Column("code", Text, nullable=False, unique=True),
    Column("secret_key", LargeBinary, nullable=False),
    Column("programme", Text, nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("source", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("lead", Text),
    Column("street", Text),
    Column("residential_group", Text),
    Column("paper_at", _Time),
    Column("name_shown", Text, nullable=False),
    Column("disposition", Text),
    Column("result", Text),
    Column("rating", Text),
    Column("filed_at", _Time, nullable=False),
    Column("first_answer_due", _Time, nullable=False),
    Column("first_answer_at", _Time),
    Column("signed_off_at", _Time),
    Column("close_due", _Time),
    Column("closed_at", _Time),
    Column("key_wrapped", LargeBinary),
    Column("erased_at", _Time),
    Column("head", LargeBinary, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("precedence", SmallInteger, nullable=False, server_default=text("1")),
    Column("officer_id", ForeignKey("people.id")),
    Column("due_at", _Time),
    Column("reply_due", _Time),
    Column("reply_remind_at", _Time),
    Column("reopened_at", _Time),
    Column("remind_due", _Time),
    Column("merged_into", ForeignKey("petitions.code")),
    Column("split_from", ForeignKey("petitions.code")),
    Column("handed_in_at", _Time),
    Column("recurring_of", ForeignKey("petitions.code")),
    Column("next_due", _Time),
    Column("carry_due", _Time),
    Column("carried_at", _Time),
    Column("untold_since", _Time),
)


def standing(statuses: Iterable[Status]) -> ColumnElement[bool]:
    """Say that a petition stands in one of these, written out: so an index of such petitions is known to fit."""
    return petitions.c.status.in_([literal_column(f"'{one}'") for one in sorted(statuses)])


in_hand = standing(IN_HAND)
in_turn = (petitions.c.precedence, petitions.c.first_answer_due, petitions.c.id)
Index("ix_petitions_status", petitions.c.status, *in_turn)
Index("ix_petitions_desk", *in_turn, postgresql_where=standing(AT_DESK))
Index("ix_petitions_desk_of", petitions.c.officer_id, *in_turn, postgresql_where=standing(AT_DESK))
Index("ix_petitions_officer", petitions.c.officer_id, *in_turn, postgresql_where=in_hand)
Index("ix_petitions_field", petitions.c.field, *in_turn, postgresql_where=in_hand)
Index("ix_petitions_lead", petitions.c.lead, *in_turn, postgresql_where=in_hand)
Index("ix_petitions_reply_due", petitions.c.reply_due, postgresql_where=petitions.c.reply_due.is_not(None))
Index(
    "ix_petitions_reply_remind_at",
    petitions.c.reply_remind_at,
    postgresql_where=petitions.c.reply_remind_at.is_not(None),
)
Index("ix_petitions_due", petitions.c.due_at, petitions.c.id, postgresql_where=petitions.c.due_at.is_not(None))
Index("ix_petitions_close_due", petitions.c.close_due, postgresql_where=petitions.c.close_due.is_not(None))
Index("ix_petitions_remind_due", petitions.c.remind_due, postgresql_where=petitions.c.remind_due.is_not(None))
Index(
    "ix_petitions_carry_due",
    petitions.c.carry_due,
    petitions.c.id,
    postgresql_where=petitions.c.carry_due.is_not(None),
)
Index(
    "ix_petitions_untold",
    petitions.c.untold_since,
    petitions.c.id,
    postgresql_where=petitions.c.untold_since.is_not(None),
)
Index("ix_petitions_closed_at", petitions.c.closed_at, postgresql_where=petitions.c.erased_at.is_(None))

entries = Table(
    "entries",
    metadata,
    _id(),
    Column("petition_id", ForeignKey("petitions.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("at", _Time, nullable=False),
    Column("actor_id", BigInteger),
    Column("role", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("audience", ARRAY(Text), nullable=False),
    Column("basis", Text),
    Column("facts", JSONB, nullable=False),
    Column("content_hash", LargeBinary),
    Column("before", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    UniqueConstraint("petition_id", "position"),
)

contents = Table(
    "contents",
    metadata,
    Column("entry_id", ForeignKey("entries.id"), primary_key=True),
    Column("petition_id", ForeignKey("petitions.id"), nullable=False, index=True),
    Column("sealed", LargeBinary, nullable=False),
)

media = Table(
    "media",
    metadata,
    _id(),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("petition_id", ForeignKey("petitions.id"), index=True),
    Column("entry_position", Integer),
    Column("kind", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("ref_sealed", LargeBinary),
    Column("name_sealed", LargeBinary),
    Column("mime", Text),
    Column("size", BigInteger),
    Column("made_at", _Time, nullable=False),
    Column("fetched_at", _Time),
    Column("failure", Text),
    Column("sealed", LargeBinary),
)
Index(
    "ix_media_unfetched",
    media.c.id,
    postgresql_where=media.c.petition_id.is_not(None)
    & media.c.fetched_at.is_(None)
    & media.c.failure.is_(None)
    & media.c.ref_sealed.is_not(None),
)
Index("ix_media_loose", media.c.made_at, postgresql_where=media.c.petition_id.is_(None))

referrals = Table(
    "referrals",
    metadata,
    _id(),
    Column("petition_id", ForeignKey("petitions.id"), nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("lead", Boolean, nullable=False),
    Column("status", Text, nullable=False),
    Column("sent_at", _Time, nullable=False),
    Column("accepted_at", _Time),
    Column("due_at", _Time),
    Column("paused_at", _Time),
    Column("answered_at", _Time),
    Column("ended_at", _Time),
    Column("asked_days", SmallInteger),
    Column("step", Text),
    Column("urged", Text),
    Column("look_at", _Time),
    Column("clerk_id", BigInteger),
)
unanswered = referrals.c.lead & referrals.c.status.in_([literal_column("'sent'"), literal_column("'accepted'")])
Index("ix_referrals_look_at", referrals.c.look_at, postgresql_where=unanswered)
Index("ix_referrals_due_at", referrals.c.due_at, referrals.c.id, postgresql_where=unanswered)
asking = (
    referrals.c.lead & (referrals.c.status == literal_column("'accepted'")) & referrals.c.asked_days.is_not(None)
)
Index("ix_referrals_asking", referrals.c.due_at, referrals.c.id, postgresql_where=asking)
Index("ix_referrals_body", referrals.c.body, referrals.c.status, referrals.c.due_at)

deliveries = Table(
    "deliveries",
    metadata,
    _id(),
    Column("contact_id", ForeignKey("contacts.id"), nullable=False),
    Column("petition_id", ForeignKey("petitions.id")),
    Column("entry_position", Integer),
    Column("not_before", _Time, nullable=False),
    Column("joins", Boolean, nullable=False, server_default=text("false")),
    Column("renews", BigInteger),
    Column("letter_sealed", LargeBinary),
    Column("provider_message_id", BigInteger),
    Column("tries", SmallInteger, nullable=False, server_default=text("0")),
    Column("pieces", SmallInteger, nullable=False, server_default=text("0")),
    Column("maybe_sent", Boolean, nullable=False, server_default=text("false")),
    Column("made_at", _Time, nullable=False),
    Column("sent_at", _Time),
    Column("failed_at", _Time),
    Column("failure", Text),
)
Index(
    "ix_deliveries_waiting",
    deliveries.c.contact_id,
    deliveries.c.id,
    postgresql_where=deliveries.c.sent_at.is_(None) & deliveries.c.failed_at.is_(None),
)
Index("ix_deliveries_unsent", deliveries.c.petition_id, postgresql_where=deliveries.c.sent_at.is_(None))
Index(
    "ix_deliveries_entry",
    deliveries.c.petition_id,
    deliveries.c.entry_position,
    postgresql_where=deliveries.c.petition_id.is_not(None),
)
Index("ix_deliveries_sent_at", deliveries.c.sent_at, postgresql_where=deliveries.c.sent_at.is_not(None))
Index("ix_deliveries_failed_at", deliveries.c.failed_at, postgresql_where=deliveries.c.failed_at.is_not(None))

access_records = Table(
    "access_records",
    metadata,
    _id(),
    Column("at", _Time, nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("petition_id", ForeignKey("petitions.id"), index=True),
    Column("what", Text, nullable=False),
    Column("reason", Text),
)
Index("ix_access_records_person", access_records.c.person_id, access_records.c.at)

turned_away = Table(
    "turned_away",
    metadata,
    _id(),
    Column("at", _Time, nullable=False),
    Column("gate", Text, nullable=False),
    Column("programme", Text, nullable=False),
)

heartbeats = Table(
    "heartbeats",
    metadata,
    Column("name", Text, primary_key=True),
    Column("at", _Time, nullable=False),
)

channels = Table(
    "channels",
    metadata,
    Column("name", Text, primary_key=True),
    Column("free_at", _Time, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("contact_id", ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True),
    Column("external_id", BigInteger, primary_key=True),
    Column("petition_id", ForeignKey("petitions.id"), nullable=False, index=True),
)
summaries = Table(
    "summaries",
    metadata,
    _id(),
    Column("programme", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("audience", Text, nullable=False),
    Column("due_at", _Time, nullable=False),
    Column("made_at", _Time, nullable=False),
    Column("figures", JSONB),
    UniqueConstraint("programme", "period", "audience"),
)

directives = Table(
    "directives",
    metadata,
    _id(),
    Column("programme", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("asked_by", ForeignKey("people.id"), nullable=False),
    Column("asked_at", _Time, nullable=False),
    Column("due_at", _Time, nullable=False),
    Column("answered_by", ForeignKey("people.id")),
    Column("answered_at", _Time),
    Column("answer_sealed", LargeBinary),
)
Index(
    "uq_directives_open",
    directives.c.programme,
    directives.c.body,
    directives.c.period,
    unique=True,
    postgresql_where=directives.c.answered_at.is_(None),
)

papers = Table(
    "papers",
    metadata,
    _id(),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("made_at", _Time, nullable=False, index=True),
)

register_entries = Table(
    "register_entries",
    metadata,
    _id(),
    Column("programme", Text, nullable=False),
    Column("register", Text, nullable=False),
    Column("at", _Time, nullable=False),
    Column("body", Text),
    Column("counts", JSONB, nullable=False),
    Column("source", Text, nullable=False, index=True),
    Column("made_at", _Time, nullable=False),
    Column("made_by", ForeignKey("people.id")),
    Column("replaces", ForeignKey("register_entries.id"), unique=True),
    Column("row_key", Text, unique=True),
)
Index("ix_register_entries_at", register_entries.c.programme, register_entries.c.at)

# What reports look up: what came, ended, was answered or judged in a period.
Index("ix_petitions_filed_at", petitions.c.filed_at)
Index("ix_referrals_ended_at", referrals.c.ended_at)
LIFE = "tstzrange(filed_at, greatest(filed_at, coalesce(closed_at, 'infinity'::timestamptz)), '[]')"
"""From when to when a petition lives, as an index has it."""
SHARE_LIFE = "tstzrange(sent_at, greatest(sent_at, coalesce(ended_at, 'infinity'::timestamptz)), '[]')"
"""From when to when a body has its share, as an index has it."""
Index("ix_petitions_life", text(LIFE), postgresql_using="gist", _table=petitions)
Index(
    "ix_referrals_life",
    text(SHARE_LIFE),
    postgresql_using="gist",
    postgresql_where=referrals.c.lead,
    _table=referrals,
)
Index(
    "ix_entries_judged",
    entries.c.at,
    postgresql_where=entries.c.act.in_(["rate", "dispute", "escalate", "confirm_carried"]),
)
Index("ix_entries_turned", entries.c.petition_id, postgresql_where=entries.c.act.in_(["dispute", "denounce"]))
Index("ix_entries_undone", entries.c.petition_id, postgresql_where=entries.c.act == "undo")
Index("ix_turned_away_at", turned_away.c.at)

word_keys = Table(
    "word_keys",
    metadata,
    # No reference to petitions: none is ever removed, and each word would look its petition up.
    Column("word_key", BigInteger, primary_key=True, autoincrement=False),
    Column("petition_id", BigInteger, primary_key=True, autoincrement=False, index=True),
)

templates = Table(
    "templates",
    metadata,
    _id(),
    Column("use", Text, nullable=False),
    Column("kind", Text),
    Column("field", Text),
    Column("words", Text, nullable=False),
    Column("made_by", ForeignKey("people.id"), nullable=False),
    Column("made_at", _Time, nullable=False),
    Column("retired_at", _Time),
    Column("result", Text),
)
Index("ix_templates_use", templates.c.use, postgresql_where=templates.c.retired_at.is_(None))

followers = Table(
    "followers",
    metadata,
    Column("petition_id", ForeignKey("petitions.id"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True, index=True),
    Column("since", _Time, nullable=False),
    Column("how", Text, nullable=False),
    CheckConstraint("how IN ('joined', 'merged')", name="how"),
)

place_keys = Table(
    "place_keys",
    metadata,
    Column("petition_id", ForeignKey("petitions.id"), primary_key=True),
    Column("key", LargeBinary, primary_key=True),
    Column("field", Text, nullable=False),
    # When it was filed, while it is in hand; when it was closed, once it is; NULL where it is neither.
    Column("closed", Boolean, nullable=False, server_default=text("false")),
    Column("since", _Time),
)
# The newest of a field at a place that are in hand, or closed, are read one after the other from here.
Index("ix_place_keys_key", *(place_keys.c[name] for name in ("key", "field", "closed", "since", "petition_id")))
Index(
    "ix_petitions_recurring_of", petitions.c.recurring_of, postgresql_where=petitions.c.recurring_of.is_not(None)
)
Index("ix_petitions_split_from", petitions.c.split_from, postgresql_where=petitions.c.split_from.is_not(None))
Index("ix_petitions_merged_into", petitions.c.merged_into, postgresql_where=petitions.c.merged_into.is_not(None))

denunciations = Table(
    "denunciations",
    metadata,
    _id(),
    Column("programme", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("made_at", _Time, nullable=False),
    UniqueConstraint("programme", "number"),
)

denunciation_entries = Table(
    "denunciation_entries",
    metadata,
    _id(),
    Column("denunciation_id", ForeignKey("denunciations.id"), nullable=False, index=True),
    Column("standing", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("body", Text),
    Column("actor_id", ForeignKey("people.id"), nullable=False),
    Column("at", _Time, nullable=False),
)

alerts = Table(
    "alerts",
    metadata,
    Column("petition_id", ForeignKey("petitions.id"), primary_key=True),
    Column("what", Text, primary_key=True),
    Column("at", _Time, nullable=False),
)

Index("ix_people_teaches_since", people.c.teaches_since, postgresql_where=people.c.teaches_since.is_not(None))

changed_heads = Table(
    "changed_heads",
    metadata,
    # Written by a trigger with every new head; without a key, so that nobody waits for anybody.
    Column("petition_id", BigInteger, nullable=False),
)

head_digests = Table(
    "head_digests",
    metadata,
    Column("block", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", LargeBinary, nullable=False),
)
Index("ix_petitions_recurring", *in_turn, postgresql_where=in_hand & petitions.c.recurring_of.is_not(None))

_CARRYING = text("facts ? 'carry_due'")
Index("ix_entries_carrying", entries.c.at, entries.c.petition_id, postgresql_where=_CARRYING, _table=entries)
Index(
    "ix_entries_carrying_of",
    *(entries.c[name] for name in ("petition_id", "at", "position")),
    postgresql_where=_CARRYING,
    _table=entries,
)

shown = Table(
    "shown",
    metadata,
    Column("contact_id", ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True),
    Column("message", BigInteger, primary_key=True),
    Column("petition_id", ForeignKey("petitions.id"), nullable=False, index=True),
    Column("card", Boolean, nullable=False),
)

BIG = (
    petitions,
    entries,
    contents,
    media,
    referrals,
    deliveries,
    inbound,
    word_keys,
    followers,
    place_keys,
    shown,
)
"""Tables that grow with every petition; no ordinary query may read one from end to end."""
