"""Loading a whole bundle: a closed briefing with its signed positions, all of it or nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.db.models import Briefing, Event, Point, Position, Question, Revision, Seat
from app.db.session import atomic
from app.domain.bundle import Bundle, BundlePosition
from app.domain.cutting import CutsBy
from app.domain.lifecycle import BriefingState, Origin, advance
from app.domain.proof import derived_salt
from app.features.briefings.convening import (
    Convening,
    add_briefing,
    add_chair,
    add_groups,
    add_missions,
    add_note,
    add_questions,
    add_seats,
)
from app.features.briefings.upload import NoteFile
from app.features.positions.signing import Signing, points_signed, revision_row

CHUNK = 2_000  # positions written at once
Progress = Callable[[int, int], None]  # done, of


@dataclass(frozen=True)
class Loading:
    """Under what a bundle is loaded; a ``deadline`` leaves the briefing open until then."""

    operator: str
    origin: Origin = Origin.LOADED
    note: NoteFile | None = None
    term: tuple[date, date] | None = None  # opens the desk of the presidency for these days
    deadline: datetime | None = None
    briefers: tuple[str, ...] = ()


def load_bundle(
    db: Session,
    bundle: Bundle,
    loading: Loading,
    *,
    at: datetime,
    progress: Progress | None = None,
) -> str:
    """Keep a bundle as a briefing with its signed positions, and give its slug."""
    with atomic(db):
        briefing = add_briefing(db, _convening(bundle, loading), at=at)
        seats = add_seats(db, briefing, bundle.seats)
        add_missions(db, briefing, bundle.missions)
        questions = add_questions(db, briefing, bundle.questions)
        add_groups(db, briefing, bundle.groups)
        if loading.note:
            add_note(db, briefing, loading.note)
        if loading.term and bundle.presiding:
            add_chair(db, briefing, seats[bundle.presiding], loading.term)
        _open(briefing, loading, at)
        db.flush()
        place = Signable(bundle.slug, bundle.digest, seats, questions)
        for done, chunk in _chunks(bundle.positions):
            sign_all(db, place, chunk)
            if progress:
                progress(done, len(bundle.positions))
        facts = {"briefing_id": briefing.id, "positions": len(bundle.positions)}
        db.add(Event.of(loading.operator, "briefing.loaded", at=at, **facts))
        return briefing.slug


def _open(briefing: Briefing, loading: Loading, at: datetime) -> None:
    briefing.state = advance(briefing.state, BriefingState.OPEN)
    briefing.opened_at = at
    briefing.deadline = loading.deadline or at
    if loading.deadline is None:
        briefing.state = advance(briefing.state, BriefingState.CLOSED)
        briefing.closed_at = at


def _convening(bundle: Bundle, loading: Loading) -> Convening:
    return Convening(
        slug=bundle.slug,
        title=dict(bundle.title),
        meeting_date=bundle.meeting_date,
        presiding=bundle.presiding,
        attribution=bundle.attribution,
        languages=bundle.languages,
        origin=loading.origin,
        seed=bundle.digest,
        briefers=loading.briefers,
    )


def _chunks(positions: Sequence[BundlePosition]) -> Iterator[tuple[int, Sequence[BundlePosition]]]:
    """Give slices of the positions, and how many are done after each."""
    for start in range(0, len(positions), CHUNK):
        chunk = positions[start : start + CHUNK]
        yield start + len(chunk), chunk


@dataclass(frozen=True)
class Signable:
    """Where positions are signed by nobody in person; salts follow from ``seed``."""

    slug: str
    seed: str
    seats: Mapping[str, Seat]
    questions: Mapping[int, Question]


def sign_all(db: Session, place: Signable, chunk: Sequence[BundlePosition]) -> None:
    """Put the first position of every cell given on the record."""
    signings = [_signing(place, position) for position in chunk]
    positions = _insert(
        db,
        Position,
        [
            {
                "seat_id": place.seats[each.member].id,
                "question_id": place.questions[each.cell.question].id,
                "mission": each.cell.mission,
                "latest": 1,
                "version": 1,
            }
            for each in signings
        ],
    )
    revisions = _insert(
        db,
        Revision,
        [
            {"position_id": position, **revision_row(each)}
            for position, each in zip(positions, signings, strict=True)
        ],
    )
    points = [
        {"revision_id": revision, "start": point.start, "end": point.end, "kind": point.kind}
        for revision, each in zip(revisions, signings, strict=True)
        for point in points_signed(each)
    ]
    if points:
        db.execute(insert(Point), points)


def _insert(
    db: Session, table: type[Position] | type[Revision], rows: list[dict[str, Any]]
) -> list[int]:
    """Insert many rows and give their ids in the same order."""
    made = insert(table).returning(table.id, sort_by_parameter_order=True)
    return list(db.scalars(made, rows))


def _signing(place: Signable, position: BundlePosition) -> Signing:
    cell = position.cell
    return Signing(
        briefing=place.slug,
        member=position.member,
        cell=cell,
        statement=position.statement,
        signed_at=position.submitted_at,
        salt=derived_salt(place.seed, position.member, cell.question, cell.mission),
        points=position.points,
        cuts_by=CutsBy.PROPOSAL if position.points is None else CutsBy.OWNER,
        attribution=position.attribution,
        source=position.source,
    )
