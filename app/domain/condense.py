"""Part I from part II: missions with the same outcome share a sentence, no lone voice is merged.

The choice of sentences is made once, for all languages, by their length in English. Points give
way to length first, and what gives way is counted and pointed to; then names and the numbers of
differing assessments do, which part II gives. No assessment gives way. Among points, those stand
first without which somebody who spoke would not be heard.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.attribution import Attribution, strictest
from app.domain.cells import POPULATIONS, CellCount
from app.domain.cover import fewest
from app.domain.drafting import Drafting
from app.domain.phrasing import Speaker
from app.domain.position import LANGUAGES
from app.domain.proceedings import Proceedings, Question, Standing
from app.domain.sentence import Kind, Part, Sentence
from app.domain.tally import Outcome

WORDS = 2_500  # of part I
POINTER_WORDS = 16  # of the sentence that points to what gave way
BARE = 0  # in a spread: the number stands in part II alone

Shorten = Callable[[Sentence], Sentence]


def overview(
    proceedings: Proceedings,
    cells: Sequence[CellCount],
    register: Sequence[Sentence],
    drafting: Drafting,
) -> list[Sentence]:
    """Choose the sentences of part I: opening, outcomes, lone assessments, then points."""
    speaker = Speaker.of(proceedings, "en")
    chosen = list(_opening(proceedings, cells, is_preview=drafting.is_preview))
    room = WORDS - sum(_words(speaker, each) for each in chosen)
    room -= POINTER_WORDS * len(proceedings.questions)
    outcomes, taken = _fitting_outcomes(proceedings, cells, speaker, room)
    share = max(0, room - taken) // max(1, len(proceedings.questions))
    points: dict[int | None, list[Sentence]] = defaultdict(list)
    for sentence in register:
        if sentence.words_points:
            points[sentence.question].append(sentence)
    words = _PointWords(speaker, drafting)
    for question in proceedings.questions:
        chosen += outcomes[question.number]
        chosen += _points(question, points[question.number], words, share)
    return chosen


def _fitting_outcomes(
    proceedings: Proceedings, cells: Sequence[CellCount], speaker: Speaker, room: int
) -> tuple[dict[int, list[Sentence]], int]:
    """Word every outcome at the greatest length there is room for; give the words it takes."""
    members = [cell for cell in cells if cell.by is Standing.MEMBER]
    outcomes: dict[int, list[Sentence]] = {}
    taken = 0
    for shorten in (_whole, _unnamed, _bare):
        outcomes = {
            question.number: _outcomes(
                question, [cell for cell in members if cell.question is question], shorten
            )
            for question in proceedings.questions
        }
        taken = sum(_words(speaker, each) for said in outcomes.values() for each in said)
        if taken <= room:
            break
    return outcomes, taken


def _whole(sentence: Sentence) -> Sentence:
    return sentence


def _unnamed(sentence: Sentence) -> Sentence:
    """Leave out who it was, so that missions can share the sentence."""
    if not sentence.seats:
        return sentence
    key = sentence.key.removesuffix(".".join(sentence.seats))
    return replace(sentence, key=key, seats=(), rule=Attribution.COUNTED)


def _bare(sentence: Sentence) -> Sentence:
    """Leave out how many chose each of differing values, too."""
    if not sentence.spread:
        return _unnamed(sentence)
    values = [value for value, _ in sentence.spread]
    key = f"q{sentence.question}.{sentence.by}.differing.{sentence.count}." + ".".join(values)
    return replace(sentence, key=key, spread=tuple((value, BARE) for value in values))


def _opening(
    proceedings: Proceedings, cells: Sequence[CellCount], *, is_preview: bool
) -> Iterator[Sentence]:
    def say(name: str) -> Sentence:
        return Sentence(
            key=f"opening.{name}",
            part=Part.OVERVIEW,
            kind=Kind.PROCEDURAL,
            rule=proceedings.attribution,
        )

    if is_preview:
        yield replace(say("preview"), is_proposed=True)
    yield say("briefing")
    if proceedings.briefers:
        yield say("briefers")
    rule = strictest([proceedings.attribution, *(cell.rule for cell in cells)])
    if rule is not Attribution.NON_ATTRIBUTED:
        signed = {position.member for position in proceedings.positions}
        for by in POPULATIONS:
            seats = proceedings.seated(by)
            spoke = tuple(seat.code for seat in seats if seat.code in signed)
            if seats:
                counted = replace(say(f"submitted.{by}"), rule=rule)  # or who is unnamed is found
                yield replace(counted, by=by, seats=spoke, count=len(spoke), of=len(seats))
    if proceedings.has_not_entered:
        yield say("not_entered")
    yield say("numbers")
    yield say("responsibility")


def _outcomes(question: Question, cells: Sequence[CellCount], shorten: Shorten) -> list[Sentence]:
    """Share a sentence between the missions of one outcome; keep every lone assessment's own."""
    said: dict[Sentence, list[str]] = defaultdict(list)
    for cell in cells:
        for sentence in _cell_outcome(question, cell):
            said[shorten(sentence)].append(cell.mission)
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
    elif tally.assessed != 1 or tally.of == 1:  # a lone assessment's own sentence says it all
        value, seats = tally.values[0] if tally.values else (None, ())
        key = f"q{question.number}.{cell.by}.same.{value}.{len(seats)}.{tally.of}"
        yield replace(blank, key=key, value=value)
    for value, seats in tally.values:
        if len(seats) == 1 and tally.of > 1:
            named = seats if cell.rule is Attribution.ATTRIBUTED else ()
            alone = "only" if tally.assessed == 1 else "among"  # it is worded differently
            key = f"q{question.number}.{cell.by}.lone.{alone}.{value}." + ".".join(named)
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


