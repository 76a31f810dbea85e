"""The pages of a pasted statement: those kept, one point at a time, what goes into drafts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import vectors
from app.db.models import Speech
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.placing import Why
from app.domain.points import cut
from app.domain.points.leaving import LeftOut
from app.domain.position import Cell
from app.features.positions.cells import Held
from app.features.positions.queries import Desk, Heading, get_desk, heading_of, list_held
from app.features.positions.speech_gathering import cell_of, gathered
from app.features.positions.speech_service import NO_SPEECH, SpeechPlace
from app.features.positions.targets import Target, target

CONTEXT = 160  # characters shown before and after a point


@dataclass(frozen=True)
class SpeechLine:
    """One statement kept at the desk."""

    number: int
    opening: str
    language: str
    added_at: datetime
    decided: int
    total: int


@dataclass(frozen=True)
class SpeechesPage:
    """Where a statement is pasted, and those that are kept (positions/speeches.html)."""

    heading: Heading
    speeches: tuple[SpeechLine, ...]
    refusal: permissions.Refusal


class Decision(StrEnum):
    OPEN = "open"
    PLACED = "placed"
    LEFT = "left"


@dataclass(frozen=True)
class SpeechPoint:
    """One point of a statement, with what was said of it."""

    index: int
    text: str
    decision: Decision
    cell: Cell | None


@dataclass(frozen=True)
class LeftOver:
    """Words that are no point, and why."""

    text: str
    why: LeftOut


@dataclass(frozen=True)
class SpeechPage:
    """One statement, one of its points to be placed (positions/speech.html)."""

    heading: Heading
    number: int
    language: str
    points: tuple[SpeechPoint, ...]
    current: SpeechPoint
    before: str
    after: str
    offered: tuple[Cell, ...]
    mission: str
    why: Why
    questions: tuple[int, ...]
    missions: tuple[str, ...]
    left_over: tuple[LeftOver, ...]
    is_preparing: bool
    by_words_alone: bool
    refusal: permissions.Refusal

    @property
    def decided(self) -> int:
        return sum(point.decision is not Decision.OPEN for point in self.points)

    @property
    def placed(self) -> int:
        return sum(point.decision is Decision.PLACED for point in self.points)


@dataclass(frozen=True)
class GatherPage:
    """What the placed points would do in each cell (positions/gather.html)."""

    heading: Heading
    number: int
    targets: tuple[Target, ...]
    refusal: permissions.Refusal
    problem: str | None = None


def speeches_page(db: Session, actor: Actor, slug: str) -> SpeechesPage:
    desk = get_desk(db, actor, slug)
    mine = select(Speech).where(Speech.seat_id == desk.seat.id).order_by(Speech.number.desc())
    return SpeechesPage(
        heading=heading_of(desk),
        speeches=tuple(
            SpeechLine(
                number=each.number,
                opening=each.text[:CONTEXT],
                language=each.language,
                added_at=each.added_at,
                decided=len(each.decided),
                total=len(each.points),
            )
            for each in db.scalars(mine)
        ),
        refusal=desk.drafting_refusal(actor),
    )


def speech_page(
    db: Session, actor: Actor, place: SpeechPlace, point: int | None = None
) -> SpeechPage:
    desk = get_desk(db, actor, place.slug)
    speech = _find(db, desk, place.number)
    points = tuple(_point(speech, index) for index in range(len(speech.points)))
    current = _current(points, point)
    proposed = speech.proposed[current.index]
    at = speech.points[current.index]
    return SpeechPage(
        heading=heading_of(desk),
        number=speech.number,
        language=speech.language,
        points=points,
        current=current,
        before=_end_of(speech.text[: at["start"]]),
        after=_beginning_of(speech.text[at["end"] :]),
        offered=tuple(Cell(*cell) for cell in proposed["cells"]),
        mission=proposed["mission"],
        why=Why(proposed["why"]),
        questions=tuple(each.number for each in desk.questions),
        missions=tuple(dict.fromkeys(cell.mission for cell in desk.cells)),
        left_over=_left_over(speech),
        is_preparing=speech.model is None and vectors.is_installed(),
        by_words_alone=not vectors.is_installed(),
        refusal=desk.drafting_refusal(actor),
    )


def _end_of(text: str) -> str:
    """Give the last words of a text, none of them cut where words have spaces."""
    if len(text) <= CONTEXT:
        return text
    end = text[-CONTEXT:]
    return f"… {end.partition(' ')[2] or end}"


def _beginning_of(text: str) -> str:
    if len(text) <= CONTEXT:
        return text
    beginning = text[:CONTEXT]
    return f"{beginning.rpartition(' ')[0] or beginning} …"


def gather_page(
    db: Session, actor: Actor, place: SpeechPlace, problem: str | None = None
) -> GatherPage:
    desk = get_desk(db, actor, place.slug)
    speech = _find(db, desk, place.number)
    held = list_held(db, desk.seat.id)
    writings = gathered(speech, held)
    return GatherPage(
        heading=heading_of(desk),
        number=speech.number,
        targets=tuple(
            target(desk, cell, held.get(cell, Held()), writings[cell])
            for cell in desk.cells
            if cell in writings
        ),
        refusal=desk.drafting_refusal(actor),
        problem=problem,
    )


def _find(db: Session, desk: Desk, number: int) -> Speech:
    mine = Speech.number == number, Speech.seat_id == desk.seat.id
    speech = db.scalar(select(Speech).where(*mine))
    if speech is None:
        raise NotFound(NO_SPEECH)
    return speech


def _point(speech: Speech, index: int) -> SpeechPoint:
    at, cell = speech.points[index], cell_of(speech, index)
    left = Decision.LEFT if str(index) in speech.decided else Decision.OPEN
    decision = Decision.PLACED if cell else left
    return SpeechPoint(index, speech.text[at["start"] : at["end"]], decision, cell)


def _current(points: tuple[SpeechPoint, ...], wanted: int | None) -> SpeechPoint:
    """Give the point asked for, else the first nothing has been said of, else the last."""
    if wanted is not None:
        if not 1 <= wanted <= len(points):
            raise NotFound(NO_SPEECH)
        return points[wanted - 1]
    return next((each for each in points if each.decision is Decision.OPEN), points[-1])


def _left_over(speech: Speech) -> tuple[LeftOver, ...]:
    left = cut(speech.text, speech.language).left
    return tuple(LeftOver(speech.text[each.start : each.end], each.why) for each in left)
