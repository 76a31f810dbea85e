"""What a delegation does with a statement it pasted. Each public function is one transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Event, Speech
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.note.language import detect_language
from app.domain.points import cut
from app.domain.position import LANGUAGES, Cell, without_hidden
from app.features.positions.acts import Act, begin
from app.features.positions.drafting import check_picks, draft_together
from app.features.positions.queries import list_held
from app.features.positions.speech_gathering import gathered
from app.features.positions.speech_placing import propose_at_once
from app.features.positions.targets import Pick

LONGEST = 100_000  # characters: two hours at the table
MOST = 20  # statements kept at one desk
NO_SPEECH = "There is no such statement."


@dataclass(frozen=True)
class SpeechPlace:
    """One kept statement of one briefing, as an address names it."""

    slug: str
    number: int


def add_speech(
    db: Session, actor: Actor, slug: str, text: str, language: str | None, *, at: datetime
) -> int:
    """Keep a statement, cut into points, and say where each seems to belong."""
    with atomic(db):
        act = begin(db, actor, slug, at)
        permissions.require(act.desk.drafting_refusal(actor))
        text = without_hidden(text).strip()
        spoken = language or detect_language(text)
        _check(db, act, text, spoken)
        cuts = cut(text, spoken or "en")
        if not cuts.points:
            raise Invalid("No point was found in this text.", where="text")
        speech = Speech(
            seat_id=act.seat.id,
            number=_last_number(db, act) + 1,
            text=text,
            language=spoken,
            points=[{"start": each.start, "end": each.end} for each in cuts.points],
            proposed=propose_at_once(db, act.briefing, text, spoken or "en"),
            decided={},
            added_by=actor.user_id,
            added_at=at,
        )
        db.add_all([speech, _event(act, "speech.added")])
        return speech.number


def _last_number(db: Session, act: Act) -> int:
    mine = select(func.max(Speech.number)).where(Speech.seat_id == act.seat.id)
    return db.scalar(mine) or 0


def _check(db: Session, act: Act, text: str, language: str | None) -> None:
    if not text:
        raise Invalid("Paste the statement, or choose a file.", where="text")
    if len(text) > LONGEST:
        raise Invalid(f"Shorten the text to {LONGEST} characters.", where="text")
    if language not in LANGUAGES:
        raise Invalid("Say which language the statement is in.", where="language")
    mine = select(func.count()).select_from(Speech).where(Speech.seat_id == act.seat.id)
    if (db.scalar(mine) or 0) >= MOST:
        raise Invalid("Finish or discard one of the statements kept here first.", where="text")


def decide(
    db: Session, actor: Actor, place: SpeechPlace, point: int, cell: Cell | None, *, at: datetime
) -> None:
    """Put one point in a cell, or leave it out."""
    with atomic(db):
        act, speech = _open(db, actor, place, at)
        if not 0 <= point < len(speech.points):
            raise NotFound(NO_SPEECH)
        if cell is not None:
            act.desk.question(cell.question)
            act.desk.mission(cell.mission)
        decision: dict[str, Any] = {"cell": cell and [cell.question, cell.mission]}
        speech.decided = {**speech.decided, str(point): decision}


def reconsider(db: Session, actor: Actor, place: SpeechPlace, point: int, *, at: datetime) -> None:
    """Take back what was said of one point."""
    with atomic(db):
        _, speech = _open(db, actor, place, at)
        speech.decided = {key: said for key, said in speech.decided.items() if key != str(point)}


def gather(
    db: Session, actor: Actor, place: SpeechPlace, picks: tuple[Pick, ...], *, at: datetime
) -> int:
    """Draft what was placed in every ticked cell; give the number to undo it by."""
    with atomic(db):
        act, speech = _open(db, actor, place, at)
        held = list_held(db, act.seat.id)
        writings = gathered(speech, held)
        check_picks(picks, held)
        if any(pick.cell not in writings for pick in picks):
            raise Conflict("The points were placed otherwise meanwhile. Look again.")
        chosen = {pick.cell: writings[pick.cell] for pick in picks}
        return draft_together(db, act, "gathered", held, chosen)


def discard(db: Session, actor: Actor, place: SpeechPlace, *, at: datetime) -> None:
    """Let go of the statement; drafts made from it stay."""
    with atomic(db):
        act, speech = _open(db, actor, place, at)
        db.delete(speech)
        db.add(_event(act, "speech.discarded"))


def _open(db: Session, actor: Actor, place: SpeechPlace, at: datetime) -> tuple[Act, Speech]:
    act = begin(db, actor, place.slug, at)
    permissions.require(act.desk.drafting_refusal(actor))
    mine = Speech.number == place.number, Speech.seat_id == act.seat.id
    speech = db.scalar(select(Speech).where(*mine))
    if speech is None:
        raise NotFound(NO_SPEECH)
    return act, speech


def _event(act: Act, name: str) -> Event:
    where = {"briefing_id": act.briefing.id, "delegation_id": act.seat.delegation_id}
    return Event.of(act.actor, name, at=act.at, **where)
