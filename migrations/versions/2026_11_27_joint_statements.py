"""joint statements."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ATTRIBUTION = sa.Enum(
    "attributed",
    "counted",
    "non_attributed",
    name="attribution",
    native_enum=False,
    length=32,
)


def upgrade() -> None:
    op.create_table(
        "joint_statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("missions", sa.JSON(), nullable=False),
        sa.Column("latest", sa.Integer(), nullable=False),
        sa.Column("shows_named", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["briefing_id"], ["briefing.id"], name=op.f("fk_joint_statement_briefing_id")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_joint_statement_seat_id")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_joint_statement_question_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joint_statement")),
        sa.UniqueConstraint("reference", name=op.f("uq_joint_statement_reference")),
    )
    op.create_index(op.f("ix_joint_statement_briefing_id"), "joint_statement", ["briefing_id"])
    op.create_table(
        "joint_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("joint_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("is_withdrawal", sa.Boolean(), nullable=False),
        sa.Column("assessment", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("attribution", ATTRIBUTION, nullable=True),
        sa.Column("quotable", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["joint_id"], ["joint_statement.id"], name=op.f("fk_joint_text_joint_id")
        ),
        sa.ForeignKeyConstraint(["by"], ["user.id"], name=op.f("fk_joint_text_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joint_text")),
        sa.UniqueConstraint("joint_id", "number", name=op.f("uq_joint_text_joint_id_number")),
    )
    op.create_table(
        "joint_invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("joint_id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["joint_id"], ["joint_statement.id"], name=op.f("fk_joint_invitation_joint_id")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_joint_invitation_seat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joint_invitation")),
        sa.UniqueConstraint(
            "joint_id", "seat_id", name=op.f("uq_joint_invitation_joint_id_seat_id")
        ),
    )
    op.create_index(op.f("ix_joint_invitation_seat_id"), "joint_invitation", ["seat_id"])
    op.create_table(
        "joint_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("joint_id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("aligns", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["joint_id"], ["joint_statement.id"], name=op.f("fk_joint_answer_joint_id")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_joint_answer_seat_id")),
        sa.ForeignKeyConstraint(["by"], ["user.id"], name=op.f("fk_joint_answer_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joint_answer")),
    )
    op.create_index(op.f("ix_joint_answer_joint_id"), "joint_answer", ["joint_id"])
    op.add_column("revision", sa.Column("joint", sa.String(), nullable=True))


def downgrade() -> None:
    # Not in a batch: a new table in its place would leave points without their revision.
    op.drop_column("revision", "joint")
    op.drop_table("joint_answer")
    op.drop_table("joint_invitation")
    op.drop_table("joint_text")
    op.drop_table("joint_statement")
