import secrets
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base
from app.domain.occasions import Occasion


class MailState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"  # given up: the Secretariat sees it and may have it tried again
    DROPPED = "dropped"  # nobody needed it any more when its turn came


def _unguessable() -> str:
    return secrets.token_hex(16)


class Mail(Base):
    """One mail to one person, written in the transaction of the act it tells of.

    It holds no words: they are put together when it is sent, from what is true then.
    """

    __tablename__ = "mail"
    __table_args__ = (UniqueConstraint("briefing_id", "user_id", "occasion", "due"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=_unguessable)  # its Message-ID
    occasion: Mapped[Occasion]
    briefing_id: Mapped[int | None] = mapped_column(ForeignKey("briefing.id"))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"), index=True)
    invitation_id: Mapped[int | None] = mapped_column(ForeignKey("invitation.id"), unique=True)
    due: Mapped[datetime]
    state: Mapped[MailState] = mapped_column(default=MailState.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime] = mapped_column(index=True)  # nobody takes it before
    problem: Mapped[str] = mapped_column(default="")  # of the last attempt
    ended_at: Mapped[datetime | None]
