"""Convening from a note, and correcting what was read. Each function is one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Delegation, Event, Presidency
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.attribution import Attribution
from app.domain.lifecycle import Origin
from app.domain.position import LANGUAGES
from app.domain.slug import check_slug
from app.features.briefings.convening import Convening, add_briefing, add_note
from app.features.briefings.preparing import (
    get_draft,
    get_note,
    require_unchanged,
    rewrite_questions,
)
from app.features.briefings.slugs import find_free_slug, suggest_slug
from app.features.briefings.upload import NoteFile


@dataclass(frozen=True)
class Correction:
    """The fields of the reading as the presidency wants them; ``kept`` maps new to old numbers."""

    version: str
    fields: Mapping[str, Any]
    kept: Mapping[int, int]


def convene_briefing(
    db: Session, actor: Actor, note: NoteFile, slug: str, *, seed: str, at: datetime
) -> Briefing:
    """Make a briefing in draft from a note that was read; without a slug one is suggested."""
    with atomic(db):
        permissions.require(permissions.convene(actor))
        briefing = add_briefing(db, _convening(db, actor, note, slug, seed, at), at=at)
        add_note(db, briefing, note)
        rewrite_questions(db, briefing, note.reading, {})
        db.add(
            Event.of(actor, "briefing.convened", at=at, briefing_id=briefing.id, note=note.sha256)
        )
        return briefing


def correct_note(
    db: Session, actor: Actor, slug: str, correction: Correction, *, at: datetime
) -> None:
    """Correct the reading; the reading itself and the file stay as they were."""
    with atomic(db):
        briefing = get_draft(db, actor, slug)
        note = get_note(db, briefing.id)
        require_unchanged(correction.version, note.corrected)
        corrected = {**note.corrected, **correction.fields}
        corrected["questions"] = _with_stale(note.corrected, corrected, correction.kept)
        _retitle(briefing, note.corrected, corrected)
        briefing.meeting_date = _day(corrected["meeting_date"])
        briefing.briefers = list(corrected["briefers"])
        note.corrected = corrected
        rewrite_questions(db, briefing, corrected, correction.kept)
        db.add(Event.of(actor, "briefing.note_corrected", at=at, briefing_id=briefing.id))


def _convening(
    db: Session, actor: Actor, note: NoteFile, slug: str, seed: str, at: datetime
) -> Convening:
    reading = note.reading
    day = _day(reading["meeting_date"])
    suggested = suggest_slug(day or at.date(), reading["title"], reading["symbol"])
    return Convening(
        slug=check_slug(slug) if slug else find_free_slug(db, suggested),
        title=_title(reading),
        meeting_date=day,
        presiding=_presiding(db, actor),
        attribution=Attribution.COUNTED,
        languages=LANGUAGES,
        origin=Origin.LIVE,
        seed=seed,
        presidency_id=actor.presidency_id,
        briefers=tuple(reading["briefers"]),
    )


def _presiding(db: Session, actor: Actor) -> str | None:
    return db.scalar(
        select(Delegation.code)
        .join(Presidency, Presidency.delegation_id == Delegation.id)
        .where(Presidency.id == actor.presidency_id)
    )


def _title(reading: Mapping[str, Any]) -> dict[str, str]:
    return {reading["language"] or "en": reading["title"]} if reading["title"] else {}


def _retitle(briefing: Briefing, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Carry the title of the note over; titles in other languages stay."""
    other = {k: v for k, v in briefing.title.items() if k not in _title(before)}
    briefing.title = {**other, **_title(after)}


def _with_stale(
    before: Mapping[str, Any], after: Mapping[str, Any], kept: Mapping[int, int]
) -> list[dict[str, Any]]:
    """Mark each question whose words changed: its translations are to be looked at again."""
    old = {item["number"]: item for item in before["questions"]}
    marked = []
    for item in after["questions"]:
        was = old.get(kept.get(item["number"], 0))
        stale = was is not None and (was.get("stale", False) or was["text"] != item["text"])
        marked.append({**item, "stale": stale})
    return marked


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
