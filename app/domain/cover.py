"""The fewest voices in which everyone is heard: exact set cover where the table is small."""

import heapq
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import lcm
from sys import maxsize
from typing import Generic, TypeVar

Voice = TypeVar("Voice", bound=Hashable)
EXACT = 30  # delegations; above, the greedy choice is taken, at most ln(n) + 1 times as many
NODES = 2_000  # looked at, of the tree of choices; then the best found so far is taken
WHOLE = lcm(*range(1, EXACT + 1))  # one voice, in parts that can be shared without a remainder


@dataclass(frozen=True, slots=True)
class Cover(Generic[Voice]):
    """Voices in which everyone is heard; ``is_proven`` where no fewer would do."""

    voices: tuple[Voice, ...]
    is_proven: bool
    nodes: int


def fewest(covers: Mapping[Voice, frozenset[str]], order: Sequence[Voice]) -> list[Voice]:
    """Choose as few voices as cover everyone whom any covers; ties go to the earlier in ``order``.

    ``covers`` maps a voice (an excerpt, a sentence) to the delegations it speaks for.
    """
    everyone = frozenset[str]().union(*covers.values())
    return list(cover(covers, order, len(everyone)).voices)


def cover(
    covers: Mapping[Voice, frozenset[str]], order: Sequence[Voice], size: int
) -> Cover[Voice]:
    """Choose exactly where ``size``, the number of delegations, is small enough; else by greed."""
    everyone = frozenset[str]().union(*covers.values())
    useful = [voice for voice in order if covers.get(voice)]
    greedy = _greedy(covers, useful, everyone)
    if len(greedy) <= 1:
        return Cover(tuple(greedy), is_proven=True, nodes=0)
    if size > EXACT:
        return Cover(tuple(greedy), is_proven=False, nodes=0)
    useful = _undominated(covers, useful)
    search = _Search(_hardest_first(covers, useful, everyone), len(greedy))
    better = [voice for at, voice in enumerate(useful) if search.found >> at & 1]
    return Cover(tuple(better or greedy), search.is_whole, search.nodes)


def _greedy(
    covers: Mapping[Voice, frozenset[str]], voices: Sequence[Voice], everyone: frozenset[str]
) -> list[Voice]:
    """Take whoever speaks for most of those left; what a voice adds only shrinks, so ask late."""
    left, chosen = set(everyone), list[int]()
    waiting = [(-len(covers[voice]), place) for place, voice in enumerate(voices)]
    heapq.heapify(waiting)
    while left:
        _, place = heapq.heappop(waiting)
        adds = len(covers[voices[place]] & left)
        if waiting and (-adds, place) > waiting[0]:
            heapq.heappush(waiting, (-adds, place))
        else:
            chosen.append(place)
            left -= covers[voices[place]]
    return [voices[place] for place in sorted(chosen)]


def _undominated(covers: Mapping[Voice, frozenset[str]], voices: Sequence[Voice]) -> list[Voice]:
    """Leave out voices that speak for no one whom another does not speak for, too."""
    kept: list[Voice] = []
    for voice in sorted(voices, key=lambda each: -len(covers[each])):  # stable: earlier ones first
        if not any(covers[voice] <= covers[other] for other in kept):
            kept.append(voice)
    return sorted(kept, key=voices.index)


def _hardest_first(
    covers: Mapping[Voice, frozenset[str]], voices: Sequence[Voice], everyone: Iterable[str]
) -> list[int]:
    """Give who speaks for each, as bits, the fewest first; but for those heard with another."""
    heard = [
        sum((seat in covers[voice]) << at for at, voice in enumerate(voices))
        for seat in sorted(everyone)
    ]
    kept: list[int] = []
    for speakers in sorted(heard, key=int.bit_count):  # stable: by name
        if not any(other & speakers == other for other in kept):
            kept.append(speakers)
    return kept


class _Search:
    """Branch and bound: who is hardest to hear is heard by one of the few that speak for them."""

    def __init__(self, seats: Sequence[int], best: int) -> None:
        self.nodes = 0
        self.is_whole = True  # nothing was left unsearched
        self.found = 0  # as bits, a choice better than the one there was
        self._best = best  # voices in the best choice so far
        self._branch(seats, -1, 0)

    def _branch(self, left: Sequence[int], free: int, chosen: int) -> None:
        """Hear those left by ``free`` voices; what was tried above is not tried again here."""
        if not left:
            self._best, self.found = chosen.bit_count(), chosen
            return
        if self.nodes == NODES:
            self.is_whole = False
            return
        self.nodes += 1
        while chosen.bit_count() + _at_least(left, free) < self._best:
            speakers = left[0] & free
            voice = speakers & -speakers
            self._branch([each for each in left if not each & voice], free, chosen | voice)
            free ^= voice


def _at_least(left: Sequence[int], free: int) -> int:
    """Give a number of voices below which nobody can hear them all.

    Everyone left pays as much as can be asked with no voice taking more than a whole: no choice
    costs less than they pay together (a dual solution of the linear relaxation).
    """
    heard = [_bits(each & free) for each in left]
    if not all(heard):
        return maxsize  # by no number at all
    sizes = Counter(chain.from_iterable(heard))
    paid = [WHOLE // max(sizes[voice] for voice in each) for each in heard]
    taken: Counter[int] = Counter()
    for share, each in zip(paid, heard, strict=True):
        taken.update(dict.fromkeys(each, share))
    total = sum(paid)
    for each in heard:
        share = WHOLE - max(taken[voice] for voice in each)
        taken.update(dict.fromkeys(each, share))
        total += share
    return -(-total // WHOLE)


def _bits(number: int) -> list[int]:
    found = []
    while number:
        found.append(number & -number)
        number &= number - 1
    return found
