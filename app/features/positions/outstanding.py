"""What a delegation still has to do in a briefing, in numbers: what its own people are told."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.db.models import Briefing, Seat
from app.db.session import database_time
from app.features.briefings.queries import list_missions, list_questions
from app.features.positions.cells import CellStatus, Held
from app.features.positions.queries import Desk, list_held


@dataclass(frozen=True)
class Outstanding:
    """Cells asked for and not begun; drafts, in any cell, that are not what was signed."""

    not_begun: int
    unsigned: int

    def __bool__(self) -> bool:
        return bool(self.not_begun or self.unsigned)


def outstanding_of(db: Session, briefing: Briefing, seat: Seat) -> Outstanding:
    questions, missions = list_questions(db, briefing.id), list_missions(db, briefing.id)
    desk = Desk(briefing, seat, questions, missions, database_time(db))
    held = list_held(db, seat.id)
    fresh = [cell for cell in desk.asked if held.get(cell, Held()).status is CellStatus.NOT_STARTED]
    return Outstanding(len(fresh), sum(each.is_unsigned for each in held.values()))
