"""What lies in a published record, and in a site exported from it: every file with its hash.

``manifest.json`` lists the releases of one briefing; the server answers it, too. ``site.json``
lists every file of an exported site, the manifests among them. Both end with a hash of their own,
so that one changed byte of them shows.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from app.domain.errors import Invalid
from app.domain.proof import canonical, sha256

RECORD_FORMAT = "horseshoe-record-1"
SITE_FORMAT = "horseshoe-site-1"
MANIFEST, SITE = "manifest.json", "site.json"  # one in each language's folder; one at the root
Item = TypeVar("Item")


@dataclass(frozen=True)
class ReleasedFile:
    """A file of a release; ``path`` is what follows /{language}/record/{slug}/."""

    language: str
    path: str
    media_type: str
    length: int  # bytes
    sha256: str


@dataclass(frozen=True)
class ListedRelease:
    number: int
    hash: str
    issued_at: str  # ISO 8601, UTC
    published_at: str
    files: tuple[ReleasedFile, ...]

    @property
    def computed_hash(self) -> str:
        return release_hash((each.language, each.path, each.sha256) for each in self.files)


@dataclass(frozen=True)
class RecordManifest:
    """One briefing's public releases, oldest first."""

    briefing: str
    releases: tuple[ListedRelease, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(sorted({file.language for each in self.releases for file in each.files}))


@dataclass(frozen=True)
class SiteFile:
    path: str  # from the root of the site
    media_type: str
    length: int
    sha256: str


@dataclass(frozen=True)
class SiteManifest:
    """An exported site: whose briefings it holds, and every file but this one."""

    briefings: tuple[str, ...]
    files: tuple[SiteFile, ...]


def release_hash(files: Iterable[tuple[str, str, str]]) -> str:
    """Hash a release: the language, path and hash of every file, in that order."""
    return sha256(canonical([list(each) for each in sorted(files)]))


def encoded_record(manifest: RecordManifest) -> bytes:
    return _encoded(RECORD_FORMAT, manifest)


def encoded_site(manifest: SiteManifest) -> bytes:
    return _encoded(SITE_FORMAT, manifest)


def read_record(content: bytes, where: str) -> RecordManifest:
    """Read a manifest; raise Invalid, naming ``where``, unless it is one to the last byte."""
    fields = _fields(content, RECORD_FORMAT, where)
    try:
        releases = tuple(
            ListedRelease(**{**each, "files": _all(ReleasedFile, each["files"])})
            for each in fields["releases"]
        )
        manifest = RecordManifest(fields["briefing"], releases)
    except (KeyError, TypeError) as fault:
        raise Invalid(f"lacks something a manifest says ({fault}).", where=where) from None
    return _unchanged(manifest, encoded_record(manifest), content, where)


def read_site(content: bytes, where: str) -> SiteManifest:
    """Read the list of an exported site; raise Invalid, naming ``where``, likewise."""
    fields = _fields(content, SITE_FORMAT, where)
    try:
        manifest = SiteManifest(tuple(fields["briefings"]), _all(SiteFile, fields["files"]))
    except (KeyError, TypeError) as fault:
        raise Invalid(f"lacks something a manifest says ({fault}).", where=where) from None
    return _unchanged(manifest, encoded_site(manifest), content, where)


def _encoded(kind: str, manifest: RecordManifest | SiteManifest) -> bytes:
    said = {"format": kind, **asdict(manifest)}
    document = said | {"hash": sha256(canonical(said))}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _fields(content: bytes, kind: str, where: str) -> Mapping[str, Any]:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        raise Invalid("is not JSON.", where=where) from None
    if not isinstance(document, dict) or document.get("format") != kind:
        raise Invalid(f"is not of the format {kind}.", where=where)
    return document


def _all(item: type[Item], rows: Sequence[Mapping[str, Any]]) -> tuple[Item, ...]:
    return tuple(item(**each) for each in rows)


def _unchanged(manifest: Item, written: bytes, content: bytes, where: str) -> Item:
    if written != content:
        raise Invalid("is not as it was written: its own hash does not fit it.", where=where)
    return manifest
