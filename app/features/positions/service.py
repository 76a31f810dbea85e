"""What a delegation does to its positions. Each public function is one transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from app.db.models import Draft
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid
from app.domain.position import GENERAL, Cell, Statement, check_statement
from app.domain.proof import derived_salt
from app.features.positions.acts import Act, begin
from app.features.positions.cells import Chosen, Filled, Held, Place, Writing, statement_of
from app.features.positions.queries import get_held, list_held
from app.features.positions.signing import Signing, add_revision
from app.features.positions.writing import MOVED, UNCHANGED, write


def save_draft(db: Session, actor: Actor, place: Place, writing: Writing, *, at: datetime) -> Held:
    """Keep what is being written, unless it would overwrite what somebody else wrote since."""
    with atomic(db):
        act = begin(db, actor, place.slug, at)
        permissions.require(act.desk.drafting_refusal(actor))
        held = _load(db, act, place.cell)
        draft = write(db, act, place.cell, held, writing)
        db.flush()
        return replace(held, draft=draft)


def save_drafts(
    db: Session, actor: Actor, slug: str, filled: Sequence[Filled], *, at: datetime
) -> int:
    """Keep what a file says in every chosen cell, or in none of them; give how many."""
    with atomic(db):
        act = begin(db, actor, slug, at)
        permissions.require(act.desk.drafting_refusal(actor))
        if not filled:
            raise Invalid("Choose at least one answer to save.", where="chosen")
        held = list_held(db, act.seat.id)
        for each in filled:
            act.desk.mission(each.cell.mission)
            mine = held.get(each.cell, Held())
            terms = mine.begun
            writing = Writing(
                each.statement,
                each.version,
                terms.attribution if terms else None,
                quotable=terms.quotable if terms else False,
            )
            write(db, act, each.cell, mine, writing)
        return len(filled)


def sign_position(
    db: Session, actor: Actor, place: Place, writing: Writing, *, salt: bytes, at: datetime
) -> int:
    """Put on the record exactly what the form showed; give the number of the revision."""
    with atomic(db):
        act = begin(db, actor, place.slug, at)
        permissions.require(act.desk.signing_refusal(actor))
        held = _load(db, act, place.cell)
        write(db, act, place.cell, held, writing)
        return _sign(db, act, place.cell, get_held(db, act.seat.id, place.cell), salt)


def sign_all(
    db: Session, actor: Actor, slug: str, chosen: Sequence[Chosen], *, salt: bytes, at: datetime
) -> int:
    """Sign every chosen draft as it was read, or none of them; give how many."""
    with atomic(db):
        act = begin(db, actor, slug, at)
        permissions.require(act.desk.signing_refusal(actor))
        if not chosen:
            raise Invalid("Choose at least one position to sign.", where="cells")
        held = list_held(db, act.seat.id)
        versions = {pick.cell: pick.version for pick in chosen}
        for cell, version in versions.items():
            mine = held.get(cell, Held())
            if mine.draft is None or mine.draft.version != version:
                raise Conflict(f"{_name(cell)} changed while you were reading. Nothing was signed.")
            _sign(db, act, cell, mine, derived_salt(salt.hex(), cell.question, cell.mission))
        return len(versions)


def withdraw_position(
    db: Session, actor: Actor, place: Place, number: int, *, salt: bytes, at: datetime
) -> int:
    """Withdraw the revision that was read; give the number of the withdrawal."""
    with atomic(db):
        act = begin(db, actor, place.slug, at)
        permissions.require(act.desk.signing_refusal(actor))
        held = _load(db, act, place.cell)
        if held.standing is None or held.position is None or held.standing.number != number:
            raise Conflict("This position has changed since you opened the page.")
        if held.draft:
            held.draft.ready = False
        return _append(db, act, place.cell, held, None, salt)


def _load(db: Session, act: Act, cell: Cell) -> Held:
    act.desk.question(cell.question)
    act.desk.mission(cell.mission)
    return get_held(db, act.seat.id, cell)


def _sign(db: Session, act: Act, cell: Cell, held: Held, salt: bytes) -> int:
    if held.draft is None:
        raise Conflict(MOVED)
    statement = Statement(held.draft.assessment, held.draft.text, held.draft.language)
    scale = {value["code"] for value in act.desk.question(cell.question).scale}
    check_statement(statement, scale)
    if not held.differs:
        raise Invalid(UNCHANGED, where="form")
    held.draft.ready = False
    return _append(db, act, cell, held, held.draft, salt)


def _append(db: Session, act: Act, cell: Cell, held: Held, draft: Draft | None, salt: bytes) -> int:
    """Add a revision to the chain: the draft as it stands, or a withdrawal."""
    position = held.position
    if position is None:
        raise RuntimeError("a draft or a revision belongs to a position")
    signing = Signing(
        briefing=act.briefing.slug,
        member=act.seat.code,
        cell=cell,
        statement=statement_of(draft),
        signed_at=act.at,
        salt=salt,
        number=position.latest + 1,
        previous=held.last.hash if held.last else None,
        attribution=draft.attribution if draft else None,
        quotable=draft.quotable if draft else False,
        signed_by=act.actor.user_id,
    )
    add_revision(db, position, signing)
    name = "position.signed" if draft else "position.withdrawn"
    db.add(act.event(name, cell, number=signing.number))
    return signing.number


def _name(cell: Cell) -> str:
    mission = "General" if cell.mission == GENERAL else cell.mission
    return f"Question {cell.question} – {mission}"
