"""How a text is read when words are looked for in it: one spelling, whole words."""

import re
import unicodedata

_TASHKEEL = {*range(0x064B, 0x0653), 0x0640, 0x0670}  # and the tatweel, which only stretches
_SPELLINGS = str.maketrans(
    {"’": "'", "‘": "'", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ё": "е"}
    | {chr(each): None for each in _TASHKEEL}
)

_FOREIGN = {  # letters that a text in a language has no use for, as they look like others
    "latin": re.compile(r"[\u0370-\u052f\u0590-\u06ff\u3400-\u9fff]"),
    "ru": re.compile(r"[\u0370-\u03ff\u0590-\u06ff\u3400-\u9fff]|[a-z](?=[\u0400-\u04ff])"),
    "ar": re.compile(r"[\u0370-\u052f\u3400-\u9fff]"),
    "zh": re.compile(r"[\u0370-\u052f\u0590-\u06ff]"),
}


def fold(text: str) -> str:
    """Leave of a text what makes one word another; patterns are folded the same way."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_SPELLINGS)


def whole(words: str, language: str) -> str:
    """Match whole words; Chinese has no edges, Arabic joins small words to the front."""
    if language == "zh":
        return f"(?:{words})"
    joined = r"(?:[وفبلك]|ال|لل)*" if language == "ar" else ""
    return rf"(?<!\w){joined}(?:{words})(?!\w)"


def is_foreign(text: str, language: str) -> bool:
    """Tell whether a text holds letters of a script its language is not written in."""
    return _FOREIGN.get(language, _FOREIGN["latin"]).search(fold(text)) is not None
