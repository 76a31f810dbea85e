"""A sentence into the clauses that ask, propose, worry or hold something of their own.

Reasons, consequences and conditions stay with their claim: cut off, a condition would be lost and
its claim counted without it.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from app.domain.points.cues import CUES
from app.domain.points.sentences import Span

_SEMICOLON = r"\s?[;؛；]\s*"
_COMMA = r"\s?[,،，]\s*"
_FINAL = ".;,:!…。；，：؛، \t\n\u00a0\u202f"
_WORD = re.compile(r"\S+")
_SIGN = re.compile(r"\w")
_PAIRS = ("()", "（）", "“”", "«»", "「」", "[]")  # what stands inside them is never cut
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
    last_demand = max(
        (each.start() for each in demand.finditer(text, span.start, span.end)), default=-1
    )
    reached = read = span.start
    balance = dict.fromkeys(_PAIRS, 0)
    for found in separator.finditer(text, span.start, span.end):
        start, end = found.span()
        _count_brackets(text[read:start], balance)
        read = start
        if any(depth > 0 for depth in balance.values()):
            continue
        if not (
            _is_clause(text, reached, start, language) and _is_clause(text, end, span.end, language)
        ):
            continue
        is_semicolon = found.group("joint") is None
        opens = opener.match(text, end, span.end) is not None
        own = is_semicolon and last_demand >= end and not tied.match(text, end, span.end)
        if opens or own:
            yield start, end
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


def _is_clause(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether enough is said for a clause, without reading on once there is."""
    least, sign = (2 * _LEAST, _SIGN) if language == "zh" else (_LEAST, _WORD)
    return len(list(islice(sign.finditer(text, start, end), least))) == least


def _count_brackets(piece: str, balance: dict[str, int]) -> None:
    for pair in balance:
        balance[pair] += piece.count(pair[0]) - piece.count(pair[1])


def _without_final(text: str, span: Span) -> Span:
    said = text[span.start : span.end].rstrip(_FINAL)
    return Span(span.start, span.start + max(len(said), 1), span.is_item)
