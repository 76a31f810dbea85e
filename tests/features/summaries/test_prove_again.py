"""A session left open neither issues nor publishes; and nobody is two people."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Invitation, IssueAct, SignInAttempt, User
from app.domain.actor import Actor, Role
from app.domain.errors import NotAllowed
from app.domain.lifecycle import BriefingState
from app.features.accounts.attempts import LIMIT
from app.features.accounts.inviting import Guest, accept_invitation, invite, invite_to_desk
from app.features.accounts.queries import actor_of
from app.features.accounts.sessions import Browser
from app.features.briefings.queries import get_briefing
from app.features.summaries.service import issue
from tests.cast import PASSWORD, Cast
from tests.conftest import NOON
from tests.features.summaries.small import (
    HOME,
    SLUG,
    circulated,
    digest,
    freeze,
    issued,
    release_of,
)

URL = f"{HOME}/issue"
WRONG = "a wrong password"
LATER = NOON + timedelta(hours=1)


def acts(db: Session) -> int:
    found = len(db.scalars(select(IssueAct)).all())
    db.rollback()
    return found


def failures(db: Session) -> int:
    found = len(db.scalars(select(SignInAttempt)).all())
    db.rollback()
    return found


@pytest.mark.parametrize("typed", [{}, {"password": ""}, {"password": WRONG}])
def test_without_the_password_nothing_is_issued(
    client: TestClient, db: Session, cast: Cast, typed: dict[str, str]
) -> None:
    circulated(db, cast, over=True)
    text = digest(db)
    cast.sign_in(client, cast.president)

    answer = client.post(URL, data={"hash": text} | typed)

    assert answer.status_code == 422
    assert "This is not your password." in answer.text
    assert text[:16] in answer.text  # the form is given back
    assert WRONG not in answer.text
    assert acts(db) == 0
    assert failures(db) == 1


def test_without_the_password_nothing_is_published(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued(db, cast)
    release = release_of(db)
    form = {"hash": release.hash if release else "", "password": WRONG}
    cast.sign_in(client, cast.president)

    answer = client.post(f"{HOME}/publish", data=form)

    assert answer.status_code == 422
    assert get_briefing(db, SLUG).state is BriefingState.ISSUED


def test_guessing_here_is_limited_as_signing_in_is(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast, over=True)
    form = {"hash": digest(db)}
    cast.sign_in(client, cast.president)
    for _ in range(LIMIT):
        client.post(URL, data=form | {"password": WRONG})

    answer = client.post(URL, data=form | {"password": PASSWORD})
    entering = {"email": "president@example.org", "password": PASSWORD, "next": "/"}

    assert answer.status_code == 422
    assert "Try again later" in answer.text
    assert acts(db) == 0
    assert failures(db) == LIMIT
    assert client.post("/sign-in", data=entering).status_code == 422


@pytest.mark.parametrize("who", ["a_signatory", "b_signatory", "administrator"])
def test_somebody_else_is_not_even_told_whether_the_password_is_right(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    circulated(db, cast, over=True)
    form = {"hash": digest(db), "password": WRONG}
    cast.sign_in(client, cast.person(who))

    assert client.post(URL, data=form).status_code == 404
    assert failures(db) == 0


def invited(db: Session, cast: Cast, by: Actor, *, secretariat: bool = False) -> Actor:
    """Bring a second person to the presidency's desk, an hour after the briefing was closed."""
    guest = Guest("second@example.org", "Second Address", frozenset({Role.OFFICER}))
    desk = f"presidency:{cast.presidency.id}"
    token = (
        invite_to_desk(db, by, desk, guest, at=LATER)
        if secretariat
        else invite(db, by, guest, at=LATER)
    )
    accept_invitation(db, token or "", "Second Address", PASSWORD, Browser("", "Test"), at=LATER)
    user = db.scalars(select(User).where(User.email == guest.email)).one()
    actor = actor_of(user, cast.a.names)
    db.rollback()
    return actor


def test_a_president_is_not_two_people_by_an_invitation_of_their_own(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast, over=True)
    second = invited(db, cast, cast.president)
    issue(db, cast.president, SLUG, digest(db), freeze=freeze, at=LATER)

    with pytest.raises(NotAllowed, match="Secretariat"):
        issue(db, second, SLUG, digest(db), freeze=freeze, at=LATER)

    cast.sign_in(client, second)
    assert "made after the briefing was closed" in client.get(URL).text
    assert release_of(db) is None


def test_nor_by_going_first_with_the_other_address(db: Session, cast: Cast) -> None:
    circulated(db, cast, over=True)
    second = invited(db, cast, cast.president)

    with pytest.raises(NotAllowed):
        issue(db, second, SLUG, digest(db), freeze=freeze, at=LATER)

    assert acts(db) == 0


def test_whom_the_secretariat_invites_may_issue_at_once(db: Session, cast: Cast) -> None:
    circulated(db, cast, over=True)
    second = invited(db, cast, cast.administrator, secretariat=True)
    issue(db, cast.president, SLUG, digest(db), freeze=freeze, at=LATER)

    assert issue(db, second, SLUG, digest(db), freeze=freeze, at=LATER) is not None


def test_an_officer_invited_before_closing_may_issue(db: Session, cast: Cast) -> None:
    circulated(db, cast, over=True)
    second = invited(db, cast, cast.president)
    briefing = db.scalars(select(Briefing)).one()
    briefing.closed_at = LATER + timedelta(hours=1)
    db.commit()
    issue(db, cast.president, SLUG, digest(db), freeze=freeze, at=LATER)

    assert issue(db, second, SLUG, digest(db), freeze=freeze, at=LATER) is not None
    assert db.scalars(select(Invitation)).one().invited_by == cast.president.user_id
