"""Joint statements as one delegation may know them. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from app.db.models import (
    JointAnswer,
    JointInvitation,
    JointStatement,
    JointText,
    Question,
    Revision,
    Seat,
)
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.joint import is_of, mark_of
from app.domain.position import Cell, Statement
from app.features.positions.queries import Desk, get_desk

NO_STATEMENT = "There is no such joint statement."


class Answer(StrEnum):
    """How a delegation stands to a joint statement."""

    AWAITED = "awaited"
    AGAIN = "again"  # it answered an earlier text, or before the withdrawal
    ALIGNED = "aligned"
    DECLINED = "declined"


class Counted(StrEnum):
    """By what a delegation is counted in one cell of a joint statement."""

    JOINT = "joint"
    EARLIER = "earlier"  # an earlier text of the same statement
    OTHER = "other"  # another joint statement
    OWN = "own"  # its own text, which comes before any alignment
    NOTHING = "nothing"


@dataclass(frozen=True)
class Tabled:
    """A joint statement at the desk of a delegation that knows of it."""

    desk: Desk
    joint: JointStatement
    text: JointText  # the one that is asked about
    question: Question

    @property
    def is_ours(self) -> bool:
        return self.joint.seat_id == self.desk.seat.id

    @property
    def statement(self) -> Statement:
        return Statement(self.text.assessment, self.text.text, self.text.language)

    @property
    def mark(self) -> str:
        return mark_of(self.joint.reference, self.joint.latest)

    @property
    def cells(self) -> list[Cell]:
        return [Cell(self.question.number, mission) for mission in self.joint.missions]

    def counted(self, standing: Revision | None) -> Counted:
        """Tell by what the delegation is counted where this revision stands."""
        if standing is None:
            return Counted.NOTHING
        if standing.joint is None:
            return Counted.OWN
        if not is_of(standing.joint, self.joint.reference):
            return Counted.OTHER
        return Counted.JOINT if standing.joint == self.mark else Counted.EARLIER


def _known_to(desk: Desk) -> Select[JointStatement, JointText, Question]:
    """Select what this delegation tabled, and what it was named in: there is nothing else."""
    named = select(JointInvitation.joint_id).where(JointInvitation.seat_id == desk.seat.id)
    return (
        select(JointStatement, JointText, Question)
        .join(
            JointText,
            and_(
                JointText.joint_id == JointStatement.id, JointText.number == JointStatement.latest
            ),
        )
        .join(Question, Question.id == JointStatement.question_id)
        .where(
            JointStatement.briefing_id == desk.briefing.id,
            or_(JointStatement.seat_id == desk.seat.id, JointStatement.id.in_(named)),
        )
        .order_by(JointStatement.id)
    )


def get_tabled(db: Session, actor: Actor, slug: str, reference: str) -> Tabled:
    desk = get_desk(db, actor, slug)
    found = db.execute(_known_to(desk).where(JointStatement.reference == reference)).one_or_none()
    if found is None:
        raise NotFound(NO_STATEMENT)
    return Tabled(desk, *found)


def list_tabled(db: Session, desk: Desk) -> list[Tabled]:
    return [Tabled(desk, *row) for row in db.execute(_known_to(desk))]


def list_named(db: Session, joint: JointStatement) -> list[Seat]:
    return list(
        db.scalars(
            select(Seat)
            .join(JointInvitation, JointInvitation.seat_id == Seat.id)
            .where(JointInvitation.joint_id == joint.id)
            .order_by(Seat.place)
        )
    )


def answers_to(db: Session, joint: JointStatement) -> Mapping[int, Answer]:
    """Give the last answer of every seat that gave one, as it stands to the text asked about."""
    rows = db.scalars(
        select(JointAnswer).where(JointAnswer.joint_id == joint.id).order_by(JointAnswer.id)
    )
    return {row.seat_id: _as_it_stands(row, joint) for row in rows}


def _as_it_stands(row: JointAnswer, joint: JointStatement) -> Answer:
    if row.number != joint.latest and row.aligns:
        return Answer.AGAIN
    return Answer.ALIGNED if row.aligns else Answer.DECLINED
