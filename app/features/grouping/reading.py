"""Opening the workbench: every look at what delegations wrote leaves a note its owner may see."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.db.session import atomic
from app.domain.actor import Actor
from app.domain.position import Cell
from app.features.grouping import bench_page, pages
from app.features.summaries.desk import get_draft
from app.features.summaries.queries import proceedings_of
from app.features.summaries.reading import note_reading


def list_cells(db: Session, actor: Actor, slug: str) -> pages.IndexPage:
    """Show how far each cell is; nobody's words are in it."""
    return bench_page.index_page(db, actor, get_draft(db, actor, slug))


def open_cell(
    db: Session, actor: Actor, slug: str, cell: Cell, language: str, *, at: datetime
) -> pages.BenchPage:
    """Show one cell side by side to who reads ``language``; every delegation read leaves a note."""
    with atomic(db):
        briefing = get_draft(db, actor, slug)
        page = bench_page.bench_page(db, actor, briefing, cell, language)
        note_reading(db, actor, briefing, proceedings_of(db, briefing, cell).positions, at=at)
        return page