@dataclass(frozen=True)
class _PointWords:
    """How long the sentence of a point is, the same for every language it will be worded in."""

    speaker: Speaker
    drafting: Drafting

    def count(self, sentence: Sentence) -> int:
        worded = [
            edit.text
            for language in LANGUAGES
            if (edit := self.drafting.wordings.get((language, sentence.key)))
        ]
        said = worded or [source.text for source in sentence.sources]
        introduction = _words(self.speaker, replace(sentence, part=Part.OVERVIEW), "")
        quoted = _words(self.speaker, replace(sentence, part=Part.OVERVIEW))
        return max(quoted, introduction + max(_length(text) for text in said))


def _points(
    question: Question, points: Sequence[Sentence], words: _PointWords, room: int
) -> list[Sentence]:
    """Keep points while room lasts; count and point to the rest."""
    kept: set[str] = set()
    for sentence in _by_need(points):
        may_stand = sentence.rule is not Attribution.NON_ATTRIBUTED and room > 0
        if may_stand and (taken := words.count(sentence)) <= room:
            room -= taken
            kept.add(sentence.key)
    stand = sorted(points, key=lambda each: -(each.count or 0))
    return [
        *(
            replace(each, part=Part.OVERVIEW, key=f"I.{each.key}")
            for each in stand
            if each.key in kept
        ),
        *_pointer(question, [each for each in stand if each.key not in kept]),
    ]


def _by_need(points: Sequence[Sentence]) -> list[Sentence]:
    """Put first the fewest points in which everyone who spoke is heard, then the others by size."""
    by_size = sorted(points, key=lambda each: -(each.count or 0))
    covers = {each.key: frozenset(each.seats) for each in by_size}
    needed = set(fewest(covers, [each.key for each in by_size]))
    return sorted(by_size, key=lambda each: each.key not in needed)


def _pointer(question: Question, left: Sequence[Sentence]) -> list[Sentence]:
    if not left:
        return []
    return [
        Sentence(
            key=f"q{question.number}.further",
            part=Part.OVERVIEW,
            kind=Kind.PROCEDURAL,
            rule=strictest(sentence.rule for sentence in left),
            question=question.number,
            value=None if all(each.is_lone for each in left) else "shared",
            count=len(left),
            pointer=tuple(sentence.key for sentence in left),
        )
    ]


def _words(speaker: Speaker, sentence: Sentence, text: str | None = None) -> int:
    return _length(speaker.phrase(sentence, text))


def _length(text: str) -> int:
    """Count the words a text takes; those of a script without spaces by their length."""
    return max(len(text.split()), sum(not char.isascii() for char in text) // 6)
