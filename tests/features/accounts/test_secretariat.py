import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.db.models import Delegation, Invitation, Presidency
from app.db.session import Sessions
from app.domain.errors import NotAllowed
from app.features.accounts import inviting, secretariat
from app.features.accounts.inviting import Guest
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.accounts.stored import acts, everything, rows

TERM = {"delegation": "B", "begins_on": "2026-12-01", "ends_on": "2026-12-31"}
GUEST = {"email": "first@example.org", "name": "First", "desk": "delegation:B"}
POSTS = {
    "/secretariat/delegations": {"state": "NOR"},
    "/secretariat/presidencies": TERM,
    "/secretariat/invitations": GUEST,
}


def _all(sessions: Sessions) -> list[object]:
    counted = [len(rows(sessions, table)) for table in (Delegation, Presidency)]
    return [*everything(sessions), *counted]


def test_the_secretariat_sees_every_desk_and_its_people(client: TestClient, cast: Cast) -> None:
    cast.sign_in(client, cast.administrator)

    text = client.get("/secretariat").text

    for words in ("Delegation A", "Delegation X", "B Signatory", "Officer", "Norway"):
        assert words in text


@pytest.mark.parametrize("language", ["ar", "zh", "fr", "ru", "es"])
def test_the_page_is_there_in_every_language(client: TestClient, cast: Cast, language: str) -> None:
    cast.sign_in(client, cast.administrator)

    assert client.get("/secretariat", headers={"accept-language": language}).status_code == 200


@pytest.mark.parametrize(
    ("name", "status"),
    [("visitor", 401), ("president", 403), ("officer", 403), ("a_focal", 403), ("b_drafter", 403)],
)
def test_nobody_else_sets_up_desks(
    client: TestClient, cast: Cast, sessions: Sessions, name: str, status: int
) -> None:
    cast.sign_in(client, cast.person(name))
    before = _all(sessions)

    assert client.get("/secretariat").status_code == (303 if status == 401 else 403)
    for address, form in POSTS.items():
        assert client.post(address, data=form).status_code == status
        assert client.post(address, data={}).status_code == status
    assert _all(sessions) == before


def test_a_state_gets_its_desk_with_its_six_names(
    client: TestClient, cast: Cast, sessions: Sessions
) -> None:
    cast.sign_in(client, cast.administrator)

    assert client.post("/secretariat/delegations", data={"state": "NOR"}).status_code == 303

    made = rows(sessions, Delegation)[-1]
    assert (made.code, made.names["fr"], made.names["zh"]) == ("NOR", "Norvège", "挪威")
    assert acts(sessions) == ["delegation.created"]


@pytest.mark.parametrize("state", ["", "XXX", "A", "\0"])
def test_a_desk_is_for_a_state_and_only_one(
    client: TestClient, cast: Cast, sessions: Sessions, state: str
) -> None:
    cast.sign_in(client, cast.administrator)
    before = _all(sessions)

    assert client.post("/secretariat/delegations", data={"state": state}).status_code == 422
    assert _all(sessions) == before


