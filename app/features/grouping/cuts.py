"""Cuts nobody at a delegation confirmed: the presidency may, once the briefing has closed."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Event, Revision
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.cutting import CutsBy
from app.features.grouping.service import Decision, points_of
from app.features.summaries.drafting import get_locked
from app.features.summaries.queries import proceedings_of


def confirm_cuts(db: Session, actor: Actor, decision: Decision, *, at: datetime) -> None:
    """Vouch for the proposed cuts of a cell, marked as the presidency's."""
    with atomic(db):
        briefing = get_locked(db, actor, decision.slug)
        permissions.require(
            permissions.draft_summary(actor, briefing.presidency_id, briefing.state)
        )
        shown = {ref.revision for ref in points_of(proceedings_of(db, briefing, decision.cell))}
        left = Revision.hash.in_(shown), Revision.cuts_by == CutsBy.PROPOSAL
        texts = db.scalars(select(Revision.hash).where(*left)).all()
        db.execute(update(Revision).where(*left).values(cuts_by=CutsBy.PRESIDENCY))
        facts = {"question": decision.cell.question, "mission": decision.cell.mission}
        facts |= {"briefing_id": briefing.id, "revisions": len(texts)}
        db.add(Event.of(actor, "grouping.cuts_confirmed", at=at, **facts))
