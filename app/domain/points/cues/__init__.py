"""Cues by language: the turns of speech by which a statement is cut into points."""

from collections.abc import Mapping

from app.domain.points.cues.ar import ARABIC
from app.domain.points.cues.en import ENGLISH
from app.domain.points.cues.es import SPANISH
from app.domain.points.cues.fr import FRENCH
from app.domain.points.cues.ru import RUSSIAN
from app.domain.points.cues.table import Cues
from app.domain.points.cues.zh import CHINESE

CUES: Mapping[str, Cues] = {
    "ar": ARABIC,
    "zh": CHINESE,
    "en": ENGLISH,
    "fr": FRENCH,
    "ru": RUSSIAN,
    "es": SPANISH,
}
