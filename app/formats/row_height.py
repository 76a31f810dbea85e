"""How high a row of a workbook is, by what its cells say: not every program works it out."""

from collections.abc import Iterable

LINE, HIGHEST = 16.0, 409.0  # points; the second is what the format allows
WIDE = "\u2e80"  # from here on, letters take two places


def row_height(cells: Iterable[tuple[str, int]], least: int = 1) -> float:
    """Estimate it in points, from each text and the width of its column in digits."""
    lines = max((_lines(text, width) for text, width in cells), default=least)
    return min(LINE * max(lines, least), HIGHEST)


def _lines(text: str, width: int) -> int:
    widths = (sum(2 if letter >= WIDE else 1 for letter in line) for line in text.split("\n"))
    return sum(max(1, -(-line // width)) for line in widths)
