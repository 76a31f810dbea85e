"""Adjectives of States in every form they are met in: "French" names a State as "France" does."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from app.data import HERE, LANGUAGES, Language

# Endings by what the first form ends in, the first that fits; in Spanish they replace it.
_FRENCH = (("en", ("ne", "s", "nes")), ("s", ("e", "es")), ("e", ("s",)), ("", ("e", "s", "es")))
_SPANISH = (
    ("és", ("esa", "eses", "esas")),
    ("án", ("ana", "anes", "anas")),
    ("o", ("a", "os", "as")),
    ("í", ("íes", "ís")),
    ("l", ("la", "les", "las")),
    ("", ("s",)),
)


@cache
def state_adjectives() -> Mapping[Language, frozenset[str]]:
    """Give them without capitals; Russian and Arabic in their first form, the reader knows more."""
    read = json.loads((HERE / "state_adjectives.json").read_text(encoding="utf-8"))
    found: dict[Language, set[str]] = {language: set() for language in LANGUAGES}
    for by_language in read["adjectives"].values():
        for language, words in by_language.items():
            found[language].update(
                form for word in words for form in _forms(word.casefold(), language)
            )
    return MappingProxyType({language: frozenset(forms) for language, forms in found.items()})


def _forms(word: str, language: str) -> Iterator[str]:
    yield word
    if language == "en":
        yield f"{word}s"
    elif language == "fr":
        endings = next(endings for end, endings in _FRENCH if word.endswith(end))
        yield from (word + ending for ending in endings)
    elif language == "es":
        end, endings = next(row for row in _SPANISH if word.endswith(row[0]))
        yield from (word.removesuffix(end) + ending for ending in endings)
