import threading

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.db.models import User
from app.db.session import Sessions
from app.domain.actor import Role
from app.domain.errors import DomainError, Invalid
from app.features.accounts import people
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.accounts.stored import acts, everything, live_sessions, rows

ROLES = {"roles": ["drafter", "signatory"]}


def _address(cast: Cast, name: str, verb: str) -> str:
    return f"/people/{cast.people[name].public_id}/{verb}"


def _stored(sessions: Sessions, cast: Cast, name: str) -> User:
    return next(user for user in rows(sessions, User) if user.id == cast.people[name].id)


def test_a_focal_point_sees_its_own_desk_only(client: TestClient, cast: Cast) -> None:
    cast.sign_in(client, cast.a_focal)

    text = client.get("/people").text

    assert all(name in text for name in ("A Focal", "A Drafter", "A Signatory"))
    assert not any(name in text for name in ("B Drafter", "C Focal", "Officer", "President"))


def test_the_presidency_and_the_delegation_it_comes_from_do_not_see_each_other(
    client: TestClient, cast: Cast
) -> None:
    cast.sign_in(client, cast.president)

    text = client.get("/people").text

    assert "Officer" in text
    assert "A Drafter" not in text


@pytest.mark.parametrize(
    ("name", "status"),
    [("visitor", 303), ("officer", 403), ("a_drafter", 403), ("b_signatory", 403),
     ("x_signatory", 403), ("administrator", 403)],
)  # fmt: skip
def test_nobody_else_reads_the_list(client: TestClient, cast: Cast, name: str, status: int) -> None:
    cast.sign_in(client, cast.person(name))

    assert client.get("/people").status_code == status


def test_new_roles_count_at_the_next_request(
    client: TestClient, cast: Cast, sessions: Sessions
) -> None:
    cast.sign_in(client, cast.a_focal)

    answer = client.post(_address(cast, "a_drafter", "roles"), data=ROLES)

    assert (answer.status_code, answer.headers["location"]) == (303, "/people")
    assert _stored(sessions, cast, "a_drafter").roles == ["drafter", "signatory"]
    assert acts(sessions) == ["account.roles_changed"]


@pytest.mark.parametrize(
    "form",
    [{}, {"roles": ["president"]}, {"roles": ["drafter", "administrator"]}, {"roles": ["king"]},
     ROLES | {"delegation_id": "2"}],
)  # fmt: skip
def test_roles_of_another_desk_are_refused(
    client: TestClient, cast: Cast, sessions: Sessions, form: dict[str, list[str]]
) -> None:
    cast.sign_in(client, cast.a_focal)
    before = everything(sessions)

    assert client.post(_address(cast, "a_drafter", "roles"), data=form).status_code == 422
    assert everything(sessions) == before


@pytest.mark.parametrize("verb", ["roles", "disable", "enable"])
@pytest.mark.parametrize(
    ("actor", "person"),
    [("a_focal", "b_drafter"), ("a_focal", "officer"), ("president", "a_drafter"),
     ("c_focal", "administrator"), ("b_signatory", "a_signatory")],
)  # fmt: skip
def test_somebody_at_another_desk_looks_like_nobody(
    client: TestClient, cast: Cast, sessions: Sessions, actor: str, person: str, verb: str
) -> None:
    cast.sign_in(client, cast.person(actor))
    before = everything(sessions)

    theirs = client.post(_address(cast, person, verb), data=ROLES if verb == "roles" else {})
    absent = client.post(f"/people/{'0' * 32}/{verb}", data=ROLES if verb == "roles" else {})

    assert theirs.status_code == absent.status_code == 404
    assert (theirs.content, theirs.headers) == (absent.content, absent.headers)
    assert everything(sessions) == before


@pytest.mark.parametrize("verb", ["roles", "disable", "enable"])
@pytest.mark.parametrize(
    ("actor", "person"), [("a_drafter", "a_signatory"), ("officer", "president")]
)
def test_colleagues_without_the_task_are_refused(
    client: TestClient, cast: Cast, sessions: Sessions, actor: str, person: str, verb: str
) -> None:
    cast.sign_in(client, cast.person(actor))
    before = everything(sessions)

    form = ROLES if verb == "roles" else {}
    assert client.post(_address(cast, person, verb), data=form).status_code == 403
    assert everything(sessions) == before


