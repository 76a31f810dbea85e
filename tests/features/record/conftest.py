"""Two records published once for all tests; each test that writes works on a copy."""

from collections.abc import Generator
from pathlib import Path
from shutil import copy

import pytest
from sqlalchemy.orm import Session

from app.db.session import open_engine, open_sessions
from tests.features.record.exported import export, publish


@pytest.fixture(scope="session")
def shelf(sqlite_template: Path) -> Path:
    """Give a database with “first”, attributed, in English and Arabic, and “second”, counted."""
    path = sqlite_template.with_name("shelf.db")
    copy(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")
    with open_sessions(engine)() as db:
        publish(db, "first", ("en", "ar"))
        publish(db, "second", attribution="counted", members=5)
    engine.dispose()
    return path


@pytest.fixture
def kept(shelf: Path, tmp_path: Path) -> Generator[Session]:
    """Open a copy of the two records."""
    own = shelf.with_name(f"{tmp_path.name}.db")
    copy(shelf, own)
    engine = open_engine(f"sqlite:///{own}")
    with open_sessions(engine)() as db:
        yield db
    engine.dispose()
    own.unlink()


@pytest.fixture(scope="session")
def exported(shelf: Path) -> Path:
    """Give the site of the first record; nobody changes it."""
    return _export(shelf, shelf.with_name("one-record"), "first")


@pytest.fixture(scope="session")
def both(shelf: Path) -> Path:
    """Give the site of both records; nobody changes it."""
    return _export(shelf, shelf.with_name("both-records"), "first", "second")


def _export(shelf: Path, folder: Path, *slugs: str) -> Path:
    engine = open_engine(f"sqlite:///{shelf}")
    with open_sessions(engine)() as db:
        for slug in slugs:
            export(db, slug, folder)
    engine.dispose()
    return folder
