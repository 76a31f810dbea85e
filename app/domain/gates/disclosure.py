"""Where nobody may be found out, a few who know their own view learn nobody else’s."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from app.domain.attribution import Attribution
from app.domain.phrasing import band_of
from app.domain.sentence import Kind
from app.domain.summary import Summary, WordedSentence

BANDED = frozenset({Kind.TALLY, Kind.ADDRESSED, Kind.NOTHING})
SAFE_COALITION = 3  # how few who know their own view must not be able to learn another's


def disclosure(summary: Summary) -> Iterator[str]:
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


@cache
def band(count: int, of: int) -> tuple[int, int]:
    """Give the least and the most that are worded like ``count``.

    min(most, of - least) members together can tell what another one holds; the other strata of
    the cell lower the most there can be.
    """
    alike = [other for other in range(of + 1) if band_of(other, of) == band_of(count, of)]
    return alike[0], alike[-1]
