"""How the letter is written, and its symbol noted. Each public function is one transaction."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.db.models import Briefing, Event, Letter
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.gates.letters import find_name_fault, find_opening_fault
from app.domain.letter import (
    LONGEST_NAME,
    LONGEST_OPENING,
    Addressee,
    Role,
    check_day,
    read_symbol,
)
from app.domain.position import find_hidden
from app.features.briefings import entries
from app.features.letters.queries import NO_DOCUMENT, find_letter, mark_of
from app.features.summaries.desk import find_correcting
from app.features.summaries.desk_acts import days_of
from app.features.summaries.drafting import get_locked
from app.features.summaries.queries import proceedings_of

TOLD = (
    "Delegations have been told of a corrigendum to exactly the text as it stands. Note the symbol "
    "once that is issued or abandoned."
)
CHANGED = "Somebody changed the letter while you were writing. Look at it and save again."


@dataclass(frozen=True)
class Writing:
    """What was typed; ``opening`` is in one language, the rest is the same in all."""

    signatory: str
    role: Role
    is_feminine: bool
    addressee: Addressee
    transmitted_on: date | None
    opening: str

    @property
    def is_empty(self) -> bool:
        return not self.signatory.strip() and self.transmitted_on is None


def write_letter(
    db: Session,
    actor: Actor,
    slug: str,
    language: str,
    writing: Writing,
    *,
    seen: str,
    at: datetime,
) -> None:
    """Keep the letter, or with neither name nor date send none."""
    with atomic(db):
        briefing = get_locked(db, actor, slug)
        who = actor, briefing.presidency_id, briefing.origin, briefing.state
        permissions.require(permissions.write_letter(*who))
        if language not in briefing.languages:
            raise NotFound(NO_DOCUMENT)
        row = find_letter(db, briefing)
        if mark_of(row) != seen:
            raise Conflict(CHANGED)
        if not writing.is_empty:
            _keep(db, actor, briefing, row, _checked(db, briefing, writing, language), language, at)
            act = "letter.written"
        elif row is not None:
            db.delete(row)
            act = "letter.removed"
        else:
            raise Invalid("Enter who signs the letter.", where="signatory")
        db.add(Event.of(actor, act, at=at, briefing_id=briefing.id, language=language))


def _checked(db: Session, briefing: Briefing, writing: Writing, language: str) -> Writing:
    name = entries.line(writing.signatory, "signatory", longest=LONGEST_NAME)
    if not name:
        raise Invalid("Enter who signs the letter.", where="signatory")
    if fault := find_name_fault(name):
        raise Invalid(fault, where="signatory")
    if writing.transmitted_on is None:
        raise Invalid("Choose the date of transmission.", where="transmitted_on")
    check_day(writing.transmitted_on, days_of(db, briefing))
    opening = " ".join(writing.opening.split())
    if len(opening) > LONGEST_OPENING:
        raise Invalid(f"Shorten this to {LONGEST_OPENING} characters.", where="opening")
    if hidden := find_hidden(opening):
        raise Invalid(hidden, where="opening")
    if fault := find_opening_fault(opening, language, proceedings_of(db, briefing)):
        raise Invalid(f"{fault[:1].upper()}{fault[1:]}.", where="opening")
    return Writing(
        name,
        writing.role,
        writing.is_feminine,
        writing.addressee,
        writing.transmitted_on,
        opening,
    )


def _keep(
    db: Session,
    actor: Actor,
    briefing: Briefing,
    row: Letter | None,
    writing: Writing,
    language: str,
    at: datetime,
) -> None:
    if row is None:
        row = Letter(briefing_id=briefing.id, openings={})
        db.add(row)
    row.signatory, row.role, row.is_feminine = writing.signatory, writing.role, writing.is_feminine
    row.addressee = writing.addressee
    row.transmitted_on = writing.transmitted_on or row.transmitted_on
    others = {each: text for each, text in row.openings.items() if each != language}
    row.openings = others | ({language: writing.opening} if writing.opening else {})
    row.written_by, row.written_at = actor.user_id, at


def give_symbol(db: Session, actor: Actor, slug: str, typed: str, *, at: datetime) -> None:
    """Note the symbol assigned to the summary as a document; what is frozen stays as it is."""
    with atomic(db):
        briefing = get_locked(db, actor, slug)
        who = actor, briefing.presidency_id, briefing.origin, briefing.state
        permissions.require(permissions.give_symbol(*who))
        correcting = find_correcting(db, briefing)
        if correcting is not None and correcting.told_hash is not None:
            raise Conflict(TOLD)
        briefing.symbol = read_symbol(typed)
        db.add(
            Event.of(
                actor, "letter.symbol_given", at=at, briefing_id=briefing.id, symbol=briefing.symbol
            )
        )
