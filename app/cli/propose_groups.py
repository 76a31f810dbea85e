"""``propose-groups``: propose which points say the same."""

import argparse

from app.cli.point_lines import add_file, cells, field_of, line_of
from app.cli.terminal import read_lines, write_lines
from app.domain.matching.proposing import propose

add_arguments = add_file


def run(options: argparse.Namespace) -> None:
    lines = [line_of(where, row, grouped=False) for where, row in read_lines(options.file)]
    group_of: dict[int, str | int] = {}
    for places in cells(lines):
        for group in propose(field_of([lines[place] for place in places])):
            first = lines[places[group[0]]].id
            group_of |= {places[here]: first for here in group}
    write_lines([{"id": line.id, "group": group_of[at]} for at, line in enumerate(lines)])
