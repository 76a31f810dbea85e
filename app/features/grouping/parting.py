"""What a delegation decides about its own points. No transaction is opened here; services do."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, GroupingAct, Seat
from app.domain.grouping import Act, ActKind, PointRef, merged, partings, replay
from app.domain.position import Cell
from app.features.grouping.service import number_acts
from app.features.summaries.decisions import grouping_acts


@dataclass(frozen=True)
class Owner:
    """Whose points they are, and the person who acts for it."""

    briefing: Briefing
    seat: Seat
    user_id: int


def part_own(
    db: Session,
    owner: Owner,
    cell: Cell,
    points: Sequence[PointRef],
    others: Sequence[PointRef],
    *,
    at: datetime,
) -> None:
    """Part one's own points from others for good; those that stand with them stand alone."""
    group_of = replay(grouping_acts(db, owner.briefing, cell)).by_point()
    stood = merged(group_of, others)
    acts = [Act(0, ActKind.REJECT, cell, points=tuple(points), others=tuple(others))]
    acts += [Act(0, ActKind.GATHER, cell, points=(each,)) for each in points if each in stood]
    _keep(db, owner, acts, at)


def lift_own(
    db: Session, owner: Owner, cell: Cell, points: Collection[PointRef], *, at: datetime
) -> None:
    """Take back what parted these points; where they stand is for the presidency to decide."""
    mine = set(
        db.scalars(
            select(GroupingAct.number).where(
                GroupingAct.briefing_id == owner.briefing.id, GroupingAct.seat_id == owner.seat.id
            )
        )
    )
    acts = [
        Act(0, ActKind.UNDO, cell, undone=act.number)
        for act in partings(grouping_acts(db, owner.briefing, cell))
        if act.number in mine and set(act.points) <= set(points)
    ]
    _keep(db, owner, acts, at)


def _keep(db: Session, owner: Owner, acts: Sequence[Act], at: datetime) -> None:
    db.add_all(
        GroupingAct.of(act, owner.briefing.id, owner.user_id, at, seat_id=owner.seat.id)
        for act in number_acts(db, owner.briefing, acts)
    )
