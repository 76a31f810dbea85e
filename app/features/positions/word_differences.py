"""Where two texts differ, word by word; Chinese by character."""

import re
from dataclasses import dataclass
from enum import StrEnum

from diff_match_patch import diff_match_patch

_WORDS = re.compile(r"[\u3400-\u9fff]|\w+|\s+|[^\w\s]")
_SURROGATES = 0xD800


class Change(StrEnum):
    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


_CHANGES = {0: Change.KEPT, 1: Change.ADDED, -1: Change.REMOVED}


@dataclass(frozen=True)
class Difference:
    change: Change
    text: str


def word_differences(before: str, after: str, *, seconds: float = 0.5) -> tuple[Difference, ...]:
    """Give the pieces of both texts in order; kept and removed make up the first of them.

    After so many ``seconds`` they become coarser, never wrong.
    """
    letters: dict[str, str] = {}
    spelled = [_spell(text, letters) for text in (before, after)]
    words = {letter: word for word, letter in letters.items()}
    differ = diff_match_patch()
    differ.Diff_Timeout = seconds
    found = differ.diff_main(*spelled, False)  # noqa: FBT003 - its own signature
    differ.diff_cleanupSemantic(found)
    return tuple(
        Difference(_CHANGES[sign], "".join(words[letter] for letter in piece))
        for sign, piece in found
    )


def _spell(text: str, letters: dict[str, str]) -> str:
    """Write each word as one letter, so that words are compared and not their letters."""
    return "".join(letters.setdefault(word, _letter(len(letters))) for word in _WORDS.findall(text))


def _letter(at: int) -> str:
    return chr(at + 1 if at + 1 < _SURROGATES else at + 1 + 0x800)
