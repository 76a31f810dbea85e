import html
import re
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.db.models import Invitation
from app.db.session import Sessions
from app.domain.actor import Role
from app.domain.errors import NotAllowed
from app.features.accounts import inviting
from app.features.accounts.inviting import Guest
from app.features.accounts.sessions import PUBLIC_LENGTH, hashed
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.accounts.stored import acts, everything, rows

FORM = {"email": "New@Example.org", "name": "New Person", "roles": ["drafter", "signatory"]}
LINK = re.compile(r"http://127\.0\.0\.1:8000/invitations/([\w-]{43})")
GUEST = Guest("new@example.org", "New Person", frozenset({Role.DRAFTER}))


def test_a_focal_point_is_shown_a_link_once(
    client: TestClient, cast: Cast, sessions: Sessions
) -> None:
    cast.sign_in(client, cast.c_focal)

    answer = client.post("/people", data=FORM)

    token = LINK.findall(answer.text)[0]
    (kept,) = rows(sessions, Invitation)
    assert (kept.email, kept.roles) == ("new@example.org", ["drafter", "signatory"])
    assert (kept.delegation_id, kept.presidency_id) == (cast.c.id, None)
    assert kept.expires_at - kept.created_at == timedelta(days=7)
    assert kept.token_hash == hashed(token)
    assert token not in str(everything(sessions))
    assert LINK.search(client.get("/people").text) is None
    assert acts(sessions) == ["account.invited"]


def test_the_link_names_the_host_of_the_settings_only(client: TestClient, cast: Cast) -> None:
    cast.sign_in(client, cast.c_focal)
    headers = {"host": "localhost", "x-forwarded-host": "evil.example"}

    answer = client.post("/people", data=FORM, headers=headers)

    assert LINK.search(answer.text)
    assert "evil.example" not in answer.text


@pytest.mark.parametrize("role", ["officer", "president"])
def test_the_president_invites_to_the_presidency(
    client: TestClient, cast: Cast, sessions: Sessions, role: str
) -> None:
    cast.sign_in(client, cast.president)

    assert client.post("/people", data=FORM | {"roles": [role]}).status_code == 200

    (kept,) = rows(sessions, Invitation)
    assert (kept.roles, kept.delegation_id) == ([role], None)
    assert kept.presidency_id == cast.presidency.id


@pytest.mark.parametrize(
    ("name", "status"),
    [("visitor", 401), ("officer", 403), ("a_drafter", 403), ("a_signatory", 403),
     ("x_signatory", 403), ("administrator", 403)],
)  # fmt: skip
def test_nobody_else_invites(
    client: TestClient, cast: Cast, sessions: Sessions, name: str, status: int
) -> None:
    cast.sign_in(client, cast.person(name))
    before = everything(sessions)

    assert client.post("/people", data=FORM).status_code == status
    assert client.post("/people", data={}).status_code == status
    assert everything(sessions) == before


@pytest.mark.parametrize(
    ("change", "why"),
    [({"email": "nobody"}, "Enter an e-mail address"), ({"name": " "}, "Enter 1 to 200"),
     ({"name": "a\u202eb"}, "Enter 1 to 200"), ({"roles": []}, "Choose at least one role"),
     ({"roles": ["president"]}, "Choose at least one role"),
     ({"roles": ["administrator"]}, "Choose at least one role"),
     ({"delegation_id": "1"}, "There is a problem"),
     ({"email": "c_focal@example.org"}, "sits at this desk already")],
)  # fmt: skip
def test_a_refused_invitation_keeps_what_was_typed(
    client: TestClient, cast: Cast, sessions: Sessions, change: dict[str, str], why: str
) -> None:
    cast.sign_in(client, cast.c_focal)
    before = everything(sessions)
    form = FORM | change

    answer = client.post("/people", data=form)

    assert answer.status_code == 422
    assert why in answer.text
    assert f'value="{form["email"]}"' in answer.text
    assert f'value="{form["name"]}"' in html.unescape(answer.text)
    assert everything(sessions) == before


def test_inviting_tells_nothing_of_who_sits_at_another_desk(client: TestClient, cast: Cast) -> None:
    cast.sign_in(client, cast.c_focal)
    known, unknown = "b_drafter@example.org", "b_unknown@example.org"

    first = client.post("/people", data=FORM | {"email": known})
    withdrawn = re.findall(r"/people/invitations/(\w+)/withdraw", first.text)
    client.post(f"/people/invitations/{withdrawn[0]}/withdraw")
    second = client.post("/people", data=FORM | {"email": unknown})

    assert first.status_code == second.status_code == 200
    assert _plain(first.text, known) == _plain(second.text, unknown)


def _plain(text: str, email: str) -> str:
    text = re.sub(r"[\w-]{43}|[0-9a-f]{16}(?=/withdraw)", "", text.replace(email, ""))
    return re.sub(r"\d\d:\d\d", "", text)


def test_a_second_invitation_voids_the_first(db: Session, cast: Cast, sessions: Sessions) -> None:
    inviting.invite(db, cast.c_focal, GUEST, at=NOON)
    inviting.invite(db, cast.c_focal, GUEST, at=NOON + timedelta(minutes=1))

    first, second = rows(sessions, Invitation)
    assert first.expires_at == NOON + timedelta(minutes=1)
    assert second.expires_at > first.expires_at


def test_an_invitation_can_be_withdrawn(
    client: TestClient, cast: Cast, db: Session, sessions: Sessions
) -> None:
    token = _invited(db, cast)
    cast.sign_in(client, cast.c_focal)

    answer = client.post(f"/people/invitations/{hashed(token)[:PUBLIC_LENGTH]}/withdraw")

    assert (answer.status_code, answer.headers["location"]) == (303, "/people")
    assert client.get(f"/invitations/{token}").status_code == 404
    assert acts(sessions)[-1] == "account.invitation_withdrawn"


def test_another_desks_invitation_looks_like_none(
    client: TestClient, cast: Cast, db: Session, sessions: Sessions
) -> None:
    public = hashed(_invited(db, cast))[:PUBLIC_LENGTH]
    cast.sign_in(client, cast.a_focal)
    before = everything(sessions)

    theirs = client.post(f"/people/invitations/{public}/withdraw")
    absent = client.post(f"/people/invitations/{'0' * 16}/withdraw")

    assert theirs.status_code == absent.status_code == 404
    assert (theirs.content, theirs.headers) == (absent.content, absent.headers)
    assert everything(sessions) == before


def test_a_drafter_does_not_withdraw_an_invitation(db: Session, cast: Cast) -> None:
    token = inviting.invite(db, cast.a_focal, GUEST, at=NOON)

    with pytest.raises(NotAllowed):
        inviting.withdraw_invitation(db, cast.a_drafter, hashed(token)[:PUBLIC_LENGTH], at=NOON)


def _invited(db: Session, cast: Cast) -> str:
    """Make an invitation to C's desk that is open on the clock of the client, too."""
    token = inviting.invite(db, cast.c_focal, GUEST, at=NOON)
    db.query(Invitation).update({"expires_at": NOON.replace(year=2100)})
    db.commit()
    return token
