"""The verbs that work on points by themselves: cut a text, rank groups, propose groups."""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app import data, vectors
from app.cli.terminal import Verbs, read_lines, say, verb, write_lines
from app.domain.errors import Invalid
from app.domain.matching.field import Field, MatchPoint
from app.domain.matching.proposing import propose
from app.domain.matching.ranking import rank
from app.domain.points import split
from app.domain.position import LANGUAGES

CellName = tuple[str, str]  # question and mission, as text


def add_points(verbs: Verbs) -> None:
    for name, run, what in (
        ("split", _split, "cut texts into points"),
        ("suggest", _suggest, "rank for each point the groups of its cell"),
        ("propose-groups", _propose, "propose which points say the same"),
    ):
        verb(verbs, name, run, what).add_argument("file", type=Path, metavar="FILE.jsonl")


@dataclass(frozen=True)
class _Line:
    """A point as it stands in a file."""

    id: str | int  # as it was given; the point has it as text
    point: MatchPoint
    cell: CellName
    group: str | int


def _split(options: argparse.Namespace) -> None:
    rows: list[dict[str, Any]] = []
    for where, row in read_lines(options.file):
        language = _language(row, where)
        points = split(_text(row, "text", where, empty=True), language)
        cuts = [{"start": point.start, "end": point.end} for point in points]
        rows.append({"id": _name(row, "id", where), "points": cuts})
    write_lines(rows)


def _suggest(options: argparse.Namespace) -> None:
    lines = [_line(where, row, grouped=True) for where, row in read_lines(options.file)]
    found: dict[int, list[dict[str, Any]]] = {}
    for places in _cells(lines):
        field = _field([lines[place] for place in places])
        groups: dict[str, list[int]] = defaultdict(list)
        given = {str(lines[place].group): lines[place].group for place in places}
        for here, place in enumerate(places):
            groups[str(lines[place].group)].append(here)
        for here, place in enumerate(places):
            found[place] = [
                {"group": given[each.group], "score": each.score, "blocked_by": each.blocked_by}
                for each in rank(field, here, groups)
            ]
    write_lines([{"id": line.id, "suggestions": found[at]} for at, line in enumerate(lines)])


def _propose(options: argparse.Namespace) -> None:
    lines = [_line(where, row, grouped=False) for where, row in read_lines(options.file)]
    group_of: dict[int, str | int] = {}
    for places in _cells(lines):
        for group in propose(_field([lines[place] for place in places])):
            first = lines[places[group[0]]].id
            group_of |= {places[here]: first for here in group}
    write_lines([{"id": line.id, "group": group_of[at]} for at, line in enumerate(lines)])


def _cells(lines: Sequence[_Line]) -> Iterable[list[int]]:
    """Part the lines by cell; points of two cells are never compared."""
    names: set[str] = set()
    cells: dict[CellName, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if line.point.id in names:
            raise Invalid(f"the id “{line.point.id}” stands twice.", where=f"line {place + 1}")
        names.add(line.point.id)
        cells[line.cell].append(place)
    return cells.values()


def _field(lines: Sequence[_Line]) -> Field:
    points = [line.point for line in lines]
    likeness = vectors.compare([(point.text, point.language) for point in points])
    if not likeness.crosses_languages:
        say("no sentence encoder is installed: only texts of one language are compared")
    return Field(points, likeness, names=data.mission_names_for_matching())


def _line(where: str, row: dict[str, Any], *, grouped: bool) -> _Line:
    question = row.get("question")
    if not isinstance(question, int | str) or isinstance(question, bool):
        raise Invalid("give the question as a number.", where=f"{where}: question")
    name = _name(row, "id", where)
    return _Line(
        id=name,
        point=MatchPoint(str(name), _text(row, "text", where), _language(row, where)),
        cell=(str(question), _text(row, "mission", where)),
        group=_name(row, "group", where) if grouped else "",
    )


def _name(row: dict[str, Any], name: str, where: str) -> str | int:
    value = row.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        raise Invalid("give a name or a number.", where=f"{where}: {name}")
    return value


def _text(row: dict[str, Any], name: str, where: str, *, empty: bool = False) -> str:
    value = row.get(name)
    if not isinstance(value, str) or not (empty or value.strip()):
        raise Invalid("give a text.", where=f"{where}: {name}")
    return value


def _language(row: dict[str, Any], where: str) -> str:
    language = _text(row, "lang", where)
    if language not in LANGUAGES:
        raise Invalid(f"“{language}” is not one of {', '.join(LANGUAGES)}.", where=f"{where}: lang")
    return language
