"""An answer copied to other missions of its question; positions of an earlier briefing reused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Position, Question, Revision, Seat
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.attribution import is_looser, strictest
from app.domain.carrying import Part, ask_alike
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.position import OFF_SCALE, Cell, Statement
from app.domain.proceedings import Names
from app.features.positions.acts import begin
from app.features.positions.cells import Held, Place, Writing
from app.features.positions.drafting import CHANGED, check_picks, draft_together
from app.features.positions.queries import Desk, Heading, get_desk, heading_of, list_held
from app.features.positions.targets import (
    Pick,
    Side,
    Target,
    carried,
    side_of,
    state_of,
    target,
    writing_in,
)

NOTHING_TO_COPY = "There is no answer here yet that could be copied."


@dataclass(frozen=True)
class CopyPage:
    """One answer, and what copying it would do to each other mission (positions/copy.html)."""

    heading: Heading
    cell: Cell
    source: Side | None
    seen: str
    part: Part
    targets: tuple[Target, ...]
    refusal: permissions.Refusal
    problem: str | None = None


@dataclass(frozen=True)
class EarlierPage:
    """What the delegation signed in earlier briefings (positions/earlier.html)."""

    heading: Heading
    mission: str | None
    targets: tuple[Target, ...]
    refusal: permissions.Refusal
    problem: str | None = None


@dataclass(frozen=True)
class Earlier:
    """A position of an earlier briefing, as it may be used in this one."""

    writing: Writing
    title: Names


def copy_page(
    db: Session, actor: Actor, place: Place, part: Part, problem: str | None = None
) -> CopyPage:
    desk = get_desk(db, actor, place.slug)
    desk.question(place.cell.question)
    desk.mission(place.cell.mission)
    held = list_held(db, desk.seat.id)
    mine = held.get(place.cell, Held())
    source = writing_in(mine)
    if source is not None and source.statement.is_empty:
        source = None
    return CopyPage(
        heading=heading_of(desk),
        cell=place.cell,
        source=side_of(desk, place.cell, source.statement) if source else None,
        seen=state_of(mine),
        part=part,
        targets=_targets(desk, place.cell, source, held, part) if source else (),
        refusal=desk.drafting_refusal(actor),
        problem=problem,
    )


def _targets(
    desk: Desk, cell: Cell, source: Writing, held: Mapping[Cell, Held], part: Part
) -> tuple[Target, ...]:
    others = [each for each in desk.cells if each.question == cell.question and each != cell]
    return tuple(
        target(desk, each, mine, carried(source, mine, part))
        for each in others
        for mine in [held.get(each, Held())]
    )


def copy_answer(
    db: Session,
    actor: Actor,
    place: Place,
    part: Part,
    seen: str,
    picks: Sequence[Pick],
    *,
    at: datetime,
) -> int:
    """Copy the answer as it was seen to every ticked mission; give the number to undo it by."""
    with atomic(db):
        act = begin(db, actor, place.slug, at)
        permissions.require(act.desk.drafting_refusal(actor))
        held = list_held(db, act.seat.id)
        mine = held.get(place.cell, Held())
        source = writing_in(mine)
        if source is None or source.statement.is_empty:
            raise Invalid(NOTHING_TO_COPY, where="chosen")
        if state_of(mine) != seen:
            raise Conflict(CHANGED)
        check_picks(picks, held)
        if any(pick.cell.question != place.cell.question for pick in picks):
            raise Invalid("Choose cells from the list.", where="chosen")
        writings = {pick.cell: carried(source, held.get(pick.cell, Held()), part) for pick in picks}
        return draft_together(db, act, "copied", held, writings)


def earlier_page(
    db: Session, actor: Actor, slug: str, mission: str | None = None, problem: str | None = None
) -> EarlierPage:
    desk = get_desk(db, actor, slug)
    held = list_held(db, desk.seat.id)
    earlier = {
        cell: each
        for cell, each in list_earlier(db, actor, desk).items()
        if mission in {None, cell.mission}
    }
    return EarlierPage(
        heading=heading_of(desk),
        mission=mission,
        targets=tuple(
            target(
                desk,
                cell,
                mine,
                carried(earlier[cell].writing, mine, Part.BOTH),
                earlier[cell].title,
            )
            for cell in desk.cells
            if cell in earlier
            for mine in [held.get(cell, Held())]
        ),
        refusal=desk.drafting_refusal(actor),
        problem=problem,
    )


def reuse_earlier(
    db: Session, actor: Actor, slug: str, picks: Sequence[Pick], *, at: datetime
) -> int:
    """Draft again what was signed in earlier briefings, in every ticked cell."""
    with atomic(db):
        act = begin(db, actor, slug, at)
        permissions.require(act.desk.drafting_refusal(actor))
        held = list_held(db, act.seat.id)
        earlier = list_earlier(db, actor, act.desk)
        check_picks(picks, held)
        if any(pick.cell not in earlier for pick in picks):
            raise Invalid("Choose cells from the list.", where="chosen")
        writings = {
            pick.cell: carried(earlier[pick.cell].writing, held.get(pick.cell, Held()), Part.BOTH)
            for pick in picks
        }
        return draft_together(db, act, "reused", held, writings)


def list_earlier(db: Session, actor: Actor, desk: Desk) -> dict[Cell, Earlier]:
    """Give the delegation's own last signed position on each mission and question alike."""
    if actor.stands_in:
        raise NotFound("There is no such page.")  # leave was given for one briefing
    rows = db.execute(
        select(Revision, Position.mission, Question, Briefing)
        .join(Position, Position.id == Revision.position_id)
        .join(Seat, Seat.id == Position.seat_id)
        .join(Question, Question.id == Position.question_id)
        .join(Briefing, Briefing.id == Seat.briefing_id)
        .where(
            Seat.delegation_id == actor.delegation_id,
            Briefing.id < desk.briefing.id,
            Revision.number == Position.latest,
            Revision.is_withdrawal.is_(False),
            Position.mission.in_({cell.mission for cell in desk.cells}),
        )
        .order_by(Briefing.id.desc(), Question.number)
    ).all()
    found: dict[Cell, Earlier] = {}
    alike = {
        (now.id, before.id)
        for before in {question.id: question for _, _, question, _ in rows}.values()
        for now in desk.questions
        if ask_alike(now.text, before.text)
    }
    for revision, mission, question, briefing in rows:
        for now in desk.questions:
            if (now.id, question.id) in alike:
                writing = _reusable(revision, question, briefing, now, desk)
                earlier = Earlier(writing, briefing.title)
                found.setdefault(Cell(now.number, mission), earlier)
    return found


def _reusable(
    revision: Revision, before: Question, briefing: Briefing, now: Question, desk: Desk
) -> Writing:
    """Take over what fits this briefing: its scale, and a rule no looser than it was."""
    code = revision.assessment
    fits = code in OFF_SCALE or _label(before, code) == _label(now, code) != {}
    said = Statement(code if fits else None, revision.text, revision.language)
    rule = strictest(
        [briefing.attribution, *([revision.attribution] if revision.attribution else [])]
    )
    stricter = is_looser(desk.briefing.attribution, than=rule)
    return Writing(said, 0, rule if stricter else None, quotable=revision.quotable)


def _label(question: Question, code: str | None) -> Names:
    return next((value["label"] for value in question.scale if value["code"] == code), {})
