"""Two worlds that differ in what was not issued, or in names a rule keeps, read the same here."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.db.models import Revision
from tests.cast import Cast
from tests.conftest import crawling
from tests.features.asks.staged import (
    SECRET,
    closed,
    issued,
    nobody_presides,
    reference_of,
    rehearsed,
)
from tests.features.asks.test_brief import briefer
from tests.formats.paper import pdf_pages

pytestmark = crawling

NAMES = re.compile(r"Delegation [BCX]|délégation [BCX]|\"[BCX]\"")


def paths(db: Session) -> list[str]:
    """Name all that register, pack, brief and conditions are read at."""
    files = [f"/briefings/first/brief{end}" for end in ("", ".pdf", ".docx")]
    pages = ["/asks", f"/asks/{reference_of(db)}", "/handover", "/handover.zip", "/briefs"]
    return [*files, *pages, "/missions", "/missions/UNONE", "/missions/UNONE/review.ics"]


def seen(client: TestClient, db: Session, cast: Cast, who: str) -> Iterator[bytes]:
    cast.sign_in(client, briefer(db) if who == "briefer" else cast.person(who))
    for path in paths(db):
        yield client.get(path).content


def said(content: bytes) -> str:
    """Read what a file says, packed or printed as it may be."""
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as package:
            return "\n".join(said(package.read(name)) for name in package.namelist())
    return (
        "\n".join(pdf_pages(content)) if content[:4] == b"%PDF" else content.decode(errors="ignore")
    )


@pytest.mark.parametrize("who", ["visitor", "administrator", "briefer"])
def test_an_unissued_briefing_changes_nothing(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    issued(db, cast, "first", "counted")
    before = list(seen(client, db, cast, who))
    closed(db, cast, "second", "attributed")
    db.execute(
        update(Revision)
        .where(Revision.id > 3)
        .values(text=SECRET + " We request the Secretary-General to act.")
    )
    db.commit()
    after = [client.get(path).content for path in paths(db)]

    assert after == before


@pytest.mark.parametrize("who", ["administrator", "briefer"])
def test_a_rehearsal_stays_at_its_desk(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    issued(db, cast, "first", "counted")
    before = list(seen(client, db, cast, who))
    rehearsed(db, cast, "trial")

    assert [client.get(path).content for path in paths(db)] == before
    assert client.get("/briefings/trial/brief").status_code == 404


@pytest.mark.parametrize("who", ["officer", "briefer"])
def test_a_counted_briefing_names_nobody_whoever_spoke(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    issued(db, cast, "first", "counted")
    nobody_presides(db)  # the rotation names the members seated, whoever spoke

    for content in seen(client, db, cast, who):
        assert not NAMES.search(said(content))


@pytest.mark.parametrize("who", ["officer", "briefer"])
def test_where_too_few_are_seated_nothing_is_said_at_all(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    issued(db, cast, "first", "non_attributed")
    nobody_presides(db)  # the rotation names the members seated, whoever spoke

    for content in seen(client, db, cast, who):
        text = said(content)
        assert "ninety days" not in text
        assert not NAMES.search(text)
