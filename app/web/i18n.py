"""The six languages as pages name and set them; their words are in app/data/catalogues.py."""

LANGUAGE_NAMES = {  # each in its own words, in the order of the United Nations
    "ar": "العربية",
    "zh": "中文",
    "en": "English",
    "fr": "Français",
    "ru": "Русский",
    "es": "Español",
}


COMMAS = {"ar": "، ", "zh": "，"}  # between two things said of one
LIST_COMMAS = {"ar": "، ", "zh": "、"}  # between things of a kind


def direction(language: str) -> str:
    return "rtl" if language == "ar" else "ltr"


def comma(language: str) -> str:
    return COMMAS.get(language, ", ")


def list_comma(language: str) -> str:
    return LIST_COMMAS.get(language, ", ")
