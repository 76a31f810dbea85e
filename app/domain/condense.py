"""Part I from part II: missions with the same outcome share a sentence, no lone voice is merged.

The choice of sentences is made once, for all languages; only points give way to length, and what
gives way is counted and pointed to.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.attribution import Attribution, strictest
from app.domain.cells import POPULATIONS, CellCount
from app.domain.proceedings import Proceedings, Question, Standing
from app.domain.sentence import Kind, Part, Sentence
from app.domain.tally import Outcome

WORDS = 2_500  # of part I
SENTENCE_WORDS = 16  # what a sentence weighs besides its list of missions and its point


def overview(
    proceedings: Proceedings, cells: Sequence[CellCount], register: Sequence[Sentence]
) -> list[Sentence]:
    """Choose the sentences of part I: opening, outcomes, lone assessments, then points."""
    opening = list(_opening(proceedings, cells))
    outcomes = {
        question.number: _outcomes(
            question,
            [c for c in cells if c.question is question and c.by is Standing.MEMBER],
        )
        for question in proceedings.questions
    }
    room = WORDS - sum(map(_weight, [*opening, *(s for each in outcomes.values() for s in each)]))
    chosen = list(opening)
    for question in proceedings.questions:
        chosen += outcomes[question.number]
        share = max(0, room) // max(1, len(proceedings.questions))
        points = [s for s in register if s.question == question.number and s.source]
        chosen += _points(question, points, share)
    return chosen


def _opening(proceedings: Proceedings, cells: Sequence[CellCount]) -> Iterator[Sentence]:
    def say(name: str) -> Sentence:
        return Sentence(
            key=f"opening.{name}",
            part=Part.OVERVIEW,
            kind=Kind.PROCEDURAL,
            rule=proceedings.attribution,
        )

    yield say("briefing")
    if proceedings.briefers:
        yield say("briefers")
    if not any(cell.rule is Attribution.NON_ATTRIBUTED for cell in cells):
        signed = {position.member for position in proceedings.positions}
        for by in POPULATIONS:
            seats = proceedings.seated(by)
            spoke = tuple(seat.code for seat in seats if seat.code in signed)
            if seats:
                counted = say(f"submitted.{by}")
                yield replace(counted, by=by, seats=spoke, count=len(spoke), of=len(seats))
    if proceedings.has_not_entered:
        yield say("not_entered")
    yield say("numbers")
    yield say("responsibility")


def _outcomes(question: Question, cells: Sequence[CellCount]) -> list[Sentence]:
    """Share a sentence between the missions of one outcome; keep every lone assessment's own."""
    said: dict[Sentence, list[str]] = defaultdict(list)
    for cell in cells:
        for sentence in _cell_outcome(question, cell):
            said[sentence].append(cell.mission)
    revisions = _revisions_of(said, cells)
    return [
        replace(sentence, missions=tuple(missions), revisions=revisions[sentence])
        for sentence, missions in sorted(said.items(), key=lambda item: _outcome_rank(item[0]))
    ]


def _cell_outcome(question: Question, cell: CellCount) -> Iterator[Sentence]:
    """Word one cell without its mission, so that equal outcomes compare equal."""
    if cell.rule is Attribution.NON_ATTRIBUTED:
        return  # bands stand in part II alone: shared sentences would pool what was asked apart
    tally = cell.tally
    blank = Sentence(
        key="",
        part=Part.OVERVIEW,
        kind=Kind.TALLY,
        rule=Attribution.COUNTED,
        question=question.number,
        by=cell.by,
        count=tally.assessed,
        of=tally.of,
        outcome=tally.outcome,
    )
    if tally.outcome is Outcome.DIFFERING:
        spread = tuple((value, len(seats)) for value, seats in tally.values)
        key = f"q{question.number}.{cell.by}.differing." + ".".join(f"{v}-{n}" for v, n in spread)
        yield replace(blank, key=key, spread=spread)
    elif tally.values or cell.by is Standing.MEMBER:
        value, seats = tally.values[0] if tally.values else (None, ())
        key = f"q{question.number}.{cell.by}.same.{value}.{len(seats)}.{tally.of}"
        yield replace(blank, key=key, value=value)
    for value, seats in tally.values:
        if len(seats) == 1 and tally.of > 1:
            named = seats if cell.rule is Attribution.ATTRIBUTED else ()
            key = f"q{question.number}.{cell.by}.lone.{value}." + ".".join(named)
            yield replace(blank, key=key, value=value, seats=named, rule=cell.rule, count=1)


def _revisions_of(
    said: dict[Sentence, list[str]], cells: Sequence[CellCount]
) -> dict[Sentence, tuple[str, ...]]:
    by_mission = {(cell.mission, cell.by): cell for cell in cells}
    found: dict[Sentence, tuple[str, ...]] = {}
    for sentence, missions in said.items():
        hashes: list[str] = []
        for mission in missions:
            cell = by_mission[mission, sentence.by]
            for value, seats in cell.tally.values:
                if sentence.value in (None, value):
                    hashes += cell.revisions(seats)
        found[sentence] = tuple(hashes)
    return found


_OUTCOME_ORDER = (Outcome.ALL_MEMBERS, Outcome.ALL_EXPRESSED, Outcome.DIFFERING, Outcome.NOBODY)


def _outcome_rank(sentence: Sentence) -> tuple[bool, bool, int]:
    """Members before invited States, outcomes before lone assessments, shared views first."""
    is_lone = ".lone." in sentence.key
    order = _OUTCOME_ORDER.index(sentence.outcome) if sentence.outcome else 0
    return (sentence.by is not Standing.MEMBER, is_lone, order)


def _points(question: Question, points: Sequence[Sentence], room: int) -> list[Sentence]:
    """Keep points while room lasts, largest groups first; count and point to the rest."""
    kept: list[Sentence] = []
    left: list[Sentence] = []
    for sentence in sorted(points, key=lambda each: -(each.count or 0)):
        weight = _weight(sentence)
        if sentence.rule is Attribution.ATTRIBUTED and weight <= room:
            room -= weight
            kept.append(replace(sentence, part=Part.OVERVIEW, key=f"I.{sentence.key}"))
        else:
            left.append(sentence)
    if not left:
        return kept
    left_keys = {sentence.key for sentence in left}
    in_order = [sentence.key for sentence in points if sentence.key in left_keys]
    further = Sentence(
        key=f"q{question.number}.further",
        part=Part.OVERVIEW,
        kind=Kind.PROCEDURAL,
        rule=strictest(sentence.rule for sentence in left),
        question=question.number,
        count=len(left),
        pointer=(in_order[0], in_order[-1]),
    )
    return [*kept, further]


def _weight(sentence: Sentence) -> int:
    """Estimate the words a sentence takes in English."""
    text = sentence.source.text if sentence.source else ""
    words = max(len(text.split()), len(text) // 6)
    return SENTENCE_WORDS + len(sentence.missions) + 2 * len(sentence.spread) + words
