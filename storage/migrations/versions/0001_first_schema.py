"""The first schema: our tables, the guards of the history, the tables of the job queue."""

import sqlalchemy as sa
from alembic import op
from procrastinate.schema import SchemaManager
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "channels",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("free_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_channels")),
    )
    op.create_table(
        "heartbeats",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_heartbeats")),
    )
    op.create_table(
        "inbound",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("external_id", sa.BigInteger(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=True),
        sa.Column("acted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("replies_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("parked_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("parked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("channel", "external_id", name=op.f("pk_inbound")),
    )
    op.create_index("ix_inbound_claimed_at", "inbound", ["claimed_at"], unique=False)
    op.create_index(
        "ix_inbound_parked_at",
        "inbound",
        ["parked_at"],
        unique=False,
        postgresql_where=sa.text("parked_at IS NOT NULL"),
    )
    op.create_index(
        "ix_inbound_unanswered", "inbound", ["acted_at"], unique=False, postgresql_where=sa.text("done_at IS NULL")
    )
    op.create_table(
        "papers",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers")),
    )
    op.create_index(op.f("ix_papers_made_at"), "papers", ["made_at"], unique=False)
    op.create_table(
        "people",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("consent_version", sa.Integer(), nullable=True),
        sa.Column("consented_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pressure", sa.Float(), server_default=sa.text("0"), nullable=False),
        sa.Column("pressed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_album", sa.Text(), nullable=True),
        sa.Column("flood", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("flood_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("teaches_since", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )
    op.create_table(
        "register_entries",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("register", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("counts", postgresql.JSONB(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=True),
        sa.Column("replaces", sa.BigInteger(), nullable=True),
        sa.Column("row_key", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_register_entries_made_by")),
        sa.ForeignKeyConstraint(["replaces"], ["register_entries.id"], name=op.f("fk_register_entries_replaces")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_entries")),
        sa.UniqueConstraint("replaces", name=op.f("uq_register_entries_replaces")),
        sa.UniqueConstraint("row_key", name=op.f("uq_register_entries_row_key")),
    )
    op.create_index("ix_register_entries_at", "register_entries", ["programme", "at"], unique=False)
    op.create_index(op.f("ix_register_entries_source"), "register_entries", ["source"], unique=False)
    op.create_table(
        "summaries",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("figures", postgresql.JSONB(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_summaries")),
        sa.UniqueConstraint(
            "programme", "period", "audience", name=op.f("uq_summaries_programme_period_audience")
        ),
    )
    op.create_table(
        "turned_away",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gate", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_turned_away")),
    )
    op.create_index("ix_turned_away_at", "turned_away", ["at"], unique=False)
    op.create_table(
        "word_keys",
        sa.Column("word_key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("petition_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("word_key", "petition_id", name=op.f("pk_word_keys")),
    )
    op.create_index(op.f("ix_word_keys_petition_id"), "word_keys", ["petition_id"], unique=False)
    op.create_table(
        "contacts",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("address_key", sa.LargeBinary(), nullable=False),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("reachable", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("reachable_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("free_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("unbound_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("greeted", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_contacts_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
        sa.UniqueConstraint("channel", "address_key", name=op.f("uq_contacts_channel_address_key")),
    )
    op.create_index(op.f("ix_contacts_body"), "contacts", ["body"], unique=False)
    op.create_index(op.f("ix_contacts_person_id"), "contacts", ["person_id"], unique=False)
    op.create_index(
        "ix_contacts_unbound_since",
        "contacts",
        ["unbound_since"],
        unique=False,
        postgresql_where=sa.text("unbound_since IS NOT NULL"),
    )
    op.create_table(
        "directives",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_by", sa.BigInteger(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["people.id"], name=op.f("fk_directives_answered_by")),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_directives_asked_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directives")),
    )
    op.create_index(
        "uq_directives_open",
        "directives",
        ["programme", "body", "period"],
        unique=True,
        postgresql_where=sa.text("answered_at IS NULL"),
    )
    op.create_table(
        "grants",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("label_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("granted_by", sa.BigInteger(), nullable=True),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["granted_by"], ["people.id"], name=op.f("fk_grants_granted_by")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_grants_person_id")),
        sa.ForeignKeyConstraint(["revoked_by"], ["people.id"], name=op.f("fk_grants_revoked_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grants")),
    )
    op.create_index(op.f("ix_grants_person_id"), "grants", ["person_id"], unique=False)
    op.create_index(
        "uq_grants_held",
        "grants",
        ["person_id", "role", sa.literal_column("coalesce(body, '')")],
        unique=True,
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.create_table(
        "renamings",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("grant_id", sa.BigInteger(), nullable=False),
        sa.Column("renamed_by", sa.BigInteger(), nullable=True),
        sa.Column("before_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("after_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["grant_id"], ["grants.id"], name=op.f("fk_renamings_grant_id")),
        sa.ForeignKeyConstraint(["renamed_by"], ["people.id"], name=op.f("fk_renamings_renamed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_renamings")),
    )
    op.create_table(
        "invitations",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("token_key", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("label_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("made_by", sa.BigInteger(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_by", sa.BigInteger(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("role IS NOT NULL OR body IS NOT NULL", name=op.f("ck_invitations_purpose")),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_invitations_made_by")),
        sa.ForeignKeyConstraint(["used_by"], ["people.id"], name=op.f("fk_invitations_used_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("token_key", name=op.f("uq_invitations_token_key")),
    )
    op.create_table(
        "petitions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("secret_key", sa.LargeBinary(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=True),
        sa.Column("street", sa.Text(), nullable=True),
        sa.Column("residential_group", sa.Text(), nullable=True),
        sa.Column("paper_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("name_shown", sa.Text(), nullable=False),
        sa.Column("disposition", sa.Text(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("rating", sa.Text(), nullable=True),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("first_answer_due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("first_answer_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signed_off_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("close_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("key_wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("head", sa.LargeBinary(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("precedence", sa.SmallInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("officer_id", sa.BigInteger(), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reply_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reply_remind_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reopened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("remind_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("merged_into", sa.Text(), nullable=True),
        sa.Column("split_from", sa.Text(), nullable=True),
        sa.Column("handed_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recurring_of", sa.Text(), nullable=True),
        sa.Column("next_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("carry_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("carried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("untold_since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["merged_into"], ["petitions.code"], name=op.f("fk_petitions_merged_into")),
        sa.ForeignKeyConstraint(["officer_id"], ["people.id"], name=op.f("fk_petitions_officer_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_petitions_person_id")),
        sa.ForeignKeyConstraint(["recurring_of"], ["petitions.code"], name=op.f("fk_petitions_recurring_of")),
        sa.ForeignKeyConstraint(["split_from"], ["petitions.code"], name=op.f("fk_petitions_split_from")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petitions")),
        sa.UniqueConstraint("code", name=op.f("uq_petitions_code")),
    )
    op.create_index(
        "ix_petitions_carry_due",
        "petitions",
        ["carry_due", "id"],
        unique=False,
        postgresql_where=sa.text("carry_due IS NOT NULL"),
    )
    op.create_index(
        "ix_petitions_close_due",
        "petitions",
        ["close_due"],
        unique=False,
        postgresql_where=sa.text("close_due IS NOT NULL"),
    )
    op.create_index(
        "ix_petitions_untold",
        "petitions",
        ["untold_since", "id"],
        unique=False,
        postgresql_where=sa.text("untold_since IS NOT NULL"),
    )
    op.create_index(
        "ix_petitions_closed_at",
        "petitions",
        ["closed_at"],
        unique=False,
        postgresql_where=sa.text("erased_at IS NULL"),
    )
    op.create_index(
        "ix_petitions_desk",
        "petitions",
        ["precedence", "first_answer_due", "id"],
        unique=False,
        postgresql_where=sa.text("status IN ('disputed', 'escalated', 'received', 'triage')"),
    )
    op.create_index(
        "ix_petitions_desk_of",
        "petitions",
        ["officer_id", "precedence", "first_answer_due", "id"],
        unique=False,
        postgresql_where=sa.text("status IN ('disputed', 'escalated', 'received', 'triage')"),
    )
    op.create_index(
        "ix_petitions_due",
        "petitions",
        ["due_at", "id"],
        unique=False,
        postgresql_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_index(
        "ix_petitions_field",
        "petitions",
        ["field", "precedence", "first_answer_due", "id"],
        unique=False,
        postgresql_where=sa.text(
            "status IN ('disputed', 'escalated', 'received', 'referred', 'triage', "
            "'waiting_resident', 'waiting_sign_off')"
        ),
    )
    op.create_index("ix_petitions_filed_at", "petitions", ["filed_at"], unique=False)
    op.create_index(
        "ix_petitions_lead",
        "petitions",
        ["lead", "precedence", "first_answer_due", "id"],
        unique=False,
        postgresql_where=sa.text(
            "status IN ('disputed', 'escalated', 'received', 'referred', 'triage', "
            "'waiting_resident', 'waiting_sign_off')"
        ),
    )
    op.create_index(
        "ix_petitions_officer",
        "petitions",
        ["officer_id", "precedence", "first_answer_due", "id"],
        unique=False,
        postgresql_where=sa.text(
            "status IN ('disputed', 'escalated', 'received', 'referred', 'triage', "
            "'waiting_resident', 'waiting_sign_off')"
        ),
    )
    op.create_index(op.f("ix_petitions_person_id"), "petitions", ["person_id"], unique=False)
    op.create_index(
        "ix_petitions_merged_into",
        "petitions",
        ["merged_into"],
        unique=False,
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    op.create_index(
        "ix_petitions_recurring",
        "petitions",
        ["precedence", "first_answer_due", "id"],
        unique=False,
        postgresql_where=sa.text(
            "status IN ('disputed', 'escalated', 'received', 'referred', 'triage', "
            "'waiting_resident', 'waiting_sign_off') AND recurring_of IS NOT NULL"
        ),
    )
    op.create_index(
        "ix_petitions_recurring_of",
        "petitions",
        ["recurring_of"],
        unique=False,
        postgresql_where=sa.text("recurring_of IS NOT NULL"),
    )
    op.create_index(
        "ix_petitions_remind_due",
        "petitions",
        ["remind_due"],
        unique=False,
        postgresql_where=sa.text("remind_due IS NOT NULL"),
    )
    op.create_index(
        "ix_petitions_reply_due",
        "petitions",
        ["reply_due"],
        unique=False,
        postgresql_where=sa.text("reply_due IS NOT NULL"),
    )
    op.create_index(
        "ix_petitions_reply_remind_at",
        "petitions",
        ["reply_remind_at"],
        unique=False,
        postgresql_where=sa.text("reply_remind_at IS NOT NULL"),
    )
    op.create_index(
        "ix_petitions_split_from",
        "petitions",
        ["split_from"],
        unique=False,
        postgresql_where=sa.text("split_from IS NOT NULL"),
    )
    op.create_index(
        "ix_petitions_status", "petitions", ["status", "precedence", "first_answer_due", "id"], unique=False
    )
    op.create_table(
        "templates",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("use", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_templates_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_templates")),
    )
    op.create_index(
        "ix_templates_use", "templates", ["use"], unique=False, postgresql_where=sa.text("retired_at IS NULL")
    )
    op.create_table(
        "access_records",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("petition_id", sa.BigInteger(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_access_records_person_id")),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name=op.f("fk_access_records_petition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_records")),
    )
    op.create_index("ix_access_records_person", "access_records", ["person_id", "at"], unique=False)
    op.create_index(op.f("ix_access_records_petition_id"), "access_records", ["petition_id"], unique=False)
    op.create_table(
        "deliveries",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.Column("petition_id", sa.BigInteger(), nullable=True),
        sa.Column("entry_position", sa.Integer(), nullable=True),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("joins", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("renews", sa.BigInteger(), nullable=True),
        sa.Column("letter_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("provider_message_id", sa.BigInteger(), nullable=True),
        sa.Column("tries", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("pieces", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("maybe_sent", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_deliveries_contact_id")),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name=op.f("fk_deliveries_petition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
    )
    op.create_index(
        "ix_deliveries_entry",
        "deliveries",
        ["petition_id", "entry_position"],
        unique=False,
        postgresql_where=sa.text("petition_id IS NOT NULL"),
    )
    op.create_index(
        "ix_deliveries_failed_at",
        "deliveries",
        ["failed_at"],
        unique=False,
        postgresql_where=sa.text("failed_at IS NOT NULL"),
    )
    op.create_index(
        "ix_deliveries_sent_at",
        "deliveries",
        ["sent_at"],
        unique=False,
        postgresql_where=sa.text("sent_at IS NOT NULL"),
    )
    op.create_index(
        "ix_deliveries_unsent",
        "deliveries",
        ["petition_id"],
        unique=False,
        postgresql_where=sa.text("sent_at IS NULL"),
    )
    op.create_index(
        "ix_deliveries_waiting",
        "deliveries",
        ["contact_id", "id"],
        unique=False,
        postgresql_where=sa.text("sent_at IS NULL AND failed_at IS NULL"),
    )
    op.create_table(
        "drafts",
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("values_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("asked_message_id", sa.BigInteger(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_drafts_contact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_drafts_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "contact_id", name=op.f("pk_drafts")),
    )
    op.create_table(
        "entries",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("petition_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.BigInteger(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("audience", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("facts", postgresql.JSONB(), nullable=False),
        sa.Column("content_hash", sa.LargeBinary(), nullable=True),
        sa.Column("before", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name=op.f("fk_entries_petition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sa.UniqueConstraint("petition_id", "position", name=op.f("uq_entries_petition_id_position")),
    )
    op.create_index(
        "ix_entries_judged",
        "entries",
        ["at"],
        unique=False,
        postgresql_where=sa.text("act IN ('rate', 'dispute', 'escalate', 'confirm_carried')"),
    )
    op.create_index(
        "ix_entries_carrying",
        "entries",
        ["at", "petition_id"],
        unique=False,
        postgresql_where=sa.text("facts ? 'carry_due'"),
    )
    op.create_index(
        "ix_entries_carrying_of",
        "entries",
        ["petition_id", "at", "position"],
        unique=False,
        postgresql_where=sa.text("facts ? 'carry_due'"),
    )
    op.create_index(
        "ix_entries_turned",
        "entries",
        ["petition_id"],
        unique=False,
        postgresql_where=sa.text("act IN ('dispute', 'denounce')"),
    )
    op.create_index(
        "ix_entries_undone", "entries", ["petition_id"], unique=False, postgresql_where=sa.text("act = 'undo'")
    )
    op.create_table(
        "followers",
        sa.Column("petition_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.CheckConstraint("how IN ('joined', 'merged')", name=op.f("ck_followers_how")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_followers_person_id")),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name=op.f("fk_followers_petition_id")),
        sa.PrimaryKeyConstraint("petition_id", "person_id", name=op.f("pk_followers")),
    )
    op.create_index(op.f("ix_followers_person_id"), "followers", ["person_id"], unique=False)
    op.create_table(
        "media",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("petition_id", sa.BigInteger(), nullable=True),
        sa.Column("entry_position", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("ref_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("mime", sa.Text(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_media_person_id")),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name=op.f("fk_media_petition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media")),
    )
    op.create_index(
        "ix_media_loose", "media", ["made_at"], unique=False, postgresql_where=sa.text("petition_id IS NULL")
    )
    op.create_index(op.f("ix_media_person_id"), "media", ["person_id"], unique=False)
    op.create_index(op.f("ix_media_petition_id"), "media", ["petition_id"], unique=False)
    op.create_index(
        "ix_media_unfetched",
        "media",
        ["id"],
        unique=False,
        postgresql_where=sa.text(
            "petition_id IS NOT NULL AND fetched_at IS NULL AND failure IS NULL AND ref_sealed IS NOT NULL"
        ),
    )
    op.create_table(
        "place_keys",
        sa.Column("petition_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("closed", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name=op.f("fk_place_keys_petition_id")),
        sa.PrimaryKeyConstraint("petition_id", "key", name=op.f("pk_place_keys")),
    )
    op.create_index(
        "ix_place_keys_key", "place_keys", ["key", "field", "closed", "since", "petition_id"], unique=False
    )
    op.create_table(
        "referrals",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("petition_id", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("lead", sa.Boolean(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked_days", sa.SmallInteger(), nullable=True),
        sa.Column("step", sa.Text(), nullable=True),
        sa.Column("urged", sa.Text(), nullable=True),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("clerk_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name=op.f("fk_referrals_petition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referrals")),
    )
    op.create_index(
        "ix_referrals_asking",
        "referrals",
        ["due_at", "id"],
        unique=False,
        postgresql_where=sa.text("lead AND status = 'accepted' AND asked_days IS NOT NULL"),
    )
    op.create_index("ix_referrals_body", "referrals", ["body", "status", "due_at"], unique=False)
    op.create_index(
        "ix_referrals_due_at",
        "referrals",
        ["due_at", "id"],
        unique=False,
        postgresql_where=sa.text("lead AND status IN ('sent', 'accepted')"),
    )
    op.create_index("ix_referrals_ended_at", "referrals", ["ended_at"], unique=False)
    op.create_index(
        "ix_referrals_look_at",
        "referrals",
        ["look_at"],
        unique=False,
        postgresql_where=sa.text("lead AND status IN ('sent', 'accepted')"),
    )
    op.create_index(op.f("ix_referrals_petition_id"), "referrals", ["petition_id"], unique=False)
    op.create_table(
        "sources",
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.Column("external_id", sa.BigInteger(), nullable=False),
        sa.Column("petition_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_sources_contact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name=op.f("fk_sources_petition_id")),
        sa.PrimaryKeyConstraint("contact_id", "external_id", name=op.f("pk_sources")),
    )
    op.create_index(op.f("ix_sources_petition_id"), "sources", ["petition_id"], unique=False)
    op.create_table(
        "contents",
        sa.Column("entry_id", sa.BigInteger(), nullable=False),
        sa.Column("petition_id", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_contents_entry_id")),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name=op.f("fk_contents_petition_id")),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_contents")),
    )
    op.create_index(op.f("ix_contents_petition_id"), "contents", ["petition_id"], unique=False)
    op.create_table(
        "denunciations",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_denunciations")),
        sa.UniqueConstraint("programme", "number", name=op.f("uq_denunciations_programme_number")),
    )
    op.create_table(
        "denunciation_entries",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("denunciation_id", sa.BigInteger(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("actor_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["denunciation_id"], ["denunciations.id"], name=op.f("fk_denunciation_entries_denunciation_id")
        ),
        sa.ForeignKeyConstraint(["actor_id"], ["people.id"], name=op.f("fk_denunciation_entries_actor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_denunciation_entries")),
    )
    op.create_index(
        op.f("ix_denunciation_entries_denunciation_id"), "denunciation_entries", ["denunciation_id"], unique=False
    )
    op.create_table(
        "alerts",
        sa.Column("petition_id", sa.BigInteger(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name=op.f("fk_alerts_petition_id")),
        sa.PrimaryKeyConstraint("petition_id", "what", name=op.f("pk_alerts")),
    )
    for table, begins, ends in (("petitions", "filed_at", "closed_at"), ("referrals", "sent_at", "ended_at")):
        life = f"tstzrange({begins}, greatest({begins}, coalesce({ends}, 'infinity'::timestamptz)), '[]')"
        some = sa.text("lead") if table == "referrals" else None
        op.create_index(f"ix_{table}_life", table, [sa.text(life)], postgresql_using="gist", postgresql_where=some)
    known = sa.text("teaches_since IS NOT NULL")
    op.create_index("ix_people_teaches_since", "people", ["teaches_since"], postgresql_where=known)
    op.create_table("changed_heads", sa.Column("petition_id", sa.BigInteger(), nullable=False))
    op.create_table(
        "head_digests",
        sa.Column("block", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("block", name=op.f("pk_head_digests")),
    )
    op.create_table(
        "shown",
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=False),
        sa.Column("petition_id", sa.BigInteger(), nullable=False),
        sa.Column("card", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_shown_contact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name=op.f("fk_shown_petition_id")),
        sa.PrimaryKeyConstraint("contact_id", "message", name=op.f("pk_shown")),
    )
    op.create_index(op.f("ix_shown_petition_id"), "shown", ["petition_id"], unique=False)
    _run(_CHAIN)
    _run(_HEADS)
    _run(SchemaManager.get_schema())


_CHAIN = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was recorded is append-only: % on % is refused', TG_OP, TG_TABLE_NAME;
END $$;

CREATE TRIGGER entries_append_only BEFORE UPDATE OR DELETE ON entries
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entries_never_emptied BEFORE TRUNCATE ON entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER petitions_never_removed BEFORE DELETE ON petitions
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER petitions_never_emptied BEFORE TRUNCATE ON petitions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER denunciations_append_only BEFORE UPDATE OR DELETE ON denunciations
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER denunciations_never_emptied BEFORE TRUNCATE ON denunciations
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER denunciation_entries_append_only BEFORE UPDATE OR DELETE ON denunciation_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER denunciation_entries_never_emptied BEFORE TRUNCATE ON denunciation_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER register_entries_append_only BEFORE UPDATE OR DELETE ON register_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER renamings_append_only BEFORE UPDATE OR DELETE ON renamings
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""

_HEADS = """
CREATE FUNCTION note_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO changed_heads (petition_id) VALUES (NEW.id);
    RETURN NULL;
END $$;

CREATE TRIGGER petitions_head AFTER INSERT OR UPDATE OF head, code ON petitions
    FOR EACH ROW EXECUTE FUNCTION note_head();
"""


def _run(script: str) -> None:
    """Send a script with several statements past SQLAlchemy, which would read its % and : as parameters."""
    driver = op.get_bind().connection.driver_connection
    assert driver is not None
    driver.execute(script)
