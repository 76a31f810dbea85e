"""What the summary pages show, and what a summary is compiled from. Reads only."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import Session, aliased

from app.db.models import (
    Briefing,
    Circulation,
    ConceptNote,
    GroupingAct,
    Letter,
    NotReflected,
    Point,
    Position,
    Question,
    Reflection,
    ReplyGiven,
    Revision,
    Seat,
    SentenceEdit,
    SentenceRank,
    Wording,
)
from app.domain import grouping, proceedings
from app.domain import position as rules
from app.domain.bands import Seen
from app.domain.drafting import Drafting, Edit
from app.domain.grouping import replay
from app.domain.mirror import Effect, Verdict
from app.domain.position import Cell, Statement
from app.domain.proceedings import Proceedings
from app.domain.summary import register_key
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
        letter=letter_of(row, whose_letter(briefing, seats)) if row else None,
        symbol=briefing.symbol,
    )


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


def standing_revisions(briefing: Briefing) -> Select[int]:
    """Select the revision that counts of every position: the last, unless it withdrew."""
    return (
        select(Revision.id)
        .join(Position, Position.id == Revision.position_id)
        .join(Question, Question.id == Position.question_id)
        .join(Seat, Seat.id == Position.seat_id)
        .where(
            Seat.briefing_id == briefing.id,
            Revision.number == Position.latest,
            Revision.is_withdrawal.is_(False),
        )
    )


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


def drafting_of(db: Session, briefing: Briefing) -> Drafting:
    """Give what the presidency decided about the summary so far."""
    mine = briefing.id
    return Drafting(
        not_reflected={
            row.revision: row.reason
            for row in db.scalars(
                select(NotReflected)
                .where(NotReflected.briefing_id == mine)
                .order_by(NotReflected.revision)
            )
        },
        grouping=replay(grouping_acts(db, briefing)),
        wordings={
            (row.language, row.key): Edit(row.text, row.basis, row.beside)
            for row in db.scalars(
                select(Wording).where(Wording.briefing_id == mine).order_by(Wording.id)
            )
        },
        edits={
            (row.language, row.key): Edit(row.text, row.basis)
            for row in db.scalars(select(SentenceEdit).where(SentenceEdit.briefing_id == mine))
        },
        ranks={
            row.key: row.rank
            for row in db.scalars(select(SentenceRank).where(SentenceRank.briefing_id == mine))
        },
        seen=_seen(db, mine),
        contested=_contested(db, mine),
    )


def _contested(db: Session, briefing_id: int) -> frozenset[tuple[str, str, str]]:
    """Give the words that their own delegation does not recognise and nobody has answered."""
    last = (
        select(func.max(Reflection.id))
        .where(Reflection.briefing_id == briefing_id)
        .group_by(Reflection.seat_id, Reflection.key)
    )
    # Once answered, the same words are not held up again: nobody has a veto.
    same = aliased(Reflection)
    answered = exists().where(
        ReplyGiven.reflection_id == same.id,
        *(
            getattr(same, name) == getattr(Reflection, name)
            for name in ("briefing_id", "seat_id", "language", "key", "said")
        ),
    )
    rows = db.execute(
        select(Reflection.language, Reflection.key, Reflection.said).where(
            Reflection.id.in_(last),
            Reflection.verdict == Verdict.NOT_OURS,
            Reflection.effect == Effect.CONTESTS,
            ~answered,
        )
    )
    return frozenset((language, register_key(key), said) for language, key, said in rows)


def _seen(db: Session, briefing_id: int) -> dict[str, Seen]:
    """Give the bands of the draft delegations read last; what is issued is that draft."""
    bands = db.scalar(
        select(Circulation.bands)
        .where(Circulation.briefing_id == briefing_id)
        .order_by(Circulation.number.desc())
        .limit(1)
    )
    return {
        key: Seen(None if said is None else tuple(said), basis)
        for key, (said, basis) in (bands or {}).items()
    }


def grouping_acts(
    db: Session, briefing: Briefing, cell: Cell | None = None
) -> Iterator[grouping.Act]:
    """Give every decision on groups, of one cell or of all, in no order that matters."""
    acts = select(GroupingAct).where(GroupingAct.briefing_id == briefing.id)
    if cell is not None:
        acts = acts.where(
            GroupingAct.question == cell.question, GroupingAct.mission == cell.mission
        )
    return (row.to_domain() for row in db.scalars(acts))
