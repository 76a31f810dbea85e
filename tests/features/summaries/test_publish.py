import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from app.db.models import Event, Release, ReleaseFile
from app.domain.errors import Conflict
from app.domain.lifecycle import BriefingState, Origin
from app.features.briefings.queries import get_briefing
from app.features.summaries.service import publish_issued
from tests.cast import PASSWORD, Cast
from tests.conftest import NOON
from tests.features.summaries.small import (
    HOME,
    SLUG,
    circulated,
    issued,
    other_president,
    release_of,
)

URL = f"{HOME}/publish"
FAR = "2100-01-01"


def _form(db: Session) -> dict[str, str]:
    release = release_of(db)
    return {"hash": release.hash if release else "", "password": PASSWORD}


def _bytes(db: Session) -> list[bytes]:
    rows = select(ReleaseFile).options(undefer(ReleaseFile.content)).order_by(ReleaseFile.id)
    found = [row.content for row in db.scalars(rows)]
    db.rollback()
    return found


def _published(db: Session) -> bool:
    found = db.scalar(select(Release.published_at)) is not None
    db.rollback()
    return found


def test_the_president_publishes_the_issued_bytes_as_they_are(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued(db, cast)
    before = _bytes(db)
    form = _form(db)
    cast.sign_in(client, cast.president)
    assert form["hash"][:16] in client.get(URL).text

    answer = client.post(URL, data=form)

    assert answer.status_code == 303
    assert _bytes(db) == before
    assert _published(db)
    assert get_briefing(db, SLUG).state is BriefingState.PUBLISHED
    assert db.scalar(select(Event).where(Event.act == "summary.published")) is not None


def test_nothing_is_published_before_the_meeting_is_over(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued(db, cast, meeting_date=FAR)
    form = _form(db)
    cast.sign_in(client, cast.president)

    assert "Publish for everybody" not in client.get(URL).text
    answer = client.post(URL, data=form)

    assert answer.status_code == 409
    assert "publication comes after it" in answer.text
    assert not _published(db)


def test_an_officer_does_not_publish(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    form = _form(db)
    cast.sign_in(client, cast.officer)

    assert client.get(URL).status_code == 403
    assert client.post(URL, data=form).status_code == 403
    assert not _published(db)


def test_only_the_release_that_was_read_is_published(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.president)

    assert client.post(URL, data={"hash": "0" * 64, "password": PASSWORD}).status_code == 409
    assert client.post(URL, data={}).status_code == 422
    assert not _published(db)


@pytest.mark.parametrize("who", ["a_signatory", "b_signatory", "administrator"])
def test_nobody_else_finds_it(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    issued(db, cast)
    form = _form(db)
    cast.sign_in(client, cast.person(who))

    assert client.get(URL).status_code == 404
    assert client.post(URL, data=form).status_code == 404
    assert not _published(db)


def test_another_president_does_not_find_it(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    form = _form(db)
    cast.sign_in(client, other_president(db, cast))

    assert client.post(URL, data=form).status_code == 404
    assert not _published(db)


def test_only_an_issued_summary_is_published(client: TestClient, db: Session, cast: Cast) -> None:
    circulated(db, cast, over=True)
    cast.sign_in(client, cast.president)

    assert client.get(URL).status_code == 403
    assert client.post(URL, data={"hash": "", "password": PASSWORD}).status_code == 403


def test_an_operator_publishes_what_two_people_issued(db: Session, cast: Cast) -> None:
    issued(db, cast)
    form = _form(db)

    assert publish_issued(db, SLUG, operator="Operator", at=NOON) == form["hash"]
    assert _published(db)


def test_an_operator_publishes_nothing_that_was_not_issued(db: Session, cast: Cast) -> None:
    circulated(db, cast, over=True)

    with pytest.raises(Conflict, match="Two people of the presidency"):
        publish_issued(db, SLUG, operator="Operator", at=NOON)


def test_an_operator_waits_for_the_meeting_too(db: Session, cast: Cast) -> None:
    issued(db, cast, meeting_date=FAR)

    with pytest.raises(Conflict, match="publication comes after it"):
        publish_issued(db, SLUG, operator="Operator", at=NOON)
    assert not _published(db)


def test_a_rehearsal_is_never_published(db: Session, cast: Cast) -> None:
    briefing = issued(db, cast)
    briefing.origin = Origin.REHEARSAL
    db.commit()

    with pytest.raises(Conflict, match="rehearsal"):
        publish_issued(db, SLUG, operator="test", at=NOON)

    assert not _published(db)
