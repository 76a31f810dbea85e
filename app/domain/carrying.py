"""Carrying what is said in one place over to another, and what that would do there."""

from dataclasses import replace
from enum import StrEnum

from app.domain.matching.words import shared, tokens
from app.domain.position import Statement
from app.domain.proceedings import Names

ALIKE = 0.6  # share of words two questions have in common, from which they ask the same


class Part(StrEnum):
    BOTH = "both"
    ASSESSMENT = "assessment"
    TEXT = "text"


class Effect(StrEnum):
    """What carrying something over does to what stands there."""

    FILLS = "fills"  # nothing stood there
    ADDS = "adds"  # all that stood there stays
    REPLACES = "replaces"
    NOTHING = "nothing"  # it says that already


def carry(source: Statement, now: Statement | None, part: Part) -> Statement:
    """Give what ``now`` would say; what the source does not say takes nothing away."""
    result = now or Statement(None, "", source.language)
    if part is not Part.TEXT and source.assessment is not None:
        result = replace(result, assessment=source.assessment)
    if part is not Part.ASSESSMENT and source.text.strip():
        result = replace(result, text=source.text, language=source.language)
    return result


def append(source: Statement, now: Statement | None) -> Statement:
    """Add words to what is said in the same language; other words are replaced."""
    if now is None or not now.text.strip():
        return Statement(now.assessment if now else None, source.text, source.language)
    if source.text in now.text:
        return now
    if now.language != source.language:
        return replace(now, text=source.text, language=source.language)
    return replace(now, text=f"{now.text.rstrip()}\n{source.text}")


def effect(now: Statement | None, then: Statement) -> Effect:
    if now is None or now.is_empty:
        return Effect.NOTHING if then.is_empty else Effect.FILLS
    if now == then:
        return Effect.NOTHING
    keeps_words = not now.text.strip() or (
        then.language == now.language and then.text.startswith(now.text.rstrip())
    )
    keeps_choice = now.assessment in {None, then.assessment}
    return Effect.ADDS if keeps_words and keeps_choice else Effect.REPLACES


def ask_alike(one: Names, other: Names) -> bool:
    """Tell whether two questions ask the same, by their words in a language both have."""
    return any(
        shared(tokens(one[language]), tokens(other[language])) >= ALIKE
        for language in one.keys() & other.keys()
    )
