"""A light stemmer for Arabic: what is written in more than one way, and the commonest affixes.

The conjunction و alone is never taken away: too many words begin with it (ولاية, mandate).
"""

_SPELLINGS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه"})
_PREFIXES = ("وال", "بال", "كال", "فال", "ال", "لل")
_SUFFIXES = ("ات", "ان", "ون", "ين", "يه", "ه", "ي")  # ية and ة are written يه and ه by now
_LEFT = 3  # letters at least


def light_stem(word: str) -> str:
    """Give the stem of a word that has neither tashkeel nor tatweel any more."""
    stem = word.translate(_SPELLINGS)
    prefix = next((each for each in _PREFIXES if _leaves(stem, each, stem.startswith(each))), "")
    stem = stem[len(prefix) :]
    while suffix := next(
        (each for each in _SUFFIXES if _leaves(stem, each, stem.endswith(each))), ""
    ):
        stem = stem[: -len(suffix)]
    return stem


def _leaves(stem: str, affix: str, is_there: bool) -> bool:  # noqa: FBT001 - said beside it
    return is_there and len(stem) - len(affix) >= _LEFT
