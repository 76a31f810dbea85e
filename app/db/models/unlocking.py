from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base
from app.domain import unlocking


class ConditionAct(Base):
    """The presidency's finding that one acceptance would meet several conditions.

    Taking it back is one more act; nothing is ever changed. Conditions are named by what they say
    and of which sentence, never by who said so.
    """

    __tablename__ = "condition_act"
    __table_args__ = (UniqueConstraint("briefing_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    number: Mapped[int]
    conditions: Mapped[list[str]]
    undone: Mapped[int | None]
    by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]

    def to_domain(self) -> unlocking.Act:
        return unlocking.Act(self.number, frozenset(self.conditions), self.undone)
