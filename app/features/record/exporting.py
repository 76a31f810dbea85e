"""The whole record as files that any web server or CDN can serve, byte for byte as we serve it."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.domain.errors import Conflict, Invalid
from app.domain.lifecycle import BriefingState
from app.domain.proof import sha256
from app.features.briefings.queries import get_briefing
from app.features.record.exported_files import Fill, SiteFileBytes, site_files
from app.features.record.manifests import public_manifest
from app.formats.record_manifest import (
    MANIFEST,
    SITE,
    RecordManifest,
    SiteFile,
    SiteManifest,
    encoded_site,
    read_record,
    read_site,
)

WHO_ACTS = {
    BriefingState.CLOSED: "its presidency circulates the draft first",
    BriefingState.CIRCULATED: "two people of its presidency issue it first",
    BriefingState.ISSUED: "its president publishes it first",
    BriefingState.WITHDRAWN: "it was withdrawn and will have no record",
}


@dataclass(frozen=True)
class Written:
    """What an export came to."""

    files: int
    length: int  # bytes
    hash: str  # of the site's list of files


def export_record(db: Session, slug: str, folder: Path, *, static: Path, fill: Fill) -> Written:
    """Write a site of this record, and of those an earlier export left in ``folder``.

    It is built beside and moved into place whole. Raises Invalid where the folder holds anything
    else, or what this database no longer has; Conflict where the record is not public.
    """
    slugs = sorted({*_slugs_there(folder), slug})
    manifests = [_of_a_public(db, each) for each in slugs]
    _keep_what_was_there(folder, manifests)
    whole = folder.resolve()
    building = whole.with_name(f".{whole.name}.partial")
    shutil.rmtree(building, ignore_errors=True)
    try:
        written = _write(site_files(db, manifests, static, fill), slugs, building)
        _move_into_place(building, whole)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return written


def _slugs_there(folder: Path) -> tuple[str, ...]:
    if not folder.exists():
        return ()
    if not folder.is_dir():
        raise Invalid("is not a folder.", where=str(folder))
    if not any(folder.iterdir()):
        return ()
    if not (folder / SITE).is_file():
        raise Invalid("is not empty and no earlier export; name another.", where=str(folder))
    return read_site((folder / SITE).read_bytes(), str(folder / SITE)).briefings


def _of_a_public(db: Session, slug: str) -> RecordManifest:
    briefing = get_briefing(db, slug)
    if briefing.state is not BriefingState.PUBLISHED:
        who = WHO_ACTS.get(briefing.state, "its presidency has not closed it yet")
        raise Conflict(f"“{slug}” is not public ({briefing.state}): {who}.")
    return public_manifest(db, slug)


def _keep_what_was_there(folder: Path, manifests: Sequence[RecordManifest]) -> None:
    """Refuse to replace a release that was exported before by anything but itself."""
    for now in manifests:
        for language in now.languages:
            kept = folder / language / "record" / now.briefing / MANIFEST
            if not kept.is_file():
                continue
            before = read_record(kept.read_bytes(), str(kept))
            held = {each.number: each.hash for each in now.releases}
            for each in before.releases:
                if held.get(each.number) != each.hash:
                    reason = f"holds release {each.number} of “{now.briefing}” in other bytes."
                    raise Invalid(reason, where=str(folder))


def _write(files: Iterator[SiteFileBytes], slugs: Sequence[str], folder: Path) -> Written:
    rows: dict[str, SiteFile] = {}
    for path, kind, content in files:
        if path.casefold() in {SITE, *rows}:
            raise Invalid("would be written twice.", where=path)
        target = folder.joinpath(*path.split("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        rows[path.casefold()] = SiteFile(path, kind, len(content), sha256(content))
    ordered = tuple(sorted(rows.values(), key=lambda each: each.path))
    listed = encoded_site(SiteManifest(tuple(slugs), ordered))
    (folder / SITE).write_bytes(listed)
    return Written(
        len(rows) + 1, sum(each.length for each in ordered) + len(listed), sha256(listed)
    )


def _move_into_place(building: Path, whole: Path) -> None:
    """Let the new folder stand where the old one stood; the old one comes back if it cannot."""
    old = whole.with_name(f".{whole.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if whole.exists():
        whole.replace(old)
    try:
        building.replace(whole)
    except OSError:
        if old.exists():
            old.replace(whole)
        raise
    shutil.rmtree(old, ignore_errors=True)
