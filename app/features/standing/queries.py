"""Who of the Secretariat may act at which desk now, and what both sides are shown of it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, aliased

from app.db.models import (
    Acting,
    Briefing,
    Delegation,
    Revision,
    Seat,
    SignInSession,
    StandingIn,
    User,
)
from app.domain import permissions
from app.domain.actor import Actor, Role, StandsIn
from app.domain.errors import Ended, NotFound
from app.domain.lifecycle import BriefingState, Origin
from app.domain.proceedings import Names
from app.features.accounts.desks import administer
from app.features.accounts.sessions import hashed
from app.features.briefings.queries import get_seat

NO_DESK = "There is no such desk."
ENDED = "You no longer act for this delegation."
REFERENCE = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Visit:
    """One time somebody of the Secretariat acted at the desk."""

    by: str
    began_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True)
class Leave:
    """One time a delegation let the Secretariat act for it."""

    reason: str
    may_sign: bool
    allowed_by: str
    allowed_at: datetime
    taken_back_by: str | None
    taken_back_at: datetime | None
    visits: tuple[Visit, ...]


@dataclass(frozen=True)
class StandingPage:
    """What the delegation decides of the Secretariat at its desk, and sees (standing/show.html)."""

    slug: str
    title: Names
    desk: Names
    origin: Origin
    current: Leave | None
    past: tuple[Leave, ...]
    refusal: permissions.Refusal


@dataclass(frozen=True)
class DeskLine:
    reference: str
    slug: str
    delegation: Names
    briefing: Names
    reason: str
    may_sign: bool
    is_chosen: bool


@dataclass(frozen=True)
class DesksPage:
    """The desks that let the Secretariat act at them, and no other (standing/index.html)."""

    lines: tuple[DeskLine, ...]


def lasts() -> ColumnElement[bool]:
    """Tell whether a leave still opens anything: it ends when taken back, and at closing."""
    return StandingIn.taken_back_at.is_(None) & (Briefing.state == BriefingState.OPEN)


def find_acting(db: Session, actor: Actor, token: str, reference: str, slug: str) -> Actor:
    """Give the administrator as one who acts at the desk that this very browser chose.

    A leave that never was and one of another briefing are not found. One that ended is told
    apart, so that what was typed meanwhile is given back.
    """
    if not actor.is_administrator or not REFERENCE.fullmatch(reference):
        raise NotFound(NO_DESK)
    leave = StandingIn.reference == reference
    known = select(StandingIn.id).join(Seat).join(Briefing).where(leave, Briefing.slug == slug)
    if db.scalar(known) is None:
        raise NotFound(NO_DESK)
    found = db.execute(
        select(StandingIn, Seat, Acting.id)
        .join(Seat, Seat.id == StandingIn.seat_id)
        .join(Briefing, Briefing.id == Seat.briefing_id)
        .join(Acting, Acting.standing_in_id == StandingIn.id)
        .join(SignInSession, SignInSession.id == Acting.session_id)
        .where(
            leave,
            lasts(),
            Acting.ended_at.is_(None),
            SignInSession.token_hash == hashed(token),
            SignInSession.user_id == actor.user_id,
        )
    ).one_or_none()
    if found is None:
        raise Ended(ENDED)
    standing, seat, acting_id = found
    return replace(
        actor,
        roles=frozenset({Role.DRAFTER, *([Role.SIGNATORY] if standing.may_sign else [])}),
        delegation_id=seat.delegation_id,
        stands_in=StandsIn(acting_id, reference, slug, seat.names),
    )


def hold(db: Session, actor: Actor) -> None:
    """Keep the leave of whoever stands in until the transaction is over, or stop here."""
    if actor.stands_in is None:
        return
    held = db.scalar(
        select(Acting.id)
        .join(StandingIn, StandingIn.id == Acting.standing_in_id)
        .join(Seat, Seat.id == StandingIn.seat_id)
        .join(Briefing, Briefing.id == Seat.briefing_id)
        .where(Acting.id == actor.stands_in.acting_id, Acting.ended_at.is_(None), lasts())
        .with_for_update(read=True, of=StandingIn)
    )
    if held is None:
        raise Ended(ENDED)


def standing_page(db: Session, actor: Actor, slug: str) -> StandingPage:
    briefing, seat = get_seat(db, actor, slug)
    leaves = _list_leaves(db, seat.id)
    last = leaves[0] if leaves else None
    is_open = briefing.state is BriefingState.OPEN
    current = last if last and is_open and last.taken_back_at is None else None
    return StandingPage(
        slug=slug,
        title=briefing.title,
        desk=seat.names,
        origin=briefing.origin,
        current=current,
        past=tuple(leaves[1:] if current else leaves),
        refusal=permissions.allow_standing_in(actor, briefing.state),
    )


def _list_leaves(db: Session, seat_id: int) -> Sequence[Leave]:
    """List them with the newest first."""
    giver, taker = aliased(User), aliased(User)
    rows = db.execute(
        select(StandingIn, giver.name, taker.name)
        .join(giver, giver.id == StandingIn.allowed_by)
        .outerjoin(taker, taker.id == StandingIn.taken_back_by)
        .where(StandingIn.seat_id == seat_id)
        .order_by(StandingIn.id.desc())
    ).all()
    visits: dict[int, list[Visit]] = {}
    for leave_id, name, acting in db.execute(_visits(seat_id)):
        visits.setdefault(leave_id, []).append(Visit(name, acting.began_at, acting.ended_at))
    return [
        Leave(
            row.reason,
            row.may_sign,
            by,
            row.allowed_at,
            back,
            row.taken_back_at,
            tuple(visits.get(row.id, ())),
        )
        for row, by, back in rows
    ]


def _visits(seat_id: int) -> Select[int, str, Acting]:
    return (
        select(StandingIn.id, User.name, Acting)
        .join(Acting, Acting.standing_in_id == StandingIn.id)
        .join(SignInSession, SignInSession.id == Acting.session_id)
        .join(User, User.id == SignInSession.user_id)
        .where(StandingIn.seat_id == seat_id)
        .order_by(Acting.id)
    )


def desks_page(db: Session, actor: Actor, token: str) -> DesksPage:
    permissions.require(administer(actor))
    chosen = db.scalar(
        select(Acting.standing_in_id)
        .join(SignInSession, SignInSession.id == Acting.session_id)
        .where(SignInSession.token_hash == hashed(token), Acting.ended_at.is_(None))
    )
    rows = db.execute(
        select(StandingIn, Seat, Briefing)
        .join(Seat, Seat.id == StandingIn.seat_id)
        .join(Briefing, Briefing.id == Seat.briefing_id)
        .join(Delegation, Delegation.id == Seat.delegation_id)
        .where(lasts())
        .order_by(Briefing.id.desc(), Seat.place)
    )
    return DesksPage(
        tuple(
            DeskLine(
                row.reference,
                briefing.slug,
                seat.names,
                briefing.title,
                row.reason,
                row.may_sign,
                row.id == chosen,
            )
            for row, seat, briefing in rows
        )
    )


def signed_standing_in(db: Session, revisions: Collection[str]) -> set[str]:
    """Choose the revisions that somebody of the Secretariat signed for their delegation."""
    rows = db.scalars(
        select(Revision.hash)
        .join(User, User.id == Revision.signed_by)
        .where(
            Revision.hash.in_(revisions),
            User.delegation_id.is_(None),
            User.presidency_id.is_(None),
        )
    )
    return set(rows)
