"""``split``: cut texts into points."""

import argparse
from typing import Any

from app.cli.point_lines import add_file, language_of, name_of, text_of
from app.cli.terminal import read_lines, write_lines
from app.domain.points import split

add_arguments = add_file


def run(options: argparse.Namespace) -> None:
    rows: list[dict[str, Any]] = []
    for where, row in read_lines(options.file):
        language = language_of(row, where)
        points = split(text_of(row, "text", where, empty=True), language)
        cuts = [{"start": point.start, "end": point.end} for point in points]
        rows.append({"id": name_of(row, "id", where), "points": cuts})
    write_lines(rows)
