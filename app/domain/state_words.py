"""What names a State in a text: its name, or an adjective that means it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from app.domain.note.state_names import StateNames

_RUSSIAN_END = re.compile(
    "(?:ий|ый|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ей|ых|их|ыми|ими)$"
)
_ARABIC_START = re.compile("^(?:[وفبك]?(?:ال|لل)|[وفبلك])")
_ARABIC_END = re.compile("(?:ة|ون|ين|تين|ات)$")
_OWN_LETTERS = {"ar": "\u0600-\u06ff", "zh": "\u3400-\u9fff", "ru": "\u0400-\u04ff"}


@dataclass(frozen=True)
class StateWords:
    """``adjectives`` by language, without capitals; Russian and Arabic in their first form."""

    names: StateNames
    adjectives: Mapping[Any, frozenset[str]] = field(default_factory=dict)

    def find(self, text: str, language: str) -> str | None:
        """Give the first words that name a State, as they stand in the text."""
        own = _OWN_LETTERS.get(language)
        if own and not re.search(f"[{own}]", text):
            return None  # no name of this language can stand here
        for found in self.names.find(text, language):
            return text[found.start : found.end]
        return self._adjective(text, language)

    def _adjective(self, text: str, language: str) -> str | None:
        known = self.adjectives.get(language, frozenset())
        if language == "zh":
            return next((each for each in sorted(known) if each in text), None)
        words = re.findall(r"\w+(?:[-‑]\w+)*", text)
        said: str
        for said in (*words, *(" ".join(pair) for pair in pairwise(words))):
            if not known.isdisjoint(_first_forms(said.casefold(), language)):
                return said
        return None


def _first_forms(word: str, language: str) -> Iterator[str]:
    yield word
    if language == "ru":
        stem = _RUSSIAN_END.sub("", word)
        yield from (stem + end for end in ("ий", "ый", "ой"))
    elif language == "ar":
        for bare in (word, _ARABIC_START.sub("", word)):
            yield from (bare, _ARABIC_END.sub("", bare))


NO_STATES = StateWords(StateNames({}))
