"""Where the points of a speech belong: a question and a mission proposed for each.

A question named by its number, and a mission or its host named, decide; what was named last goes on
holding until something else is named. Only where no question is named do likenesses speak. All of
it is a proposal: a person accepts it, point by point. ``named.py`` finds what is named.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.placing.named import Missions, question_named
from app.domain.points import Cuts, Left
from app.domain.position import GENERAL, Cell, Point

OFFERED = 2  # of the likeliest questions


class Why(StrEnum):
    """What the question of a proposal rests on."""

    NAMED = "named"
    LIKENESS = "likeness"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Cells a point may belong to, the likeliest first; none where no question could be told."""

    cells: tuple[Cell, ...]
    mission: str
    why: Why


@dataclass(frozen=True, slots=True)
class Asked:
    """What a briefing asks about."""

    questions: Sequence[int]
    missions: Missions


Scores = Sequence[Sequence[float]]  # of each point, for each question in order


def place(
    text: str, language: str, cuts: Cuts, asked: Asked, scores: Scores | None = None
) -> tuple[Proposal, ...]:
    """Propose where each point belongs, in the order of the points."""
    question, carried, paragraph, heading = None, GENERAL, -1, GENERAL
    found: list[Proposal] = []
    pieces: list[Point | Left] = [*cuts.points, *cuts.left]
    for piece in sorted(pieces, key=lambda each: each.start):
        said, line = text[piece.start : piece.end], text.count("\n", 0, piece.start)
        question = question_named(said, language, asked.questions) or question
        carried, paragraph = (carried if line == paragraph else heading), line
        named = asked.missions.named(said, language)
        if len(named) == 1:
            carried = named[0]
        if isinstance(piece, Left):
            heading = carried if named else heading
            continue
        mission = GENERAL if len(named) > 1 else carried
        found.append(_proposal(question, mission, asked, scores[len(found)] if scores else None))
    return tuple(found)


def _proposal(
    question: int | None, mission: str, asked: Asked, scores: Sequence[float] | None
) -> Proposal:
    if question is not None:
        return Proposal((Cell(question, mission),), mission, Why.NAMED)
    if not scores or max(scores) <= 0:
        return Proposal((), mission, Why.NOTHING)
    ranked = sorted(zip(scores, asked.questions, strict=True), key=lambda pair: -pair[0])
    cells = [Cell(number, mission) for score, number in ranked[:OFFERED] if score > 0]
    return Proposal(tuple(cells), mission, Why.LIKENESS)
