"""One cell of the desk: the question, the draft, what is on the record and how it came there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Question, Revision, User
from app.domain.actor import Actor
from app.domain.attribution import LOOSE_TO_STRICT, Attribution, is_looser
from app.domain.cutting import CutsBy, Pieces, propose_pieces
from app.domain.permissions import Refusal
from app.domain.position import Cell, Statement
from app.domain.proceedings import Names
from app.domain.speaking import Length, length_of
from app.features.positions.cells import CellStatus, Held, Place, Writing
from app.features.positions.cuts import cuts_signed, shown_cuts
from app.features.positions.people import Person, get_person, maybe_person
from app.features.positions.points_card import PointsCard, points_card
from app.features.positions.queries import (
    Assessment,
    Heading,
    assessment_of,
    get_desk,
    get_held,
    heading_of,
)
from app.formats.differences import Change, changes, merged


@dataclass(frozen=True)
class QuestionText:
    """A question as the note asks it; ``own`` is it in the reader's language, if that is another.

    Translations of a note's question are unofficial; a question made in several languages has none.
    """

    number: int
    text: str
    language: str
    prompts: tuple[str, ...]
    is_translated: bool
    own: str
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SignedCard:
    """One revision, for its own delegation."""

    number: int
    is_withdrawal: bool
    assessment: Assessment | None
    text: str
    language: str
    attribution: Attribution | None
    signed_by: Person | None  # None when it was loaded
    signed_at: datetime
    cuts_by: CutsBy
    is_joint: bool = False  # signed as part of a joint statement
    is_late: bool = False  # signed by leave of the presidency, once positions were due


@dataclass(frozen=True)
class SavedLine:
    """What htmx is told after a draft was kept (positions/_saved.html)."""

    version: int
    saved_at: datetime
    points: PointsCard
    length: Length
    status: CellStatus
    may_undo: bool
    place: Mapping[str, object]


@dataclass(frozen=True)
class Returned:
    """A draft sent back by a signatory, and why."""

    by: Person
    at: datetime
    reason: str


@dataclass(frozen=True)
class ConflictCard:
    """Two texts of one cell: ``changes`` lead from theirs to mine, ``merged`` says all of both."""

    changes: tuple[Change, ...]
    merged: str


@dataclass(frozen=True)
class CellPage:
    """The cell and its form (positions/show.html).

    ``problem`` and ``conflict`` are set when what was typed has just been refused.
    """

    heading: Heading
    cell: Cell
    question: QuestionText
    mission: Names | None
    scale: tuple[tuple[str, Names], ...]
    writing: Writing
    saved_at: datetime | None
    saved_by: Person | None
    points: PointsCard
    length: Length
    may_undo: bool
    returned: Returned | None
    status: CellStatus
    rule: Attribution
    stricter: tuple[Attribution, ...]
    standing: SignedCard | None
    history: tuple[SignedCard, ...]
    previous: Cell | None
    following: Cell | None
    draft_refusal: Refusal
    sign_refusal: Refusal
    problem: str | None = None
    conflict: ConflictCard | None = None

    @property
    def may_be_quoted(self) -> bool:
        """Words of a counted position are printed only if its owner allows it."""
        return self.rule is Attribution.COUNTED

    @property
    def place(self) -> dict[str, object]:
        return place_of(self.heading.slug, self.cell)


def place_of(slug: str, cell: Cell) -> dict[str, object]:
    """Give the parts of a cell's address."""
    return {"slug": slug, "question": cell.question, "mission": cell.mission}


