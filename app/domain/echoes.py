"""Words that give away whose they are: a wording that repeats what only one delegation wrote.

Marks for the drafter, never gates. Each text is read once: the time is that of their lengths.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.attribution import Attribution
from app.domain.proceedings import Position

RUN = 8  # words in a row that nobody writes by chance
RARE = 3  # words in a row, when each of them says something
SIGNS = 2  # of a script without spaces stand for a word: most words of Chinese are of two signs
MEANS = 4  # letters from which on a word says something: articles and prepositions are shorter
_SIGN_SCRIPTS = frozenset({"zh"})
Run = tuple[str, ...]


class EchoKind(StrEnum):
    RUN = "run"  # eight words of one confidential position
    RARE = "rare"  # three words that only one confidential position has
    PUBLIC = "public"  # eight words that one member alone has said in public


@dataclass(frozen=True, slots=True)
class Echo:
    kind: EchoKind
    words: str


def echoes(
    text: str, language: str, positions: Iterable[Position], rule: Attribution
) -> list[Echo]:
    """Give the first words of each kind that lead from a text to one delegation."""
    runs = {size: list(_runs(text, language, size)) for size in (RUN, RARE)}
    owners = _owners(runs, language, positions, rule)
    looks = (
        (EchoKind.RUN, "confidential", RUN),
        (EchoKind.RARE, "confidential", RARE),
        (EchoKind.PUBLIC, "public", RUN),
    )
    found: list[Echo] = []
    for kind, whose, size in looks:
        telling = (run for run in runs[size] if len(owners.get((whose, run), ())) == 1)
        first = next((run for run in telling if size == RUN or _says_something(run, language)), ())
        is_part = kind is EchoKind.RARE and bool(found)
        if first and not is_part:
            found.append(Echo(kind, ("" if language in _SIGN_SCRIPTS else " ").join(first)))
    return found


def _owners(
    runs: Mapping[int, Sequence[Run]],
    language: str,
    positions: Iterable[Position],
    rule: Attribution,
) -> dict[tuple[str, Run], set[str]]:
    """Say who else wrote which words in a row, reading every text of the language once."""
    wanted = {size: set(found) for size, found in runs.items()}
    owners: dict[tuple[str, Run], set[str]] = defaultdict(set)
    for position in positions:
        if position.statement.language != language:
            continue
        kind = _kind_of(position, rule)
        for size, known in wanted.items():
            for run in _runs(position.statement.text, language, size):
                if run in known:
                    owners[kind, run].add(position.member)
    return owners


def _kind_of(position: Position, rule: Attribution) -> str:
    """Tell what may be read elsewhere from what its author was promised nobody would know."""
    if position.source:
        return "public"
    is_named = (position.attribution or rule) is Attribution.ATTRIBUTED
    return "named" if is_named or position.quotable else "confidential"


def _runs(text: str, language: str, words: int) -> Iterator[Run]:
    """Give every stretch of so many words; of signs, twice as many."""
    is_signs = language in _SIGN_SCRIPTS
    pattern = r"\w" if is_signs else r"\w+(?:[’'-]\w+)*"
    found = re.findall(pattern, text.casefold())
    length = words * SIGNS if is_signs else words
    return (tuple(found[at : at + length]) for at in range(len(found) - length + 1))


def _says_something(run: Run, language: str) -> bool:
    return language in _SIGN_SCRIPTS or all(len(word) >= MEANS for word in run)
