from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base


class Admission(Base):
    """The presidency's word until when it accepts late positions from a delegation.

    Rows are only added, and the last one of a seat counts; to stop is one whose time is now.
    """

    __tablename__ = "admission"

    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"), index=True)
    until: Mapped[datetime]
    admitted_by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    admitted_at: Mapped[datetime]
