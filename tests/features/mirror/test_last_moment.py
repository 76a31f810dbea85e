"""What arrives at the very time that is printed is in time, whatever a delegation says."""

from datetime import datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import ColumnElement, literal
from sqlalchemy.orm import Session

from app.db.base import Instant
from app.features.summaries import desk
from tests.cast import Cast
from tests.features.amendments.proposed import FIRST, propose
from tests.features.mirror.staged import (
    MIRROR,
    TOGETHER,
    grouped,
    last_draft,
    paragraph,
    say,
    stand,
)

MS = timedelta(milliseconds=1)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Let the database's clock show one moment, as far as drafts are concerned."""

    def column(_engine: str) -> ColumnElement[datetime]:
        return literal(moment, Instant())

    monkeypatch.setattr(desk, "moment_column", column)


@pytest.mark.parametrize(("after", "status"), [(-MS, 303), (0 * MS, 303), (MS, 403)])
def test_answers_stances_and_amendments_are_taken_until_the_time_itself(
    client: TestClient,
    db: Session,
    cast: Cast,
    monkeypatch: pytest.MonkeyPatch,
    after: timedelta,
    status: int,
) -> None:
    grouped(db, cast, asked=("every",))
    at(monkeypatch, last_draft(db).deadline + after)
    cast.sign_in(client, cast.b_signatory)
    sentence = paragraph(db, TOGETHER)

    assert say(client, db, sentence, "proposes", wording="Ours.").status_code == status
    assert stand(client, db, sentence, "no_objection").status_code == status
    assert propose(client, db, paragraph(db, FIRST), "insert", added="More.").status_code == status


@pytest.mark.parametrize(("after", "is_over"), [(-MS, False), (0 * MS, False), (MS, True)])
def test_the_pages_say_the_same(
    client: TestClient,
    db: Session,
    cast: Cast,
    monkeypatch: pytest.MonkeyPatch,
    after: timedelta,
    is_over: bool,
) -> None:
    grouped(db, cast)
    at(monkeypatch, last_draft(db).deadline + after)
    cast.sign_in(client, cast.b_signatory)

    page = client.get(f"{MIRROR}?language=en").text

    assert ("The time for corrections ended on" in page) == is_over
    assert ("Corrections until" in page) == (not is_over)
