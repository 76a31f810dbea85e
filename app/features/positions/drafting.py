"""Several drafts written together, or not at all; and undone together.

``draft_together`` and ``pick_targets`` open no transaction: the services that call them do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import DraftingAct, Seat
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.attribution import Attribution
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.position import Cell, Statement
from app.features.positions.acts import Act, begin
from app.features.positions.cells import Held, Writing
from app.features.positions.queries import Heading, get_desk, heading_of, list_held
from app.features.positions.targets import Pick, state_of, writing_in
from app.features.positions.writing import write

CHANGED = "Something changed there while you were reading. Nothing was written; look again."
NO_ACT = "There is no such page."


@dataclass(frozen=True)
class DraftedPage:
    """What has just been written, and whether it can be undone (positions/drafted.html)."""

    heading: Heading
    number: int
    kind: str
    cells: tuple[Cell, ...]
    undone_at: datetime | None
    refusal: permissions.Refusal


def check_picks(picks: Sequence[Pick], held: Mapping[Cell, Held]) -> None:
    """Refuse to write where nothing was ticked, or over what its reader has not seen."""
    if not picks:
        raise Invalid("Tick at least one cell.", where="chosen")
    if any(state_of(held.get(pick.cell, Held())) != pick.seen for pick in picks):
        raise Conflict(CHANGED)


def draft_together(
    db: Session, act: Act, kind: str, held: Mapping[Cell, Held], writings: Mapping[Cell, Writing]
) -> int:
    """Write every draft; give the number under which they can be undone."""
    rows = []
    for cell, writing in writings.items():
        act.desk.question(cell.question)
        act.desk.mission(cell.mission)
        mine = held.get(cell, Held())
        before = _kept(mine, writing.statement.language)
        draft = write(db, act, cell, mine, writing)
        db.flush()
        place = {"question": cell.question, "mission": cell.mission}
        rows.append({**place, "version": draft.version, "before": before})
    last = select(func.max(DraftingAct.number)).where(DraftingAct.seat_id == act.seat.id)
    number = (db.scalar(last) or 0) + 1
    whose = {"seat_id": act.seat.id, "number": number, "by": act.actor.user_id}
    db.add(DraftingAct(**whose, kind=kind, cells=rows, at=act.at))
    return number


def undo_drafting(db: Session, actor: Actor, slug: str, number: int, *, at: datetime) -> None:
    """Let every draft say again what it said, unless somebody has gone on with one of them."""
    with atomic(db):
        act = begin(db, actor, slug, at)
        permissions.require(act.desk.drafting_refusal(actor))
        done = _find(db, act.seat, number)
        if done.undone_at:
            raise Conflict("This has been undone already.")
        held = list_held(db, act.seat.id)
        for each in done.cells:
            cell = Cell(each["question"], each["mission"])
            mine = held[cell]
            if mine.draft is None or mine.draft.version != each["version"]:
                raise Conflict("Somebody has gone on writing there. Nothing was undone.")
            write(db, act, cell, mine, _read(each["before"], each["version"]))
        done.undone_at = at


def drafted_page(db: Session, actor: Actor, slug: str, number: int) -> DraftedPage:
    desk = get_desk(db, actor, slug)
    done = _find(db, desk.seat, number)
    return DraftedPage(
        heading=heading_of(desk),
        number=number,
        kind=done.kind,
        cells=tuple(Cell(each["question"], each["mission"]) for each in done.cells),
        undone_at=done.undone_at,
        refusal=desk.drafting_refusal(actor),
    )


def _find(db: Session, seat: Seat, number: int) -> DraftingAct:
    mine = DraftingAct.number == number, DraftingAct.seat_id == seat.id
    done = db.scalar(select(DraftingAct).where(*mine))
    if done is None:
        raise NotFound(NO_ACT)
    return done


def _kept(held: Held, language: str) -> dict[str, Any]:
    before = writing_in(held) or Writing(Statement(None, "", language), 0)
    return {
        "assessment": before.statement.assessment,
        "text": before.statement.text,
        "language": before.statement.language,
        "attribution": before.attribution,
        "quotable": before.quotable,
    }


def _read(kept: dict[str, Any], version: int) -> Writing:
    said = Statement(kept["assessment"], kept["text"], kept["language"])
    rule = kept["attribution"]
    return Writing(said, version, Attribution(rule) if rule else None, kept["quotable"])
