"""Whoever reads and whoever writes never wait for each other's threads."""

import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, update

from app.db.base import Base
from app.db.migrating import configuration
from app.db.models import User
from app.db.session import atomic, open_engine, open_sessions
from tests.cast import Cast
from tests.cli.process import Operator
from tests.cli.server import Server
from tests.conftest import NOON

pytestmark = pytest.mark.each_engine

AT_ONCE, ASKED = 8, 160


@pytest.fixture
def house(database_url: str) -> tuple[Engine, str]:
    """Make an empty house; give a cookie of somebody in it."""
    engine = open_engine(database_url)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        Base.metadata.create_all(connection)
        command.stamp(configuration(connection), "head")  # the server finds it migrated
    with open_sessions(engine)() as db:
        cast = Cast.assemble(db, at=NOON)
        token = cast.token_of(db, cast.a_drafter)
    return engine, f"session={token}"


def test_a_server_that_is_written_to_without_a_pause_answers_everybody(
    house: tuple[Engine, str],
    database_url: str,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """A request reads in several steps, each in any of two threads, with others in between."""
    engine, cookie = house
    over, writes = threading.Event(), 0

    def write() -> None:
        nonlocal writes
        while not over.is_set():
            with open_sessions(engine)() as db, atomic(db):
                db.execute(update(User).values(name=f"Name {writes}"))
            writes += 1

    base = tmp_path_factory.getbasetemp().parent
    bytecode = base / "bytecode" if sys.dont_write_bytecode else None
    with Server(Operator(tmp_path, database_url, bytecode)) as server:
        writer = threading.Thread(target=write)
        writer.start()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            answers = Counter(pool.map(lambda _: _ask(server.port, cookie), range(ASKED)))
        over.set()
        writer.join()
    engine.dispose()

    assert answers == {200: ASKED}
    assert writes > ASKED / 10


def _ask(port: int, cookie: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/account", headers={"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status
