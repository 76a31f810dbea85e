"""export and verify: as an operator types them, against a folder, our server and a plain one."""

import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from app.domain.errors import Invalid
from app.features.record.verifying.checks import verify
from app.features.record.verifying.sources import Web
from tests.bundles import make_bundle
from tests.cli.conftest import SLUG
from tests.cli.process import Operator, is_refused
from tests.cli.server import Server

NO_LOG = "none   log proofs: there is no transparency log yet, so none is present to check"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Operator:
    """Whose folder holds the site of a published record."""
    folder = tmp_path_factory.mktemp("exported")
    operator = Operator(folder, f"sqlite:///{folder / 'horseshoe.db'}")
    bundle = make_bundle(3, 1, 1, slug=SLUG, attribution="attributed")
    bundle["briefing"]["languages"] = ["en"]
    assert operator.run("load", operator.write("bundle.json", bundle)).status == 0
    unpublished = operator.run("export", SLUG, "site")
    assert (unpublished.status, unpublished.out) == (2, b"")
    assert "is not public (closed)" in unpublished.err
    assert operator.run("publish", SLUG, "--operator", "a test").status == 0
    run = operator.run("export", SLUG, "site")
    assert (run.status, run.err) == (0, ""), run
    assert re.match(r"\d+ files, \d+ bytes in site\n", run.text), run.text
    return operator


@contextmanager
def serving(handler: object) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)  # type: ignore[arg-type]  # a class or a partial
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        pass


def test_an_export_verifies(exported: Operator) -> None:
    run = exported.run("verify", "site", "--against", "site")
    lines = run.text.splitlines()

    assert (run.status, run.err) == (0, ""), run
    assert [line[:5].strip() for line in lines] == ["ok"] * 7 + ["none"]
    assert re.fullmatch(r"ok     unchanged: 1 earlier releases, [1-9]\d* files", lines[-2])
    assert lines[-1] == NO_LOG


def test_a_live_record_verifies_as_does_a_plain_server(exported: Operator) -> None:
    with Server(exported) as live:
        run = exported.run("verify", f"http://127.0.0.1:{live.port}/en/record/{SLUG}/")
        assert (run.status, run.text.count("ok   ")) == (0, 5), run
        absent = exported.run("verify", f"http://127.0.0.1:{live.port}/en/record/other/")
        assert is_refused(absent, "neither an exported site nor a record")
    with serving(partial(Quiet, directory=exported.folder / "site")) as plain:
        for place in (f"{plain}/", f"{plain}/en/record/{SLUG}"):
            assert [each for each in verify(place) if each.faults] == []


def test_a_changed_byte_is_one_clear_line_and_status_1(exported: Operator) -> None:
    page = exported.folder / f"site/en/record/{SLUG}/index.html"
    before = page.read_bytes()
    page.write_bytes(before.replace(b"Horseshoe", b"Horsesho3", 1))
    run = exported.run("verify", "site")
    page.write_bytes(before)

    name = f"en/record/{SLUG}/index.html"
    assert run.status == 1
    assert f"       site: {name}: is not as its hash says" in run.text.splitlines()
    assert run.text.splitlines()[-1] == "2 faults"
    assert run.err == ""


def test_what_cannot_be_checked_is_refused(exported: Operator) -> None:
    assert is_refused(exported.run("verify", "."), "neither an exported site nor a record")


def test_nothing_is_exported_over_something_else(exported: Operator) -> None:
    assert is_refused(exported.run("export", SLUG, "."), "no earlier export")
    assert is_refused(exported.run("export", "other", "new"), "no such briefing")
    assert not (exported.folder / "new").exists()


class Hostile(BaseHTTPRequestHandler):
    """Sends elsewhere, sends without end, or breaks off."""

    def do_GET(self) -> None:
        if self.path.startswith("/moved"):
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:1/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"x" * 4096)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        pass


def test_a_server_sends_nobody_elsewhere_and_nothing_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sources = sys.modules[Web.__module__]
    with serving(Hostile) as origin:
        assert Web(origin).find("/moved/site.json") is None
        monkeypatch.setattr(sources, "LARGEST", 4095)
        with pytest.raises(Invalid, match="is larger than"):
            Web(origin).find("/endless")
        monkeypatch.setattr(sources, "MOST", 2)
        web = Web(origin)
        monkeypatch.setattr(sources, "LARGEST", 5000)
        assert [web.find("/a"), web.find("/a"), web.find("/b")] == [b"x" * 4096] * 3
        with pytest.raises(Invalid, match="more than 2 files"):
            web.find("/c")
