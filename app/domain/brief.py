"""The Secretary-General's brief: where members stand, mission by mission, and what is asked.

Everything is taken from one document, the summary as its reader has it: what it does not say,
the brief does not say either. ``document`` is that JSON in one language.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.asks import Asked
from app.domain.gates.disclosure import bands_in
from app.domain.position import GENERAL, Cell, PointKind
from app.domain.proceedings import Mission, Question

MEMBERS = "members"


@dataclass(frozen=True)
class Choice:
    """One value of the scale in one cell: how many chose it, or the band they are said in."""

    value: str
    count: int | None
    band: int | None
    seats: tuple[str, ...]  # whom the summary names
    paragraph: int

    @property
    def is_lone(self) -> bool:
        return self.count == 1


@dataclass(frozen=True)
class BriefCell:
    """Where members stand on one question for one mission, as the register's sentences say it."""

    choices: tuple[Choice, ...]
    of: int
    first: int  # paragraph
    last: int
    is_refused: bool  # nobody may be found out: nothing is said of it by itself

    @property
    def assessed(self) -> int:
        return sum(each.count or 0 for each in self.choices)

    @property
    def is_banded(self) -> bool:
        return self.is_refused or any(each.band is not None for each in self.choices)


@dataclass(frozen=True)
class Change:
    """How many more or fewer than last time chose one value."""

    value: str
    before: int
    after: int


@dataclass(frozen=True)
class Changed:
    """What of one cell can be compared with an earlier briefing."""

    question: int
    earlier: str  # slug
    wholes: tuple[int, int]  # members then and now
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class BriefMission:
    acronym: str  # or GENERAL
    mission: Mission | None
    cells: Mapping[int, BriefCell]  # by question
    changed: tuple[Changed, ...]
    requests: tuple[Asked, ...]


@dataclass(frozen=True)
class Brief:
    questions: tuple[Question, ...]
    missions: tuple[BriefMission, ...]
    invited: tuple[int, ...]  # paragraphs of what delegations invited said: never in the counts
    of: int

    @property
    def earlier(self) -> tuple[str, ...]:
        found = [each.earlier for one in self.missions for each in one.changed]
        return tuple(dict.fromkeys(found))


def brief_of(
    document: Mapping[str, Any],
    questions: Sequence[Question],
    missions: Sequence[Mission],
    asked: Iterable[Asked],
) -> Brief:
    """Put a brief together, without what changed: that takes an earlier document, too."""
    register = [each for each in document["sentences"] if each["part"] == "II"]
    cells = _cells([each for each in register if each["by"] == MEMBERS], document["language"])
    requests = sorted(
        (each for each in asked if each.kind is PointKind.REQUEST),
        key=lambda each: (-(each.count or 0), each.paragraph),
    )
    by_acronym: dict[str, Mission | None] = {GENERAL: None}
    by_acronym |= {mission.acronym: mission for mission in missions}
    rows = [
        BriefMission(
            acronym,
            mission,
            {cell.question: found for cell, found in cells.items() if cell.mission == acronym},
            (),
            tuple(each for each in requests if each.mission == acronym),
        )
        for acronym, mission in by_acronym.items()
    ]
    return Brief(
        tuple(questions),
        tuple(row for row in rows if row.mission or row.cells or row.requests),
        tuple(_paragraph(each) for each in register if each["by"] != MEMBERS),
        max((cell.of for cell in cells.values()), default=0),
    )


def _cells(register: Iterable[Mapping[str, Any]], language: str) -> dict[Cell, BriefCell]:
    found: dict[Cell, list[Mapping[str, Any]]] = {}
    for each in register:
        counts = each["kind"] not in {"group", "request"} and each["of"]  # narrative is of nobody
        if each["question"] is not None and counts:
            found.setdefault(Cell(each["question"], each["mission"]), []).append(each)
    return {cell: _cell(sentences, language) for cell, sentences in found.items()}


def _cell(sentences: Sequence[Mapping[str, Any]], language: str) -> BriefCell:
    tallies = [each for each in sentences if each["kind"] == "tally"]
    paragraphs = [_paragraph(each) for each in sentences]
    return BriefCell(
        choices=tuple(_choice(each, language) for each in tallies),
        of=max(each["of"] for each in sentences),
        first=min(paragraphs),
        last=max(paragraphs),
        is_refused=all(each["kind"] == "procedural" for each in sentences),
    )


def _choice(sentence: Mapping[str, Any], language: str) -> Choice:
    count = sentence["count"]
    bands = () if count is not None else sorted(bands_in(sentence["text"], language))
    return Choice(
        sentence["value"],
        count,
        bands[0] if bands else None,
        tuple(sentence["members"]),
        _paragraph(sentence),
    )


def _paragraph(sentence: Mapping[str, Any]) -> int:
    return int(sentence["id"].removeprefix("s"))


def compare(brief: Brief, earlier: Iterable[tuple[str, Brief, Mapping[int, int]]]) -> Brief:
    """Set a brief beside earlier ones, the latest first: (slug, brief, question now → then).

    Each cell is compared with the latest briefing that asked it; bands are compared with nothing.
    """
    past = list(earlier)

    def changed(one: BriefMission) -> tuple[Changed, ...]:
        found: list[Changed] = []
        for question, cell in one.cells.items():
            for slug, then, asked in past:
                before = _cell_of(then, one.acronym, asked.get(question))
                if before and not (before.is_banded or cell.is_banded):
                    wholes = before.of, cell.of
                    found.append(Changed(question, slug, wholes, _changes(before, cell)))
                    break
        return tuple(found)

    return replace(
        brief, missions=tuple(replace(one, changed=changed(one)) for one in brief.missions)
    )


def _cell_of(brief: Brief, acronym: str, question: int | None) -> BriefCell | None:
    here = (one.cells.get(question or 0) for one in brief.missions if one.acronym == acronym)
    return next(here, None)


def _changes(before: BriefCell, after: BriefCell) -> tuple[Change, ...]:
    then = {each.value: each.count or 0 for each in before.choices}
    now = {each.value: each.count or 0 for each in after.choices}
    return tuple(
        Change(value, then.get(value, 0), now.get(value, 0))
        for value in {**now, **then}
        if then.get(value, 0) != now.get(value, 0)
    )
