"""Where a position is taken, and what it says."""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import Invalid

GENERAL = "ALL"  # the mission of a cell that concerns no single mission

NO_POSITION = "no_position"
AWAITING_INSTRUCTIONS = "awaiting_instructions"
NOTHING_SUBMITTED = "nothing_submitted"
OFF_SCALE = (NO_POSITION, AWAITING_INSTRUCTIONS)  # may be chosen on every scale
SILENT = (*OFF_SCALE, NOTHING_SUBMITTED)  # the kinds of nothing, never counted as a value

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")  # the order the United Nations lists them in
MAX_TEXT = 20_000

# Characters that hide: overrides of direction, zero-width marks that could fingerprint a text,
# controls, and what no XML can hold. Left-to-right marks and isolates stay: Arabic needs them.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff\u202a-\u202e\ud800-\udfff"
    "\ufffe\uffff\U000e0000-\U000e007f]"
)


class PointKind(StrEnum):
    VIEW = "view"
    PROPOSAL = "proposal"
    CONDITION = "condition"
    CONCERN = "concern"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class Cell:
    """One guiding question asked about one mission, or in general."""

    question: int
    mission: str = GENERAL


@dataclass(frozen=True, slots=True)
class Point:
    """One thing said in a text: text[start:end], in code points."""

    start: int
    end: int
    kind: PointKind = PointKind.VIEW


@dataclass(frozen=True, slots=True)
class Statement:
    """What a delegation says in a cell: an assessment, a text in one language, or both."""

    assessment: str | None
    text: str
    language: str

    @property
    def is_empty(self) -> bool:
        return self.assessment is None and not self.text.strip()


def check_statement(statement: Statement, scale: frozenset[str] | set[str]) -> Statement:
    """Return the statement if it may stand on the record, else raise Invalid naming the field."""
    if statement.assessment is not None and statement.assessment not in {*scale, *OFF_SCALE}:
        raise Invalid(f"“{statement.assessment}” is not on this scale.", where="assessment")
    if statement.is_empty:
        raise Invalid("Choose an assessment or write a text.", where="text")
    check_text(statement.text, statement.language)
    return statement


def check_text(text: str, language: str) -> None:
    """Raise Invalid unless the text can be kept exactly as it stands."""
    if language not in LANGUAGES:
        raise Invalid(f"“{language}” is not one of {', '.join(LANGUAGES)}.", where="language")
    if len(text) > MAX_TEXT:
        raise Invalid(f"Shorten the text to {MAX_TEXT} characters.", where="text")
    if hidden := find_hidden(text):
        raise Invalid(hidden, where="text")


def find_hidden(text: str) -> str | None:
    """Say which character of a text hides, if one does."""
    hidden = _HIDDEN.search(text)
    if hidden is None:
        return None
    return f"Character {hidden.start() + 1} is invisible (U+{ord(hidden.group()):04X}); remove it."


def without_hidden(text: str) -> str:
    """Take out the characters that hide, as they come along with pasted text."""
    return _HIDDEN.sub("", text)


def check_points(points: tuple[Point, ...], text: str) -> None:
    """Raise Invalid unless the points are in order, apart and inside the text."""
    reached = 0
    for index, point in enumerate(points):
        where = f"points[{index}]"
        if not reached <= point.start < point.end <= len(text):
            raise Invalid("start and end must lie in the text, in order, apart.", where=where)
        if not text[point.start : point.end].strip():
            raise Invalid("the point holds only spaces.", where=where)
        reached = point.end
