"""Each desk lands on its own briefings, with one next step."""

from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.db.models import Briefing
from app.domain.lifecycle import BriefingState
from app.features.briefings.pages import Step, index_page
from tests.cast import Cast
from tests.features.briefings.preparing import SLUG, blank, opened, other_presidency, ready

PAGE = "/briefings"


def test_a_visitor_is_asked_to_sign_in(client: TestClient) -> None:
    assert client.get(PAGE).headers["location"] == "/sign-in?next=/briefings"


def test_a_presidency_sees_its_own_with_one_next_step(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    blank(db, cast, "second")
    cast.sign_in(client, cast.officer)

    html = client.get(PAGE).text
    steps = [row.step for row in index_page(db, cast.officer).rows]

    assert steps == [Step.PREPARE, Step.WATCH]
    assert 'href="/briefings/second/setup"' in html
    assert "New briefing" in html
    assert 'href="/handover"' in html


def test_a_delegation_sees_what_is_open_to_it(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.b_drafter)

    html = client.get(PAGE).text

    assert f'href="/briefings/{SLUG}/positions"' in html
    assert "3 April 2090" in html
    assert "New briefing" not in html


def test_a_draft_is_invisible_to_delegations(client: TestClient, db: Session, cast: Cast) -> None:
    ready(db, cast)
    for actor in (cast.a_signatory, cast.b_drafter, cast.x_signatory):
        cast.sign_in(client, actor)
        assert SLUG not in client.get(PAGE).text


def test_desks_do_not_see_each_others_briefings(db: Session, cast: Cast) -> None:
    opened(db, cast)

    assert index_page(db, other_presidency(db, cast)).rows == ()


def test_the_secretariat_sees_titles_and_states_only(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.administrator)

    html = client.get(PAGE).text

    assert "Open for positions" in html
    assert f"/briefings/{SLUG}" not in html


@pytest.mark.parametrize(
    ("state", "presidency", "delegation"),
    [
        (BriefingState.CLOSED, Step.DRAFT, Step.WAIT),
        (BriefingState.CIRCULATED, Step.FOLLOW, Step.CHECK),
        (BriefingState.ISSUED, Step.PUBLISH, Step.CHECK),
        (BriefingState.PUBLISHED, Step.READ, Step.READ),
        (BriefingState.WITHDRAWN, Step.NOTHING, Step.NOTHING),
    ],
)
def test_every_state_has_its_step(
    client: TestClient,
    db: Session,
    cast: Cast,
    state: BriefingState,
    presidency: Step,
    delegation: Step,
) -> None:
    opened(db, cast)
    db.execute(update(Briefing).values(state=state))
    db.commit()

    assert [row.step for row in index_page(db, cast.officer).rows] == [presidency]
    assert [row.step for row in index_page(db, cast.b_drafter).rows] == [delegation]
    for actor in (cast.officer, cast.b_drafter):
        cast.sign_in(client, actor)
        assert client.get(PAGE).status_code == 200
        assert client.get(f"{PAGE}/{SLUG}").status_code == 200


def test_past_the_deadline_the_step_is_to_close(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    db.execute(update(Briefing).values(deadline=datetime(2020, 1, 1, tzinfo=UTC)))
    db.commit()

    assert [row.step for row in index_page(db, cast.officer).rows] == [Step.CLOSE]
    assert [row.step for row in index_page(db, cast.b_drafter).rows] == [Step.WAIT]
    cast.sign_in(client, cast.officer)
    assert "Close the briefing" in client.get(f"{PAGE}/{SLUG}").text
