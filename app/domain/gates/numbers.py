"""Every number is counted again, straight from the positions."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from app.domain.attribution import Attribution
from app.domain.cells import withheld
from app.domain.position import NOTHING_SUBMITTED, Cell
from app.domain.proceedings import Proceedings, Standing
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


def numbers(summary: Summary) -> Iterator[str]:
    """Every count of the register is the count of the positions, and every text says it."""
    recount = _recount(summary.proceedings)
    wording = wording_in(summary.language)
    yield from _overview_numbers(summary, recount)
    for each in summary.sentences:
        sentence = each.sentence
        if sentence.sources and not _counts_its_sources(sentence):
            yield f"{each.id}: says {sentence.count}, its points are of others or of more"
        if sentence.part is Part.REGISTER and not sentence.sources:
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
        if sentence.kind is not Kind.TALLY or sentence.question is None:
            continue
        for mission in sentence.missions:
            cell = Cell(sentence.question, mission)
            found = {
                code: recount.get((sentence.by, cell, code), 0) for code in scales[cell.question]
            }
            if sentence.of != members or not _agrees(sentence, found):
                yield f"{each.id}: its numbers are not those of {mission}"


def _agrees(sentence: Sentence, found: Mapping[str, int]) -> bool:
    if sentence.spread:
        chosen = {code: count for code, count in found.items() if count}
        said = {code: count or chosen.get(code, 0) for code, count in sentence.spread}
        return said == chosen and sentence.count == sum(chosen.values())
    if sentence.value is None:
        return sentence.count == 0 and not any(found.values())
    return sentence.count == found.get(sentence.value)


def _recount(proceedings: Proceedings) -> dict[tuple[Standing, Cell, str], int]:
    """Count strata straight from the positions, by a road of its own."""
    standing = {seat.code: seat.standing for seat in proceedings.seats}
    counts: dict[tuple[Standing, Cell, str], int] = defaultdict(int)
    submitted: dict[Cell, int] = defaultdict(int)
    bands: set[Cell] = set()  # whose members may not even be counted as silent
    hidden = set(withheld(proceedings))
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
