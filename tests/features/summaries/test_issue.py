from datetime import datetime

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import IssueAct, ReleaseFile, User
from app.db.session import Sessions, atomic, open_engine
from app.domain.errors import Conflict
from app.domain.lifecycle import BriefingState
from app.features.briefings.queries import get_briefing
from app.features.summaries.drafting import edit_sentence
from app.features.summaries.pages import Place
from app.features.summaries.releasing import FrozenFile, Gates, Summaries
from app.features.summaries.service import issue
from tests.cast import PASSWORD, Cast
from tests.conftest import NOON
from tests.features.summaries.small import (
    HOME,
    SLUG,
    circulated,
    closed,
    digest,
    freeze,
    issued,
    other_president,
    release_of,
    text_of,
)

URL = f"{HOME}/issue"
KEY = "q1.UNONE.tally.continue"
OURS = (
    "On UNONE two of the three members (Delegation A and Delegation C) gave the assessment "
    "“continue”."
)


def _acts(db: Session) -> int:
    found = len(db.scalars(select(IssueAct)).all())
    db.rollback()
    return found


def _plainly(client: TestClient) -> None:
    app = client.app
    assert isinstance(app, FastAPI)
    app.state.freeze = freeze


def test_two_people_issue_one_text_and_freeze_its_bytes(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast, over=True)
    form = {"hash": digest(db), "password": PASSWORD}
    _plainly(client)
    cast.sign_in(client, cast.officer)
    assert form["hash"][:16] in client.get(URL).text
    first = client.post(URL, data=form)
    assert "You have issued this text" in client.get(URL).text
    cast.sign_in(client, cast.president)
    assert "Officer" in client.get(URL).text

    second = client.post(URL, data=form)

    assert (first.status_code, second.status_code) == (303, 303)
    assert release_of(db) is not None
    assert len(db.scalars(select(ReleaseFile)).all()) == 2
    assert get_briefing(db, SLUG).state is BriefingState.ISSUED


@pytest.mark.parametrize("sessions", ["postgresql"], indirect=True)
def test_two_acts_are_two_however_the_server_is_configured(
    sessions: Sessions, db: Session, cast: Cast
) -> None:
    """Whoever waited for the other's act sees it, though they had begun to read before it."""
    circulated(db, cast, over=True)
    text = digest(db)
    db.rollback()
    level = {"options": "-c default_transaction_isolation=repeatable\\ read"}
    address = sessions.kw["bind"].url.update_query_dict(level)
    engine = open_engine(address.render_as_string(hide_password=False))
    with Session(engine) as one, Session(engine) as other:
        for each in (one, other):
            get_briefing(each, SLUG)

        first = issue(one, cast.officer, SLUG, text, freeze=freeze, at=NOON)
        second = issue(other, cast.president, SLUG, text, freeze=freeze, at=NOON)

    engine.dispose()
    assert first is None
    assert second is not None


def test_others_write_while_pages_are_made(sessions: Sessions, db: Session, cast: Cast) -> None:
    circulated(db, cast, over=True)
    text = digest(db)
    issue(db, cast.officer, SLUG, text, freeze=freeze, at=NOON)
    made: list[int] = []

    def slowly(summaries: Summaries, gates: Gates, at: datetime) -> list[FrozenFile]:
        with sessions() as other, atomic(other):
            get_briefing(other, SLUG).symbol = "S/2026/1"
            made.append(1)
        return freeze(summaries, gates, at)

    with pytest.raises(Conflict, match="The text has changed"):
        issue(db, cast.president, SLUG, text, freeze=slowly, at=NOON)

    assert made == [1]
    assert release_of(db) is None


def test_pages_are_made_once(db: Session, cast: Cast) -> None:
    circulated(db, cast, over=True)
    made: list[datetime] = []

    def counted(summaries: Summaries, gates: Gates, at: datetime) -> list[FrozenFile]:
        made.append(at)
        return freeze(summaries, gates, at)

    for actor in (cast.officer, cast.president):
        issue(db, actor, SLUG, digest(db), freeze=counted, at=NOON)

    assert made == [NOON]
    assert release_of(db) is not None


