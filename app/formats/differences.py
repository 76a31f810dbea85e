"""What changed between two texts, by word; by character where a script has no spaces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from diff_match_patch import diff_match_patch

_TOKEN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\W_]+|\s+|[^\w\s]|_")
PATIENCE = 0.3  # seconds; then the differences are coarser, never wrong
_FIRST = 0x10000  # characters stand for words from here on: none that a text could hold alone


class Kind(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of text, and whether it stayed, went or came."""

    kind: Kind
    text: str


_KINDS = {-1: Kind.GONE, 0: Kind.SAME, 1: Kind.NEW}


def changes(before: str, after: str, *, seconds: float = PATIENCE) -> tuple[Change, ...]:
    """Compare two texts: what stayed and went is the first, what stayed and came the second."""
    words: dict[str, str] = {}
    texts = [_spelt(text, words) for text in (before, after)]
    engine = diff_match_patch()
    engine.Diff_Timeout = seconds
    found = engine.diff_main(*texts, checklines=False)
    engine.diff_cleanupSemantic(found)
    back = {sign: word for word, sign in words.items()}
    return tuple(
        Change(_KINDS[kind], "".join(back[sign] for sign in signs)) for kind, signs in found
    )


def merged(before: str, after: str) -> str:
    """Put everything either text says into one, to be edited by hand: nothing is left out."""
    return "".join(_together(changes(before, after)))


def _together(found: tuple[Change, ...]) -> Iterator[str]:
    for at, change in enumerate(found):
        follows = at > 0 and {found[at - 1].kind, change.kind} == {Kind.GONE, Kind.NEW}
        if follows and not found[at - 1].text[-1:].isspace() and not change.text[:1].isspace():
            yield " "
        yield change.text


def _spelt(text: str, words: dict[str, str]) -> str:
    """Write each word as one character, the same word as the same one."""
    return "".join(
        words.setdefault(word, chr(_FIRST + len(words))) for word in _TOKEN.findall(text)
    )
