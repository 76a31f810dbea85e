"""The words of the summary, one table per language: evidence, reviewed, never machine-translated.

To change what a tally sentence says, change the table of its language here; phrasing.py fills it.
``wording_in(language)`` gives a table.
"""

from app.domain.wording.ar import ARABIC
from app.domain.wording.en import ENGLISH
from app.domain.wording.es import SPANISH
from app.domain.wording.fr import FRENCH
from app.domain.wording.ru import RUSSIAN
from app.domain.wording.table import Wording
from app.domain.wording.zh import CHINESE

WORDINGS: dict[str, Wording] = {
    table.language: table for table in (ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN, SPANISH)
}


def wording_in(language: str) -> Wording:
    return WORDINGS[language]
