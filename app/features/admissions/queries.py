"""Until when what is taken from whom, and what was signed once positions were due. Reads only."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Select, false, func, or_, select
from sqlalchemy.orm import Session

from app.db.models import (
    Admission,
    Briefing,
    Circulation,
    Position,
    Question,
    Revision,
    Seat,
    User,
)
from app.db.session import database_time
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.attribution import Attribution
from app.domain.lifecycle import Origin
from app.domain.permissions import Door
from app.domain.position import Cell
from app.domain.proceedings import Names
from app.features.briefings.queries import get_presided, list_seats


class Kind(StrEnum):
    """What a signature after the time for positions was."""

    LATE = "late"
    RESTATED = "restated"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class SignedSince:
    owner: Names
    cell: Cell
    kind: Kind
    at: datetime | None  # None where nobody is to find out whose a position is


@dataclass(frozen=True)
class AdmissionLine:
    """The presidency's last word on one delegation."""

    code: str
    owner: Names
    until: datetime
    is_running: bool
    by: str
    at: datetime


@dataclass(frozen=True)
class AdmissionsPage:
    """Late positions and changes, for the presidency (admissions/show.html)."""

    slug: str
    title: Names
    origin: Origin
    seats: tuple[tuple[str, Names], ...]
    lines: tuple[AdmissionLine, ...]
    since: tuple[SignedSince, ...] | None  # None until the positions may be read
    refusal: permissions.Refusal


def door_of(db: Session, briefing: Briefing, seat: Seat, moment: datetime) -> Door:
    """Tell what is taken from a delegation; nothing more is asked while all is taken from all."""
    door = Door(briefing.state, moment, briefing.deadline)
    if door.is_open or not door.is_ajar:
        return door
    corrections = (
        select(Circulation.deadline)
        .where(Circulation.briefing_id == briefing.id)
        .order_by(Circulation.number.desc())
        .limit(1)
    )
    corrections_until, admitted_until = db.execute(
        select(corrections.scalar_subquery(), _last_until(seat.id).scalar_subquery())
    ).one()
    return replace(door, corrections=corrections_until, admitted=admitted_until)


def admitted_until(db: Session, seat_id: int) -> datetime | None:
    return db.scalar(_last_until(seat_id))


def _last_until(seat_id: int) -> Select[datetime]:
    return (
        select(Admission.until)
        .where(Admission.seat_id == seat_id)
        .order_by(Admission.id.desc())
        .limit(1)
    )


def admissions_page(db: Session, actor: Actor, slug: str) -> AdmissionsPage:
    briefing = get_presided(db, actor, slug)
    now, seats = database_time(db), list_seats(db, briefing.id)
    return AdmissionsPage(
        slug=slug,
        title=briefing.title,
        origin=briefing.origin,
        seats=tuple((seat.code, seat.names) for seat in seats),
        lines=tuple(_lines(db, briefing, now)),
        since=tuple(_signed_since(db, briefing)) if _may_read(actor, briefing) else None,
        refusal=refusal_of(actor, briefing, now),
    )


def refusal_of(actor: Actor, briefing: Briefing, now: datetime) -> permissions.Refusal:
    past = Door(briefing.state, now, briefing.deadline).past_deadline
    place = (actor, briefing.presidency_id, briefing.state)
    return permissions.admit(*place, past_deadline=past)


def _may_read(actor: Actor, briefing: Briefing) -> bool:
    place = (actor, briefing.presidency_id, briefing.state)
    return permissions.read_draft_summary(*place) is None


def _lines(db: Session, briefing: Briefing, now: datetime) -> Iterator[AdmissionLine]:
    last = select(func.max(Admission.id)).group_by(Admission.seat_id)
    rows = db.execute(
        select(Admission, Seat, User.name)
        .join(Seat, Seat.id == Admission.seat_id)
        .join(User, User.id == Admission.admitted_by)
        .where(Seat.briefing_id == briefing.id, Admission.id.in_(last))
        .order_by(Seat.place)
    )
    for row, seat, name in rows:
        door = Door(briefing.state, now, admitted=row.until)
        yield AdmissionLine(
            *(seat.code, seat.names, row.until, door.is_admitted, name, row.admitted_at)
        )


def _signed_since(db: Session, briefing: Briefing) -> Iterator[SignedSince]:
    """Give what was signed after closing or came late, never in order of arrival."""
    closed = briefing.closed_at
    after = Revision.signed_at > closed if closed is not None else false()
    rows = db.execute(
        select(Seat.names, Question.number, Position.mission, Revision)
        .join(Position, Position.id == Revision.position_id)
        .join(Question, Question.id == Position.question_id)
        .join(Seat, Seat.id == Position.seat_id)
        .where(Seat.briefing_id == briefing.id, or_(Revision.late, after))
        .order_by(Seat.place, Question.number, Position.mission, Revision.number)
    )
    for names, number, mission, revision in rows:
        kind = Kind.LATE if revision.late else Kind.RESTATED
        kind = Kind.WITHDRAWN if revision.is_withdrawal else kind
        is_hidden = Attribution.NON_ATTRIBUTED in {briefing.attribution, revision.attribution}
        at = None if is_hidden else revision.signed_at
        yield SignedSince(names, Cell(number, mission), kind, at)
