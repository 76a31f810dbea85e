"""What anybody can check of one sentence, from nothing but the published data.

A check is read from the sentence's entry in the public JSON: it can say no more than that does.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.sentence import Part
from app.domain.summary import Summary, WordedSentence
from app.features.record.views import CellView, SentenceView


class Basis(StrEnum):
    """What the data gives of the revisions a sentence rests on."""

    REVISIONS = "revisions"
    TOKENS = "tokens"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Check:
    """``addends`` are the counts of its cell, in order; together they are the whole."""

    part: str
    question: int | None
    cell: CellView | None  # of the register, where its text stands
    missions: tuple[str, ...]
    kind: str
    by: str
    is_counted: bool
    members: tuple[str, ...]  # names
    basis: Basis
    revisions: tuple[str, ...]
    outcome: str | None
    addends: tuple[int, ...]
    excerpt: Mapping[str, Any] | None
    before: str  # ids of the sentences beside it
    after: str


def checks(
    summary: Summary,
    document: Mapping[str, Any],
    views: Mapping[str, SentenceView],
    cells: Mapping[tuple[int, str], CellView],
    names: Mapping[str, str],
) -> Iterator[tuple[SentenceView, Check]]:
    """Give every sentence with its check, in order; ``names`` are those of the seats."""
    entries = document["sentences"]
    ids = ["", *(entry["id"] for entry in entries), ""]
    for at, (each, entry) in enumerate(zip(summary.sentences, entries, strict=True)):
        view = views[each.id]
        cell = _cell_of(each, cells)
        yield (
            view,
            Check(
                part=entry["part"],
                question=entry["question"],
                cell=cell,
                missions=tuple(entry["missions"]),
                kind=entry["kind"],
                by=entry["by"],
                is_counted=view.count is not None and bool(view.of),
                members=tuple(names[code] for code in entry["members"]),
                basis=_basis(entry),
                revisions=tuple(entry["revisions"]),
                outcome=entry["outcome"],
                addends=_addends(entry, cell),
                excerpt=entry["excerpt"] if entry["members"] else None,
                before=ids[at],
                after=ids[at + 2],
            ),
        )


def _cell_of(each: WordedSentence, cells: Mapping[tuple[int, str], CellView]) -> CellView | None:
    sentence = each.sentence
    if sentence.part is not Part.REGISTER or sentence.question is None:
        return None
    return cells[sentence.question, sentence.missions[0]]


def _basis(entry: Mapping[str, Any]) -> Basis:
    if not entry["revisions"]:
        return Basis.NOTHING
    return Basis.REVISIONS if entry["members"] else Basis.TOKENS


def _addends(entry: Mapping[str, Any], cell: CellView | None) -> tuple[int, ...]:
    """Give what adds up to the whole: only for a choice of members, in a cell that has numbers."""
    if cell is None or entry["by"] != "members" or entry["kind"] in ("group", "request"):
        return ()
    counts = tuple(segment.count for segment in cell.segments)
    return counts if sum(counts) == entry["of"] else ()
