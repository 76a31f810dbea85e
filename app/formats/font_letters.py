"""Which letters the fonts of a PDF hold: a text may have any, and typesetting refuses the rest."""

import re
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

_LEFT_AS_THEY_ARE = re.compile(r"[\s\u200c-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f\x00]")


def letters_in(folders: Iterable[Path]) -> frozenset[int]:
    """Give the code points that at least one TrueType or OpenType font in the folders draws."""
    fonts = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    drawn = (path for path in fonts if path.suffix.lower() in {".ttf", ".otf"})
    return frozenset(letter for path in drawn for letter in _letters(path.read_bytes()))


def shown_or_named(text: str, drawn: frozenset[int]) -> str:
    """Put the number of a letter no font draws in its place: “[U+1F54A]”."""
    if all(ord(each) in drawn for each in text):
        return text
    return "".join(
        each if ord(each) in drawn or _LEFT_AS_THEY_ARE.match(each) else f"[U+{ord(each):04X}]"
        for each in text
    )


def _letters(font: bytes) -> Iterator[int]:
    """Read the table that leads from letters to their drawings (OpenType, “cmap”)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    for at in range(12, 12 + 16 * tables, 16):
        if font[at : at + 4] == b"cmap":
            start = struct.unpack_from(">I", font, at + 8)[0]
            for number in range(struct.unpack_from(">H", font, start + 2)[0]):
                offset = struct.unpack_from(">I", font, start + 4 + 8 * number + 4)[0]
                yield from _subtable(font, start + offset)


def _subtable(font: bytes, at: int) -> Iterator[int]:
    """Read the two forms in use: stretches of 16 bits (4), of 32 bits (12)."""
    form = struct.unpack_from(">H", font, at)[0]
    if form == 4:
        count = struct.unpack_from(">H", font, at + 6)[0] // 2
        ends = struct.unpack_from(f">{count}H", font, at + 14)
        starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
        for first, last in zip(starts, ends, strict=True):
            yield from range(first, min(last, 0xFFFE) + 1)
    elif form == 12:
        for number in range(struct.unpack_from(">I", font, at + 12)[0]):
            first, last = struct.unpack_from(">II", font, at + 16 + 12 * number)
            yield from range(first, last + 1)
