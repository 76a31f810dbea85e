"""Who acts at which desk, when; and how a transaction of the desk begins."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Event, Seat
from app.domain.actor import Actor
from app.domain.position import Cell
from app.features.positions.queries import Desk, get_desk


@dataclass(frozen=True)
class Act:
    """Who acts at which desk, and when."""

    actor: Actor
    desk: Desk
    at: datetime

    @property
    def briefing(self) -> Briefing:
        return self.desk.briefing

    @property
    def seat(self) -> Seat:
        return self.desk.seat

    def event(self, act: str, cell: Cell, **more: int) -> Event:
        return Event.of(
            self.actor,
            act,
            at=self.at,
            briefing_id=self.briefing.id,
            delegation_id=self.seat.delegation_id,
            question=cell.question,
            mission=cell.mission,
            **more,
        )


def begin(db: Session, actor: Actor, slug: str, at: datetime) -> Act:
    """Hold the briefing still, so that nothing is written once it has been closed."""
    db.execute(select(Briefing.id).where(Briefing.slug == slug).with_for_update(read=True))
    return Act(actor, get_desk(db, actor, slug), at)
