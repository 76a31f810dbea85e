"""Narrative says what the briefing was; it counts nobody, names no State, speaks for no member."""

import re
from collections.abc import Iterator
from functools import cache

from app.domain.gates.forbidden import find_forbidden
from app.domain.gates.naming import folded_names, named
from app.domain.gates.narrative_words import (
    ARTICLES,
    ASKED,
    BY,
    EITHER_WAY,
    MEMBERS,
    NUMBERS,
    QUANTIFIERS,
    STANDS,
)
from app.domain.gates.numbers import OTHER_NUMERALS
from app.domain.position import LANGUAGES
from app.domain.proceedings import Proceedings
from app.domain.summary import Summary
from app.domain.wording import wording_in

_NEAR = 4  # words between members and what they are said to do


def narrative(summary: Summary) -> Iterator[str]:
    """Nothing the presidency added counts, names a State, or says where members stand."""
    marks = wording_in(summary.language).headings
    for each in summary.sentences:
        sentence = each.sentence
        if sentence.cites is None:
            continue
        mark = marks["narrative_cites" if sentence.cites else "narrative"]
        mark = mark.format(source=sentence.cites)
        if each.is_edited or not each.text.endswith(mark):
            yield f"{each.id}: narrative is not marked as the presidency's"
        said = each.text.removesuffix(mark)
        if fault := find_fault(said, summary.language, summary.proceedings):
            yield f"{each.id}: {fault}"
        if fault := find_source_fault(sentence.cites, summary.proceedings):
            yield f"{each.id}: {fault}"


def find_fault(text: str, language: str, facts: Proceedings) -> str | None:
    """Say why these words may not be narrative, if they may not."""
    folded = text.casefold().replace("’", "'")
    if found := _search(_numbers(language), folded):
        return f"“{found}” is a number; only what is computed gives numbers"
    if found := _search(_quantifiers(language), folded):
        return f"“{found}” says how many; only what is computed does"
    if found := _state(text, language, facts):
        return f"“{found}” names a State; narrative names none"
    if found := _search(_stands(language), folded) or find_forbidden(
        text, language, of_states=True
    ):
        return f"“{found}” says where members stand; only positions do"
    return None


def find_source_fault(cites: str, facts: Proceedings) -> str | None:
    """Say why a source may not be cited so: its symbol has numbers, its title names no State."""
    for language in LANGUAGES:
        if found := _state(cites, language, facts):
            return f"the source names a State, “{found}”; give its symbol or address"
    return None


def _state(text: str, language: str, facts: Proceedings) -> str | None:
    if found := facts.states.find(text, language):
        return found
    seats = named(text, folded_names(facts))
    return next((facts.name_of(seat, language) for seat in sorted(seats)), None)


def _search(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found.group().strip() if found else None


def _whole(words: str, language: str) -> str:
    """Match whole words; Chinese has no edges, Arabic joins small words to the front."""
    if language == "zh":
        return f"(?:{words})"
    joined = r"(?:[وفبلك]|ال|لل)*" if language == "ar" else ""
    return rf"(?<!\w){joined}(?:{words})(?!\w)"


@cache
def _numbers(language: str) -> re.Pattern[str]:
    table = wording_in(language)
    words = {*table.cardinals, *table.cardinals_of, *OTHER_NUMERALS.get(language, ())}
    if language == "zh":  # written by sign: more of them than cardinals are words of their own
        return re.compile(rf"\d|{NUMBERS[language]}")
    words -= ARTICLES.get(language, frozenset())
    cardinals = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\d+|{_whole(f'{cardinals}|{NUMBERS[language]}', language)}")


@cache
def _quantifiers(language: str) -> re.Pattern[str]:
    return re.compile(_whole(QUANTIFIERS[language], language))


@cache
def _stands(language: str) -> re.Pattern[str]:
    """Find members beside what would be their stand, within one sentence."""
    who, stand = _whole(MEMBERS[language], language), _whole(STANDS[language], language)
    if language == "zh":
        return re.compile(rf"{who}[^。；！？]{{0,8}}?(?:{STANDS[language]})")
    between = rf"(?:[^\w.!?;؟]+\w+){{0,{_NEAR}}}?[^\w.!?;؟]+"
    if language in EITHER_WAY:
        return re.compile(rf"{who}{between}{stand}|{stand}{between}{who}")
    asked = ASKED[language]
    by = rf"{stand}{between}{BY[language]}\W*{who}"
    return re.compile(rf"{who}{between}{asked}{stand}|{by}")
