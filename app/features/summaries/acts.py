"""What was done to a draft, and who confirmed its words. Reads only."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, literal, select, union_all
from sqlalchemy.orm import Session

from app.db.models import SentenceEdit, SummaryAct, User, Wording
from app.domain.summary import Summary
from app.domain.summary_acts import Act, ActKind, SignOffs, sign_offs
from app.domain.undoing import Undoing, find_undoing

NEWEST = 200  # acts looked through for one that can be taken back


class Confirmation(NamedTuple):
    by: str | None  # None: an operator
    at: datetime


def list_acts(
    db: Session,
    briefing_id: int,
    *,
    keys: Collection[str] = (),
    before: int | None = None,
    limit: int = NEWEST,
) -> list[Act]:
    """Give acts, the newest first; those of ``keys`` alone, or older than number ``before``."""
    acts = select(SummaryAct).where(SummaryAct.briefing_id == briefing_id)
    if keys:
        acts = acts.where(SummaryAct.key.in_(keys))
    if before is not None:
        acts = acts.where(SummaryAct.number < before)
    rows = db.scalars(acts.order_by(SummaryAct.number.desc()).limit(limit))
    return [row.to_domain() for row in rows]


def undoing_of(db: Session, briefing_id: int, summary: Summary, *, since: int) -> Undoing:
    """Give the act that undoing would take back now; ``since``: only one made after that number."""
    return find_undoing(list_acts(db, briefing_id), summary, since=since)


def find_act(db: Session, briefing_id: int, number: int) -> Act | None:
    mine = SummaryAct.briefing_id == briefing_id, SummaryAct.number == number
    row = db.scalar(select(SummaryAct).where(*mine))
    return row.to_domain() if row else None


def last_number(db: Session, briefing_id: int) -> int:
    mine = SummaryAct.briefing_id == briefing_id
    return db.scalar(select(func.max(SummaryAct.number)).where(mine)) or 0


def sign_offs_of(db: Session, briefing_id: int) -> SignOffs:
    mine = SummaryAct.briefing_id == briefing_id, SummaryAct.kind == ActKind.SIGN_OFF
    return sign_offs([row.to_domain() for row in db.scalars(select(SummaryAct).where(*mine))])


def confirmations(db: Session, briefing_id: int) -> dict[tuple[str, str], Confirmation]:
    """Give by language and key who confirmed words last, and when; of an edit, who made it."""
    sources = (
        (Wording, Wording.confirmed_by, Wording.confirmed_at, literal(0)),
        (SentenceEdit, SentenceEdit.edited_by, SentenceEdit.edited_at, literal(1)),
    )
    rows = union_all(
        *(
            select(order, table.language, table.key, User.name, at)
            .outerjoin(User, User.id == by)
            .where(table.briefing_id == briefing_id)
            for table, by, at, order in sources
        )
    )
    ordered = sorted(db.execute(rows), key=lambda row: int(row[0]))  # an edit covers the words
    return {(row[1], row[2]): Confirmation(row[3], row[4]) for row in ordered}
