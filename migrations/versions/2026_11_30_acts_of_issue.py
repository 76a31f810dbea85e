"""acts of issue may be repeated, once a draft was put to the delegations again."""

from collections.abc import Sequence

from alembic import op

revision: str = "0022"
down_revision: str | None = "0021"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ONCE = "uq_issue_act_briefing_id_hash_user_id"


def upgrade() -> None:
    with op.batch_alter_table("issue_act") as table:
        table.drop_constraint(ONCE, type_="unique")
    op.create_index(op.f("ix_issue_act_briefing_id"), "issue_act", ["briefing_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_issue_act_briefing_id"), "issue_act")
    with op.batch_alter_table("issue_act") as table:
        table.create_unique_constraint(ONCE, ["briefing_id", "hash", "user_id"])
