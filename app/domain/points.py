"""Cutting a text into points: whole sentences, with offsets in code points.

The owner confirms or moves these cuts; until then they are proposals.
"""

import re

from app.domain.position import Point

# An ending is a mark that closes a sentence, with the quotation marks and brackets that follow it.
_ENDINGS = re.compile(r"[.!?؟…]+[\"'”’»)\]]*(?=\s|$)|[。！？；]+[”’」』）]*|\n+")
_ABBREVIATIONS = frozenset(
    {"art", "arts", "no", "nos", "p", "pp", "para", "paras", "cf", "res", "ch", "sec", "mr", "mrs"}
    | {"ms", "dr", "st", "vol", "e.g", "i.e", "etc", "al", "m", "mm", "mme", "n°", "núm", "párr"}
    | {"sr", "sra", "г", "гг", "ст", "п", "пп", "т.е", "т.д", "др", "см", "рез", "пункт"}
)


def split(text: str) -> tuple[Point, ...]:
    """Propose the points of a text, in order; together they hold all its words."""
    points: list[Point] = []
    start = 0
    for ending in _ENDINGS.finditer(text):
        if _ends_abbreviation(text, ending.start()):
            continue
        points += _trimmed(text, start, ending.end())
        start = ending.end()
    points += _trimmed(text, start, len(text))
    return tuple(points)


def _ends_abbreviation(text: str, stop: int) -> bool:
    """Tell "res." and "5." and "A." from the end of a sentence."""
    if text[stop] != ".":
        return False
    word = re.search(r"[^\s(]*$", text[:stop])
    last = word.group().casefold() if word else ""
    is_list_mark = last.isdigit() and len(last) <= 2
    return last in _ABBREVIATIONS or is_list_mark or (len(last) == 1 and last.isalpha())


def _trimmed(text: str, start: int, end: int) -> list[Point]:
    piece = text[start:end]
    words = piece.strip()
    if not any(char.isalnum() for char in words):
        return []
    first = start + piece.index(words[0])
    return [Point(first, first + len(words))]
