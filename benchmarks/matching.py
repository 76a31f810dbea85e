"""How well points are matched on labelled sets. Labels never reach the matcher, only the count.

python benchmarks/matching.py tests/data/matching/*.jsonl > docs/matching.md
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app import vectors
from app.domain.matching.field import Field, MatchPoint
from app.domain.matching.proposing import propose
from app.domain.matching.ranking import rank
from app.domain.position import LANGUAGES

JOINS = (0.3, 0.1, -0.1, -0.2, -0.3, -0.4, -0.6)
RECALLS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True)
class Labelled:
    """One cell of a set: what the matcher sees, and what people said, place by place."""

    question: object
    field: Field
    clusters: Sequence[str]
    near: Sequence[str | None]

    def pairs(self) -> Iterator[tuple[int, int]]:
        return combinations(range(len(self.clusters)), 2)

    def same(self, one: int, other: int) -> bool:
        return self.clusters[one] == self.clusters[other]

    def near_miss(self, one: int, other: int) -> bool:
        return self.near[one] == self.clusters[other]


def read_set(path: Path) -> list[Labelled]:
    """Read and shuffle a set, and part it by cell."""
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    random.Random(1).shuffle(rows)  # noqa: S311 - an order, not a secret
    cells: dict[tuple[object, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        cells[row["question"], row["mission"]].append(row)
    return [_labelled(question, found) for (question, _), found in cells.items()]


def _labelled(question: object, rows: Sequence[dict[str, Any]]) -> Labelled:
    points = [MatchPoint(row["id"], row["text"], row["lang"]) for row in rows]
    likeness = vectors.compare([(point.text, point.language) for point in points])
    return Labelled(
        question,
        Field(points, likeness),
        [row["cluster"] for row in rows],
        [row["near_miss_of"] for row in rows],
    )


def ranks(cells: Iterable[Labelled]) -> list[int]:
    """Give for each point the place of its own group in the suggestions, from 1."""
    found: list[int] = []
    for cell in cells:
        groups: dict[str, list[int]] = defaultdict(list)
        for place, cluster in enumerate(cell.clusters):
            groups[cluster].append(place)
        for place, cluster in enumerate(cell.clusters):
            names = [each.group for each in rank(cell.field, place, groups)]
            if cluster in names:
                found.append(names.index(cluster) + 1)
    return found


def among(found: Sequence[int], first: int) -> float:
    return sum(each <= first for each in found) / max(1, len(found))


@dataclass(frozen=True)
class Pairs:
    """Pairs of one cell each: put together rightly or wrongly, belonging together, near misses."""

    right: int
    wrong: int
    together: int
    merged: int
    near: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.together)

    @property
    def near_merged(self) -> float:
        return self.merged / max(1, self.near)


def proposed(cells: Iterable[Labelled], **settings: float) -> Pairs:
    right = wrong = together = merged = near = 0
    for cell in cells:
        group_of = {
            place: number
            for number, group in enumerate(propose(cell.field, **settings))
            for place in group
        }
        for one, other in cell.pairs():
            is_put, is_same = group_of[one] == group_of[other], cell.same(one, other)
            right += is_put and is_same
            wrong += is_put and not is_same
            together += is_same
            near += cell.near_miss(one, other)
            merged += is_put and cell.near_miss(one, other)
    return Pairs(right, wrong, together, merged, near)


def curve(cells: Sequence[Labelled], languages: tuple[str, str]) -> list[float | None]:
    """Give the precision of single pairs at each recall, for two languages."""
    scored = sorted(
        (
            (cell.field.score(one, other), cell.same(one, other))
            for cell in cells
            for one, other in cell.pairs()
            if {cell.field.points[one].language, cell.field.points[other].language}
            == set(languages)
            and not cell.field.apart(one, other)
        ),
        reverse=True,
    )
    total = sum(
        cell.same(one, other)
        for cell in cells
        for one, other in cell.pairs()
        if {cell.field.points[one].language, cell.field.points[other].language} == set(languages)
    )
    found: list[float | None] = []
    for wanted in RECALLS:
        right = 0
        at = None
        for number, (_, is_same) in enumerate(scored, 1):
            right += is_same
            if total and right / total >= wanted:
                at = right / number
                break
        found.append(at)
    return found


def report(path: Path) -> None:
    cells = read_set(path)
    found = ranks(cells)
    print(f"\n## {path.stem}: {len(found)} points with others of their group\n")
    first = ", ".join(f"first {n}: {among(found, n):.1%}" for n in (1, 2, 3))
    print(f"Suggested right among the {first}.\n")
    print("| joined from | precision | recall | near misses merged |\n|---|---|---|---|")
    for join in JOINS:
        pairs = proposed(cells, join=join)
        shown = f"{pairs.precision:.1%} | {pairs.recall:.1%} | {pairs.near_merged:.2%}"
        print(f"| {join:+.1f} | {shown} |")
    print("\nEach question by itself (nothing is learnt, so nothing needs to be left out):\n")
    print("| question | suggested first | precision | recall | near misses merged |")
    print("|---|---|---|---|---|")
    for question in sorted({cell.question for cell in cells}, key=str):
        mine = [cell for cell in cells if cell.question == question]
        pairs = proposed(mine)
        shown = f"{pairs.precision:.1%} | {pairs.recall:.1%} | {pairs.near_merged:.2%}"
        print(f"| {question} | {among(ranks(mine), 1):.1%} | {shown} |")
    print("\nPrecision of single pairs by recall and languages:\n")
    print("| languages | " + " | ".join(f"{recall:.0%}" for recall in RECALLS) + " |")
    print("|---" * (len(RECALLS) + 1) + "|")
    for languages in combinations_with_replacement(LANGUAGES, 2):
        values = curve(cells, languages)
        shown = " | ".join("–" if value is None else f"{value:.0%}" for value in values)
        print(f"| {'–'.join(languages)} | {shown} |")


if __name__ == "__main__":
    print("# How well points are matched\n")
    print("`python benchmarks/matching.py tests/data/matching/*.jsonl > docs/matching.md`\n")
    print(f"Encoder: {vectors.model_name()}. Pairs are of one cell (question and mission).\n")
    print(
        "The cues were written beside peacekeeping_2017. The other sets came afterwards. On first"
        " sight fourth_debate (226 points of two debates, 42 pairs of near misses) had the right"
        " group first for 95.6% and among three for 100%, but its proposals were right for 88.1% at"
        " a recall of 67.8% and merged 6.43% of the near misses: banks with elections, an exception"
        " with its rule, praise with doubt. Guards learnt from it: an exception or another amount"
        " keeps points apart across languages, as does a word exchanged within one. fifth_debate"
        " was written after that and before another look: first 94.9%, among two 100%, proposals"
        " right for 100% at a recall of 89.8%, no near miss merged."
    )
    for name in sys.argv[1:]:
        report(Path(name))
