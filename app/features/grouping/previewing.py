"""What a summary would say if every proposal of the machine were confirmed. Keeps nothing."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from app import vectors
from app.db.models import Briefing
from app.domain.drafting import Drafting
from app.domain.grouping import Group, Grouping
from app.domain.position import Cell
from app.domain.proceedings import Position
from app.features.grouping.bench import CellBench
from app.features.summaries.decisions import drafting_of, grouping_acts
from app.features.summaries.queries import proceedings_of


def preview_proposals(db: Session, briefing: Briefing) -> Drafting:
    """Give what the presidency decided so far, with the machine's groups of all other points."""
    drafting = drafting_of(db, briefing)
    proposed = tuple(group for bench in _benches(db, briefing) for group in _proposed(bench))
    decided = drafting.grouping
    return replace(
        drafting,
        grouping=Grouping((*decided.groups, *proposed), decided.rejected),
        is_preview=True,
    )


def _benches(db: Session, briefing: Briefing) -> Iterator[CellBench]:
    whole = proceedings_of(db, briefing)
    acts = tuple(grouping_acts(db, briefing))
    found: dict[Cell, list[Position]] = defaultdict(list)
    for position in whole.positions:
        if position.points:
            found[position.cell].append(position)
    for cell, positions in found.items():
        here = tuple(act for act in acts if act.cell == cell)
        bench = CellBench(replace(whole, positions=tuple(positions)), cell, here, None)
        texts = [(each.text, each.position.statement.language) for each in bench.sources]
        yield replace(bench, likeness=vectors.compare(texts))


def _proposed(bench: CellBench) -> Iterator[Group]:
    for number, places in enumerate(bench.proposed, 1):
        points = frozenset(bench.sources[place].ref for place in places)
        yield Group(f"p{number}", bench.cell, points, is_proposed=True)
