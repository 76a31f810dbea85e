"""The sign before a list item or a numbered heading, and what sort of sign it is."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from app.domain.note.lettering import fold, level

_SORTS = (
    ("glyph", r"[•●▪■◦‣⁃∙▫◆◇➢✓►➤○]\s*|[·*](?=\s)\s*"),
    ("dash", r"[-–—](?=\s)\s*"),
    (
        "question",
        (
            r"(?i:Q\.? ?|question n?[°ºo]?\.? ?|questions? |pregunta n?[úº]?m?\.? ?|"
            r"вопрос №? ?|问题 ?|السؤال )"
            r"(?:\d{1,2}|[一二三四五六七八九十]|[IVX]{1,4})\s*[:.)、—–-]\s*"
        ),
    ),
    (
        "number",
        (
            r"\d{1,2}\s?[.)、．](?![\d])\s*|\(\d{1,2}\)\s*|\d{1,2} ?[-–](?=\s)\s*|[①-⑳]\s*|"
            r"\d{1,2}[°º]\s+"
        ),
    ),
    ("hanzi", r"[一二三四五六七八九十]{1,3}、\s*|\([一二三四五六七八九十]{1,3}\)\s*"),
    (
        "roman",
        r"\([ivx]{1,5}\)\s*|[ivx]{1,5}\)\s*|(?=[IVX])(?:X{0,2}(?:IX|IV|V?I{0,3}))[.)](?=\s|$)\s*",
    ),
    ("letter", r"\([a-zа-я]\)\s*|[a-zа-я]\)\s*|[a-z]\.(?=\s)\s*"),
    ("abjad", r"\((?:[ابجدهوزحطي]|هـ)\)\s*|(?:[ابجدهوزحطي]|هـ) ?[-–).](?=\s)\s*"),
    ("ordinal", r"(?:اولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا)\u064b? ?[-–:.]\s*"),
    ("upper", r"[A-H]\.(?=\s|$)\s*"),
)
_MARK = re.compile("|".join(f"(?P<{sort}>{sign})" for sort, sign in _SORTS))
_ROMAN_LETTERS = "ivx"
_INLINE = re.compile(
    r"(?:(?<=\s)|^)(?P<mark>\((?P<b>[a-zа-яابجدهوز]|\d{1,2}|[一二三四五六七八九])\)"
    r"|(?P<d>\d{1,2})[.)](?!\d)|(?P<l>[a-zа-я])\)|[①-⑨])\s*(?=\S)"
)
_SEQUENCES = ("abcdefghijklmn", "абвгдежзикл", "ابجدهوز", "一二三四五六七八九", "①②③④⑤⑥⑦⑧⑨")
# Signs that also number the headings of a note.
HEADING_SORTS = frozenset({"number", "hanzi", "roman", "abjad", "ordinal", "upper"})


LONGEST_MARK = 40


@dataclass(frozen=True)
class Mark:
    sort: str
    printed: str
    length: int


def mark_of(line: str) -> Mark | None:
    """Read the mark a line begins with, or None."""
    return _mark_at(line[:LONGEST_MARK])


@lru_cache(maxsize=4096)
def _mark_at(opening: str) -> Mark | None:
    match = _MARK.match(level(opening))
    if not match or not match.lastgroup:
        return None
    return Mark(match.lastgroup, opening[: match.end()].strip(), match.end())


def is_only_mark(line: str) -> bool:
    mark = mark_of(line.strip())
    return bool(mark and mark.length == len(line.strip()))


def without_mark(line: str) -> str:
    mark = mark_of(line)
    return line[mark.length :].strip() if mark else line.strip()


def same_list(first: Mark, second: Mark) -> bool:
    """Tell whether two marks count in one list; a lone (i) after (h) is a letter."""
    if first.sort == second.sort:
        return True
    pair = {first.sort, second.sort}
    return pair == {"letter", "roman"} and fold(second.printed).strip("().") == "i"


def split_inline(paragraph: str) -> list[str]:
    """Split at (a), (b), (c) or 1., 2., 3. that count up inside one paragraph."""
    levelled = level(paragraph)
    cuts: list[int] = []
    expected: tuple[str, int] | None = None
    for match in _INLINE.finditer(levelled):
        kind, place = _place(match)
        if expected is None and place == 1 and match.start() >= 0:
            expected = (kind, 2)
            cuts.append(match.start("mark"))
        elif expected == (kind, place):
            expected = (kind, place + 1)
            cuts.append(match.start("mark"))
    if len(cuts) < 2:
        return [paragraph]
    edges = [0, *cuts, len(paragraph)] if cuts[0] else [*cuts, len(paragraph)]
    return [paragraph[start:end].strip() for start, end in pairwise(edges)]


def _place(match: re.Match[str]) -> tuple[str, int]:
    shape = "(" if match["b"] else match["mark"][-1]
    sign = match["b"] or match["d"] or match["l"] or match["mark"]
    if sign.isdecimal():
        return f"{shape}1", int(sign)
    for sequence in _SEQUENCES:
        if sign in sequence:
            return f"{shape}{sequence[0]}", sequence.index(sign) + 1
    return "", 0
