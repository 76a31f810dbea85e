"""What the template of a letter is given."""

from dataclasses import dataclass
from datetime import date

from app.domain.covering import WordedLetter
from app.domain.letter import Addressee, Role
from app.domain.permissions import Refusal
from app.features.summaries.pages import Head


@dataclass(frozen=True, slots=True)
class Written:
    """What the form holds; of a letter not yet written, what it begins with."""

    seen: str = ""  # names the state of the letter that was looked at
    signatory: str = ""
    role: Role = Role.PERMANENT_REPRESENTATIVE
    gender: str = "masculine"
    addressee: Addressee = Addressee.SECRETARY_GENERAL
    transmitted_on: date | None = None
    opening: str = ""  # in the language of the page


@dataclass(frozen=True, slots=True)
class LetterPage:
    """The letter in one language (letters/show.html)."""

    head: Head
    written: Written
    worded: WordedLetter | None
    symbol: str | None
    documents: tuple[tuple[str, str], ...]  # language, kind
    is_issued: bool
    writing: Refusal
    giving_symbol: Refusal


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    media_type: str
    content: bytes
