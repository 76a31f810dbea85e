"""What a delegation's desk holds. Reads only, and never beyond one's own seat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session, aliased

from app.db.models import Briefing, Draft, Mission, Position, Question, Revision, Seat
from app.db.session import database_time
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.lifecycle import Origin
from app.domain.permissions import Door
from app.domain.position import GENERAL, Cell
from app.domain.proceedings import Names
from app.features.admissions.queries import door_of
from app.features.briefings.queries import get_seat, list_missions, list_questions
from app.features.positions.cells import Held

NO_CELL = "There is no such question."


@dataclass(frozen=True)
class Desk:
    """One delegation's place in one briefing, at one moment of the database's clock."""

    briefing: Briefing
    seat: Seat
    questions: Sequence[Question]
    missions: Sequence[Mission]
    door: Door

    @property
    def cells(self) -> list[Cell]:
        """Every cell in the order one works through them: by question, the general one last."""
        codes = [*(mission.acronym for mission in self.missions), GENERAL]
        return [Cell(question.number, code) for question in self.questions for code in codes]

    @property
    def asked(self) -> list[Cell]:
        """The cells that wait for an answer; general ones only where there are no missions."""
        return [cell for cell in self.cells if cell.mission != GENERAL or not self.missions]

    def question(self, number: int) -> Question:
        found = next((each for each in self.questions if each.number == number), None)
        if found is None:
            raise NotFound(NO_CELL)
        return found

    def mission(self, acronym: str) -> Mission | None:
        """Give the mission of a cell; None where the cell is general."""
        if acronym == GENERAL:
            return None
        found = next((each for each in self.missions if each.acronym == acronym), None)
        if found is None:
            raise NotFound(NO_CELL)
        return found

    def drafting_refusal(self, actor: Actor, held: Held | None = None) -> permissions.Refusal:
        """Say why nothing is written in a cell where this is held; without it, in new ones."""
        return permissions.draft_position(actor, self.door, on_record=_is_on_record(held))

    def signing_refusal(self, actor: Actor, held: Held | None = None) -> permissions.Refusal:
        return permissions.sign_position(actor, self.door, on_record=_is_on_record(held))


@dataclass(frozen=True)
class Heading:
    """What stands at the head of every page of the desk."""

    slug: str
    title: Names
    desk: Names
    origin: Origin
    deadline: datetime | None
    left: timedelta | None  # None once the deadline has passed, or where there is none
    door: Door


@dataclass(frozen=True)
class Assessment:
    """A chosen value; ``label`` is None for a code that every scale has."""

    code: str
    label: Names | None


def get_desk(db: Session, actor: Actor, slug: str) -> Desk:
    briefing, seat = get_seat(db, actor, slug)
    questions = list_questions(db, briefing.id)
    missions = list_missions(db, briefing.id)
    return Desk(briefing, seat, questions, missions, door_of(db, briefing, seat, database_time(db)))


def _is_on_record(held: Held | None) -> bool:
    return held is not None and held.standing is not None


def heading_of(desk: Desk) -> Heading:
    deadline, door = desk.briefing.deadline, desk.door
    return Heading(
        slug=desk.briefing.slug,
        title=desk.briefing.title,
        desk=desk.seat.names,
        origin=desk.briefing.origin,
        deadline=deadline,
        left=deadline - door.moment if deadline and not door.past_deadline else None,
        door=door,
    )


@cache
def _held() -> Select[Position, int, Draft, Revision, Revision]:
    """Put the question together once: that takes as long as having it answered."""
    last, before = aliased(Revision), aliased(Revision)
    of_position = Position.id
    return (
        select(Position, Question.number, Draft, last, before)
        .join(Question, Question.id == Position.question_id)
        .outerjoin(Draft, Draft.position_id == of_position)
        .outerjoin(last, and_(last.position_id == of_position, last.number == Position.latest))
        .outerjoin(
            before, and_(before.position_id == of_position, before.number == Position.latest - 1)
        )
    )


def list_held(db: Session, seat_id: int) -> dict[Cell, Held]:
    """Give what one seat holds, cell by cell; cells never begun are left out."""
    rows = db.execute(_held().where(Position.seat_id == seat_id))
    return {
        Cell(number, position.mission): Held(position, draft, last, before)
        for position, number, draft, last, before in rows
    }


def get_held(db: Session, seat_id: int, cell: Cell) -> Held:
    """Give what one seat holds in a cell, which may be nothing yet."""
    found = db.execute(
        _held().where(
            Position.seat_id == seat_id,
            Question.number == cell.question,
            Position.mission == cell.mission,
        )
    ).one_or_none()
    if found is None:
        return Held()
    position, _, draft, last, before = found
    return Held(position, draft, last, before)


def assessment_of(code: str | None, question: Question) -> Assessment | None:
    if code is None:
        return None
    label = next((value["label"] for value in question.scale if value["code"] == code), None)
    return Assessment(code, label)
