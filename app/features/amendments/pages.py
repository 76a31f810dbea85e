"""What the templates of amendments are given: one frozen object a page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.amendments import Action, Disposition
from app.domain.permissions import Refusal
from app.features.mirror.pages import Typed
from app.features.summaries.pages import CirculationLine, Head
from app.formats.differences import Change

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ProposalPlace:
    """Where the presidency finds a proposal; ``language`` is the page's own."""

    slug: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    words: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ProposalView:
    """One proposal, as its delegation and the presidency read it."""

    name: str  # for the presidency alone: of the mirror's, numbers count through the briefing
    number: int
    owner: Names
    is_mirrored: bool  # a wording proposed where the sentence counts its delegation
    action: Action
    numbers: tuple[int, ...]  # of its paragraphs, while the draft still says what was read
    said: str
    text: str
    after: str | None  # the sentence it should follow; none: to the front
    reason: str
    language: str
    pieces: tuple[Change, ...]
    by: str
    at: datetime
    circulation: int
    disposition: Disposition
    decision: DecisionView | None

    @property
    def is_stale(self) -> bool:
        return not self.numbers


@dataclass(frozen=True, slots=True)
class IndexPage:
    """What a delegation proposed, and what became of it (amendments/index.html)."""

    head: Head
    circulation: CirculationLine
    proposals: tuple[ProposalView, ...]
    proposing: Refusal
    withdrawing: Refusal
    typed: Typed | None = None

    def with_typed(self, typed: Typed) -> "IndexPage":
        return replace(self, typed=typed)


@dataclass(frozen=True, slots=True)
class SentencePage:
    """A sentence of the draft, and the form of a proposal on it (amendments/sentence.html)."""

    head: Head
    circulation: CirculationLine
    id: str
    numbers: tuple[int, ...]
    text: str
    counts_us: bool
    places: tuple[tuple[str, str], ...]  # id and first words of what it may be moved behind
    proposals: tuple[ProposalView, ...]  # ours, on this sentence
    proposing: Refusal


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """Every proposal and its disposition (amendments/register.html)."""

    head: Head
    circulation: CirculationLine
    proposals: tuple[ProposalView, ...]

    @property
    def pending(self) -> int:
        return sum(each.disposition is Disposition.PENDING for each in self.proposals)


@dataclass(frozen=True, slots=True)
class TextNow:
    """The sentence as the presidency's text has it at this moment."""

    key: str
    number: int
    text: str
    computed: str
    edited: str
    is_applied: bool  # it says what was accepted
    resulting: str  # as it would read with the words accepted


@dataclass(frozen=True, slots=True)
class ShowPage:
    """One proposal to decide on, and to put into the text (amendments/show.html)."""

    head: Head
    circulation: CirculationLine
    proposal: ProposalView
    now: TextNow | None  # none: the sentence has left the text
    elsewhere: tuple[str, ...]  # languages in which the text is to follow
    deciding: Refusal
    drafting: Refusal

    @property
    def is_accepted(self) -> bool:
        return self.proposal.disposition in {Disposition.ACCEPTED, Disposition.MODIFIED}
