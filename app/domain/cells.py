"""Every cell counted, once for the members and once for the invited States."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.domain.attribution import LEAST_BANDED, Attribution, strictest
from app.domain.position import GENERAL, Cell
from app.domain.proceedings import Position, Proceedings, Question, Standing
from app.domain.sentence import cell_key
from app.domain.tally import Tally, count_cell

POPULATIONS = (Standing.MEMBER, Standing.INVITED)


@dataclass(frozen=True)
class CellCount:
    """One cell as one population answered it."""

    question: Question
    mission: str
    by: Standing
    rule: Attribution  # the strictest any position in the cell asks for
    tally: Tally
    positions: Mapping[str, Position]  # by seat code

    @property
    def key(self) -> str:
        suffix = "" if self.by is Standing.MEMBER else f".{self.by}"
        return cell_key(self.question.number, self.mission) + suffix

    @cached_property
    def of(self) -> int:
        return self.tally.of

    @property
    def is_withheld(self) -> bool:
        """Tell whether nobody may be found out, and too few are there to hide among."""
        return self.rule is Attribution.NON_ATTRIBUTED and self.tally.of < LEAST_BANDED

    def revisions(self, seats: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.positions[seat].hash for seat in seats if seat in self.positions)


def cells_of(proceedings: Proceedings) -> list[Cell]:
    """Give every cell there may be something to say of, in reading order."""
    missions = (GENERAL, *(mission.acronym for mission in proceedings.missions))
    return [
        Cell(question.number, mission) for question in proceedings.questions for mission in missions
    ]


def positions_by_cell(proceedings: Proceedings) -> dict[Cell, dict[str, Position]]:
    """Give the positions of each cell by seat code."""
    found: dict[Cell, dict[str, Position]] = defaultdict(dict)
    for position in proceedings.positions:
        found[position.cell][position.member] = position
    return found


def count_cell_of(
    proceedings: Proceedings, cell: Cell, here: Mapping[str, Position]
) -> Iterator[CellCount]:
    """Count one cell for members, and for invited States where one of them spoke."""
    question = next(each for each in proceedings.questions if each.number == cell.question)
    for by in POPULATIONS:
        seats = [seat.code for seat in proceedings.seated(by)]
        positions = {seat: here[seat] for seat in seats if seat in here}
        if not positions and (by is Standing.INVITED or cell.mission == GENERAL):
            continue  # nobody is asked to speak in general, nor an invited State at all
        yield CellCount(
            question=question,
            mission=cell.mission,
            by=by,
            rule=strictest(
                [
                    proceedings.attribution,
                    *(each.attribution for each in positions.values() if each.attribution),
                ]
            ),
            tally=count_cell(
                seats,
                [value.code for value in question.scale],
                {seat: position.statement for seat, position in positions.items()},
            ),
            positions=positions,
        )


def withheld(proceedings: Proceedings) -> tuple[str, ...]:
    """Give the revisions of which nothing may be said: they are registered as withheld."""
    rules = {proceedings.attribution, *(each.attribution for each in proceedings.positions)}
    if Attribution.NON_ATTRIBUTED not in rules:
        return ()
    found = positions_by_cell(proceedings)
    return tuple(
        position.hash
        for cell in cells_of(proceedings)
        for count in count_cell_of(proceedings, cell, found.get(cell, {}))
        if count.is_withheld
        for position in count.positions.values()
    )
