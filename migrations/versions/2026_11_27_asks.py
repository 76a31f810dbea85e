"""asks; the requests of what was issued before are taken from its own bytes."""

import json
import secrets
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

STATUSES = ("open", "in_hand", "done", "overtaken")
KINDS = ("view", "proposal", "condition", "concern", "request")
OWNERS = (
    *("secretary_general", "secretariat", "council", "host", "contributors", "parties"),
    "mission",
)

LISTS = ("seats", "texts", "words")
PLAIN = (
    *("reference", "release_id", "briefing_id", "key", "paragraph", "kind", "question"),
    *("mission", "owner", "count", "of"),
)
ASK = sa.table(
    "ask",
    *(sa.column(name) for name in PLAIN),
    *(sa.column(name, sa.JSON()) for name in LISTS),
)


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, length=32)


def upgrade() -> None:
    op.create_table(
        "ask",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("kind", _choice("pointkind", *KINDS), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("mission", sa.String(), nullable=False),
        sa.Column("owner", _choice("owner", *OWNERS), nullable=True),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("of", sa.Integer(), nullable=True),
        sa.Column("seats", sa.JSON(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["briefing_id"], ["briefing.id"], name=op.f("fk_ask_briefing_id")),
        sa.ForeignKeyConstraint(["release_id"], ["release.id"], name=op.f("fk_ask_release_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ask")),
        sa.UniqueConstraint("reference", name=op.f("uq_ask_reference")),
        sa.UniqueConstraint("release_id", "key", name=op.f("uq_ask_release_id_key")),
    )
    op.create_index(op.f("ix_ask_briefing_id"), "ask", ["briefing_id"])
    op.create_index(op.f("ix_ask_mission"), "ask", ["mission"])
    _followed(
        "ask_note",
        sa.Column("status", _choice("askstatus", *STATUSES), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
    )
    _followed(
        "council_act",
        sa.Column("symbol", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
    )
    _enter_requests()


def _followed(name: str, *columns: sa.Column[Any]) -> None:
    """Make a table of what somebody noted about an ask, by the briefing and key of the ask."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        *columns,
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["briefing_id"], ["briefing.id"], name=op.f(f"fk_{name}_briefing_id")
        ),
        sa.ForeignKeyConstraint(["by"], ["user.id"], name=op.f(f"fk_{name}_by")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(f"ix_{name}_of", name, ["briefing_id", "key"])


def _enter_requests() -> None:
    """Enter the requests of earlier releases; proposals and conditions are not told apart there.

    Whoever is to act is said nowhere in those bytes: it is the Secretary-General they address.
    """
    connection = op.get_bind()
    rows = connection.execute(
        sa.text(
            "SELECT release.id, release.briefing_id, file.language, file.content "
            "FROM release JOIN release_file AS file ON file.release_id = release.id "
            "WHERE file.path = 'summary.json' ORDER BY release.id, file.language"
        )
    ).all()
    found: dict[tuple[int, int, str], dict[str, Any]] = defaultdict(dict)
    for release, briefing, language, content in rows:
        for each in json.loads(bytes(content))["sentences"]:
            if each["part"] == "II" and each["kind"] == "request":
                found[release, briefing, each["id"]][language] = each
    for (release, briefing, paragraph), versions in found.items():
        row = _request(release, briefing, paragraph, versions)
        connection.execute(ASK.insert().values(**row))


def _request(
    release: int, briefing: int, paragraph: str, versions: dict[str, Any]
) -> dict[str, Any]:
    first = next(iter(versions.values()))
    texts = {language: each["text"] for language, each in versions.items()}
    return {
        "reference": secrets.token_hex(16),
        "release_id": release,
        "briefing_id": briefing,
        "key": paragraph,
        "paragraph": int(paragraph.removeprefix("s")),
        "kind": "request",
        "question": first["question"],
        "mission": first["mission"],
        "owner": "secretary_general",
        "count": first["count"],
        "of": first["of"] if first["count"] is not None else None,
        "seats": first["members"],
        "texts": texts,
        "words": texts,
    }


def downgrade() -> None:
    op.drop_table("council_act")
    op.drop_table("ask_note")
    op.drop_table("ask")
