"""What is to be verified: the manifests of a source, and a release's files read through them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from lxml import etree, html

from app.domain.errors import Invalid
from app.features.record.verifying.sources import Folder, Source
from app.formats.record_manifest import (
    MANIFEST,
    SITE,
    ListedRelease,
    RecordManifest,
    SiteManifest,
    read_record,
    read_site,
)

Page: TypeAlias = html.HtmlElement


@dataclass(frozen=True)
class Found:
    """The manifests there are; ``site`` where it is an exported one."""

    source: Source
    site: SiteManifest | None
    records: tuple[RecordManifest, ...]


@dataclass(frozen=True)
class OpenRelease:
    """One release, with the bytes its manifest lists, by language and path."""

    briefing: str
    listed: ListedRelease
    files: Mapping[tuple[str, str], bytes]
    is_newest: bool

    @property
    def name(self) -> str:
        return f"{self.briefing}, release {self.listed.number}"

    @property
    def languages(self) -> list[str]:
        return sorted({language for language, _ in self.files})

    @cached_property
    def documents(self) -> dict[str, dict[str, Any]]:
        """Give summary.json by language; what is no JSON object is left out, and missed."""
        found: dict[str, dict[str, Any]] = {}
        for (language, path), content in self.files.items():
            if path == "summary.json":
                try:
                    document = json.loads(content)
                except (ValueError, RecursionError):
                    continue
                if isinstance(document, dict) and isinstance(document.get("sentences"), list):
                    found[language] = document
        return found

    @cached_property
    def pages(self) -> dict[tuple[str, str], Page]:
        types = {(each.language, each.path): each.media_type for each in self.listed.files}
        return {
            at: parsed(content)
            for at, content in self.files.items()
            if types[at].startswith("text/html")
        }


def parsed(content: bytes) -> Page:
    """Read a page; one that cannot be read is a page with nothing on it."""
    try:
        return html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return html.Element("html")


def find_manifests(source: Source, begin: str) -> Found:
    """Find an exported site from its root, or a record from its address; else raise Invalid."""
    listed = source.find(f"{begin}{SITE}")
    if listed is not None:
        site = read_site(listed, SITE)
        if begin != "/":
            raise Invalid("is not the root of its host; verify the folder itself.", where=begin)
        records = [
            read_record(content, file.path)
            for file in site.files
            if file.path.rpartition("/")[2] == MANIFEST
            and (content := source.find(f"/{file.path}")) is not None
        ]
        unique = {each.briefing: each for each in records}
        return Found(source, site, tuple(unique.values()))
    content = source.find(f"{begin}{MANIFEST}")
    if content is None:
        wanted = SITE if isinstance(source, Folder) else f"{SITE} or {MANIFEST}"
        raise Invalid(f"holds no {wanted}: neither an exported site nor a record.", where=begin)
    return Found(source, None, (read_record(content, f"{begin}{MANIFEST}"),))


def address_of(briefing: str, language: str, path: str, number: int | None = None) -> str:
    release = "" if number is None else f"releases/{number}/"
    return f"/{language}/record/{briefing}/{release}{path}"


def open_releases(found: Found) -> list[OpenRelease]:
    return [
        OpenRelease(
            record.briefing,
            release,
            {
                (file.language, file.path): content
                for file in release.files
                if (
                    content := found.source.find(
                        _numbered(record, release, file.language, file.path)
                    )
                )
                is not None
            },
            release is record.releases[-1],
        )
        for record in found.records
        for release in record.releases
    ]


def _numbered(record: RecordManifest, release: ListedRelease, language: str, path: str) -> str:
    return address_of(record.briefing, language, path, release.number)
