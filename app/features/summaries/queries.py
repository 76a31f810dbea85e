"""What the summary pages show, and what a summary is compiled from. Reads only."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.data import reading_traps, state_names_for_reading
from app.data.adjectives import state_adjectives
from app.db.models import (
    Briefing,
    ConceptNote,
    Letter,
    Point,
    Position,
    Question,
    Revision,
    Seat,
)
from app.domain import position as rules
from app.domain import proceedings
from app.domain.note.state_names import StateNames
from app.domain.position import Cell, Statement
from app.domain.proceedings import Proceedings
from app.domain.state_words import StateWords
from app.features.briefings.queries import (
    group_of,
    list_groups,
    list_missions,
    list_questions,
    list_seats,
    question_of,
)
from app.features.summaries.whose_letter import letter_of, whose_letter

SIGNED = (
    *(Revision.id, Seat.code, Question.number, Position.mission),
    *(Revision.assessment, Revision.text, Revision.language, Revision.hash, Revision.salt),
    *(Revision.attribution, Revision.quotable, Revision.source, Revision.late),
    *(Revision.joint, Revision.cuts_by),
)
LAST_FIELDS = ("attribution", "quotable", "source", "late", "joint", "cuts_by")  # of a position


def proceedings_of(db: Session, briefing: Briefing, cell: Cell | None = None) -> Proceedings:
    """Gather what a summary is compiled from, with the positions of one cell or of all.

    Seven queries at any size.
    """
    note, row = _note_and_letter(db, briefing)
    seats = list_seats(db, briefing.id)
    return Proceedings(
        slug=briefing.slug,
        title=briefing.title,
        meeting_date=briefing.meeting_date,
        presidency=briefing.presiding,
        attribution=briefing.attribution,
        languages=tuple(briefing.languages),
        seats=tuple(proceedings.Seat(seat.code, seat.names, seat.standing) for seat in seats),
        missions=tuple(
            proceedings.Mission(mission.acronym, mission.names, mission.mandate_expires)
            for mission in list_missions(db, briefing.id)
        ),
        questions=tuple(question_of(row) for row in list_questions(db, briefing.id)),
        positions=tuple(_positions(db, briefing, cell)),
        origin=briefing.origin,
        briefers=tuple(briefing.briefers),
        seed=briefing.seed,
        references=tuple(note["references"]) if note else (),
        groups=tuple(group_of(row) for row in list_groups(db, briefing.id)),
        states=known_states(),
        letter=letter_of(row, whose_letter(briefing, seats)) if row else None,
        symbol=briefing.symbol,
    )


@cache
def known_states() -> StateWords:
    """Give what names a State, which narrative may not."""
    names = StateNames(state_names_for_reading(), reading_traps().phrases)
    return StateWords(names, state_adjectives())


def _note_and_letter(
    db: Session, briefing: Briefing
) -> tuple[dict[str, Any] | None, Letter | None]:
    note, letter = db.execute(
        select(ConceptNote.corrected, Letter)
        .select_from(Briefing)
        .outerjoin(ConceptNote, ConceptNote.briefing_id == Briefing.id)
        .outerjoin(Letter, Letter.briefing_id == Briefing.id)
        .where(Briefing.id == briefing.id)
    ).one()
    return note, letter


def signed_revisions(briefing: Briefing) -> Select[int]:
    """Select every statement ever signed, those restated or withdrawn since among them."""
    return (
        select(Revision.id)
        .join(Position, Position.id == Revision.position_id)
        .join(Question, Question.id == Position.question_id)
        .join(Seat, Seat.id == Position.seat_id)
        .where(Seat.briefing_id == briefing.id, Revision.is_withdrawal.is_(False))
    )


def standing_revisions(briefing: Briefing) -> Select[int]:
    """Select the revision that counts of every position: the last, unless it withdrew."""
    return signed_revisions(briefing).where(Revision.number == Position.latest)


def _positions(
    db: Session, briefing: Briefing, cell: Cell | None
) -> Iterator[proceedings.Position]:
    standing = standing_revisions(briefing)
    if cell is not None:
        here = Question.number == cell.question, Position.mission == cell.mission
        standing = standing.where(*here)
    points = points_by_revision(db, standing)
    rows = db.execute(
        standing.with_only_columns(*SIGNED).order_by(Question.number, Position.mission, Seat.place)
    )
    for row, member, number, mission, assessment, text, language, digest, salt, *rest in rows:
        yield proceedings.Position(
            member=member,
            cell=Cell(number, mission),
            statement=Statement(assessment, text, language),
            hash=digest,
            salt=salt,
            points=tuple(points.get(row, ())),
            **dict(zip(LAST_FIELDS, rest, strict=True)),
        )


def points_by_revision(db: Session, revisions: Select[int]) -> dict[int, list[rules.Point]]:
    points: dict[int, list[rules.Point]] = defaultdict(list)
    for revision, start, end, kind in db.execute(
        select(Point.revision_id, Point.start, Point.end, Point.kind)
        .where(Point.revision_id.in_(revisions))
        .order_by(Point.revision_id, Point.start)
    ):
        points[revision].append(rules.Point(start, end, kind))
    return points


def count_points(db: Session, briefing: Briefing) -> list[tuple[Cell, str, int, str | None]]:
    """Give cell, hash, number of points and joint text of every standing revision with points."""
    rows = db.execute(
        standing_revisions(briefing)
        .join(Point, Point.revision_id == Revision.id)
        .with_only_columns(
            Question.number,
            Position.mission,
            Revision.hash,
            func.count(Point.id),
            Revision.joint,
        )
        .group_by(Question.number, Position.mission, Revision.hash, Revision.joint, Seat.place)
        .order_by(Question.number, Position.mission, Seat.place)
    )
    return [
        (Cell(number, mission), mark, points, joint)
        for number, mission, mark, points, joint in rows
    ]
