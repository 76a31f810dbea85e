"""Points in a file of JSON lines, as the verbs that work on points by themselves take them."""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app import data, vectors
from app.cli.terminal import say
from app.domain.errors import Invalid
from app.domain.matching.field import Field, MatchPoint
from app.domain.position import LANGUAGES

CellName = tuple[str, str]  # question and mission, as text


def add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.jsonl")


@dataclass(frozen=True)
class PointLine:
    """A point as it stands in a file."""

    id: str | int  # as it was given; the point has it as text
    point: MatchPoint
    cell: CellName
    group: str | int


def cells(lines: Sequence[PointLine]) -> Iterable[list[int]]:
    """Part the lines by cell; points of two cells are never compared."""
    names: set[str] = set()
    found: dict[CellName, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if line.point.id in names:
            raise Invalid(f"the id “{line.point.id}” stands twice.", where=f"line {place + 1}")
        names.add(line.point.id)
        found[line.cell].append(place)
    return found.values()


def field_of(lines: Sequence[PointLine]) -> Field:
    points = [line.point for line in lines]
    likeness = vectors.compare([(point.text, point.language) for point in points])
    if not likeness.crosses_languages:
        say("no sentence encoder is installed: only texts of one language are compared")
    return Field(points, likeness, names=data.mission_names_for_matching())


def line_of(where: str, row: dict[str, Any], *, grouped: bool) -> PointLine:
    question = row.get("question")
    if not isinstance(question, int | str) or isinstance(question, bool):
        raise Invalid("give the question as a number.", where=f"{where}: question")
    name = name_of(row, "id", where)
    return PointLine(
        id=name,
        point=MatchPoint(str(name), text_of(row, "text", where), language_of(row, where)),
        cell=(str(question), text_of(row, "mission", where)),
        group=name_of(row, "group", where) if grouped else "",
    )


def name_of(row: dict[str, Any], name: str, where: str) -> str | int:
    value = row.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        raise Invalid("give a name or a number.", where=f"{where}: {name}")
    return value


def text_of(row: dict[str, Any], name: str, where: str, *, empty: bool = False) -> str:
    value = row.get(name)
    if not isinstance(value, str) or not (empty or value.strip()):
        raise Invalid("give a text.", where=f"{where}: {name}")
    return value


def language_of(row: dict[str, Any], where: str) -> str:
    language = text_of(row, "lang", where)
    if language not in LANGUAGES:
        raise Invalid(f"“{language}” is not one of {', '.join(LANGUAGES)}.", where=f"{where}: lang")
    return language
