"""A circulated draft and what each of its sentences rests on. Reads only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Circulation
from app.domain.errors import NotFound
from app.domain.mirror import Ground
from app.domain.sentence import Part
from app.domain.summary import register_key
from app.features.summaries.desk import circulation_line
from app.features.summaries.desk_sentence import NO_SENTENCE
from app.features.summaries.pages import CirculationLine

NO_DRAFT = "No draft has been circulated that could be answered."


@dataclass(frozen=True)
class Said:
    """A sentence of the draft, once: part I may repeat what the register says."""

    numbers: tuple[int, ...]  # of its paragraphs
    text: str
    question: int | None
    mission: str | None
    ground: Ground
    place: tuple[object, ...]  # what it may be moved within: part, question, missions

    @property
    def id(self) -> str:
        return f"s{self.numbers[0]}"

    @property
    def key(self) -> str:
        return self.ground.key


@dataclass(frozen=True)
class Draft:
    """What delegations were last given, in one language, with its other languages at hand."""

    line: CirculationLine
    language: str
    sentences: tuple[Said, ...]  # in reading order
    asked: frozenset[str]  # keys
    left_out: Mapping[str, str]  # revision -> the reason in the register
    texts: Mapping[str, Mapping[str, str]]  # language -> key -> text
    marks: Mapping[str, str]  # key -> of what it rests on

    def find(self, sentence: str) -> Said:
        for each in self.sentences:
            if sentence in {f"s{number}" for number in each.numbers}:
                return each
        raise NotFound(NO_SENTENCE)

    def beside(self, said: Said) -> list[Said]:
        """List the sentences of its place in reading order; among them it may be moved."""
        here = [each for each in self.sentences if each.place == said.place]
        return sorted(here, key=lambda each: each.numbers[-1])

    @cached_property
    def numbers(self) -> dict[str, tuple[int, ...]]:
        return {each.key: each.numbers for each in self.sentences}

    def still_says(self, key: str, language: str, said: str, grounds: str) -> bool:
        """Tell whether what was answered stands here in the same words, on the same grounds."""
        return self.texts.get(language, {}).get(key) == said and self.marks.get(key) == grounds


def read_draft(db: Session, briefing: Briefing, language: str, others: Iterable[str] = ()) -> Draft:
    """Read the last draft in ``language``, and the words of ``others`` to compare with."""
    line = circulation_line(db, briefing)
    if line is None:
        raise NotFound(NO_DRAFT)
    languages = list(dict.fromkeys([language, *(set(others) & set(briefing.languages))]))
    row = db.execute(
        select(
            Circulation.grounds,
            Circulation.asked,
            *(Circulation.texts[each] for each in languages),
        ).where(Circulation.briefing_id == briefing.id, Circulation.number == line.number)
    ).one()
    kept, asked, *documents = row
    if not kept:  # circulated before grounds were kept
        raise NotFound(NO_DRAFT)
    grounds = [Ground.read(each) for each in kept["sentences"]]
    return Draft(
        line=line,
        language=language,
        sentences=_once(documents[0], grounds),
        asked=frozenset(asked),
        left_out=kept["not_reflected"][language],
        texts={
            each: _texts(document, grounds)
            for each, document in zip(languages, documents, strict=True)
        },
        marks={ground.key: ground.mark for ground in grounds},
    )


def _texts(document: Mapping[str, Any], grounds: Iterable[Ground]) -> dict[str, str]:
    said = zip(document["sentences"], grounds, strict=True)
    return {ground.key: sentence["text"] for sentence, ground in said}


def _once(document: Mapping[str, Any], grounds: Iterable[Ground]) -> tuple[Said, ...]:
    """Bring together what part I repeats, unless it was edited; the register says it in full."""
    found: dict[tuple[str, str], list[tuple[int, Mapping[str, Any], Ground]]] = {}
    for number, (sentence, ground) in enumerate(
        zip(document["sentences"], grounds, strict=True), 1
    ):
        edited = sentence["text"] if sentence["id"] in document["edited"] else ""
        found.setdefault((register_key(ground.key), edited), []).append((number, sentence, ground))
    return tuple(_said(places) for places in found.values())


def _said(places: Sequence[tuple[int, Mapping[str, Any], Ground]]) -> Said:
    _, sentence, ground = places[-1]
    numbers = tuple(number for number, _, _ in places)
    part, question = Part(sentence["part"]), sentence["question"]
    place = part, question, *(sentence["missions"] if part is Part.REGISTER else ())
    return Said(numbers, sentence["text"], question, sentence["mission"], ground, place)
