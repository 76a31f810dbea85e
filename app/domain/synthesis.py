"""Positions in, sentences out: the register (part II), cell by cell, nobody left out."""

from collections.abc import Iterator, Mapping

from app.domain.attribution import Attribution
from app.domain.cells import CellCount, count_cells
from app.domain.condense import overview
from app.domain.order import shuffled_key
from app.domain.position import OFF_SCALE
from app.domain.proceedings import Proceedings, Standing
from app.domain.sentence import Kind, Part, Sentence, Source, kind_of_point


def synthesise(
    proceedings: Proceedings, not_reflected: Mapping[str, str] | None = None
) -> tuple[Sentence, ...]:
    """Compile the sentences of both parts, in reading order.

    ``not_reflected`` maps the hash of a revision to the presidency's reason: the points of its
    text are left to the register of what is not reflected; its assessment is counted all the same.
    """
    cells = count_cells(proceedings)
    register = [
        sentence for cell in cells for sentence in _cell_sentences(cell, proceedings, not_reflected)
    ]
    return (*overview(proceedings, cells, register), *register)


def _cell_sentences(
    cell: CellCount, proceedings: Proceedings, not_reflected: Mapping[str, str] | None
) -> Iterator[Sentence]:
    if cell.is_withheld:
        return
    if cell.rule is Attribution.NON_ATTRIBUTED:
        yield from _banded(cell)
    else:
        yield from _counted(cell)
    yield from _points(cell, proceedings, not_reflected or {})


def _counted(cell: CellCount) -> Iterator[Sentence]:
    """Word every non-empty stratum, and every kind of nothing, with its exact number."""
    for value, seats in cell.tally.values:
        yield _stratum(cell, Kind.TALLY, value, seats)
    if cell.tally.addressed:
        yield _stratum(cell, Kind.ADDRESSED, None, cell.tally.addressed)
    for value, seats in cell.tally.silent:
        asked = cell.by is Standing.MEMBER or value in OFF_SCALE
        if seats and asked:
            yield _stratum(cell, Kind.NOTHING, value, seats)


def _banded(cell: CellCount) -> Iterator[Sentence]:
    """List every value, chosen or not, so that a missing line says nothing."""
    chosen = dict(cell.tally.values)
    for scale_value in cell.question.scale:
        yield _stratum(cell, Kind.TALLY, scale_value.code, chosen.get(scale_value.code, ()))
    yield _stratum(cell, Kind.ADDRESSED, None, cell.tally.addressed)
    for value, seats in cell.tally.silent:
        if value in OFF_SCALE:
            yield _stratum(cell, Kind.NOTHING, value, seats)


def _stratum(cell: CellCount, kind: Kind, value: str | None, seats: tuple[str, ...]) -> Sentence:
    return Sentence(
        key=f"{cell.key}.{kind}.{value or 'text'}",
        part=Part.REGISTER,
        kind=kind,
        rule=cell.rule,
        question=cell.question.number,
        missions=(cell.mission,),
        by=cell.by,
        value=value,
        seats=seats,
        count=len(seats),
        of=cell.tally.of,
        revisions=cell.revisions(seats),
        outcome=cell.tally.outcome if kind is Kind.TALLY else None,
    )


def _points(
    cell: CellCount, proceedings: Proceedings, not_reflected: Mapping[str, str]
) -> Iterator[Sentence]:
    """Give each point its sentence, in an order drawn by the recorded seed.

    A position stricter than the others binds the whole cell: were the others named, it could be
    found by elimination. Where nobody may be found out, points of one text do not stand together.
    """
    sentences = list(_point_sentences(cell, proceedings, not_reflected))
    if cell.rule is Attribution.NON_ATTRIBUTED:
        sentences.sort(key=lambda sentence: shuffled_key(proceedings.seed, sentence.key))
    yield from sentences


def _point_sentences(
    cell: CellCount, proceedings: Proceedings, not_reflected: Mapping[str, str]
) -> Iterator[Sentence]:
    speaking = [each for each in cell.positions.values() if each.hash not in not_reflected]
    speaking.sort(key=lambda position: shuffled_key(proceedings.seed, position.hash))
    for position in speaking:
        for index, point in enumerate(position.points):
            yield Sentence(
                key=f"{cell.key}.point.{position.hash[:16]}.{index + 1}",
                part=Part.REGISTER,
                kind=kind_of_point(point.kind),
                rule=cell.rule,
                question=cell.question.number,
                missions=(cell.mission,),
                by=cell.by,
                value=None,
                seats=(position.member,),
                count=1,
                of=cell.tally.of,
                revisions=(position.hash,),
                source=Source(position, index),
            )
