"""publish: an operator stands in for the issuers where no presidency stands behind a briefing."""

import hashlib
import sqlite3

import pytest

from tests.bundles import make_bundle
from tests.cli.conftest import SLUG
from tests.cli.process import Operator, is_refused
from tests.cli.server import Server

FREEZING = "freezing the pages …\n"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Operator:
    folder = tmp_path_factory.mktemp("published")
    operator = Operator(folder, f"sqlite:///{folder / 'horseshoe.db'}")
    bundle = make_bundle(3, 2, 2, slug=SLUG, attribution="attributed")
    assert operator.run("load", operator.write("bundle.json", bundle)).status == 0
    run = operator.run("publish", SLUG, "--operator", "a test")
    assert (run.status, run.err, len(run.text)) == (0, FREEZING, 65), run
    assert run.text.strip() == stored(operator, "SELECT hash FROM release")[0][0]
    return operator


def stored(operator: Operator, question: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(operator.folder / "horseshoe.db") as connection:
        return connection.execute(question).fetchall()


def test_an_operator_is_logged(published: Operator) -> None:
    logged = "SELECT \"by\" FROM event WHERE act = 'summary.published_by_operator'"
    assert stored(published, logged) == [("a test",)]


def test_a_briefing_is_published_once(published: Operator) -> None:
    run = published.run("publish", SLUG, "--operator", "a test")
    last = run.err.removeprefix(FREEZING)
    assert (run.status, run.out, last.count("\n")) == (2, b"", 1)
    assert last.startswith("error: ")
    assert stored(published, "SELECT count(*) FROM release") == [(1,)]


def test_the_record_serves_the_stored_bytes(published: Operator) -> None:
    files = stored(published, "SELECT language, path, sha256, content FROM release_file")
    with Server(published) as server:
        assert server.get("/healthz") == b"ok"
        for language, path, digest, content in files:
            body = server.get(f"/{language}/record/{SLUG}/{path}")
            assert (body, hashlib.sha256(body).hexdigest()) == (content, digest)
    assert len(files) == 134
    assert server.seconds_to_stop < 5


def test_without_the_two_issuers_nothing_is_published(loaded: Operator) -> None:
    assert is_refused(loaded.run("publish", SLUG), "Two people")
