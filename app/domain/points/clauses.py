"""A sentence into the clauses that ask, propose, worry or hold something of their own.

Reasons, consequences and conditions stay with their claim: cut off, a condition would be lost and
its claim counted without it.
"""

import re
from collections.abc import Iterator
from functools import cache

from app.domain.points.cues import CUES
from app.domain.points.sentences import Span

_SEMICOLON = r"\s?[;؛；]\s*"
_COMMA = r"\s?[,،，]\s*"
_FINAL = re.compile(r"[\s.;,:!…。；，：؛،]+$")
_LEAST = 3  # words of a clause; of Chinese, twice as many characters


def clauses(text: str, span: Span, language: str) -> list[Span]:
    """Cut a sentence where a claim of its own begins; whole, it keeps its final mark."""
    cuts = list(_cuts(text, span, language))
    if not cuts:
        return [_without_final(text, span) if span.is_fragment else span]
    starts = [span.start, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), span.end]
    return [
        _without_final(text, Span(start, end, span.is_item))
        for start, end in zip(starts, ends, strict=True)
    ]


def _cuts(text: str, span: Span, language: str) -> Iterator[tuple[int, int]]:
    """Give where separators stand, with the joining word after them."""
    separator, opener, tied, demand = _patterns(language)
    reached = span.start
    for found in separator.finditer(text, span.start, span.end):
        end = found.end()
        if not _is_clause(text[reached : found.start()], language):
            continue
        if not _is_clause(text[end : span.end], language) or _in_brackets(text, span, found):
            continue
        rest = text[end : span.end]
        is_semicolon = found.group("joint") is None
        opens = opener.match(rest) is not None
        own = is_semicolon and not tied.match(rest) and demand.search(rest) is not None
        if opens or own:
            yield found.start(), end
            reached = end


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    cues = CUES[language]
    joint = f"(?P<joint>{cues.joint})"
    if language == "ar":  # the joining letter is part of the opener
        joint = f"(?P<joint>(?:{cues.joint})?)(?=و)"
    semicolon = rf"{_SEMICOLON}(?:{cues.joint})?" if language != "ar" else _SEMICOLON
    return (
        re.compile(rf"{_COMMA}{joint}|{semicolon}", re.IGNORECASE),
        re.compile(rf"(?:{cues.connective})?(?:{cues.opener})", re.IGNORECASE),
        re.compile(cues.tied, re.IGNORECASE),
        re.compile(cues.demand, re.IGNORECASE),
    )


def _is_clause(piece: str, language: str) -> bool:
    if language == "zh":
        return sum(char.isalnum() for char in piece) >= 2 * _LEAST
    return len(piece.split()) >= _LEAST


def _in_brackets(text: str, span: Span, found: re.Match[str]) -> bool:
    """Tell whether a separator stands inside brackets or a quotation."""
    before = text[span.start : found.start()]
    return any(before.count(left) > before.count(right) for left, right in _PAIRS)


_PAIRS = (("(", ")"), ("（", "）"), ("“", "”"), ("«", "»"), ("「", "」"), ("[", "]"))


def _without_final(text: str, span: Span) -> Span:
    found = _FINAL.search(text, span.start, span.end)
    end = found.start() if found else span.end
    return Span(span.start, max(end, span.start + 1), span.is_item)
