"""Part I from part II: missions with the same outcome share a sentence, no lone voice is merged.

The choice of sentences is made once, for all languages, by their length in English. Points give
way to length first, and what gives way is counted and pointed to; then names and the numbers of
differing assessments do, which part II gives. No assessment gives way. Among points, those stand
first without which somebody who spoke would not be heard.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from app.domain.attribution import Attribution, strictest
from app.domain.cells import POPULATIONS, CellCount
from app.domain.cover import fewest
from app.domain.lengths import Words
from app.domain.proceedings import Proceedings, Question, Standing
from app.domain.quantity import LARGEST_IN_CARDINALS
from app.domain.sentence import Kind, Part, Sentence
from app.domain.tally import Outcome

WORDS = 2_500  # of part I
POINTER_WORDS = 16  # of the sentence that points to what gave way
BARE = 0  # in a spread: the number stands in part II alone

Shorten = Callable[[Sentence], Sentence]


class Digest:
    """What part I may say of one question: worked out once, however much room there is."""

    def __init__(
        self,
        question: Question,
        cells: Sequence[CellCount],
        register: Sequence[Sentence],
        pooled: Sequence[Sentence],
        words: Words,
    ) -> None:
        self.question = question
        self._pooled = pooled
        self._members = [cell for cell in cells if cell.by is Standing.MEMBER]
        self._words = words
        points = [sentence for sentence in register if sentence.words_points]
        self._by_size = sorted(points, key=lambda each: -(each.count or 0))
        self._outcomes: dict[int, tuple[list[Sentence], int]] = {}
        self._costs: dict[str, int] = {}
        self._in_part_one: dict[str, Sentence] = {}
        self._chosen: dict[int, list[Sentence]] = {}

    def outcomes(self, length: int) -> tuple[list[Sentence], int]:
        """Give the outcomes at a length, 0 the longest, with the words they take."""
        if length not in self._outcomes:
            said = _outcomes(self.question, self._members, SHORTENED[length])
            said += self._pooled
            self._outcomes[length] = said, sum(self._words.count(each) for each in said)
        return self._outcomes[length]

    def points(self, room: int) -> list[Sentence]:
        """Keep points while room lasts; count and point to the rest."""
        if room not in self._chosen:
            self._chosen = {room: self._choose(room)}
        return self._chosen[room]

    def _choose(self, room: int) -> list[Sentence]:
        kept: set[str] = set()
        for sentence in self._by_need:
            if room <= 0:
                break
            if self._least[sentence.key] <= room and (taken := self._taken(sentence)) <= room:
                room -= taken
                kept.add(sentence.key)
        return [
            *(self._stated(each) for each in self._by_size if each.key in kept),
            *_pointer(self.question, [each for each in self._by_size if each.key not in kept]),
        ]

    @cached_property
    def _by_need(self) -> list[Sentence]:
        """Put first the fewest points in which everyone who spoke is heard; then go by size."""
        covers = {each.key: frozenset(each.seats) for each in self._by_size}
        needed = set(fewest(covers, list(covers)))
        may_stand = [each for each in self._by_size if each.rule is not Attribution.NON_ATTRIBUTED]
        return sorted(may_stand, key=lambda each: each.key not in needed)

    @cached_property
    def _least(self) -> dict[str, int]:
        return {each.key: self._words.least(each) for each in self._by_need}

    def _stated(self, sentence: Sentence) -> Sentence:
        """Give a point as part I has it, the same object every time."""
        stated = self._in_part_one.get(sentence.key)
        if stated is None:
            stated = replace(sentence, part=Part.OVERVIEW, key=f"I.{sentence.key}")
            self._in_part_one[sentence.key] = stated
        return stated

    def _taken(self, sentence: Sentence) -> int:
        if sentence.key not in self._costs:
            self._costs[sentence.key] = self._words.count_point(sentence)
        return self._costs[sentence.key]


def overview(
    opening: Sequence[Sentence], digests: Sequence[Digest], words: Words, *, taken: int = 0
) -> list[Sentence]:
    """Choose the sentences of part I: opening, outcomes, lone assessments, then points.

    ``taken`` is the room in words that narrative needs.
    """
    room = WORDS - taken - sum(words.count(each) for each in opening)
    room -= POINTER_WORDS * len(digests)
    length = next(
        (
            length
            for length in range(len(SHORTENED))
            if sum(digest.outcomes(length)[1] for digest in digests) <= room
        ),
        len(SHORTENED) - 1,
    )
    room -= sum(digest.outcomes(length)[1] for digest in digests)
    share = max(0, room) // max(1, len(digests))
    chosen = list(opening)
    for digest in digests:
        chosen += digest.outcomes(length)[0]
        chosen += digest.points(share)
    return chosen


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


SHORTENED: Sequence[Shorten] = (_whole, _unnamed, _bare)


def opening(
    proceedings: Proceedings, cells: Sequence[CellCount], *, is_preview: bool
) -> Iterator[Sentence]:
    """Say what the summary concerns, who submitted, and how to read it."""
    rule = proceedings.attribution
    if is_preview:
        yield replace(_say("preview", rule), is_proposed=True)
    yield _say("briefing", rule)
    if proceedings.briefers:
        yield _say("briefers", rule)
    yield from _submitted(proceedings, cells)
    if proceedings.has_not_entered:
        yield _say("not_entered", rule)
    yield _say("numbers", rule)
    yield from _bands(cells)
    if any(len(proceedings.seated(by)) > LARGEST_IN_CARDINALS for by in POPULATIONS):
        yield _say("words", rule)
    yield _say("responsibility", rule)


def _bands(cells: Sequence[CellCount]) -> Iterator[Sentence]:
    """Print the numbers behind the bands, once for each population spoken of in them."""
    wholes = {cell.by: cell.of for cell in cells if cell.is_banded and not cell.is_withheld}
    for by in POPULATIONS:
        if by in wholes:
            note = _say(f"{by}.bands", Attribution.NON_ATTRIBUTED)
            yield replace(note, by=by, of=wholes[by])


def _say(name: str, rule: Attribution) -> Sentence:
    return Sentence(key=f"opening.{name}", part=Part.OVERVIEW, kind=Kind.PROCEDURAL, rule=rule)


def _submitted(proceedings: Proceedings, cells: Sequence[CellCount]) -> Iterator[Sentence]:
    """Count who submitted, unless that would help to find somebody out."""
    rule = strictest([proceedings.attribution, *(cell.rule for cell in cells)])
    if rule is Attribution.NON_ATTRIBUTED:
        return
    signed = {position.member for position in proceedings.positions}
    for by in POPULATIONS:
        seats = proceedings.seated(by)
        spoke = tuple(seat.code for seat in seats if seat.code in signed)
        if seats:
            counted = replace(_say(f"submitted.{by}", rule), by=by)
            yield replace(counted, seats=spoke, count=len(spoke), of=len(seats))


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
        return  # bands stand in part II: of several missions only pools speak, and say so
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
