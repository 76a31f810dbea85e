"""How a brief is shortened to two pages: the rules, from none to the strictest.

The brief states on its face those it was shortened by; whatever leaves is pointed to by its
paragraph, above all what one member alone holds.
"""

from dataclasses import dataclass

MOST = 1_000_000
WIDE = 2  # Chinese says as much in half the letters


@dataclass(frozen=True)
class Room:
    """How much may be printed, and how large: in points."""

    size: float = 7.4
    names: int = MOST  # members who say the same and are named
    values: int = MOST  # figures of a cell
    requests: int = MOST  # of a mission
    letters: int = MOST  # of a request
    change: int = 1  # the least that is printed


ROOMS = (
    Room(size=9.5),
    Room(size=8.4),
    Room(),
    Room(names=3, requests=8, letters=400),
    Room(names=1, requests=4, letters=260),
    Room(names=1, requests=3, letters=200),
    Room(names=0, requests=2, letters=160, change=2),
    Room(names=0, requests=1, letters=140, change=2),
    Room(names=0, requests=1, letters=90, change=3),
    Room(names=0, values=3, requests=1, letters=60, change=4),
    Room(names=0, values=2, requests=0, change=5),
    Room(names=0, values=1, requests=0, change=MOST),
)


def clipped(text: str, letters: int, language: str) -> str:
    """Shorten a text to whole words, if it is longer; Chinese has none to look for."""
    letters = letters // WIDE if language == "zh" else letters
    if len(text) <= letters:
        return text
    kept = text[:letters]
    if language != "zh":
        kept = text[: letters + 1].rpartition(" ")[0] or kept
    return kept.rstrip(" ,;:.،؛，、；") + "…"
