"""The text of now against the bytes that were issued. Reads only."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from app.db.models import Briefing, Corrigendum, Release, ReleaseFile
from app.domain.corrigendum import Change, Document, changes, hash_of
from app.features.summaries.releasing import (
    Gates,
    Summaries,
    all_gates,
    compile_briefing,
    content_hash,
)
from app.formats.summary_json import summary_document

NO_MOMENT = datetime.min.replace(tzinfo=UTC)  # no word of a sentence depends on one
Changes = Mapping[str, tuple[Change, ...]]  # by language


@dataclass(frozen=True)
class Comparison:
    """What a corrigendum would issue; ``digest`` is of its text and its reason."""

    summaries: Summaries
    gates: Gates
    changes: Changes
    digest: str


def compare(db: Session, briefing: Briefing, row: Corrigendum) -> Comparison:
    """Compare every language; Conflict where more than words is another."""
    summaries = compile_briefing(db, briefing)
    issued = issued_documents(db, briefing, row.corrects)
    found = {
        language: changes(
            issued[language], summary_document(summary, {}, computed_at=NO_MOMENT, public=True)
        )
        for language, summary in summaries.items()
    }
    digest = hash_of(row.id, row.number or 0, row.reason, content_hash(summaries))
    return Comparison(summaries, all_gates(summaries), found, digest)


def issued_documents(db: Session, briefing: Briefing, number: int) -> dict[str, Document]:
    rows = db.scalars(
        select(ReleaseFile)
        .join(Release, Release.id == ReleaseFile.release_id)
        .where(
            Release.briefing_id == briefing.id,
            Release.number == number,
            ReleaseFile.path == "summary.json",
        )
        .options(undefer(ReleaseFile.content))
    )
    return {row.language: json.loads(row.content) for row in rows}


def kept(found: Changes) -> dict[str, object]:
    """Write changes as they are told and kept."""
    return {
        language: [[each.id, each.before, each.after] for each in changed]
        for language, changed in found.items()
    }


def read_kept(told: Mapping[str, list[list[str]]], language: str) -> tuple[Change, ...]:
    return tuple(Change(*each) for each in told.get(language, []))
