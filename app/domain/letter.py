"""The letter a presidency transmits its summary with: who signs it, when, and what it may add.

What it says is the same for all (wording/letters.py); covering.py puts it into words.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.errors import Invalid

LONGEST_NAME = 120
LONGEST_OPENING = 1_000
AHEAD = timedelta(days=31)  # of today, at most: a letter is dated when it goes out
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


@dataclass(frozen=True)
class Days:
    """What the date of a letter is measured by, each as a day in New York."""

    meeting: date | None
    closed: date | None
    deadline: date | None  # until when delegations check the last draft
    today: date


def check_day(day: date, days: Days) -> None:
    """Raise Invalid where a letter would be dated before what it transmits, or out of sight."""
    refusal = None
    if days.meeting and day < days.meeting:
        refusal = "A summary is transmitted after its meeting."
    elif days.closed and day < days.closed:
        refusal = (
            f"The briefing was closed on {_said(days.closed)}; choose that day or a later one."
        )
    elif days.deadline and day < days.deadline:
        refusal = f"Delegations have until {_said(days.deadline)}; choose that day or a later one."
    elif day > days.today + AHEAD:
        refusal = f"Choose a day not after {_said(days.today + AHEAD)}."
    if refusal:
        raise Invalid(refusal, where="transmitted_on")


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


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
