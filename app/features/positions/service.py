"""What a delegation does to its positions. Each public function is one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Draft, DraftVersion
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.cutting import CutsBy, Pieces, confirm, points_of, spell
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.position import GENERAL, Cell, Statement, check_points, check_statement, find_hidden
from app.domain.proof import derived_salt
from app.features.positions.acts import Act, begin, begin_in_cell
from app.features.positions.cells import Chosen, Filled, Held, Place, Writing, statement_of
from app.features.positions.cuts import keep_cuts, shown_cuts
from app.features.positions.queries import get_held, list_held
from app.features.positions.signing import Signing, add_revision
from app.features.positions.writing import (
    MOVED,
    UNCHANGED,
    bring_back,
    keep_version,
    note_save,
    write,
)

CUT_ANEW = "The points changed while you were reading. Nothing was signed."
NO_VERSION = "There is no such version of this draft."
LONGEST_REASON = 1_000
Cutting = Callable[[Pieces, str], Pieces]  # of the pieces of a text


def save_draft(db: Session, actor: Actor, place: Place, writing: Writing, *, at: datetime) -> Held:
    """Keep what is being written, unless it would overwrite what somebody else wrote since."""
    with atomic(db):
        act, held = begin_in_cell(db, actor, place, at)
        permissions.require(act.desk.drafting_refusal(actor, held))
        draft = write(db, act, place.cell, held, writing)
        db.flush()
        return replace(held, draft=draft)


def save_drafts(
    db: Session, actor: Actor, slug: str, filled: Sequence[Filled], *, at: datetime
) -> int:
    """Keep what a file says in every chosen cell, or in none of them; give how many."""
    with atomic(db):
        act = begin(db, actor, slug, at)
        if not filled:
            raise Invalid("Choose at least one answer to save.", where="chosen")
        held = list_held(db, act.seat.id)
        for each in filled:
            act.desk.mission(each.cell.mission)
            mine = held.get(each.cell, Held())
            permissions.require(act.desk.drafting_refusal(actor, mine))
            terms = mine.begun
            writing = Writing(
                each.statement,
                each.version,
                terms.attribution if terms else None,
                quotable=terms.quotable if terms else False,
            )
            write(db, act, each.cell, mine, writing)
        return len(filled)


def cut_draft(
    db: Session, actor: Actor, place: Place, writing: Writing, cutting: Cutting, *, at: datetime
) -> Held:
    """Keep what was written, and cut it as its owner says, if these are the cuts they saw."""
    with atomic(db):
        act, held = begin_in_cell(db, actor, place, at)
        permissions.require(act.desk.drafting_refusal(actor, held))
        draft = write(db, act, place.cell, held, writing)
        shown = shown_cuts(draft)
        held = replace(held, draft=draft)
        if [each.rpartition("-")[0] for each in spell(shown).split()] == _spans(writing.cuts):
            _recut(db, act, held, writing, cutting(shown, draft.text))
        db.flush()
        return held


def _spans(cuts: str | None) -> list[str]:
    return [each.rpartition("-")[0] for each in (cuts or "").split()]


def _recut(db: Session, act: Act, held: Held, writing: Writing, pieces: Pieces) -> None:
    draft, shown = held.written, shown_cuts(held.written)
    if pieces == shown:
        return
    if draft.version not in {None, writing.version}:
        raise Conflict(MOVED)
    check_points(points_of(pieces), draft.text)
    keep_version(db, draft, act, draft.text)
    if points_of(pieces) != points_of(shown) or held.awaits_its_cuts:
        draft.recut = True
    keep_cuts(draft, pieces)
    note_save(draft, act)


def restore_draft(
    db: Session, actor: Actor, place: Place, version: int, number: int | None, *, at: datetime
) -> Held:
    """Bring back what the last save replaced, or a version that was kept by its number.

    What stood until now is kept in its turn, so that this too can be undone.
    """
    with atomic(db):
        act, held = begin_in_cell(db, actor, place, at)
        permissions.require(act.desk.drafting_refusal(actor, held))
        draft = held.draft
        if draft is None or draft.version != version:
            raise Conflict(MOVED)
        content = draft.previous if number is None else _version(db, draft, number)
        if content is None:
            raise Conflict(NO_VERSION)
        keep_version(db, draft, act, content["text"])
        bring_back(draft, content)
        note_save(draft, act)
        db.add(act.event("position.restored", place.cell))
        db.flush()
        return held


def _version(db: Session, draft: Draft, number: int) -> dict[str, Any]:
    content: dict[str, Any] | None = db.scalar(
        select(DraftVersion.content).where(
            DraftVersion.position_id == draft.position_id, DraftVersion.number == number
        )
    )
    if content is None:
        raise NotFound(NO_VERSION)
    return content


def return_draft(
    db: Session, actor: Actor, place: Place, version: int, reason: str, *, at: datetime
) -> None:
    """Send a draft back to whoever writes it, and say why; the reason stays in the delegation."""
    with atomic(db):
        act, held = begin_in_cell(db, actor, place, at)
        permissions.require(act.desk.signing_refusal(actor, held))
        draft, reason = held.draft, reason.strip()
        if draft is None or draft.version != version or not held.is_unsigned:
            raise Conflict(MOVED)
        if not reason:
            raise Invalid("Say what should be changed.", where="reason")
        if hidden := find_hidden(reason):
            raise Invalid(hidden, where="reason")
        if len(reason) > LONGEST_REASON:
            raise Invalid(f"Shorten the reason to {LONGEST_REASON} characters.", where="reason")
        draft.ready, draft.reason = False, reason
        draft.returned_by, draft.returned_at = actor.user_id, at
        db.add(act.event("position.returned", place.cell))


def sign_position(
    db: Session, actor: Actor, place: Place, writing: Writing, *, salt: bytes, at: datetime
) -> int:
    """Put on the record exactly what the form showed; give the number of the revision."""
    with atomic(db):
        act, held = begin_in_cell(db, actor, place, at)
        permissions.require(act.desk.signing_refusal(actor, held))
        draft = write(db, act, place.cell, held, writing)
        if writing.cuts is not None and spell(shown_cuts(draft)) != writing.cuts:
            raise Conflict(CUT_ANEW)
        by = CutsBy.PROPOSAL if writing.cuts is None else CutsBy.OWNER
        return _sign(db, act, place.cell, get_held(db, act.seat.id, place.cell), salt, by)


def sign_all(
    db: Session, actor: Actor, slug: str, chosen: Sequence[Chosen], *, salt: bytes, at: datetime
) -> int:
    """Sign every chosen draft as it was read, or none of them; give how many."""
    with atomic(db):
        act = begin(db, actor, slug, at)
        if not chosen:
            raise Invalid("Choose at least one position to sign.", where="cells")
        held = list_held(db, act.seat.id)
        versions = {pick.cell: pick.version for pick in chosen}
        for cell, version in versions.items():
            mine = held.get(cell, Held())
            permissions.require(act.desk.signing_refusal(actor, mine))
            if mine.draft is None or mine.draft.version != version:
                raise Conflict(f"{_name(cell)} changed while you were reading. Nothing was signed.")
            own = derived_salt(salt.hex(), cell.question, cell.mission)
            _sign(db, act, cell, mine, own, CutsBy.OWNER)
        return len(versions)


def withdraw_position(
    db: Session, actor: Actor, place: Place, number: int, *, salt: bytes, at: datetime
) -> int:
    """Withdraw the revision that was read; give the number of the withdrawal."""
    with atomic(db):
        act, held = begin_in_cell(db, actor, place, at)
        permissions.require(act.desk.signing_refusal(actor, held))
        if held.standing is None or held.position is None or held.standing.number != number:
            raise Conflict("This position has changed since you opened the page.")
        if held.draft:
            held.draft.ready = False
        return _append(db, act, place.cell, held, None, salt, CutsBy.OWNER)


def _sign(db: Session, act: Act, cell: Cell, held: Held, salt: bytes, by: CutsBy) -> int:
    draft = held.draft
    if draft is None:
        raise Conflict(MOVED)
    statement = Statement(draft.assessment, draft.text, draft.language)
    scale = {value["code"] for value in act.desk.question(cell.question).scale}
    check_statement(statement, scale)
    if not held.differs:
        raise Invalid(UNCHANGED, where="form")
    draft.ready = draft.recut = False
    draft.returned_by = draft.returned_at = draft.reason = None
    if by is CutsBy.OWNER:
        keep_cuts(draft, confirm(shown_cuts(draft)))
    return _append(db, act, cell, held, draft, salt, by)


def _append(
    db: Session, act: Act, cell: Cell, held: Held, draft: Draft | None, salt: bytes, by: CutsBy
) -> int:
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
        points=points_of(shown_cuts(draft)) if draft else (),
        cuts_by=by,
        attribution=draft.attribution if draft else None,
        quotable=draft.quotable if draft else False,
        late=draft is not None and _is_late(act, held),
        signed_by=act.actor.user_id,
    )
    add_revision(db, position, signing)
    name = "position.signed" if draft else "position.withdrawn"
    db.add(act.event(name, cell, number=signing.number))
    return signing.number


def _is_late(act: Act, held: Held) -> bool:
    """Tell whether only the presidency's leave lets it in; to restate what came late is late."""
    before = held.standing
    return not act.desk.door.is_open and (before is None or before.late)


def _name(cell: Cell) -> str:
    mission = "General" if cell.mission == GENERAL else cell.mission
    return f"Question {cell.question} – {mission}"
