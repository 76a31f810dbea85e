"""How what was typed becomes the delegation's draft of a cell, and what is kept of it before.

Nothing here opens a transaction; services do. A version is kept when somebody else goes on, when
much is taken away, and every few minutes of writing: not every save, of which there are hundreds.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.db.models import Draft, DraftVersion, Position
from app.domain.attribution import Attribution, is_looser
from app.domain.cutting import CutsBy, Pieces
from app.domain.errors import Conflict, Invalid
from app.domain.position import Cell, Statement, check_statement, check_text
from app.features.positions.acts import Act
from app.features.positions.cells import Held, Writing, content_of
from app.features.positions.cuts import (
    carried,
    cuts_signed,
    keep_cuts,
    stored_cuts,
    with_chosen_kinds,
)

MOVED = "Somebody of your delegation changed this while you were writing."
UNCHANGED = "Nothing has changed since you signed."
STRETCH = timedelta(minutes=10)  # writing that history shows as one version
MUCH = 100  # characters taken away at once
KEPT = 100  # versions of a cell; the oldest goes first


def write(db: Session, act: Act, cell: Cell, held: Held, writing: Writing) -> Draft:
    """Keep the form in the delegation's draft of the cell."""
    _check(act, cell, writing)
    draft = held.draft
    if draft is None:
        return _open_draft(db, act, cell, held, writing)
    before, chosen = stored_cuts(draft), with_chosen_kinds(draft, writing)
    pieces = None if chosen is None else carried(chosen, draft.text, writing.statement)
    content = writing.statement, writing.attribution, writing.quotable
    if content_of(draft) == content and pieces == before:
        if writing.ready and not draft.ready:
            _hand_over(db, act, cell, held)
        return draft
    if draft.version != writing.version:
        raise Conflict(MOVED)
    if draft.saved_by != act.actor.user_id:
        db.add(act.event("position.drafted", cell))
    keep_version(db, draft, act, writing.statement.text)
    draft.recut = draft.recut or chosen != before
    _fill(draft, act, writing, pieces)
    if writing.ready:
        _hand_over(db, act, cell, held)
    return draft


def _check(act: Act, cell: Cell, writing: Writing) -> None:
    statement, rule = writing.statement, act.briefing.attribution
    if statement.is_empty and not writing.ready:
        check_text(statement.text, statement.language)
    else:
        scale = {value["code"] for value in act.desk.question(cell.question).scale}
        check_statement(statement, scale)
    if writing.attribution and is_looser(writing.attribution, than=rule):
        raise Invalid("A position may only be stricter than its briefing.", where="attribution")


def _open_draft(db: Session, act: Act, cell: Cell, held: Held, writing: Writing) -> Draft:
    if writing.version != 0:
        raise Conflict(MOVED)
    position = held.position or _open_position(db, act, cell)
    draft = Draft(position_id=position.id, ready=False, recut=False, begun_at=act.at)
    _fill(draft, act, writing, _cuts_on_record(db, held, writing))
    db.add_all([draft, act.event("position.drafted", cell)])
    if writing.ready:
        _hand_over(db, act, cell, Held(position, draft, held.last, held.before))
    return draft


def _cuts_on_record(db: Session, held: Held, writing: Writing) -> Pieces | None:
    """Begin with the cuts that were signed, where there is no draft to know them."""
    if held.standing is None or held.standing.cuts_by is not CutsBy.OWNER:
        return None
    return carried(cuts_signed(db, held.standing), held.standing.text, writing.statement)


def _open_position(db: Session, act: Act, cell: Cell) -> Position:
    question = act.desk.question(cell.question)
    position = Position(
        seat_id=act.seat.id, question_id=question.id, mission=cell.mission, latest=0
    )
    db.add(position)
    db.flush()
    return position


def _fill(draft: Draft, act: Act, writing: Writing, pieces: Pieces | None) -> None:
    draft.assessment = writing.statement.assessment
    draft.text = writing.statement.text
    draft.language = writing.statement.language
    draft.attribution = writing.attribution
    draft.quotable = writing.quotable
    keep_cuts(draft, pieces)
    note_save(draft, act)


def note_save(draft: Draft, act: Act) -> None:
    draft.ready = False  # what was handed over is no longer what stands there
    draft.saved_by = act.actor.user_id
    draft.saved_at = act.at


def keep_version(db: Session, draft: Draft, act: Act, text: str) -> None:
    """Keep what the draft says before ``text`` replaces it: to undo that, now and then for good."""
    content, is_much = content_kept(draft), len(draft.text) - len(text) >= MUCH
    draft.previous = content
    if draft.saved_by != act.actor.user_id or draft.ready or is_much or _is_due(draft, act.at):
        draft.begun_at = act.at
        db.add(
            DraftVersion(
                position_id=draft.position_id,
                number=draft.version,
                content=content,
                saved_by=draft.saved_by,
                saved_at=draft.saved_at,
            )
        )
        with db.no_autoflush:  # the draft is written once, when all of it is known
            _let_go(db, draft.position_id)


def _is_due(draft: Draft, at: datetime) -> bool:
    return at - draft.begun_at >= STRETCH


def _let_go(db: Session, position_id: int) -> None:
    mine = DraftVersion.position_id == position_id
    newest = select(DraftVersion.id).where(mine).order_by(DraftVersion.number.desc()).limit(KEPT)
    kept = db.scalars(newest).all()
    if len(kept) == KEPT:
        db.execute(delete(DraftVersion).where(mine, DraftVersion.id < min(kept)))


def content_kept(draft: Draft) -> dict[str, Any]:
    return {
        "assessment": draft.assessment,
        "text": draft.text,
        "language": draft.language,
        "attribution": draft.attribution,
        "quotable": draft.quotable,
        "cuts": draft.cuts,
        "cuts_of": draft.cuts_of,
    }


def statement_kept(content: dict[str, Any]) -> Statement:
    return Statement(content["assessment"], content["text"], content["language"])


def bring_back(draft: Draft, content: dict[str, Any]) -> None:
    """Let the draft say again what was kept."""
    draft.recut = draft.recut or content["cuts"] != draft.cuts
    rule = content["attribution"]
    draft.assessment, draft.text = content["assessment"], content["text"]
    draft.language, draft.quotable = content["language"], content["quotable"]
    draft.attribution = Attribution(rule) if rule else None
    draft.cuts, draft.cuts_of = content["cuts"], content["cuts_of"]


def _hand_over(db: Session, act: Act, cell: Cell, held: Held) -> None:
    """Leave the draft to the delegation's signatories."""
    draft = held.written
    if held.standing and content_of(held.standing) == content_of(draft) and not draft.recut:
        raise Invalid(UNCHANGED, where="form")
    draft.ready = True
    draft.returned_by = draft.returned_at = draft.reason = None
    db.add(act.event("position.readied", cell))
