"""Which points of a cell say the same: what the presidency decided, act by act.

Acts are only ever added. What stands is what replaying them gives, so that every decision has an
author, and taking one back is one more act.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.position import Cell


@dataclass(frozen=True, slots=True, order=True)
class PointRef:
    """A point of a signed revision: a new revision has new points, and opens them anew."""

    revision: str  # its hash
    index: int


Pairs = frozenset[tuple[PointRef, PointRef]]  # each the smaller first


class ActKind(StrEnum):
    GATHER = "gather"  # these points say the same, and nothing that stays outside does
    REJECT = "reject"  # none of these points says the same as any of those
    NAME = "name"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Act:
    """One decision in one cell. ``number`` counts through the briefing, from 1.

    GATHER puts ``points`` into ``group``, or into a new group named after the act; REJECT parts
    ``points`` from ``others`` for good; NAME calls ``group`` ``name``; UNDO takes back ``undone``.
    """

    number: int
    kind: ActKind
    cell: Cell
    points: tuple[PointRef, ...] = ()
    others: tuple[PointRef, ...] = ()
    group: str | None = None
    name: str = ""
    undone: int | None = None
    by_owner: bool = False  # the delegation's own act on its point: nobody else takes it back


@dataclass(frozen=True, slots=True)
class Group:
    """Points of one cell that a person found to say the same; of one point: it stands alone."""

    id: str
    cell: Cell
    points: frozenset[PointRef]
    name: str = ""
    is_proposed: bool = False  # by the machine: it counts in a preview alone


@dataclass(frozen=True)
class Grouping:
    groups: tuple[Group, ...] = ()
    rejected: Pairs = field(default_factory=frozenset)
    refused: Pairs = field(default_factory=frozenset)  # by an owner
    names: Mapping[str, str] = field(default_factory=dict, compare=False)  # by group

    @property
    def brings_back(self) -> bool:
        """Tell whether a point stands with one its own delegation parted it from."""
        group_of = self.by_point()
        return any(one in group_of and other in group_of[one].points for one, other in self.refused)

    def by_cell(self) -> dict[Cell, list[Group]]:
        found: dict[Cell, list[Group]] = {}
        for group in self.groups:
            found.setdefault(group.cell, []).append(group)
        return found

    def by_point(self) -> dict[PointRef, Group]:
        return {point: group for group in self.groups for point in group.points}


NOTHING_DECIDED = Grouping()


def replay(acts: Iterable[Act]) -> Grouping:
    """Give what stands after all acts; they may come in any order."""
    standing = _not_undone(acts)
    members: dict[str, set[PointRef]] = {}
    held: dict[PointRef, set[PointRef]] = {}
    cells: dict[str, Cell] = {}
    names: dict[str, str] = {}
    rejected: set[tuple[PointRef, PointRef]] = set()
    refused: set[tuple[PointRef, PointRef]] = set()
    for act in standing:
        if act.kind is ActKind.GATHER:
            group = act.group or f"g{act.number}"
            gathered = members.setdefault(group, set())
            for point in act.points:
                held.get(point, gathered).discard(point)
                gathered.add(point)
                held[point] = gathered
            cells.setdefault(group, act.cell)
        elif act.kind is ActKind.REJECT:
            pairs = {_pair(one, other) for one in act.points for other in act.others}
            rejected |= pairs
            refused |= pairs if act.by_owner else set()
        elif act.kind is ActKind.NAME and act.group:
            names[act.group] = act.name
    return Grouping(
        tuple(
            Group(id=name, cell=cells[name], points=frozenset(points), name=names.get(name, ""))
            for name, points in members.items()
            if points
        ),
        frozenset(rejected),
        frozenset(refused),
        names,
    )


def ever_gathered(acts: Iterable[Act]) -> dict[str, frozenset[PointRef]]:
    """Give by group every point that was ever put into it, whatever became of it since."""
    found: dict[str, set[PointRef]] = defaultdict(set)
    for act in acts:
        if act.kind is ActKind.GATHER:
            found[act.group or f"g{act.number}"].update(act.points)
    return {group: frozenset(points) for group, points in found.items()}


def last_standing(acts: Iterable[Act]) -> Act | None:
    """Give the act that undoing would take back; what a delegation did itself is not among them."""
    standing = [act for act in _not_undone(acts) if not act.by_owner]
    return standing[-1] if standing else None


def partings(acts: Iterable[Act]) -> list[Act]:
    """Give the acts by which delegations parted their own points from others, as they stand."""
    return [act for act in _not_undone(acts) if act.by_owner and act.kind is ActKind.REJECT]


def _not_undone(acts: Iterable[Act]) -> list[Act]:
    ordered = sorted(acts, key=lambda act: act.number)
    owned = {act.number for act in ordered if act.by_owner}
    undone = {
        act.undone
        for act in ordered
        if act.kind is ActKind.UNDO and act.by_owner == (act.undone in owned)
    }
    return [act for act in ordered if act.kind is not ActKind.UNDO and act.number not in undone]


def _pair(one: PointRef, other: PointRef) -> tuple[PointRef, PointRef]:
    return (one, other) if one <= other else (other, one)


def are_rejected(rejected: Pairs, one: PointRef, other: PointRef) -> bool:
    """Tell whether a person parted these two points."""
    return _pair(one, other) in rejected


def merged(group_of: Mapping[PointRef, Group], points: Iterable[PointRef]) -> frozenset[PointRef]:
    """Give the points together with all those they already stand with."""
    return frozenset(
        member
        for point in points
        for member in (group_of[point].points if point in group_of else {point})
    )
