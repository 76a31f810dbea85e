"""What every answer carries and every request must pass."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from app.db.session import Sessions
from tests.cast import Cast

PAGES = ("/en/record/", "/sign-in", "/briefings", "/no-such-page", "/healthz")
PUBLIC = ("/en/record/",)


@pytest.mark.parametrize("page", PAGES)
def test_every_answer_forbids_foreign_and_inline_code(client: TestClient, page: str) -> None:
    headers = client.get(page).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("page", PAGES)
def test_everything_is_private_unless_it_says_not(client: TestClient, page: str) -> None:
    kept = client.get(page).headers["cache-control"]

    assert kept == ("public, max-age=60" if page in PUBLIC else "private, no-store")


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "", "origin": "https://evil.example"},
        {"sec-fetch-site": "", "origin": "null"},
    ],
)
def test_a_change_asked_for_from_elsewhere_is_refused(
    client: TestClient, cast: Cast, headers: dict[str, str]
) -> None:
    cast.sign_in(client, cast.president)

    assert client.post("/sign-out-everywhere", headers=headers).status_code == 403


def test_without_a_browser_word_the_origin_must_be_ours(client: TestClient) -> None:
    del client.headers["sec-fetch-site"]

    assert client.post("/sign-in", data={}).status_code == 403
    own = client.post("/sign-in", data={}, headers={"origin": "http://testserver"})
    assert own.status_code == 422


def test_a_foreign_host_is_refused(client: TestClient) -> None:
    assert client.get("/en/record/", headers={"host": "evil.example"}).status_code == 400


def test_sqlite_keeps_what_it_acknowledged(sessions: Sessions) -> None:
    with sessions() as db:
        if db.get_bind().dialect.name != "sqlite":
            assert db.scalar(text("SHOW synchronous_commit")) == "on"
            return
        asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        told = [db.scalar(text(f"PRAGMA {name}")) for name in asked]
    assert told == ["delete", 3, 1, 1]
