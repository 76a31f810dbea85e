"""What the templates are given before the presidency circulates, issues or publishes."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.letter import Letter
from app.domain.permissions import Refusal
from app.domain.silence import Manner, Stage
from app.features.summaries.pages import CirculationLine, GateLine, Head, ReleaseLine


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A proposal that holds up the issue: nobody has answered it, or the text does not say it."""

    name: str
    language: str  # of the text that is to say it
    number: int | None  # of the paragraph; none: the sentence has left the text
    waits: bool


@dataclass(frozen=True, slots=True)
class DeadlinePage:
    """Before circulating (summaries/ask_deadline.html)."""

    head: Head
    gates: tuple[tuple[str, tuple[GateLine, ...]], ...]  # by language
    circulation: CirculationLine | None
    circulating: Refusal
    manners: tuple[Manner, ...]  # silence alone, once a draft was under it
    points: tuple[tuple[str, int, str], ...]  # key, number and text: one may ask for stances
    asked: tuple[str, ...]  # keys of those asked about when it was last circulated
    unsettled: tuple[Unsettled, ...]

    @property
    def is_ready(self) -> bool:
        return all(gate.passed for _, gates in self.gates for gate in gates)


@dataclass(frozen=True, slots=True)
class ActLine:
    """One officer's act of issuing one text."""

    name: str
    at: datetime
    hash: str
    stands: bool  # for the text as it is now


@dataclass(frozen=True, slots=True)
class IssuePage:
    """Before issuing (summaries/ask_issue.html)."""

    head: Head
    hash: str
    gates: tuple[tuple[str, tuple[GateLine, ...]], ...]
    circulation: CirculationLine
    is_as_circulated: bool
    letter: Letter | None  # goes out with it, though delegations were not given it
    acts: tuple[ActLine, ...]
    issuing: Refusal
    again: Refusal
    email: str  # whose password is asked for, as browsers keep it
    unsettled: tuple[Unsettled, ...]

    @property
    def is_ready(self) -> bool:
        passed = all(gate.passed for _, gates in self.gates for gate in gates)
        unbroken = self.circulation.silence in {None, Stage.NOT_OBJECTED}
        ready = passed and self.circulation.is_over and self.is_as_circulated and unbroken
        return ready and not self.unsettled


@dataclass(frozen=True, slots=True)
class FileLine:
    language: str
    path: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PublishPage:
    """Before publishing (summaries/ask_publish.html)."""

    head: Head
    meeting_date: date | None
    release: ReleaseLine
    files: tuple[FileLine, ...]
    publishing: Refusal
    too_early: Refusal
    email: str
