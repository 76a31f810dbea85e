"""Everything a delegation wrote and signed in a cell: who, when, and what changed by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import DraftVersion, Revision, User
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.position import Cell, Statement
from app.domain.proceedings import Names
from app.features.positions.cell_page import place_of
from app.features.positions.cells import Held, Place
from app.features.positions.people import Person, get_person, maybe_person, person_of
from app.features.positions.queries import (
    Assessment,
    Heading,
    assessment_of,
    get_desk,
    get_held,
    heading_of,
)
from app.features.positions.writing import statement_kept
from app.formats.differences import Change, changes


@dataclass(frozen=True)
class Saying:
    """What was said at one moment. ``number`` is of a version that can be brought back."""

    statement: Statement
    by: Person | None  # None when it was loaded
    at: datetime
    number: int | None = None
    signed: int | None = None  # the number of the revision
    is_withdrawal: bool = False
    is_current: bool = False


@dataclass(frozen=True)
class HistoryLine:
    """``changes`` lead to it from what was said before."""

    saying: Saying
    assessment: Assessment | None
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class HistoryPage:
    """The delegation's own; nobody else may know of it (positions/history.html)."""

    heading: Heading
    cell: Cell
    mission: Names | None
    lines: tuple[HistoryLine, ...]  # the newest first
    version: int
    refusal: permissions.Refusal

    @property
    def place(self) -> dict[str, object]:
        return place_of(self.heading.slug, self.cell)


def history_page(db: Session, actor: Actor, place: Place) -> HistoryPage:
    desk = get_desk(db, actor, place.slug)
    question = desk.question(place.cell.question)
    mission = desk.mission(place.cell.mission)
    held = get_held(db, desk.seat.id, place.cell)
    said = sorted(_sayings(db, held), key=lambda each: (each.at, each.is_current))
    return HistoryPage(
        heading=heading_of(desk),
        cell=place.cell,
        mission=mission.names if mission else None,
        lines=tuple(
            HistoryLine(each, assessment_of(each.statement.assessment, question), found)
            for each, found in reversed(list(_compared(said)))
        ),
        version=held.draft.version if held.draft else 0,
        refusal=desk.drafting_refusal(actor, held),
    )


def _compared(said: Sequence[Saying]) -> Iterator[tuple[Saying, tuple[Change, ...]]]:
    before = ""
    for each in said:
        yield each, changes(before, each.statement.text)
        before = each.statement.text


def _sayings(db: Session, held: Held) -> Iterator[Saying]:
    if held.position is None:
        return
    here = held.position.id
    kept = select(DraftVersion, User).join(User, User.id == DraftVersion.saved_by)
    for version, user in db.execute(kept.where(DraftVersion.position_id == here)):
        said = statement_kept(version.content)
        yield Saying(said, person_of(user), version.saved_at, number=version.number)
    signed = select(Revision, User).outerjoin(User, User.id == Revision.signed_by)
    for row, user in db.execute(signed.where(Revision.position_id == here)):
        said = Statement(row.assessment, row.text, row.language)
        signer, gone = maybe_person(user), row.is_withdrawal
        yield Saying(said, signer, row.signed_at, signed=row.number, is_withdrawal=gone)
    if held.draft and held.is_unsigned:
        draft = held.draft
        said = Statement(draft.assessment, draft.text, draft.language)
        yield Saying(said, get_person(db, draft.saved_by), draft.saved_at, is_current=True)
