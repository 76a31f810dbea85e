"""The words of texts of one language: what they share, and what one of them exchanged."""

import re
from collections.abc import Collection, Mapping

Words = Mapping[str, None]

FRAME = 0.5  # of two texts in common, from which a word that each has alone was exchanged
SAME = 0.8  # in common, from which another order of the words says something else
_LONG = 4  # signs of a word that means something by itself; of Chinese, two
_HAN = re.compile(r"[\u3400-\u9fff]+")
_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+")


def tokens(text: str) -> Words:
    """Give the words of a text in order, without capitals; of Chinese, every two characters.

    As keys: in order like a list, looked up like a set.
    """
    found: list[str] = []
    for word in _WORD.findall(text.casefold()):
        is_run = _HAN.match(word) and len(word) > 1
        found += [word[at : at + 2] for at in range(len(word) - 1)] if is_run else [word]
    return dict.fromkeys(found)


def shared(one: Words, other: Words) -> float:
    """Give twice what two texts share over all they have (Dice, 1945)."""
    return 2 * len(one.keys() & other.keys()) / max(1, len(one) + len(other))


def is_exchanged(one: Words, other: Words) -> bool:
    """Tell "the banks of States" from "the polls of States", "A, then B" from "B, then A".

    Such texts have a frame in common, and a word exchanged or two that changed places.
    """
    alike = shared(one, other)
    if alike < FRAME:
        return False
    if _means_something(one.keys() - other.keys()) and _means_something(other.keys() - one.keys()):
        return True
    return alike >= SAME and [w for w in one if w in other] != [w for w in other if w in one]


def _means_something(words: Collection[str]) -> bool:
    return any(len(word) >= _LONG or _HAN.match(word) for word in words)
