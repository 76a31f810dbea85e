"""What one briefing shows: its board to the presidency, its facts to a delegation. Reads only."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Delegation, Event, Mission, Question, Rehearsal, Seat
from app.db.session import database_time, moment_column
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.attribution import Attribution
from app.domain.lifecycle import BriefingState
from app.domain.permissions import Refusal
from app.domain.proceedings import Names
from app.domain.scripts import language_by_letters
from app.domain.wall_time import left_until
from app.features.briefings.completeness import (
    EVERY_ROW,
    Board,
    Lists,
    Shown,
    board_of,
    list_reminded_seats,
)
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
)


@dataclass(frozen=True)
class FactsPage(BriefingPage):
    """What a briefing is about, for a delegation seated in it (briefings/facts.html)."""

    template: ClassVar[str] = "briefings/facts.html"

    presiding: Names | None
    meeting_date: date | None
    briefers: tuple[Names, ...]  # each in the one language its letters tell
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

    board: Board
    close_refusal: Refusal
    withdraw_refusal: Refusal
    is_rehearsed_here: bool  # made as a rehearsal of another briefing
    now: datetime


@dataclass(frozen=True)
class WatchPage:
    """The board alone, as an open page asks for it again and again (briefings/_board.html)."""

    board: Board


def show_page(
    db: Session, actor: Actor, slug: str, shown: Shown = EVERY_ROW, *, mails: bool = True
) -> FactsPage:
    """Give the board to the presidency's desk, the facts to a seated delegation's."""
    if actor.presidency_id is not None:
        return board_page(db, actor, slug, shown, mails=mails)
    briefing, _ = get_seat(db, actor, slug)
    facts = _facts(db, actor, briefing, _lists(db, briefing), database_time(db))
    is_late = briefing.deadline is not None and facts["left"] is None
    return FactsPage(**facts, step=delegation_step(briefing.state, is_late=is_late))


def board_page(
    db: Session, actor: Actor, slug: str, shown: Shown = EVERY_ROW, *, mails: bool = True
) -> BoardPage:
    """Give the whole page of the presidency; ``mails`` tells whether any are sent from here."""
    briefing = get_presided(db, actor, slug)
    lists, (now, is_rehearsed_here) = _lists(db, briefing), _now_and_whether_rehearsed(db, briefing)
    facts = _facts(db, actor, briefing, lists, now)
    place = (actor, briefing.presidency_id)
    is_late = briefing.deadline is not None and facts["left"] is None
    return BoardPage(
        **facts,
        step=presidency_step(briefing.state, is_late=is_late),
        board=board_of(db, actor, briefing, lists, shown, now=now, mails=mails),
        close_refusal=permissions.close(*place, briefing.state),
        withdraw_refusal=permissions.withdraw_briefing(*place, briefing.state),
        is_rehearsed_here=is_rehearsed_here,
        now=now,
    )


def watch_page(db: Session, actor: Actor, slug: str, shown: Shown, *, mails: bool) -> WatchPage:
    """Give the board alone, to its own presidency."""
    briefing = get_presided(db, actor, slug)
    return WatchPage(draw_board(db, actor, briefing, shown, mails=mails))


def draw_board(
    db: Session, actor: Actor, briefing: Briefing, shown: Shown = EVERY_ROW, *, mails: bool
) -> Board:
    lists, now = _lists(db, briefing), database_time(db)
    return board_of(db, actor, briefing, lists, shown, now=now, mails=mails)


def _now_and_whether_rehearsed(db: Session, briefing: Briefing) -> tuple[datetime, bool]:
    """Ask for both at once: the page is drawn from eight queries at most."""
    clock = moment_column(db.get_bind().dialect.name)
    mine = exists().where(Rehearsal.briefing_id == briefing.id)
    now, is_rehearsed = db.execute(select(clock, mine)).one()
    return now, is_rehearsed


def _lists(db: Session, briefing: Briefing) -> Lists:
    return Lists(
        list_reminded_seats(db, briefing.id),
        list_questions(db, briefing.id),
        list_missions(db, briefing.id),
        list_groups(db, briefing.id),
    )


def _facts(
    db: Session, actor: Actor, briefing: Briefing, lists: Lists, now: datetime
) -> dict[str, Any]:
    return {
        **head_of(actor, briefing),
        "presiding": _presiding(db, briefing, [seat for seat, _ in lists.seats]),
        "meeting_date": briefing.meeting_date,
        "briefers": tuple({language_by_letters(name): name} for name in briefing.briefers),
        "groups": tuple(group.names for group in lists.groups),
        "attribution": briefing.attribution,
        "deadline": briefing.deadline,
        "left": left_until(briefing.deadline, now) if briefing.deadline else None,
        "questions": tuple(lists.questions),
        "missions": tuple(lists.missions),
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
