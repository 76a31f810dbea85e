"""The note's own arithmetic: a total beside its parts, and what the parts leave over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

Number = int | float
_MOST_PARTS = 4
_NEAR = 0.9  # parts that reach less of the total than this are not its parts
_SMALLEST = 0.01  # nor is a part a hundred times smaller than its total


@dataclass(frozen=True)
class SumCheck:
    """What the named parts add up to, and the rest: known only by difference."""

    total: Number
    parts: tuple[Number, ...]

    @property
    def parts_sum(self) -> Number:
        return sum(self.parts)

    @property
    def rest(self) -> Number:
        return self.total - self.parts_sum

    @property
    def addition(self) -> str:
        return f"{' + '.join(map(grouped, self.parts))} = {grouped(self.parts_sum)}"

    @property
    def difference(self) -> str:
        return f"{grouped(self.total)} − {grouped(self.parts_sum)} = {grouped(self.rest)}"


def grouped(number: Number) -> str:
    """Write a number in groups of three, kept on one line."""
    return f"{number:,}".replace(",", "\u202f")


def sum_checks(figures: Sequence[Mapping[str, Any]]) -> tuple[SumCheck, ...]:
    """Find each total whose parts stand near it in the note: same sentence or same day."""
    return tuple(
        SumCheck(total["value"], parts)
        for total in figures
        if (parts := _parts_of(total, figures)) is not None
    )


def _parts_of(
    total: Mapping[str, Any], figures: Sequence[Mapping[str, Any]]
) -> tuple[Number, ...] | None:
    smaller = [
        figure["value"]
        for figure in figures
        if figure is not total
        and _belong_together(figure, total)
        and total["value"] * _SMALLEST <= figure["value"] < total["value"]
    ]
    fitting = [
        parts
        for parts in _groups(smaller[:12])
        if total["value"] * _NEAR <= sum(parts) <= total["value"]
    ]
    return max(fitting, key=lambda parts: (sum(parts), -len(parts)), default=None)


def _groups(values: Sequence[Number]) -> Iterator[tuple[Number, ...]]:
    for size in range(2, _MOST_PARTS + 1):
        yield from combinations(values, size)


def _belong_together(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one["context"] and one["context"] == other["context"]:
        return True
    return one["as_of"] is not None and one["as_of"] == other["as_of"]
