"""The files of a release that are no pages: what each is called, and what it is."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.domain.corrigendum import Correction
from app.domain.proceedings import in_language
from app.domain.summary import Summary
from app.features.record.corrections import corrections_document
from app.features.summaries.releasing import FrozenFile, Gates
from app.formats import summary_csvw
from app.formats.summary_akn import summary_akn
from app.formats.summary_blocks import printed
from app.formats.summary_csv import summary_csv
from app.formats.summary_json import SCHEMA, encoded, summary_document
from app.formats.summary_paper import PAPER, on_paper
from app.formats.summary_xlsx import summary_xlsx
from app.formats.table_words import TABLE_WORDS

TYPES = {
    **PAPER,
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/akn+xml",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "csv-metadata.json": summary_csvw.MEDIA_TYPE,
}


def downloads(
    summary: Summary, document: dict[str, Any], at: datetime, corrections: Sequence[Correction]
) -> list[FrozenFile]:
    """Make the files of one language, all from the same summary and its one public ``document``."""
    language = summary.language
    paper = printed(summary, issued_at=at)
    title = in_language(summary.proceedings.title, language)
    contents = {
        **{kind: on_paper(paper, kind) for kind in PAPER},
        "xlsx": summary_xlsx(summary, paper, document),
        "xml": summary_akn(summary, paper, document, corrections),
        "json": encoded(document),
        "csv": summary_csv(document),
        "csv-metadata.json": summary_csvw.summary_csvw(document, title),
    }
    return [
        FrozenFile(language, f"summary.{kind}", TYPES[kind], content)
        for kind, content in contents.items()
    ]


def public_document(
    summary: Summary, gates: Gates, at: datetime, corrections: Sequence[Correction]
) -> dict[str, Any]:
    """Give the JSON of one language, as data/schemas has it."""
    language = summary.language
    document = summary_document(summary, gates[language], computed_at=at, public=True)
    return {"$schema": SCHEMA} | document | corrections_document(corrections, language)


def label(path: str, language: str) -> str:
    """Name a download as a page lists it."""
    kind = path.partition(".")[2]
    return TABLE_WORDS[language].csv_schema if "metadata" in kind else kind.upper()
