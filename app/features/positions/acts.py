"""Who acts at which desk, when; and how a transaction of the desk begins."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Select, and_, bindparam, select
from sqlalchemy.orm import Session, aliased, defer, load_only

from app.db.models import Briefing, Draft, Event, Mission, Position, Question, Revision, Seat
from app.db.session import moment_column
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.lifecycle import BriefingState
from app.domain.position import GENERAL, Cell
from app.features.admissions.queries import door_of
from app.features.positions.cells import Held, Place
from app.features.positions.queries import NO_CELL, Desk, get_desk
from app.features.standing.queries import hold

Found = tuple[
    Briefing,
    Seat,
    Question,
    Mission | None,
    datetime,
    Position | None,
    Draft | None,
    Revision | None,
    Revision | None,
]


# What no save needs, above all words in six languages: whoever asks for it reads it then. Nothing
# of the draft: to read that late would write it before all of it is known.
_UNREAD = tuple(
    defer(each)
    for each in (
        *(Briefing.title, Briefing.briefers, Briefing.meeting_date, Briefing.languages),
        *(Briefing.seed, Briefing.created_at, Briefing.opened_at, Briefing.closed_at),
        Briefing.symbol,
        *(Seat.names, Seat.standing, Seat.place, Seat.briefing_id),
        *(Question.text, Question.prompts, Question.original, Question.briefing_id),
        *(Mission.names, Mission.mandate_expires, Mission.place, Mission.briefing_id),
    )
)


@dataclass(frozen=True)
class Act:
    """Who acts at which desk, and when."""

    actor: Actor
    desk: Desk
    at: datetime

    @property
    def briefing(self) -> Briefing:
        return self.desk.briefing

    @property
    def seat(self) -> Seat:
        return self.desk.seat

    def event(self, act: str, cell: Cell, **more: int) -> Event:
        return Event.of(
            self.actor,
            act,
            at=self.at,
            briefing_id=self.briefing.id,
            delegation_id=self.seat.delegation_id,
            question=cell.question,
            mission=cell.mission,
            **more,
        )


def begin(db: Session, actor: Actor, slug: str, at: datetime) -> Act:
    """Hold the briefing still, so that nothing is written once it has been closed."""
    db.execute(select(Briefing.id).where(Briefing.slug == slug).with_for_update(read=True))
    hold(db, actor)
    return Act(actor, get_desk(db, actor, slug), at)


def begin_in_cell(db: Session, actor: Actor, place: Place, at: datetime) -> tuple[Act, Held]:
    """Hold the briefing still and read one cell, all in one query: saving asks it every second.

    The desk knows of no other question and mission than the cell's.
    """
    where = {"slug": place.slug, "delegation": actor.delegation_id}
    where |= {"question": place.cell.question, "mission": place.cell.mission}
    found = db.execute(_cell(db.get_bind().dialect.name), where).one_or_none()
    if found is None or (found[3] is None and place.cell.mission != GENERAL):
        raise NotFound(NO_CELL)
    hold(db, actor)
    briefing, seat, question, mission, moment, position, draft, signed, withdrawn = found
    door = door_of(db, briefing, seat, moment)
    desk = Desk(briefing, seat, [question], [mission] if mission else [], door)
    return Act(actor, desk, at), Held(position, draft, signed, withdrawn)


@cache
def _cell(engine: str) -> Select[*Found]:
    """Build the query once for each kind of database: to build it takes longer than to ask it."""
    moment = moment_column(engine)
    last, before = aliased(Revision), aliased(Revision)
    return (
        select(Briefing, Seat, Question, Mission, moment, Position, Draft, last, before)
        .join(Seat, Seat.briefing_id == Briefing.id)
        .join(Question, Question.briefing_id == Briefing.id)
        .outerjoin(
            Mission,
            and_(Mission.briefing_id == Briefing.id, Mission.acronym == bindparam("mission")),
        )
        .outerjoin(
            Position,
            and_(
                Position.seat_id == Seat.id,
                Position.question_id == Question.id,
                Position.mission == bindparam("mission"),
            ),
        )
        .outerjoin(Draft, Draft.position_id == Position.id)
        .outerjoin(last, and_(last.position_id == Position.id, last.number == Position.latest))
        .outerjoin(
            before, and_(before.position_id == Position.id, before.number == Position.latest - 1)
        )
        .where(
            Briefing.slug == bindparam("slug"),
            Briefing.state != BriefingState.DRAFT,
            Seat.delegation_id == bindparam("delegation"),
            Question.number == bindparam("question"),
        )
        .options(
            *_UNREAD,
            *(defer(last.source), defer(last.late), defer(last.joint)),
            load_only(
                before.assessment, before.text, before.language, before.attribution, before.quotable
            ),
        )
        .with_for_update(read=True, of=Briefing)
    )
