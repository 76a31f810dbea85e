from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base
from app.domain.speakers import Act, ActKind, Order


class SpeakersAct(Base):
    """One act on the list of speakers. Only ever added; the replay counts."""

    __tablename__ = "speakers_act"
    __table_args__ = (UniqueConstraint("briefing_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    number: Mapped[int]
    kind: Mapped[ActKind]
    speaker: Mapped[str]  # code of a seat, or a briefer's place in the note; empty: of the list
    order: Mapped[Order | None]
    seconds: Mapped[int]
    speakers: Mapped[list[Any]] = mapped_column(JSON)
    seed: Mapped[str]  # of the order that was drawn
    by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]

    @classmethod
    def of(cls, act: Act, briefing_id: int, by: int) -> "SpeakersAct":
        return cls(
            briefing_id=briefing_id,
            number=act.number,
            kind=act.kind,
            speaker=act.speaker,
            order=act.order,
            seconds=act.seconds,
            speakers=list(act.speakers),
            seed=act.seed,
            by=by,
            at=act.at,
        )

    def to_domain(self) -> Act:
        return Act(
            number=self.number,
            kind=self.kind,
            at=self.at,
            speaker=self.speaker,
            order=self.order,
            seconds=self.seconds,
            speakers=tuple(self.speakers),
            seed=self.seed,
        )


class Delivered(Base):
    """A statement as it was delivered, kept as it came. A later one is added, none is replaced."""

    __tablename__ = "delivered"
    __table_args__ = (UniqueConstraint("briefing_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    number: Mapped[int]
    speaker: Mapped[str]
    language: Mapped[str]
    file_name: Mapped[str]  # empty: it was written here
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    sha256: Mapped[str]
    text: Mapped[str]  # as it was read from the file
    by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
