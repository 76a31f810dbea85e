"""The language a name is read out in, as far as its letters tell."""

import re

_SCRIPTS = {
    "zh": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}


def language_by_letters(name: str) -> str:
    """Give one of the six; Latin letters, which three of them share, are taken for English."""
    return next((language for language, each in _SCRIPTS.items() if each.search(name)), "en")
