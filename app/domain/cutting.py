"""A text as its owner cuts it: pieces that are points of a kind, or are left out.

The machine proposes the pieces; each one its owner touched is confirmed, and stays while the
words around it do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.errors import Invalid
from app.domain.points import cut
from app.domain.position import Point, PointKind

NO_PIECE = "There is no such point in this text."


class CutsBy(StrEnum):
    """Who said that these are the points of a revision."""

    PROPOSAL = "proposal"  # nobody yet
    OWNER = "owner"  # by signing them
    PRESIDENCY = "presidency"  # after closing, where the owner had not


@dataclass(frozen=True, slots=True)
class Piece:
    """text[start:end]; a ``kind`` of None leaves it out of what is counted."""

    start: int
    end: int
    kind: PointKind | None
    is_confirmed: bool = False


Pieces = tuple[Piece, ...]


def propose_pieces(text: str, language: str) -> Pieces:
    """Cut a text by the proposal: its points, and what would be left out."""
    found = cut(text, language)
    points = [Piece(each.start, each.end, each.kind) for each in found.points]
    left = [Piece(each.start, each.end, None) for each in found.left]
    return tuple(sorted([*points, *left], key=lambda piece: piece.start))


def points_of(pieces: Pieces) -> tuple[Point, ...]:
    return tuple(Point(each.start, each.end, each.kind) for each in pieces if each.kind)


def signed_pieces(points: Sequence[Point], text: str, language: str) -> Pieces:
    """Give a signed text back as its owner cut it; what is in no point was left out."""
    kept = [Piece(each.start, each.end, each.kind, is_confirmed=True) for each in points]
    found = _filled(kept, propose_pieces(text, language), text)
    return tuple(
        each if each.is_confirmed else replace(each, kind=None, is_confirmed=True) for each in found
    )


def spell(pieces: Pieces) -> str:
    """Write the cuts as a form carries them: whoever sends them back has seen these and no others.

    Whether they are confirmed is not part of what was seen.
    """
    return " ".join(f"{each.start}-{each.end}-{each.kind or ''}" for each in pieces)


def with_kinds(pieces: Pieces, kinds: Sequence[PointKind | None]) -> Pieces:
    """Give each piece the kind its owner chose; what was changed is confirmed."""
    if len(kinds) != len(pieces):
        raise Invalid(NO_PIECE, where="form")
    return tuple(
        piece if piece.kind == kind else replace(piece, kind=kind, is_confirmed=True)
        for piece, kind in zip(pieces, kinds, strict=True)
    )


def confirm(pieces: Pieces) -> Pieces:
    return tuple(replace(each, is_confirmed=True) for each in pieces)


def join(pieces: Pieces, index: int) -> Pieces:
    """Make one piece of this and the next."""
    if not 0 <= index < len(pieces) - 1:
        raise Invalid(NO_PIECE, where="form")
    first, second = pieces[index : index + 2]
    whole = Piece(first.start, second.end, first.kind or second.kind, is_confirmed=True)
    return (*pieces[:index], whole, *pieces[index + 2 :])


def part(pieces: Pieces, text: str, index: int, place: int) -> Pieces:
    """Cut one piece in two at a place in the text; neither half may be empty."""
    if not 0 <= index < len(pieces):
        raise Invalid(NO_PIECE, where="form")
    whole = pieces[index]
    halves = [_trimmed(text, whole.start, place), _trimmed(text, place, whole.end)]
    if not whole.start < place < whole.end or not all(_says(text, *half) for half in halves):
        raise Invalid("Both halves must say something.", where="form")
    parted = (Piece(*half, whole.kind, is_confirmed=True) for half in halves)
    return (*pieces[:index], *parted, *pieces[index + 1 :])


def carry(pieces: Pieces, before: str, after: str, language: str) -> Pieces:
    """Keep what was confirmed in words that did not change; propose the rest anew."""
    fresh = propose_pieces(after, language)
    kept = list(_unchanged(pieces, before, after, fresh))
    return tuple(_filled(kept, fresh, after))


def _unchanged(pieces: Pieces, before: str, after: str, fresh: Pieces) -> Iterator[Piece]:
    """Give the confirmed pieces an edit did not touch, where they lie now.

    A piece that an edit touches at its end is kept only if the proposal ends one there too.
    """
    if before == after:
        yield from (each for each in pieces if each.is_confirmed)
        return
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    edge, shift = len(before) - tail, len(after) - len(before)
    ends, starts = {each.end for each in fresh}, {each.start for each in fresh}
    for piece in pieces:
        moved = replace(piece, start=piece.start + shift, end=piece.end + shift)
        if not piece.is_confirmed:
            continue
        if piece.end < head or (piece.end == head and head in ends):
            yield piece
        elif piece.start > edge or (piece.start == edge and moved.start in starts):
            yield moved


def _alike(one: str, other: str) -> int:
    """Count the characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _filled(kept: Sequence[Piece], fresh: Pieces, text: str) -> Iterator[Piece]:
    """Put proposed pieces, or what is left of them, where nothing is kept."""
    reached, waiting = 0, list(kept)
    for piece in fresh:
        start = max(piece.start, reached)
        while waiting and waiting[0].start < piece.end:
            yield from _remainder(piece, start, waiting[0].start, text)
            reached = start = max(start, waiting[0].end)
            yield waiting.pop(0)
        yield from _remainder(piece, start, piece.end, text)
    yield from waiting


def _remainder(piece: Piece, start: int, end: int, text: str) -> Iterator[Piece]:
    span = _trimmed(text, start, end)
    if _says(text, *span):
        yield Piece(*span, piece.kind)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    said = text[start:end]
    return start + len(said) - len(said.lstrip()), end - len(said) + len(said.rstrip())


def _says(text: str, start: int, end: int) -> bool:
    return any(letter.isalnum() for letter in text[start:end])
