"""How what was typed becomes the delegation's draft of a cell.

Nothing here opens a transaction; services do.
"""

from sqlalchemy.orm import Session

from app.db.models import Draft, Position
from app.domain.attribution import is_looser
from app.domain.errors import Conflict, Invalid
from app.domain.position import Cell, check_statement, check_text
from app.features.positions.acts import Act
from app.features.positions.cells import Held, Writing, content_of

MOVED = "Somebody of your delegation changed this while you were writing."
UNCHANGED = "Nothing has changed since you signed."


def _check(act: Act, cell: Cell, writing: Writing) -> None:
    statement, rule = writing.statement, act.briefing.attribution
    if statement.is_empty and not writing.ready:
        check_text(statement.text, statement.language)
    else:
        scale = {value["code"] for value in act.desk.question(cell.question).scale}
        check_statement(statement, scale)
    if writing.attribution and is_looser(writing.attribution, than=rule):
        raise Invalid("A position may only be stricter than its briefing.", where="attribution")


def write(db: Session, act: Act, cell: Cell, held: Held, writing: Writing) -> Draft:
    """Keep the form in the delegation's draft of the cell."""
    _check(act, cell, writing)
    content = writing.statement, writing.attribution, writing.quotable
    draft = held.draft
    if draft is None:
        return _open_draft(db, act, cell, held, writing)
    if content_of(draft) == content:
        if writing.ready and not draft.ready:
            _hand_over(db, act, cell, held, draft)
        return draft
    if draft.version != writing.version:
        raise Conflict(MOVED)
    if draft.saved_by != act.actor.user_id:
        db.add(act.event("position.drafted", cell))
    _fill(draft, act, writing)
    if writing.ready:
        _hand_over(db, act, cell, held, draft)
    return draft


def _open_draft(db: Session, act: Act, cell: Cell, held: Held, writing: Writing) -> Draft:
    if writing.version != 0:
        raise Conflict(MOVED)
    position = held.position or _open_position(db, act, cell)
    draft = Draft(position_id=position.id, ready=False)
    _fill(draft, act, writing)
    db.add_all([draft, act.event("position.drafted", cell)])
    if writing.ready:
        _hand_over(db, act, cell, held, draft)
    return draft


def _open_position(db: Session, act: Act, cell: Cell) -> Position:
    question = act.desk.question(cell.question)
    position = Position(
        seat_id=act.seat.id, question_id=question.id, mission=cell.mission, latest=0
    )
    db.add(position)
    db.flush()
    return position


def _fill(draft: Draft, act: Act, writing: Writing) -> None:
    draft.assessment = writing.statement.assessment
    draft.text = writing.statement.text
    draft.language = writing.statement.language
    draft.attribution = writing.attribution
    draft.quotable = writing.quotable
    draft.ready = False  # what was handed over is no longer what stands there
    draft.saved_by = act.actor.user_id
    draft.saved_at = act.at


def _hand_over(db: Session, act: Act, cell: Cell, held: Held, draft: Draft) -> None:
    """Leave the draft to the delegation's signatories."""
    if held.standing and content_of(held.standing) == content_of(draft):
        raise Invalid(UNCHANGED, where="form")
    draft.ready = True
    db.add(act.event("position.readied", cell))
