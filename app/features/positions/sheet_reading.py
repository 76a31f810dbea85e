"""From an uploaded file to answers: whose cells they are, what they say, what is at fault."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.domain import permissions
from app.domain.actor import Actor
from app.domain.answer_sheet import single_line_ends
from app.domain.errors import Invalid
from app.domain.position import LANGUAGES, Cell, Statement, check_text
from app.features.positions.queries import Desk, get_desk
from app.features.positions.sheet import key_in, labels_of
from app.features.positions.sheet_words import Vocabulary
from app.formats.answer_sheet import Returned, ReturnedRow
from app.formats.returned_sheet import returned_sheet

FOREIGN = "This row belongs to another delegation or another briefing."
UNLISTED = "“{}” is not in the list. Choose from it."
TWICE = "This cell stands in the file more than once. Please keep one of them."
STRANGE = (
    "The file was downloaded for another delegation or another briefing. "
    "Please download your own and copy your answers into it."
)


@dataclass(frozen=True)
class Answer:
    """One row as it came back. ``seen`` is the version of the cell its writer had begun from."""

    place: str  # the number of its row; empty where rows have none
    cell: Cell | None
    seen: str
    statement: Statement
    faults: Mapping[str, str]  # field -> what is wrong and how it is mended


def read_answers(
    db: Session,
    actor: Actor,
    slug: str,
    file: tuple[str, bytes] | None,
    vocabulary: Callable[[str], Vocabulary],
) -> tuple[Answer, ...]:
    """Read the file of whoever may write now; no lock is held while the child reads it."""
    permissions.require(get_desk(db, actor, slug).drafting_refusal(actor))
    if file is None:
        raise Invalid("Choose the file you filled in.", where="file")
    db.rollback()
    try:
        returned = returned_sheet(file[1], file[0])
    except Invalid as error:
        raise Invalid(error.reason, where="file") from error
    return _answers(get_desk(db, actor, slug), returned, vocabulary(returned.lang))


@dataclass(frozen=True)
class Labels:
    """What each label in a file stands for: codes by question, languages by name."""

    scales: Mapping[int, Mapping[str, str | None]]
    languages: Mapping[str, str]

    @classmethod
    def of(cls, desk: Desk, words: Vocabulary) -> "Labels":
        scales = {each.number: _codes(labels_of(each, words), words) for each in desk.questions}
        return cls(scales, {_folded(name): code for code, name in words.languages.items()})

    def statement(self, row: ReturnedRow, cell: Cell) -> Statement:
        """Read a row; a label that stands for nothing leaves its place empty."""
        chosen = self.scales[cell.question].get(_folded(row.assessment))
        language = self.languages.get(_folded(row.language), "")
        return Statement(chosen, single_line_ends(row.text), language)

    def faults(self, row: ReturnedRow, cell: Cell) -> dict[str, str]:
        faults = {}
        if _folded(row.assessment) not in self.scales[cell.question]:
            faults["assessment"] = UNLISTED.format(row.assessment[:60])
        if _folded(row.language) not in self.languages:
            faults["language"] = UNLISTED.format(row.language[:60])
        try:
            check_text(single_line_ends(row.text), LANGUAGES[0])
        except Invalid as error:
            faults["text"] = error.reason
        return faults


def _answers(desk: Desk, returned: Returned, words: Vocabulary) -> tuple[Answer, ...]:
    cells = {key_in(desk, cell): cell for cell in desk.cells}
    if not cells.keys() & {row.key for row in returned.rows}:
        raise Invalid(STRANGE, where="file")
    labels = Labels.of(desk, words)
    often = Counter(row.key for row in returned.rows)
    return tuple(
        _answer(row, cells.get(row.key), labels, twice=often[row.key] > 1) for row in returned.rows
    )


def _answer(row: ReturnedRow, cell: Cell | None, labels: Labels, *, twice: bool) -> Answer:
    if cell is None:
        said = Statement(None, row.text, "")
        return Answer(row.place, None, "", said, {"row": FOREIGN, **row.faults})
    faults = {**labels.faults(row, cell), **row.faults}
    if twice:
        faults["row"] = TWICE
    return Answer(row.place, cell, row.version, labels.statement(row, cell), faults)


def _codes(labels: Mapping[str, str], words: Vocabulary) -> dict[str, str | None]:
    """Give the code of each label; a code typed as such is understood too."""
    codes: dict[str, str | None] = {_folded(code): code for code in labels}
    codes |= {_folded(label): code for code, label in labels.items()}
    return codes | {"": None, _folded(words.sheet.none): None}


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
