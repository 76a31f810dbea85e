"""The letter a presidency transmits its summary with: who signs it, when, and what it may add.

What it says is the same for all (wording/letters.py); covering.py puts it into words.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.errors import Invalid

LONGEST_NAME = 120
LONGEST_OPENING = 1_000
# As the Secretariat gives them: S/2017/105, A/72/926–S/2018/669, S/2017/105/Corr.1.
_SYMBOL = re.compile(r"(?:A/\d{1,3}/\d{1,4}[–-])?S/\d{4}/\d{1,4}(?:/(?:Add|Corr|Rev)\.\d{1,2})?")


class Role(StrEnum):
    """In which office somebody signs for a mission."""

    PERMANENT_REPRESENTATIVE = "permanent_representative"
    CHARGE_DAFFAIRES = "charge_daffaires"


class Addressee(StrEnum):
    SECRETARY_GENERAL = "secretary_general"
    PRESIDENT_OF_THE_COUNCIL = "president_of_the_council"


@dataclass(frozen=True)
class Letter:
    """``openings`` are the presidency's own sentences, by language; ``state`` is whom it is of.

    ``state`` is the presiding State as it stands after "of" in each language.
    """

    signatory: str
    role: Role
    is_feminine: bool  # the office, in languages that name it by who holds it
    addressee: Addressee
    transmitted_on: date
    openings: Mapping[str, str]
    state: Mapping[str, str]

    def to_json(self) -> dict[str, object]:
        """Give what two people issue when they issue it, for the hash of their text."""
        return {
            "signatory": self.signatory,
            "role": self.role.value,
            "feminine": self.is_feminine,
            "addressee": self.addressee.value,
            "transmitted_on": self.transmitted_on.isoformat(),
            "openings": dict(self.openings),
            "state": dict(self.state),
        }


def read_symbol(typed: str) -> str | None:
    """Give a document symbol as it was assigned, None for none; else raise Invalid."""
    symbol = "".join(typed.split())
    if not symbol:
        return None
    if not _SYMBOL.fullmatch(symbol):
        raise Invalid(
            "Enter the symbol as the Secretariat assigned it, like S/2017/105.", where="symbol"
        )
    return symbol
