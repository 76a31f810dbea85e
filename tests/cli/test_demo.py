"""demo: built once beside its folder, and moved there whole."""

import signal
import time

import pytest

from tests.cli.process import Ended, Operator, is_refused
from tests.cli.server import Server


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Operator, Ended]:
    """Stop one build half-way, then let another run to its end."""
    operator = Operator(tmp_path_factory.mktemp("demo"), "sqlite:///unused.db")
    stopped = operator.start("demo", "--no-serve", "--data", "demo")
    while not (operator.folder / ".demo.partial/horseshoe.db").exists():
        assert stopped.process.is_alive()
        time.sleep(0.02)
    time.sleep(0.5)
    stopped.process.kill()
    assert stopped.end().status == -signal.SIGKILL
    assert not (operator.folder / "demo").exists()
    return operator, operator.run("demo", "--no-serve", "--data", "demo")


def test_it_is_built_after_a_build_was_stopped(built: tuple[Operator, Ended]) -> None:
    operator, run = built
    assert run.status == 0, run
    assert "Traceback" not in run.err
    assert run.text.count("http://127.0.0.1:8000/invitations/") == 4
    names = {path.name for path in operator.folder.iterdir() if path.is_dir()}
    assert names == {"demo"}
    assert not (operator.folder / "unused.db").exists()


def test_it_is_used_again(built: tuple[Operator, Ended]) -> None:
    operator, first = built
    run = operator.run("demo", "--no-serve", "--data", "demo")
    assert (run.status, run.err) == (0, "")
    assert run.text.startswith("Using the demonstration in demo;")
    assert set(run.text.split()).isdisjoint(invitations(first))


def invitations(run: Ended) -> set[str]:
    return {word for word in run.text.split() if "/invitations/" in word}


def test_it_serves_its_record(built: tuple[Operator, Ended]) -> None:
    operator, _ = built
    with Server(operator, "demo", "--data", "demo") as server:
        for language in ("ar", "zh", "en", "fr", "ru", "es"):
            page = server.get(f"/{language}/record/peacekeeping-review-2017-04-06/")
            assert f'lang="{language}"'.encode() in page


@pytest.mark.parametrize("name", [".", "file"])
def test_a_folder_of_something_else_is_left_alone(newcomer: Operator, name: str) -> None:
    newcomer.write("file", b"mine")
    assert is_refused(newcomer.run("demo", "--no-serve", "--data", name), name, "demonstration")
    assert (newcomer.folder / "file").read_bytes() == b"mine"
