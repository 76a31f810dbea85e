"""Languages and downloads of one release say the same sentences with the same numbers."""

import csv
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from app.features.record.verifying.releases import OpenRelease
from app.features.record.verifying.sources import LARGEST
from app.formats.summary_csv import COLUMNS, safe_cell

SAME = (
    "id", "part", "question", "mission", "missions", "by", "kind", "value",
    "count", "of", "members", "revisions", "outcome",
)  # fmt: skip
ZIPPED = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def language_faults(release: OpenRelease) -> Iterator[str]:
    """Every language counts the same, in the same order."""
    missing = set(release.languages) - set(release.documents)
    yield from (
        f"{language}/summary.json: is missing or no summary" for language in sorted(missing)
    )
    told = {
        language: [[each[name] for name in SAME] for each in document["sentences"]]
        for language, document in release.documents.items()
    }
    for language, document in release.documents.items():
        if (document["language"], document["briefing"]) != (language, release.briefing):
            yield f"{language}/summary.json: is of another language or briefing"
        if told[language] != next(iter(told.values())):
            yield f"{language}/summary.json: counts otherwise than {next(iter(told))}"


def download_faults(release: OpenRelease) -> Iterator[str]:
    """Every download is whole, of its kind; the CSV has the rows of the data."""
    for (language, path), content in release.files.items():
        kind = path.rpartition(".")[2] if not path.endswith("/") else ""
        where = f"{language}/{path}"
        if kind == "csv" and path == "summary.csv":
            document = release.documents.get(language)
            if document and _rows(content) != _expected_rows(document):
                yield f"{where}: has other rows than the data"
        elif fault := _kind_fault(kind, content):
            yield f"{where}: {fault}"
    for language in release.languages:
        for needed in ("summary.pdf", "summary.docx", "summary.csv"):
            if (language, needed) not in release.files:
                yield f"{language}/{needed}: is missing"


def _rows(content: bytes) -> list[list[str]]:
    try:
        return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        return []


def _expected_rows(document: Mapping[str, Any]) -> list[list[str]]:
    said = document["sentences"]
    return [list(COLUMNS), *([safe_cell(each[column]) for column in COLUMNS] for each in said)]


def _kind_fault(kind: str, content: bytes) -> str | None:
    if kind == "pdf":
        whole = content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
        return None if whole else "is no whole PDF"
    if kind in ZIPPED:
        return None if _is_package(content, ZIPPED[kind]) else f"is no whole {kind.upper()} file"
    if kind == "xml":
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            etree.fromstring(content, parser)
        except etree.XMLSyntaxError:
            return "is no XML"
    return None


def _is_package(content: bytes, needed: str) -> bool:
    try:
        package = ZipFile(BytesIO(content))
        size = sum(each.file_size for each in package.infolist())
        return size <= LARGEST and package.testzip() is None and needed in package.namelist()
    except BROKEN:
        return False
