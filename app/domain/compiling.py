"""From positions to a summary, cell by cell: a new revision recomputes its own cell alone.

A cell of part II is compiled from nothing but itself, so that what one delegation changes cannot
touch what is said of another cell. Part I is chosen anew each time, from digests kept by question.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.cells import CellCount, cells_of, count_cell_of, positions_by_cell
from app.domain.condense import Digest, opening, overview
from app.domain.drafting import NO_DRAFTING, Drafting
from app.domain.grouping import PointRef
from app.domain.joint import link_points
from app.domain.lengths import Words
from app.domain.narrative import Narrative, insert
from app.domain.phrasing import Speaker
from app.domain.pools import pools_of
from app.domain.position import Cell
from app.domain.proceedings import Position, Proceedings
from app.domain.sentence import Sentence
from app.domain.summary import Coverage, Summary, WordedSentence, block, word
from app.domain.synthesis import cell_sentences


@dataclass(frozen=True)
class Register:
    """What part II says of one cell, in the presidency's order, and what of it is covered."""

    counts: tuple[CellCount, ...]
    sentences: tuple[Sentence, ...]
    cited: int  # revisions, those with text only when each of their points has its sentence
    points: int
    points_cited: int
    withheld: tuple[str, ...]  # revisions, unless a pool speaks for them


class Compiler:
    """Compiles one briefing, in as many languages as asked for, again after every revision."""

    def __init__(self, proceedings: Proceedings, drafting: Drafting = NO_DRAFTING) -> None:
        self.proceedings = proceedings
        self._drafting = drafting
        self._groups = drafting.grouping.by_cell()
        self._positions = positions_by_cell(proceedings)
        cells = list(cells_of(proceedings))
        self._narrative = _by_cell(drafting.narratives, proceedings, cells)
        self._registers = {cell: self._register(cell) for cell in cells}
        self._pools: dict[int, list[Sentence]] = {}  # by question
        self._words = Words(Speaker.of(proceedings, "en"), drafting)
        self._digests = {
            question.number: self._digest(question.number) for question in proceedings.questions
        }
        self._worded: dict[tuple[str, Cell], tuple[Register, tuple[WordedSentence, ...]]] = {}
        self._worded_before: dict[str, dict[int, WordedSentence]] = {}  # of part I, by identity

    def revise(self, position: Position) -> None:
        """Take a new revision for the one its delegation had in this cell, if it had one."""
        here = self._positions.setdefault(position.cell, {})
        before = here.get(position.member)
        kept = tuple(each for each in self.proceedings.positions if each is not before)
        self.proceedings = replace(self.proceedings, positions=(*kept, position))
        here[position.member] = position
        self._registers[position.cell] = self._register(position.cell)
        self._digests[position.cell.question] = self._digest(position.cell.question)

    def sentences(self) -> list[Sentence]:
        """Give the sentences of both parts, in reading order, without words."""
        register = (each for found in self._registers.values() for each in found.sentences)
        return [*self._overview(), *register]

    def summary(self, language: str) -> Summary:
        """Word what stands in one language; what stands as it was worded before is not anew."""
        speaker = Speaker.of(self.proceedings, language)
        chosen = self._overview()
        starts: dict[Cell, int] = {}
        number = len(chosen) + 1
        for cell, register in self._registers.items():
            starts[cell] = number
            number += len(register.sentences)
        sentences = self._worded_overview(chosen, starts, speaker)
        for cell, start in starts.items():
            sentences += self._worded_cell(cell, start, speaker)
        coverage = self._coverage(speaker)
        seen = self._drafting.seen
        return Summary(self.proceedings, language, tuple(sentences), coverage, seen)

    def _register(self, cell: Cell) -> Register:
        here = self._positions.get(cell, {})
        counts = tuple(count_cell_of(self.proceedings, cell, here, self._drafting.seen))
        refused = self._drafting.grouping.refused
        groups = link_points(cell, here.values(), self._groups.get(cell, ()), refused)
        said = [
            sentence
            for count in counts
            for sentence in cell_sentences(count, self.proceedings.seed, self._drafting, groups)
        ]
        worded = {source.ref for each in said for source in each.sources}
        return Register(
            counts=counts,
            sentences=tuple(self._arranged(said, cell)),
            cited=_count_cited(here.values(), said, worded),
            points=sum(len(position.points) for position in here.values()),
            points_cited=len(worded),
            withheld=tuple(
                position.hash
                for count in counts
                if count.is_refused
                for position in count.positions.values()
                if count.is_withheld or not position.points
            ),
        )

    def _digest(self, question: int) -> Digest:
        here = [found for cell, found in self._registers.items() if cell.question == question]
        counts = [count for register in here for count in register.counts]
        pools = pools_of(counts, self._drafting.seen)
        self._pools[question] = [said for pool in pools for said in pool.sentences()]
        return Digest(
            next(each for each in self.proceedings.questions if each.number == question),
            counts,
            [sentence for register in here for sentence in register.sentences],
            self._pools[question],
            self._words,
        )

    def _overview(self) -> list[Sentence]:
        cells = [count for register in self._registers.values() for count in register.counts]
        said = list(opening(self.proceedings, cells, is_preview=self._drafting.is_preview))
        added = sum(self._words.count_narrative(each) for _, each in self._narrative.get(None, ()))
        chosen = overview(said, list(self._digests.values()), self._words, taken=added)
        return self._arranged(chosen, None)

    def _arranged(self, sentences: Iterable[Sentence], cell: Cell | None) -> list[Sentence]:
        """Order a stretch as the presidency did; narrative nobody moved stays where it was put."""
        ranks, added = self._drafting.ranks, self._narrative.get(cell, ())
        moved = insert(list(sentences), (each for each in added if each[0].key in ranks))
        return insert(arrange(moved, ranks), (each for each in added if each[0].key not in ranks))

    def _worded_overview(
        self, chosen: Sequence[Sentence], starts: Mapping[Cell, int], speaker: Speaker
    ) -> list[WordedSentence]:
        """Word part I; a sentence that points elsewhere anew, as paragraphs may have moved."""
        language = speaker.wording.language
        before = self._worded_before.get(language, {})
        sentences: list[WordedSentence] = []
        for number, each in enumerate(chosen, 1):
            known = before.get(id(each))
            if known is None or each.pointer:
                places = self._places(each, starts)
                sentences.append(word(number, each, speaker, self._drafting, places))
            else:
                sentences.append(WordedSentence(number, *known[1:]))
        self._worded_before[language] = {id(each.sentence): each for each in sentences}
        return sentences

    def _worded_cell(self, cell: Cell, start: int, speaker: Speaker) -> tuple[WordedSentence, ...]:
        language, register = speaker.wording.language, self._registers[cell]
        before = self._worded.get((language, cell))
        if before is None or before[0] is not register:
            worded = tuple(
                word(number, each, speaker, self._drafting)
                for number, each in enumerate(register.sentences, start)
            )
        elif before[1] and before[1][0].number != start:
            worded = tuple(
                WordedSentence(number, *each[1:]) for number, each in enumerate(before[1], start)
            )
        else:
            return before[1]
        self._worded[language, cell] = register, worded
        return worded

    def _places(self, sentence: Sentence, starts: Mapping[Cell, int]) -> tuple[int, int]:
        """Find the first and the last paragraph a sentence points to."""
        if not sentence.pointer:
            return 0, 0
        keys = set(sentence.pointer)
        cells = [cell for cell in starts if cell.question == sentence.question]
        return (
            next(_numbers(cells, starts, self._registers, keys)),
            next(_numbers(cells, starts, self._registers, keys, backwards=True)),
        )

    def _coverage(self, speaker: Speaker) -> Coverage:
        registers = self._registers.values()
        reason = speaker.wording.headings["withheld"]
        left_out = self._drafting.not_reflected
        standing = (position.hash for position in self.proceedings.positions)
        known = left_out.keys() & set(standing) if left_out else frozenset[str]()
        hidden = {revision for each in registers for revision in each.withheld}
        pooled = {
            revision
            for said in self._pools.values()
            for each in said
            for revision in each.revisions
        }
        return Coverage(
            revisions=len(self.proceedings.positions),
            cited=sum(each.cited for each in registers) + len(hidden & pooled),
            points=sum(each.points for each in registers),
            points_cited=sum(each.points_cited for each in registers),
            not_reflected=(
                *((each, why) for each, why in left_out.items() if each in known),
                *(
                    (revision, reason)
                    for each in registers
                    for revision in each.withheld
                    if revision not in pooled and revision not in known
                ),
            ),
        )