def cell_page(
    db: Session, actor: Actor, place: Place, language: str, *, opened: int | None = None
) -> CellPage:
    desk = get_desk(db, actor, place.slug)
    question = desk.question(place.cell.question)
    mission = desk.mission(place.cell.mission)
    held = get_held(db, desk.seat.id, place.cell)
    history = _history(db, held, question)
    writing = _writing(held, language)
    said, draft, rule = writing.statement, held.draft, desk.briefing.attribution
    previous, following = _neighbours(desk.cells, place.cell)
    return CellPage(
        heading=heading_of(desk),
        cell=place.cell,
        question=_question_text(question, language),
        mission=mission.names if mission else None,
        scale=tuple((value["code"], value["label"]) for value in question.scale),
        writing=writing,
        saved_at=draft.saved_at if draft else None,
        saved_by=get_person(db, draft.saved_by) if draft else None,
        points=points_card(_pieces(db, held, said), said.text, said.language, opened),
        length=length_of(said.text, said.language),
        may_undo=draft is not None and draft.previous is not None,
        returned=_returned(db, held),
        status=held.status,
        rule=rule,
        stricter=tuple(each for each in LOOSE_TO_STRICT if is_looser(rule, than=each)),
        standing=next((each for each in history if _is(each, held.standing)), None),
        history=history,
        previous=previous,
        following=following,
        draft_refusal=desk.drafting_refusal(actor, held),
        sign_refusal=desk.signing_refusal(actor, held),
    )


def saved_line(place: Place, held: Held, opened: int | None = None) -> SavedLine:
    draft = held.written
    return SavedLine(
        version=draft.version,
        saved_at=draft.saved_at,
        points=points_card(shown_cuts(draft), draft.text, draft.language, opened),
        length=length_of(draft.text, draft.language),
        status=held.status,
        may_undo=draft.previous is not None,
        place=place_of(place.slug, place.cell),
    )


def conflict_of(page: CellPage, mine: str) -> ConflictCard:
    theirs = page.writing.statement.text
    return ConflictCard(changes(theirs, mine), merged(theirs, mine))


def _pieces(db: Session, held: Held, said: Statement) -> Pieces:
    """Give the cuts of what the form begins with: the draft's, else those on the record."""
    if held.draft:
        return shown_cuts(held.draft)
    if held.standing and not held.awaits_its_cuts:
        return cuts_signed(db, held.standing)
    return propose_pieces(said.text, said.language)


def _returned(db: Session, held: Held) -> Returned | None:
    draft = held.draft
    if held.status is not CellStatus.RETURNED or draft is None:
        return None
    by, at, reason = draft.returned_by, draft.returned_at, draft.reason
    return Returned(get_person(db, by), at, reason) if by and at and reason else None


def _is(card: SignedCard, revision: Revision | None) -> bool:
    return revision is not None and card.number == revision.number


def _writing(held: Held, language: str) -> Writing:
    """Begin the form with the draft, else with what is on the record, else empty."""
    row = held.draft or held.standing
    if row is None:
        return Writing(Statement(None, "", language), 0)
    statement = Statement(row.assessment, row.text, row.language)
    version = held.draft.version if held.draft else 0
    return Writing(statement, version, row.attribution, row.quotable)


def _history(db: Session, held: Held, question: Question) -> tuple[SignedCard, ...]:
    """List the revisions of a cell, the newest first."""
    if held.last is None:
        return ()
    rows = db.execute(
        select(Revision, User)
        .outerjoin(User, User.id == Revision.signed_by)
        .where(Revision.position_id == held.last.position_id)
        .order_by(Revision.number.desc())
    )
    return tuple(signed_card(revision, maybe_person(user), question) for revision, user in rows)


def signed_card(revision: Revision, signer: Person | None, question: Question) -> SignedCard:
    return SignedCard(
        number=revision.number,
        is_withdrawal=revision.is_withdrawal,
        assessment=assessment_of(revision.assessment, question),
        text=revision.text,
        language=revision.language,
        attribution=revision.attribution,
        signed_by=signer,
        signed_at=revision.signed_at,
        is_joint=revision.joint is not None,
        is_late=revision.late,
        cuts_by=revision.cuts_by,
    )


def _question_text(question: Question, language: str) -> QuestionText:
    texts = question.text
    original = question.original or (language if language in texts else next(iter(texts)))
    others = [code for code in texts if code not in {original, language}]
    return QuestionText(
        number=question.number,
        text=texts.get(original, ""),
        language=original,
        prompts=tuple(question.prompts),
        is_translated=question.original is not None,
        own=texts.get(language, "") if language != original else "",
        others=tuple((code, texts[code]) for code in others),
    )


def _neighbours(cells: Sequence[Cell], cell: Cell) -> tuple[Cell | None, Cell | None]:
    at = cells.index(cell)
    before = cells[at - 1] if at else None
    after = cells[at + 1] if at + 1 < len(cells) else None
    return before, after
