"""What the invented delegations of a rehearsal do, at the presidency's click. One transaction each.

They say what the seed says: whoever begins a rehearsal of the same briefing with the same seed
hears the same answers.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from app.db.models import Briefing, Event, Rehearsal, Seat
from app.db.session import atomic, database_time
from app.domain import permissions
from app.domain.actor import Actor, Role
from app.domain.bundle import BundlePosition
from app.domain.errors import Conflict
from app.domain.lifecycle import BriefingState
from app.domain.proceedings import Standing
from app.domain.rehearsing import Answer, Room, answers, chosen, stance, verdict
from app.domain.silence import is_in_time
from app.features.briefings.queries import (
    list_missions,
    list_questions,
    list_seats,
    question_of,
)
from app.features.mirror.queries import read_mirror
from app.features.mirror.service import Found, keep_answer, keep_stance
from app.features.positions.load import Signable, sign_all
from app.features.rehearsals.queries import get_rehearsal
from app.features.rehearsals.script import shipped_script
from app.features.summaries.desk import latest_circulation

ANSWERED = "The delegations of this rehearsal have answered."
CHECKED = "The delegations of this rehearsal have checked this draft."
OVER = "The time for corrections has passed."


def let_answer(db: Session, actor: Actor, slug: str, *, at: datetime) -> None:
    """Let every invented delegation sign what it has to say, once."""
    with atomic(db):
        briefing, rehearsal = _led(db, actor, slug, BriefingState.OPEN)
        if rehearsal.answered_at is not None:
            raise Conflict(ANSWERED)
        place = Signable(
            briefing.slug,
            briefing.seed,
            {seat.code: seat for seat in list_seats(db, briefing.id)},
            {question.number: question for question in list_questions(db, briefing.id)},
        )
        given = [_position(each, at) for each in answers(room_of(db, briefing), shipped_script())]
        if given:
            sign_all(db, place, given)
        rehearsal.answered_at = at
        _note(db, actor, briefing, "rehearsal.answered", at, positions=len(given))


def _position(answer: Answer, at: datetime) -> BundlePosition:
    return BundlePosition(answer.member, answer.cell, answer.statement, at, None, None, None)


def let_check(db: Session, actor: Actor, slug: str, *, at: datetime) -> None:
    """Let every invented delegation look at the draft it was given, and answer part of it."""
    with atomic(db):
        briefing, rehearsal = _led(db, actor, slug, BriefingState.CIRCULATED)
        draft = latest_circulation(db, briefing.id)
        if draft is None or rehearsal.checked == draft.number:
            raise Conflict(CHECKED)
        if not is_in_time(database_time(db), draft.deadline):
            raise Conflict(OVER)
        room = room_of(db, briefing)
        for seat in list_seats(db, briefing.id):
            _check_draft(db, actor, room, seat, slug, at)
        rehearsal.checked = draft.number
        _note(db, actor, briefing, "rehearsal.checked", at, draft=draft.number)


def _check_draft(
    db: Session, actor: Actor, room: Room, seat: Seat, slug: str, at: datetime
) -> None:
    script, language = shipped_script(), room.language_of(seat.code)
    speaker = replace(
        actor,
        roles=frozenset({Role.SIGNATORY}),
        delegation_id=seat.delegation_id,
        presidency_id=None,
    )
    mirror = read_mirror(db, speaker, slug, language)
    sentences = mirror.draft.sentences
    ours = {said.key: said for said in sentences if said.ground.counts(mirror.own)}
    for key in chosen(room, seat.code, list(ours)):
        said = ours[key]
        given = verdict(room, script, seat.code, key, said.text, mirror.draft.language)
        keep_answer(db, speaker, Found(mirror, said, actor.user_id, at), *given)
    if seat.standing is not Standing.MEMBER:
        return
    for said in sentences:
        if said.key in mirror.draft.asked:
            taken = stance(room, script, seat.code, said.key, mirror.draft.language)
            keep_stance(db, speaker, Found(mirror, said, actor.user_id, at), taken)


def end_corrections(db: Session, actor: Actor, slug: str, *, at: datetime) -> None:
    """Let the time for corrections pass: in a rehearsal nobody has to wait for it."""
    with atomic(db):
        briefing, _ = _led(db, actor, slug, BriefingState.CIRCULATED)
        draft, now = latest_circulation(db, briefing.id), database_time(db)
        if draft is None or not is_in_time(now, draft.deadline):
            raise Conflict(OVER)
        draft.deadline = now
        _note(db, actor, briefing, "rehearsal.corrections_ended", at, draft=draft.number)


def _led(db: Session, actor: Actor, slug: str, during: BriefingState) -> tuple[Briefing, Rehearsal]:
    """Give a rehearsal to its presidency, one person at a time until the transaction ends."""
    briefing, rehearsal = get_rehearsal(db, actor, slug)
    db.refresh(briefing, with_for_update=True)
    db.refresh(rehearsal)
    permissions.require(
        permissions.lead_rehearsal(actor, briefing.presidency_id, briefing.state, during)
    )
    return briefing, rehearsal


def room_of(db: Session, briefing: Briefing) -> Room:
    """Give the seed everything it answers to; members in the order of their letters."""
    codes = [seat.code for seat in list_seats(db, briefing.id)]
    return Room(
        briefing.seed,
        tuple(sorted(codes, key=lambda code: (len(code), code))),
        tuple(question_of(row) for row in list_questions(db, briefing.id)),
        tuple(mission.acronym for mission in list_missions(db, briefing.id)),
        tuple(briefing.languages),
    )


def _note(
    db: Session, actor: Actor, briefing: Briefing, act: str, at: datetime, **detail: int
) -> None:
    db.add(Event.of(actor, act, at=at, briefing_id=briefing.id, **detail))
