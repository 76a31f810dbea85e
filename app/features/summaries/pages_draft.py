"""What the templates of the drafting desk are given: narrative, history, six languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.permissions import Refusal
from app.domain.renderings import LEFT, SIGNABLE, State
from app.domain.summary_acts import ActKind
from app.domain.undoing import Undoing
from app.features.summaries.pages import Head
from app.formats.differences import Change


@dataclass(frozen=True, slots=True)
class NarrativePage:
    """Before narrative is added (summaries/new_narrative.html)."""

    head: Head
    after: str  # key of the sentence it would follow
    number: int
    text: str  # of that sentence
    drafting: Refusal


@dataclass(frozen=True, slots=True)
class ActLine:
    """One change of the draft; ``changes`` lead from what was there before to what is since."""

    number: int
    kind: ActKind
    language: str
    key: str
    paragraph: int | None  # its number now, if it is still there
    by: str
    at: datetime
    changes: tuple[Change, ...]
    after: str
    takes_back: int | None
    is_taken_back: bool
    is_beside_computed: bool = False  # the changes lead from the computed form, or back to it
    is_current: bool = False  # what it wrote stands
    basis: str = ""  # the computed form of today in its language
    previous: str = ""  # what stands of its kind today

    @property
    def is_of_a_sentence(self) -> bool:
        return self.kind is not ActKind.LEAVE_OUT

    @property
    def may_return(self) -> bool:
        """Tell whether its text can be brought back: words are never confirmed empty."""
        has_words = bool(self.after) or self.kind is ActKind.EDIT
        return bool(self.basis) and has_words and not self.is_current


@dataclass(frozen=True, slots=True)
class GroupingLine:
    """A decision on the points of the cell a sentence belongs to; the workbench has them all."""

    kind: str
    by: str | None
    at: datetime
    points: int


@dataclass(frozen=True, slots=True)
class Heir:
    """A sentence that words today what another worded before the points were grouped otherwise."""

    key: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """What was done to the draft, or to one of its sentences (summaries/history.html)."""

    head: Head
    key: str | None  # of the sentence, if it is one's
    paragraph: int | None
    lines: tuple[ActLine, ...]  # the newest first
    grouping: tuple[GroupingLine, ...]
    cell: tuple[int, str] | None
    older: int | None  # number to go on before
    undoing: Undoing
    withdrawn: bool  # narrative that can be put back
    drafting: Refusal
    rewording: Refusal  # in a corrigendum the words alone may be changed
    heirs: tuple[Heir, ...] = ()  # of a sentence that is gone

    @property
    def shows_last(self) -> bool:
        """Tell whether what undoing would take back or pass over is among the lines."""
        last, passed = self.undoing.act, self.undoing.passed
        mine = {act.number for act in (last, *passed) if act}
        return any(line.number in mine for line in self.lines)


@dataclass(frozen=True, slots=True)
class GonePage:
    """A sentence that is no longer there, and what was typed for it (summaries/gone.html)."""

    head: Head
    key: str
    typed: str
    lines: tuple[ActLine, ...]
    heirs: tuple[Heir, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One sentence in one language."""

    language: str
    text: str
    state: State
    by: str | None
    at: datetime | None
    mark: str  # of its words, as signed off
    key: str = ""

    @property
    def is_signable(self) -> bool:
        return self.state in SIGNABLE

    @property
    def is_left(self) -> bool:
        return self.state in LEFT


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    number: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class LanguagesPage:
    """The whole summary in languages side by side (summaries/languages.html)."""

    head: Head
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    left: Mapping[str, int]  # by language, in the whole summary
    next_left: str | None  # key of the first sentence with something left
    questions: tuple[int, ...]  # to choose from, where not all is shown
    question: int | None


@dataclass(frozen=True, slots=True)
class RenderingsPage:
    """One sentence in every language of its summary (summaries/renderings.html)."""

    head: Head
    key: str
    number: int
    columns: tuple[Column, ...]
    original: str | None  # its language
    original_mark: str
    left: int  # sentences × languages with something left
    next_left: str | None
    drafting: Refusal
