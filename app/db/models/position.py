from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.base import Base
from app.domain.attribution import Attribution
from app.domain.cutting import CutsBy
from app.domain.position import PointKind


class Position(Base):
    """What one delegation holds in one cell: the chain of its revisions.

    A position is never edited: restating it adds a revision, and the last one counts.
    """

    __tablename__ = "position"
    __table_args__ = (UniqueConstraint("seat_id", "question_id", "mission"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"))
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    mission: Mapped[str]  # an acronym, or ALL
    latest: Mapped[int]  # number of the revision that counts; 0 while only a draft exists
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - the name is SQLAlchemy's

    draft: Mapped["Draft | None"] = relationship(lazy="raise", back_populates="position")
    revisions: Mapped[list["Revision"]] = relationship(
        lazy="raise", order_by="Revision.number", back_populates="position"
    )


class Draft(Base):
    """What a delegation is writing in a cell. Never leaves the delegation."""

    __tablename__ = "draft"

    position_id: Mapped[int] = mapped_column(ForeignKey("position.id"), primary_key=True)
    assessment: Mapped[str | None]
    text: Mapped[str]
    language: Mapped[str]
    quotable: Mapped[bool]
    attribution: Mapped[Attribution | None]
    ready: Mapped[bool] = mapped_column(default=False)  # handed to the signatories
    saved_by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    saved_at: Mapped[datetime]
    begun_at: Mapped[datetime]  # when the stretch of writing began that history shows as one
    cuts: Mapped[list[Any] | None] = mapped_column(JSON)  # None: nobody touched the proposal
    cuts_of: Mapped[str | None]  # hash of the text they were made for
    recut: Mapped[bool] = mapped_column(default=False)  # since the last signature
    previous: Mapped[dict[str, Any] | None]  # what the last save replaced, for undoing it
    returned_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    returned_at: Mapped[datetime | None]
    reason: Mapped[str | None]  # why a signatory sent it back
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - the name is SQLAlchemy's

    position: Mapped[Position] = relationship(lazy="raise", back_populates="draft")


class DraftVersion(Base):
    """A draft as it stood when somebody went on with it. Never leaves the delegation either."""

    __tablename__ = "draft_version"
    __table_args__ = (UniqueConstraint("position_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    position_id: Mapped[int] = mapped_column(ForeignKey("position.id"))
    number: Mapped[int]  # the version the draft had
    content: Mapped[dict[str, Any]]
    saved_by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    saved_at: Mapped[datetime]


class Revision(Base):
    """One statement on the record: signed, by whom and when; or a withdrawal. Never changed."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("position_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    position_id: Mapped[int] = mapped_column(ForeignKey("position.id"))
    number: Mapped[int]
    is_withdrawal: Mapped[bool]
    assessment: Mapped[str | None]
    text: Mapped[str]
    language: Mapped[str]
    attribution: Mapped[Attribution | None]
    quotable: Mapped[bool]
    source: Mapped[str | None]
    late: Mapped[bool]
    joint: Mapped[str | None]  # the text of a joint statement it was signed with
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[str] = mapped_column(unique=True)
    previous: Mapped[str | None]
    cuts_by: Mapped[CutsBy] = mapped_column(server_default=CutsBy.PROPOSAL)
    signed_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))  # None when loaded
    signed_at: Mapped[datetime]

    position: Mapped[Position] = relationship(lazy="raise", back_populates="revisions")
    points: Mapped[list["Point"]] = relationship(lazy="raise", order_by="Point.start")


class Point(Base):
    """One thing said in a revision: text[start:end]."""

    __tablename__ = "point"
    __table_args__ = (UniqueConstraint("revision_id", "start"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    start: Mapped[int]
    end: Mapped[int]
    kind: Mapped[PointKind]
