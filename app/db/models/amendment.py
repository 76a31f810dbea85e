"""Proposals of delegations on sentences of a draft. Only ever added; a withdrawn one stays."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base
from app.domain.amendments import Action


class Amendment(Base):
    """What a delegation proposes of one sentence, and the very draft it was proposed on."""

    __tablename__ = "amendment"
    __table_args__ = (UniqueConstraint("seat_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"), index=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"))
    number: Mapped[int]  # counts through the delegation: how many others made is not told by it
    circulation: Mapped[int]  # its number
    hash: Mapped[str]  # of the draft
    key: Mapped[str]  # of the sentence
    language: Mapped[str]  # in which it was read
    said: Mapped[str]  # the sentence as it stood there
    grounds: Mapped[str]  # a mark of what it rested on
    action: Mapped[Action]
    text: Mapped[str]  # the sentence as it should stand, or the one to insert
    after: Mapped[str | None]  # key of the sentence to move it behind; none: to the front
    reason: Mapped[str]
    by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    withdrawn_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    withdrawn_at: Mapped[datetime | None]
