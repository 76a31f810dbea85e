"""Making a rehearsal of a briefing. One transaction; no position is ever read in it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from app.db.models import Briefing, ConceptNote, Delegation, Event, Rehearsal
from app.db.session import atomic
from app.domain import permissions, proceedings
from app.domain.actor import Actor
from app.domain.errors import Invalid
from app.domain.lifecycle import BriefingState, Origin, advance
from app.domain.proceedings import Standing
from app.domain.rehearsing import check_seed, invented_seats, retitled
from app.features.briefings.convening import (
    Convening,
    add_briefing,
    add_missions,
    add_questions,
    add_seats,
)
from app.features.briefings.queries import (
    get_presided,
    list_missions,
    list_questions,
    list_seats,
    mission_of,
    question_of,
)
from app.features.briefings.slugs import find_free_slug
from app.features.rehearsals.script import shipped_script

OPEN_FOR = timedelta(days=14)
DESK = "invented-"  # before the letter, where a State's desk has its code


def begin_rehearsal(db: Session, actor: Actor, slug: str, seed: str, *, at: datetime) -> str:
    """Copy what was prepared of a briefing, seat invented delegations, open; give the slug."""
    with atomic(db):
        source = get_presided(db, actor, slug)
        permissions.require(permissions.rehearse(actor, source.presidency_id, source.origin))
        seats = _seats_like(db, source)
        briefing = add_briefing(db, _convening(db, source, check_seed(seed), seats), at=at)
        add_seats(db, briefing, seats, _invented_desks(db, seats))
        add_missions(db, briefing, [mission_of(row) for row in list_missions(db, source.id)])
        _copy_questions(db, source, briefing)
        _copy_note(db, source, briefing)
        briefing.state = advance(briefing.state, BriefingState.OPEN)
        briefing.opened_at, briefing.deadline = at, at + OPEN_FOR
        db.add(Rehearsal(briefing_id=briefing.id, source_id=source.id))
        detail = {"briefing_id": briefing.id, "seed": briefing.seed, "of": source.slug}
        db.add(Event.of(actor, "rehearsal.begun", at=at, **detail))
        return briefing.slug


def _seats_like(db: Session, source: Briefing) -> tuple[proceedings.Seat, ...]:
    """Give as many invented members as there are members, and invited ones as invited."""
    standings = [seat.standing for seat in list_seats(db, source.id)]
    invited = standings.count(Standing.INVITED)
    if len(standings) == invited:
        raise Invalid("Choose the members first: a rehearsal seats as many.", where="seed")
    return invented_seats(shipped_script(), len(standings) - invited, invited)


def _convening(
    db: Session, source: Briefing, seed: str, seats: Sequence[proceedings.Seat]
) -> Convening:
    return Convening(
        slug=find_free_slug(db, f"{source.slug[:48]}-rehearsal"),
        title=retitled(shipped_script(), source.title, source.slug),
        meeting_date=source.meeting_date,
        presiding=seats[0].code,
        attribution=source.attribution,
        languages=tuple(source.languages),
        origin=Origin.REHEARSAL,
        seed=seed,
        presidency_id=source.presidency_id,
        briefers=tuple(source.briefers),
    )


def _invented_desks(db: Session, seats: Sequence[proceedings.Seat]) -> dict[str, Delegation]:
    """Give desks that nobody sits at, the same for every rehearsal."""
    codes = {f"{DESK}{seat.code}": seat for seat in seats}
    known = db.scalars(select(Delegation).where(Delegation.code.in_(codes)))
    desks = {desk.code: desk for desk in known}
    for code, seat in codes.items():
        if code not in desks:
            desks[code] = Delegation(code=code, names=dict(seat.names), is_invented=True)
            db.add(desks[code])
    db.flush()
    return {codes[code].code: desk for code, desk in desks.items()}


def _copy_questions(db: Session, source: Briefing, briefing: Briefing) -> None:
    rows = list_questions(db, source.id)
    if not rows:
        raise Invalid("Enter the guiding questions first: they are rehearsed.", where="seed")
    prompts = {row.number: list(row.prompts) for row in rows}
    add_questions(db, briefing, [question_of(row) for row in rows], prompts)


def _copy_note(db: Session, source: Briefing, briefing: Briefing) -> None:
    note = db.scalar(
        select(ConceptNote)
        .where(ConceptNote.briefing_id == source.id)
        .options(undefer(ConceptNote.content))
    )
    if note is None:  # loaded without one
        return
    db.add(
        ConceptNote(
            briefing_id=briefing.id,
            file_name=note.file_name,
            content=note.content,
            sha256=note.sha256,
            text=note.text,
            reading=note.reading,
            corrected=note.corrected,
        )
    )
