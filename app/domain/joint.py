"""Joint statements: one text that several delegations sign, each for itself.

Who signed it linked its points to the others' by that very signature, so that they count as one
point without anybody's act. Each State is counted once: by its own text, where it has one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.grouping import Group, Grouping, Pairs, PointRef, are_rejected
from app.domain.position import Cell, Point
from app.domain.proceedings import Position


def mark_of(reference: str, number: int) -> str:
    """Name one text of a joint statement, as receipts do: who signed an earlier one signed that."""
    return f"{reference}-{number}"


def is_of(mark: str | None, reference: str) -> bool:
    """Tell whether a signed mark names a text of this joint statement, whichever."""
    return mark is not None and mark.rpartition("-")[0] == reference


def linked(grouping: Grouping, cell: Cell, positions: Iterable[Position]) -> Grouping:
    """Add to what the presidency decided in a cell what delegations linked themselves."""
    here = [group for group in grouping.groups if group.cell == cell]
    others = tuple(group for group in grouping.groups if group.cell != cell)
    found = (
        replace(group, name=group.name or grouping.names.get(group.id, ""))
        for group in link_points(cell, positions, here, grouping.refused)
    )
    return replace(grouping, groups=(*others, *found))


def link_points(
    cell: Cell,
    positions: Iterable[Position],
    groups: Sequence[Group] = (),
    refused: Pairs = frozenset(),
) -> Sequence[Group]:
    """Keep together the points of one joint text: in the first group that holds any of them.

    A group named after the text is its own, whatever the presidency added to it. Whoever parted
    its point from the others, in ``refused``, stands alone with it.
    """
    for name, signed in _links(positions).items():
        points = frozenset(
            point
            for point in signed
            if not all(are_rejected(refused, point, other) for other in signed - {point})
        )
        if len(points) < 2:
            continue
        touched = [group for group in groups if group.id == name or group.points & points]
        home = touched[0] if touched else Group(name, cell, frozenset())
        groups = [
            replace(group, points=group.points | points if group is home else group.points - points)
            for group in (groups if touched else (*groups, home))
        ]
    return groups


def link_name(mark: str, point: Point) -> str:
    """Name the group of all who signed this excerpt of a joint text."""
    return f"j{mark}-{point.start}-{point.end}"


def _links(positions: Iterable[Position]) -> dict[str, frozenset[PointRef]]:
    """Give the same excerpts of the same joint text, wherever two or more signed it."""
    found: dict[str, set[PointRef]] = defaultdict(set)
    for position in positions:
        if position.joint:
            for index, point in enumerate(position.points):
                found[link_name(position.joint, point)].add(PointRef(position.hash, index))
    return {name: frozenset(points) for name, points in found.items() if len(points) > 1}
