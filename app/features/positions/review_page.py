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
from app.features.positions.cells import CellStatus, Held
from app.features.positions.queries import (
    Assessment,
    Desk,
    Heading,
    assessment_of,
    get_desk,
    heading_of,
    list_held,
)


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
    drafted_by: str
    drafted_at: datetime
    restates: bool


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
    rows = [
        _row(desk, cell, held[cell], draft, names)
        for cell in desk.cells
        if cell in held and (draft := held[cell].draft) and held[cell].is_unsigned
    ]
    return ReviewPage(
        heading=heading_of(desk),
        rule=desk.briefing.attribution,
        awaiting=tuple(row for row in rows if row.status is CellStatus.AWAITING),
        drafts=tuple(row for row in rows if row.status is not CellStatus.AWAITING),
        refusal=desk.signing_refusal(actor),
    )


def _row(desk: Desk, cell: Cell, held: Held, draft: Draft, names: dict[int, str]) -> ReviewRow:
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
        drafted_by=names[draft.saved_by],
        drafted_at=draft.saved_at,
        restates=held.standing is not None,
    )


def _drafters(db: Session, held: Iterable[Held]) -> dict[int, str]:
    people = {each.draft.saved_by for each in held if each.draft}
    rows = db.execute(select(User.id, User.name).where(User.id.in_(people)))
    return {user_id: name for user_id, name in rows}  # noqa: C416 - rows are not tuples to mypy
