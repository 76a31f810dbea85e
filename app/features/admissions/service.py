"""Accepting late positions from a delegation, and no longer. Each function is one transaction."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Admission, Briefing, Event, Seat
from app.db.session import atomic, database_time
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid
from app.domain.occasions import Occasion
from app.features.accounts.outbox import announce
from app.features.admissions.queries import admitted_until, refusal_of
from app.features.briefings.queries import get_presided


def admit(
    db: Session, actor: Actor, slug: str, code: str, until: datetime, *, at: datetime
) -> None:
    """Accept late positions from one delegation until a time, longer or shorter than before."""
    with atomic(db):
        briefing, seat = _find(db, actor, slug, code)
        if until <= database_time(db):
            raise Invalid("This time has already passed.", where="deadline_date")
        _keep(db, actor, seat, until, at)
        announce(db, briefing, Occasion.ADMITTED, at_desks=[seat.delegation_id])


def stop(db: Session, actor: Actor, slug: str, code: str, *, at: datetime) -> None:
    """Accept no more from now on; what was signed by then stands."""
    with atomic(db):
        _, seat = _find(db, actor, slug, code)
        now, until = database_time(db), admitted_until(db, seat.id)
        if until is None or until <= now:
            raise Conflict("Late positions are not accepted from this delegation.")
        _keep(db, actor, seat, now, at)


def _find(db: Session, actor: Actor, slug: str, code: str) -> tuple[Briefing, Seat]:
    """Hold the briefing: what is signed meanwhile comes before this or after it."""
    briefing = get_presided(db, actor, slug)
    db.refresh(briefing, with_for_update=True)
    permissions.require(refusal_of(actor, briefing, database_time(db)))
    seat = db.scalar(select(Seat).where(Seat.briefing_id == briefing.id, Seat.code == code))
    if seat is None:
        raise Invalid("Choose a delegation from the list.", where="delegation")
    return briefing, seat


def _keep(db: Session, actor: Actor, seat: Seat, until: datetime, at: datetime) -> None:
    db.add(Admission(seat_id=seat.id, until=until, admitted_by=actor.user_id, admitted_at=at))
    db.add(
        Event.of(
            actor,
            "position.late_accepted",
            at=at,
            briefing_id=seat.briefing_id,
            delegation_id=seat.delegation_id,
            until=until.isoformat(),
        )
    )
    db.flush()
