"""What the templates of one sentence are given, with what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.echoes import Echo
from app.domain.marks import Mark
from app.domain.permissions import Refusal
from app.features.summaries.pages import Head
from app.formats.differences import Change, changes

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Translated:
    """What somebody at the desk found a revision to say, in the language of the page."""

    text: str
    by: str
    at: datetime
    number: int


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
    translated: Translated | None = None

    @property
    def text(self) -> str:
        return "".join(self.words)


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
class FormerWords:
    """What was confirmed for a point under a sentence that is gone; ``field`` takes it again."""

    field: str  # "wording", or "text" for a whole sentence
    key: str  # of that sentence
    text: str

    @property
    def mark(self) -> str:
        return f"{self.field}:{self.key}"


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
    done: str = ""  # what has just been done, as the page is asked to say
    former: tuple[FormerWords, ...] = ()  # of its points, before they were grouped otherwise

    @property
    def edit_changes(self) -> tuple[Change, ...]:
        """Lead from the computed form of today to the edit."""
        return changes(self.computed, self.edited) if self.edited is not None else ()

    def used(self, mark: str) -> dict[str, str]:
        """Give the former words asked for, in the field they would be confirmed in again."""
        return {each.field: each.text for each in self.former if each.mark == mark}

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


@dataclass(frozen=True, slots=True)
class TranslationPage:
    """Translating a revision for the desk (summaries/translation.html)."""

    head: Head
    reading: Reading
    then: str  # key of the sentence to go back to
    drafting: Refusal
    mine: str | None = None  # what was typed while somebody else translated it

    @property
    def standing(self) -> str:
        return self.reading.translated.text if self.reading.translated else ""

    @property
    def seen(self) -> int:
        return self.reading.translated.number if self.reading.translated else 0

    @property
    def changes(self) -> tuple[Change, ...]:
        return changes(self.standing, self.mine or "")
