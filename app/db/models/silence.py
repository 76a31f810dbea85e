"""Silence procedures and what was said to break them. Objections are only ever added."""

import secrets
from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base
from app.domain.silence import Outcome


def _unguessable() -> str:
    """Name an objection so that its number tells nobody how many there are."""
    return secrets.token_hex(6)


class Silence(Base):
    """One draft under silence. Its end is the deadline of the circulation, and only there.

    Whoever records an objection, extends or closes locks this row and moves ``version``.
    """

    __tablename__ = "silence"

    id: Mapped[int] = mapped_column(primary_key=True)
    circulation_id: Mapped[int] = mapped_column(ForeignKey("circulation.id"), unique=True)
    version: Mapped[int]
    outcome: Mapped[Outcome | None]  # once given it never changes
    closed_at: Mapped[datetime | None]


class Objection(Base):
    """What a member objected to. ``arrived_at``, the database's own stamp, decides whether in time.

    It is whole from its arrival on; ``recorded_at`` only says when it was counted, in time or at
    closing at the latest. One that came too late is never counted.
    """

    __tablename__ = "objection"

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True, default=_unguessable)
    circulation_id: Mapped[int] = mapped_column(ForeignKey("circulation.id"), index=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"))
    arrived_at: Mapped[datetime]
    recorded_at: Mapped[datetime | None]
    paragraph: Mapped[int]
    language: Mapped[str]  # in which the draft was read
    said: Mapped[str]  # the sentence as it stood there
    reason: Mapped[str]
    proposal: Mapped[str]  # the sentence as the delegation would have it; or empty
    by: Mapped[int] = mapped_column(ForeignKey("user.id"))
