"""Who chose what in one cell: every seat counted once, the kinds of nothing kept apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.position import AWAITING_INSTRUCTIONS, NO_POSITION, NOTHING_SUBMITTED, Statement


class Outcome(StrEnum):
    NOBODY = "nobody"
    ALL_MEMBERS = "all members the same"
    ALL_EXPRESSED = "all who expressed themselves the same"
    DIFFERING = "differing"


@dataclass(frozen=True, slots=True)
class Tally:
    """Codes of seats, in seating order, by what they chose. Together they are all the seats."""

    values: tuple[tuple[str, tuple[str, ...]], ...]  # non-empty scale values, in scale order
    addressed: tuple[str, ...]  # a text, and no assessment
    no_position: tuple[str, ...]
    awaiting_instructions: tuple[str, ...]
    nothing_submitted: tuple[str, ...]

    @property
    def assessed(self) -> int:
        """How many chose a value of the scale."""
        return sum(len(seats) for _, seats in self.values)

    @property
    def of(self) -> int:
        return self.assessed + len(self.addressed) + sum(len(s) for _, s in self.silent)

    @property
    def silent(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return (
            (NO_POSITION, self.no_position),
            (AWAITING_INSTRUCTIONS, self.awaiting_instructions),
            (NOTHING_SUBMITTED, self.nothing_submitted),
        )

    @property
    def outcome(self) -> Outcome:
        if not self.values:
            return Outcome.NOBODY
        if len(self.values) > 1:
            return Outcome.DIFFERING
        return Outcome.ALL_MEMBERS if self.assessed == self.of else Outcome.ALL_EXPRESSED


def count_cell(
    seats: Sequence[str], scale: Iterable[str], statements: Mapping[str, Statement]
) -> Tally:
    """Count the statements of one cell by seat code; the order of ``statements`` is irrelevant."""
    chosen: dict[str, list[str]] = {code: [] for code in scale}
    addressed: list[str] = []
    silent: dict[str, list[str]] = {NO_POSITION: [], AWAITING_INSTRUCTIONS: []}
    nothing: list[str] = []
    for seat in seats:
        statement = statements.get(seat)
        if statement is None:
            nothing.append(seat)
        elif statement.assessment is None:
            addressed.append(seat)
        elif statement.assessment in silent:
            silent[statement.assessment].append(seat)
        else:
            chosen[statement.assessment].append(seat)
    return Tally(
        values=tuple((code, tuple(who)) for code, who in chosen.items() if who),
        addressed=tuple(addressed),
        no_position=tuple(silent[NO_POSITION]),
        awaiting_instructions=tuple(silent[AWAITING_INSTRUCTIONS]),
        nothing_submitted=tuple(nothing),
    )
