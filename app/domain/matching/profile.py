"""What a text says beside its topic: which cues it has, which numbers, which missions it names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.domain.matching.cues import CUES, NUMERALS, REASONS
from app.domain.matching.missions import NAMES

Names = Mapping[str, str]  # as written in any language, without capitals -> acronym

_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0640]")
_MARKS = re.compile(r"([.,;:!?»)\]،؛؟…])")
_UNBROKEN = frozenset({"zh", "ar"})  # scripts whose words are not told apart by spaces alone
_EDGES = {"zh": "", "ar": r"(?<!\w)[وفبلك]{0,2}(?:ال|ل)?"}  # what may stand before a numeral
_DECADE = re.compile("decade|décennie|decenio|década|десятилет|十年|عقود")


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
        named=frozenset(
            acronym
            for name, acronym in (*NAMES.items(), *(names or {}).items())
            if name in folded and _is_named(name, folded)
        ),
    )


def _is_named(name: str, folded: str) -> bool:
    """Tell "unami" from the beginning of "unamid": an acronym ends where it ends."""
    if " " in name or not name.isascii():
        return True
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) is not None


def differences(one: Profile, other: Profile) -> int:
    """Count what only one of two texts has: the more, the likelier they make different points."""
    return len(one.cues ^ other.cues) + are_other_numbers(one, other)


def are_other_numbers(one: Profile, other: Profile) -> bool:
    return bool(one.numbers and other.numbers and not one.numbers & other.numbers)


def are_other_amounts(one: Profile, other: Profile) -> bool:
    """Leave two aside: one language says "two sides" where another says "both" or "the sides"."""
    ours, theirs = one.numbers - {2}, other.numbers - {2}
    return bool(ours and theirs and not ours & theirs)


def has_one_exception(one: Profile, other: Profile) -> bool:
    """Tell whether one of them makes an exception: of all cues the surest across languages."""
    return "except" in one.cues ^ other.cues


def are_of_others(one: Profile, other: Profile) -> bool:
    """Tell whether both name missions, and not the same."""
    return bool(one.named and other.named and one.named != other.named)


def never_together(one: Profile, other: Profile) -> str | None:
    """Say why two texts make different points in whatever languages they are, if they do."""
    if are_of_others(one, other):
        return "mission differs"
    if are_other_amounts(one, other):
        return "number differs"
    return "condition differs" if has_one_exception(one, other) else None


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
    pattern, values = _numerals(language)
    words = (values[found.lastgroup or ""] for found in pattern.finditer(folded))
    found = {each for each in (*digits, *words) if each}
    times = 10 if _DECADE.search(folded) else 1
    return frozenset(each * times if each < 10 else each for each in found)


@cache
def _numerals(language: str) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """Give one pattern, longer words first: "six" is not read in "sixteen"."""
    ordered = sorted(NUMERALS[language].items(), key=lambda entry: -len(entry[0]))
    words = "|".join(
        f"(?P<n{at}>{_numeral(word, language)})" for at, (word, _) in enumerate(ordered)
    )
    edge = _EDGES.get(language, r"(?<!\w)")
    values = {f"n{at}": value for at, (_, value) in enumerate(ordered)}
    return re.compile(f"{edge}(?:{words})"), values


def _numeral(word: str, language: str) -> str:
    """Read a star as any ending; without one, a word ends where it ends."""
    if word.endswith("*"):
        return re.escape(word[:-1])
    closes = language not in _UNBROKEN and not word.endswith(" ")
    return re.escape(word) + (r"(?!\w)" if closes else "")
