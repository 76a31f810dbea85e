"""What the templates of a summary are given: one frozen object a page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.domain.circulating import TIME_FOR_CAPITALS
from app.domain.echoes import Echo
from app.domain.lifecycle import BriefingState, Origin
from app.domain.marks import Mark
from app.domain.permissions import Refusal
from app.domain.silence import Stage
from app.domain.summary_acts import Act
from app.formats.differences import Change, changes

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
    last: Act | None  # what undoing would take back


@dataclass(frozen=True, slots=True)
class CirculatedPage:
    """The draft as delegations were given it (summaries/circulated.html)."""

    head: Head
    contents: Contents
    circulation: CirculationLine
    is_corrected: bool  # delegations were told of a corrigendum


@dataclass(frozen=True, slots=True)
class Reading:
    """A revision a sentence rests on; ``words`` are cut around the point it words."""

    revision: str
    owner: Names
    question: int
    mission: str
    assessment: Names | None
    off_scale: str | None
    words: tuple[str, str, str]  # before the point, the point, after it
    language: str
    late: bool
    source: str | None
    is_left_out: bool
    stood_in: bool = False  # signed by the Secretariat on its owner's behalf


@dataclass(frozen=True, slots=True)
class Voice:
    """An excerpt that speaks for several delegations of one assessment."""

    owner: Names
    text: str
    language: str
    speaks_for: int


@dataclass(frozen=True, slots=True)
class WordingBox:
    """The presidency's words for what a point says."""

    confirmed: str | None
    suggested: str
    is_impersonal: bool  # or the suggestion still says "we"
    original: tuple[str, str] | None  # the words these render, and their language
    marks: tuple[Mark, ...]  # of what stands in the field
    echoes: tuple[Echo, ...] = ()  # likewise: what leads to one delegation

    @property
    def value(self) -> str:
        return self.suggested if self.confirmed is None else self.confirmed


@dataclass(frozen=True, slots=True)
class SentencePage:
    """One sentence and what it rests on (summaries/sentence.html)."""

    head: Head
    key: str
    number: int
    kind: str
    question: int | None  # where the register shows it
    text: str
    computed: str
    edited: str | None
    edited_from: str | None
    is_stale: bool
    is_contested: bool
    wording: WordingBox | None
    voices: tuple[Voice, ...]
    groups: tuple[str, ...]  # how many of each declared group are counted, in words
    readings: tuple[Reading, ...]
    drafting: Refusal
    rewording: Refusal  # in a corrigendum the words alone may be changed
    pending: int
    next_pending: str | None
    before: str | None  # keys of the neighbours
    after: str | None
    is_narrative: bool = False
    mine: str | None = None  # what was typed while somebody else changed it
    changes: tuple[Change, ...] = ()  # from what stands now to that

    standing: str = ""  # what stands instead

    def beside(self, mine: str, field: str) -> "SentencePage":
        """Give the same page showing what was typed in a field beside what stands there now."""
        is_wording = self.wording is not None and field == "wording"
        worded = self.wording.value if self.wording and is_wording else None
        standing = worded if worded is not None else self.edited or self.computed
        return replace(self, mine=mine, standing=standing, changes=changes(standing, mine))


@dataclass(frozen=True, slots=True)
class ReasonPage:
    """Leaving a revision's words out (summaries/ask_reason.html)."""

    head: Head
    reading: Reading
    sentences: tuple[tuple[int, str], ...]  # number and text of those that would go
    drafting: Refusal
