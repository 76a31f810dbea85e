"""What one briefing shows: its board to the presidency, its facts to a delegation. Reads only."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.db.models import (
    Briefing,
    Delegation,
    Event,
    Mission,
    Position,
    Question,
    Rehearsal,
    Revision,
    Seat,
)
from app.db.session import database_time
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.attribution import Attribution
from app.domain.lifecycle import BriefingState, Origin
from app.domain.permissions import Refusal
from app.domain.position import GENERAL
from app.domain.proceedings import Names, Standing
from app.domain.wall_time import left_until
from app.features.briefings.pages import (
    BriefingPage,
    Step,
    delegation_step,
    head_of,
    presidency_step,
)
from app.features.briefings.queries import (
    get_presided,
    get_seat,
    list_groups,
    list_missions,
    list_questions,
    list_seats,
)


@dataclass(frozen=True)
class Signed:
    """How much of one question a delegation has signed: missions of all, and in general."""

    missions: int
    in_general: bool


@dataclass(frozen=True)
class SeatRow:
    code: str
    names: Names
    standing: Standing
    cells: tuple[Signed, ...]

    @property
    def signed(self) -> int:
        return sum(cell.missions + cell.in_general for cell in self.cells)


@dataclass(frozen=True)
class FactsPage(BriefingPage):
    """What a briefing is about, for a delegation seated in it (briefings/facts.html)."""

    template: ClassVar[str] = "briefings/facts.html"

    presiding: Names | None
    meeting_date: date | None
    briefers: tuple[str, ...]
    groups: tuple[Names, ...]  # declared before opening
    attribution: Attribution
    deadline: datetime | None
    left: timedelta | None
    step: Step
    questions: tuple[Question, ...]
    missions: tuple[Mission, ...]
    languages: tuple[str, ...]
    withdrawn_because: str | None


@dataclass(frozen=True)
class BoardPage(FactsPage):
    """Where a briefing stands, for its own presidency (briefings/show.html)."""

    template: ClassVar[str] = "briefings/show.html"

    rows: tuple[SeatRow, ...]
    hidden_because: Refusal
    close_refusal: Refusal
    withdraw_refusal: Refusal
    is_rehearsed_here: bool  # made as a rehearsal of another briefing
    now: datetime

    @property
    def started(self) -> int:
        return sum(1 for row in self.rows if row.signed)


def show_page(db: Session, actor: Actor, slug: str) -> FactsPage:
    """Give the board to the presidency's desk, the facts to a seated delegation's."""
    if actor.presidency_id is not None:
        return board_page(db, actor, slug)
    briefing, _ = get_seat(db, actor, slug)
    facts = _facts(db, actor, briefing, list_seats(db, briefing.id), database_time(db))
    is_late = briefing.deadline is not None and facts["left"] is None
    return FactsPage(**facts, step=delegation_step(briefing.state, is_late=is_late))


def board_page(db: Session, actor: Actor, slug: str) -> BoardPage:
    briefing = get_presided(db, actor, slug)
    seats = list_seats(db, briefing.id)
    now = database_time(db)
    facts = _facts(db, actor, briefing, seats, now)
    place = (actor, briefing.presidency_id)
    hidden = permissions.watch_completeness(*place, briefing.attribution, briefing.state)
    signed = {} if hidden else _signed(db, briefing.id)
    is_late = briefing.deadline is not None and facts["left"] is None
    return BoardPage(
        **facts,
        step=presidency_step(briefing.state, is_late=is_late),
        rows=() if hidden else tuple(_row(seat, facts["questions"], signed) for seat in seats),
        hidden_because=hidden,
        close_refusal=permissions.close(*place, briefing.state),
        withdraw_refusal=permissions.withdraw_briefing(*place, briefing.state),
        is_rehearsed_here=(
            briefing.origin is Origin.REHEARSAL and db.get(Rehearsal, briefing.id) is not None
        ),
        now=now,
    )


def _facts(
    db: Session, actor: Actor, briefing: Briefing, seats: list[Seat], now: datetime
) -> dict[str, Any]:
    return {
        **head_of(actor, briefing),
        "presiding": _presiding(db, briefing, seats),
        "meeting_date": briefing.meeting_date,
        "briefers": tuple(briefing.briefers),
        "groups": tuple(group.names for group in list_groups(db, briefing.id)),
        "attribution": briefing.attribution,
        "deadline": briefing.deadline,
        "left": left_until(briefing.deadline, now) if briefing.deadline else None,
        "questions": tuple(list_questions(db, briefing.id)),
        "missions": tuple(list_missions(db, briefing.id)),
        "languages": tuple(briefing.languages),
        "withdrawn_because": _reason(db, briefing),
    }


def _presiding(db: Session, briefing: Briefing, seats: list[Seat]) -> Names | None:
    seated = next((seat.names for seat in seats if seat.code == briefing.presiding), None)
    return seated or db.scalar(
        select(Delegation.names).where(Delegation.code == briefing.presiding)
    )


def _reason(db: Session, briefing: Briefing) -> str | None:
    if briefing.state is not BriefingState.WITHDRAWN:
        return None
    detail = db.scalar(
        select(Event.detail)
        .where(Event.briefing_id == briefing.id, Event.act == "briefing.withdrawn")
        .order_by(Event.id.desc())
    )
    return detail["reason"] if detail else None


def _signed(db: Session, briefing_id: int) -> dict[tuple[int, int, bool], int]:
    """Count the cells whose last revision stands, by seat, question and whether in general."""
    general: ColumnElement[bool] = Position.mission == GENERAL
    counted = db.execute(
        select(Position.seat_id, Position.question_id, general, func.count())
        .join(Seat, Seat.id == Position.seat_id)
        .join(
            Revision,
            (Revision.position_id == Position.id) & (Revision.number == Position.latest),
        )
        .where(Seat.briefing_id == briefing_id, Revision.is_withdrawal.is_(False))
        .group_by(Position.seat_id, Position.question_id, general)
    )
    return {(seat, question, bool(whole)): count for seat, question, whole, count in counted}


def _row(
    seat: Seat, questions: tuple[Question, ...], signed: dict[tuple[int, int, bool], int]
) -> SeatRow:
    cells = tuple(
        Signed(
            signed.get((seat.id, question.id, False), 0),
            (seat.id, question.id, True) in signed,
        )
        for question in questions
    )
    return SeatRow(seat.code, seat.names, seat.standing, cells)
