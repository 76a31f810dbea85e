"""Every number is counted again, straight from the positions."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from app.domain.attribution import Attribution
from app.domain.bands import band_of
from app.domain.cells import banded_counts
from app.domain.pools import bands_by_key
from app.domain.position import NOTHING_SUBMITTED, Cell
from app.domain.proceedings import Standing
from app.domain.quotations import quoted
from app.domain.sentence import Kind, Part, Sentence
from app.domain.summary import Summary, WordedSentence
from app.domain.wording import wording_in
from app.domain.wording.table import Wording

# How a language says a number without its cardinal.
OTHER_NUMERALS: Mapping[str, tuple[str, ...]] = {
    "ar": ("عضوان", "العضوين", "كلا", "عنصران", "وفدان", "وفدين", "دولتان", "دولتين"),
    "ru": ("оба", "обе", "двух", "двумя", "одного", "одной", "одна"),
    "zh": ("二",),
}


STRATA = frozenset({Kind.TALLY, Kind.ADDRESSED, Kind.NOTHING})


def numbers(summary: Summary) -> Iterator[str]:
    """Every count of the register is the count of the positions, and every text says it."""
    recount = _recount(summary)
    wording = wording_in(summary.language)
    yield from _overview_numbers(summary, recount)
    yield from _pooled_numbers(summary)
    yield from _bands(summary)
    for each in summary.sentences:
        sentence = each.sentence
        if sentence.sources and not _counts_its_sources(sentence):
            yield f"{each.id}: says {sentence.count}, its points are of others or of more"
        if sentence.part is Part.REGISTER and sentence.kind in STRATA:
            cell = Cell(sentence.question or 0, sentence.missions[0])
            stratum = sentence.value or ("text" if sentence.kind is Kind.ADDRESSED else "")
            found = recount.pop((sentence.by, cell, stratum), 0)
            if found != sentence.count:
                yield f"{each.id}: says {sentence.count}, the positions give {found}"
        if each.is_edited:
            yield from _edited_numbers(each, wording)
    for (_, cell, stratum), count in recount.items():
        yield f"question {cell.question}, {cell.mission}: {count} at “{stratum}” have no sentence"


def _counts_its_sources(sentence: Sentence) -> bool:
    """Every delegation whose point it words, each once, all from the one cell and no other."""
    seats = {source.position.member for source in sentence.sources}
    cells = {source.position.cell for source in sentence.sources}
    here = {Cell(sentence.question or 0, mission) for mission in sentence.missions}
    return seats == set(sentence.seats) and sentence.count == len(seats) and cells == here


def _edited_numbers(each: WordedSentence, wording: Wording) -> Iterator[str]:
    """Keep the numbers of a sentence; where it lists values with theirs, in their order too."""
    ours, computed = _numerals(wording, each.text), _numerals(wording, each.computed)
    if sorted(ours) != sorted(computed):
        yield f"{each.id}: the edited text has other numbers than the computed one"
    elif each.sentence.spread and (ours, quoted(each.text)) != (computed, quoted(each.computed)):
        yield f"{each.id}: the edited text lists its numbers and values in another order"


def _overview_numbers(
    summary: Summary, recount: Mapping[tuple[Standing, Cell, str], int]
) -> Iterator[str]:
    """Check the outcomes of part I against each mission they speak of."""
    scales = {q.number: [v.code for v in q.scale] for q in summary.proceedings.questions}
    members = len(summary.proceedings.seated(Standing.MEMBER))
    for each in summary.of_part(Part.OVERVIEW):
        sentence = each.sentence
        if sentence.kind is not Kind.TALLY or sentence.question is None or sentence.is_pooled:
            continue
        for mission in sentence.missions:
            cell = Cell(sentence.question, mission)
            found = {
                code: recount.get((sentence.by, cell, code), 0) for code in scales[cell.question]
            }
            if sentence.of != members or not _agrees(sentence, found):
                yield f"{each.id}: its numbers are not those of {mission}"


def _pooled_numbers(summary: Summary) -> Iterator[str]:
    """Count for every pool the members who said so of at least one of its missions."""
    standing = {seat.code: seat.standing for seat in summary.proceedings.seats}
    for each in summary.of_part(Part.OVERVIEW):
        sentence = each.sentence
        if not sentence.is_pooled:
            continue
        cells = {Cell(sentence.question or 0, mission) for mission in sentence.missions}
        found = {
            position.member
            for position in summary.proceedings.positions
            if position.cell in cells
            and position.statement.assessment == sentence.value
            and standing[position.member] is sentence.by
        }
        if sentence.count != len(found):
            yield f"{each.id}: says {sentence.count}, the positions give {len(found)}"


def _bands(summary: Summary) -> Iterator[str]:
    """Let a band be that of its count, or the one delegations have seen where it must stay."""
    kept = bands_by_key(summary.proceedings, summary.seen) if summary.seen else {}
    for each in summary.sentences:
        sentence = each.sentence
        if sentence.band is not None:
            own = band_of(sentence.count or 0, sentence.of or 0)
            if sentence.band != kept.get(sentence.key, own):
                yield f"{each.id}: its band is neither that of its count nor one to be kept"


def _agrees(sentence: Sentence, found: Mapping[str, int]) -> bool:
    if sentence.spread:
        chosen = {code: count for code, count in found.items() if count}
        said = {code: count or chosen.get(code, 0) for code, count in sentence.spread}
        return said == chosen and sentence.count == sum(chosen.values())
    if sentence.value is None:
        return sentence.count == 0 and not any(found.values())
    return sentence.count == found.get(sentence.value)


def _recount(summary: Summary) -> dict[tuple[Standing, Cell, str], int]:
    """Count strata straight from the positions, by a road of its own."""
    proceedings = summary.proceedings
    standing = {seat.code: seat.standing for seat in proceedings.seats}
    counts: dict[tuple[Standing, Cell, str], int] = defaultdict(int)
    submitted: dict[Cell, int] = defaultdict(int)
    bands: set[Cell] = set()  # whose members may not even be counted as silent
    refused = [cell for cell in banded_counts(proceedings, summary.seen) if cell.is_refused]
    hidden = {position.hash for cell in refused for position in cell.positions.values()}
    for position in proceedings.positions:
        by = standing[position.member]
        if by is Standing.MEMBER and Attribution.NON_ATTRIBUTED is position.attribution:
            bands.add(position.cell)
        if position.hash in hidden:
            continue
        counts[by, position.cell, position.statement.assessment or "text"] += 1
        submitted[position.cell] += by is Standing.MEMBER
    members = len(proceedings.seated(Standing.MEMBER))
    banded = proceedings.attribution is Attribution.NON_ATTRIBUTED
    cells = {Cell(q.number, m.acronym) for q in proceedings.questions for m in proceedings.missions}
    for cell in cells | {cell for cell, count in submitted.items() if count}:
        silent = members - submitted.get(cell, 0)
        if silent and not banded and cell not in bands:
            counts[Standing.MEMBER, cell, NOTHING_SUBMITTED] = silent
    return counts


def _numerals(wording: Wording, text: str) -> list[str]:
    spaced = wording.language != "zh"
    others = OTHER_NUMERALS.get(wording.language, ())
    words = sorted({*wording.cardinals, *wording.cardinals_of, *others}, key=len, reverse=True)
    edge = r"(?<!\w)(?:{})(?!\w)" if spaced else "(?:{})"
    pattern = edge.format("|".join([*map(re.escape, words), r"\d+"]))
    return [found.casefold() for found in re.findall(pattern, text, re.IGNORECASE)]
