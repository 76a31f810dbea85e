"""What somebody looks for: phrases that must all be there, and where they stand in a text.

A query has no operators but quotation marks: whatever else is typed is letters or nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.search_tokens import Word, search_tokens, search_words, single_characters

LONGEST = 200  # characters of a query
_QUOTES = re.compile('["“”„«»「」『』]')
_SCRIPT_ENDS = re.compile(
    r"(?<=[\u2e80-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u2e80-\u9fff])"
)

_APART = "-"  # no word: between characters that do not follow one another
Phrase = tuple[str, ...]  # tokens that follow one another


@dataclass(frozen=True)
class Piece:
    """A stretch of a text; ``is_found`` where it is what was looked for."""

    text: str
    is_found: bool


def read_phrases(query: str, language: str) -> tuple[Phrase, ...]:
    """Give the phrases a text of this language must hold, each once; none: nothing to look for.

    What stands in quotation marks is one phrase, and so is a word of several parts (S/RES/2286).
    """
    phrases: dict[Phrase, None] = {}
    for place, stretch in enumerate(_QUOTES.split(query)):
        for words in (stretch,) if place % 2 else _SCRIPT_ENDS.sub(" ", stretch).split():
            if tokens := search_tokens(words, language):
                phrases[tokens] = None
    return tuple(phrases)


def index_tokens(text: str, language: str) -> tuple[str, ...]:
    """Give what a text is entered under: its tokens, then every Chinese character by itself."""
    singles = dict.fromkeys(each.token for each in single_characters(text))
    apart = (token for single in singles for token in (_APART, single))
    return *search_tokens(text, language), *apart


def mark_found(text: str, language: str, phrases: Sequence[Phrase]) -> tuple[Piece, ...]:
    """Cut a text where the phrases stand in it; joined, the pieces are the text."""
    places = list(_joined(sorted(_places(text, language, phrases))))
    edges = [0, *(edge for place in places for edge in place), len(text)]
    cut = enumerate(pairwise(edges))
    return tuple(Piece(text[start:end], at % 2 == 1) for at, (start, end) in cut if start < end)


def _places(text: str, language: str, phrases: Sequence[Phrase]) -> Iterator[tuple[int, int]]:
    words = search_words(text, language)
    for phrase in phrases:
        yield from _runs(words, phrase)
        if len(phrase) == 1 and len(phrase[0]) == 1:
            yield from _runs(single_characters(text), phrase)


def _runs(words: Sequence[Word], phrase: Phrase) -> Iterator[tuple[int, int]]:
    for at in range(len(words) - len(phrase) + 1):
        run = words[at : at + len(phrase)]
        if tuple(each.token for each in run) == phrase:
            yield run[0].start, run[-1].end


def _joined(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join places that overlap or touch, as pairs of Chinese characters do."""
    start = end = 0
    for first, last in places:
        if first > end and end:
            yield start, end
            start = first
        start, end = (start, max(end, last)) if end else (first, last)
    if end:
        yield start, end