def test_an_administrator_sets_nobodys_roles(client: TestClient, cast: Cast) -> None:
    cast.sign_in(client, cast.administrator)

    assert client.post(_address(cast, "a_drafter", "roles"), data=ROLES).status_code == 404


@pytest.mark.parametrize(
    ("actor", "back"), [("a_focal", "/people"), ("administrator", "/secretariat")]
)
def test_shutting_out_ends_every_session_at_once(
    client: TestClient, cast: Cast, db: Session, sessions: Sessions, actor: str, back: str
) -> None:
    theirs = cast.token_of(db, cast.a_drafter)
    cast.sign_in(client, cast.person(actor))

    answer = client.post(_address(cast, "a_drafter", "disable"))

    assert (answer.status_code, answer.headers["location"]) == (303, back)
    assert live_sessions(sessions, cast.a_drafter) == 0
    assert acts(sessions) == ["account.disabled"]
    client.cookies.set("session", theirs)
    assert client.get("/account").status_code == 303


def test_being_let_in_again_revives_no_session(
    client: TestClient, cast: Cast, db: Session, sessions: Sessions
) -> None:
    cast.token_of(db, cast.a_drafter)
    cast.sign_in(client, cast.a_focal)
    client.post(_address(cast, "a_drafter", "disable"))

    assert client.post(_address(cast, "a_drafter", "enable")).status_code == 303

    assert _stored(sessions, cast, "a_drafter").disabled_at is None
    assert live_sessions(sessions, cast.a_drafter) == 0


@pytest.mark.parametrize("name", ["a_focal", "administrator"])
def test_nobody_shuts_themselves_out(
    client: TestClient, cast: Cast, sessions: Sessions, name: str
) -> None:
    cast.sign_in(client, cast.person(name))
    before = everything(sessions)

    assert client.post(_address(cast, name, "disable")).status_code == 422
    assert everything(sessions) == before


def test_the_last_focal_point_stays_one(client: TestClient, cast: Cast, sessions: Sessions) -> None:
    cast.sign_in(client, cast.a_focal)
    before = everything(sessions)

    answer = client.post(_address(cast, "a_focal", "roles"), data=ROLES)

    assert answer.status_code == 422
    assert people.NOBODY_LEFT in answer.text
    assert everything(sessions) == before


def test_the_secretariat_may_shut_out_even_the_last_one(db: Session, cast: Cast) -> None:
    people.disable(db, cast.administrator, cast.people["c_focal"].public_id, at=NOON)

    assert cast.people["c_focal"].disabled_at == NOON


@pytest.mark.each_engine
def test_two_focal_points_cannot_remove_each_other(
    db: Session, cast: Cast, sessions: Sessions
) -> None:
    cast.people["a_drafter"].roles = ["focal_point"]
    db.commit()
    pair = [(cast.a_focal, "a_drafter"), (cast.a_focal, "a_focal")]
    start, refused = threading.Barrier(2), list[str]()

    def demote(which: int) -> None:
        actor, person = pair[which]
        with sessions() as own:
            start.wait()
            try:
                public = cast.people[person].public_id
                people.change_roles(own, actor, public, {Role.DRAFTER}, at=NOON)
            except DomainError as refusal:
                refused.append(type(refusal).__name__)

    threads = [threading.Thread(target=demote, args=(which,)) for which in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert refused == [Invalid.__name__]
    assert sum("focal_point" in user.roles for user in rows(sessions, User)) == 2


@pytest.mark.parametrize("person", ["1", "%00", "0" * 33, "..", "A" * 32])
def test_a_person_that_cannot_be_is_not_found(client: TestClient, cast: Cast, person: str) -> None:
    cast.sign_in(client, cast.a_focal)

    assert client.post(f"/people/{person}/disable").status_code == 404
