"""What the presidency finds of conditions. Each public function is one transaction."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Briefing, ConditionAct, Event
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import Invalid, NotFound
from app.domain.unlocking import check_finding
from app.features.mirror.unlocking import read_table
from app.features.summaries.drafting import get_locked


def mark_met(
    db: Session, actor: Actor, slug: str, conditions: Collection[str], *, at: datetime
) -> None:
    """Record that one acceptance would meet all of these conditions, as a person found."""
    with atomic(db):
        briefing = _locked(db, actor, slug)
        table = read_table(db, briefing, briefing.languages[0])
        known = table.conditions()
        found = check_finding(conditions, known, table.findings)
        if len({known[name] for name in found}) > 1:
            raise Invalid(
                "Only conditions on one question and one mission can be met at once.",
                where="condition",
            )
        _add(db, actor, briefing, at=at, conditions=sorted(found))


def take_back(db: Session, actor: Actor, slug: str, number: int, *, at: datetime) -> None:
    """Let a finding stand no more; both acts stay on record."""
    with atomic(db):
        briefing = _locked(db, actor, slug)
        table = read_table(db, briefing, briefing.languages[0])
        if number not in {found.number for found in table.findings}:
            raise NotFound("There is no such finding.")
        _add(db, actor, briefing, at=at, conditions=[], undone=number)


def _locked(db: Session, actor: Actor, slug: str) -> Briefing:
    briefing = get_locked(db, actor, slug)
    permissions.require(permissions.mark_conditions(actor, briefing.presidency_id, briefing.state))
    return briefing


def _add(
    db: Session,
    actor: Actor,
    briefing: Briefing,
    *,
    at: datetime,
    conditions: list[str],
    undone: int | None = None,
) -> None:
    mine = ConditionAct.briefing_id == briefing.id
    number = (db.scalar(select(func.max(ConditionAct.number)).where(mine)) or 0) + 1
    db.add(
        ConditionAct(
            briefing_id=briefing.id,
            number=number,
            conditions=conditions,
            undone=undone,
            by=actor.user_id,
            at=at,
        )
    )
    act = "mirror.conditions_marked" if undone is None else "mirror.conditions_parted"
    db.add(Event.of(actor, act, at=at, briefing_id=briefing.id, number=undone or number))
