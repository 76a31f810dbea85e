"""Cutting a text into points: sentences, items, and clauses with a claim of their own.

The owner confirms or moves these cuts; until then they are proposals. ``sentences.py`` finds
sentences, ``clauses.py`` the claims in them, ``leaving.py`` what is no point, ``kinds.py`` what
kind each seems to be; ``cues/`` holds the turns of speech of each language.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.points.clauses import clauses
from app.domain.points.cues import CUES
from app.domain.points.kinds import kind_of
from app.domain.points.leaving import LeftOut, why_left
from app.domain.points.lines import unwrapped
from app.domain.points.sentences import LIST_MARK, Span, sentences
from app.domain.position import Point


@dataclass(frozen=True, slots=True)
class Left:
    """text[start:end] is no point, and why."""

    start: int
    end: int
    why: LeftOut


@dataclass(frozen=True, slots=True)
class Cuts:
    """A text cut: its points and what was left out, each in order. Offsets are code points."""

    points: tuple[Point, ...]
    left: tuple[Left, ...]


def split(text: str, language: str) -> tuple[Point, ...]:
    """Propose the points of a text, in order."""
    return cut(text, language).points


def cut(text: str, language: str) -> Cuts:
    """Propose the points of a text, and say what is none."""
    found = list(_read(unwrapped(text, LIST_MARK, language), language))
    return Cuts(
        tuple(each for each in found if isinstance(each, Point)),
        tuple(each for each in found if isinstance(each, Left)),
    )


def _read(text: str, language: str) -> Iterator[Point | Left]:
    for sentence in sentences(text, CUES[language]):
        for clause in _claims(text, sentence, language):
            said = text[clause.start : clause.end]
            why = why_left(said, language)
            if why is None:
                yield Point(
                    clause.start, clause.end, kind_of(said, language, is_item=sentence.is_fragment)
                )
            else:
                yield Left(clause.start, clause.end, why)


def _claims(text: str, sentence: Span, language: str) -> list[Span]:
    """Leave out a whole sentence at once: a question or a lead-in is not cut."""
    if why_left(text[sentence.start : sentence.end], language) in {
        LeftOut.QUESTION,
        LeftOut.ANNOUNCEMENT,
        LeftOut.OTHERS_WORDS,
    }:
        return [sentence]
    return clauses(text, sentence, language)
