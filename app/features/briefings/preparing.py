"""What every step of the preparation shares: the draft itself, its marks, its rows rewritten.

Nothing here opens a transaction; services do.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from app.db.models import Briefing, ConceptNote, Mission, NamedGroup, Question, Seat
from app.domain import permissions, proceedings
from app.domain.actor import Actor
from app.domain.errors import Conflict, NotFound
from app.features.briefings.convening import (
    add_groups,
    add_missions,
    add_questions,
    add_seats,
)
from app.features.briefings.defaults import default_scale
from app.features.briefings.queries import (
    get_presided,
    group_of,
    list_groups,
    list_missions,
    list_questions,
    list_seats,
    mission_of,
    question_of,
    seat_of,
)

CHANGED = "Someone saved this page while you were writing. Compare, then save again."


def get_draft(db: Session, actor: Actor, slug: str) -> Briefing:
    """Give a briefing in preparation to its presidency, and count this as a change of it.

    The count makes two changes at the same moment, opening among them, exclude each other.
    """
    briefing = get_presided(db, actor, slug)
    permissions.require(permissions.prepare(actor, briefing.presidency_id, briefing.state))
    flag_modified(briefing, "languages")
    return briefing


def get_note(db: Session, briefing_id: int) -> ConceptNote:
    note = db.scalar(select(ConceptNote).where(ConceptNote.briefing_id == briefing_id))
    if note is None:
        raise NotFound("This briefing was not prepared here.")
    return note


def mark_of(stored: object) -> str:
    """Give a short mark of what is stored, for a form to say what it was written on."""
    plain = json.dumps(stored, sort_keys=True, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def require_unchanged(version: str, stored: object) -> None:
    if version != mark_of(stored):
        raise Conflict(CHANGED)


def title_state(briefing: Briefing) -> object:
    return [briefing.slug, briefing.title, briefing.languages]


def rule_state(briefing: Briefing) -> object:
    return [briefing.attribution, briefing.deadline]


def questions_state(questions: Sequence[Question]) -> object:
    return [[question.number, question.text] for question in questions]


def rewrite_questions(
    db: Session,
    briefing: Briefing,
    corrected: Mapping[str, Any],
    kept: Mapping[int, int],
) -> None:
    """Make the questions those of the corrected reading; scales and translations stay.

    ``kept`` says which number each question had before; a new one gets a scale of its own.
    """
    before = {row.number: question_of(row) for row in list_questions(db, briefing.id)}
    language = corrected["language"]
    items = corrected["questions"]
    questions = []
    for item in items:
        old = before.get(kept.get(item["number"], 0))
        translations = (
            {lang: text for lang, text in old.text.items() if lang not in {old.original, language}}
            if old
            else {}
        )
        text = {**translations, language or "en": item["text"]}
        scale = old.scale if old else default_scale(item["number"], len(items))
        questions.append(proceedings.Question(item["number"], text, scale, language))
    db.execute(delete(Question).where(Question.briefing_id == briefing.id))
    add_questions(db, briefing, questions, {item["number"]: item["prompts"] for item in items})


def reseat(
    db: Session, briefing: Briefing, add: Sequence[proceedings.Seat], remove: frozenset[str]
) -> None:
    """Add and remove seats; the drawn order is that of all of them together."""
    gone = remove | {seat.code for seat in add}
    staying = [seat_of(row) for row in list_seats(db, briefing.id) if row.code not in gone]
    db.execute(delete(Seat).where(Seat.briefing_id == briefing.id))
    add_seats(db, briefing, [*staying, *add])


def relist_missions(
    db: Session, briefing: Briefing, add: Sequence[proceedings.Mission], remove: frozenset[str]
) -> None:
    gone = remove | {mission.acronym for mission in add}
    rows = list_missions(db, briefing.id)
    staying = [mission_of(row) for row in rows if row.acronym not in gone]
    db.execute(delete(Mission).where(Mission.briefing_id == briefing.id))
    add_missions(db, briefing, [*staying, *add])


def redeclare(
    db: Session, briefing: Briefing, add: Sequence[proceedings.NamedGroup], remove: frozenset[str]
) -> None:
    """Declare groups or take them back; one declared again keeps its place."""
    fresh = {group.code: group for group in add}
    staying = [group_of(row) for row in list_groups(db, briefing.id) if row.code not in remove]
    kept = [fresh.pop(group.code, group) for group in staying]
    db.execute(delete(NamedGroup).where(NamedGroup.briefing_id == briefing.id))
    add_groups(db, briefing, [*kept, *fresh.values()])
