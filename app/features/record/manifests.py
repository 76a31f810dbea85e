"""The list of what is public of one briefing, from the rows in which its bytes are kept."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Release, ReleaseFile
from app.domain.errors import NotFound
from app.formats.record_manifest import (
    ListedRelease,
    RecordManifest,
    ReleasedFile,
    encoded_record,
)


def get_manifest(db: Session, slug: str) -> bytes:
    manifest = public_manifest(db, slug)
    if not manifest.releases:
        raise NotFound("There is no such record.")
    return encoded_record(manifest)


def public_manifest(db: Session, slug: str) -> RecordManifest:
    """List the public releases of a briefing; none if it has none."""
    rows = db.execute(
        select(Release, ReleaseFile, func.length(ReleaseFile.content))
        .join(Briefing, Briefing.id == Release.briefing_id)
        .join(ReleaseFile, ReleaseFile.release_id == Release.id)
        .where(Briefing.slug == slug, Release.published_at.is_not(None))
        .order_by(Release.number, ReleaseFile.id)
    ).all()
    releases: dict[int, tuple[Release, list[ReleasedFile]]] = {}
    for release, row, length in rows:
        _, files = releases.setdefault(release.number, (release, []))
        files.append(ReleasedFile(row.language, row.path, row.media_type, length or 0, row.sha256))
    return RecordManifest(slug, tuple(_listed(*each) for each in releases.values()))


def _listed(release: Release, files: list[ReleasedFile]) -> ListedRelease:
    moments = (release.issued_at, release.published_at)
    issued, published = (each.isoformat() if each else "" for each in moments)
    ordered = tuple(sorted(files, key=lambda each: (each.language, each.path)))
    return ListedRelease(release.number, release.hash, issued, published, ordered)
