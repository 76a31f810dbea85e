"""What a brief prints, line by line, for the page, the PDF and the DOCX alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.brief import Brief, BriefMission
from app.domain.position import GENERAL
from app.domain.wording import wording_in
from app.formats.brief_rooms import Room
from app.formats.brief_words import BRIEF_WORDS, BriefWords


@dataclass(frozen=True)
class Facts:
    """What a brief says of the briefing it comes from."""

    language: str
    title: str
    marking: str  # demonstration, rehearsal or nothing
    issued_at: datetime | None  # None: a draft
    meeting_date: date | None
    presidency: str
    note_symbol: str
    symbol: str  # of the summary, once it is given
    seats: Mapping[str, str]  # code -> name
    earlier: Mapping[str, str]  # slug -> what to call that briefing


@dataclass(frozen=True)
class Row:
    label: str
    note: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    numbers: tuple[int, ...]  # of the questions
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class RequestLine:
    mission: str
    text: str
    owner: str  # nothing where all of a group have the same, or none
    source: str


@dataclass(frozen=True)
class RequestGroup:
    """Requests to the Secretary-General, to others, to nobody that is named."""

    title: str
    lines: tuple[RequestLine, ...]
    has_owners: bool
    is_empty: bool  # there is none, printed or not


@dataclass(frozen=True)
class PrintedBrief:
    language: str
    title: str
    about: tuple[str, ...]
    status: str
    marking: str  # draft, rehearsal, demonstration, or nothing: on every page
    tables: tuple[Table, ...]
    folded: tuple[str, ...]  # missions without a row: nobody assessed any of their cells
    unassessed: str  # a line that names those
    changed_note: str
    changed: tuple[tuple[str, str], ...]  # mission, what changed
    requests: tuple[RequestGroup, ...]
    further: tuple[tuple[str, str], ...]  # mission, where the rest stands
    notes: tuple[str, ...]
    words: BriefWords
    size: float


class Lines:
    """What all parts of a brief are worded with."""

    def __init__(self, brief: Brief, facts: Facts, room: Room) -> None:
        self.brief, self.facts, self.room = brief, facts, room
        self.words = BRIEF_WORDS[facts.language]
        self.wording = wording_in(facts.language)

    def label(self, one: BriefMission) -> str:
        return self.wording.headings["general"] if one.acronym == GENERAL else one.acronym

    def names(self, codes: Sequence[str]) -> str:
        return self.wording.list_comma.join(self.facts.seats[code] for code in codes)

    def paragraphs(self, numbers: Sequence[int]) -> str:
        """Name paragraphs, neighbours by the first and the last of them."""
        runs: list[list[int]] = []
        for number in sorted(numbers):
            if runs and number == runs[-1][-1] + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        said = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
        template = self.words.paragraph if len(numbers) == 1 else self.words.paragraphs
        return template.format(n=self.wording.list_comma.join(said)).replace(" ", "\u00a0", 1)
