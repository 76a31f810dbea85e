"""What was issued, as it was issued: releases, their bytes, and what is read from them."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

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
FIRST = aliased(Release)  # of a briefing: its moment is the briefing's own


@dataclass(frozen=True)
class Issued:
    """A briefing with its newest release; ``at`` is when the first was issued."""

    briefing: Briefing
    release: Release
    at: datetime

    @property
    def is_published(self) -> bool:
        return self.release.published_at is not None

    def language(self, wanted: str) -> str:
        languages = self.briefing.languages
        return wanted if wanted in languages else languages[0]


def newest(*readable: ColumnElement[bool]) -> ColumnElement[bool]:
    """Choose of every briefing the newest release alone, of those that are ``readable``.

    A corrigendum that is issued and not public leaves the public what it had.
    """
    newest_ids = select(func.max(Release.id)).where(*readable).group_by(Release.briefing_id)
    return Release.id.in_(newest_ids)


def is_issued() -> ColumnElement[bool]:
    """Choose what was issued; what is rehearsed is nobody's business beyond its own desk."""
    return Briefing.state.in_(RELEASED) & (Briefing.origin != Origin.REHEARSAL)


def list_issued(
    db: Session, *which: ColumnElement[bool], readable: Collection[ColumnElement[bool]] = ()
) -> list[Issued]:
    """Give what was issued, the latest first: a corrigendum makes no briefing a later one."""
    rows = db.execute(
        select(Briefing, Release, FIRST.issued_at)
        .join(Release, Release.briefing_id == Briefing.id)
        .join(FIRST, (FIRST.briefing_id == Briefing.id) & (FIRST.number == 1))
        .where(is_issued(), newest(*readable), *which)
        .order_by(FIRST.issued_at.desc(), FIRST.id.desc())
    )
    return [Issued(*row) for row in rows]


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
        FIRST.issued_at < before,
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
