import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.db.models import SignInSession, User
from app.db.session import Sessions
from app.domain.errors import Conflict, Invalid
from app.features.accounts import service
from app.features.accounts.attempts import LIMIT
from app.features.accounts.credentials import good_password, is_password
from app.features.accounts.sessions import PUBLIC_LENGTH, hashed
from tests.cast import PASSWORD, Cast
from tests.conftest import NOON
from tests.features.accounts.stored import acts, everything, live_sessions, rows

NEW = "quite another long one"
FORM = {"current": PASSWORD, "password": NEW}


def _public(token: str) -> str:
    return hashed(token)[:PUBLIC_LENGTH]


def test_the_account_page_names_the_desk_and_the_devices(client: TestClient, cast: Cast) -> None:
    cast.sign_in(client, cast.a_signatory)

    page = client.get("/account")

    assert page.headers["cache-control"] == "private, no-store"
    for words in ("A Signatory", "Delegation A", "Signatory", "This one", "Last used"):
        assert words in page.text
    assert client.cookies["session"] not in page.text


@pytest.mark.parametrize(
    ("name", "people", "desks"),
    [("administrator", False, True), ("president", True, False), ("a_focal", True, False),
     ("officer", False, False), ("a_drafter", False, False)],
)  # fmt: skip
def test_the_account_page_offers_what_the_server_allows(
    client: TestClient, cast: Cast, name: str, people: bool, desks: bool
) -> None:
    cast.sign_in(client, cast.person(name))

    text = client.get("/account").text

    assert ('href="/people"' in text, 'href="/secretariat"' in text) == (people, desks)


def test_a_device_can_be_signed_out_from_another(
    client: TestClient, cast: Cast, db: Session, sessions: Sessions
) -> None:
    lost = cast.token_of(db, cast.a_drafter)
    cast.sign_in(client, cast.a_drafter)

    answer = client.post(f"/account/sessions/{_public(lost)}/end")

    assert answer.status_code == 303
    assert live_sessions(sessions, cast.a_drafter) == 1
    assert acts(sessions) == ["account.session_ended"]


def test_anothers_session_looks_like_none(
    client: TestClient, cast: Cast, db: Session, sessions: Sessions
) -> None:
    foreign = cast.token_of(db, cast.a_focal)
    cast.sign_in(client, cast.a_drafter)
    before = everything(sessions)

    theirs = client.post(f"/account/sessions/{_public(foreign)}/end")
    absent = client.post(f"/account/sessions/{'0' * 16}/end")

    assert theirs.status_code == absent.status_code == 404
    assert theirs.content == absent.content
    assert theirs.headers == absent.headers
    assert everything(sessions) == before


def test_a_session_that_ended_cannot_be_ended_again(
    client: TestClient, cast: Cast, db: Session
) -> None:
    lost = cast.token_of(db, cast.a_drafter)
    cast.sign_in(client, cast.a_drafter)
    address = f"/account/sessions/{_public(lost)}/end"

    assert [client.post(address).status_code for _ in range(2)] == [303, 404]


def test_a_new_password_ends_every_other_session(
    client: TestClient, cast: Cast, db: Session, sessions: Sessions
) -> None:
    cast.token_of(db, cast.a_drafter)
    cast.sign_in(client, cast.a_drafter)

    assert client.post("/account/password", data=FORM).status_code == 303

    stored = next(u.password_hash for u in rows(sessions, User) if u.name == "A Drafter")
    assert is_password(NEW, stored)
    assert stored.startswith("$argon2id$")
    assert live_sessions(sessions, cast.a_drafter) == 1
    assert client.get("/account").status_code == 200
    assert acts(sessions) == ["account.password_changed"]


@pytest.mark.parametrize(
    ("change", "why"),
    [({"current": "not the password"}, "This is not your password."),
     ({"password": "too short"}, "12 to 200"), ({"password": "x" * 201}, "12 to 200"),
     ({"password": "Password 1234"}, "first that would be tried"),
     ({"password": "aaaaaaaaaaaaa"}, "first that would be tried"),
     ({"roles": "president"}, "There is a problem")],
)  # fmt: skip
def test_a_refused_change_of_password_keeps_and_shows_nothing(
    client: TestClient, cast: Cast, sessions: Sessions, change: dict[str, str], why: str
) -> None:
    cast.sign_in(client, cast.a_drafter)
    before = everything(sessions)

    answer = client.post("/account/password", data=FORM | change)

    assert answer.status_code == 422
    assert why in answer.text
    assert not any(
        typed in answer.text for typed in (FORM | change).values() if typed != "president"
    )
    assert everything(sessions) == before


def test_guessing_the_password_on_an_open_page_is_limited_too(
    db: Session, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(service, "is_password", lambda *_: False)
        for _ in range(LIMIT):
            with pytest.raises(Invalid, match=r"not your password\.$"):
                service.change_password(db, cast.a_drafter, "guess", NEW, "token", at=NOON)

    with pytest.raises(Invalid, match="Try again later"):
        service.change_password(db, cast.a_drafter, PASSWORD, NEW, "token", at=NOON)


def test_an_account_disabled_meanwhile_keeps_its_password(
    db: Session, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disable_first(_new: str) -> str:
        cast.people["a_drafter"].disabled_at = NOON
        db.commit()
        return "a new hash"

    monkeypatch.setattr(service, "hash_password", disable_first)

    with pytest.raises(Conflict, match="same moment"):
        service.change_password(db, cast.a_drafter, PASSWORD, NEW, "token", at=NOON)


def test_a_long_sentence_in_any_script_is_a_good_password() -> None:
    assert good_password("ثلاث كلمات طويلة معا") == "ثلاث كلمات طويلة معا"
    assert good_password("cafe\u0301 cafe\u0301 ola") == "café café ola"


def test_a_visitor_has_no_account(client: TestClient, cast: Cast) -> None:
    assert client.get("/account").status_code == 303
    assert client.post("/account/password", data=FORM).status_code == 401
    assert client.post(f"/account/sessions/{'0' * 16}/end").status_code == 401


def test_rights_are_read_at_each_request(client: TestClient, cast: Cast, db: Session) -> None:
    cast.sign_in(client, cast.a_focal)
    assert client.get("/people").status_code == 200

    cast.people["a_focal"].roles = ["drafter"]
    db.commit()

    assert client.get("/people").status_code == 403


def test_an_administrator_is_created_from_the_command_line(db: Session, sessions: Sessions) -> None:
    service.create_administrator(db, email="Ad@UN.example", name="Ad", password=NEW, at=NOON)

    (user,) = rows(sessions, User)
    assert (user.email, user.roles, user.delegation_id) == (
        "ad@un.example",
        ["administrator"],
        None,
    )
    assert rows(sessions, SignInSession) == []
    assert acts(sessions) == ["account.administrator_created"]


@pytest.mark.parametrize(
    ("email", "password", "refusal"),
    [("nobody", NEW, Invalid), ("new@un.example", "short", Invalid),
     ("Administrator@example.org", NEW, Conflict)],
)  # fmt: skip
def test_a_wrong_or_known_address_makes_no_administrator(
    db: Session, cast: Cast, sessions: Sessions, email: str, password: str, refusal: type[Exception]
) -> None:
    before = everything(sessions)

    with pytest.raises(refusal):
        service.create_administrator(db, email=email, name="Ad", password=password, at=NOON)

    assert everything(sessions) == before
