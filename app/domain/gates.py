"""What must hold before a summary is released. Each gate recounts on its own and fails closed.

A gate never trusts the compiler: it goes back to the positions.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from app.domain.attribution import Attribution
from app.domain.position import NOTHING_SUBMITTED, OFF_SCALE, Cell
from app.domain.proceedings import Proceedings, Standing
from app.domain.sentence import Kind, Part
from app.domain.summary import Summary, WordedSentence
from app.domain.wording import wording_in
from app.domain.wording.table import Wording

SHOWN = 5  # faults named in the detail of a failed gate
SAFE_COALITION = 3  # how few who know their own view must not be able to learn another's


@dataclass(frozen=True)
class Gate:
    passed: bool
    detail: str


Check = Callable[[Summary], Iterator[str]]


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
    worded: set[tuple[str, int]] = set()
    cited: set[str] = set()
    for each in summary.sentences:
        cited.update(each.sentence.revisions)
        if each.sentence.source:
            worded.add((each.sentence.source.position.hash, each.sentence.source.index))
    for position in summary.proceedings.positions:
        if position.hash not in cited:
            yield f"revision {position.hash[:12]} is cited by no sentence"
        missing = [i for i in range(len(position.points)) if (position.hash, i) not in worded]
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
    for each in summary.sentences:
        sentence = each.sentence
        if sentence.part is Part.REGISTER and sentence.source is None:
            cell = Cell(sentence.question or 0, sentence.missions[0])
            stratum = sentence.value or ("text" if sentence.kind is Kind.ADDRESSED else "")
            found = recount.pop((sentence.by, cell, stratum), 0)
            if found != sentence.count:
                yield f"{each.id}: says {sentence.count}, the positions give {found}"
        if each.is_edited and _numerals(wording, each.text) != _numerals(wording, each.computed):
            yield f"{each.id}: the edited text has other numbers than the computed one"
    for (_, cell, stratum), count in recount.items():
        yield f"question {cell.question}, {cell.mission}: {count} at “{stratum}” have no sentence"


def _recount(proceedings: Proceedings) -> dict[tuple[Standing, Cell, str], int]:
    """Count strata straight from the positions, by a road of its own."""
    standing = {seat.code: seat.standing for seat in proceedings.seats}
    counts: dict[tuple[Standing, Cell, str], int] = defaultdict(int)
    submitted: dict[Cell, int] = defaultdict(int)
    bands: set[Cell] = set()  # whose members may not even be counted as silent
    for position in proceedings.positions:
        by = standing[position.member]
        counts[by, position.cell, position.statement.assessment or "text"] += 1
        submitted[position.cell] += by is Standing.MEMBER
        if by is Standing.MEMBER and position.attribution is Attribution.NON_ATTRIBUTED:
            bands.add(position.cell)
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
    words = sorted({*wording.cardinals[1:], *wording.cardinals_of[1:]}, key=len, reverse=True)
    edge = r"(?<!\w)(?:{})(?!\w)" if spaced else "(?:{})"
    pattern = edge.format("|".join([*map(re.escape, words), r"\d+"]))
    return sorted(found.casefold() for found in re.findall(pattern, text, re.IGNORECASE))


def _wording(summary: Summary) -> Iterator[str]:
    return (
        f"{each.id}: its wording is not confirmed"
        for each in summary.sentences
        if not each.is_confirmed
    )


def _attribution(summary: Summary) -> Iterator[str]:
    """Where no name may stand, the words do not name their author in any language."""
    names: Mapping[str, set[str]] = {
        seat.code: {name.casefold() for name in seat.names.values()}
        for seat in summary.proceedings.seats
    }
    for each in summary.sentences:
        sentence = each.sentence
        if sentence.source and sentence.rule is not Attribution.ATTRIBUTED:
            author = names[sentence.source.position.member]
            if any(name in each.text.casefold() for name in author):
                yield f"{each.id}: the text names its author"


def _disclosure(summary: Summary) -> Iterator[str]:
    """Where nobody may be found out, a few who know their own view learn nobody else's."""
    for each in summary.sentences:
        if each.sentence.rule is Attribution.NON_ATTRIBUTED and not _is_safe(each):
            yield f"{each.id}: too few delegations to speak of without naming them"


def _is_safe(each: WordedSentence) -> bool:
    """Tell whether a band is wide enough: min(hi, n - lo) members together break lo to hi of n."""
    sentence = each.sentence
    if sentence.kind not in {Kind.TALLY, Kind.ADDRESSED, Kind.NOTHING}:
        return True
    if sentence.value is not None and sentence.value not in OFF_SCALE and sentence.of is None:
        return False
    third = (sentence.of or 0) // 3
    return third >= SAFE_COALITION


CHECKS: dict[str, Check] = {
    "coverage": _coverage,
    "verbatim": _verbatim,
    "stale": _stale,
    "numbers": _numbers,
    "wording": _wording,
    "attribution": _attribution,
    "disclosure": _disclosure,
}
