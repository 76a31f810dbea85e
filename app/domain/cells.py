"""Every cell counted, once for the members and once for the invited States."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.domain.attribution import Attribution, strictest
from app.domain.bands import Bands, Seen, bands_for, bands_said, kept_or_new
from app.domain.position import GENERAL, OFF_SCALE, Cell
from app.domain.proceedings import Position, Proceedings, Question, Standing
from app.domain.sentence import Kind, cell_key
from app.domain.tally import Tally, count_cell

POPULATIONS = (Standing.MEMBER, Standing.INVITED)
Stratum = tuple[Kind, str | None, tuple[str, ...]]  # kind, value, seats
NOTHING_SEEN: Mapping[str, Seen] = {}


@dataclass(frozen=True)
class CellCount:
    """One cell as one population answered it."""

    question: Question
    mission: str
    by: Standing
    rule: Attribution  # the strictest any position in the cell asks for
    tally: Tally
    positions: Mapping[str, Position]  # by seat code
    seen: Seen | None = None  # what delegations were last shown of it in bands

    @property
    def key(self) -> str:
        return count_key(Cell(self.question.number, self.mission), self.by)

    @cached_property
    def of(self) -> int:
        return self.tally.of

    @property
    def is_withheld(self) -> bool:
        """Tell whether nobody may be found out, and too few are there to hide among."""
        return self.is_banded and not bands_for(self.of)

    @property
    def is_banded(self) -> bool:
        return self.rule is Attribution.NON_ATTRIBUTED

    @property
    def is_refused(self) -> bool:
        """Tell whether its strata may not be said by themselves, whatever its points may."""
        return self.is_banded and self.shown.bands is None

    @cached_property
    def listed(self) -> tuple[Stratum, ...]:
        """Give every stratum bands speak of, chosen or not: a missing line would say something."""
        tally, chosen = self.tally, dict(self.tally.values)
        scale = [value.code for value in self.question.scale]
        return (
            *((Kind.TALLY, code, chosen.get(code, ())) for code in scale),
            (Kind.ADDRESSED, None, tally.addressed),
            *((Kind.NOTHING, value, seats) for value, seats in tally.silent if value in OFF_SCALE),
        )

    @cached_property
    def known(self) -> int:
        """Count the members whose position here is public already: a source gives it."""
        return sum(position.source is not None for position in self.positions.values())

    @cached_property
    def shown(self) -> Seen:
        """Give the bands its strata are said in, and the revisions these rest on."""
        bands: Bands | None = None
        if not self.is_withheld:
            counts = [len(seats) for _, _, seats in self.listed]
            bands = bands_said(counts, self.of, self.known)
        basis = {seat: position.hash for seat, position in self.positions.items()}
        return kept_or_new(bands, basis, self.of, self.seen)

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
    proceedings: Proceedings,
    cell: Cell,
    here: Mapping[str, Position],
    seen: Mapping[str, Seen] = NOTHING_SEEN,
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
            seen=seen.get(count_key(cell, by)),
        )


def count_key(cell: Cell, by: Standing) -> str:
    suffix = "" if by is Standing.MEMBER else f".{by}"
    return cell_key(cell.question, cell.mission) + suffix


def banded_counts(
    proceedings: Proceedings, seen: Mapping[str, Seen] = NOTHING_SEEN
) -> list[CellCount]:
    """Count the cells in which nobody may be found out, without a compiler."""
    rules = {proceedings.attribution, *(each.attribution for each in proceedings.positions)}
    if Attribution.NON_ATTRIBUTED not in rules:
        return []
    found = positions_by_cell(proceedings)
    return [
        count
        for cell in cells_of(proceedings)
        for count in count_cell_of(proceedings, cell, found.get(cell, {}), seen)
        if count.is_banded
    ]
