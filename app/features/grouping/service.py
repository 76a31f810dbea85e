"""How the presidency groups points. Each public function is one transaction, one or more acts."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Briefing, GroupingAct
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.grouping import Act, ActKind, Grouping, PointRef, last_standing, merged, replay
from app.domain.joint import linked
from app.domain.position import Cell, find_hidden
from app.domain.proceedings import Proceedings
from app.features.summaries.decisions import grouping_acts
from app.features.summaries.drafting import get_locked
from app.features.summaries.queries import proceedings_of

LONGEST_NAME = 120
CHANGED = "Somebody else decided in this cell meanwhile. Look at what stands now, and decide again."
NO_POINT = "There is no such point in this cell."
NO_GROUP = "There is no such group in this cell."
PARTED = (
    "The delegation itself parted its point from one of these; they are not put together again."
)
NOTHING_TO_UNDO = "Nothing decided in this cell is left to undo."


@dataclass(frozen=True)
class Decision:
    """Who decides where; ``seen`` is the number of the last act the page showed in this cell."""

    slug: str
    cell: Cell
    seen: int


@dataclass(frozen=True)
class _Standing:
    """What stands in a cell when somebody decides."""

    cell: Cell
    acts: tuple[Act, ...]
    grouping: Grouping
    points: frozenset[PointRef]

    def check_points(self, points: Collection[PointRef]) -> None:
        if not points or not self.points.issuperset(points):
            raise NotFound(NO_POINT)

    def members(self, group: str) -> frozenset[PointRef]:
        for each in self.grouping.groups:
            if each.id == group:
                return each.points
        raise NotFound(NO_GROUP)


Decide = Callable[[_Standing], Sequence[Act]]


def gather(
    db: Session,
    actor: Actor,
    decision: Decision,
    points: Sequence[PointRef],
    group: str | None,
    *,
    at: datetime,
) -> None:
    """Let points say the same: in a group that is there, or together in a new one."""

    def decide(standing: _Standing) -> list[Act]:
        standing.check_points(points)
        if group is not None:
            standing.members(group)
        return [_act(standing, ActKind.GATHER, points=tuple(points), group=group)]

    _keep(db, actor, decision, decide, at)


def gather_all(
    db: Session,
    actor: Actor,
    decision: Decision,
    groups: Sequence[Sequence[PointRef]],
    *,
    at: datetime,
) -> None:
    """Confirm several proposed groups at once, each as it was shown."""

    def decide(standing: _Standing) -> list[Act]:
        for points in groups:
            standing.check_points(points)
        return [_act(standing, ActKind.GATHER, points=tuple(points)) for points in groups]

    _keep(db, actor, decision, decide, at)


def merge(
    db: Session, actor: Actor, decision: Decision, group: str, into: str, *, at: datetime
) -> None:
    """Bring two groups together; what was two is one."""

    def decide(standing: _Standing) -> list[Act]:
        if group == into:
            raise Invalid("Choose another group to merge it with.", where="into")
        standing.members(into)
        points = tuple(sorted(standing.members(group)))
        return [_act(standing, ActKind.GATHER, points=points, group=into)]

    _keep(db, actor, decision, decide, at)


def reject(
    db: Session,
    actor: Actor,
    decision: Decision,
    points: Sequence[PointRef],
    others: Sequence[PointRef],
    *,
    at: datetime,
) -> None:
    """Part points from others for good; those that stood with them stand alone from now on."""

    def decide(standing: _Standing) -> list[Act]:
        standing.check_points([*points, *others])
        parted = tuple(sorted(frozenset(others).difference(points)))
        if not points or not parted:
            raise Invalid("Choose what these points are to be parted from.", where="others")
        acts = [_act(standing, ActKind.REJECT, points=tuple(points), others=parted)]
        stood = merged(standing.grouping.by_point(), parted)
        return acts + [
            _act(standing, ActKind.GATHER, points=(point,)) for point in points if point in stood
        ]

    _keep(db, actor, decision, decide, at)


def name_group(
    db: Session, actor: Actor, decision: Decision, group: str, name: str, *, at: datetime
) -> None:
    """Call a group something, for the desk alone; an empty name takes it away."""

    def decide(standing: _Standing) -> list[Act]:
        standing.members(group)
        said = name.strip()
        if len(said) > LONGEST_NAME:
            raise Invalid(f"Shorten the name to {LONGEST_NAME} characters.", where="name")
        if hidden := find_hidden(said):
            raise Invalid(hidden, where="name")
        return [_act(standing, ActKind.NAME, group=group, name=said)]

    _keep(db, actor, decision, decide, at)


def undo(db: Session, actor: Actor, decision: Decision, *, at: datetime) -> None:
    """Take back the last decision that stands in this cell, whoever took it."""

    def decide(standing: _Standing) -> list[Act]:
        last = last_standing(standing.acts)
        if last is None:
            raise Conflict(NOTHING_TO_UNDO)
        return [_act(standing, ActKind.UNDO, undone=last.number)]

    _keep(db, actor, decision, decide, at)


def _act(standing: _Standing, kind: ActKind, **what: object) -> Act:
    return replace(Act(0, kind, standing.cell), **what)  # type: ignore[arg-type]  # mixed fields


def _keep(db: Session, actor: Actor, decision: Decision, decide: Decide, at: datetime) -> None:
    """Add what is decided, if nothing was decided here since the page was shown."""
    with atomic(db):
        briefing = get_locked(db, actor, decision.slug)
        permissions.require(
            permissions.draft_summary(actor, briefing.presidency_id, briefing.state)
        )
        acts = tuple(grouping_acts(db, briefing, decision.cell))
        proceedings = proceedings_of(db, briefing, decision.cell)
        grouping = linked(replay(acts), decision.cell, proceedings.positions)
        standing = _Standing(decision.cell, acts, grouping, points_of(proceedings))
        decided = decide(standing)
        if decision.seen != max((act.number for act in acts), default=0):
            raise Conflict(CHANGED)
        numbered = number_acts(db, briefing, decided)
        if replay([*acts, *numbered]).brings_back:
            raise Conflict(PARTED)
        db.add_all(GroupingAct.of(act, briefing.id, actor.user_id, at) for act in numbered)


def points_of(proceedings: Proceedings) -> frozenset[PointRef]:
    """Give every point that stands."""
    return frozenset(
        PointRef(position.hash, index)
        for position in proceedings.positions
        for index in range(len(position.points))
    )


def number_acts(db: Session, briefing: Briefing, decided: Sequence[Act]) -> list[Act]:
    """Give acts the next numbers of the briefing, whose lock is held."""
    mine = GroupingAct.briefing_id == briefing.id
    last = db.scalar(select(func.max(GroupingAct.number)).where(mine)) or 0
    return [replace(act, number=number) for number, act in enumerate(decided, last + 1)]