def test_one_person_is_not_two(client: TestClient, db: Session, cast: Cast) -> None:
    circulated(db, cast, over=True)
    form = {"hash": digest(db), "password": PASSWORD}
    cast.sign_in(client, cast.president)
    client.post(URL, data=form)

    answer = client.post(URL, data=form)

    assert answer.status_code == 403
    assert "second person" in answer.text
    assert _acts(db) == 1
    assert release_of(db) is None


def test_a_text_changed_between_two_acts_is_refused(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast, over=True)
    before = digest(db)
    issue(db, cast.officer, SLUG, before, freeze=freeze, at=NOON)
    basis = text_of(db, KEY)
    edit_sentence(db, cast.officer, Place(SLUG, KEY, "en"), OURS, basis=basis, previous="", at=NOON)
    cast.sign_in(client, cast.president)

    answer = client.post(URL, data={"hash": before, "password": PASSWORD})

    assert answer.status_code == 409
    assert "has changed since" in answer.text
    assert "Void" in client.get(URL).text
    assert release_of(db) is None


def test_a_text_delegations_have_not_read_is_circulated_again_first(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast, over=True)
    basis = text_of(db, KEY)
    edit_sentence(db, cast.officer, Place(SLUG, KEY, "en"), OURS, basis=basis, previous="", at=NOON)
    cast.sign_in(client, cast.president)

    answer = client.post(URL, data={"hash": digest(db), "password": PASSWORD})

    assert answer.status_code == 409
    assert "Circulate it again" in answer.text
    assert _acts(db) == 0


def test_nobody_issues_before_the_time_for_corrections_is_over(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast)
    cast.sign_in(client, cast.president)

    answer = client.post(URL, data={"hash": digest(db), "password": PASSWORD})

    assert answer.status_code == 409
    assert "may correct the draft until" in answer.text
    assert _acts(db) == 0


def test_an_act_of_somebody_who_left_no_longer_counts(db: Session, cast: Cast) -> None:
    circulated(db, cast, over=True)
    issue(db, cast.officer, SLUG, digest(db), freeze=freeze, at=NOON)
    officer = db.get_one(User, cast.officer.user_id)
    officer.disabled_at = NOON
    db.commit()

    assert issue(db, cast.president, SLUG, digest(db), freeze=freeze, at=NOON) is None
    assert release_of(db) is None


@pytest.mark.parametrize("who", ["a_signatory", "b_signatory", "administrator"])
def test_nobody_else_finds_it(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    circulated(db, cast, over=True)
    form = {"hash": digest(db), "password": PASSWORD}
    cast.sign_in(client, cast.person(who))

    assert client.get(URL).status_code == 404
    assert client.post(URL, data=form).status_code == 404
    assert _acts(db) == 0


def test_another_presidency_does_not_find_it(client: TestClient, db: Session, cast: Cast) -> None:
    circulated(db, cast, over=True)
    form = {"hash": digest(db), "password": PASSWORD}
    cast.sign_in(client, other_president(db, cast))

    assert client.post(URL, data=form).status_code == 404
    assert _acts(db) == 0


def test_only_a_circulated_summary_is_issued(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast, "attributed")
    form = {"hash": digest(db), "password": PASSWORD}
    cast.sign_in(client, cast.president)

    assert client.get(URL).status_code == 403
    assert client.post(URL, data=form).status_code == 403


def test_a_form_without_its_hash_is_refused(client: TestClient, db: Session, cast: Cast) -> None:
    circulated(db, cast, over=True)
    cast.sign_in(client, cast.president)

    assert client.post(URL, data={}).status_code == 422
    assert _acts(db) == 0


def test_what_is_issued_is_issued_once(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    form = {"hash": digest(db), "password": PASSWORD}
    cast.sign_in(client, cast.president)

    assert client.post(URL, data=form).status_code == 403
    assert _acts(db) == 2
