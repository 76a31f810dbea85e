"""Frozen bytes by their address. Reads only."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from app.db.models import Briefing, Release, ReleaseFile
from app.domain.errors import NotFound


@dataclass(frozen=True)
class PublishedFile:
    """A file as it was frozen; ``before`` and ``newest`` are numbers of public releases."""

    media_type: str
    content: bytes
    sha256: str
    number: int  # of its release
    before: int | None
    newest: int


def get_published_file(
    db: Session, language: str, slug: str, path: str, number: int | None = None
) -> PublishedFile:
    """Give one file as it was frozen, of the newest published release or the one of a number."""
    other = aliased(Release)
    public = other.briefing_id == Briefing.id, other.published_at.is_not(None)
    newest = select(func.max(other.number)).where(*public).correlate(Briefing)
    before = newest.where(other.number < Release.number).correlate(Briefing, Release)
    found = (
        select(
            *(ReleaseFile.media_type, ReleaseFile.content, ReleaseFile.sha256, Release.number),
            *(before.scalar_subquery(), newest.scalar_subquery()),
        )
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
    )
    if number is not None:
        found = found.where(Release.number == number)
    row = db.execute(found).one_or_none()
    if row is None:
        raise NotFound("There is no such record.")
    return PublishedFile(*row)
