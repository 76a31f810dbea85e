"""Putting a briefing together: the rows the desk, the loader and the demonstration all add.

Nothing here opens a transaction; services do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import (
    Briefing,
    ConceptNote,
    Delegation,
    Mission,
    NamedGroup,
    Presidency,
    Question,
    Seat,
)
from app.domain import proceedings
from app.domain.attribution import Attribution
from app.domain.errors import Conflict
from app.domain.lifecycle import BriefingState, Origin
from app.domain.order import drawn_letter, from_letter
from app.features.briefings.upload import NoteFile


@dataclass(frozen=True)
class Convening:
    """What a briefing is told when it is made; seats, missions and questions are added to it."""

    slug: str
    title: dict[str, str]
    meeting_date: date | None
    presiding: str | None
    attribution: Attribution
    languages: tuple[str, ...]
    origin: Origin
    seed: str
    presidency_id: int | None = None
    briefers: tuple[str, ...] = ()


def add_briefing(db: Session, convening: Convening, *, at: datetime) -> Briefing:
    """Add a briefing in draft; refuse a slug that is taken."""
    if db.scalar(select(Briefing.id).where(Briefing.slug == convening.slug)):
        raise Conflict(f"A briefing “{convening.slug}” already exists.")
    briefing = Briefing(
        slug=convening.slug,
        presidency_id=convening.presidency_id,
        presiding=convening.presiding,
        title=convening.title,
        meeting_date=convening.meeting_date,
        briefers=list(convening.briefers),
        languages=list(convening.languages),
        attribution=convening.attribution,
        origin=convening.origin,
        state=BriefingState.DRAFT,
        seed=convening.seed,
        created_at=at,
    )
    db.add(briefing)
    db.flush()
    return briefing


def add_seats(
    db: Session,
    briefing: Briefing,
    seats: Sequence[proceedings.Seat],
    desks: Mapping[str, Delegation] | None = None,
) -> dict[str, Seat]:
    """Seat delegations in English alphabetical order from the drawn letter, by code.

    Without ``desks`` they sit at those that bear their codes.
    """
    desks = desks or find_or_add_delegations(db, seats)
    order = from_letter([seat.names for seat in seats], drawn_letter(briefing.seed))
    rows = {
        seats[at].code: Seat(
            briefing_id=briefing.id,
            delegation_id=desks[seats[at].code].id,
            place=place,
            code=seats[at].code,
            names=dict(seats[at].names),
            standing=seats[at].standing,
        )
        for place, at in enumerate(order)
    }
    db.add_all(rows.values())
    db.flush()
    return rows


def find_or_add_delegations(
    db: Session, seats: Sequence[proceedings.Seat]
) -> dict[str, Delegation]:
    codes = [seat.code for seat in seats]
    known = db.scalars(select(Delegation).where(Delegation.code.in_(codes)))
    desks = {desk.code: desk for desk in known}
    for seat in seats:
        if seat.code not in desks:
            desks[seat.code] = Delegation(code=seat.code, names=dict(seat.names))
            db.add(desks[seat.code])
    db.flush()
    return desks


def add_missions(
    db: Session, briefing: Briefing, missions: Sequence[proceedings.Mission]
) -> list[Mission]:
    """List missions in English alphabetical order of their acronyms from the drawn letter."""
    order = from_letter([{"en": each.acronym} for each in missions], drawn_letter(briefing.seed))
    rows = [
        Mission(
            briefing_id=briefing.id,
            place=place,
            acronym=missions[at].acronym,
            names=dict(missions[at].names),
            mandate_expires=missions[at].mandate_expires,
        )
        for place, at in enumerate(order)
    ]
    db.add_all(rows)
    db.flush()
    return rows


def add_questions(
    db: Session,
    briefing: Briefing,
    questions: Sequence[proceedings.Question],
    prompts: dict[int, list[str]] | None = None,
) -> dict[int, Question]:
    """Add questions with their scales, by number."""
    rows = {
        question.number: Question(
            briefing_id=briefing.id,
            number=question.number,
            text=dict(question.text),
            original=question.original,
            prompts=(prompts or {}).get(question.number, []),
            scale=[_scale_value(value) for value in question.scale],
        )
        for question in questions
    }
    db.add_all(rows.values())
    db.flush()
    return rows


def _scale_value(value: proceedings.ScaleValue) -> dict[str, Any]:
    return {**asdict(value), "label": dict(value.label)}


def add_groups(db: Session, briefing: Briefing, groups: Sequence[proceedings.NamedGroup]) -> None:
    """Declare groups, in the order given."""
    db.add_all(
        NamedGroup(
            briefing_id=briefing.id,
            place=place,
            code=group.code,
            names=dict(group.names),
            members=list(group.members),
            source=group.source,
            as_of=group.as_of,
        )
        for place, group in enumerate(groups)
    )
    db.flush()


def add_note(db: Session, briefing: Briefing, note: NoteFile) -> ConceptNote:
    """Keep the file as it came beside what was read from it; corrections start from the reading."""
    row = ConceptNote(
        briefing_id=briefing.id,
        file_name=note.name,
        content=note.content,
        sha256=note.sha256,
        text=note.text,
        reading=note.reading,
        corrected=note.reading,
    )
    db.add(row)
    return row


def add_chair(db: Session, briefing: Briefing, seat: Seat, term: tuple[date, date]) -> None:
    """Give the seat that holds the chair its presidency's desk, apart from the seat's own."""
    begins_on, ends_on = term
    presidency = db.scalar(
        select(Presidency).where(
            Presidency.delegation_id == seat.delegation_id,
            Presidency.begins_on == begins_on,
            Presidency.ends_on == ends_on,
        )
    )
    if presidency is None:
        presidency = Presidency(
            delegation_id=seat.delegation_id, begins_on=begins_on, ends_on=ends_on
        )
        db.add(presidency)
        db.flush()
    briefing.presidency_id = presidency.id
