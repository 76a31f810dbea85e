"""What a presidency adds to its letter is its own: it claims nobody's agreement, nor silence."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from app.domain.gates.folding import fold, is_foreign, whole
from app.domain.gates.letter_words import CLAIMS, COUNCIL, DECIDED, FORMULAS, NO_NAME, PARTICLES
from app.domain.gates.narrative import find_fault
from app.domain.gates.narrative_words import MEMBERS
from app.domain.position import LANGUAGES
from app.domain.proceedings import Proceedings
from app.domain.summary import Summary

_NAME = re.compile(r"[^\W\d_][\w .,()'’·\-]*")
_ALONE = "Write the name alone; the office is chosen beside it."


def letter(summary: Summary) -> Iterator[str]:
    """Let no letter speak for others: its opening does not, and who signs it is only named."""
    facts, language = summary.proceedings, summary.language
    if facts.letter is None:
        return
    opening = facts.letter.openings.get(language)
    if opening and (fault := find_opening_fault(opening, language, facts)):
        yield f"the letter: {fault}"
    if fault := find_name_fault(facts.letter.signatory):
        yield f"the letter: {fault}"


def find_opening_fault(text: str, language: str, facts: Proceedings) -> str | None:
    """Say why a sentence may not open a letter: it is narrative, and says nothing for others."""
    if is_foreign(text, language):
        return "the text has letters of another script"
    said = _formulas().sub(" ", fold(text))
    if found := _claims().search(said):
        return f"“{found.group().strip()}” says where members stand; only positions do"
    if fault := find_fault(text, language, facts, said):
        return fault
    if found := _council().search(said):
        return (
            f"“{found.group().strip()}” may be consulted or thanked; their views are the summary's"
        )
    return None


def find_name_fault(name: str) -> str | None:
    """Say why a line is no name, if it is none."""
    said = fold(name)
    if not _NAME.fullmatch(name) or _claims().search(said) or _no_name().search(said):
        return _ALONE
    parts = [part for part in re.split(r"[\s(),\-]+", name) if part[:1].islower()]
    if any(part.strip(".") not in PARTICLES and part[1:2] not in {"'", "’"} for part in parts):
        return _ALONE
    return None


@cache
def _claims() -> re.Pattern[str]:
    """Find a claim in any of the six languages, whichever the letter says it is in."""
    return _any({each: f"{CLAIMS[each]}|{DECIDED[each]}" for each in LANGUAGES})


@cache
def _council() -> re.Pattern[str]:
    return _any(COUNCIL)


@cache
def _no_name() -> re.Pattern[str]:
    return _any({each: f"{MEMBERS[each]}|{NO_NAME}" for each in LANGUAGES})


@cache
def _formulas() -> re.Pattern[str]:
    return _any(FORMULAS)


def _any(words: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(whole(fold(words[each]), each) for each in LANGUAGES))
