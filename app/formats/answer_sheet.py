"""A delegation's cells as a file, out and back: what each row carries whatever the format."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.errors import Invalid
from app.domain.position import LANGUAGES, Statement

FAMILY = "horseshoe.positions/"
TEMPLATE = f"{FAMILY}1"  # raised when a file made before could no longer be read
FIELDS = ("assessment", "language", "text")


@dataclass(frozen=True)
class SheetCell:
    """One cell to be filled in. ``choices`` are the codes of its scale with their labels."""

    key: str
    version: str
    question: int
    mission: str
    choices: Mapping[str, str]
    statement: Statement
    status: str

    @property
    def chosen(self) -> str:
        """The label of the assessment; empty where there is none."""
        code = self.statement.assessment
        return self.choices.get(code, code) if code else ""


@dataclass(frozen=True)
class SheetWords:
    """The words around the cells, in the language of whoever asked for the file."""

    tab: str
    instructions: tuple[str, ...]
    question: str
    mission: str
    assessment: str
    language: str
    text: str
    status: str
    none: str  # what is chosen where there is no assessment
    off_list: str
    left_out: str


@dataclass(frozen=True)
class Sheet:
    """All the cells of one delegation in one briefing."""

    lang: str
    title: str
    marking: str  # what a demonstration or a rehearsal says of itself; else empty
    words: SheetWords
    languages: Mapping[str, str]
    questions: Mapping[int, str]
    cells: tuple[SheetCell, ...]

    @property
    def opening(self) -> tuple[str, ...]:
        """The lines between the title and the cells."""
        return tuple(filter(None, (self.marking, *self.words.instructions)))

    @property
    def tag(self) -> str:
        return f"{TEMPLATE}/{self.lang}"


@dataclass(frozen=True)
class ReturnedRow:
    """A row as it came back, in labels; ``faults`` says by field what could not be read."""

    place: str
    key: str
    version: str
    assessment: str = ""
    language: str = ""
    text: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Returned:
    """What came back. ``lang`` is the language of its labels."""

    kind: str
    lang: str
    rows: tuple[ReturnedRow, ...]


def lang_of(tag: str) -> str:
    """Give the language of a file's labels; a file of another making is refused."""
    template, _, lang = tag.rpartition("/")
    if template != TEMPLATE or lang not in LANGUAGES:
        raise Invalid(
            "The file was made by another version of this site. "
            "Please download it again and copy your answers into the new one."
        )
    return lang
