"""The order of seats and missions: English alphabetical from a drawn letter, never by arrival."""

import hashlib
import unicodedata
from collections.abc import Sequence

from app.domain.proceedings import Names, in_language


def drawn_letter(seed: str) -> str:
    """Draw a letter from a recorded seed."""
    return chr(ord("A") + hashlib.sha256(seed.encode()).digest()[0] % 26)


def alphabetical_key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def from_letter(names: Sequence[Names], letter: str) -> list[int]:
    """Give the positions of ``names`` in English alphabetical order, starting at ``letter``."""
    keys = [alphabetical_key(in_language(each, "en")) for each in names]
    start = letter.casefold()
    return sorted(range(len(names)), key=lambda at: (keys[at] < start, keys[at], at))


def shuffled_key(seed: str, name: str) -> str:
    """Order by a recorded seed where any meaningful order would say too much."""
    return hashlib.sha256(f"{seed}\0{name}".encode()).hexdigest()
