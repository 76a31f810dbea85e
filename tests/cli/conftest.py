"""Operators: with nothing yet, with one briefing loaded, with the demonstration built."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from app.db.migrating import migrate
from app.db.session import open_engine
from tests.bundles import make_bundle
from tests.cli.process import Operator

SLUG = "small"


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "horseshoe.db"
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


@pytest.fixture
def newcomer(tmp_path: Path) -> Operator:
    """Whose first verb has yet to make a database."""
    return Operator(tmp_path, f"sqlite:///{tmp_path / 'horseshoe.db'}")


@pytest.fixture
def operator(newcomer: Operator, migrated: Path) -> Operator:
    copy(migrated, newcomer.folder)
    return newcomer


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Operator:
    """Whose database holds the briefing SLUG; for tests that only read it."""
    folder = tmp_path_factory.mktemp("loaded")
    operator = Operator(folder, f"sqlite:///{folder / 'horseshoe.db'}")
    run = operator.run("load", operator.write("bundle.json", make_bundle(4, 3, 2, slug=SLUG)))
    assert run.status == 0, run
    return operator


@pytest.fixture
def on_postgresql(postgresql: str, tmp_path: Path) -> Iterator[Operator]:
    name = f"t{uuid4().hex}"
    admin = create_engine(postgresql, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    base, _, query = postgresql.partition("?")
    yield Operator(tmp_path, f"{base.rpartition('/')[0]}/{name}?{query}")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()
