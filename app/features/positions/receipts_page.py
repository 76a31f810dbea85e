"""Everything a delegation put on the record, one receipt a line."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Position, Question, Revision, User
from app.domain.actor import Actor
from app.domain.position import Cell
from app.features.positions.people import Person, maybe_person
from app.features.positions.queries import Heading, get_desk, heading_of


@dataclass(frozen=True)
class ReceiptRow:
    """One signature or withdrawal; ``signed_by`` is None where it was loaded."""

    cell: Cell
    number: int
    hash: str
    signed_at: datetime
    signed_by: Person | None
    is_withdrawal: bool
    counts: bool


@dataclass(frozen=True)
class ReceiptsPage:
    """Every receipt of one desk, the newest first (positions/receipts.html)."""

    heading: Heading
    rows: tuple[ReceiptRow, ...]


def receipts_page(db: Session, actor: Actor, slug: str) -> ReceiptsPage:
    desk = get_desk(db, actor, slug)
    found = db.execute(
        select(Revision, Position, Question.number, User)
        .join(Position, Position.id == Revision.position_id)
        .join(Question, Question.id == Position.question_id)
        .outerjoin(User, User.id == Revision.signed_by)
        .where(Position.seat_id == desk.seat.id)
        .order_by(Revision.signed_at.desc(), Revision.id.desc())
    )
    rows = tuple(
        ReceiptRow(
            cell=Cell(number, position.mission),
            number=revision.number,
            hash=revision.hash,
            signed_at=revision.signed_at,
            signed_by=maybe_person(user),
            is_withdrawal=revision.is_withdrawal,
            counts=revision.number == position.latest,
        )
        for revision, position, number, user in found
    )
    return ReceiptsPage(heading_of(desk), rows)
