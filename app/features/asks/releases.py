"""What was issued, as it was issued: releases, their bytes, and what is read from them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.db.models import Ask, Briefing, ConceptNote, Mission, Release, ReleaseFile
from app.domain.asks import Asked
from app.domain.brief import Brief, brief_of, compare
from app.domain.carrying import ask_alike
from app.domain.lifecycle import Origin
from app.domain.permissions import RELEASED
from app.domain.proceedings import Question, in_language
from app.domain.wording import wording_in
from app.features.briefings.queries import list_missions, list_questions, mission_of, question_of

MOST_EARLIER = 6  # briefings looked through for what changed


@dataclass(frozen=True)
class Issued:
    """A briefing with its newest release."""

    briefing: Briefing
    release: Release

    @property
    def is_published(self) -> bool:
        return self.release.published_at is not None

    def language(self, wanted: str) -> str:
        languages = self.briefing.languages
        return wanted if wanted in languages else languages[0]


def newest() -> ColumnElement[bool]:
    """Choose of every briefing the newest release alone."""
    return Release.id.in_(select(func.max(Release.id)).group_by(Release.briefing_id))


def is_issued() -> ColumnElement[bool]:
    """Choose what was issued; what is rehearsed is nobody's business beyond its own desk."""
    return Briefing.state.in_(RELEASED) & (Briefing.origin != Origin.REHEARSAL)


def list_issued(db: Session, *which: ColumnElement[bool]) -> list[Issued]:
    """Give what was issued, the latest first."""
    rows = db.execute(
        select(Briefing, Release)
        .join(Release, Release.briefing_id == Briefing.id)
        .where(is_issued(), newest(), *which)
        .order_by(Release.issued_at.desc(), Release.id.desc())
    )
    return [Issued(briefing, release) for briefing, release in rows]


def find_document(db: Session, release: Release, language: str) -> dict[str, Any] | None:
    """Give the summary of a release from its own bytes."""
    content = db.scalar(
        select(ReleaseFile.content).where(
            ReleaseFile.release_id == release.id,
            ReleaseFile.language == language,
            ReleaseFile.path == "summary.json",
        )
    )
    return None if content is None else json.loads(content)


def asked_of(row: Ask) -> Asked:
    return Asked(
        *(row.key, row.paragraph, row.kind, row.question, row.mission, row.owner),
        *(row.count, row.of, tuple(row.seats), row.texts, row.words),
    )


def list_asked(db: Session, release: Release) -> list[Asked]:
    rows = db.scalars(select(Ask).where(Ask.release_id == release.id).order_by(Ask.paragraph))
    return [asked_of(row) for row in rows]


def brief_from(
    db: Session, briefing: Briefing, document: dict[str, Any], asked: list[Asked]
) -> Brief:
    questions = [question_of(row) for row in list_questions(db, briefing.id)]
    missions = [mission_of(row) for row in list_missions(db, briefing.id)]
    return brief_of(document, questions, missions, asked)


def compared(db: Session, brief: Brief, briefing: Briefing, before: datetime) -> Brief:
    """Say what changed since the briefings issued before a moment that asked the same."""
    return compare(brief, _earlier(db, brief, briefing, before))


def _earlier(
    db: Session, brief: Brief, briefing: Briefing, before: datetime
) -> Iterator[tuple[str, Brief, dict[int, int]]]:
    mine = select(Mission.acronym).where(Mission.briefing_id == briefing.id)
    same = select(Mission.briefing_id).where(Mission.acronym.in_(mine))
    found = list_issued(
        db,
        Briefing.id != briefing.id,
        Briefing.origin == briefing.origin,
        Briefing.id.in_(same),
        Release.issued_at < before,
    )
    for each in found[:MOST_EARLIER]:
        document = find_document(db, each.release, each.briefing.languages[0])
        if document is not None:
            then = brief_from(db, each.briefing, document, [])
            yield each.briefing.slug, then, _alike(brief.questions, then.questions)


def _alike(now: tuple[Question, ...], then: tuple[Question, ...]) -> dict[int, int]:
    """Match questions that ask the same on the same scale, by number."""
    found: dict[int, int] = {}
    for question in now:
        scale = [value.code for value in question.scale]
        for other in then:
            is_same = scale == [value.code for value in other.scale]
            if is_same and ask_alike(question.text, other.text):
                found.setdefault(question.number, other.number)
    return found


def name_of(briefing: Briefing, language: str) -> str:
    """Call a briefing by its title and its day."""
    title = in_language(briefing.title, language)
    day = briefing.meeting_date
    return f"{title} ({wording_in(language).date(day)})" if day else title


def note_symbol(db: Session, briefing_id: int) -> str:
    """Give the symbol of the concept note, where it was read or entered."""
    corrected = db.scalar(
        select(ConceptNote.corrected).where(ConceptNote.briefing_id == briefing_id)
    )
    return (corrected or {}).get("symbol") or ""
