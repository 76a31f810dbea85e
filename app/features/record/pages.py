"""What the templates of a record are given: one frozen object a page."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.attribution import Attribution
from app.domain.proceedings import Standing
from app.features.record.corrections import (
    CorrectionView,
)
from app.features.record.views import (
    CellView,
    GroupView,
    QuestionView,
    SentenceView,
)


@dataclass(frozen=True)
class Link:
    label: str
    href: str
    note: str = ""


@dataclass(frozen=True)
class Download:
    label: str
    href: str
    size: int  # bytes


@dataclass(frozen=True)
class RecordFrame:
    """What every page of one record shows around its content, in one language."""

    slug: str
    title: str
    language: str
    meeting_date: date | None
    presidency: str | None
    attribution: Attribution
    marking: str  # demonstration, rehearsal or nothing
    issued_at: datetime
    summary_href: str
    questions: tuple[Link, ...]
    missions: tuple[Link, ...]
    members: tuple[Link, ...]
    references: tuple[str, ...]
    downloads: tuple[Download, ...]
    corrections: tuple[CorrectionView, ...]  # newest first


@dataclass(frozen=True)
class SummaryPage:
    """The whole summary (record/show.html)."""

    frame: RecordFrame
    opening: tuple[SentenceView, ...]
    questions: tuple[QuestionView, ...]
    columns: tuple[Link, ...]
    matrix: tuple["MatrixRow", ...]
    not_reflected: tuple[str, ...]
    groups: tuple[GroupView, ...]  # declared before opening; empty where nobody is named


@dataclass(frozen=True)
class MatrixRow:
    label: str
    note: str
    href: str
    cells: tuple[CellView | None, ...]


@dataclass(frozen=True)
class QuestionPage:
    """One guiding question over all missions (record/question.html)."""

    frame: RecordFrame
    question: QuestionView


@dataclass(frozen=True)
class MissionPage:
    """One mission over all questions (record/mission.html)."""

    frame: RecordFrame
    acronym: str
    name: str
    mandate_expires: date | None
    questions: tuple[tuple[QuestionView, CellView], ...]


@dataclass(frozen=True)
class MemberPage:
    """What one delegation is named in; nothing is inferred about it (record/member.html)."""

    frame: RecordFrame
    name: str
    standing: Standing
    sentences: tuple[tuple[QuestionView, tuple[SentenceView, ...]], ...]
