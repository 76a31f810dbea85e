"""The words of the pages, by language: catalogues in app/data/locale, read once at start.

The words of the summary are evidence and live in app/domain/wording instead.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).parents[1] / "data" / "locale"


@cache
def translations(language: str) -> NullTranslations:
    """Give the catalogue of a language; English is the text in the templates."""
    path = CATALOGUES / f"{language}.po"
    if not path.exists():
        return NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


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
