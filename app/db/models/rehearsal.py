from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base


class Rehearsal(Base):
    """A briefing gone through beforehand with invented delegations; its seed is the briefing's."""

    __tablename__ = "rehearsal"

    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"), primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"), index=True)
    answered_at: Mapped[datetime | None]
    checked: Mapped[int] = mapped_column(default=0)  # number of the draft last checked; 0: none
