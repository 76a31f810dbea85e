"""Writing the reminders whose hour has come, by the database's clock. One transaction."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing
from app.db.session import atomic, database_time
from app.domain.lifecycle import BriefingState
from app.domain.occasions import BEFORE_CORRECTIONS_END, BEFORE_DEADLINE, reminder_due
from app.features.accounts.outbox import announce
from app.features.reminders.queries import find_corrections


def write_reminders(db: Session) -> None:
    """Write what is due and not yet written; again, or elsewhere at once, it writes nothing.

    The briefings are held meanwhile, so that two commands write one after the other.
    """
    with atomic(db):
        running = (BriefingState.OPEN, BriefingState.CIRCULATED)
        briefings = db.scalars(
            select(Briefing)
            .where(Briefing.state.in_(running))
            .order_by(Briefing.id)
            .with_for_update()
        ).all()
        for briefing in briefings:
            _write(db, briefing, now=database_time(db))


def _write(db: Session, briefing: Briefing, *, now: datetime) -> None:
    if briefing.state is BriefingState.OPEN:
        before, deadline, since = BEFORE_DEADLINE, briefing.deadline, briefing.opened_at
    else:
        draft = find_corrections(db, briefing.id)
        before = BEFORE_CORRECTIONS_END
        deadline, since = (draft.deadline, draft.since) if draft else (None, None)
    if deadline is None or since is None:
        return
    reminder = reminder_due(before, deadline, since, now)
    if reminder:
        announce(db, briefing, *reminder)
