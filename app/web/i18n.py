"""The six languages as pages name and set them; their words are in app/data/catalogues.py."""

LANGUAGE_NAMES = {  # each in its own words, in the order of the United Nations
    "ar": "العربية",
    "zh": "中文",
    "en": "English",
    "fr": "Français",
    "ru": "Русский",
    "es": "Español",
}


def direction(language: str) -> str:
    return "rtl" if language == "ar" else "ltr"
