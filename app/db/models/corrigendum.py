from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base


class Corrigendum(Base):
    """A correction of an issued summary, from its opening until it is issued or abandoned."""

    __tablename__ = "corrigendum"
    __table_args__ = (UniqueConstraint("briefing_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    number: Mapped[int | None]  # none once it is abandoned: the next takes its place
    corrects: Mapped[int]  # the number of the release
    reason: Mapped[str]
    language: Mapped[str]  # of the reason
    opened_by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    opened_at: Mapped[datetime]
    before: Mapped[dict[str, Any]]  # edits and wordings as they stood, to be put back
    told_hash: Mapped[str | None]  # of what delegations were told last
    told_at: Mapped[datetime | None]
    told_until: Mapped[datetime | None]  # nothing is issued before
    told: Mapped[
        dict[str, Any]
    ]  # language -> sentences, before and after, as delegations read them
    release: Mapped[int | None]  # the number of what was issued
    abandoned_at: Mapped[datetime | None]
