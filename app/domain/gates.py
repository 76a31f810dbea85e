"""What must hold before a summary is released. Each gate recounts on its own and fails closed.

A gate never trusts the compiler: it goes back to the positions.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from app.domain.attribution import Attribution
from app.domain.cells import withheld
from app.domain.grouping import PointRef
from app.domain.phrasing import band_of
from app.domain.position import NOTHING_SUBMITTED, Cell
from app.domain.proceedings import Proceedings, Standing
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
QUOTATIONS = re.compile(
    r"“([^”\n]*)”|«([^»\n]*)»|„([^“”\n]*)[“”]|「([^」\n]*)」|『([^』\n]*)』|‘([^’\n]*)’|\"([^\"\n]*)\""
)
SHOWN = 5  # faults named in the detail of a failed gate
BANDED = frozenset({Kind.TALLY, Kind.ADDRESSED, Kind.NOTHING})
SAFE_COALITION = 3  # how few who know their own view must not be able to learn another's


@dataclass(frozen=True)
class Gate:
    passed: bool
    detail: str


Check = Callable[[Summary], Iterator[str]]
SeatNames = Mapping[str, set[str]]  # in every language, without capitals


def run_gates(summary: Summary) -> dict[str, Gate]:
    return {name: _gate(check(summary)) for name, check in CHECKS.items()}


def _gate(faults: Iterator[str]) -> Gate:
    shown = list(islice(faults, SHOWN))
    more = sum(1 for _ in faults)
    detail = "; ".join(shown) + (f"; and {more} more" if more else "")
    return Gate(passed=not shown, detail=detail or "passed")


def _coverage(summary: Summary) -> Iterator[str]:
    """Every revision and every point is in a sentence or in the register with a reason."""
    reasons = {revision for revision, reason in summary.coverage.not_reflected if reason.strip()}
    worded: set[PointRef] = set()
    cited: set[str] = set()
    for each in summary.sentences:
        cited.update(each.sentence.revisions)
        worded.update(source.ref for source in each.sentence.sources)
    hidden = set(withheld(summary.proceedings))
    for position in summary.proceedings.positions:
        if position.hash not in cited | hidden:
            yield f"revision {position.hash[:12]} is cited by no sentence"
        points = [PointRef(position.hash, index) for index in range(len(position.points))]
        missing = [ref.index for ref in points if ref not in worded]
        if missing and position.hash not in reasons:
            yield f"point {missing[0] + 1} of revision {position.hash[:12]} is in no sentence"


def _verbatim(summary: Summary) -> Iterator[str]:
    """Every excerpt is exactly what its revision says there."""
    texts = {each.hash: each.statement.text for each in summary.proceedings.positions}
    for each in summary.sentences:
        excerpt = each.excerpt
        if excerpt and texts.get(excerpt.revision, "")[excerpt.start : excerpt.end] != excerpt.text:
            yield f"{each.id}: the excerpt is not in its revision"
        elif excerpt and excerpt.text not in each.text:
            yield f"{each.id}: the sentence does not show its excerpt"
        elif each.is_edited and any(said not in each.computed for said in _quoted(each.text)):
            yield f"{each.id}: the edited text quotes what the computed one does not"


def _quoted(text: str) -> list[str]:
    """Give what a text puts between quotation marks, in its order."""
    return ["".join(filter(None, found)).strip() for found in QUOTATIONS.findall(text)]


def _stale(summary: Summary) -> Iterator[str]:
    return (
        f"{each.id}: edited from a form that has changed since"
        for each in summary.sentences
        if each.is_stale
    )


def _numbers(summary: Summary) -> Iterator[str]:
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
    elif each.sentence.spread and (ours, _quoted(each.text)) != (computed, _quoted(each.computed)):
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


def _wording(summary: Summary) -> Iterator[str]:
    return (
        f"{each.id}: its wording is not confirmed"
        for each in summary.sentences
        if not each.is_confirmed
    )


def _attribution(summary: Summary) -> Iterator[str]:
    """Where no name may stand, the words name nobody they count; an edit never changes names."""
    names = _folded_names(summary)
    authors = {each.hash: each.member for each in summary.proceedings.positions}
    for each in summary.sentences:
        sentence, is_named = each.sentence, each.sentence.rule is Attribution.ATTRIBUTED
        counted = {*sentence.seats, *(authors[one] for one in sentence.revisions if one in authors)}
        unnamed = not is_named and (sentence.sources or each.is_edited)
        if unnamed and _named(each.text, {seat: names[seat] for seat in counted}):
            yield f"{each.id}: the text names its author"
        elif each.is_edited:
            yield from _edited_names(each, names)
    for revision, reason in summary.coverage.not_reflected:
        if names_author(summary, revision, reason):
            yield f"the reason given for revision {revision[:12]} names its author"


def _edited_names(each: WordedSentence, names: SeatNames) -> Iterator[str]:
    """Let an edit name those the computed form names, except in the words of a view."""
    sentence = each.sentence
    ours, computed = _named(each.text, names), _named(each.computed, names)
    is_view = sentence.words_points and sentence.rule is not Attribution.ATTRIBUTED
    if computed.intersection(sentence.seats) - ours:
        yield f"{each.id}: the edited text leaves out who it counts"
    elif ours - computed and not is_view:
        yield f"{each.id}: the edited text names others than the computed one"


def names_author(summary: Summary, revision: str, text: str) -> bool:
    """Tell whether a text names whose revision it is, where that may not be known."""
    citing = [each.sentence for each in summary.of_part(Part.REGISTER)]
    rules = {each.rule for each in citing if revision in each.revisions}
    if rules == {Attribution.ATTRIBUTED}:
        return False
    authors = {each.member for each in summary.proceedings.positions if each.hash == revision}
    names = _folded_names(summary)
    return bool(_named(text, {seat: names[seat] for seat in authors}))


def _folded_names(summary: Summary) -> SeatNames:
    return {
        seat.code: {name.casefold() for name in seat.names.values()}
        for seat in summary.proceedings.seats
    }


def _named(text: str, names: SeatNames) -> set[str]:
    """Give the seats a text names, in any language."""
    folded = text.casefold()
    return {seat for seat, known in names.items() if any(_mentions(folded, one) for one in known)}


def _mentions(text: str, name: str) -> bool:
    """Find a name as a whole word; scripts without spaces have none, so there any place counts."""
    edge = r"(?<!\w){}(?!\w)" if name.isascii() else "{}"
    return name in text and re.search(edge.format(re.escape(name)), text) is not None


def _disclosure(summary: Summary) -> Iterator[str]:
    """Where nobody may be found out, a few who know their own view learn nobody else's."""
    cells: dict[tuple[object, ...], list[WordedSentence]] = defaultdict(list)
    for each in summary.sentences:
        sentence = each.sentence
        if sentence.rule is Attribution.NON_ATTRIBUTED and sentence.kind in BANDED:
            if each.is_edited:
                yield f"{each.id}: this sentence keeps its computed words, which are a closed list"
            cells[sentence.by, sentence.question, sentence.missions].append(each)
    for worded in cells.values():
        bands = [band(each.sentence.count or 0, each.sentence.of or 0) for each in worded]
        least = sum(low for low, _ in bands)
        for each, (low, high) in zip(worded, bands, strict=True):
            of = each.sentence.of or 0
            if min(high, of - (least - low), of - low) < SAFE_COALITION:
                yield f"{each.id}: too few delegations to speak of without naming them"


def band(count: int, of: int) -> tuple[int, int]:
    """Give the least and the most that are worded like ``count``.

    min(most, of - least) members together can tell what another one holds; the other strata of
    the cell lower the most there can be.
    """
    alike = [other for other in range(of + 1) if band_of(other, of) == band_of(count, of)]
    return alike[0], alike[-1]


CHECKS: dict[str, Check] = {
    "coverage": _coverage,
    "verbatim": _verbatim,
    "stale": _stale,
    "numbers": _numbers,
    "wording": _wording,
    "attribution": _attribution,
    "disclosure": _disclosure,
}
