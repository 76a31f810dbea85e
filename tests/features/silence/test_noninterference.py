"""Two worlds: in one B objects, in the other nobody does. Until closing no other desk can tell."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.db.models import Objection
from tests.cast import Cast
from tests.conftest import crawling
from tests.features.silence.staged import (
    OBJECTION,
    SILENCE,
    end_silence,
    end_with_objection,
    object_to,
    objections,
    steady,
    under_silence,
)
from tests.features.summaries.small import HOME, SLUG

pytestmark = crawling

OTHERS = ["visitor", "administrator", "a_signatory", "c_focal", "x_signatory"]
PAGES = (
    *("/briefings", f"/briefings/{SLUG}", HOME, f"/briefings/{SLUG}/mirror", SILENCE, OBJECTION),
    *(f"{SILENCE}/redline", f"{HOME}/circulate", f"{HOME}/issue", f"/briefings/{SLUG}/corrections"),
    *(f"/briefings/{SLUG}/positions", f"/briefings/{SLUG}/deadline.ics", "/account/mail"),
)
COPIED = ("circulation_id", "seat_id", "paragraph", "language", "said", "reason", "proposal", "by")


def seen(client: TestClient, cast: Cast, who: str) -> list[tuple[int, str]]:
    cast.sign_in(client, cast.person(who))
    return [steady(client.get(path)) for path in PAGES]


@pytest.mark.parametrize("rule", ["attributed", "counted"])
@pytest.mark.parametrize("who", OTHERS)
def test_until_the_end_pages_are_the_same_to_the_byte(
    client: TestClient, db: Session, cast: Cast, who: str, rule: str
) -> None:
    under_silence(db, cast, rule)
    before = seen(client, cast, who)
    cast.sign_in(client, cast.b_signatory)
    assert object_to(client, db).status_code == 303

    assert seen(client, cast, who) == before


def test_until_it_is_closed_they_are_too(client: TestClient, db: Session, cast: Cast) -> None:
    """The end has passed, the window has not."""
    under_silence(db, cast)
    cast.sign_in(client, cast.b_signatory)
    object_to(client, db)
    end_silence(db, ago=timedelta(seconds=1))
    with_one = seen(client, cast, "a_signatory")
    for row in objections(db):
        db.delete(row)
    db.commit()

    assert seen(client, cast, "a_signatory") == with_one


def test_afterwards_they_tell_that_it_was_broken_and_neither_who_nor_when_nor_how_often(
    client: TestClient, db: Session, cast: Cast
) -> None:
    under_silence(db, cast, "attributed")
    cast.sign_in(client, cast.b_signatory)
    object_to(client, db)
    end_with_objection(db)
    once = seen(client, cast, "a_signatory")
    (row,) = objections(db)
    copied = {name: getattr(row, name) for name in COPIED}
    earlier = row.arrived_at - timedelta(hours=9)
    db.add_all(Objection(**copied, arrived_at=earlier, recorded_at=earlier) for _ in range(2))
    db.commit()

    assert "Silence was broken" in once[PAGES.index(SILENCE)][1]
    assert row.reason not in "".join(page for _, page in once)
    assert seen(client, cast, "a_signatory") == once
