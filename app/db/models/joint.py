from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base
from app.domain.attribution import Attribution


class JointStatement(Base):
    """What one delegation tables for others to sign with it, in cells of one question.

    Nobody but the delegation that tabled it and those it named may know of it.
    """

    __tablename__ = "joint_statement"

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"), index=True)
    reference: Mapped[str] = mapped_column(unique=True)  # by chance, and in every receipt
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"))  # that tabled it
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    missions: Mapped[list[str]]  # acronyms, or ALL
    latest: Mapped[int]  # number of the text that is asked about
    shows_named: Mapped[bool]  # to those named, who else was
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - the name is SQLAlchemy's


class JointText(Base):
    """One text of a joint statement, or its withdrawal. Never changed: restating adds another."""

    __tablename__ = "joint_text"
    __table_args__ = (UniqueConstraint("joint_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    joint_id: Mapped[int] = mapped_column(ForeignKey("joint_statement.id"))
    number: Mapped[int]
    is_withdrawal: Mapped[bool]
    assessment: Mapped[str | None]
    text: Mapped[str]
    language: Mapped[str]
    attribution: Mapped[Attribution | None]
    quotable: Mapped[bool]
    by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]


class JointInvitation(Base):
    """A delegation named to align. It stays named: what it has read cannot be taken back."""

    __tablename__ = "joint_invitation"
    __table_args__ = (UniqueConstraint("joint_id", "seat_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    joint_id: Mapped[int] = mapped_column(ForeignKey("joint_statement.id"))
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"), index=True)


class JointAnswer(Base):
    """A delegation's answer to one text, by its signatory. Only ever added; the last one holds."""

    __tablename__ = "joint_answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    joint_id: Mapped[int] = mapped_column(ForeignKey("joint_statement.id"), index=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"))
    number: Mapped[int]  # of the text it was given to
    aligns: Mapped[bool]
    by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
