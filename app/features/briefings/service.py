"""The life of a briefing: opening, closing, withdrawing. Each function is one transaction."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.db.models import Event
from app.db.session import atomic, database_time
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import Invalid
from app.domain.lifecycle import BriefingState, advance
from app.domain.occasions import Occasion
from app.features.accounts.outbox import announce
from app.features.briefings.opening import opening_of
from app.features.briefings.preparing import get_draft
from app.features.briefings.queries import get_presided


def open_briefing(db: Session, actor: Actor, slug: str, *, at: datetime) -> None:
    """Open a briefing for positions; from now on its questions, seats and rule stand."""
    with atomic(db):
        briefing = get_draft(db, actor, slug)
        opening = opening_of(db, briefing, now=database_time(db))
        if opening.gaps:
            raise Invalid("Something is still missing; nothing was opened.", where="open")
        briefing.state = advance(briefing.state, BriefingState.OPEN)
        briefing.opened_at = at
        announce(db, briefing, Occasion.OPENED)
        db.add(
            Event.of(
                actor,
                "briefing.opened",
                at=at,
                briefing_id=briefing.id,
                rule=briefing.attribution,
                groups=[group.code for group in opening.groups],
                deadline=briefing.deadline.isoformat() if briefing.deadline else None,
            )
        )


def close_briefing(db: Session, actor: Actor, slug: str, *, at: datetime) -> None:
    """Take no more positions; from now on the presidency reads those that were signed."""
    with atomic(db):
        briefing = get_presided(db, actor, slug)
        permissions.require(permissions.close(actor, briefing.presidency_id, briefing.state))
        briefing.state = advance(briefing.state, BriefingState.CLOSED)
        briefing.closed_at = at
        announce(db, briefing, Occasion.CLOSED)
        db.add(Event.of(actor, "briefing.closed", at=at, briefing_id=briefing.id))


def withdraw_briefing(db: Session, actor: Actor, slug: str, reason: str, *, at: datetime) -> None:
    """End a briefing before anything was issued; what was signed is kept and not summarised."""
    with atomic(db):
        briefing = get_presided(db, actor, slug)
        permissions.require(
            permissions.withdraw_briefing(actor, briefing.presidency_id, briefing.state)
        )
        briefing.state = advance(briefing.state, BriefingState.WITHDRAWN)
        db.add(Event.of(actor, "briefing.withdrawn", at=at, briefing_id=briefing.id, reason=reason))
