"""A sentence into the clauses that ask, propose, worry or hold something of their own.

Reasons, consequences and conditions stay with their claim: cut off, a condition would be lost and
its claim counted without it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import islice

from app.domain.points.cues import CUES
from app.domain.points.sentences import Span

_SEMICOLON = r"\s?[;؛；]\s*"
_COMMA = r"\s?[,،，]\s*"
_FINAL = ".;,:!…。；，：؛، \t\n\u00a0\u202f"
_WORD = re.compile(r"\S{1,99}")  # no longer: one look-up may not read a whole text
_SIGN = re.compile(r"\w")
_PAIRS = ("()", "（）", "“”", "«»", "「」", "[]")  # what stands inside them is never cut
_NEAR = 200  # signs within which the part before a Chinese comma is looked for
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
    cues = _patterns(language)
    demands = [each.start() for each in cues["demand"].finditer(text, span.start, span.end)]
    reached = read = span.start
    balance = dict.fromkeys(_PAIRS, 0)
    for found, stop in _separators(text, span, cues["separator"]):
        start, end = found.span()
        _count_brackets(text[read:start], balance)
        read = start
        if any(depth > 0 for depth in balance.values()):
            continue
        if not (
            _is_clause(text, reached, start, language) and _is_clause(text, end, span.end, language)
        ):
            continue
        before, after, later = (bisect_left(demands, at) for at in (reached, end, stop))
        opens = _begins_claim(text, found, span.end, cues, is_second=before < after)
        is_semicolon = found.lastgroup == "semicolon"
        own = is_semicolon and after < later and not cues["tied"].match(text, end, span.end)
        if _leads_on(text, reached, found, cues):
            continue
        if opens or own:
            yield start, end
            reached = end


def _separators(
    text: str, span: Span, separator: re.Pattern[str]
) -> Iterator[tuple[re.Match[str], int]]:
    """Give each separator, and where the next semicolon stands."""
    found = list(separator.finditer(text, span.start, span.end))
    stops = [span.end] * len(found)
    for at in range(len(found) - 2, -1, -1):
        is_semicolon = found[at + 1].lastgroup == "semicolon"
        stops[at] = found[at + 1].start() if is_semicolon else stops[at + 1]
    return zip(found, stops, strict=True)


def _begins_claim(
    text: str,
    separator: re.Match[str],
    end: int,
    cues: dict[str, re.Pattern[str]],
    *,
    is_second: bool,
) -> bool:
    """Tell whether a claim begins; after a Chinese comma alone, only one that follows another."""
    start = separator.end()
    if separator.lastgroup == "bare":
        return cues["bold"].match(text, start, end) is not None
    if cues["opener"].match(text, start, end):
        return True
    is_tied = cues["tied"].match(text, start, end)
    if is_tied or (separator.group() == "，" and not is_second):
        return False
    return cues["claim"].match(text, start, end) is not None


def _leads_on(
    text: str, start: int, separator: re.Match[str], cues: dict[str, re.Pattern[str]]
) -> bool:
    """Tell whether what stands before a separator cannot stand without what follows it."""
    if cues["connective"].fullmatch(text, start, separator.end()):
        return True
    at = separator.start()
    comma = text.rfind("，", max(start, at - _NEAR), at)
    last = comma + 1 if comma >= 0 else start
    return cues["hanging"].fullmatch(text, last, at) is not None


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    cues = CUES[language]
    connective = f"(?:{cues.connective})?"
    joint = f"(?:{cues.joint})"
    comma, bare = rf"{_COMMA}{joint}", rf"\s{joint}"
    if language == "ar":  # the joining letter is part of the opener
        comma, bare = rf"{_COMMA}{joint}?", rf"\s(?:{joint}|(?=و))"
    if language == "zh":  # a comma is enough between two sentences
        comma, bare = rf"{_COMMA}{joint}?", r"(?!)"
    semicolon = rf"{_SEMICOLON}{joint}?"
    written = {
        "separator": rf"(?P<semicolon>{semicolon})|(?P<comma>{comma})|(?P<bare>{bare})",
        "opener": f"{connective}(?:{cues.opener})",
        "bold": f"(?:{cues.bold})",
        "claim": cues.claim,
        "connective": cues.connective,
        "tied": cues.tied,
        "demand": cues.demand,
        "hanging": cues.hanging,
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in written.items()}


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
