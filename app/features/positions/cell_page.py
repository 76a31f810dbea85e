"""One cell of the desk: the question, the draft, what is on the record and how it came there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Question, Revision, User
from app.domain.actor import Actor
from app.domain.attribution import LOOSE_TO_STRICT, Attribution, is_looser
from app.domain.permissions import Refusal
from app.domain.points import split
from app.domain.position import Cell, Statement
from app.domain.proceedings import Names
from app.features.positions.cells import CellStatus, Held, Place, Writing
from app.features.positions.queries import (
    Assessment,
    Heading,
    assessment_of,
    get_desk,
    get_held,
    heading_of,
)


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
    signed_by: str | None  # None when it was loaded
    signed_at: datetime
    is_joint: bool = False  # signed as part of a joint statement


@dataclass(frozen=True)
class SavedLine:
    """What htmx is told after a draft was kept (positions/_saved.html)."""

    version: int
    saved_at: datetime
    points: tuple[str, ...]
    language: str
    status: CellStatus


@dataclass(frozen=True)
class CellPage:
    """The cell and its form (positions/show.html).

    ``problem`` and ``in_conflict`` are set when what was typed has just been refused.
    """

    heading: Heading
    cell: Cell
    question: QuestionText
    mission: Names | None
    scale: tuple[tuple[str, Names], ...]
    writing: Writing
    saved_at: datetime | None
    saved_by: str | None
    points: tuple[str, ...]
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
    in_conflict: bool = False

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


def cell_page(db: Session, actor: Actor, place: Place, language: str) -> CellPage:
    desk = get_desk(db, actor, place.slug)
    question = desk.question(place.cell.question)
    mission = desk.mission(place.cell.mission)
    held = get_held(db, desk.seat.id, place.cell)
    history = _history(db, held, question)
    writing = _writing(held, language)
    previous, following = _neighbours(desk.cells, place.cell)
    rule = desk.briefing.attribution
    return CellPage(
        heading=heading_of(desk),
        cell=place.cell,
        question=_question_text(question, language),
        mission=mission.names if mission else None,
        scale=tuple((value["code"], value["label"]) for value in question.scale),
        writing=writing,
        saved_at=held.draft.saved_at if held.draft else None,
        saved_by=db.scalar(select(User.name).where(User.id == held.draft.saved_by))
        if held.draft
        else None,
        points=points_in(writing.statement.text, writing.statement.language),
        status=held.status,
        rule=rule,
        stricter=tuple(each for each in LOOSE_TO_STRICT if is_looser(rule, than=each)),
        standing=next((each for each in history if _is(each, held.standing)), None),
        history=history,
        previous=previous,
        following=following,
        draft_refusal=desk.drafting_refusal(actor),
        sign_refusal=desk.signing_refusal(actor),
    )


def saved_line(held: Held) -> SavedLine:
    draft = held.written
    points = points_in(draft.text, draft.language)
    return SavedLine(draft.version, draft.saved_at, points, draft.language, held.status)


def points_in(text: str, language: str) -> tuple[str, ...]:
    """Give the words of each point as it would be counted."""
    return tuple(text[point.start : point.end] for point in split(text, language))


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
        select(Revision, User.name)
        .outerjoin(User, User.id == Revision.signed_by)
        .where(Revision.position_id == held.last.position_id)
        .order_by(Revision.number.desc())
    )
    return tuple(signed_card(revision, name, question) for revision, name in rows)


def signed_card(revision: Revision, signer: str | None, question: Question) -> SignedCard:
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
