from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.base import Base, Names
from app.db.models.account import Delegation
from app.domain.attribution import Attribution
from app.domain.lifecycle import BriefingState, Origin
from app.domain.proceedings import Standing


class Briefing(Base):
    """A session of the Council, convened by the presidency around a concept note."""

    __tablename__ = "briefing"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    presidency_id: Mapped[int | None] = mapped_column(ForeignKey("presidency.id"), index=True)
    presiding: Mapped[str | None]  # code of the seat that holds the chair
    title: Mapped[Names]
    meeting_date: Mapped[date | None]
    briefers: Mapped[list[str]]
    languages: Mapped[list[str]]
    attribution: Mapped[Attribution]
    origin: Mapped[Origin]
    state: Mapped[BriefingState]
    seed: Mapped[str]  # decides every order that must not be meaningful
    deadline: Mapped[datetime | None]  # for positions
    created_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    symbol: Mapped[str | None]  # of the summary as a document, once the Secretariat assigned one
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - the name is SQLAlchemy's

    note: Mapped["ConceptNote | None"] = relationship(lazy="raise", back_populates="briefing")
    questions: Mapped[list["Question"]] = relationship(lazy="raise", order_by="Question.number")
    missions: Mapped[list["Mission"]] = relationship(lazy="raise", order_by="Mission.place")
    seats: Mapped[list["Seat"]] = relationship(lazy="raise", order_by="Seat.place")


class ConceptNote(Base):
    """The file the presidency uploaded, kept as it came, and what was read from it."""

    __tablename__ = "concept_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"), unique=True)
    file_name: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    sha256: Mapped[str]
    text: Mapped[str]
    reading: Mapped[dict[str, Any]]  # as read by the machine, never changed
    corrected: Mapped[dict[str, Any]]  # as the presidency corrected it

    briefing: Mapped[Briefing] = relationship(lazy="raise", back_populates="note")


class Question(Base):
    """One of the concept note's guiding questions, with its closed scale."""

    __tablename__ = "question"
    __table_args__ = (UniqueConstraint("briefing_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    number: Mapped[int]
    text: Mapped[Names]
    original: Mapped[str | None]  # language of the note; the others are unofficial translations
    prompts: Mapped[list[str]]
    scale: Mapped[list[dict[str, Any]]]  # [{"code", "label": {language: text}}]


class Mission(Base):
    """A peace operation a briefing asks about."""

    __tablename__ = "mission"
    __table_args__ = (UniqueConstraint("briefing_id", "acronym"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    place: Mapped[int]
    acronym: Mapped[str]
    names: Mapped[Names]
    mandate_expires: Mapped[date | None]


class NamedGroup(Base):
    """A group of States declared before the briefing opened; it never changes afterwards."""

    __tablename__ = "named_group"
    __table_args__ = (UniqueConstraint("briefing_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    place: Mapped[int]
    code: Mapped[str]
    names: Mapped[Names]
    members: Mapped[list[str]]  # codes, seated or not
    source: Mapped[str]
    as_of: Mapped[date]


class Seat(Base):
    """A delegation's place in one briefing, under the name it bore then."""

    __tablename__ = "seat"
    __table_args__ = (UniqueConstraint("briefing_id", "delegation_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"), index=True)
    place: Mapped[int]
    code: Mapped[str]
    names: Mapped[Names]
    standing: Mapped[Standing]

    delegation: Mapped[Delegation] = relationship(lazy="raise")
