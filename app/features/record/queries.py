"""What is public: the list of published briefings, and frozen bytes by address. Reads only."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.base import Names
from app.db.models import Briefing, Release, ReleaseFile
from app.domain.errors import NotFound
from app.domain.lifecycle import BriefingState, Origin


@dataclass(frozen=True)
class PublishedBriefing:
    """One line of the list of records."""

    slug: str
    title: Names
    meeting_date: date | None
    language: str  # of the version to open
    languages: tuple[str, ...]
    origin: Origin
    symbol: str | None


@dataclass(frozen=True)
class RecordIndexPage:
    """Every published briefing, latest meeting first (record/index.html)."""

    briefings: tuple[PublishedBriefing, ...]


@dataclass(frozen=True)
class PublishedFile:
    media_type: str
    content: bytes
    sha256: str


def index_page(db: Session, language: str) -> RecordIndexPage:
    rows = db.scalars(
        select(Briefing)
        .where(Briefing.state == BriefingState.PUBLISHED)
        .order_by(Briefing.meeting_date.desc(), Briefing.slug)
    )
    return RecordIndexPage(
        tuple(
            PublishedBriefing(
                row.slug,
                row.title,
                row.meeting_date,
                language if language in row.languages else row.languages[0],
                tuple(row.languages),
                row.origin,
                row.symbol,
            )
            for row in rows
        )
    )


def get_published_file(db: Session, language: str, slug: str, path: str) -> PublishedFile:
    """Give one file of the newest published release, as it was frozen."""
    row = db.execute(
        select(ReleaseFile.media_type, ReleaseFile.content, ReleaseFile.sha256)
        .join(Release, Release.id == ReleaseFile.release_id)
        .join(Briefing, Briefing.id == Release.briefing_id)
        .where(
            Briefing.slug == slug,
            Release.published_at.is_not(None),
            ReleaseFile.language == language,
            ReleaseFile.path == path,
        )
        .order_by(Release.number.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        raise NotFound("There is no such record.")
    media_type, content, sha256 = row
    return PublishedFile(media_type, content, sha256)
