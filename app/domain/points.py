"""Cutting a text into points: whole sentences, with offsets in code points.

The owner confirms or moves these cuts; until then they are proposals.
"""

import re

from app.domain.position import Point

# An ending is a mark that closes a sentence, with the quotation marks and brackets that follow it.
_ENDINGS = re.compile(r"[.!?؟…]+(?:[\"'”’»)\]]|\s»)*(?=\s|$)|[。！？；]+[”’」』）]*|\n+")
_QUOTATIONS = re.compile(r"“[^”\n]*”|«[^»\n]*»|「[^」\n]*」|『[^』\n]*』|\"[^\"\n]*\"")
_INITIALS = re.compile(r"(?:\w\.)*\w")  # the "U.S" of "U.S.", the "J" of "J. Doe"
_LIST_MARK = re.compile(r"\s*\(?\d{1,2}")  # "5." where a point would begin
_ABBREVIATIONS = frozenset(
    {"art", "arts", "no", "nos", "p", "pp", "para", "paras", "cf", "res", "ch", "sec", "mr", "mrs"}
    | {"ms", "dr", "st", "vol", "e.g", "i.e", "etc", "al", "m", "mm", "mme", "n°", "núm", "párr"}
    | {"sr", "sra", "г", "гг", "ст", "п", "пп", "т.е", "т.д", "др", "см", "рез", "пункт"}
)


def split(text: str) -> tuple[Point, ...]:
    """Propose the points of a text, in order; together they hold all its words."""
    points: list[Point] = []
    quotations = [quotation.span() for quotation in _QUOTATIONS.finditer(text)]
    start = 0
    for ending in _ENDINGS.finditer(text):
        if _ends_abbreviation(text[start : ending.end()], ending.start() - start):
            continue
        if _is_quoted(text, ending.span(), quotations):
            continue
        points += _trimmed(text, start, ending.end())
        start = ending.end()
    points += _trimmed(text, start, len(text))
    return tuple(points)


def _ends_abbreviation(text: str, stop: int) -> bool:
    """Tell "res." and "5." and "A." from the end of a sentence, in what would be a point."""
    if text[stop] != ".":
        return False
    last = re.split(r"[\s(\[“‘«„\"]", text[:stop].casefold())[-1]
    word = re.split("[’']", last)[-1]  # "art" of "l’art."
    if last in _ABBREVIATIONS or (len(word) > 1 and word in _ABBREVIATIONS):
        return True
    is_initial = _INITIALS.fullmatch(last) and not last[-1].isdigit()
    return bool(is_initial or _LIST_MARK.fullmatch(text[:stop]))


def _is_quoted(text: str, ending: tuple[int, int], quotations: list[tuple[int, int]]) -> bool:
    """Tell an ending within a quotation, and one whose sentence goes on after the quotation."""
    start, end = ending
    for opens, closes in quotations:
        if opens < start < closes:
            goes_on = text[closes:].lstrip()[:1].islower()
            return end < closes or (end == closes and goes_on)
    return False


def _trimmed(text: str, start: int, end: int) -> list[Point]:
    piece = text[start:end]
    words = piece.strip()
    if not any(char.isalnum() for char in words):
        return []
    first = start + piece.index(words[0])
    return [Point(first, first + len(words))]
