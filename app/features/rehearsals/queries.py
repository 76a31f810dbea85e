"""What the pages of the rehearsal room show. Reads only."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Position, Rehearsal, Seat
from app.db.session import database_time
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.lifecycle import BriefingState
from app.domain.permissions import Refusal
from app.domain.proceedings import Names
from app.domain.silence import is_in_time
from app.features.briefings.pages import BriefingPage, head_of
from app.features.briefings.queries import NO_BRIEFING, get_presided, list_seats
from app.features.summaries.desk import latest_circulation


class Step(StrEnum):
    """What is rehearsed next."""

    ANSWER = "answer"
    CLOSE = "close"
    DRAFT = "draft"
    CHECK = "check"
    REPLY = "reply"
    ISSUE = "issue"
    DONE = "done"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Line:
    slug: str
    title: Names
    seed: str
    state: BriefingState
    begun_at: datetime


@dataclass(frozen=True)
class NewPage(BriefingPage):
    """Where a rehearsal of a briefing is begun, and those there are (rehearsals/new.html)."""

    rehearsals: tuple[Line, ...]
    beginning: Refusal


@dataclass(frozen=True)
class RehearsalPage(BriefingPage):
    """A rehearsal's steps, the next of them to be taken (rehearsals/show.html)."""

    source: tuple[str, Names]  # slug and title of the briefing it was made from
    seed: str
    step: Step
    seats: int
    positions: int
    may_check: bool
    may_end: bool


def get_rehearsal(db: Session, actor: Actor, slug: str) -> tuple[Briefing, Rehearsal]:
    """Give a rehearsal made here to its presidency; no other briefing is one."""
    briefing = get_presided(db, actor, slug)
    rehearsal = db.get(Rehearsal, briefing.id)
    if rehearsal is None:
        raise NotFound(NO_BRIEFING)
    return briefing, rehearsal


def new_page(db: Session, actor: Actor, slug: str) -> NewPage:
    briefing = get_presided(db, actor, slug)
    rows = db.scalars(
        select(Briefing)
        .join(Rehearsal, Rehearsal.briefing_id == Briefing.id)
        .where(Rehearsal.source_id == briefing.id)
        .order_by(Briefing.id.desc())
    )
    return NewPage(
        **head_of(actor, briefing),
        rehearsals=tuple(
            Line(row.slug, row.title, row.seed, row.state, row.created_at) for row in rows
        ),
        beginning=permissions.rehearse(actor, briefing.presidency_id, briefing.origin),
    )


def rehearsal_page(db: Session, actor: Actor, slug: str) -> RehearsalPage:
    briefing, rehearsal = get_rehearsal(db, actor, slug)
    source = db.get_one(Briefing, rehearsal.source_id)
    draft = latest_circulation(db, briefing.id)
    running = (
        draft is not None
        and briefing.state is BriefingState.CIRCULATED
        and is_in_time(database_time(db), draft.deadline)
    )
    checked = draft is not None and rehearsal.checked == draft.number
    return RehearsalPage(
        **head_of(actor, briefing),
        source=(source.slug, source.title or {"en": source.slug}),
        seed=briefing.seed,
        step=_step(briefing.state, rehearsal, is_checked=checked, is_running=running),
        seats=len(list_seats(db, briefing.id)),
        positions=_count_positions(db, briefing),
        may_check=running and not checked,
        may_end=running,
    )


def _step(
    state: BriefingState, rehearsal: Rehearsal, *, is_checked: bool, is_running: bool
) -> Step:
    if state is BriefingState.OPEN:
        return Step.ANSWER if rehearsal.answered_at is None else Step.CLOSE
    if state is BriefingState.CIRCULATED:
        if not is_running:
            return Step.ISSUE
        return Step.REPLY if is_checked else Step.CHECK
    ends = {BriefingState.CLOSED: Step.DRAFT, BriefingState.WITHDRAWN: Step.WITHDRAWN}
    return ends.get(state, Step.DONE)


def _count_positions(db: Session, briefing: Briefing) -> int:
    counted = select(func.count(Position.id)).join(Seat, Seat.id == Position.seat_id)
    return db.scalar(counted.where(Seat.briefing_id == briefing.id)) or 0
