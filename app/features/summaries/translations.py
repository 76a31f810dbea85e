"""Unofficial translations of revisions, for the desk that reads them. Reads only."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Translation


def list_translations(
    db: Session, briefing_id: int, revisions: Collection[str], language: str
) -> dict[str, Translation]:
    """Give by revision the translation into a language that stands, empty where it was taken."""
    mine = (
        Translation.briefing_id == briefing_id,
        Translation.language == language,
        Translation.revision.in_(revisions),
    )
    last = select(func.max(Translation.id)).where(*mine).group_by(Translation.revision)
    rows = db.scalars(select(Translation).where(Translation.id.in_(last)))
    return {row.revision: row for row in rows}
