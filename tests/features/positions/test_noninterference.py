"""Two worlds that differ only in what A wrote are one world to everybody else."""

import re
from collections.abc import Callable
from secrets import token_bytes

import pytest
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.db.base import Base
from app.domain.position import Statement
from app.features.positions.cells import Writing
from app.features.positions.service import save_draft, withdraw_position
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import (
    FRAGILE,
    GENERAL,
    HTMX,
    PLACE,
    SLUG,
    TYPED,
    drafted,
    open_briefing,
    signed,
)

World = Callable[[Session, Cast], object]
Seen = dict[str, tuple[int, list[tuple[str, str]], bytes]]
CHANGING = [rb"\d+ d \d+ h(?: \d+ min)? left"]  # the wait, to the minute
PARTS = {"slug": SLUG, "question": "1", "mission": "MINUSMA", "number": "1", "lang": "en"}
OTHERS = ["visitor", "b_drafter", "b_signatory", "x_signatory", "c_focal"]
PRESIDING = ["officer", "president", "administrator"]


def silent(_db: Session, _cast: Cast) -> None:
    """A has not begun."""


def writing(db: Session, cast: Cast) -> None:
    drafted(db, cast.a_drafter)
    save_draft(db, cast.a_drafter, GENERAL, Writing(FRAGILE, 0, ready=True), at=NOON)


def on_record(db: Session, cast: Cast) -> None:
    signed(db, cast.a_signatory)
    signed(db, cast.a_signatory, GENERAL, Statement("active", "Другой текст.", "ru"))


def of_two_minds(db: Session, cast: Cast) -> None:
    signed(db, cast.a_signatory, statement=Statement("active", "A much longer text. " * 9, "en"))
    withdraw_position(db, cast.a_signatory, PLACE, 1, salt=token_bytes(32), at=NOON)


def begin(db: Session, world: World) -> Cast:
    """Make a fresh world: A acts in it first, then B, so that B's rows come after A's."""
    db.rollback()
    engine = db.get_bind()
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    db.expunge_all()
    cast = Cast.assemble(db, at=NOON)
    open_briefing(db, cast)
    world(db, cast)
    drafted(db, cast.b_drafter)
    return cast


def addresses(client: TestClient) -> list[str]:
    """Fill every address of the site that can be filled with what one knows."""
    paths = {
        context.path
        for context in iter_route_contexts(client.app.routes)  # type: ignore[attr-defined]
        if context.path and "GET" in (context.methods or ())
    }
    filled = {re.sub(r"{(\w+)[^}]*}", lambda m: PARTS.get(m[1], "1"), path) for path in paths}
    return sorted(filled)


def answer(client: TestClient, path: str) -> tuple[int, list[tuple[str, str]], bytes]:
    got = client.get(path)
    body = got.content
    for pattern in CHANGING:
        body = re.sub(pattern, b"", body)
    headers = [(name, value) for name, value in got.headers.items() if name != "content-length"]
    return got.status_code, headers, body


def crawl(client: TestClient) -> Seen:
    """Open every address, and every one found on the way."""
    seen: Seen = {}
    waiting = addresses(client)
    while waiting:
        path = waiting.pop(0)
        if path in seen or path.startswith("/static"):
            continue
        seen[path] = answer(client, path)
        found = re.findall(rb'(?:href|src|action)="(/[^"#]*)', seen[path][2])
        waiting += [each.decode().replace("&amp;", "&") for each in found]
    return seen


@pytest.mark.parametrize("who", OTHERS + PRESIDING)
@pytest.mark.parametrize("world", [writing, on_record, of_two_minds])
def test_nobody_else_can_tell_what_a_does(
    client: TestClient, db: Session, world: World, who: str
) -> None:
    looks = []
    for each in (silent, world):
        cast = begin(db, each)
        cast.sign_in(client, cast.person(who))
        looks.append(crawl(client))

    one, other = looks
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


@pytest.mark.parametrize("world", [writing, on_record, of_two_minds])
def test_nor_by_writing_oneself(client: TestClient, db: Session, world: World) -> None:
    looks = []
    for each in (silent, world):
        cast = begin(db, each)
        cast.sign_in(client, cast.b_signatory)
        address = f"/briefings/{SLUG}/positions/2/UNMISS"
        saved = client.post(f"{address}/draft", data=TYPED, headers=HTMX)
        done = client.post(f"{address}/sign", data=TYPED | {"version": "1"})
        stale = client.post(f"{address}/draft", data=TYPED | {"text": "Other."})
        looks.append([_sightless(each.text) for each in (saved, done, stale)])

    assert looks[0] == looks[1]


def _sightless(text: str) -> str:
    """Leave out the minute of one's own act and the minutes left."""
    return re.sub(r"\d\d:\d\d|\d+ d \d+ h(?: \d+ min)? left", "", text)
