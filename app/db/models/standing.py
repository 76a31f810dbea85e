import secrets
from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base


def _reference() -> str:
    return secrets.token_hex(16)


class StandingIn(Base):
    """A delegation's leave for the Secretariat to act at its desk, in one briefing.

    It lasts until it is taken back or the briefing is closed; a row is never deleted.
    """

    __tablename__ = "standing_in"
    __table_args__ = (
        Index(
            "one_standing_in",
            "seat_id",
            unique=True,
            sqlite_where=text("taken_back_at IS NULL"),
            postgresql_where=text("taken_back_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True, default=_reference)  # in addresses
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"))
    may_sign: Mapped[bool]
    reason: Mapped[str]
    allowed_by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    allowed_at: Mapped[datetime]
    taken_back_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    taken_back_at: Mapped[datetime | None]


class Acting(Base):
    """One browser of the Secretariat at that desk, from the moment it was chosen until left."""

    __tablename__ = "acting"
    __table_args__ = (
        Index(
            "one_acting",
            "session_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    standing_in_id: Mapped[int] = mapped_column(ForeignKey("standing_in.id"), index=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sign_in_session.id"))
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
