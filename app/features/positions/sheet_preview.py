"""What a file that came back would change, cell by cell, before anything is saved."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from sqlalchemy.orm import Session

from app.domain import permissions
from app.domain.actor import Actor
from app.domain.answer_sheet import RowState, compare, version_of
from app.domain.position import Cell, Statement
from app.features.positions.cells import Held
from app.features.positions.queries import (
    Assessment,
    Desk,
    Heading,
    assessment_of,
    get_desk,
    heading_of,
    list_held,
)
from app.features.positions.sheet import statement_held
from app.features.positions.sheet_reading import Answer
from app.formats.differences import Change, changes

COMPARING = 2.0  # seconds a whole page may spend on finding differing words
SAVABLE = (RowState.CONFLICT, RowState.NEW, RowState.CHANGED)


@dataclass(frozen=True)
class Side:
    """What is said in a cell: in the file, or on the site."""

    assessment: Assessment | None
    text: str
    language: str


@dataclass(frozen=True)
class PreviewRow:
    """One row beside what is held. ``version`` is that of the draft it would replace."""

    answer: Answer
    state: RowState
    file: Side
    held: Side | None = None
    differences: tuple[Change, ...] = ()
    version: int = 0
    seen: str = ""
    is_ticked: bool = False

    @property
    def key(self) -> str:
        return key_to(self.answer.cell) if self.answer.cell else ""

    @property
    def empties(self) -> bool:
        """Tell whether saving would leave nothing where something stands."""
        return self.state in SAVABLE and self.answer.statement.is_empty

    @property
    def carried(self) -> str:
        """The row as JSON, for the page to keep: between upload and saving the server has none."""
        cell, said = self.answer.cell or Cell(0), self.answer.statement
        row = {"question": cell.question, "mission": cell.mission, "place": self.answer.place}
        row |= {"version": self.version, "seen": self.seen, "assessment": said.assessment}
        return json.dumps({**row, "text": said.text, "language": said.language}, ensure_ascii=False)


@dataclass(frozen=True)
class PreviewPage:
    """What saving would do (positions/preview.html)."""

    heading: Heading
    rows: Mapping[RowState, tuple[PreviewRow, ...]]
    refusal: permissions.Refusal

    @property
    def savable(self) -> tuple[PreviewRow, ...]:
        return tuple(chain.from_iterable(self.rows[state] for state in SAVABLE))


def preview_page(
    db: Session,
    actor: Actor,
    slug: str,
    answers: Sequence[Answer],
    *,
    chosen: Collection[str] | None = None,
) -> PreviewPage:
    """Lay the answers beside what is held; ``chosen`` are the keys ticked before, if any were."""
    desk = get_desk(db, actor, slug)
    held = list_held(db, desk.seat.id)
    rows = list(_compared([_row(desk, answer, held, chosen) for answer in answers]))
    return PreviewPage(
        heading=heading_of(desk),
        rows={state: tuple(row for row in rows if row.state is state) for state in RowState},
        refusal=desk.drafting_refusal(actor),
    )


def key_to(cell: Cell) -> str:
    return f"{cell.question}:{cell.mission}"


def _row(
    desk: Desk, answer: Answer, held: Mapping[Cell, Held], chosen: Collection[str] | None
) -> PreviewRow:
    cell, said = answer.cell, answer.statement
    if cell is None or answer.faults:
        return PreviewRow(answer, RowState.ERROR, Side(None, said.text, said.language))
    mine = held.get(cell, Held())
    now = statement_held(mine)
    state = compare(said, answer.seen, now)
    wanted = not said.is_empty if chosen is None else key_to(cell) in chosen
    return PreviewRow(
        answer,
        state,
        file=_side(desk, cell, said),
        held=_side(desk, cell, now) if now else None,
        version=mine.draft.version if mine.draft else 0,
        seen=version_of(now),
        is_ticked=wanted and state in {RowState.NEW, RowState.CHANGED},
    )


def _side(desk: Desk, cell: Cell, said: Statement) -> Side:
    question = desk.question(cell.question)
    return Side(assessment_of(said.assessment, question), said.text, said.language)


def _compared(rows: Sequence[PreviewRow]) -> Iterator[PreviewRow]:
    seconds = COMPARING / max(1, len(rows))
    for row in rows:
        if row.held and row.state in SAVABLE and _are_comparable(row.held, row.file):
            found = changes(row.held.text, row.file.text, seconds=seconds)
            yield replace(row, differences=found)
        else:
            yield row


def _are_comparable(held: Side, file: Side) -> bool:
    """Tell whether there are two texts of one language, and not the same."""
    texts = {held.text, file.text}
    return held.language == file.language and len(texts) == 2 and "" not in texts
