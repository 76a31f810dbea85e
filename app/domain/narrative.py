"""Narrative: sentences the presidency adds itself, and where among the computed ones they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.attribution import Attribution
from app.domain.sentence import Kind, Part, Sentence

PREFIX = "narrative."  # of their keys


@dataclass(frozen=True, slots=True)
class Narrative:
    """A sentence of the presidency's own: its words are wordings under its key.

    With a ``mission`` it stands in the register, with a ``question`` alone in part I, with neither
    in the opening; there ``after`` is the key of the sentence it was put after.
    """

    key: str
    question: int | None
    mission: str | None
    after: str
    source: str = ""  # what it sums up, by title
    address: str = ""  # of the source: a symbol or an URL

    @property
    def cites(self) -> str:
        return ", ".join(filter(None, (self.source, self.address)))

    def sentence(self, rule: Attribution) -> Sentence:
        return Sentence(
            key=self.key,
            part=Part.OVERVIEW if self.mission is None else Part.REGISTER,
            kind=Kind.PROCEDURAL,
            rule=rule,
            question=self.question,
            missions=() if self.mission is None else (self.mission,),
            cites=self.cites,
        )


def insert(
    sentences: Sequence[Sentence], added: Iterable[tuple[Narrative, Sentence]]
) -> list[Sentence]:
    """Put narrative of a stretch in its places; what it stood after may be gone, it never is."""
    ordered = list(sentences)
    for narrative, sentence in added:
        mine = (sentence.part, sentence.question, sentence.missions)
        here = [
            place
            for place, each in enumerate(ordered)
            if (each.part, each.question, _missions(each)) == mine and each.pointer is None
        ]
        after = [place for place in here if ordered[place].key == narrative.after]
        ordered.insert(max(after or here, default=_end(ordered, sentence)) + 1, sentence)
    return ordered


def _missions(sentence: Sentence) -> tuple[str, ...]:
    return sentence.missions if sentence.part is Part.REGISTER else ()


def _end(ordered: Sequence[Sentence], sentence: Sentence) -> int:
    """Give the last place before those of later questions, where its own stretch is empty."""
    before = [
        place
        for place, each in enumerate(ordered)
        if (each.question or 0) <= (sentence.question or 0) and each.pointer is None
    ]
    return max(before, default=-1)
