"""What the summary pages show, and what a summary is compiled from. Reads only."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, exists, func, literal, select, union_all
from sqlalchemy.orm import Session, aliased

from app.data import reading_traps, state_names_for_reading
from app.data.adjectives import state_adjectives
from app.db.models import (
    Amendment,
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
from app.db.models import Narrative as NarrativeRow
from app.domain import grouping, proceedings
from app.domain import position as rules
from app.domain.bands import Seen
from app.domain.drafting import Drafting, Edit
from app.domain.grouping import replay
from app.domain.mirror import Effect, Verdict
from app.domain.narrative import PREFIX, Narrative
from app.domain.note.state_names import StateNames
from app.domain.position import Cell, Statement
from app.domain.proceedings import Proceedings
from app.domain.state_words import StateWords
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
    decided = _decided(db, briefing.id)
    return Drafting(
        not_reflected={row.key: row.text for row in decided["left_out"]},
        grouping=replay(grouping_acts(db, briefing)),
        wordings={
            (row.language, row.key): Edit(row.text, row.basis, row.beside)
            for row in decided["wording"]
        },
        edits={(row.language, row.key): Edit(row.text, row.basis) for row in decided["edit"]},
        ranks={row.key: row.place for row in decided["rank"]},
        seen=bands_seen(db, briefing.id),
        contested=_contested(db, briefing.id),
        narratives=narratives_of(db, briefing.id),
    )


class _Decided(NamedTuple):
    """A row of one of the small tables of decisions; what a table has not is empty."""

    table: str
    place: int
    key: str
    language: str = ""
    text: str = ""
    basis: str = ""
    beside: str = ""


def _decided(db: Session, briefing_id: int) -> Mapping[str, Sequence[_Decided]]:
    """Read four tables at once: they are small, and each trip to the database is not."""
    none = literal("")
    edit, words, rank, gone = SentenceEdit, Wording, SentenceRank, NotReflected
    rows = union_all(
        *(
            select(literal(name), *columns).where(table.briefing_id == briefing_id)
            for name, table, columns in (
                ("edit", edit, (edit.id, edit.key, edit.language, edit.text, edit.basis, none)),
                (
                    "wording",
                    words,
                    (words.id, words.key, words.language, words.text, words.basis, words.beside),
                ),
                ("rank", rank, (rank.rank, rank.key, none, none, none, none)),
                ("left_out", gone, (literal(0), gone.revision, none, gone.reason, none, none)),
            )
        )
    )
    found: dict[str, list[_Decided]] = defaultdict(list)
    for row in sorted(_Decided(*row) for row in db.execute(rows)):
        found[row.table].append(row)
    return found


def narratives_of(db: Session, briefing_id: int) -> tuple[Narrative, ...]:
    rows = db.scalars(
        select(NarrativeRow)
        .where(NarrativeRow.briefing_id == briefing_id, NarrativeRow.stands)
        .order_by(NarrativeRow.number)
    )
    return tuple(
        Narrative(
            f"{PREFIX}{row.number}", row.question, row.mission, row.after, row.source, row.address
        )
        for row in rows
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


def count_pending(db: Session, briefing: Briefing) -> int:
    """Count the proposals of delegations on which the presidency has not decided."""
    last = (
        select(func.max(Reflection.id))
        .where(Reflection.briefing_id == briefing.id)
        .group_by(Reflection.seat_id, Reflection.key)
    )
    mirrored = select(func.count(Reflection.id)).where(
        Reflection.id.in_(last),
        Reflection.verdict == Verdict.PROPOSES,
        ~exists().where(ReplyGiven.reflection_id == Reflection.id),
    )
    amendments = select(func.count(Amendment.id)).where(
        Amendment.briefing_id == briefing.id,
        Amendment.withdrawn_at.is_(None),
        ~exists().where(ReplyGiven.amendment_id == Amendment.id),
    )
    counted = select(mirrored.scalar_subquery() + amendments.scalar_subquery())
    return db.scalar(counted) or 0


def bands_seen(db: Session, briefing_id: int) -> dict[str, Seen]:
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
