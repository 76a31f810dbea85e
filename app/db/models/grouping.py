from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base
from app.domain import grouping
from app.domain.grouping import ActKind, PointRef
from app.domain.position import Cell


class GroupingAct(Base):
    """One decision on which points of a cell say the same. Only ever added; the replay counts."""

    __tablename__ = "grouping_act"
    __table_args__ = (UniqueConstraint("briefing_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    number: Mapped[int]
    kind: Mapped[ActKind]
    question: Mapped[int]  # its number
    mission: Mapped[str]
    points: Mapped[list[Any]] = mapped_column(JSON)  # [[hash of the revision, index], …]
    others: Mapped[list[Any]] = mapped_column(JSON)
    group: Mapped[str | None]
    name: Mapped[str]
    undone: Mapped[int | None]
    by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))  # None: an operator
    seat_id: Mapped[int | None] = mapped_column(ForeignKey("seat.id"))  # of an owner's own act
    at: Mapped[datetime]

    @classmethod
    def of(
        cls,
        act: grouping.Act,
        briefing_id: int,
        by: int | None,
        at: datetime,
        *,
        seat_id: int | None = None,
    ) -> "GroupingAct":
        return cls(
            briefing_id=briefing_id,
            number=act.number,
            kind=act.kind,
            question=act.cell.question,
            mission=act.cell.mission,
            points=[[each.revision, each.index] for each in act.points],
            others=[[each.revision, each.index] for each in act.others],
            group=act.group,
            name=act.name,
            undone=act.undone,
            by=by,
            seat_id=seat_id,
            at=at,
        )

    def to_domain(self) -> grouping.Act:
        return grouping.Act(
            number=self.number,
            kind=self.kind,
            cell=Cell(self.question, self.mission),
            points=tuple(PointRef(*each) for each in self.points),
            others=tuple(PointRef(*each) for each in self.others),
            group=self.group,
            name=self.name,
            undone=self.undone,
            by_owner=self.seat_id is not None,
        )


class Vector(Base):
    """What a sentence encoder made of a text, kept so that no text is read by it twice."""

    __tablename__ = "vector"

    text_hash: Mapped[str] = mapped_column(primary_key=True)
    model: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
