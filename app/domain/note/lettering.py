"""Letters as a reader compares them: two foldings, and what counts as a wide letter."""

import re
import unicodedata

ARABIC_VARIANTS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ک": "ك", "ی": "ي"}
_TYPOGRAPHY = {"’": "'", "‘": "'", "ʼ": "'", "\u2011": "-", "\u2010": "-"}
_FULL_WIDTH = {
    "（": "(",
    "）": ")",
    "：": ":",
    "［": "[",
    "］": "]",
    "．": ".",
    "／": "/",
    "％": "%",
}
_DIGITS = {chr(start + step): str(step) for start in (0x660, 0x6F0, 0xFF10) for step in range(10)}
_SPACES = dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000\t", " ")
# One letter for one letter: a position in the levelled text is the same position in the original.
_LEVEL = str.maketrans({**ARABIC_VARIANTS, **_TYPOGRAPHY, **_FULL_WIDTH, **_DIGITS, **_SPACES})
_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]+")
_BLANKS = re.compile(r"\s+")
WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60"
_WIDE = re.compile(f"[{WIDE}]")


def level(text: str) -> str:
    """Variants of one letter made equal, every position kept."""
    return text.translate(_LEVEL)


def fold(text: str) -> str:
    """Give a form to compare whole phrases by: no case, no vowel marks, single blanks."""
    return _BLANKS.sub(" ", _MARKS.sub("", level(text))).strip().casefold()


def width(text: str) -> int:
    """Columns on a page: a Chinese letter takes two."""
    return len(text) + len(_WIDE.findall(text))


def is_wide(letter: str) -> bool:
    return bool(_WIDE.match(letter))


def is_lower(letter: str) -> bool:
    return unicodedata.category(letter) == "Ll"


def squeeze(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
