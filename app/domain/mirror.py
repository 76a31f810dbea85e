"""The sentences that count a delegation, what it may say of each, and what follows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.attribution import Attribution
from app.domain.errors import Invalid
from app.domain.grouping import PointRef
from app.domain.position import find_hidden
from app.domain.proceedings import Standing
from app.domain.proof import canonical, sha256
from app.domain.sentence import Kind, Sentence

LONGEST = 4_000


class Verdict(StrEnum):
    """What a delegation says of a sentence that counts it."""

    REFLECTS = "reflects"
    NOT_OURS = "not_ours"
    PROPOSES = "proposes"


class Effect(StrEnum):
    """What follows when a sentence is not the delegation's view. No other is counted less by it."""

    PARTS = "parts"  # its point leaves the group, at once
    CONTESTS = "contests"  # the words wait until reworded or answered
    TELLS = "tells"  # an assessment stands until it is restated; the presidency is told


class Reply(StrEnum):
    """What the presidency made of an answer."""

    ACCEPTED = "accepted"
    MODIFIED = "modified"
    NOT_ACCEPTED = "not_accepted"
    OTHERWISE = "otherwise"  # what it is about was done, and the reason says how


@dataclass(frozen=True, slots=True)
class Ground:
    """What one sentence of a circulated draft rests on; kept with it, shown to nobody whole."""

    key: str
    kind: Kind
    rule: Attribution
    by: Standing
    is_lone: bool
    revisions: tuple[str, ...]
    points: tuple[PointRef, ...]

    @classmethod
    def of(cls, sentence: Sentence) -> "Ground":
        return cls(
            sentence.key,
            sentence.kind,
            sentence.rule,
            sentence.by,
            sentence.is_lone,
            sentence.revisions,
            tuple(source.ref for source in sentence.sources),
        )

    @classmethod
    def read(cls, kept: Sequence[Any]) -> "Ground":
        key, kind, rule, by, is_lone, revisions, points = kept
        return cls(
            key,
            Kind(kind),
            Attribution(rule),
            Standing(by),
            is_lone,
            tuple(revisions),
            tuple(PointRef(*point) for point in points),
        )

    def to_json(self) -> list[Any]:
        points = [[point.revision, point.index] for point in self.points]
        return [
            *(self.key, self.kind.value, self.rule.value, self.by.value),
            *(self.is_lone, list(self.revisions), points),
        ]

    @property
    def mark(self) -> str:
        """Change whenever anything the sentence rests on does."""
        points = sorted((point.revision, point.index) for point in self.points)
        return sha256(canonical([sorted(self.revisions), points]))

    @property
    def effect(self) -> Effect:
        if not self.points:
            return Effect.TELLS
        return Effect.CONTESTS if self.is_lone else Effect.PARTS

    def counts(self, revisions: Collection[str]) -> bool:
        return not frozenset(revisions).isdisjoint(self.revisions)

    def own(self, revisions: Collection[str]) -> tuple[PointRef, ...]:
        return tuple(point for point in self.points if point.revision in revisions)

    def others(self, revisions: Collection[str]) -> tuple[PointRef, ...]:
        return tuple(point for point in self.points if point.revision not in revisions)


def check_answer(verdict: Verdict, text: str, said: str) -> str:
    """Return the text of an answer if it may stand on the record, else raise Invalid."""
    text, where = text.strip(), "wording" if verdict is Verdict.PROPOSES else "reason"
    if verdict is Verdict.REFLECTS:
        return ""
    if verdict is Verdict.PROPOSES and text in {"", said}:
        raise Invalid("Write the sentence as you would have it.", where=where)
    if len(text) > LONGEST:
        raise Invalid(f"Shorten this to {LONGEST} characters.", where=where)
    if hidden := find_hidden(text):
        raise Invalid(hidden, where=where)
    return text


def left_outside(text: str, points: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Give the stretches of a text that are in none of its points, but for what has no letter."""
    pieces, at = [], 0
    for start, end in sorted(points):
        pieces.append(text[at:start])
        at = max(at, end)
    pieces.append(text[at:])
    return tuple(piece.strip() for piece in pieces if any(map(str.isalnum, piece)))
