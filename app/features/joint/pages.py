"""What the pages of joint statements show. Reads only."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.db.models import Question
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.attribution import LOOSE_TO_STRICT, Attribution, is_looser
from app.domain.permissions import Refusal
from app.domain.position import GENERAL, Cell, Statement
from app.domain.proceedings import Names
from app.features.briefings.queries import list_seats
from app.features.joint.queries import (
    Answer,
    Counted,
    Tabled,
    answers_to,
    get_tabled,
    list_named,
    list_tabled,
)
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


@dataclass(frozen=True)
class Line:
    """One joint statement in the list; ``answer`` is None where it is the reader's own."""

    reference: str
    by: Names
    question: int
    missions: tuple[str, ...]
    answer: Answer | None
    is_withdrawn: bool


@dataclass(frozen=True)
class IndexPage:
    """What this delegation tabled, and what it was named in (joint/index.html)."""

    heading: Heading
    lines: tuple[Line, ...]
    questions: tuple[int, ...]  # that a statement may be tabled on
    refusal: Refusal


@dataclass(frozen=True)
class Fields:
    """What the form of a joint text offers, and begins with."""

    scale: tuple[tuple[str, Names], ...]
    delegations: tuple[tuple[str, Names], ...]  # that may be named
    stricter: tuple[Attribution, ...]
    rule: Attribution
    said: Statement
    attribution: Attribution | None = None
    quotable: bool = False

    @property
    def may_be_quoted(self) -> bool:
        return self.rule is Attribution.COUNTED


@dataclass(frozen=True)
class NewPage:
    """The form that tables a joint statement on one question (joint/new.html)."""

    heading: Heading
    question: int
    text: Names
    questions: tuple[int, ...]
    missions: tuple[tuple[str, Names | None], ...]  # None: in general
    fields: Fields
    refusal: Refusal


@dataclass(frozen=True)
class JointPage:
    """One joint statement, for a delegation that knows of it (joint/show.html).

    ``named`` are those asked, each with its answer if the reader tabled the statement; it is
    empty where they are not to know of one another. ``cells`` say by what the reader is counted.
    """

    heading: Heading
    reference: str
    number: int
    is_ours: bool
    is_withdrawn: bool
    by: Names
    question: int
    question_text: Names
    statement: Statement
    assessment: Assessment | None
    attribution: Attribution | None
    quotable: bool
    named: tuple[tuple[Names, Answer | None], ...]
    shows_named: bool
    answer: Answer
    cells: tuple[tuple[Cell, Counted], ...]
    fields: Fields
    refusal: Refusal

    @property
    def may_align(self) -> bool:
        """Tell whether aligning would change anything: an answer, or what is counted."""
        open_cells = {Counted.NOTHING, Counted.EARLIER, Counted.OTHER}
        return not (self.refusal or self.is_withdrawn) and (
            self.answer is not Answer.ALIGNED or any(by in open_cells for _, by in self.cells)
        )

    @property
    def may_decline(self) -> bool:
        return not (self.refusal or self.is_ours) and self.answer is not Answer.DECLINED

    @property
    def may_restate(self) -> bool:
        return self.is_ours and not (self.refusal or self.is_withdrawn)


def index_page(db: Session, actor: Actor, slug: str) -> IndexPage:
    desk = get_desk(db, actor, slug)
    names = {seat.id: seat.names for seat in list_seats(db, desk.briefing.id)}
    return IndexPage(
        heading_of(desk),
        tuple(_line(db, each, names[each.joint.seat_id]) for each in list_tabled(db, desk)),
        tuple(question.number for question in desk.questions),
        permissions.sign_jointly(actor, desk.door),
    )


def _line(db: Session, tabled: Tabled, by: Names) -> Line:
    answer = answers_to(db, tabled.joint).get(tabled.desk.seat.id, Answer.AWAITED)
    return Line(
        tabled.joint.reference,
        by,
        tabled.question.number,
        tuple(tabled.joint.missions),
        None if tabled.is_ours else answer,
        tabled.text.is_withdrawal,
    )


def new_page(db: Session, actor: Actor, slug: str, number: int | None, language: str) -> NewPage:
    desk = get_desk(db, actor, slug)
    question = desk.question(number or desk.questions[0].number)
    missions = [(mission.acronym, mission.names) for mission in desk.missions]
    return NewPage(
        heading_of(desk),
        question.number,
        question.text,
        tuple(each.number for each in desk.questions),
        (*missions, (GENERAL, None)),
        _fields(db, desk, question, Statement(None, "", language)),
        permissions.sign_jointly(actor, desk.door),
    )


def _fields(
    db: Session,
    desk: Desk,
    question: Question,
    said: Statement,
    named: frozenset[int] = frozenset(),
) -> Fields:
    rule = desk.briefing.attribution
    return Fields(
        scale=tuple((value["code"], value["label"]) for value in question.scale),
        delegations=tuple(
            (seat.code, seat.names)
            for seat in list_seats(db, desk.briefing.id)
            if seat.id not in named | {desk.seat.id}
        ),
        stricter=tuple(each for each in LOOSE_TO_STRICT if is_looser(rule, than=each)),
        rule=rule,
        said=said,
    )


def joint_page(db: Session, actor: Actor, slug: str, reference: str) -> JointPage:
    tabled = get_tabled(db, actor, slug, reference)
    desk, joint, text = tabled.desk, tabled.joint, tabled.text
    named, answers = list_named(db, joint), answers_to(db, joint)
    held = list_held(db, desk.seat.id)
    seats = {seat.id: seat for seat in list_seats(db, desk.briefing.id)}
    shown = named if tabled.is_ours or joint.shows_named else []
    ids = frozenset(seat.id for seat in named)
    return JointPage(
        heading=heading_of(desk),
        reference=reference,
        number=text.number,
        is_ours=tabled.is_ours,
        is_withdrawn=text.is_withdrawal,
        by=seats[joint.seat_id].names,
        question=tabled.question.number,
        question_text=tabled.question.text,
        statement=tabled.statement,
        assessment=assessment_of(text.assessment, tabled.question),
        attribution=text.attribution,
        quotable=text.quotable,
        named=tuple(
            (seat.names, answers.get(seat.id, Answer.AWAITED) if tabled.is_ours else None)
            for seat in shown
        ),
        shows_named=joint.shows_named,
        answer=answers.get(desk.seat.id, Answer.AWAITED),
        cells=tuple(
            (cell, tabled.counted(held.get(cell, Held()).standing)) for cell in tabled.cells
        ),
        fields=replace(
            _fields(db, desk, tabled.question, tabled.statement, ids),
            attribution=text.attribution,
            quotable=text.quotable,
        ),
        refusal=permissions.sign_jointly(actor, desk.door),
    )
