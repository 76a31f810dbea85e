"""Letting the Secretariat act at a desk, taking it back, sitting down there and leaving."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Acting, Briefing, Event, Seat, SignInSession, StandingIn
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.position import find_hidden
from app.features.accounts.desks import administer
from app.features.accounts.sessions import hashed
from app.features.briefings.queries import get_seat
from app.features.standing.queries import NO_DESK, lasts

LONGEST_REASON = 500


@dataclass(frozen=True)
class Terms:
    """Why the Secretariat may act, and whether it may also sign in the delegation's name."""

    reason: str
    may_sign: bool = False


def allow(db: Session, actor: Actor, slug: str, terms: Terms, *, at: datetime) -> None:
    """Let the Secretariat act at the actor's own desk, in this briefing alone."""
    with atomic(db):
        briefing, seat = _own_seat(db, actor, slug)
        reason = _checked(terms.reason)
        live = StandingIn.seat_id == seat.id, StandingIn.taken_back_at.is_(None)
        if db.scalar(select(StandingIn.id).where(*live)) is not None:
            raise Conflict("The Secretariat may act for your delegation already.")
        db.add(
            StandingIn(
                seat_id=seat.id,
                may_sign=terms.may_sign,
                reason=reason,
                allowed_by=actor.user_id,
                allowed_at=at,
            )
        )
        facts = {"may_sign": terms.may_sign, "reason": reason}
        db.add(_event(actor, "standing_in.allowed", briefing, seat, at=at, **facts))


def take_back(db: Session, actor: Actor, slug: str, *, at: datetime) -> None:
    """End it at once; whatever the Secretariat is doing there comes before this or not at all."""
    with atomic(db):
        briefing, seat = _own_seat(db, actor, slug)
        ended = db.scalars(
            update(StandingIn)
            .where(StandingIn.seat_id == seat.id, StandingIn.taken_back_at.is_(None))
            .values(taken_back_by=actor.user_id, taken_back_at=at)
            .returning(StandingIn.id)
            .execution_options(synchronize_session=False)
        ).all()
        if not ended:
            raise Conflict("The Secretariat may not act for your delegation.")
        db.execute(
            update(Acting)
            .where(Acting.standing_in_id.in_(ended), Acting.ended_at.is_(None))
            .values(ended_at=at)
            .execution_options(synchronize_session=False)
        )
        db.add(_event(actor, "standing_in.taken_back", briefing, seat, at=at))


def begin_acting(db: Session, actor: Actor, token: str, reference: str, *, at: datetime) -> str:
    """Sit down at a desk that allowed it; give the address word of its briefing."""
    with atomic(db):
        permissions.require(administer(actor))
        found = db.execute(
            select(StandingIn, Seat, Briefing)
            .join(Seat, Seat.id == StandingIn.seat_id)
            .join(Briefing, Briefing.id == Seat.briefing_id)
            .where(StandingIn.reference == reference, lasts())
            .with_for_update(read=True, of=[StandingIn, Briefing])
        ).one_or_none()
        if found is None:
            raise NotFound(NO_DESK)
        standing, seat, briefing = found
        session_id = _session(db, token)
        _leave(db, actor, session_id, at=at)
        db.add(Acting(standing_in_id=standing.id, session_id=session_id, began_at=at))
        db.add(_event(actor, "standing_in.begun", briefing, seat, at=at))
        return briefing.slug


def stop_acting(db: Session, actor: Actor, token: str, *, at: datetime) -> None:
    """Leave whatever desk this browser acts at; to leave none is no fault."""
    with atomic(db):
        permissions.require(administer(actor))
        _leave(db, actor, _session(db, token), at=at)


def _leave(db: Session, actor: Actor, session_id: int, *, at: datetime) -> None:
    found = db.execute(
        select(Acting, Seat, Briefing)
        .join(StandingIn, StandingIn.id == Acting.standing_in_id)
        .join(Seat, Seat.id == StandingIn.seat_id)
        .join(Briefing, Briefing.id == Seat.briefing_id)
        .where(Acting.session_id == session_id, Acting.ended_at.is_(None))
        .with_for_update(of=Acting)
    ).one_or_none()
    if found is None:
        return
    acting, seat, briefing = found
    acting.ended_at = at
    db.add(_event(actor, "standing_in.stopped", briefing, seat, at=at))
    db.flush()


def _session(db: Session, token: str) -> int:
    mine = SignInSession.token_hash == hashed(token)
    return db.scalars(select(SignInSession.id).where(mine)).one()


def _own_seat(db: Session, actor: Actor, slug: str) -> tuple[Briefing, Seat]:
    db.execute(select(Briefing.id).where(Briefing.slug == slug).with_for_update(read=True))
    briefing, seat = get_seat(db, actor, slug)
    permissions.require(permissions.allow_standing_in(actor, briefing.state))
    return briefing, seat


def _checked(typed: str) -> str:
    reason = typed.strip()
    if not reason:
        raise Invalid("Say why, or by which note verbale.", where="reason")
    if hidden := find_hidden(reason):
        raise Invalid(hidden, where="reason")
    if len(reason) > LONGEST_REASON:
        raise Invalid(f"Shorten the reason to {LONGEST_REASON} characters.", where="reason")
    return reason


def _event(
    actor: Actor, act: str, briefing: Briefing, seat: Seat, *, at: datetime, **more: object
) -> Event:
    where = {"briefing_id": briefing.id, "delegation_id": seat.delegation_id}
    return Event.of(actor, act, at=at, **where, **more)
