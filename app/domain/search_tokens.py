"""The words a text is found by: the same for what was published and for what is looked for.

Scripts decide how a word is cut, so that a quotation in another script is found as well; the
language of the text only says which stems its Latin words have.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from app.domain.search_arabic import light_stem

_HAN = (
    r"\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u312f\u31a0-\u31ff\u3400-\u4dbf"
    r"\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    r"\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"  # and kana, which has no spaces either
)
_LETTER = rf"(?:(?![{_HAN}_])\w)+"
_WORD = re.compile(rf"(?P<han>[{_HAN}]+)|{_LETTER}(?:['’]{_LETTER})*")
_APOSTROPHE = re.compile("['’]")
_ELISIONS = frozenset({"l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu"})
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_STEMS = {"en": "english", "fr": "french", "es": "spanish"}
_WITHIN = frozenset("\u00ad\u200c\u200d\u0640")  # soft hyphens, joiners and tatweel part no word
LONGEST = 64  # letters of a word by which it is found


@dataclass(frozen=True, slots=True)
class Word:
    """One token, and the letters of the text (half-open, code points) it was made from."""

    token: str
    start: int
    end: int


def search_tokens(text: str, language: str) -> tuple[str, ...]:
    """Give the tokens of a text in its order; ``language`` is one of the six codes.

    A run of Chinese characters gives its pairs, a lone character itself. What is no letter or
    digit parts words, so that S/RES/2286 is three tokens in a row.
    """
    return tuple(each.token for each in search_words(text, language))


def search_words(text: str, language: str) -> tuple[Word, ...]:
    """Give the same tokens with where each stands in ``text``."""
    letters = _Letters(text)
    return tuple(
        Word(token, letters.starts[start], letters.ends[end - 1])
        for token, start, end in _cut(letters.text, language)
    )


def single_characters(text: str) -> tuple[Word, ...]:
    """Give each Chinese character of every longer run, which the pairs alone do not give."""
    letters = _Letters(text)
    return tuple(
        Word(letters.text[at], letters.starts[at], letters.ends[at])
        for found in _WORD.finditer(letters.text)
        if found["han"] and len(found["han"]) > 1
        for at in range(found.start(), found.end())
    )


class _Letters:
    """A text folded (NFKC, case, digits), letter by letter, knowing where each came from."""

    def __init__(self, text: str) -> None:
        self.text = text.lower()
        self.starts: Sequence[int] = range(len(text))
        self.ends: Sequence[int] = range(1, len(text) + 1)
        if not text.isascii():
            self._fold(text)

    def _fold(self, text: str) -> None:
        folded: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for start, end in _with_marks(text):
            letters = _fold(text[start:end])
            folded.append(letters)
            starts.extend([start] * len(letters))
            ends.extend([end] * len(letters))
        self.text, self.starts, self.ends = "".join(folded), starts, ends


def _with_marks(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text into letters, each with the marks that follow it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not (text[at] in _WITHIN or unicodedata.category(text[at])[0] == "M"):
            yield start, at
            start = at


@lru_cache(4096)
def _fold(letter: str) -> str:
    kept = "".join(each for each in letter if each not in _WITHIN)
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", kept).casefold())
    return "".join(
        str(unicodedata.decimal(each)) if each.isdecimal() else each
        for each in folded
        if unicodedata.category(each)[0] != "M"
    )


def _cut(text: str, language: str) -> Iterator[tuple[str, int, int]]:
    for found in _WORD.finditer(text):
        start, end = found.span()
        if found["han"]:
            for at in range(start, max(end - 1, start + 1)):
                last = min(at + 2, end)
                yield text[at:last], at, last
        else:
            for first, last in _parts(text, start, end, language):
                yield _stem(text[first:last], language), first, last


def _parts(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """Part a word at its apostrophes; French leaves the article out, English the possessive."""
    parts: list[tuple[int, int]] = []
    for mark in _APOSTROPHE.finditer(text, start, end):
        parts.append((start, mark.start()))
        start = mark.end()
    parts.append((start, end))
    if language == "fr" and len(parts) > 1 and text[slice(*parts[0])] in _ELISIONS:
        return parts[1:]
    if language == "en" and len(parts) > 1 and text[slice(*parts[-1])] == "s":
        return parts[:-1]
    return parts


@lru_cache(20_000)
def _stem(word: str, language: str) -> str:
    if any(each.isdecimal() for each in word):
        return word[:LONGEST]
    if _ARABIC.search(word):
        return light_stem(word)[:LONGEST]
    script = "russian" if _CYRILLIC.search(word) else _STEMS.get(language, "english")
    stem = _stemmed(script, word)
    if script == "french":  # once makes retrait of retraits, and retr of retrait
        stem = _stemmed(script, stem)
    return _plain(stem)[:LONGEST]


def _stemmed(script: str, word: str) -> str:
    stemmer = _snowball().stemmer(script)  # a new one: it keeps its place while it works
    return str(stemmer.stemWord(word))


@cache
def _snowball() -> Any:  # noqa: ANN401 - it ships no types
    """Load the stemmers when first a word is stemmed: commands that search nothing go without."""
    return import_module("snowballstemmer")


def _plain(stem: str) -> str:
    """Leave accents out of a stem: many type none. Before stemming they tell forms apart."""
    return "".join(
        each for each in unicodedata.normalize("NFKD", stem) if unicodedata.category(each)[0] != "M"
    )
