"""A point without its speaker: "We believe that X should go" becomes "X should go".

By rule alone. The verb that asks, backs or opposes stays, and so does its negation ("we do not
support" → "not supporting"); only the opening changes, and what follows it stays to the letter, so
that no condition, number or strength can be lost. Where a first person would be left further on,
there is no form without the speaker.
"""

import re
from dataclasses import dataclass
from functools import cache

from app.domain.impersonal.formulas import FORMULAS
from app.domain.points.cues import CUES
from app.domain.quotations import QUOTATIONS


def impersonal(text: str, language: str) -> str | None:
    """Give a point's words without opening formula and first person, or None."""
    patterns = _patterns(language)
    said = _without_opening(text.strip(), patterns)
    said = _turned(said, patterns)
    if patterns.personal.search(QUOTATIONS.sub(" ", said.casefold())):
        return None
    return _closed(said, language)


@dataclass(frozen=True)
class _Patterns:
    opening: tuple[re.Pattern[str], ...]
    turned: tuple[tuple[re.Pattern[str], str], ...]
    personal: re.Pattern[str]
    small: frozenset[str]


@cache
def _patterns(language: str) -> _Patterns:
    cues, formulas = CUES[language], FORMULAS[language]
    openings = (cues.vocative, cues.connective, formulas.dropped)
    return _Patterns(
        opening=tuple(re.compile(f"(?:{each})", re.IGNORECASE) for each in openings),
        turned=tuple(
            (re.compile(pattern, re.IGNORECASE), form) for pattern, form in formulas.turned.items()
        ),
        personal=re.compile(formulas.personal),
        small=formulas.small,
    )


def _without_opening(said: str, patterns: _Patterns) -> str:
    """Take away vocatives, joining words and formulas of opinion, in whatever order they stand."""
    found = True
    while found:
        found = False
        for pattern in patterns.opening:
            opening = pattern.match(said)
            if opening and opening.end() and said[opening.end() :].strip():
                said, found = said[opening.end() :].lstrip(), True
    return said


def _turned(said: str, patterns: _Patterns) -> str:
    """Give the first verb a form without person, and begin with a small letter where one may."""
    for pattern, form in patterns.turned:
        if found := pattern.match(said):
            turned = found.expand(form).lstrip() + said[found.end() :]
            return turned[:1].lower() + turned[1:]
    first = re.match(r"[^\W\d_]+['’]?", said)
    if first and first.group().casefold() in patterns.small:
        return said[0].lower() + said[1:]
    return said


def _closed(said: str, language: str) -> str:
    if said.endswith((".", "!", "?", "。", "！", "？", "؟", "…")):
        return said
    return said + ("。" if language == "zh" else ".")
