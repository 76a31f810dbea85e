"""The cuts of a draft as they are kept, and as they stand for the text that is there now."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Draft, Point, Revision
from app.domain import position as rules
from app.domain.cutting import (
    Piece,
    Pieces,
    carry,
    propose_pieces,
    signed_pieces,
    spell,
    with_kinds,
)
from app.domain.position import PointKind, Statement
from app.domain.proof import sha256
from app.features.positions.cells import Writing


def stored_cuts(draft: Draft) -> Pieces | None:
    """Give the cuts somebody made; None where nobody did, or they were made for another text."""
    if draft.cuts is None or draft.cuts_of != _mark(draft.text):
        return None
    return tuple(
        Piece(start, end, PointKind(kind) if kind else None, is_confirmed)
        for start, end, kind, is_confirmed in draft.cuts
    )


def shown_cuts(draft: Draft) -> Pieces:
    """Give the cuts of the draft's text: its owner's, else the proposal."""
    stored = stored_cuts(draft)
    return propose_pieces(draft.text, draft.language) if stored is None else stored


def keep_cuts(draft: Draft, pieces: Pieces | None) -> None:
    """Keep cuts with the text of the draft as it stands; None goes back to the proposal."""
    draft.cuts_of = None if pieces is None else _mark(draft.text)
    draft.cuts = None
    if pieces is not None:
        draft.cuts = [[each.start, each.end, each.kind, each.is_confirmed] for each in pieces]


def cuts_signed(db: Session, revision: Revision) -> Pieces:
    """Give what stands on the record as it was cut there."""
    rows = db.scalars(select(Point).where(Point.revision_id == revision.id).order_by(Point.start))
    points = [rules.Point(row.start, row.end, row.kind) for row in rows]
    return signed_pieces(points, revision.text, revision.language)


def with_chosen_kinds(draft: Draft, writing: Writing) -> Pieces | None:
    """Take over the kinds chosen in the form, if it showed the cuts as they are."""
    stored = stored_cuts(draft)
    if not _chose(writing):
        return stored
    shown = shown_cuts(draft)
    return with_kinds(shown, writing.kinds) if spell(shown) == writing.cuts else stored


def carried(pieces: Pieces, before: str, said: Statement) -> Pieces:
    return carry(pieces, before, said.text, said.language)


def _chose(writing: Writing) -> bool:
    """Tell whether any kind was changed, by the form alone: most saves change none."""
    shown = tuple(each.rpartition("-")[2] for each in (writing.cuts or "").split())
    return bool(writing.kinds) and tuple(each or "" for each in writing.kinds) != shown


def _mark(text: str) -> str:
    return sha256(text.encode())
