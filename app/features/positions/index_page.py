"""Where a delegation lands: how far it is, what comes next, its matrix, its last receipts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.db.models import Question
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.position import GENERAL, OFF_SCALE, Cell
from app.domain.proceedings import Names
from app.features.positions.cells import CellStatus, Held
from app.features.positions.queries import (
    Assessment,
    Desk,
    Heading,
    get_desk,
    heading_of,
    list_held,
)

BEGUN = {CellStatus.RETURNED, CellStatus.DRAFT, CellStatus.CHANGED}
FEW = 5  # receipts shown on landing; all of them have a page


@dataclass(frozen=True)
class Filter:
    """What of the matrix is shown; it stands in the address."""

    status: CellStatus | None = None
    question: int | None = None
    mission: str | None = None

    @property
    def is_set(self) -> bool:
        return self != Filter()

    def shows(self, card: "CellCard") -> bool:
        return self.status in {None, card.status}

    def asks(self, cell: Cell) -> bool:
        return self.question in {None, cell.question} and self.mission in {None, cell.mission}


@dataclass(frozen=True)
class CellCard:
    """One cell of the matrix."""

    cell: Cell
    status: CellStatus
    assessment: str | None  # a code, whose words stand at the head of the column


@dataclass(frozen=True)
class Reach:
    """How many cells are signed, of those asked for."""

    signed: int
    total: int


@dataclass(frozen=True)
class MatrixColumn:
    """A question at the head of its column, or of its list where there is no room for columns."""

    number: int
    text: Names
    values: tuple[Assessment, ...]  # every one that may be chosen
    reach: Reach


@dataclass(frozen=True)
class MatrixRow:
    """A mission, or the general row, whose ``names`` are None."""

    mission: str
    names: Names | None
    cells: tuple[CellCard | None, ...]  # one a column; None where the filter hides it
    reach: Reach


@dataclass(frozen=True)
class NextStep:
    """The one thing to do now: to sign ``count`` cells, or to go on in ``cell``."""

    count: int = 0
    cell: Cell | None = None
    begun: bool = False


@dataclass(frozen=True)
class ReceiptLine:
    """One receipt, by the revision it proves."""

    cell: Cell
    number: int
    signed_at: datetime
    is_withdrawal: bool


@dataclass(frozen=True)
class IndexPage:
    """The delegation's landing page and matrix (positions/index.html)."""

    heading: Heading
    shown: Filter
    numbers: tuple[int, ...]  # of every question and mission, to choose from
    missions: tuple[str, ...]
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    counts: Mapping[CellStatus, int]
    reach: Reach
    general_signed: int
    next_step: NextStep | None
    refusal: permissions.Refusal
    receipts: tuple[ReceiptLine, ...]
    receipt_count: int


def index_page(db: Session, actor: Actor, slug: str, shown: Filter | None = None) -> IndexPage:
    desk = get_desk(db, actor, slug)
    shown = shown or Filter()
    held = list_held(db, desk.seat.id)
    cards = {cell: _card(cell, held.get(cell, Held())) for cell in desk.cells}
    standing = {cell for cell, each in held.items() if each.standing}
    counted = set(desk.asked)
    receipts = latest_receipts(held)
    return IndexPage(
        heading=heading_of(desk),
        shown=shown,
        numbers=tuple(each.number for each in desk.questions),
        missions=tuple(dict.fromkeys(cell.mission for cell in desk.cells)),
        columns=_columns(desk, shown, standing, counted),
        rows=_rows(desk, cards, shown, standing),
        counts=_counts(cards.values()),
        reach=Reach(len(standing & counted), len(counted)),
        general_signed=len(standing - counted),
        next_step=_next_step(desk, actor, tuple(cards.values()), held),
        refusal=desk.drafting_refusal(actor),
        receipts=receipts[:FEW],
        receipt_count=len(receipts),
    )


def latest_receipts(held: Mapping[Cell, Held]) -> tuple[ReceiptLine, ...]:
    """Give the receipt of the revision that counts in each cell, the newest first."""
    lines = [
        ReceiptLine(cell, each.last.number, each.last.signed_at, each.last.is_withdrawal)
        for cell, each in held.items()
        if each.last
    ]
    return tuple(sorted(lines, key=lambda line: line.signed_at, reverse=True))


def _card(cell: Cell, held: Held) -> CellCard:
    shown = held.draft if held.is_edited or held.standing is None else held.standing
    return CellCard(cell, held.status, shown.assessment if shown else None)


def _counts(cards: Iterable[CellCard]) -> dict[CellStatus, int]:
    counted = Counter(card.status for card in cards)
    return {status: counted[status] for status in CellStatus}


def _columns(
    desk: Desk, shown: Filter, standing: set[Cell], counted: set[Cell]
) -> tuple[MatrixColumn, ...]:
    signed = Counter(cell.question for cell in standing & counted)
    total = Counter(cell.question for cell in counted)
    return tuple(
        MatrixColumn(
            each.number, each.text, _values(each), Reach(signed[each.number], total[each.number])
        )
        for each in desk.questions
        if shown.question in {None, each.number}
    )


def _values(question: Question) -> tuple[Assessment, ...]:
    on_scale = (Assessment(value["code"], value["label"]) for value in question.scale)
    return (*on_scale, *(Assessment(code, None) for code in OFF_SCALE))


def _rows(
    desk: Desk, cards: Mapping[Cell, CellCard], shown: Filter, standing: set[Cell]
) -> tuple[MatrixRow, ...]:
    """Arrange the cards by mission; a row without a card that is asked for is left out."""
    heads: list[tuple[str, Names | None]] = [(each.acronym, each.names) for each in desk.missions]
    signed = Counter(cell.mission for cell in standing)
    rows = []
    for acronym, names in [*heads, (GENERAL, None)]:
        cells = [cell for cell in cards if cell.mission == acronym and shown.asks(cell)]
        drawn = tuple(cards[cell] if shown.shows(cards[cell]) else None for cell in cells)
        if any(drawn):
            reach = Reach(signed[acronym], len(desk.questions))
            rows.append(MatrixRow(acronym, names, drawn, reach))
    return tuple(rows)


def _next_step(
    desk: Desk, actor: Actor, cards: Sequence[CellCard], held: Mapping[Cell, Held]
) -> NextStep | None:
    ready = [card.cell for card in cards if card.status is CellStatus.AWAITING]
    signable = sum(desk.signing_refusal(actor, held[cell]) is None for cell in ready)
    if signable:
        return NextStep(count=signable)
    begun = [
        card.cell
        for card in cards
        if card.status in BEGUN and desk.drafting_refusal(actor, held[card.cell]) is None
    ]
    if begun:
        return NextStep(cell=max(begun, key=lambda cell: held[cell].written.saved_at), begun=True)
    if desk.drafting_refusal(actor) is not None:
        return None
    fresh = {card.cell for card in cards if card.status is CellStatus.NOT_STARTED}
    waiting = [cell for cell in desk.asked if cell in fresh]
    return NextStep(cell=waiting[0]) if waiting else None
