"""Words that guide the reading, one file of data per language.

A new turn of phrase is a line added here; the rules elsewhere stay as they are. Phrases are
compared after `lettering.fold`; patterns run on `lettering.level` text, ignoring case.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Phrases = tuple[str, ...]


@dataclass(frozen=True)
class Cues:
    """What one language says where the note has a place to find."""

    language: str
    note_names: Phrases  # what the document calls itself
    letter: str  # how the title of the letter begins
    salutation: str  # how the first sentence of the letter begins
    annex: str  # how the title of the annex begins
    headings: Mapping[str, Phrases]  # kind of section → whole headings
    keywords: Mapping[str, Phrases]  # kind of section → words that make a short line its heading
    question_lead: str  # announces a list of questions in running text
    signed: str
    offices: str  # words of an office, never of a name
    honorifics: str
    briefs: str  # verbs and nouns of briefing
    presides: str
    unconfirmed: str
    presidency: str
    own_presidency: str  # "our presidency": the author's
    meets: str  # the Council will meet
    as_of: str
    months: Mapping[str, int]
    day_words: Mapping[str, int]
    dates: Phrases  # patterns with groups day, month and year
    scales: Mapping[str, int]
    currencies: str
    not_a_figure_after: str  # what stands before a number that counts nothing
    not_a_figure_before: str  # what follows such a number
    person_list: str  # what separates two persons in a sentence


def any_of(*patterns: str) -> str:
    return "|".join(patterns)


def words(text: str) -> Phrases:
    """Phrases written one beside the other, separated by semicolons."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


def numbered(text: str, first: int = 1) -> Mapping[str, int]:
    """Phrases in counting order; spellings of one number are separated by a slash."""
    return MappingProxyType(
        {
            spelling.strip(): number
            for number, spellings in enumerate(text.split(";"), start=first)
            for spelling in spellings.split("/")
        }
    )


def alternation(phrases: Mapping[str, int] | Phrases) -> str:
    """Match one of the phrases, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
