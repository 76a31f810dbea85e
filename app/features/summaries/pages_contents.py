"""A summary laid out for a page: chapters, sections, lines, gates. No table is read here."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from app.domain.attribution import Attribution
from app.domain.gates import Gate
from app.domain.position import GENERAL, NOTHING_SUBMITTED
from app.domain.proceedings import Question, in_language
from app.domain.sentence import Kind, Part, Sentence
from app.domain.summary import Summary, WordedSentence, block
from app.domain.wording import wording_in
from app.features.summaries.pages import Chapter, Contents, Fault, GateLine, Line, Section, Segment

WHOLE = 150  # sentences a page shows all at once; more are opened question by question
LAST_MARK = 6  # scale values from v0 to v6 have a mark of their own
FAULT = re.compile(r"s(\d+): (.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and where it stands."""

    part: Part
    question: int | None
    mission: str | None
    line: Line


Strips = Mapping[tuple[int, str], tuple[str, str]]  # question, value -> kind, label


def strips_of(questions: Iterable[Question], language: str) -> Strips:
    return {
        (question.number, value.code): (
            scale_mark(place, len(question.scale)),
            in_language(value.label, language),
        )
        for question in questions
        for place, value in enumerate(question.scale)
    }


def scale_mark(place: int, of: int) -> str:
    """Name the mark of a scale value; short scales are spread over the seven there are."""
    if of > LAST_MARK:
        return f"v{min(place, LAST_MARK)}"
    return f"v{place * LAST_MARK // max(1, of - 1)}"


def desk_lines(summary: Summary) -> list[Placed]:
    """Give every sentence as the presidency sees it, with where it may be moved."""
    strips = strips_of(summary.proceedings.questions, summary.language)
    blocks = [block(each.sentence) for each in summary.sentences]
    last = len(blocks) - 1
    return [
        Placed(
            each.sentence.part,
            each.sentence.question,
            each.sentence.mission,
            _desk_line(
                each,
                strips,
                may_rise=at > 0 and blocks[at - 1] == blocks[at],
                may_sink=at < last and blocks[at + 1] == blocks[at],
            ),
        )
        for at, each in enumerate(summary.sentences)
    ]


def _desk_line(each: WordedSentence, strips: Strips, *, may_rise: bool, may_sink: bool) -> Line:
    sentence = each.sentence
    numbered = sentence.rule is not Attribution.NON_ATTRIBUTED and sentence.pointer is None
    spread = sentence.spread or ((sentence.value, sentence.count or 0),)
    return Line(
        key=sentence.key,
        number=each.number,
        text=each.text,
        kind=sentence.kind.value,
        count=sentence.count if numbered else None,
        of=sentence.of if numbered else None,
        strip=_strip(sentence.kind, sentence.question, spread, strips) if numbered else (),
        computed=each.computed if each.is_edited else None,
        is_stale=each.is_stale,
        is_pending=not each.is_confirmed,
        is_kept=sentence.keeps_its_band,
        may_rise=may_rise,
        may_sink=may_sink,
        is_narrative=sentence.is_narrative,
    )


def circulated_lines(document: Mapping[str, Any], strips: Strips) -> list[Placed]:
    """Give every sentence of a draft from the document delegations were given."""
    return [
        Placed(
            Part(each["part"]),
            each["question"],
            each["mission"],
            Line(
                key=each["id"],
                number=int(each["id"].removeprefix("s")),
                text=each["text"],
                kind=each["kind"],
                count=each["count"],
                of=each["of"],
                strip=()
                if each["count"] is None
                else _strip(
                    Kind(each["kind"]),
                    each["question"],
                    ((each["value"], each["count"]),),
                    strips,
                ),
                computed=document["edited"].get(each["id"]),
            ),
        )
        for each in document["sentences"]
    ]


def _strip(
    kind: Kind,
    question: int | None,
    spread: Sequence[tuple[str | None, int]],
    strips: Strips,
) -> tuple[Segment, ...]:
    if kind is Kind.NOTHING:
        return tuple(
            Segment("nothing" if value == NOTHING_SUBMITTED else value or "", "", count)
            for value, count in spread
        )
    if kind is Kind.ADDRESSED:
        return tuple(Segment("addressed", "", count) for _, count in spread)
    if kind is not Kind.TALLY:
        return ()
    known = ((strips.get((question or 0, value or "")), count) for value, count in spread)
    return tuple(Segment(found[0], found[1], count) for found, count in known if found)


def contents_of(
    placed: Sequence[Placed],
    questions: Iterable[Question],
    language: str,
    wanted: int | None,
) -> Contents:
    """Lay out both parts; a long register is opened one question at a time."""
    words = wording_in(language).headings
    texts = {each.number: in_language(each.text, language) for each in questions}
    whole = len(placed) <= WHOLE
    asked = wanted if wanted in texts and not whole else None

    def chapters(part: Part) -> Iterator[Chapter]:
        mine = (each for each in placed if each.part is part)
        for number, group in groupby(mine, key=lambda each: each.question):
            shown = number == asked if part is Part.REGISTER else asked is None
            lines = list(group)
            heading = words["opening"] if number is None else words["question"].format(n=number)
            sections = _sections(lines, words, part) if whole or shown else ()
            yield _chapter(number, heading, texts.get(number or 0, ""), lines, sections)

    return Contents(
        words["part_one"],
        tuple(chapters(Part.OVERVIEW)),
        words["part_two"],
        tuple(chapters(Part.REGISTER)),
        asked,
    )


def _chapter(
    number: int | None,
    heading: str,
    text: str,
    placed: Sequence[Placed],
    sections: tuple[Section, ...],
) -> Chapter:
    lines = [each.line for each in placed]
    return Chapter(
        question=number,
        heading=heading,
        text=text,
        first=lines[0].number,
        last=lines[-1].number,
        pending=sum(line.is_pending for line in lines),
        edited=sum(line.computed is not None for line in lines),
        stale=sum(line.is_stale for line in lines),
        sections=sections,
    )


def _sections(
    placed: Sequence[Placed], words: Mapping[str, str], part: Part
) -> tuple[Section, ...]:
    if part is Part.OVERVIEW:
        return (Section(None, tuple(each.line for each in placed)),)
    return tuple(
        Section(words["general"] if mission == GENERAL else mission, tuple(g.line for g in group))
        for mission, group in groupby(placed, key=lambda each: each.mission)
    )


def gate_lines(gates: Mapping[str, Gate], summary: Summary) -> tuple[GateLine, ...]:
    return tuple(
        GateLine(name, gate.passed, () if gate.passed else tuple(_faults(gate.detail, summary)))
        for name, gate in gates.items()
    )


def _faults(detail: str, summary: Summary) -> Iterator[Fault]:
    """Split the detail of a gate so that each fault can lead to its sentence."""
    for text in detail.split("; "):
        found = FAULT.fullmatch(text)
        number = int(found[1]) if found else 0
        if found and 0 < number <= len(summary.sentences):
            sentence = summary.sentences[number - 1].sentence
            yield Fault(found[2], sentence.key, number, register_question(sentence))
        else:
            yield Fault(text)


def register_question(sentence: Sentence) -> int | None:
    """Give the question whose part of the register shows the sentence; none for part I."""
    return sentence.question if sentence.part is Part.REGISTER else None
