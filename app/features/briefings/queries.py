"""What the briefing pages show. Reads only."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Mission, NamedGroup, Question, Seat
from app.domain import proceedings
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.lifecycle import BriefingState
from app.domain.permissions import presides

NO_BRIEFING = "There is no such briefing."


def get_briefing(db: Session, slug: str) -> Briefing:
    """Give a briefing whoever asks: for operators, and for what is checked elsewhere."""
    briefing = db.scalar(select(Briefing).where(Briefing.slug == slug))
    if briefing is None:
        raise NotFound(NO_BRIEFING)
    return briefing


def get_seat(db: Session, actor: Actor, slug: str) -> tuple[Briefing, Seat]:
    """Give the actor's own seat in a briefing that has been opened; else there is none."""
    found = db.execute(
        select(Briefing, Seat)
        .join(Seat, Seat.briefing_id == Briefing.id)
        .where(
            Briefing.slug == slug,
            Seat.delegation_id == actor.delegation_id,
            Briefing.state != BriefingState.DRAFT,
        )
    ).one_or_none()
    if found is None:
        raise NotFound(NO_BRIEFING)
    briefing, seat = found
    return briefing, seat


def get_presided(db: Session, actor: Actor, slug: str) -> Briefing:
    """Give a briefing to its own presidency; for anybody else there is none."""
    briefing = get_briefing(db, slug)
    if not presides(actor, briefing.presidency_id):
        raise NotFound(NO_BRIEFING)
    return briefing


def list_seats(db: Session, briefing_id: int) -> list[Seat]:
    return list(
        db.scalars(select(Seat).where(Seat.briefing_id == briefing_id).order_by(Seat.place))
    )


def list_missions(db: Session, briefing_id: int) -> list[Mission]:
    return list(
        db.scalars(
            select(Mission).where(Mission.briefing_id == briefing_id).order_by(Mission.place)
        )
    )


def list_groups(db: Session, briefing_id: int) -> list[NamedGroup]:
    return list(
        db.scalars(
            select(NamedGroup)
            .where(NamedGroup.briefing_id == briefing_id)
            .order_by(NamedGroup.place)
        )
    )


def list_questions(db: Session, briefing_id: int) -> list[Question]:
    return list(
        db.scalars(
            select(Question).where(Question.briefing_id == briefing_id).order_by(Question.number)
        )
    )


def get_question(db: Session, briefing_id: int, number: int) -> Question:
    question = db.scalar(
        select(Question).where(Question.briefing_id == briefing_id, Question.number == number)
    )
    if question is None:
        raise NotFound("There is no such question.")
    return question


def question_of(row: Question) -> proceedings.Question:
    """Give the rules their own form of a question."""
    return proceedings.Question(
        row.number,
        row.text,
        tuple(proceedings.ScaleValue(value["code"], value["label"]) for value in row.scale),
        row.original,
    )


def seat_of(row: Seat) -> proceedings.Seat:
    return proceedings.Seat(row.code, row.names, row.standing)


def group_of(row: NamedGroup) -> proceedings.NamedGroup:
    return proceedings.NamedGroup(row.code, row.names, tuple(row.members), row.source, row.as_of)


def mission_of(row: Mission) -> proceedings.Mission:
    return proceedings.Mission(row.acronym, row.names, row.mandate_expires)
