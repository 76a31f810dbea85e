import re
import threading
from datetime import datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.db.models import Invitation, User
from app.db.session import Sessions
from app.domain.actor import Role
from app.domain.errors import Conflict, NotFound
from app.features.accounts import inviting, people
from app.features.accounts.inviting import Guest
from app.features.accounts.queries import find_actor
from app.features.accounts.sessions import Browser
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.accounts.stored import acts, everything, rows

GUEST = Guest("new@example.org", "New Person", frozenset({Role.DRAFTER}))
BROWSER = Browser("192.0.2.1", "Test")
PASSWORD = "quite a long new one"
FORM = {"name": "Newer Person", "password": PASSWORD}
UNKNOWN = f"/invitations/{'x' * 43}"


@pytest.fixture
def token(db: Session, cast: Cast) -> str:
    return _invited(db, cast, GUEST)


def _invited(db: Session, cast: Cast, guest: Guest) -> str:
    """Make an invitation of A's focal point, open on the clock of the client, too."""
    token = inviting.invite(db, cast.a_focal, guest, at=NOON)
    db.query(Invitation).update({"expires_at": NOON.replace(year=2100)})
    db.commit()
    return token


def _accept(db: Session, token: str, at: datetime = NOON) -> str:
    return inviting.accept_invitation(db, token, "New", PASSWORD, BROWSER, at=at)


def test_the_link_shows_the_desk_and_the_roles_and_does_nothing(
    client: TestClient, token: str, sessions: Sessions
) -> None:
    before = everything(sessions)

    page = client.get(f"/invitations/{token}")

    for words in ("Delegation A", "new@example.org", "Drafter", 'value="New Person"'):
        assert words in page.text
    assert everything(sessions) == before


def test_the_link_names_its_own_desk_and_no_other(
    client: TestClient, db: Session, cast: Cast
) -> None:
    token = inviting.invite(db, cast.c_focal, GUEST, at=NOON)
    db.query(Invitation).update({"expires_at": NOON.replace(year=2100)})
    db.commit()

    page = client.get(f"/invitations/{token}").text

    assert "Delegation C" in page
    assert "Delegation B" not in page


def test_accepting_makes_the_account_and_signs_in(
    client: TestClient, cast: Cast, token: str, sessions: Sessions
) -> None:
    answer = client.post(f"/invitations/{token}", data=FORM)

    assert (answer.status_code, answer.headers["location"]) == (303, "/briefings")
    user = rows(sessions, User)[-1]
    assert (user.email, user.name, user.roles) == ("new@example.org", "Newer Person", ["drafter"])
    assert (user.delegation_id, user.presidency_id) == (cast.a.id, None)
    assert PASSWORD not in str(everything(sessions))
    assert "Newer Person" in client.get("/account").text
    assert acts(sessions) == ["account.invited", "account.invitation_accepted"]


def test_the_new_person_signs_in_with_the_password(client: TestClient, token: str) -> None:
    client.post(f"/invitations/{token}", data=FORM)
    client.cookies.clear()

    again = client.post("/sign-in", data={"email": "NEW@example.org", "password": PASSWORD})

    assert again.status_code == 303


def test_used_expired_and_unknown_links_look_the_same(
    client: TestClient, cast: Cast, db: Session, token: str
) -> None:
    expired = inviting.invite(db, cast.c_focal, GUEST, at=NOON)
    client.post(f"/invitations/{token}", data=FORM)
    client.cookies.clear()
    links = [f"/invitations/{token}", f"/invitations/{expired}", UNKNOWN, "/invitations/x"]

    pages = [client.get(link) for link in links]
    posts = [client.post(link, data=FORM) for link in links]

    assert {answer.status_code for answer in pages + posts} == {404}
    assert len({answer.text.replace(str(answer.url.path), "") for answer in pages}) == 1
    assert len({answer.content for answer in posts}) == 1


@pytest.mark.parametrize(
    ("change", "why"),
    [({"password": "short"}, "12 to 200"), ({"password": "password1234"}, "would be tried"),
     ({"name": ""}, "Enter 1 to 200"), ({"roles": "president"}, "There is a problem"),
     ({"email": "other@example.org"}, "There is a problem")],
)  # fmt: skip
def test_a_refused_acceptance_keeps_the_link_and_the_name(
    client: TestClient, token: str, sessions: Sessions, change: dict[str, str], why: str
) -> None:
    before = everything(sessions)
    form = FORM | change

    answer = client.post(f"/invitations/{token}", data=form)

    assert answer.status_code == 422
    assert why in answer.text
    assert re.search(rf'name="name"\s+type="text" value="{form["name"]}"', answer.text)
    assert form["password"] not in answer.text
    assert everything(sessions) == before
    assert client.get(f"/invitations/{token}").status_code == 200


def test_a_wrong_form_on_an_unknown_link_says_no_more_than_the_link(client: TestClient) -> None:
    answers = [client.post(UNKNOWN, data=form) for form in ({}, FORM, {"name": ""})]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


def test_a_link_is_good_for_seven_days(db: Session, cast: Cast) -> None:
    token = inviting.invite(db, cast.a_focal, GUEST, at=NOON)

    with pytest.raises(NotFound):
        _accept(db, token, NOON + timedelta(days=7))
    assert _accept(db, token, NOON + timedelta(days=7, seconds=-1))


def test_somebody_with_an_account_gets_no_second_desk(
    db: Session, cast: Cast, sessions: Sessions
) -> None:
    token = _invited(db, cast, Guest("b_drafter@example.org", "B", frozenset({Role.DRAFTER})))
    before = everything(sessions)

    with pytest.raises(NotFound):
        _accept(db, token)

    assert everything(sessions) == before


@pytest.mark.parametrize("loses", ["account", "role"])
def test_a_link_dies_with_the_right_of_the_one_who_made_it(
    db: Session, cast: Cast, token: str, loses: str
) -> None:
    cast.people["a_drafter"].roles = ["focal_point"]
    db.commit()
    person = cast.people["a_focal"].public_id
    helper = find_actor(db, cast.token_of(db, cast.a_drafter), at=NOON)
    assert helper

    if loses == "account":
        people.disable(db, helper, person, at=NOON)
    else:
        people.change_roles(db, helper, person, {Role.DRAFTER}, at=NOON)

    with pytest.raises(NotFound):
        _accept(db, token)


def test_accepting_ends_the_session_the_browser_had(
    client: TestClient, cast: Cast, db: Session, token: str
) -> None:
    cast.sign_in(client, cast.a_focal)
    old = client.cookies["session"]

    client.post(f"/invitations/{token}", data=FORM)

    assert find_actor(db, old, at=NOON) is None


@pytest.mark.each_engine
def test_two_clicks_make_one_account(cast: Cast, token: str, sessions: Sessions) -> None:
    outcomes: list[str] = []
    start = threading.Barrier(2)

    def click() -> None:
        with sessions() as db:
            start.wait()
            try:
                outcomes.append("in" if _accept(db, token) else "")
            except (NotFound, Conflict):
                outcomes.append("out")

    clicks = [threading.Thread(target=click) for _ in range(2)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()

    assert sorted(outcomes) == ["in", "out"]
    assert [user.email for user in rows(sessions, User)].count("new@example.org") == 1
