"""Two worlds that differ only in what A wrote are one world to everybody else."""

import re
from collections.abc import Callable, Mapping
from secrets import token_bytes

import pytest
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.domain.attribution import Attribution
from app.domain.position import Cell, Statement
from app.features.positions.cells import Place, Writing
from app.features.positions.service import save_draft, withdraw_position
from app.features.positions.speech_service import add_speech
from tests.cast import Cast
from tests.conftest import NOON, crawling
from tests.features.positions.desk import (
    FRAGILE,
    GENERAL,
    HTMX,
    SLUG,
    TYPED,
    drafted,
    open_briefing,
    signed,
)

pytestmark = crawling

OTHER, ANOTHER = Place(SLUG, Cell(1, "UNMISS")), Place(SLUG, Cell(1, "ALL"))
LAST = Place(SLUG, Cell(2, "MINUSMA"))
World = Callable[[Session, Cast], None]
Seen = dict[str, tuple[int, list[tuple[str, str]], bytes]]
CHANGING = [
    rb"\d+ d \d+ h(?: \d+ min)? left",  # the wait, to the minute
    rb'data-server-now="[^"]*"',  # the clock of the speakers' page
]
PARTS = {"slug": SLUG, "question": "1", "mission": "MINUSMA", "number": "1", "lang": "en"}
# The record in one language; what it says in the others, and to programs, is no desk's.
PASSED_OVER = re.compile(r"/static|/(ar|zh|es|fr|ru)/record/|/api/")
OTHERS = ["visitor", "b_drafter", "b_signatory", "x_signatory", "c_focal"]
PRESIDING = ["officer", "president", "administrator"]


def nothing(_db: Session, _cast: Cast) -> None:
    pass


def writing(db: Session, cast: Cast) -> None:
    drafted(db, cast.a_drafter)
    save_draft(db, cast.a_drafter, GENERAL, Writing(FRAGILE, 0, ready=True), at=NOON)
    add_speech(db, cast.a_drafter, SLUG, FRAGILE.text, "en", at=NOON)


def on_record(db: Session, cast: Cast) -> None:
    signed(db, cast.a_signatory, OTHER)
    signed(db, cast.a_signatory, ANOTHER, Statement("active", "Другой текст.", "ru"))


def restating(db: Session, cast: Cast) -> None:
    other = Statement("stalled", "Something else entirely, and longer.", "en")
    signed(db, cast.a_signatory, OTHER, other, version=1)


def of_two_minds(db: Session, cast: Cast) -> None:
    long = Statement("active", "A much longer text. " * 9, "en")
    signed(db, cast.a_signatory, LAST, long)
    withdraw_position(db, cast.a_signatory, LAST, 1, salt=token_bytes(32), at=NOON)


def begin(db: Session, cast: Cast, rule: Attribution = Attribution.COUNTED) -> None:
    open_briefing(db, cast, rule=rule)
    drafted(db, cast.b_drafter)


def addresses(client: TestClient, parts: Mapping[str, str]) -> list[str]:
    """Fill every address of the site that can be filled with what one knows."""
    paths = {
        context.path
        for context in iter_route_contexts(client.app.routes)  # type: ignore[attr-defined]
        if context.path and "GET" in (context.methods or ())
    }
    filled = {re.sub(r"{(\w+)[^}]*}", lambda m: parts.get(m[1], "1"), path) for path in paths}
    return sorted(filled)


def answer(client: TestClient, path: str) -> tuple[int, list[tuple[str, str]], bytes]:
    got = client.get(path)
    body = got.content
    for pattern in CHANGING:
        body = re.sub(pattern, b"", body)
    headers = [(name, value) for name, value in got.headers.items() if name != "content-length"]
    return got.status_code, headers, body


def crawl(
    client: TestClient,
    parts: Mapping[str, str] = PARTS,
    passed_over: re.Pattern[str] = PASSED_OVER,
) -> Seen:
    """Open every address, and every one found on the way."""
    seen: Seen = {}
    waiting = addresses(client, parts)
    while waiting:
        path = waiting.pop(0)
        if path in seen or passed_over.match(path):
            continue
        seen[path] = answer(client, path)
        found = re.findall(rb'(?:href|src|action)="(/[^"#]*)', seen[path][2])
        waiting += [each.decode().replace("&amp;", "&") for each in found]
    return seen


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_can_tell_what_a_does(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    begin(db, cast)
    cast.sign_in(client, cast.person(who))

    assert_alike(client, db, cast, [writing, on_record, of_two_minds])


@pytest.mark.parametrize("who", PRESIDING)
def test_the_presidency_sees_no_draft_and_no_word(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    """Where positions are counted it watches how many are signed, and nothing more."""
    begin(db, cast)
    on_record(db, cast)
    cast.sign_in(client, cast.person(who))

    assert_alike(client, db, cast, [writing, restating])


@pytest.mark.parametrize("who", PRESIDING)
def test_where_nobody_is_named_the_presidency_sees_nothing(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    begin(db, cast, Attribution.NON_ATTRIBUTED)
    cast.sign_in(client, cast.person(who))

    assert_alike(client, db, cast, [writing, on_record, of_two_minds])


def assert_alike(client: TestClient, db: Session, cast: Cast, worlds: list[World]) -> None:
    before = crawl(client)
    for world in worlds:
        world(db, cast)
        after = crawl(client)
        assert after.keys() == before.keys()
        assert [path for path in before if before[path] != after[path]] == []


@pytest.mark.parametrize("world", [nothing, writing, on_record, of_two_minds])
def test_nor_by_writing_oneself(client: TestClient, db: Session, cast: Cast, world: World) -> None:
    begin(db, cast)
    world(db, cast)
    cast.sign_in(client, cast.b_signatory)
    address = f"/briefings/{SLUG}/positions/2/UNMISS"

    saved = client.post(f"{address}/draft", data=TYPED, headers=HTMX)
    stale = client.post(f"{address}/draft", data=TYPED | {"text": "Other."})
    done = client.post(f"{address}/sign", data=TYPED | {"version": "1"})
    pasted = client.post(f"/briefings/{SLUG}/positions/speeches", data={"text": FRAGILE.text})

    assert 'value="1"' in saved.text
    assert stale.status_code == 409
    assert done.headers["location"] == f"{address}/receipts/1"
    assert pasted.headers["location"].endswith("/speeches/1")
    assert "revision 1" in client.get(done.headers["location"]).text
