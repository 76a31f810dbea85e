"""migrate: again, at once, and before anything else opens the database."""

import sqlite3

import pytest

from tests.cli.process import Ended, Operator, is_refused

DONE = "The database is at the newest revision.\n"


def is_done(run: Ended) -> bool:
    return (run.status, run.text, run.err) == (0, DONE, "")


def test_twice_is_quiet(newcomer: Operator) -> None:
    assert is_done(newcomer.run("migrate"))
    before = (newcomer.folder / "horseshoe.db").read_bytes()
    assert is_done(newcomer.run("migrate"))
    assert (newcomer.folder / "horseshoe.db").read_bytes() == before


def test_two_at_once_on_sqlite(newcomer: Operator) -> None:
    children = [newcomer.start("migrate") for _ in range(2)]
    assert all(is_done(child.end()) for child in children)


def test_two_at_once_on_postgresql(on_postgresql: Operator) -> None:
    children = [on_postgresql.start("migrate") for _ in range(2)]
    assert all(is_done(child.end()) for child in children)
    assert is_done(on_postgresql.run("migrate"))


@pytest.mark.parametrize("arguments", [("summarise", "absent"), ("publish", "absent")])
def test_what_opens_the_database_migrates_it(
    newcomer: Operator, arguments: tuple[str, ...]
) -> None:
    assert newcomer.run(*arguments).status == 2
    with sqlite3.connect(newcomer.folder / "horseshoe.db") as connection:
        assert connection.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)


def test_a_database_of_another_version_is_one_line(newcomer: Operator) -> None:
    with sqlite3.connect(newcomer.folder / "horseshoe.db") as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('from-the-future')")
    assert is_refused(newcomer.run("migrate"), "from-the-future")


@pytest.mark.parametrize(
    "url",
    ["oracle://", "sqlite:////proc/none/x.db", "postgresql+psycopg://127.0.0.1:1/x"],
)
def test_a_database_that_is_not_there_is_one_line(newcomer: Operator, url: str) -> None:
    assert is_refused(newcomer.run("migrate", HORSESHOE_DATABASE_URL=url))
