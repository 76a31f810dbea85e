"""What the templates of corrigenda are given: one frozen object a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.permissions import Refusal
from app.features.summaries.pages import GateLine, Head, ReleaseLine
from app.features.summaries.pages_acts import ActLine
from app.formats.differences import Change

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A sentence as issued and as corrected; ``key`` leads to it at the presidency's desk."""

    number: int
    key: str
    pieces: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class CorrigendumLine:
    number: int | None  # none once it is abandoned
    reason: str
    language: str  # of the reason
    opened_at: datetime
    told_at: datetime | None
    told_until: datetime | None
    issued_at: datetime | None
    abandoned_at: datetime | None


@dataclass(frozen=True, slots=True)
class OpenView:
    """The corrigendum that is open, with the text of this moment."""

    line: CorrigendumLine
    changes: tuple[ChangedLine, ...] = ()  # in the language of the page
    changed: tuple[tuple[str, int], ...] = ()  # how many sentences, by language
    gates: tuple[tuple[str, tuple[GateLine, ...]], ...] = ()
    hash: str = ""
    is_told: bool = False  # exactly this text
    is_over: bool = False  # the time delegations were given
    acts: tuple[ActLine, ...] = ()
    again: Refusal = None  # why this person may not issue it
    email: str = ""
    fault: Refusal = None  # why this text is no corrigendum at all

    @property
    def is_ready(self) -> bool:
        """Tell whether it may be told of: something has changed, and every gate lets it out."""
        passed = all(gate.passed for _, gates in self.gates for gate in gates)
        return self.fault is None and passed and any(count for _, count in self.changed)


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The presidency's page (corrigenda/show.html)."""

    head: Head
    release: ReleaseLine
    issued: tuple[CorrigendumLine, ...]
    open: OpenView | None


@dataclass(frozen=True, slots=True)
class ToldPage:
    """What delegations are told of a corrigendum (corrigenda/told.html)."""

    head: Head
    line: CorrigendumLine
    changes: tuple[ChangedLine, ...]
    is_over: bool
