import threading
from datetime import datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.db.models import SignInSession
from app.db.session import Sessions
from app.features.accounts import service
from app.features.accounts import sessions as life
from app.features.accounts.queries import find_actor
from app.features.accounts.sessions import IDLE, LASTS, Browser, note_seen
from tests.cast import PASSWORD, Cast
from tests.conftest import NOON
from tests.features.accounts.stored import acts, live_sessions, rows

EMAIL = "a_drafter@example.org"
MINUTE = timedelta(minutes=1)


def _token(db: Session, at: datetime = NOON) -> str:
    return service.sign_in(db, EMAIL, PASSWORD, Browser("192.0.2.1", "Test"), at=at)


def test_signing_out_ends_the_session_and_clears_the_browser(
    client: TestClient, cast: Cast, sessions: Sessions
) -> None:
    cast.sign_in(client, cast.a_drafter)

    answer = client.post("/sign-out")

    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert answer.headers["clear-site-data"] == '"cache", "storage"'
    assert 'session="";' in answer.headers["set-cookie"]
    assert (live_sessions(sessions, cast.a_drafter), acts(sessions)) == (0, ["account.signed_out"])


def test_the_old_cookie_opens_nothing_afterwards(client: TestClient, cast: Cast) -> None:
    cast.sign_in(client, cast.a_drafter)
    old = client.cookies["session"]
    client.post("/sign-out")

    client.cookies.set("session", old)

    assert client.get("/account").status_code == 303


def test_somebody_signed_out_already_may_sign_out(client: TestClient, sessions: Sessions) -> None:
    assert client.post("/sign-out").status_code == 303
    assert acts(sessions) == []


def test_signing_out_is_never_a_mere_visit(client: TestClient, cast: Cast) -> None:
    cast.sign_in(client, cast.a_drafter)

    assert client.get("/sign-out").status_code == 405
    assert client.get("/account").status_code == 200


def test_signing_out_leaves_the_other_devices_and_people(
    client: TestClient, cast: Cast, db: Session, sessions: Sessions
) -> None:
    cast.token_of(db, cast.a_drafter)
    cast.token_of(db, cast.b_drafter)
    cast.sign_in(client, cast.a_drafter)

    client.post("/sign-out")

    assert live_sessions(sessions, cast.a_drafter) == 1
    assert live_sessions(sessions, cast.b_drafter) == 1


def test_signing_out_everywhere_ends_all_of_ones_own(
    client: TestClient, cast: Cast, db: Session, sessions: Sessions
) -> None:
    cast.token_of(db, cast.a_drafter)
    cast.token_of(db, cast.b_drafter)
    cast.sign_in(client, cast.a_drafter)

    assert client.post("/sign-out-everywhere").status_code == 303

    assert live_sessions(sessions, cast.a_drafter) == 0
    assert live_sessions(sessions, cast.b_drafter) == 1


def test_a_visitor_cannot_sign_anybody_out_everywhere(client: TestClient) -> None:
    assert client.post("/sign-out-everywhere").status_code == 401


def test_a_session_ends_after_twelve_hours_however_busy(db: Session, cast: Cast) -> None:
    token = _token(db)
    for hour in range(12):
        assert find_actor(db, token, at=NOON + timedelta(hours=hour)) == cast.a_drafter

    assert find_actor(db, token, at=NOON + LASTS) is None


def test_a_session_ends_after_two_idle_hours(db: Session, cast: Cast) -> None:
    token = _token(db)

    assert find_actor(db, token, at=NOON + IDLE) is None
    assert find_actor(db, token, at=NOON + IDLE - MINUTE) == cast.a_drafter


def test_being_seen_is_written_at_most_once_a_minute(
    db: Session, cast: Cast, sessions: Sessions
) -> None:
    token = _token(db)

    find_actor(db, token, at=NOON + timedelta(seconds=59))
    assert rows(sessions, SignInSession)[0].seen_at == NOON
    db.rollback()
    find_actor(db, token, at=NOON + timedelta(seconds=61))
    assert rows(sessions, SignInSession)[0].seen_at == NOON + timedelta(seconds=61)


def test_a_session_saved_after_it_ended_stays_ended(
    db: Session, cast: Cast, sessions: Sessions
) -> None:
    token = _token(db)
    service.sign_out(db, cast.a_drafter, token, at=NOON + MINUTE)

    note_seen(db, rows(sessions, SignInSession)[0].id, at=NOON + 2 * MINUTE)

    assert find_actor(db, token, at=NOON + 2 * MINUTE) is None


@pytest.mark.each_engine
def test_a_session_saved_while_it_ends_is_not_brought_back(
    db: Session, cast: Cast, sessions: Sessions
) -> None:
    for _ in range(20):
        token = _token(db)
        start = threading.Barrier(2)

        def keep(token: str = token, start: threading.Barrier = start) -> None:
            with sessions() as other:
                start.wait()
                find_actor(other, token, at=NOON + 2 * MINUTE)

        busy = threading.Thread(target=keep)
        busy.start()
        start.wait()
        service.sign_out(db, cast.a_drafter, token, at=NOON + 2 * MINUTE)
        busy.join()
        assert find_actor(db, token, at=NOON + 2 * MINUTE) is None
        db.rollback()


def test_a_lost_race_does_not_fail_the_request(
    db: Session, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = _token(db)

    def locked(*_: object) -> None:
        raise OperationalError("UPDATE", {}, Exception("database is locked"))

    monkeypatch.setattr(life, "atomic", locked)

    assert find_actor(db, token, at=NOON + 2 * MINUTE) == cast.a_drafter
