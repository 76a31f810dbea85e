"""Compiling a summary at the size of the whole membership: time, growth and memory."""

import gc
import json
import math
import random
import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from tempfile import TemporaryDirectory

from clustering import pipeline, votes
from measure import Report, is_quick, ms, seconds
from sqlalchemy import select
from stage import SLUG, filled, sqlite

from app.db.models import Briefing
from app.db.session import open_engine, open_sessions
from app.domain.compiling import Compiler
from app.domain.proceedings import Position, Proceedings
from app.domain.summary import Summary
from app.features.summaries.decisions import drafting_of
from app.features.summaries.queries import proceedings_of
from tests.bundles import make_bundle

MISSIONS, QUESTIONS = 16, 12
SIZES = (11, 48, 193)  # members
TRIED = 20  # revisions
CHILD = "--child"


def main() -> None:
    sizes = SIZES[:2] if is_quick(__doc__) else SIZES
    found = {members: _in_child(members) for members in sizes}
    report = Report("Compiling", "parsing the same positions from JSON, in the same process")
    for members, one in found.items():
        count = members * MISSIONS * QUESTIONS
        whole = members == SIZES[-1]
        report.add(
            f"compile {count:,} positions, one language",
            ms(one["compile"]),
            ms(one["parse"]),
            f"{one['compile'] / one['parse']:.1f}",
            "≤ 3 s" if whole else "",
        )
        report.add(
            f"one new revision → refreshed summary, {count:,}",
            ms(one["refresh"]),
            ms(one["parse"]),
            f"{one['refresh'] / one['parse']:.1f}",
            "≤ 50 ms" if whole else "",
        )
        report.add(
            f"  beside it: clustering {members} × {MISSIONS * QUESTIONS} votes, Polis’s steps",
            ms(one["compile"]),
            ms(one["clustering"]),
            f"{one['compile'] / one['clustering']:.1f}",
            "",
        )
        memory = f"{one['memory']:.0f} MB"
        report.add("  peak memory of the process", memory, "", "", "≤ 600 MB" if whole else "")
    few, many = min(sizes), max(sizes)
    for what in ("compile", "refresh"):
        grown = math.log(found[many][what] / found[few][what]) / math.log(many / few)
        budget = "≤ 1.15" if what == "compile" else ""
        report.add(f"growth exponent of {what}", f"{grown:.2f}", "", "", budget)
    report.show()


def _in_child(members: int) -> dict[str, float]:
    """Fill a database in one process and compile in another, so that its peak is its own."""
    with TemporaryDirectory() as folder:
        filled(sqlite(folder), members, MISSIONS, QUESTIONS, slug=SLUG).kw["bind"].dispose()
        command = [sys.executable, __file__, CHILD, sqlite(folder), str(members)]
        done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - ourselves
    result: dict[str, float] = json.loads(done.stdout)
    return result


def _some(proceedings: Proceedings) -> Sequence[Position]:
    lot = random.Random(1)  # noqa: S311 - a sample, not a secret
    return lot.sample(proceedings.positions, TRIED)


def _revised(position: Position, number: int) -> Position:
    """Give another revision: another assessment, and one point fewer every other time."""
    statement = replace(position.statement, assessment=f"v{number % 3 + 1}")
    points = position.points[: len(position.points) - number % 2]
    return replace(position, hash=f"{number:064x}", statement=statement, points=points)


def _child(url: str, members: int) -> None:
    with open_sessions(open_engine(url))() as db:
        briefing = db.scalars(select(Briefing)).one()
        proceedings = proceedings_of(db, briefing)
        drafting = drafting_of(db, briefing)

        def compile_() -> Summary:
            return Compiler(proceedings, drafting).summary("en")

        def refresh() -> Summary:
            compiler.revise(revisions.pop())
            return compiler.summary("en")

        found = {"compile": min(seconds(compile_) for _ in range(3))}
        found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        compiler = Compiler(proceedings, drafting)
        compiler.summary("en")
        gc.freeze()  # as the server does once it stands
        gc.set_threshold(50_000, 50, 50)
        revisions = [_revised(one, number) for number, one in enumerate(_some(proceedings))]
        found["refresh"] = statistics.median(seconds(refresh) for _ in range(TRIED))
    matrix = votes(members, MISSIONS * QUESTIONS)
    found["clustering"] = min(seconds(lambda: pipeline(matrix)) for _ in range(3))
    text = json.dumps(make_bundle(members, MISSIONS, QUESTIONS))
    found["parse"] = min(seconds(lambda: json.loads(text)) for _ in range(3))
    print(json.dumps(found))


if __name__ == "__main__":
    if CHILD in sys.argv:
        _child(sys.argv[2], int(sys.argv[3]))
    else:
        main()
