"""Frozen bytes by their address. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, aliased

from app.db.models import Briefing, Release, ReleaseCoding, ReleaseFile


@dataclass(frozen=True)
class PublishedFile:
    """A file as it was frozen; ``before`` is the number of the public release before its own."""

    media_type: str
    content: bytes
    sha256: str
    before: int | None
    codings: Mapping[str, bytes]  # the content again, by content coding, where that is shorter


def read_mark(db: Session) -> object:
    """Give what changes whenever a public file does, or its codings; None without a database."""
    codings = select(func.max(ReleaseCoding.id)).scalar_subquery()
    releases = func.count(), func.count(Release.published_at)
    try:
        return tuple(db.execute(select(*releases, codings).select_from(Release)).one())
    except SQLAlchemyError:
        return None


def find_published_file(
    db: Session, language: str, slug: str, path: str, number: int | None = None
) -> PublishedFile | None:
    """Give one file as it was frozen, of the newest published release or the one of a number."""
    other = aliased(Release)
    earlier = (
        other.briefing_id == Briefing.id,
        other.published_at.is_not(None),
        other.number < Release.number,
    )
    before = select(func.max(other.number)).where(*earlier).correlate(Briefing, Release)
    found = (
        select(
            *(ReleaseFile.id, ReleaseFile.media_type, ReleaseFile.content, ReleaseFile.sha256),
            before.scalar_subquery(),
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
        return None
    file_id, media_type, content, digest, before_it = row
    return PublishedFile(media_type, content, digest, before_it, _codings(db, file_id))


def _codings(db: Session, file_id: int) -> dict[str, bytes]:
    rows = db.execute(
        select(ReleaseCoding.coding, ReleaseCoding.content).where(ReleaseCoding.file_id == file_id)
    )
    return {coding: content for coding, content in rows if content is not None}
