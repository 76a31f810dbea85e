"""The words of texts of one language: what they share, and what one of them exchanged."""

import re
from collections.abc import Collection, Sequence

FRAME = 0.5  # of two texts in common, from which a word that each has alone was exchanged
SAME = 0.8  # in common, from which another order of the words says something else
_LONG = 4  # signs of a word that means something by itself; of Chinese, two
_HAN = re.compile(r"[\u3400-\u9fff]+")
_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+")


def tokens(text: str) -> tuple[str, ...]:
    """Give the words of a text in order, without capitals; of Chinese, every two characters."""
    found: list[str] = []
    for word in _WORD.findall(text.casefold()):
        is_run = _HAN.match(word) and len(word) > 1
        found += [word[at : at + 2] for at in range(len(word) - 1)] if is_run else [word]
    return tuple(dict.fromkeys(found))


def shared(one: Collection[str], other: Collection[str]) -> float:
    """Give twice what two texts share over all they have (Dice, 1945)."""
    both = len(set(one) & set(other))
    return 2 * both / max(1, len(one) + len(other))


def is_exchanged(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell "the banks of small States" from their polls, "first A, then B" from "first B, then A".

    Such texts have a frame in common, and a word exchanged or two that changed places.
    """
    if shared(one, other) < FRAME:
        return False
    ours, theirs = set(one), set(other)
    if _means_something(ours - theirs) and _means_something(theirs - ours):
        return True
    in_order = [word for word in one if word in theirs] == [word for word in other if word in ours]
    return not in_order and shared(one, other) >= SAME


def _means_something(words: Collection[str]) -> bool:
    return any(len(word) >= _LONG or _HAN.match(word) for word in words)
