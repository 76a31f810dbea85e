"""What every answer carries and every request must pass."""

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.db.session import open_engine, open_sessions
from app.web.security import HEADERS
from tests.cast import Cast
from tests.features.positions.desk import SLUG, open_briefing

PAGES = ("/en/record/", "/sign-in", "/briefings", "/no-such-page", "/healthz")
PUBLIC = ("/en/record/",)
PARTS = {"slug": SLUG, "mission": "MINUSMA", "lang": "en"}


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


def test_a_fault_of_ours_is_answered_with_the_same_headers(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("it broke")

    monkeypatch.setattr(Session, "execute", broken)
    answer = TestClient(client.app, raise_server_exceptions=False).get("/en/record/none/")

    assert answer.status_code == 500
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["cache-control"] == "private, no-store"


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


def _with_a_nul(app: FastAPI) -> Iterator[str]:
    """Fill every address, each of its parts with a NUL in turn, and one of what it is asked."""
    for context in iter_route_contexts(app.routes):
        if context.path and "GET" in (context.methods or ()):
            parts = re.split(r"{(\w+)[^}]*}", context.path)
            known = [PARTS.get(each, "1") if at % 2 else each for at, each in enumerate(parts)]
            for at in range(1, len(parts), 2):
                yield "".join([*known[:at], "a%00b", *known[at + 1 :]])
            yield f"{''.join(known)}?q=a&mission=%00"


@pytest.mark.parametrize("who", ["visitor", "a_signatory"])
def test_an_address_with_a_nul_is_absent(
    app: FastAPI, client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.person(who))

    asked = {*_with_a_nul(app), "/static/%00", "/en/record/%00/", "/no-such-page?%00"}
    assert {path: status for path in asked if (status := client.get(path).status_code) != 404} == {}


def test_it_keeps_what_it_acknowledged(database_url: str) -> None:
    engine = open_engine(database_url)
    with open_sessions(engine)() as db:
        if engine.dialect.name == "sqlite":
            asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
            told = [db.scalar(text(f"PRAGMA {name}")) for name in asked]
            assert told == ["delete", 3, 1, 1]
        else:
            assert db.scalar(text("SHOW synchronous_commit")) == "on"
    engine.dispose()
