"""Groups proposed outright: brought together only where much speaks for it and nothing against.

Average linkage: two groups are joined if the mean score between their points is the highest there
is, and high enough, and no two of their points must stay apart. A point that is nearly as close to
a group from which its own must stay apart is let go: of near misses, one more word decides.
"""

from collections.abc import Sequence
from itertools import combinations

from app.domain.matching.field import Field

JOIN = -0.3  # mean score from which groups are joined
MARGIN = 0.18  # by which a point must be closer to its own group than to its near miss
FLOOR = 0.38  # mean raw likeness to its group below which a point speaks of something else

Table = Sequence[Sequence[float]]  # the scores between points, each with each


def propose(
    field: Field, *, join: float = JOIN, margin: float = MARGIN, floor: float = FLOOR
) -> list[list[int]]:
    """Part the places of a field into groups, each sorted; most hold one point."""
    order = sorted(range(len(field.points)), key=lambda place: field.points[place].id)
    table = [[0.0] * len(order) for _ in order]
    apart: list[set[int]] = [set() for _ in order]
    near: list[set[int]] = [set() for _ in order]
    for one, other in combinations(range(len(order)), 2):
        ours, theirs = order[one], order[other]
        table[one][other] = table[other][one] = field.score(ours, theirs)
        for found, holds in (
            (apart, field.apart),
            (apart, field.are_strangers),
            (near, field.are_near_misses),
        ):
            if holds(ours, theirs):
                found[one].add(other)
                found[other].add(one)
    groups = _Linkage(table, apart).join(join)
    sure = [each for group in groups for each in _sure(group, groups, table, near, margin)]
    raw = field.likeness.raw
    kept = [
        each for group in sure for each in _related([order[place] for place in group], raw, floor)
    ]
    return sorted(sorted(group) for group in kept)


class _Linkage:
    """Groups while they are being joined; a group goes by the place of its first point."""

    def __init__(self, table: Table, apart: Sequence[set[int]]) -> None:
        self.members = {place: [place] for place in range(len(table))}
        self.sums = {place: dict(enumerate(row)) for place, row in enumerate(table)}
        self.apart = {place: set(others) for place, others in enumerate(apart)}
        self.nearest = {place: self._nearest(place) for place in self.members}

    def join(self, least: float) -> list[list[int]]:
        while self.nearest:
            one = max(self.nearest, key=lambda group: (self.nearest[group][0], -group))
            score, other = self.nearest[one]
            if score < least:
                break
            self._absorb(one, other)
            for group in self.nearest:
                if group == one or self.nearest[group][1] in {one, other}:
                    self.nearest[group] = self._nearest(group)
                elif one not in self.apart[group]:
                    joined = (self._mean(group, one), one)
                    self.nearest[group] = max(self.nearest[group], joined)
        return list(self.members.values())

    def _absorb(self, one: int, other: int) -> None:
        self.members[one] += self.members.pop(other)
        self.apart[one] |= self.apart.pop(other)
        gone = self.sums.pop(other)
        del self.nearest[other]
        for group in self.members:
            if group != one:
                self.sums[one][group] += gone[group]
                self.sums[group][one] = self.sums[one][group]
                if other in self.apart[group]:
                    self.apart[group].add(one)

    def _nearest(self, group: int) -> tuple[float, int]:
        found = [
            (self._mean(group, other), other)
            for other in self.members
            if other != group and other not in self.apart[group]
        ]
        return max(found, default=(float("-inf"), -1))

    def _mean(self, one: int, other: int) -> float:
        return self.sums[one][other] / (len(self.members[one]) * len(self.members[other]))


def _sure(
    group: list[int],
    groups: Sequence[list[int]],
    table: Table,
    near: Sequence[set[int]],
    margin: float,
) -> list[list[int]]:
    """Let go of the points that a near miss of their group is almost as close to."""
    rivals = [
        other
        for other in groups
        if other is not group and any(near[place].intersection(other) for place in group)
    ]
    kept: list[int] = []
    let_go: list[list[int]] = []
    for place in group:
        others = [other for other in group if other != place]
        nearest = max((_mean(table, place, rival) for rival in rivals), default=float("-inf"))
        if others and _mean(table, place, others) - nearest >= margin:
            kept.append(place)
        else:
            let_go.append([place])
    return [kept, *let_go] if kept else let_go


def _related(group: list[int], raw: Table, floor: float) -> list[list[int]]:
    """Let go, the farthest first, of points that have too little to do with their group."""
    kept, let_go = list(group), []
    while len(kept) > 1:
        means = {
            place: _mean(raw, place, [other for other in kept if other != place]) for place in kept
        }
        farthest = min(kept, key=lambda place: (means[place], place))
        if means[farthest] >= floor:
            break
        kept.remove(farthest)
        let_go.append([farthest])
    return [kept, *let_go]


def _mean(table: Table, place: int, others: Sequence[int]) -> float:
    return sum(table[place][other] for other in others) / len(others)
