"""``suggest``: rank for each point the groups of its cell."""

import argparse
from collections import defaultdict
from typing import Any

from app.cli.point_lines import add_file, cells, field_of, line_of
from app.cli.terminal import read_lines, write_lines
from app.domain.matching.ranking import rank

add_arguments = add_file


def run(options: argparse.Namespace) -> None:
    lines = [line_of(where, row, grouped=True) for where, row in read_lines(options.file)]
    found: dict[int, list[dict[str, Any]]] = {}
    for places in cells(lines):
        field = field_of([lines[place] for place in places])
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
