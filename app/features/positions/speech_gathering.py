"""The accepted points of a statement, gathered cell by cell, in order and word for word."""

from collections import defaultdict
from collections.abc import Mapping

from app.db.models import Speech
from app.domain.carrying import append
from app.domain.position import Cell, Statement
from app.features.positions.cells import Held, Writing
from app.features.positions.targets import on_terms, writing_in


def gathered(speech: Speech, held: Mapping[Cell, Held]) -> dict[Cell, Writing]:
    """Give what each cell would say with the points placed there added to its words."""
    found = {}
    for cell, text in texts_by_cell(speech).items():
        mine = held.get(cell, Held())
        now = writing_in(mine)
        source = Writing(Statement(None, text, speech.language), 0)
        said = append(source.statement, now.statement if now else None)
        found[cell] = on_terms(said, source, now, mine)
    return found


def texts_by_cell(speech: Speech) -> dict[Cell, str]:
    """Give the words for each cell: what stood together stays together, the rest on new lines."""
    spans: dict[Cell, list[tuple[int, int]]] = defaultdict(list)
    for index, point in enumerate(speech.points):
        cell = cell_of(speech, index)
        if cell is None:
            continue
        mine, start = spans[cell], point["start"]
        if mine and not speech.text[mine[-1][1] : start].strip():
            start = mine.pop()[0]
        mine.append((start, point["end"]))
    return {
        cell: "\n".join(speech.text[start:end] for start, end in places)
        for cell, places in spans.items()
    }


def cell_of(speech: Speech, index: int) -> Cell | None:
    """Give the cell a person put a point in, if any did."""
    said = speech.decided.get(str(index))
    return Cell(*said["cell"]) if said and said["cell"] else None
