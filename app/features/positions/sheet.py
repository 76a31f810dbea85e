"""A delegation's answers as a file: the page that offers it, and all that goes into it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.db.models import Question
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.answer_sheet import key_of, version_of
from app.domain.position import GENERAL, Cell, Statement
from app.domain.proceedings import in_language
from app.features.positions.cells import Held
from app.features.positions.queries import Desk, Heading, get_desk, heading_of, list_held
from app.features.positions.sheet_words import Vocabulary
from app.formats.answer_sheet import Sheet, SheetCell


@dataclass(frozen=True)
class SheetPage:
    """Where the files are downloaded and sent back (positions/sheet.html)."""

    heading: Heading
    cells: int
    refusal: permissions.Refusal


def sheet_page(db: Session, actor: Actor, slug: str) -> SheetPage:
    desk = get_desk(db, actor, slug)
    return SheetPage(heading_of(desk), len(desk.cells), desk.drafting_refusal(actor))


def get_sheet(db: Session, actor: Actor, slug: str, words: Vocabulary) -> Sheet:
    """Give all the cells as they are held now: the draft where there is one."""
    desk = get_desk(db, actor, slug)
    held = list_held(db, desk.seat.id)
    labels = {each.number: labels_of(each, words) for each in desk.questions}
    cells = tuple(
        _cell(desk, cell, held.get(cell, Held()), labels[cell.question], words)
        for cell in desk.cells
    )
    sheet = Sheet(
        lang=words.lang,
        title=": ".join(in_language(n, words.lang) for n in (desk.seat.names, desk.briefing.title)),
        marking=words.markings.get(desk.briefing.origin.marking, ""),
        words=words.sheet,
        languages=words.languages,
        questions={each.number: in_language(each.text, words.lang) for each in desk.questions},
        cells=cells,
    )
    db.rollback()  # what is slow comes after: no lock is held while the file is written
    return sheet


def key_in(desk: Desk, cell: Cell) -> str:
    return key_of(desk.briefing.slug, desk.seat.code, cell)


def statement_held(held: Held) -> Statement | None:
    """Give what a writer would go on from."""
    row = held.begun
    return Statement(row.assessment, row.text, row.language) if row else None


def labels_of(question: Question, words: Vocabulary) -> Mapping[str, str]:
    """Give each code of a scale a label that no other has."""
    labels = {value["code"]: in_language(value["label"], words.lang) for value in question.scale}
    labels |= words.off_scale
    often = Counter(label.strip().casefold() for label in (*labels.values(), words.sheet.none))
    return {
        code: f"{label} ({code})" if often[label.strip().casefold()] > 1 else label
        for code, label in labels.items()
    }


def _cell(
    desk: Desk, cell: Cell, held: Held, labels: Mapping[str, str], words: Vocabulary
) -> SheetCell:
    statement = statement_held(held)
    return SheetCell(
        key=key_in(desk, cell),
        version=version_of(statement),
        question=cell.question,
        mission=words.general if cell.mission == GENERAL else cell.mission,
        choices=labels,
        statement=statement or Statement(None, "", words.lang),
        status=words.statuses[held.status],
    )
