"""What the templates of a summary are given: one frozen object a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.circulating import TIME_FOR_CAPITALS
from app.domain.lifecycle import BriefingState, Origin
from app.domain.marks import Mark
from app.domain.permissions import Refusal
from app.domain.silence import Stage
from app.domain.undoing import Undoing

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence is found: its briefing, its key, the summary's language."""

    slug: str
    key: str
    language: str


@dataclass(frozen=True, slots=True)
class Head:
    """What every page of a summary begins with; ``language`` is the summary's, not the page's."""

    slug: str
    title: Names
    state: BriefingState
    origin: Origin
    language: str
    languages: tuple[str, ...]
    symbol: str | None

    @property
    def marking(self) -> str:
        return self.origin.marking


@dataclass(frozen=True, slots=True)
class Segment:
    """Some seats of a strip; ``kind`` is a place on the scale or a kind of nothing."""

    kind: str
    label: str  # empty for a kind of nothing: the page has words for those
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence in its place; ``count`` is None where no number may be shown."""

    key: str
    number: int
    text: str
    kind: str
    count: int | None = None
    of: int | None = None
    strip: tuple[Segment, ...] = ()
    computed: str | None = None  # of an edited sentence
    is_stale: bool = False
    is_pending: bool = False
    is_kept: bool = False  # in the band delegations have seen, whatever the count is now
    may_rise: bool = False
    may_sink: bool = False
    marks: tuple[Mark, ...] = ()
    is_narrative: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch under one heading: a mission of the register, or a whole chapter of part I."""

    heading: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One question of one part; its sections are empty while it is only pointed to."""

    question: int | None
    heading: str
    text: str  # of the question
    first: int
    last: int
    pending: int
    edited: int
    stale: int
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    overview_heading: str
    overview: tuple[Chapter, ...]
    register_heading: str
    register: tuple[Chapter, ...]
    question: int | None  # the one asked for


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a gate is shut; with the sentence it concerns, if it concerns one."""

    text: str
    key: str | None = None
    number: int | None = None
    question: int | None = None  # where the register shows it


@dataclass(frozen=True, slots=True)
class GateLine:
    name: str
    passed: bool
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    revisions: int
    cited: int
    points: int
    points_cited: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row of the register of what is not reflected in words."""

    revision: str
    owner: Names
    question: int
    mission: str
    reason: str


@dataclass(frozen=True, slots=True)
class CirculationLine:
    number: int
    circulated_at: datetime
    deadline: datetime
    hash: str
    is_over: bool  # by the database's clock
    left: timedelta | None = None
    silence: Stage | None = None  # None: given for factual corrections

    @property
    def is_short(self) -> bool:
        return self.deadline - self.circulated_at < TIME_FOR_CAPITALS


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    number: int
    hash: str
    issued_at: datetime
    published_at: datetime | None

    @property
    def waits(self) -> bool:
        """Tell whether it has not been published."""
        return self.published_at is None


@dataclass(frozen=True, slots=True)
class SummaryPage:
    """The presidency's desk (summaries/show.html)."""

    head: Head
    contents: Contents
    coverage: Coverage
    gates: tuple[GateLine, ...]
    left_out: tuple[LeftOut, ...]
    pending: int
    next_pending: str | None
    circulation: CirculationLine | None
    proposals: int  # of delegations, that await the presidency
    release: ReleaseLine | None
    drafting: Refusal
    circulating: Refusal
    issuing: Refusal
    publishing: Refusal
    undoing: Undoing


@dataclass(frozen=True, slots=True)
class CirculatedPage:
    """The draft as delegations were given it (summaries/circulated.html)."""

    head: Head
    contents: Contents
    circulation: CirculationLine
    is_corrected: bool  # delegations were told of a corrigendum
