"""Compiling a summary at the size of the whole membership: time, growth and memory."""

import json
import math
import resource
import subprocess
import sys
from tempfile import TemporaryDirectory

from measure import Report, is_quick, ms, seconds
from sqlalchemy import select
from stage import NOON, SLUG, filled, sqlite

from app.db.models import Briefing
from app.db.session import open_engine, open_sessions
from app.domain.drafting import Drafting
from app.domain.summary import arrange, compile_summary
from app.domain.synthesis import synthesise
from app.features.summaries.queries import drafting_of, proceedings_of
from app.formats.summary_json import summary_document
from tests.bundles import make_bundle

MISSIONS, QUESTIONS = 16, 12
SIZES = (11, 48, 193)  # members
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
            f"one new revision → refreshed summary, {count:,} (all computed anew)",
            ms(one["refresh"]),
            ms(one["parse"]),
            f"{one['refresh'] / one['parse']:.1f}",
            "≤ 50 ms" if whole else "",
        )
        memory = f"{one['memory']:.0f} MB"
        report.add("  peak memory of the process", memory, "", "", "≤ 600 MB" if whole else "")
    few, many = min(sizes), max(sizes)
    for what, least in (("compile", "≤ 1.15"), ("refresh", "")):
        grown = math.log(found[many][what] / found[few][what]) / math.log(many / few)
        report.add(f"growth exponent of {what}", f"{grown:.2f}", "", "", least)
    report.show()


def _in_child(members: int) -> dict[str, float]:
    """Fill a database in one process and compile in another, so that its peak is its own."""
    with TemporaryDirectory() as folder:
        filled(sqlite(folder), members, MISSIONS, QUESTIONS, slug=SLUG).kw["bind"].dispose()
        command = [sys.executable, __file__, CHILD, sqlite(folder), str(members)]
        done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - ourselves
    result: dict[str, float] = json.loads(done.stdout)
    return result


def _child(url: str, members: int) -> None:
    with open_sessions(open_engine(url))() as db:
        briefing = db.scalars(select(Briefing)).one()
        proceedings = proceedings_of(db, briefing)
        drafting = drafting_of(db, briefing)

        def compile_() -> object:
            sentences = arrange(synthesise(proceedings, drafting.not_reflected), drafting.ranks)
            return compile_summary(proceedings, "en", drafting, sentences)

        def refresh() -> object:
            fresh = proceedings_of(db, briefing)
            sentences = arrange(synthesise(fresh), {})
            return summary_document(
                compile_summary(fresh, "en", Drafting(), sentences), {}, computed_at=NOON
            )

        found = {"compile": min(seconds(compile_) for _ in range(3))}
        found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        found["refresh"] = min(seconds(refresh) for _ in range(2))
    text = json.dumps(make_bundle(members, MISSIONS, QUESTIONS))
    found["parse"] = min(seconds(lambda: json.loads(text)) for _ in range(3))
    print(json.dumps(found))


if __name__ == "__main__":
    if CHILD in sys.argv:
        _child(sys.argv[2], int(sys.argv[3]))
    else:
        main()
