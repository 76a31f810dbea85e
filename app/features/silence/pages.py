"""What the templates of silence are given: one frozen object a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.permissions import Refusal
from app.features.summaries.pages import CirculationLine, Head
from app.formats.differences import Change, Kind

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Whose draft is spoken of; ``language`` is the one it is read in."""

    slug: str
    language: str


@dataclass(frozen=True, slots=True)
class ObjectionView:
    """An objection as it arrived; ``pieces`` are the sentence as its delegation would have it."""

    reference: str
    owner: Names
    draft: int
    paragraph: int
    said: str
    pieces: tuple[Change, ...]
    reason: str
    language: str
    by: str
    arrived_at: datetime


@dataclass(frozen=True, slots=True)
class SilencePage:
    """Where silence stands, for the presidency (silence/desk.html)."""

    head: Head
    circulation: CirculationLine
    objections: tuple[ObjectionView, ...]  # newest draft first
    extending: Refusal


@dataclass(frozen=True, slots=True)
class OwnPage:
    """Where silence stands, and a delegation's own objections (silence/show.html)."""

    head: Head
    circulation: CirculationLine
    objections: tuple[ObjectionView, ...]
    breaking: Refusal


@dataclass(frozen=True, slots=True)
class Checked:
    """An objection as it would be sent."""

    paragraph: int
    said: str
    pieces: tuple[Change, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ObjectionPage:
    """Writing an objection, and checking it (silence/objection.html)."""

    head: Head
    circulation: CirculationLine
    breaking: Refusal
    checked: Checked | None = None


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    """An objection that has arrived (silence/receipt.html)."""

    head: Head
    objection: ObjectionView


@dataclass(frozen=True, slots=True)
class Redlined:
    """A paragraph that is not as it was; ``number`` is None where it is gone."""

    number: int | None
    kind: Kind  # SAME: it stayed, with other words
    pieces: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class RedlinePage:
    """What changed since the draft before (silence/redline.html)."""

    head: Head
    circulation: CirculationLine
    before: int
    lines: tuple[Redlined, ...]
    unchanged: int
