"""Narrative says what the briefing was; it counts nobody, names no State, speaks for no member."""

import re
from collections.abc import Iterator
from functools import cache

from app.domain.gates.folding import fold, whole
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
    SHARED,
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


def find_fault(
    text: str, language: str, facts: Proceedings, judged: str | None = None
) -> str | None:
    """Say why these words may not be narrative, if they may not.

    ``judged``: the text folded, where something in it needs no judging.
    """
    folded = fold(text) if judged is None else judged
    if found := search(_numbers(language), folded):
        return f"“{found}” is a number; only what is computed gives numbers"
    if found := search(_quantifiers(language), folded):
        return f"“{found}” says how many; only what is computed does"
    if found := _state(text, language, facts):
        return f"“{found}” names a State; narrative names none"
    found = search(stands(language), folded) or search(_shared(language), folded)
    if found := found or find_forbidden(folded, language, of_states=True):
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


def search(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found.group().strip() if found else None


@cache
def _numbers(language: str) -> re.Pattern[str]:
    table = wording_in(language)
    words = {*table.cardinals, *table.cardinals_of, *OTHER_NUMERALS.get(language, ())}
    if language == "zh":  # written by sign: more of them than cardinals are words of their own
        return re.compile(rf"\d|{NUMBERS[language]}")
    words -= ARTICLES.get(language, frozenset())
    cardinals = "|".join(re.escape(fold(word)) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\d+|{whole(f'{cardinals}|{fold(NUMBERS[language])}', language)}")


@cache
def _quantifiers(language: str) -> re.Pattern[str]:
    return re.compile(whole(fold(QUANTIFIERS[language]), language))


@cache
def _shared(language: str) -> re.Pattern[str]:
    return re.compile(whole(fold(SHARED[language]), language))


@cache
def stands(language: str) -> re.Pattern[str]:
    """Find members beside what would be their stand, within one sentence."""
    who, stand = (whole(fold(words[language]), language) for words in (MEMBERS, STANDS))
    if language == "zh":
        return re.compile(rf"{who}[^。；！？]{{0,8}}?(?:{STANDS[language]})")
    between = rf"(?:[^\w.!?;؟]+\w+){{0,{_NEAR}}}?[^\w.!?;؟]+"
    if language in EITHER_WAY:
        return re.compile(rf"{who}{between}{stand}|{stand}{between}{who}")
    asked = ASKED[language]
    by = rf"{stand}{between}{BY[language]}\W*{who}"
    return re.compile(rf"{who}{between}{asked}{stand}|{by}")
