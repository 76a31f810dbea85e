"""The fewest voices in which everyone is heard: exact set cover where the table is small."""

import heapq
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Voice = TypeVar("Voice", bound=Hashable)
EXACT = 30  # delegations; above, the greedy choice is taken, at most ln(n) + 1 times as many


def fewest(covers: Mapping[Voice, frozenset[str]], order: Sequence[Voice]) -> list[Voice]:
    """Choose as few voices as cover everyone whom any covers; ties go to the earlier in ``order``.

    ``covers`` maps a voice (an excerpt, a sentence) to the delegations it speaks for.
    """
    everyone = frozenset[str]().union(*covers.values()) if covers else frozenset[str]()
    useful: Sequence[Voice] = [voice for voice in order if covers.get(voice)]
    greedy = _greedy(covers, useful, everyone)
    if len(everyone) > EXACT or len(greedy) <= 1:
        return greedy
    useful = _undominated(covers, useful)
    for size in range(1, len(greedy)):
        found = _exactly(covers, useful, everyone, size)
        if found is not None:
            return sorted(found, key=useful.index)
    return greedy


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


def _undominated(
    covers: Mapping[Voice, frozenset[str]], voices: Sequence[Voice]
) -> Sequence[Voice]:
    """Leave out voices that speak for no one whom another does not speak for, too."""
    kept: list[Voice] = []
    for voice in sorted(voices, key=lambda each: -len(covers[each])):  # stable: earlier ones first
        if not any(covers[voice] <= covers[other] for other in kept):
            kept.append(voice)
    return sorted(kept, key=voices.index)


def _exactly(
    covers: Mapping[Voice, frozenset[str]],
    voices: Sequence[Voice],
    left: frozenset[str],
    size: int,
) -> list[Voice] | None:
    """Cover everyone left with ``size`` voices: branch on whoever has the fewest to speak."""
    if not left:
        return []
    widest = max(len(covers[voice] & left) for voice in voices)
    if size * widest < len(left):
        return None
    hardest = min(sorted(left), key=lambda seat: sum(seat in covers[voice] for voice in voices))
    for voice in voices:
        if hardest in covers[voice]:
            rest = _exactly(covers, voices, left - covers[voice], size - 1)
            if rest is not None:
                return [voice, *rest]
    return None
