"""What a text says beside its topic: which cues it has, which numbers, which missions it names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.domain.matching.cues import CUES, NUMERALS, REASONS

Names = Mapping[str, str]  # as written in any language, without capitals -> acronym

_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0640]")
_MARKS = re.compile(r"([.,;:!?»)\]،؛؟…])")
_UNBROKEN = frozenset({"zh", "ar"})  # scripts whose words are not told apart by spaces alone


@dataclass(frozen=True, slots=True)
class Profile:
    cues: frozenset[str]
    numbers: frozenset[int]
    named: frozenset[str]


def read(text: str, language: str, names: Names | None = None) -> Profile:
    """Read a text in one of the six languages; ``names`` are what missions are called."""
    folded = _fold(text)
    patterns = _patterns(language)
    return Profile(
        cues=frozenset(cue for cue, pattern in patterns.items() if pattern.search(folded)),
        numbers=_numbers(folded, language),
        named=frozenset(acronym for name, acronym in (names or {}).items() if name in folded),
    )


def differences(one: Profile, other: Profile) -> int:
    """Count what only one of two texts has: the more, the likelier they make different points."""
    return len(one.cues ^ other.cues) + are_other_numbers(one, other)


def are_other_numbers(one: Profile, other: Profile) -> bool:
    return bool(one.numbers and other.numbers and not one.numbers & other.numbers)


def are_of_others(one: Profile, other: Profile) -> bool:
    """Tell whether both name missions, and not the same."""
    return bool(one.named and other.named and one.named != other.named)


def reason(one: Profile, other: Profile) -> str | None:
    """Name the first kind of difference, in the order in which it would mislead a reader."""
    if are_of_others(one, other):
        return "mission differs"
    if are_other_numbers(one, other):
        return "number differs"
    found = {REASONS[cue] for cue in one.cues ^ other.cues if cue in REASONS}
    return next((why for why in dict.fromkeys(REASONS.values()) if why in found), None)


def _fold(text: str) -> str:
    """Lower the case, drop vowel signs, and let marks stand apart so that words end in spaces."""
    plain = _VOWEL_SIGNS.sub("", text).casefold().replace("’", "'")
    return _MARKS.sub(r" \1", plain) + " "


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    edge = "" if language in _UNBROKEN else r"(?<!\w)"
    return {cue: re.compile(f"{edge}(?:{pattern})") for cue, pattern in CUES[language].items()}


def _numbers(folded: str, language: str) -> frozenset[int]:
    digits = (int(found) for found in re.findall(r"(?<![\w.,/])\d{1,9}(?![\w/]|[.,]\d)", folded))
    edge = "" if language in _UNBROKEN else r"(?<!\w)"
    words = (
        number
        for word, number in NUMERALS[language].items()
        if re.search(edge + re.escape(word), folded)
    )
    return frozenset((*digits, *words))
