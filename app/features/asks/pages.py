"""What the pages of the register show: one frozen object a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.asks import AskStatus
from app.domain.lifecycle import Origin
from app.domain.owners import Owner
from app.domain.permissions import Refusal
from app.domain.position import PointKind
from app.domain.proceedings import Names


@dataclass(frozen=True)
class Said:
    """Words, and the language they are in."""

    text: str
    language: str


def said_in(texts: Names, language: str) -> Said:
    """Give a text in a language, else in English, else in the first there is."""
    for each in (language, "en", *texts):
        if each in texts:
            return Said(texts[each], each)
    return Said("", language)


@dataclass(frozen=True)
class Source:
    """The issued summary an ask stands in."""

    slug: str
    title: Names
    meeting_date: date | None
    issued_at: datetime
    is_published: bool
    origin: Origin
    language: str  # of the record to open


@dataclass(frozen=True)
class AskLine:
    reference: str
    kind: PointKind
    mission: str
    question: int
    said: Said
    owner: Owner | None
    paragraph: int
    status: AskStatus
    source: Source


@dataclass(frozen=True)
class Shown:
    """What of the register is shown; it stands in the address."""

    kind: PointKind | None = None
    mission: str | None = None
    status: AskStatus | None = None
    presidency: int | None = None
    page: int = 1

    @property
    def address(self) -> Mapping[str, str]:
        """Give the choice as it stands in an address, without the page."""
        chosen = {
            "kind": self.kind,
            "mission": self.mission,
            "status": self.status,
            "presidency": self.presidency,
        }
        return {name: str(value) for name, value in chosen.items() if value is not None}


@dataclass(frozen=True)
class AsksPage:
    """The register of asks, as far as it is shown (asks/index.html)."""

    lines: tuple[AskLine, ...]
    shown: Shown
    count: int
    pages: int
    missions: tuple[str, ...]
    presidencies: tuple[tuple[int, Names, date], ...]


@dataclass(frozen=True)
class NoteLine:
    status: AskStatus
    note: str
    source: str
    by: str
    at: datetime


@dataclass(frozen=True)
class ActLine:
    symbol: str
    day: date
    line: str
    source: str
    by: str
    at: datetime


@dataclass(frozen=True)
class AskPage:
    """One ask: its sentence, where it stands, what the Council did next (asks/show.html)."""

    line: AskLine
    sentence: Said
    notes: tuple[NoteLine, ...]  # the latest first
    acts: tuple[ActLine, ...]
    refusal: Refusal


@dataclass(frozen=True)
class ReviewLine:
    """A mission, and the day its mandate is next reviewed."""

    acronym: str
    names: Names
    review: date | None
    set_at: datetime  # when the briefing that says so was issued


@dataclass(frozen=True)
class Condition:
    """What one issued summary sets down for a mission: a condition, proposal or request."""

    line: AskLine
    sentence: Said
