"""What delegations say of a circulated draft. Only ever added; the last word counts."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base
from app.domain.agreement import Stance
from app.domain.mirror import Effect, Reply, Verdict


class Reflection(Base):
    """A delegation's word on a sentence that counts it, and the very draft it was said of."""

    __tablename__ = "reflection"
    __table_args__ = (UniqueConstraint("briefing_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    number: Mapped[int]  # counts through the briefing, for the presidency's addresses alone
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"), index=True)
    circulation: Mapped[int]  # its number
    hash: Mapped[str]  # of the draft
    key: Mapped[str]  # of the sentence
    language: Mapped[str]  # in which it was read
    said: Mapped[str]  # the sentence as it stood there
    grounds: Mapped[str]  # a mark of what it rested on
    effect: Mapped[Effect]
    verdict: Mapped[Verdict]
    text: Mapped[str]  # a reason, or the wording proposed
    by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]


class ReplyGiven(Base):
    """What the presidency made of a delegation's word, for that delegation to read.

    It is given to an answer in the mirror or to an amendment; the last one counts.
    """

    __tablename__ = "reply_given"
    __table_args__ = (
        CheckConstraint("(reflection_id IS NULL) <> (amendment_id IS NULL)", name="one"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reflection_id: Mapped[int | None] = mapped_column(ForeignKey("reflection.id"), index=True)
    amendment_id: Mapped[int | None] = mapped_column(ForeignKey("amendment.id"), index=True)
    reply: Mapped[Reply]
    words: Mapped[str]  # accepted in place of those proposed
    reason: Mapped[str]
    by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]


class StanceTaken(Base):
    """A member's stance on a drafted sentence, for the presidency alone."""

    __tablename__ = "stance_taken"

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"), index=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"))
    circulation: Mapped[int]
    hash: Mapped[str]
    key: Mapped[str]
    language: Mapped[str]
    said: Mapped[str]
    grounds: Mapped[str]
    stance: Mapped[Stance]
    text: Mapped[str]
    along: Mapped[str]  # what a reservation could go along with
    by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
