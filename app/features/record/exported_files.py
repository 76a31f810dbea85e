"""Every file of an exported site: what was frozen, the lists that lead there, what pages use."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from pathlib import Path, PurePosixPath

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.data import summary_schema
from app.db.base import Names
from app.db.models import Briefing, Release, ReleaseFile
from app.domain.errors import Invalid
from app.domain.position import LANGUAGES
from app.domain.proof import sha256
from app.features.briefings.queries import get_briefing
from app.features.record.listing import PublishedRelease
from app.features.record.routes import router
from app.formats.record_manifest import RecordManifest, encoded_record
from app.formats.summary_json import SCHEMA

HTML = "text/html; charset=utf-8"
STATIC_TYPES = {".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
_USED = re.compile(rb"""["'(]/static/([A-Za-z0-9_./-]+)""")
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.~-]{0,99}")  # of a folder or file, wherever it lies
Fill = Callable[..., str]  # fills a template; given by whoever puts the application together
SiteFileBytes = tuple[str, str, bytes]  # path from the root, media type, content


@dataclass(frozen=True)
class Exported:
    """One line of the list of an exported site."""

    slug: str
    title: Names
    meeting_date: date | None
    marking: str  # demonstration or nothing
    languages: tuple[str, ...]
    earlier: tuple[PublishedRelease, ...]  # than the newest, oldest first

    def read_in(self, language: str) -> str:
        return language if language in self.languages else self.languages[0]


@dataclass(frozen=True)
class ExportedListPage:
    """The records a site was made from (record/exported.html)."""

    briefings: tuple[Exported, ...]


@dataclass(frozen=True)
class ExportedRootPage:
    """The way to the list in each language (record/exported_root.html)."""

    lists: dict[str, str]


def site_files(
    db: Session, manifests: Sequence[RecordManifest], static: Path, fill: Fill
) -> Iterator[SiteFileBytes]:
    """Give path, media type and content of every file but the site's own list."""
    used: set[str] = set()
    frozen = (file for manifest in manifests for file in _frozen(db, manifest))
    for path, kind, content in chain(_pages(db, manifests, fill), frozen):
        used |= _assets(content) if kind == HTML else set()
        yield path, kind, content
    yield from _manifests(manifests)
    yield _schema()
    yield from _static(static, used)


def _frozen(db: Session, manifest: RecordManifest) -> Iterator[SiteFileBytes]:
    newest = max(each.number for each in manifest.releases)
    rows = db.execute(
        select(Release.number, ReleaseFile, ReleaseFile.content)
        .join(Briefing, Briefing.id == Release.briefing_id)
        .join(ReleaseFile, ReleaseFile.release_id == Release.id)
        .where(Briefing.slug == manifest.briefing)
        .where(Release.number.in_([each.number for each in manifest.releases]))
        .order_by(Release.number, ReleaseFile.id)
        .execution_options(yield_per=50)
    )
    for number, file, content in rows:
        if sha256(content) != file.sha256:
            raise Invalid("is not the bytes that were issued.", where=f"{number}/{file.path}")
        where = {"lang": file.language, "slug": manifest.briefing, "path": file.path}
        addresses = [_address("record.release", number=number, **where)]
        if number == newest:
            addresses.append(_address("record.show", **where))
        yield from ((file_at(each), file.media_type, content) for each in addresses)


def _manifests(manifests: Sequence[RecordManifest]) -> Iterator[SiteFileBytes]:
    for each in manifests:
        for language in each.languages:
            where = {"lang": language, "slug": each.briefing}
            yield (
                file_at(_address("record.manifest", **where)),
                "application/json",
                encoded_record(each),
            )


def _schema() -> SiteFileBytes:
    """Give what the data says it is written to, at the address that it says, as the API does."""
    content = json.dumps(summary_schema(), ensure_ascii=False, separators=(",", ":"))
    return file_at(SCHEMA), "application/json", content.encode()


def _pages(db: Session, manifests: Sequence[RecordManifest], fill: Fill) -> Iterator[SiteFileBytes]:
    """Give the six lists and the way to them: what stands at these addresses is alive elsewhere."""
    lists = {each: _address("record.index", lang=each) for each in LANGUAGES}
    page = ExportedListPage(tuple(_line(db, each) for each in manifests))
    for language, address in lists.items():
        html = fill("record/exported.html", language, _address, page=page, page_languages=lists)
        yield file_at(address), HTML, html.encode()
    root = fill("record/exported_root.html", "en", _address, page=ExportedRootPage(lists))
    yield "index.html", HTML, root.encode()


def _line(db: Session, manifest: RecordManifest) -> Exported:
    briefing = get_briefing(db, manifest.briefing)
    *earlier, newest = manifest.releases
    issued_in = {each.language for each in newest.files}
    return Exported(
        briefing.slug,
        briefing.title,
        briefing.meeting_date,
        briefing.origin.marking,
        tuple(each for each in briefing.languages if each in issued_in),
        tuple(
            PublishedRelease(each.number, datetime.fromisoformat(each.issued_at))
            for each in earlier
        ),
    )


def _static(root: Path, used: set[str]) -> Iterator[SiteFileBytes]:
    """Give the style sheets and drawings that pages use, and what those use in turn."""
    found: set[str] = set()
    while more := sorted(used - found):
        for name in more:
            found.add(name)
            path = root.joinpath(*_parts(name))
            if path.is_file():  # a page of long ago may name what is no longer drawn
                content = path.read_bytes()
                used = used | _assets(content)
                kind = STATIC_TYPES.get(path.suffix, "application/octet-stream")
                yield f"static/{name}", kind, content


def _assets(content: bytes) -> set[str]:
    return {name.decode() for name in _USED.findall(content)}


def _address(name: str, /, **params: object) -> str:
    return str(router.url_path_for(name, **params))


def file_at(address: str) -> str:
    """Give the file in which a static server looks for an address; raise Invalid for no such."""
    parts = _parts(address.removeprefix("/"))
    return str(
        PurePosixPath(*parts, "index.html") if address.endswith("/") else PurePosixPath(*parts)
    )


def _parts(path: str) -> list[str]:
    """Part a path into names that stay where they are put, on any system."""
    parts = [each for each in path.removesuffix("/").split("/") if path]
    for each in parts:
        if not _NAME.fullmatch(each) or each.endswith("."):
            raise Invalid("is no name for a file.", where=repr(each))
    return parts
