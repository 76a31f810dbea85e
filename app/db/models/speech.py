from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base


class DraftingAct(Base):
    """Several drafts of one seat written at once, with what stood there before, to undo it."""

    __tablename__ = "drafting_act"
    __table_args__ = (UniqueConstraint("seat_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"))
    number: Mapped[int]  # within the seat: an address tells nothing of what others do
    kind: Mapped[str]  # "copied", "reused", "gathered"
    cells: Mapped[list[dict[str, Any]]]  # question, mission, version after, and what was before
    by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]


class Speech(Base):
    """A statement a delegation pasted, kept until its points are placed. Never leaves it."""

    __tablename__ = "speech"
    __table_args__ = (UniqueConstraint("seat_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"))
    number: Mapped[int]  # within the seat
    text: Mapped[str]
    language: Mapped[str]
    points: Mapped[list[dict[str, Any]]]  # start, end; never changed
    proposed: Mapped[list[dict[str, Any]]]  # for each point: question, mission, why
    decided: Mapped[dict[str, Any]]  # point -> what a person said of it
    model: Mapped[str | None]  # what proposed by likeness; None while that is still to be done
    added_by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    added_at: Mapped[datetime]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - the name is SQLAlchemy's
