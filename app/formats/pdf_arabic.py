"""Lines of an Arabic page, put in reading order from where each sign stands.

A page keeps its signs in the order they were drawn: symbols such as S/2017/287 come out in
pieces, letters joined into one sign come out swapped, and dots drawn apart from their letter
repeat it. The places of the signs tell what a reader sees.
"""

import ctypes
import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, pairwise
from statistics import median

import pypdfium2
from pypdfium2 import raw

from app.formats.printed_line import PrintedLine

ARABIC = "\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc"
_ALEFS = "اأإآ"
# From left to right: Latin words with the numbers that follow them, numbers, any one sign.
_RUNS = re.compile(
    rf"[A-Za-z](?:[^{ARABIC}؟،؛\n]*[A-Za-z0-9/][()]?)?|[$€]?\d+(?:[.,/:٫–-]\d+)*%?|.", re.DOTALL
)
_BRACKET = re.compile(r"[()]")
LINE_TOLERANCE = 0.7  # of the size of the letters
NEAR = 3  # signs between a letter and its dots
_WORD_GAP = 0.15
_MARGIN = 0.2  # blank that a bracket or a stop has about it


@dataclass(frozen=True)
class Sign:
    letter: str
    left: float
    right: float
    start: float  # where its place on the line begins and ends, with the blank around it
    end: float
    top: float
    base: float
    size: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def arabic_lines(textpage: pypdfium2.PdfTextPage) -> list[PrintedLine]:
    return [line for line in map(_line, _rows(list(_signs(textpage)))) if line.text.strip()]


def _signs(textpage: pypdfium2.PdfTextPage) -> Iterator[Sign]:
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(textpage.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(textpage, index) or 32)
        if letter.isspace() or raw.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        raw.FPDFText_GetCharOrigin(textpage, index, x, y)
        left, _, right, top = textpage.get_charbox(index)
        start, _, end, _ = textpage.get_charbox(index, loose=True)
        size = raw.FPDFText_GetFontSize(textpage, index) or 10.0
        yield Sign(letter, left, right, start, end, top, y.value, size)


def _rows(signs: list[Sign]) -> list[list[Sign]]:
    """Gather signs around the bases that most of them share: dots and marks stand off the line."""
    crowded = Counter(round(sign.base) for sign in signs)
    size = median(sign.size for sign in signs) if signs else 0.0
    bases: list[float] = []
    for base, _ in sorted(crowded.items(), key=lambda item: (-item[1], -item[0])):
        if all(abs(base - other) > LINE_TOLERANCE * size for other in bases):
            bases.append(base)
    bases.sort()
    between = [(low + high) / 2 for low, high in pairwise(bases)]
    rows: list[list[Sign]] = [[] for _ in bases]
    for sign in signs:
        rows[bisect(between, sign.base)].append(sign)
    return rows[::-1]


def _line(row: list[Sign]) -> PrintedLine:
    signs = _without_repeats(sorted(row, key=lambda one: one.middle))
    seen = "".join(_spaced(signs))
    read = _bracketed([part for run in _RUNS.findall(seen) for part in _own_bracket(run)][::-1])
    printed = [sign for sign in signs if not sign.letter.isspace()] or signs
    return PrintedLine(
        " ".join(read.split()),
        min(sign.left for sign in printed),
        max(sign.right for sign in printed),
        min(sign.base for sign in printed),
        max(sign.top for sign in printed),
    )


def _own_bracket(run: str) -> list[str]:
    """Split off a bracket at the end of a Latin run, unless it closes one inside."""
    if len(run) < 2 or run[-1] not in "()":
        return [_paired(run)]
    if len(_BRACKET.findall(run)) % 2 == 0:
        return [_paired(run)]
    return [_paired(run[:-1]), run[-1]]


def _paired(text: str) -> str:
    """Brackets are mirrored now and then; in reading order an opening one comes first."""
    found = len(_BRACKET.findall(text))
    if found % 2:
        return text
    signs = cycle("()")
    return _BRACKET.sub(lambda _: next(signs), text)


def _bracketed(parts: list[str]) -> str:
    """Pair the brackets outside Latin runs, in reading order."""
    alone = [at for at, part in enumerate(parts) if part in {"(", ")"}]
    if len(alone) % 2 == 0:
        for at, sign in zip(alone, cycle("()"), strict=False):
            parts[at] = sign
    return "".join(parts)


def _without_repeats(signs: list[Sign]) -> list[Sign]:
    """Keep one of a letter and its dots, and order the letters of one joined sign."""
    kept: list[Sign] = []
    for sign in signs:
        twin = next((one for one in kept[-NEAR:] if _repeats(one, sign)), None)
        if twin is not None:
            kept[kept.index(twin)] = max(twin, sign, key=lambda one: one.right - one.left)
        elif (
            kept
            and kept[-1].letter == "ل"
            and sign.letter in _ALEFS
            and _same_place(kept[-1], sign)
        ):
            kept.insert(len(kept) - 1, sign)  # from left to right the alef of a lam-alef is first
        else:
            kept.append(sign)
    return kept


def _repeats(first: Sign, second: Sign) -> bool:
    return first.letter == second.letter and _same_place(first, second)


def _same_place(first: Sign, second: Sign) -> bool:
    if first.letter.isspace() or second.letter.isspace():
        return False
    narrow, broad = sorted((first, second), key=lambda one: one.right - one.left)
    return broad.left <= narrow.middle <= broad.right


def _spaced(signs: list[Sign]) -> Iterator[str]:
    previous: Sign | None = None
    for sign in signs:
        if previous and _starts(sign) - _ends(previous) > _WORD_GAP * sign.size:
            yield " "
        yield sign.letter
        previous = sign


def _starts(sign: Sign) -> float:
    return sign.start if sign.letter.isalnum() else min(sign.start, sign.left - _MARGIN * sign.size)


def _ends(sign: Sign) -> float:
    return sign.end if sign.letter.isalnum() else max(sign.end, sign.right + _MARGIN * sign.size)
