"""The turns of speech with which a delegation says "we", one table a language."""

from collections.abc import Mapping

from app.domain.impersonal.formulas.ar import ARABIC
from app.domain.impersonal.formulas.en import ENGLISH
from app.domain.impersonal.formulas.es import SPANISH
from app.domain.impersonal.formulas.fr import FRENCH
from app.domain.impersonal.formulas.ru import RUSSIAN
from app.domain.impersonal.formulas.table import Formulas
from app.domain.impersonal.formulas.zh import CHINESE

FORMULAS: Mapping[str, Formulas] = {
    "ar": ARABIC,
    "zh": CHINESE,
    "en": ENGLISH,
    "fr": FRENCH,
    "ru": RUSSIAN,
    "es": SPANISH,
}
