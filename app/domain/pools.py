"""What may be said of several missions together where nothing may be said of each by itself.

A pool counts the members who gave an assessment for at least one of its missions, of all those
invited at the opening: the whole stays what it was. It is made of one question's cells alone. Over
several questions nothing true could be said: their scales ask different things, even where two
values bear the same name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.attribution import Attribution
from app.domain.bands import Seen, band_of, kept_or_new, may_be_pooled
from app.domain.cells import NOTHING_SEEN, POPULATIONS, CellCount, banded_counts
from app.domain.position import GENERAL
from app.domain.proceedings import Proceedings, Question, Standing
from app.domain.sentence import Kind, Part, Sentence, stratum_key

LEAST_POOLED = 2  # missions


@dataclass(frozen=True)
class Pool:
    """The refused cells of one question and one population, and what is said of them."""

    question: Question
    by: Standing
    cells: tuple[CellCount, ...]
    shown: Seen

    @property
    def key(self) -> str:
        return f"q{self.question.number}.{self.by}.pool"

    @property
    def missions(self) -> tuple[str, ...]:
        return tuple(cell.mission for cell in self.cells)

    def sentences(self) -> Iterator[Sentence]:
        for value, band in zip(self.question.scale, self.shown.bands or (), strict=True):
            seats = _holders(self.cells, value.code)
            yield Sentence(
                key=f"{self.key}.{value.code}",
                part=Part.OVERVIEW,
                kind=Kind.TALLY,
                rule=Attribution.NON_ATTRIBUTED,
                question=self.question.number,
                missions=self.missions,
                by=self.by,
                value=value.code,
                seats=seats,
                count=len(seats),
                of=self.cells[0].of,
                revisions=tuple(_revisions(self.cells, value.code)),
                band=band,
            )


def pools_of(counts: Iterable[CellCount], seen: Mapping[str, Seen] = NOTHING_SEEN) -> list[Pool]:
    """Pool what may be pooled of the cells given, question by question."""
    refused: dict[tuple[int, Standing], list[CellCount]] = defaultdict(list)
    for cell in counts:
        if cell.is_refused and not cell.is_withheld and cell.mission != GENERAL:
            refused[cell.question.number, cell.by].append(cell)
    pools = (
        _pool(refused[number, by], seen)
        for number in sorted({number for number, _ in refused})
        for by in POPULATIONS
        if len(refused[number, by]) >= LEAST_POOLED
    )
    return [pool for pool in pools if pool is not None]


def _pool(cells: Sequence[CellCount], seen: Mapping[str, Seen]) -> Pool | None:
    """Say of a pool what may be said, if anything; other missions than before say nothing."""
    question, by, of = cells[0].question, cells[0].by, cells[0].of
    counts = [len(_holders(cells, value.code)) for value in question.scale]
    bands = tuple(band_of(count, of) for count in counts)
    known = {seat for cell in cells for seat, position in cell.positions.items() if position.source}
    is_safe = may_be_pooled(bands, of, len(known), strata=len(cells[0].listed))
    basis: dict[str, str] = defaultdict(str)
    for cell in cells:
        for seat, position in cell.positions.items():
            basis[seat] += f"{cell.mission} {position.hash} "
    pool = Pool(question, by, tuple(cells), Seen(bands if is_safe else None, dict(basis)))
    if any(_pooled_missions(key) != set(pool.missions) for key in seen if _is_of(key, pool)):
        return None
    shown = kept_or_new(pool.shown.bands, pool.shown.basis, of, seen.get(seen_key(pool)))
    return None if shown.bands is None else Pool(question, by, tuple(cells), shown)


def seen_key(pool: Pool) -> str:
    """Name a pool with its missions: one of other missions is another."""
    return f"{pool.key} {' '.join(pool.missions)}"


def _is_of(key: str, pool: Pool) -> bool:
    return key.partition(" ")[0] == pool.key


def _pooled_missions(key: str) -> set[str]:
    return set(key.split(" ")[1:])


def _holders(cells: Sequence[CellCount], value: str) -> tuple[str, ...]:
    """Give the seats that chose a value in at least one cell, in the order they first did."""
    seats = (
        seat for cell in cells for code, who in cell.tally.values if code == value for seat in who
    )
    return tuple(dict.fromkeys(seats))


def _revisions(cells: Sequence[CellCount], value: str) -> Iterator[str]:
    for cell in cells:
        yield from cell.revisions(dict(cell.tally.values).get(value, ()))


def bands_by_key(proceedings: Proceedings, seen: Mapping[str, Seen]) -> dict[str, int]:
    """Give the band of every sentence that is said in one, by its key."""
    counts = banded_counts(proceedings, seen)
    return {
        **{
            stratum_key(cell.key, kind, value): band
            for cell in counts
            if cell.shown.bands
            for (kind, value, _), band in zip(cell.listed, cell.shown.bands, strict=True)
        },
        **{
            said.key: said.band
            for pool in pools_of(counts, seen)
            for said in pool.sentences()
            if said.band is not None
        },
    }


def what_is_shown(
    proceedings: Proceedings, seen: Mapping[str, Seen] = NOTHING_SEEN
) -> dict[str, Seen]:
    """Give the bands a text shows, to be kept with it: the next text is measured by them."""
    counts = banded_counts(proceedings, seen)
    return {
        **{cell.key: cell.shown for cell in counts},
        **{seen_key(pool): pool.shown for pool in pools_of(counts, seen)},
    }
