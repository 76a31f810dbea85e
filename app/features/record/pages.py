"""What the templates of a record are given: one frozen object a page.

Addresses within a record are paths below its summary, without a leading slash: its pages lead to
each other wherever they lie, under a number of a release or on a server of files.
"""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.attribution import Attribution
from app.domain.proceedings import Standing
from app.features.record.checks import Check
from app.features.record.corrections import CorrectionView
from app.features.record.references import Reference
from app.features.record.views import CellView, GroupView, QuestionView, SentenceView


@dataclass(frozen=True)
class Link:
    label: str
    path: str
    note: str = ""


@dataclass(frozen=True)
class Download:
    label: str
    path: str
    size: int  # bytes


@dataclass(frozen=True)
class RecordFrame:
    """What every page of one record shows around its content, in one language."""

    slug: str
    title: str
    language: str
    meeting_date: date | None
    presidency: str | None
    symbol: Reference | None
    attribution: Attribution
    marking: str  # demonstration, rehearsal or nothing
    issued_at: datetime
    questions: tuple[Link, ...]
    missions: tuple[Link, ...]
    members: tuple[Link, ...]
    references: tuple[Reference, ...]
    downloads: tuple[Download, ...]
    calendar: str  # the path of the meeting's calendar file; empty where no day is known
    corrections: tuple[CorrectionView, ...]  # newest first

    @property
    def has_numbers(self) -> bool:
        return self.attribution is not Attribution.NON_ATTRIBUTED


@dataclass(frozen=True)
class Table:
    """Missions down, questions across: a register at a glance, and the way into it."""

    columns: tuple[Link, ...]
    rows: tuple["TableRow", ...]


@dataclass(frozen=True)
class TableRow:
    label: str
    note: str
    path: str  # empty where no mission is spoken of
    cells: tuple[CellView | None, ...]


@dataclass(frozen=True)
class SummaryPage:
    """The summary, with an anchor for every sentence (record/show.html).

    The anchor of a sentence whose words stand elsewhere is beside the link that leads there.
    """

    frame: RecordFrame
    opening: tuple[SentenceView, ...]
    questions: tuple[QuestionView, ...]
    table: Table
    shape: "Shape"
    not_reflected: tuple[str, ...]
    groups: tuple[GroupView, ...]  # declared before opening; empty where nobody is named


@dataclass(frozen=True)
class Shape:
    """What a summary's own page has room for; the rest stands where its table leads."""

    overview: bool  # part I, else on the pages of its questions
    register: bool  # part II, else on the pages of its cells
    marks: bool  # the seats of each cell, where numbers are given


@dataclass(frozen=True)
class GlancePage:
    """How members assessed each mission; not made where no numbers are given (glance.html)."""

    frame: RecordFrame
    table: Table
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True)
class QuestionPage:
    """One guiding question: part I of it, and each mission at a glance (record/question.html)."""

    frame: RecordFrame
    question: QuestionView


@dataclass(frozen=True)
class CellPage:
    """All that the register says of one mission on one question (record/cell.html)."""

    frame: RecordFrame
    question: QuestionView
    cell: CellView


@dataclass(frozen=True)
class MissionPage:
    """One mission over all questions (record/mission.html)."""

    frame: RecordFrame
    acronym: str
    name: str
    mandate_expires: date | None
    overview: tuple[SentenceView, ...]  # of part I, those that speak of it
    questions: tuple[tuple[QuestionView, CellView], ...]


@dataclass(frozen=True)
class MemberPage:
    """What one delegation is named in; nothing is inferred about it (record/member.html).

    Of a delegation named often, each question's sentences stand on a page below this one.
    """

    frame: RecordFrame
    name: str
    standing: Standing
    sentences: tuple[tuple[QuestionView, tuple[SentenceView, ...]], ...]
    path: str
    is_whole: bool
    above: str = ""  # of a page of one question: the delegation's own


@dataclass(frozen=True)
class SentencePage:
    """One sentence for good: its words, and how anybody checks them (record/check.html)."""

    frame: RecordFrame
    sentence: SentenceView
    check: Check


@dataclass(frozen=True)
class GapPage:
    """What is the same around every sentence, with gaps for what is not (record/sentence.html)."""

    frame: RecordFrame
    number: str
    description: str
    body: str


@dataclass(frozen=True)
class ChangesPage:
    """What corrigenda changed, sentence by sentence (record/changes.html)."""

    frame: RecordFrame