def test_a_state_has_one_desk(client: TestClient, cast: Cast, sessions: Sessions) -> None:
    cast.sign_in(client, cast.administrator)

    answers = [client.post("/secretariat/delegations", data={"state": "NOR"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 422]
    assert "has its desk already" in answers[1].text


def test_a_presidency_gets_a_desk_of_its_own(
    client: TestClient, cast: Cast, sessions: Sessions
) -> None:
    cast.sign_in(client, cast.administrator)

    assert client.post("/secretariat/presidencies", data=TERM).status_code == 303

    made = rows(sessions, Presidency)[-1]
    assert (made.delegation_id, made.begins_on.isoformat()) == (cast.b.id, "2026-12-01")
    assert acts(sessions) == ["presidency.created"]


@pytest.mark.parametrize(
    ("change", "why"),
    [({"delegation": "Z"}, "Choose a delegation"), ({"ends_on": "2026-11-30"}, "ends after"),
     ({"begins_on": "soon"}, "Enter a day"), ({"ends_on": ""}, "Enter a day"),
     ({"delegation": "A"}, "presides on some of these days")],
)  # fmt: skip
def test_a_refused_presidency_keeps_what_was_typed(
    client: TestClient, cast: Cast, sessions: Sessions, change: dict[str, str], why: str
) -> None:
    cast.sign_in(client, cast.administrator)
    before = _all(sessions)

    answer = client.post("/secretariat/presidencies", data=TERM | change)

    assert answer.status_code == 422
    assert why in answer.text
    assert f'value="{(TERM | change)["ends_on"]}"' in answer.text
    assert _all(sessions) == before


def test_the_first_focal_point_is_invited_by_the_secretariat(
    client: TestClient, cast: Cast, sessions: Sessions
) -> None:
    cast.sign_in(client, cast.administrator)

    answer = client.post("/secretariat/invitations", data=GUEST)

    (kept,) = rows(sessions, Invitation)
    assert (kept.roles, kept.delegation_id) == (["focal_point"], cast.b.id)
    token = re.findall(r"http://127\.0\.0\.1:8000/invitations/([\w-]{43})", answer.text)[0]
    assert "Delegation B" in client.get(f"/invitations/{token}").text


def test_the_first_president_is_invited_by_the_secretariat(
    client: TestClient, cast: Cast, sessions: Sessions
) -> None:
    cast.sign_in(client, cast.administrator)
    desk = f"presidency:{cast.presidency.id}"

    assert client.post("/secretariat/invitations", data=GUEST | {"desk": desk}).status_code == 200

    (kept,) = rows(sessions, Invitation)
    assert (kept.roles, kept.presidency_id) == (["president"], cast.presidency.id)


@pytest.mark.parametrize(
    ("change", "why"),
    [({"desk": "delegation:Z"}, "Choose a desk"), ({"desk": "presidency:999"}, "Choose a desk"),
     ({"desk": "presidency:x"}, "Choose a desk"), ({"desk": "secretariat:"}, "Choose a desk"),
     ({"desk": "presidency:99999999999999999999"}, "Choose a desk"),
     ({"email": "x"}, "Enter an e-mail"), ({"name": ""}, "Enter 1 to 200"),
     ({"roles": "administrator"}, "There is a problem"),
     ({"email": "b_drafter@example.org"}, "sits at this desk already")],
)  # fmt: skip
def test_a_refused_invitation_keeps_what_was_typed(
    client: TestClient, cast: Cast, sessions: Sessions, change: dict[str, str], why: str
) -> None:
    cast.sign_in(client, cast.administrator)
    before = _all(sessions)
    form = GUEST | change

    answer = client.post("/secretariat/invitations", data=form)

    assert answer.status_code == 422
    assert why in answer.text
    assert f'value="{form["email"]}"' in answer.text
    assert _all(sessions) == before


def test_the_secretariat_withdraws_any_desks_invitation(
    client: TestClient, cast: Cast, sessions: Sessions
) -> None:
    cast.sign_in(client, cast.administrator)
    text = client.post("/secretariat/invitations", data=GUEST).text
    address = re.findall(r"/people/invitations/\w+/withdraw", text)[0]

    assert client.post(address).headers["location"] == "/secretariat"

    (kept,) = rows(sessions, Invitation)
    assert kept.accepted_at is None
    assert "/withdraw" not in client.get("/secretariat").text


def test_the_services_ask_for_the_administrator_themselves(db: Session, cast: Cast) -> None:
    guest = Guest("first@example.org", "First", frozenset())

    with pytest.raises(NotAllowed):
        secretariat.create_delegation(db, cast.president, "NOR", at=NOON)
    with pytest.raises(NotAllowed):
        inviting.invite_to_desk(db, cast.a_focal, "delegation:A", guest, at=NOON)
