"""Everything a signatory is about to sign, on one page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Draft, User
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.attribution import Attribution, strictest
from app.domain.position import Cell
from app.domain.proceedings import Names
from app.features.positions.cell_page import place_of
from app.features.positions.cells import CellStatus, Held, Place
from app.features.positions.cuts import shown_cuts
from app.features.positions.people import Person, person_of
from app.features.positions.points_card import PointsCard, points_card
from app.features.positions.queries import (
    Assessment,
    Desk,
    Heading,
    assessment_of,
    get_desk,
    get_held,
    heading_of,
    list_held,
)
from app.formats.differences import Change, changes


@dataclass(frozen=True)
class ReviewRow:
    """A draft that may be signed. ``key`` names the cell and the version that was read."""

    key: str
    cell: Cell
    status: CellStatus
    assessment: Assessment | None
    text: str
    language: str
    rule: Attribution
    quotable: bool
    points: PointsCard
    drafted_by: Person
    drafted_at: datetime
    restates: bool

    @property
    def version(self) -> str:
        return self.key.rpartition(":")[2]


@dataclass(frozen=True)
class CheckPage:
    """One position, checked before it is signed or sent back (positions/check.html)."""

    heading: Heading
    rule: Attribution  # of the briefing
    cell: Cell
    mission: Names | None
    row: ReviewRow | None  # None where nothing waits for a signature
    attribution: Attribution | None  # chosen for this position
    changes: tuple[Change, ...]  # since it was last signed
    refusal: permissions.Refusal

    @property
    def place(self) -> dict[str, object]:
        return place_of(self.heading.slug, self.cell)


@dataclass(frozen=True)
class ReviewPage:
    """Check before signing (positions/review.html)."""

    heading: Heading
    rule: Attribution
    awaiting: tuple[ReviewRow, ...]
    drafts: tuple[ReviewRow, ...]
    refusal: permissions.Refusal


def review_page(db: Session, actor: Actor, slug: str) -> ReviewPage:
    desk = get_desk(db, actor, slug)
    held = list_held(db, desk.seat.id)
    names = _drafters(db, held.values())
    unsigned = {cell: mine for cell in desk.cells if (mine := held.get(cell)) and mine.is_unsigned}
    signable = {
        cell: mine for cell, mine in unsigned.items() if not desk.signing_refusal(actor, mine)
    }
    rows = [
        _row(desk, cell, mine, mine.written, names) for cell, mine in (signable or unsigned).items()
    ]
    return ReviewPage(
        heading=heading_of(desk),
        rule=desk.briefing.attribution,
        awaiting=tuple(row for row in rows if row.status is CellStatus.AWAITING),
        drafts=tuple(row for row in rows if row.status is not CellStatus.AWAITING),
        refusal=None if signable else desk.signing_refusal(actor),
    )


def check_page(db: Session, actor: Actor, place: Place) -> CheckPage:
    desk = get_desk(db, actor, place.slug)
    desk.question(place.cell.question)
    mission = desk.mission(place.cell.mission)
    held = get_held(db, desk.seat.id, place.cell)
    draft = held.draft if held.is_unsigned else None
    return CheckPage(
        heading=heading_of(desk),
        rule=desk.briefing.attribution,
        cell=place.cell,
        mission=mission.names if mission else None,
        row=_row(desk, place.cell, held, draft, _drafters(db, [held])) if draft else None,
        attribution=draft.attribution if draft else None,
        changes=changes(held.standing.text, draft.text) if draft and held.standing else (),
        refusal=desk.signing_refusal(actor, held),
    )


def _row(desk: Desk, cell: Cell, held: Held, draft: Draft, names: dict[int, Person]) -> ReviewRow:
    rules = [desk.briefing.attribution, *([draft.attribution] if draft.attribution else [])]
    return ReviewRow(
        key=f"{cell.question}:{cell.mission}:{draft.version}",
        cell=cell,
        status=held.status,
        assessment=assessment_of(draft.assessment, desk.question(cell.question)),
        text=draft.text,
        language=draft.language,
        rule=strictest(rules),
        quotable=draft.quotable,
        points=points_card(shown_cuts(draft), draft.text, draft.language),
        drafted_by=names[draft.saved_by],
        drafted_at=draft.saved_at,
        restates=held.standing is not None,
    )


def _drafters(db: Session, held: Iterable[Held]) -> dict[int, Person]:
    people = {each.draft.saved_by for each in held if each.draft}
    return {
        user.id: person_of(user) for user in db.scalars(select(User).where(User.id.in_(people)))
    }
