"""Closing against objecting, in real processes, on both engines, at every isolation level."""

from collections import Counter
from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from app.db.session import Sessions
from app.web.templating import ROOT
from tests.cast import Cast
from tests.features.silence.races import Field, Racers, wrong

pytestmark = pytest.mark.each_engine

LEVELS = ("READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE")
FEW, MANY = 10, 2000  # races on each engine, for each level; and on each engine
AT_MOST = 200  # races until a missing protection has shown itself
REPORT = ROOT / "docs" / "races.md"
HEAD = """# Closing silence against objecting

The races of `tests/features/silence/races.py`, as the long test beside it runs them. Two objectors
and two that close, each a process of its own; no settle window; every commit of an objector held up
by chance. On SQLite arrivals are stamped before they wait, so that most are in time.

| engine | level | races | broken | not objected to | in time | too late | wrong |
|---|---|---|---|---|---|---|---|
"""
SHOWN = ("races", "broken", "not objected to", "objections in time", "objections too late")


@pytest.fixture(scope="module")
def racers() -> Iterator[Racers]:
    with Racers() as started:
        yield started


def levels(db: Session) -> tuple[str, ...]:
    return ("",) if db.get_bind().dialect.name == "sqlite" else LEVELS


def address(sessions: Sessions) -> str:
    return str(sessions.kw["bind"].url.render_as_string(hide_password=False))


def test_no_objection_in_time_is_lost_refused_or_closed_over(
    sessions: Sessions, db: Session, cast: Cast, racers: Racers
) -> None:
    field = Field.prepare(db, cast)
    for level in levels(db):
        found = field.run(racers, FEW, address(sessions), level)

        assert wrong(found) == {}, level
        assert found["races"] == FEW


@pytest.mark.parametrize("sessions", ["postgresql"], indirect=True)
@pytest.mark.parametrize("without", ["fresh look", "bell"])
def test_the_race_sees_a_protection_that_is_missing(
    sessions: Sessions, db: Session, cast: Cast, without: str
) -> None:
    """A lock alone is not enough at REPEATABLE READ: whoever waited counts what was before."""
    field = Field.prepare(db, cast)
    with Racers(("b_signatory",)) as racers:
        for _ in range(AT_MOST):
            found = field.run(racers, 1, address(sessions), "REPEATABLE READ", without)
            if found["wrong: not objected to, with an objection in time"]:
                return
    pytest.fail(f"{AT_MOST} races without the {without}, and nothing wrong was seen")


@pytest.mark.long
def test_many_races(sessions: Sessions, db: Session, cast: Cast, racers: Racers) -> None:
    field, engine = Field.prepare(db, cast), db.get_bind().dialect.name
    rows = {}
    for level in levels(db):
        found = field.run(racers, MANY // len(levels(db)) + 1, address(sessions), level)
        rows[f"| {engine} | {level or 'its own'} |"] = found
    _report(rows)

    assert {name: wrong(found) for name, found in rows.items() if wrong(found)} == {}


def _report(rows: dict[str, Counter[str]]) -> None:
    """Put the rows in the place of those of the same engine and level."""
    kept = REPORT.read_text().partition("---|\n")[2].splitlines() if REPORT.exists() else []
    kept = [line for line in kept if line and not line.startswith(tuple(rows))]
    new = [
        f"{name} {' | '.join(str(found[each]) for each in SHOWN)} | {sum(wrong(found).values())} |"
        for name, found in rows.items()
    ]
    REPORT.write_text(HEAD + "\n".join(sorted(kept + new)) + "\n")
