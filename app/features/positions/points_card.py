"""The points under a text, as its owner confirms and moves them."""

import re
from dataclasses import dataclass
from itertools import pairwise

from app.domain.cutting import Piece, Pieces, spell
from app.domain.position import PointKind

_STOPS = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]|[^\W_]+")


@dataclass(frozen=True, slots=True)
class PieceView:
    """One piece; ``stops`` are its words and where each begins, if it is about to be cut in two."""

    text: str
    kind: PointKind | None
    is_confirmed: bool
    stops: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class PointsCard:
    """``cuts`` spells the pieces, so that a form can say what it showed."""

    pieces: tuple[PieceView, ...]
    cuts: str
    language: str
    opened: int | None = None

    @property
    def count(self) -> int:
        return sum(each.kind is not None for each in self.pieces)

    @property
    def proposed(self) -> int:
        return sum(not each.is_confirmed for each in self.pieces)


def points_card(pieces: Pieces, text: str, language: str, opened: int | None = None) -> PointsCard:
    views = (
        PieceView(
            text[piece.start : piece.end],
            piece.kind,
            piece.is_confirmed,
            _stops(piece, text) if index == opened else (),
        )
        for index, piece in enumerate(pieces)
    )
    return PointsCard(tuple(views), spell(pieces), language, opened)


def _stops(piece: Piece, text: str) -> tuple[tuple[str, int], ...]:
    """Give the words of a piece, each with what follows it, and where it begins."""
    starts = [found.start() for found in _STOPS.finditer(text, piece.start, piece.end)]
    edges = [piece.start, *starts[1:], piece.end]
    return tuple((text[begin:end], begin) for begin, end in pairwise(edges))
