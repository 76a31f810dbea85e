"""Where nobody may be found out, a few who know their own view learn nobody else’s.

Such a sentence is one of a closed list: a stratum in bands, a pool of strata, a point that counts
nobody, a note of procedure. No named part of the members is ever counted, and no two strata
together: sentences that would are refused for what they are.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from app.domain.attribution import Attribution
from app.domain.bands import bands_for, may_be_pooled, may_be_said
from app.domain.cells import count_key
from app.domain.position import OFF_SCALE, Cell, find_hidden
from app.domain.sentence import Kind, Part, Sentence
from app.domain.summary import Summary, WordedSentence
from app.domain.wording import wording_in

BANDED = frozenset({Kind.TALLY, Kind.ADDRESSED, Kind.NOTHING})
_JOINERS = ("\u200c", "\u200d")  # invisible; of the six languages none needs them
_DIRECTIONS = ("\u200e", "\u200f", "\u061c")  # Arabic needs them, others hide a mark in them


def disclosure(summary: Summary) -> Iterator[str]:
    """Where nobody may be found out, a few who know their own view learn nobody else's."""
    cells: dict[str, list[WordedSentence]] = defaultdict(list)
    for each in summary.sentences:
        sentence = each.sentence
        if sentence.rule is not Attribution.NON_ATTRIBUTED:
            continue
        yield from _faults(summary, each)
        if sentence.kind in BANDED and sentence.band is not None:
            cell = Cell(sentence.question or 0, sentence.missions[0])
            pool = sentence.key.rpartition(".")[0]
            cells[pool if sentence.is_pooled else count_key(cell, sentence.by)].append(each)
    for worded in cells.values():
        if not _is_safe(summary, worded):
            for each in worded:
                yield f"{each.id}: too few delegations to speak of without naming them"


def _faults(summary: Summary, each: WordedSentence) -> Iterator[str]:
    sentence = each.sentence
    if sentence.kind in BANDED:
        yield from _band_faults(summary, each)
    elif sentence.words_points:
        if fault := _hides(each.text, summary.language):
            yield f"{each.id}: {fault}"
    elif sentence.kind is not Kind.PROCEDURAL or sentence.seats or sentence.spread:
        yield f"{each.id}: this is none of the sentences that count nobody"


def _band_faults(summary: Summary, each: WordedSentence) -> Iterator[str]:
    sentence = each.sentence
    if each.is_edited:
        yield f"{each.id}: this sentence keeps its computed words, which are a closed list"
    if sentence.of != len(summary.proceedings.seated(sentence.by)):
        yield f"{each.id}: it speaks of a part of those invited, who could be found out"
    elif bands_in(each.computed, summary.language) != {sentence.band}:
        yield f"{each.id}: its number is not said in a band"
    if sentence.spread or (sentence.part is Part.OVERVIEW and not sentence.is_pooled):
        yield f"{each.id}: it links views that were asked for apart"


def bands_in(text: str, language: str) -> set[int]:
    """Give the bands a text speaks of: their words are the same for all it may count."""
    tables = wording_in(language).band.values()
    return {band for words in tables for band, said in enumerate(words) if said in text}


def _is_safe(summary: Summary, worded: list[WordedSentence]) -> bool:
    """Test a cell or a pool as it is said, with every line that belongs to it."""
    first, facts = worded[0].sentence, summary.proceedings
    question = next(each for each in facts.questions if each.number == first.question)
    strata = len(question.scale) + len((Kind.ADDRESSED, *OFF_SCALE))
    lines = len(question.scale) if first.is_pooled else strata
    bands = tuple(each.sentence.band or 0 for each in worded)
    of, known = first.of or 0, _known(summary, first)
    if len({each.sentence.value for each in worded}) != lines or not bands_for(of):
        return False
    if first.is_pooled:
        return may_be_pooled(bands, of, known, strata=strata)
    return may_be_said(bands, of, known)


def _known(summary: Summary, sentence: Sentence) -> int:
    """Count the members whose position on this is public already."""
    here = {Cell(sentence.question or 0, mission) for mission in sentence.missions}
    seats = {seat.code for seat in summary.proceedings.seated(sentence.by)}
    return len(
        {
            position.member
            for position in summary.proceedings.positions
            if position.source and position.cell in here and position.member in seats
        }
    )


def _hides(text: str, language: str) -> str | None:
    """Say what could carry a mark of its author through to the public text."""
    hidden = (*_JOINERS, *(() if language == "ar" else _DIRECTIONS))
    if fault := find_hidden(text):
        return fault
    if any(each in text for each in hidden) or not unicodedata.is_normalized("NFC", text):
        return "the text holds invisible or unusual characters; type it again"
    return None
