"""Operators: with nothing yet, with one briefing loaded, with the demonstration built."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from tests.bundles import make_bundle
from tests.cli.process import Operator

SLUG = "small"


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    return Operator(tmp_path, f"sqlite:///{tmp_path / 'horseshoe.db'}")


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
