"""How a number is said where nobody may be found out: three bands, and what they give away.

A sentence in bands tells its reader an interval: of ``of`` members, between ``low`` and ``high``
said so. min(high, of - low) members who put together what they know can learn what another one
said; fewer can only guess. Every rule here is about how few, and how well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import comb

Interval = tuple[int, int]  # the least and the most
Bands = tuple[int, ...]  # of the strata of one cell, in their order: 0, 1 or 2 each

COLLUDING = 2  # members who may put together what they know, beside what is public
BEST_GUESS = 0.80  # how sure they may become of what another one said
SAFE_MOVERS = 3  # how many must have changed before a band may


@dataclass(frozen=True, slots=True)
class Seen:
    """What delegations were last shown of a cell, or of cells pooled, and what it rested on."""

    bands: Bands | None  # None: nothing was said of it by itself
    basis: Mapping[str, str]  # member -> a mark of what it had signed there


def worst_guess(low: int, high: int, of: int, coalition: int) -> float:
    """Say how sure members who know their own views may become of another's, at their luckiest.

    Every profile of views is equally likely to begin with.
    """
    others = of - coalition
    if others <= 0:
        return 1.0
    best = 0.0
    for ours in range(coalition + 1):
        counts = range(max(0, low - ours), min(others, high - ours) + 1)
        profiles = sum(comb(others, count) for count in counts)
        if profiles:
            holding = sum(comb(others, count) * count for count in counts)
            share = holding / (profiles * others)
            best = max(best, share, 1 - share)
    return best


def is_safe(interval: Interval, of: int, known: int) -> bool:
    """Tell whether an interval leaves everybody hidden; ``known`` views are public already."""
    low, high = interval
    coalition = known + COLLUDING
    if min(high, of - low) <= coalition:
        return False
    return worst_guess(low, high, of, coalition) <= BEST_GUESS


@cache
def bands_for(of: int) -> tuple[Interval, ...]:
    """Give the three bands of a whole: the narrowest from a third on that are safe, or none.

    They are symmetrical, and the middle one holds two numbers at least: one would be exact. Two
    strata in the middle are refused, which the reader knows: they must leave room for more than
    a coalition, or it would learn from the refusal that nobody else kept silent.
    """
    for edge in range(of // 3, of // 2):
        bands = (0, edge), (edge + 1, of - edge - 1), (of - edge, of)
        low, high = bands[1]
        leaves_room = of - 2 * low > COLLUDING
        if low < high and leaves_room and all(is_safe(band, of, 0) for band in bands):
            return bands
    return ()


def band_of(count: int, of: int) -> int:
    """Say in which band a count lies."""
    return sum(count > high for _, high in bands_for(of)[:-1])


def tightened(intervals: Sequence[Interval], of: int) -> list[Interval]:
    """Narrow intervals that share a whole by what each leaves to the others, until none moves.

    An interval that ends before it begins says that no counts add up to the whole.
    """
    while True:
        least, most = (sum(bounds) for bounds in zip(*intervals, strict=True))
        narrower = [
            (max(low, of - (most - high)), min(high, of - (least - low))) for low, high in intervals
        ]
        if narrower == list(intervals) or any(low > high for low, high in narrower):
            return narrower
        intervals = narrower


@cache
def may_be_said(bands: Bands, of: int, known: int) -> bool:
    """Tell whether the strata of a cell may be said in these bands, all of them together.

    Those who submitted nothing are a stratum that is never said, yet shares the whole.
    """
    narrow = tightened([*(bands_for(of)[band] for band in bands), (0, of)], of)
    return all(is_safe(interval, of, known) for interval in narrow)


def bands_said(counts: Sequence[int], of: int, known: int) -> Bands | None:
    """Give the bands of a cell's strata; None where saying them would find somebody out.

    All or none: whatever was left out could be worked out from the rest.
    """
    bands = tuple(band_of(count, of) for count in counts)
    return bands if may_be_said(bands, of, known) else None


@cache
def counts_refused(of: int, strata: int, known: int) -> frozenset[int]:
    """Give what one stratum may count in a cell of which nothing is said: the reader knows why."""
    found: set[int] = set()
    for middle in range(strata + 1):
        for high in range(strata + 1 - middle):
            bands = (0,) * (strata - middle - high) + (1,) * middle + (2,) * high
            intervals = [*(bands_for(of)[each] for each in bands), (0, of)]
            if sum(low for low, _ in intervals) > of or may_be_said(bands, of, known):
                continue
            for low, most in tightened(intervals, of):
                found.update(range(low, most + 1))
    return frozenset(found)


def may_be_pooled(bands: Bands, of: int, known: int, *, strata: int) -> bool:
    """Tell whether bands of what was said at least once, in several cells, leave all hidden.

    Whoever said so in one of the cells is counted, so a band bounds each of them from above, of
    which it is known besides that nothing could be said of it by itself.
    """
    possible = counts_refused(of, strata, known)
    for low, high in (bands_for(of)[band] for band in bands):
        left = [count for count in possible if count <= high]
        if not is_safe((low, high), of, known):
            return False
        if not left or not is_safe((min(left), max(left)), of, known):
            return False
    return True


def diff_reveals(before: Interval, after: Interval, movers: int) -> bool:
    """Tell whether two bands give away which way all of so many known to have moved went."""
    least = max(after[0] - before[1], -movers)
    most = min(after[1] - before[0], movers)
    return least == most and abs(least) == movers


def may_follow(before: Bands | None, after: Bands | None, of: int, moved: int) -> bool:
    """Tell whether other bands may follow those delegations have seen, when so many moved."""
    if not 0 < moved < SAFE_MOVERS:
        pairs = zip(_intervals(before, after, of), _intervals(after, before, of), strict=True)
        return moved == 0 or not any(
            diff_reveals(old, new, movers)
            for old, new in pairs
            if old != new
            for movers in range(1, SAFE_MOVERS + 1)
        )
    return False


def _intervals(bands: Bands | None, other: Bands | None, of: int) -> list[Interval]:
    """Give the intervals said; where nothing was, anything may be."""
    if bands is None:
        return [(0, of)] * len(other or ())
    return [bands_for(of)[band] for band in bands]


def kept_or_new(new: Bands | None, basis: Mapping[str, str], of: int, seen: Seen | None) -> Seen:
    """Give what is shown: new bands, or those seen before where a change would tell too much."""
    if seen is None or new == seen.bands or may_follow(seen.bands, new, of, moved(seen, basis)):
        return Seen(new, basis)
    return seen


def moved(seen: Seen, basis: Mapping[str, str]) -> int:
    """Count the members who have signed something else since, or withdrawn."""
    return sum(seen.basis.get(each) != basis.get(each) for each in {*seen.basis, *basis})
