"""Positions in, sentences out: the register (part II), cell by cell, nobody left out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.attribution import Attribution
from app.domain.cells import CellCount
from app.domain.drafting import Drafting
from app.domain.grouping import Group, PointRef
from app.domain.order import shuffled_key
from app.domain.position import OFF_SCALE, PointKind
from app.domain.proceedings import Standing
from app.domain.sentence import (
    Kind,
    Part,
    Sentence,
    Source,
    group_key,
    kind_of_point,
    point_key,
    stratum_key,
)


def cell_sentences(
    cell: CellCount, seed: str, drafting: Drafting, groups: Sequence[Group]
) -> Iterator[Sentence]:
    """Compile what part II says of one cell, from nothing but that cell and its ``groups``.

    The points of a revision not reflected are left to the register of those; its assessment is
    counted all the same.
    """
    if cell.is_withheld:
        return
    if cell.is_refused:
        yield _apart(cell)
    elif cell.is_banded:
        yield from _banded(cell)
    else:
        yield from _counted(cell)
    yield from _points(cell, seed, drafting, groups)


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
    for stratum, band in zip(cell.listed, cell.shown.bands or (), strict=True):
        yield replace(_stratum(cell, *stratum), band=band)


def _apart(cell: CellCount) -> Sentence:
    """Say that the assessments of a cell are not given by themselves."""
    return Sentence(
        key=f"{cell.key}.apart",
        part=Part.REGISTER,
        kind=Kind.PROCEDURAL,
        rule=cell.rule,
        of=cell.of,
        question=cell.question.number,
        missions=(cell.mission,),
        by=cell.by,
    )


def _stratum(cell: CellCount, kind: Kind, value: str | None, seats: tuple[str, ...]) -> Sentence:
    return Sentence(
        key=stratum_key(cell.key, kind, value),
        part=Part.REGISTER,
        kind=kind,
        rule=cell.rule,
        question=cell.question.number,
        missions=(cell.mission,),
        by=cell.by,
        value=value,
        seats=seats,
        count=len(seats),
        of=cell.of,
        revisions=cell.revisions(seats),
        outcome=cell.tally.outcome if kind is Kind.TALLY else None,
    )


def _points(
    cell: CellCount, seed: str, drafting: Drafting, groups: Sequence[Group]
) -> Iterator[Sentence]:
    """Word what the texts say: groups by size, then lone views, then requests, by lot.

    A position stricter than the others binds the whole cell: were the others named, it could be
    found by elimination. Where nobody may be found out the lot alone decides.
    """
    sources = {
        PointRef(position.hash, index): Source(position, index)
        for position in cell.positions.values()
        if position.hash not in drafting.not_reflected
        for index in range(len(position.points))
    }
    said = [
        *_grouped(cell, sources, groups),
        *(_point(cell, [source]) for source in sources.values()),
    ]
    is_blind = cell.rule is Attribution.NON_ATTRIBUTED

    def place(each: Sentence) -> tuple[bool, int, str]:
        if is_blind:
            return each.kind is Kind.REQUEST, 0, shuffled_key(seed, each.key)
        lot = each.revisions[0] if each.is_lone else each.key
        return each.kind is Kind.REQUEST, -(each.count or 0), shuffled_key(seed, lot)

    yield from sorted(said, key=place)


def _grouped(
    cell: CellCount, sources: dict[PointRef, Source], groups: Sequence[Group]
) -> Iterator[Sentence]:
    """Take the points of each group out of ``sources`` and word them together."""
    order = {ref: place for place, ref in enumerate(sources)}
    for group in groups:
        found = sorted((ref for ref in group.points if ref in order), key=order.__getitem__)
        if len(found) > 1:
            yield _point(cell, [sources.pop(ref) for ref in found], group)


def _point(cell: CellCount, sources: Sequence[Source], group: Group | None = None) -> Sentence:
    kind = _kind_of(sources)
    positions = {source.position.hash: source.position for source in sources}
    return Sentence(
        key=group_key(cell.key, group.id) if group else point_key(cell.key, sources[0].ref),
        part=Part.REGISTER,
        kind=kind_of_point(kind),
        rule=cell.rule,
        question=cell.question.number,
        missions=(cell.mission,),
        by=cell.by,
        seats=tuple(position.member for position in positions.values()),
        count=len(positions),
        of=cell.of,
        revisions=tuple(positions),
        point_kind=kind,
        sources=tuple(sources),
        is_proposed=group is not None and group.is_proposed,
    )


def _kind_of(sources: Sequence[Source]) -> PointKind:
    """Give the kind most of the points are of; among equals the one listed first."""
    if len(sources) == 1:
        return sources[0].point.kind
    found = Counter(source.point.kind for source in sources)
    return max(PointKind, key=lambda kind: found[kind])
