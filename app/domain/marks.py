"""What a drafter should look at twice: words stronger or weaker than the points behind them.

Marks, never gates: the cues see turns of speech, a person sees meaning.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from app.domain.matching import profile
from app.domain.sentence import Source

# Cues that change a position though its topic stays: for or against, how strongly, on what terms.
WEIGHED = frozenset({"not", "against", "must", "should", "may", "if", "even", "only"})
_COMPARED = 30  # sources; more say the same again
_SHARED = 5  # words two wordings must have in common to be told as one word apart
_SIGN_SCRIPTS = frozenset({"zh"})  # a sign is a word's part: two signs stand for one word


class MarkKind(StrEnum):
    ADDS = "adds"  # the wording has it, none of its points has
    LACKS = "lacks"  # every point has it, the wording has not
    ONE_WORD_AWAY = "one_word_away"


@dataclass(frozen=True, slots=True)
class Mark:
    """``what`` is a cue, or both words; ``number`` is the paragraph that is one word away."""

    kind: MarkKind
    what: str
    number: int | None = None


def weigh(text: str, language: str, sources: Sequence[Source]) -> list[Mark]:
    """Compare the weight of a wording with that of the points it stands for, in any language."""
    said = _weight(text, language)
    behind = [_weight(each.text, each.position.statement.language) for each in sources[:_COMPARED]]
    if not behind:
        return []
    adds = said - frozenset().union(*behind)
    lacks = frozenset.intersection(*behind) - said
    return [
        *(Mark(MarkKind.ADDS, what) for what in sorted(adds)),
        *(Mark(MarkKind.LACKS, what) for what in sorted(lacks)),
    ]


def _weight(text: str, language: str) -> frozenset[str]:
    return profile.read(text, language).cues & WEIGHED


def one_word_away(text: str, language: str, others: Iterable[tuple[int, str]]) -> list[Mark]:
    """Find among numbered wordings those that differ from ``text`` in a single word."""
    mine = _words(text, language)
    found = (
        (number, _difference(mine, _words(other, language), language)) for number, other in others
    )
    return [Mark(MarkKind.ONE_WORD_AWAY, what, number) for number, what in found if what]


def _words(text: str, language: str) -> list[str]:
    pattern = r"\w" if language in _SIGN_SCRIPTS else r"\w+(?:[’'-]\w+)*"
    return re.findall(pattern, text.casefold())


def _difference(one: list[str], other: list[str], language: str) -> str | None:
    """Give what differs, if it is a word put in, left out or put for another."""
    room = 2 if language in _SIGN_SCRIPTS else 1
    if abs(len(one) - len(other)) > room or min(len(one), len(other)) < _SHARED * room:
        return None
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    if len(changed) != 1:
        return None
    _, a, b, c, d = changed[0]
    if max(b - a, d - c) > room:
        return None
    joint = "" if language in _SIGN_SCRIPTS else " "
    return f"{joint.join(one[a:b]) or '–'} / {joint.join(other[c:d]) or '–'}"
