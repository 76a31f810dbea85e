"""Whether a delegation still has something to do in a briefing; no more of it enters a mail."""

from sqlalchemy.orm import Session

from app.db.models import Briefing, Seat
from app.db.session import database_time
from app.features.admissions.queries import door_of
from app.features.briefings.queries import list_missions, list_questions
from app.features.positions.cells import CellStatus, Held
from app.features.positions.queries import Desk, list_held


def is_outstanding(db: Session, briefing: Briefing, seat: Seat) -> bool:
    """Tell whether a cell asked for is not begun, or a draft of any is not what was signed."""
    questions, missions = list_questions(db, briefing.id), list_missions(db, briefing.id)
    door = door_of(db, briefing, seat, database_time(db))
    desk = Desk(briefing, seat, questions, missions, door)
    held = list_held(db, seat.id)
    begun = all(held.get(cell, Held()).status is not CellStatus.NOT_STARTED for cell in desk.asked)
    return not begun or any(each.is_unsigned for each in held.values())
