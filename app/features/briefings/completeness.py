"""How much each delegation has signed, for the presidency: never what, never a draft, never when.

What is shown is one frozen object, and its tag a hash of that object: an open page that asks again
learns from the answer, from its length and from its tag exactly what it would see, and no more.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlencode

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from app.db.models import Briefing, Event, Mission, NamedGroup, Position, Question, Revision, Seat
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.attribution import Attribution
from app.domain.lifecycle import BriefingState
from app.domain.occasions import may_remind
from app.domain.permissions import Refusal
from app.domain.position import GENERAL
from app.domain.proceedings import Names, Standing

REMINDED = "briefing.reminded"  # the act in the log; of one delegation, or of none in particular


class Progress(StrEnum):
    """How far a delegation has come, as the presidency may know it."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


@dataclass(frozen=True)
class Shown:
    """Which rows of the board are asked for, as the address says."""

    status: str = ""
    group: str = ""

    @property
    def query(self) -> str:
        asked = {"status": self.status, "group": self.group}
        known = {name: value for name, value in asked.items() if value}
        return f"?{urlencode(known)}" if known else ""


EVERY_ROW = Shown()


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
    signed: int  # of the cells asked for
    of: int
    reminded_at: datetime | None
    may_remind: bool  # something is left, and it was not reminded of late

    @property
    def progress(self) -> Progress:
        if self.signed >= self.of:
            return Progress.ALL
        begun = any(cell.missions or cell.in_general for cell in self.cells)
        return Progress.SOME if begun else Progress.NONE


@dataclass(frozen=True)
class Board:
    """What the presidency sees of its delegations' progress, in seating order."""

    slug: str
    shown: Shown
    hidden_because: Refusal
    leaves_out: bool  # what was signed as non-attributed, whether there is any or not
    is_live: bool  # an open page asks for it again
    questions: tuple[int, ...]
    missions: int
    groups: tuple[tuple[str, Names], ...]  # declared ones, by code
    rows: tuple[SeatRow, ...]  # those asked for
    all: int
    started: int
    signed: int
    of: int
    reminding: Refusal  # why nobody can be reminded
    may_remind: bool  # somebody with something left
    reminded_at: datetime | None  # all at once, where it is not shown who is behind

    def tag(self, language: str) -> str:
        return hashlib.sha256(f"{language}\0{self!r}".encode()).hexdigest()


@dataclass(frozen=True)
class Lists:
    """What a board is drawn up from; each seat with when the presidency last reminded it."""

    seats: Sequence[tuple[Seat, datetime | None]]
    questions: Sequence[Question]
    missions: Sequence[Mission]
    groups: Sequence[NamedGroup]

    @property
    def asked(self) -> int:
        """Count the cells asked of each delegation: general ones only where nothing else is."""
        return len(self.questions) * (len(self.missions) or 1)


def list_reminded_seats(db: Session, briefing_id: int) -> list[tuple[Seat, datetime | None]]:
    last = (
        select(Event.delegation_id, func.max(Event.at).label("at"))
        .where(Event.briefing_id == briefing_id, Event.act == REMINDED)
        .group_by(Event.delegation_id)
        .subquery()
    )
    rows = db.execute(
        select(Seat, last.c.at)
        .outerjoin(last, last.c.delegation_id == Seat.delegation_id)
        .where(Seat.briefing_id == briefing_id)
        .order_by(Seat.place)
    )
    return [(seat, at) for seat, at in rows]


