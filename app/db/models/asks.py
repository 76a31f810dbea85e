import secrets
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.base import Base, Names
from app.db.models.account import User
from app.domain.asks import AskStatus
from app.domain.owners import Owner
from app.domain.position import PointKind


def _reference() -> str:
    return secrets.token_hex(16)


class Ask(Base):
    """A request, proposal or condition as one release words it. Written at issue, never changed.

    It names nobody unless its sentence does, and has a number only where the sentence has one.
    """

    __tablename__ = "ask"
    __table_args__ = (UniqueConstraint("release_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True, default=_reference)  # in addresses
    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"))
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"), index=True)
    key: Mapped[str]  # of its sentence: the same from release to release
    paragraph: Mapped[int]
    kind: Mapped[PointKind]
    question: Mapped[int]
    mission: Mapped[str] = mapped_column(index=True)  # an acronym, or ALL
    owner: Mapped[Owner | None]  # who is to act, where it is said
    count: Mapped[int | None]
    of: Mapped[int | None]
    seats: Mapped[list[str]]  # codes of whoever the sentence names
    texts: Mapped[Names]  # language -> the whole sentence
    words: Mapped[Names]  # language -> what is asked, without who asks it


class AskNote(Base):
    """Where an ask stands, by whom it was said and from what source. The last one counts."""

    __tablename__ = "ask_note"
    __table_args__ = (Index("ix_ask_note_of", "briefing_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    key: Mapped[str]
    status: Mapped[AskStatus]
    note: Mapped[str]
    source: Mapped[str]
    by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]

    author: Mapped[User] = relationship(lazy="raise")


class CouncilAct(Base):
    """What the Council did next about an ask: a document of its own, with its source."""

    __tablename__ = "council_act"
    __table_args__ = (Index("ix_council_act_of", "briefing_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    key: Mapped[str]
    symbol: Mapped[str]
    day: Mapped[date]
    line: Mapped[str]
    source: Mapped[str]
    by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]

    author: Mapped[User] = relationship(lazy="raise")
