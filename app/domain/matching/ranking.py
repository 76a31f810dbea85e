"""For one point, the groups of its cell, the likeliest first. A person decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from app.domain.matching.field import Field


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A group a point may belong to. ``nearest`` is the id of its member most like the point."""

    group: str
    score: float
    blocked_by: str | None
    nearest: str


def rank(field: Field, point: int, groups: Mapping[str, Sequence[int]]) -> list[Suggestion]:
    """Rank groups, given as places in the field; the point itself is left out of them."""
    others = {
        name: [place for place in members if place != point] for name, members in groups.items()
    }
    suggestions = [
        _suggestion(field, point, name, members) for name, members in others.items() if members
    ]
    return sorted(suggestions, key=lambda each: (-each.score, each.group))


def _suggestion(field: Field, point: int, group: str, members: Sequence[int]) -> Suggestion:
    scores = {place: field.score(point, place) for place in members}
    nearest = max(members, key=lambda place: (scores[place], field.points[place].id))
    reasons = [why for place in members if (why := field.apart(point, place))]
    return Suggestion(
        group=group,
        score=round(fmean(scores.values()), 4),
        blocked_by=min(reasons) if reasons else None,
        nearest=field.points[nearest].id,
    )