def board_of(
    db: Session,
    actor: Actor,
    briefing: Briefing,
    lists: Lists,
    shown: Shown,
    *,
    now: datetime,
    mails: bool,
) -> Board:
    hidden = permissions.watch_completeness(
        actor, briefing.presidency_id, briefing.attribution, briefing.state
    )
    told = last_told_all(db, briefing.id) if hidden else None
    every = permissions.watch_every_position(briefing.state)
    rows = [] if hidden else list(_rows(lists, _count_signed(db, briefing.id, every=every), now))
    members = {group.code: frozenset(group.members) for group in lists.groups}
    return Board(
        slug=briefing.slug,
        shown=shown,
        hidden_because=hidden,
        leaves_out=not every,
        is_live=not hidden and briefing.state is BriefingState.OPEN,
        questions=tuple(question.number for question in lists.questions),
        missions=len(lists.missions),
        groups=tuple((group.code, group.names) for group in lists.groups),
        rows=tuple(row for row in rows if _is_asked_for(row, shown, members)),
        all=len(rows),
        started=sum(row.progress is not Progress.NONE for row in rows),
        signed=sum(row.signed for row in rows),
        of=lists.asked * len(rows),
        reminding=reminding_refusal(actor, briefing, now=now, mails=mails),
        may_remind=may_remind(told, now) if hidden else any(row.may_remind for row in rows),
        reminded_at=told,
    )


def reminding_refusal(actor: Actor, briefing: Briefing, *, now: datetime, mails: bool) -> Refusal:
    """Say why the presidency cannot remind anybody now."""
    over = briefing.deadline is not None and now >= briefing.deadline
    refusal = permissions.remind(actor, briefing.presidency_id, briefing.state, past_deadline=over)
    if refusal is None and briefing.origin.marking:
        return "Nobody is written to about a rehearsal or a demonstration."
    if refusal is None and not mails:
        return "No mail is sent from here; the Secretariat can turn it on."
    return refusal


def last_told_all(db: Session, briefing_id: int) -> datetime | None:
    """Give when everybody was last reminded at once, without a word on whom it concerned."""
    return db.scalar(
        select(func.max(Event.at)).where(
            Event.briefing_id == briefing_id,
            Event.act == REMINDED,
            Event.delegation_id.is_(None),
        )
    )


def _count_signed(
    db: Session, briefing_id: int, *, every: bool
) -> dict[tuple[int, int, bool], int]:
    """Count the cells whose last revision stands, by seat, question and whether in general.

    Unless ``every`` is counted, a position stays as it stood before its owner first had it
    non-attributed: no number moves with that signature, nor with any after it.
    """
    general: ColumnElement[bool] = Position.mission == GENERAL
    last = Position.latest if every else _last_shown()
    counted = db.execute(
        select(Position.seat_id, Position.question_id, general, func.count())
        .join(Seat, Seat.id == Position.seat_id)
        .join(
            Revision,
            (Revision.position_id == Position.id) & (Revision.number == last),
        )
        .where(Seat.briefing_id == briefing_id, Revision.is_withdrawal.is_(False))
        .group_by(Position.seat_id, Position.question_id, general)
    )
    return {(seat, question, bool(whole)): count for seat, question, whole, count in counted}


def _last_shown() -> ColumnElement[int]:
    """Give the number of the last revision before any that is non-attributed; 0 is none."""
    kept = aliased(Revision)
    first = select(func.min(kept.number)).where(
        kept.position_id == Position.id, kept.attribution == Attribution.NON_ATTRIBUTED
    )
    return func.coalesce(first.correlate(Position).scalar_subquery() - 1, Position.latest)


def _rows(
    lists: Lists, signed: dict[tuple[int, int, bool], int], now: datetime
) -> Iterator[SeatRow]:
    in_general = not lists.missions
    for seat, reminded_at in lists.seats:
        cells = tuple(
            Signed(
                signed.get((seat.id, question.id, False), 0),
                (seat.id, question.id, True) in signed,
            )
            for question in lists.questions
        )
        done = sum(cell.in_general if in_general else cell.missions for cell in cells)
        left = done < lists.asked and may_remind(reminded_at, now)
        heading = (seat.code, seat.names, seat.standing)
        yield SeatRow(*heading, cells, done, lists.asked, reminded_at, left)


def _is_asked_for(row: SeatRow, shown: Shown, members: Mapping[str, frozenset[str]]) -> bool:
    if shown.status and row.progress != shown.status:
        return False
    return not shown.group or row.code in members.get(shown.group, frozenset())
