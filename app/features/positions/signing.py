"""One way onto the record: a revision with its points, hash and receipt, however it came.

Nothing here opens a transaction; services do.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from app.db import models
from app.db.models import Position, Revision
from app.domain.attribution import Attribution
from app.domain.cutting import CutsBy
from app.domain.points import split
from app.domain.position import Cell, Point, Statement
from app.domain.proof import Receipt


@dataclass(frozen=True)
class Signing:
    """What goes on the record: ``statement`` is None for a withdrawal; ``salt`` is never reused."""

    briefing: str
    member: str
    cell: Cell
    statement: Statement | None
    signed_at: datetime
    salt: bytes
    number: int = 1
    previous: str | None = None
    points: tuple[Point, ...] | None = None  # None: cut by the proposal
    cuts_by: CutsBy = CutsBy.PROPOSAL
    attribution: Attribution | None = None
    quotable: bool = False
    source: str | None = None
    late: bool = False
    signed_by: int | None = None
    joint: str | None = None  # the text of a joint statement


def revision_row(signing: Signing) -> dict[str, Any]:
    """Give the columns of the revision, its hash computed over all that was signed."""
    statement = signing.statement
    return {
        "number": signing.number,
        "is_withdrawal": statement is None,
        "assessment": statement.assessment if statement else None,
        "text": statement.text if statement else "",
        "language": statement.language if statement else "",
        "attribution": signing.attribution,
        "quotable": signing.quotable,
        "source": signing.source,
        "late": signing.late,
        "joint": signing.joint,
        "salt": signing.salt,
        "hash": receipt_of(signing).hash,
        "previous": signing.previous,
        "cuts_by": signing.cuts_by,
        "signed_by": signing.signed_by,
        "signed_at": signing.signed_at,
    }


def add_revision(db: Session, position: Position, signing: Signing) -> None:
    """Add what was signed to the chain of a position; from now on it is what counts."""
    points = [
        models.Point(start=at.start, end=at.end, kind=at.kind) for at in points_signed(signing)
    ]
    db.add(Revision(position_id=position.id, points=points, **revision_row(signing)))
    position.latest = signing.number


def receipt_of(signing: Signing) -> Receipt:
    return Receipt(
        salt=signing.salt,
        briefing=signing.briefing,
        member=signing.member,
        cell=signing.cell,
        statement=signing.statement,
        signed_at=signing.signed_at,
        previous=signing.previous,
        points=points_signed(signing),
        attribution=signing.attribution,
        quotable=signing.quotable,
        joint=signing.joint,
    )


def points_signed(signing: Signing) -> tuple[Point, ...]:
    """Give the points that were signed: those shown, or the proposed cuts."""
    if signing.statement is None:
        return ()
    if signing.points is not None:
        return signing.points
    return split(signing.statement.text, signing.statement.language)
