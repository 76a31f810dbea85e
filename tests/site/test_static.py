"""A browser fetches a style sheet once, and never keeps one that has changed."""

from pathlib import Path

import pytest
from fastapi import FastAPI

from app.web import static_files
from app.web.templating import ROOT, static_url
from tests.client import Client

SHEET = "css/base.css"


def test_what_is_linked_is_kept_for_good(client: Client) -> None:
    answer = client.get(static_url(SHEET))

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("mark", ["", "?v=000000000000", "?v=", "?v=1&w=2"])
def test_under_another_mark_it_is_asked_for_again(client: Client, mark: str) -> None:
    first = client.get(f"/static/{SHEET}{mark}")
    again = client.get(f"/static/{SHEET}{mark}", headers={"if-none-match": first.headers["etag"]})

    assert (first.status_code, again.status_code) == (200, 304)
    assert {each.headers["cache-control"] for each in (first, again)} == {"public, no-cache"}


def test_what_is_not_there_is_kept_by_nobody(client: Client) -> None:
    answer = client.get("/static/css/none.css?v=000000000000")

    assert answer.status_code == 404
    assert answer.headers["cache-control"] == "private, no-store"


def test_a_checkout_reached_by_a_link_serves_as_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    link = tmp_path / "static"
    link.symlink_to(ROOT / "static")
    monkeypatch.setattr(static_files, "FOLDER", link)
    app = FastAPI()
    app.mount("/static", static_files.MarkedFiles())

    assert Client(app).get(static_url(SHEET)).headers["cache-control"] == static_files.FOR_GOOD
