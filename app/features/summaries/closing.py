"""Closing a silence procedure: once, by whoever needs its outcome first, never over an objection.

An objection is stamped in a transaction of its own, under a key-share lock on the row of the draft,
which only an extension moves: arrivals wait for no other, and give way to none. On SQLite, where
everybody's writing waits for everybody's, it is stamped before it waits, and the settle window is
longer than that wait. Closing is
two transactions. The first, the bell, moves the counter and locks the draft, and so waits
until every arrival on its way is in the house; whatever is stamped after the bell is stamped after
the end. The second looks anew, and counts by the stamps, recorded or not. Counted in the one
that waited, it could be older than what was waited for: at REPEATABLE READ it always is.
"""

from datetime import datetime
from functools import partial

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Circulation, Event, Objection, Silence
from app.db.session import atomic, database_time, persevere
from app.domain.errors import Conflict
from app.domain.lifecycle import BriefingState
from app.domain.occasions import Occasion
from app.domain.silence import JUST_ENDED, Outcome, is_in_time, may_close, outcome_of
from app.features.accounts.outbox import announce

BY = "the database's clock"


def settle(db: Session, slug: str) -> None:
    """Close the silence on a briefing's draft if its time has come; else do nothing."""
    _close_due(db, slug)


def settle_all(db: Session) -> None:
    """Close every silence whose time has come. Safe on every replica at once."""
    _close_due(db)


def _close_due(db: Session, slug: str | None = None) -> None:
    running = (
        select(Silence.id, Circulation.deadline)
        .join(Circulation, Circulation.id == Silence.circulation_id)
        .join(Briefing, Briefing.id == Circulation.briefing_id)
        .where(Silence.outcome.is_(None), Briefing.state == BriefingState.CIRCULATED)
    )
    if slug is not None:
        running = running.where(Briefing.slug == slug)
    for silence_id, deadline in db.execute(running).all():
        if may_close(deadline, database_time(db)):
            persevere(partial(ring, db, silence_id))
            persevere(partial(close, db, silence_id))


def ring(db: Session, silence_id: int) -> None:
    """Wait for every arrival on its way; what is stamped from now on is too late."""
    with atomic(db):
        row = hold(db, silence_id)
        draft = select(Circulation.id).where(Circulation.id == row.circulation_id)
        db.execute(draft.with_for_update())


def close(db: Session, silence_id: int) -> None:
    """Give a procedure its outcome, if it has none; count what was never recorded, too."""
    with atomic(db):
        row = hold(db, silence_id)
        deadline, now = deadline_of(db, row), database_time(db)
        if row.outcome is not None or not may_close(deadline, now):
            return
        to_draft = Objection.circulation_id == row.circulation_id
        objections = db.scalars(select(Objection).where(to_draft)).all()
        row.outcome = outcome_of([each.arrived_at for each in objections], deadline)
        row.closed_at = now
        for each in objections:
            if each.recorded_at is None and is_in_time(each.arrived_at, deadline):
                each.recorded_at = now
        briefing = db.get_one(Briefing, _circulation_of(db, row).briefing_id)
        announce(db, briefing, Occasion.SILENCE_ENDED)
        _note(db, row, now)


def replace(db: Session, briefing: Briefing) -> None:
    """End the silence on the draft before, since another takes its place. Part of circulating."""
    running = (
        select(Silence.id)
        .join(Circulation, Circulation.id == Silence.circulation_id)
        .where(Circulation.briefing_id == briefing.id, Silence.outcome.is_(None))
    )
    for silence_id in db.scalars(running).all():
        row = hold(db, silence_id)
        now = database_time(db)
        if not is_in_time(now, deadline_of(db, row)):
            raise Conflict(JUST_ENDED)
        row.outcome, row.closed_at = Outcome.REPLACED, now
        _note(db, row, now)


def hold(db: Session, silence_id: int) -> Silence:
    """Lock a procedure and move its counter, so that whoever looked before must look again.

    Its briefing is held before it, as whoever circulates does: in one order nobody waits forever.
    """
    db.execute(
        select(Briefing.id)
        .join(Circulation, Circulation.briefing_id == Briefing.id)
        .join(Silence, Silence.circulation_id == Circulation.id)
        .where(Silence.id == silence_id)
        .with_for_update(read=True, key_share=True, of=Briefing)
    )
    row = db.scalars(
        select(Silence)
        .where(Silence.id == silence_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    row.version += 1
    db.flush()
    return row


def deadline_of(db: Session, row: Silence) -> datetime:
    deadline: datetime = _circulation_of(db, row).deadline
    return deadline


def _circulation_of(db: Session, row: Silence) -> Row[int, int, datetime]:
    """Give what of the draft matters here, without its texts."""
    return db.execute(
        select(Circulation.briefing_id, Circulation.number, Circulation.deadline).where(
            Circulation.id == row.circulation_id
        )
    ).one()


def _note(db: Session, row: Silence, now: datetime) -> None:
    draft = _circulation_of(db, row)
    detail = {"number": draft.number, "outcome": row.outcome}
    db.add(Event.of(BY, "silence.closed", at=now, briefing_id=draft.briefing_id, **detail))
