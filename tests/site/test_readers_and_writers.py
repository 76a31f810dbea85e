"""Whoever reads and whoever writes never wait for each other's threads."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from app.db.models import User
from app.db.session import atomic, open_sessions
from tests.cast import Cast
from tests.cli.process import Operator
from tests.cli.server import Server
from tests.conftest import NOON

pytestmark = pytest.mark.each_engine

AT_ONCE, ASKED = 8, 160


def test_a_server_that_is_written_to_without_a_pause_answers_everybody(
    shaped: Engine, database_url: str, tmp_path: Path
) -> None:
    """A request reads in several steps, each in any of two threads, with others in between."""
    over, writes = threading.Event(), 0
    with open_sessions(shaped)() as db:
        cast = Cast.assemble(db, at=NOON)
        cookie = f"session={cast.token_of(db, cast.a_drafter)}"

    def write() -> None:
        nonlocal writes
        while not over.is_set():
            with open_sessions(shaped)() as db, atomic(db):
                db.execute(update(User).values(name=f"Name {writes}"))
            writes += 1

    with Server(Operator(tmp_path, database_url)) as server:
        writer = threading.Thread(target=write)
        writer.start()
        try:
            with ThreadPoolExecutor(AT_ONCE) as pool:
                answers = Counter(pool.map(lambda _: _ask(server.port, cookie), range(ASKED)))
        finally:
            over.set()
            writer.join()

    assert answers == {200: ASKED}
    assert writes > ASKED / 10


def _ask(port: int, cookie: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/account", headers={"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status