def compile_summary(
    proceedings: Proceedings, language: str, drafting: Drafting = NO_DRAFTING
) -> Summary:
    """Compile and word a summary once."""
    return Compiler(proceedings, drafting).summary(language)


def synthesise(proceedings: Proceedings, drafting: Drafting = NO_DRAFTING) -> tuple[Sentence, ...]:
    """Compile the sentences of both parts, in reading order, without words."""
    return tuple(Compiler(proceedings, drafting).sentences())


def arrange(sentences: Iterable[Sentence], ranks: Mapping[str, int]) -> list[Sentence]:
    """Move ranked sentences within their own block; blocks and unranked ones stay in order."""
    ordered = list(sentences)
    if not ranks:
        return ordered
    blocks: dict[tuple[object, ...], int] = {}
    for sentence in ordered:
        blocks.setdefault(block(sentence), len(blocks))
    return sorted(
        ordered, key=lambda each: (blocks[block(each)], ranks.get(each.key, len(ordered)))
    )


def _by_cell(
    narratives: Iterable[Narrative], proceedings: Proceedings, cells: Sequence[Cell]
) -> dict[Cell | None, list[tuple[Narrative, Sentence]]]:
    """Give narrative by the cell it stands in, None for part I; where that is gone, further up."""
    found: dict[Cell | None, list[tuple[Narrative, Sentence]]] = {}
    questions = {each.number for each in proceedings.questions}
    for each in narratives:
        cell = Cell(each.question or 0, each.mission or "")
        question = each.question if each.question in questions else None
        placed = each if cell in cells else replace(each, question=question, mission=None)
        here = cell if cell in cells else None
        found.setdefault(here, []).append((placed, placed.sentence(proceedings.attribution)))
    return found


def _count_cited(
    positions: Iterable[Position], said: Sequence[Sentence], worded: set[PointRef]
) -> int:
    counted = {revision for each in said if not each.sources for revision in each.revisions}
    cited = 0
    for position in positions:
        points = [PointRef(position.hash, index) for index in range(len(position.points))]
        cited += worded.issuperset(points) if points else position.hash in counted
    return cited


def _numbers(
    cells: Sequence[Cell],
    starts: Mapping[Cell, int],
    registers: Mapping[Cell, Register],
    keys: set[str],
    *,
    backwards: bool = False,
) -> Iterator[int]:
    """Give the paragraph numbers of ``keys``, from either end."""
    for cell in reversed(cells) if backwards else cells:
        places = list(enumerate(registers[cell].sentences, starts[cell]))
        for number, sentence in reversed(places) if backwards else places:
            if sentence.key in keys:
                yield number
