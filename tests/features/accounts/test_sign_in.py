import re
from datetime import timedelta
from unittest.mock import Mock

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.db.models import SignInAttempt, SignInSession
from app.db.session import Sessions
from app.domain.errors import Invalid
from app.features.accounts import credentials, service
from app.features.accounts.attempts import LIMIT
from app.features.accounts.forms import own_path
from app.features.accounts.queries import find_actor
from app.features.accounts.sessions import Browser, hashed
from tests.cast import PASSWORD, Cast
from tests.conftest import NOON
from tests.features.accounts.stored import acts, everything, rows

EMAIL = "a_drafter@example.org"
FORM = {"email": EMAIL, "password": PASSWORD, "next": "/account"}
BROWSER = Browser("192.0.2.1", "Test")
WRONG = "a wrong password"


def test_the_right_password_signs_in(client: TestClient, cast: Cast, sessions: Sessions) -> None:
    answer = client.post("/sign-in", data=FORM)

    assert (answer.status_code, answer.headers["location"]) == (303, "/account")
    assert "A Drafter" in client.get("/account").text
    assert acts(sessions) == ["account.signed_in"]


def test_the_cookie_is_kept_from_scripts_and_other_sites(client: TestClient, cast: Cast) -> None:
    cookie = client.post("/sign-in", data=FORM).headers["set-cookie"]

    assert re.match(r"session=[\w-]{43};", cookie)
    assert {"HttpOnly", "Path=/", "SameSite=lax"} <= set(cookie.split("; "))


def test_on_https_the_cookie_is_secure_and_bound_to_the_host(
    client: TestClient, cast: Cast
) -> None:
    client.app.state.secure = True  # type: ignore[attr-defined]

    cookie = client.post("/sign-in", data=FORM).headers["set-cookie"]

    assert cookie.startswith("__Host-session=")
    assert "Secure" in cookie.split("; ")
    assert "domain" not in cookie.casefold()


def test_only_a_hash_of_the_cookie_is_stored(db: Session, cast: Cast, sessions: Sessions) -> None:
    token = service.sign_in(db, EMAIL, PASSWORD, BROWSER, at=NOON)

    (row,) = rows(sessions, SignInSession)
    assert row.token_hash == hashed(token)
    assert token not in str(everything(sessions))


def test_a_new_session_at_each_sign_in_ends_the_one_the_browser_had(
    db: Session, cast: Cast
) -> None:
    first = service.sign_in(db, EMAIL, PASSWORD, BROWSER, at=NOON)
    again = Browser("192.0.2.1", "Test", first)

    second = service.sign_in(db, EMAIL, PASSWORD, again, at=NOON)

    assert find_actor(db, first, at=NOON) is None
    assert find_actor(db, second, at=NOON) == cast.a_drafter


def test_a_cookie_planted_before_signing_in_opens_nothing(client: TestClient, cast: Cast) -> None:
    client.cookies.set("session", "planted")

    fresh = client.post("/sign-in", data=FORM).cookies["session"]

    assert fresh != "planted"
    client.cookies.clear()
    client.cookies.set("session", "planted")
    assert client.get("/account").status_code == 303


@pytest.mark.parametrize("typed", ["A_DRAFTER@example.org", "  a_drafter@Example.ORG "])
def test_case_and_spaces_of_an_address_do_not_matter(
    client: TestClient, cast: Cast, typed: str
) -> None:
    assert client.post("/sign-in", data=FORM | {"email": typed}).status_code == 303


def test_a_password_is_compared_however_its_accents_were_typed() -> None:
    stored = credentials.hash_password("déjà vu et revu")

    assert credentials.is_password("de\u0301ja\u0300 vu et revu", stored)


def test_unknown_disabled_and_wrong_look_the_same(
    client: TestClient, cast: Cast, db: Session
) -> None:
    cast.people["b_drafter"].disabled_at = NOON
    db.commit()
    tries = [("nobody@example.org", PASSWORD), ("b_drafter@example.org", PASSWORD), (EMAIL, WRONG)]

    answers = [
        client.post("/sign-in", data={"email": email, "password": password})
        for email, password in tries
    ]

    assert {answer.status_code for answer in answers} == {422}
    assert len({a.text.replace(e, "") for a, (e, _) in zip(answers, tries, strict=True)}) == 1
    assert not any("set-cookie" in answer.headers for answer in answers)


def test_unknown_disabled_and_wrong_cost_the_same(
    db: Session, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.people["b_drafter"].disabled_at = NOON
    db.commit()
    compare = Mock(return_value=False)
    monkeypatch.setattr(service, "is_password", compare)

    for email in ("nobody@example.org", "b_drafter@example.org", EMAIL):
        with pytest.raises(Invalid):
            service.sign_in(db, email, WRONG, BROWSER, at=NOON)

    assert [call.args[0] for call in compare.call_args_list] == [WRONG] * 3


def test_nobodys_password_is_compared_at_full_cost() -> None:
    assert "m=65536" in credentials._nobodys()  # noqa: SLF001 - the cost is the point
    assert not credentials.is_password("nobody has this password", None)


def test_a_refusal_keeps_the_address_and_never_the_password(
    client: TestClient, cast: Cast, sessions: Sessions
) -> None:
    before = everything(sessions)

    answer = client.post("/sign-in", data=FORM | {"password": WRONG})

    assert f'value="{EMAIL}"' in answer.text
    assert 'value="/account"' in answer.text
    assert WRONG not in answer.text
    assert everything(sessions) == before


@pytest.mark.parametrize(
    "form", [{}, {"email": "\0", "password": "\0"}, {"email": "x", "password": "y" * 10_000}]
)
def test_what_is_no_address_is_refused_like_any_other(
    client: TestClient, cast: Cast, form: dict[str, str]
) -> None:
    assert client.post("/sign-in", data=form).status_code == 422


def test_an_unknown_field_is_refused(client: TestClient, cast: Cast) -> None:
    assert client.post("/sign-in", data=FORM | {"roles": "administrator"}).status_code == 422


def test_after_ten_failures_even_the_right_password_waits(
    db: Session, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(service, "is_password", lambda *_: False)
        for number in range(LIMIT):
            with pytest.raises(Invalid, match=r"not right\.$"):
                service.sign_in(db, EMAIL, WRONG, Browser(str(number), "Test"), at=NOON)

    with pytest.raises(Invalid, match="Try again later"):
        service.sign_in(db, EMAIL, PASSWORD, BROWSER, at=NOON)
    later = NOON + timedelta(minutes=15)
    assert service.sign_in(db, EMAIL, PASSWORD, BROWSER, at=later)


def test_ten_failures_from_one_address_block_it_alone(
    db: Session, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(service, "is_password", lambda *_: False)
        for number in range(LIMIT):
            with pytest.raises(Invalid):
                service.sign_in(db, f"p{number}@example.org", WRONG, BROWSER, at=NOON)

    with pytest.raises(Invalid, match="Try again later"):
        service.sign_in(db, EMAIL, PASSWORD, BROWSER, at=NOON)
    assert service.sign_in(db, EMAIL, PASSWORD, Browser("192.0.2.2", "Test"), at=NOON)


def test_signing_in_forgets_the_failures_of_the_person_not_of_the_address(
    db: Session, cast: Cast, sessions: Sessions
) -> None:
    with pytest.raises(Invalid):
        service.sign_in(db, EMAIL, WRONG, BROWSER, at=NOON)
    service.sign_in(db, EMAIL, PASSWORD, BROWSER, at=NOON)

    assert len(rows(sessions, SignInAttempt)) == 1
    assert "192.0.2.1" not in rows(sessions, SignInAttempt)[0].subject


@pytest.mark.parametrize(
    "path",
    ["", "account", "//evil.example", "/\\evil.example", "\\/evil", "https://evil.example",
     "javascript:alert(1)", "/\t/evil.example", "/\n/evil.example", " /account", "/\0"],
)  # fmt: skip
def test_nobody_is_led_to_another_site(client: TestClient, cast: Cast, path: str) -> None:
    assert own_path(path) == ""

    answer = client.post("/sign-in", data=FORM | {"next": path})

    assert answer.headers["location"] == "/briefings"
    assert "evil" not in client.get("/sign-in", params={"next": path}).text


def test_a_page_that_needs_a_person_leads_to_signing_in_and_back(client: TestClient) -> None:
    answer = client.get("/account")

    assert answer.headers["location"] == "/sign-in?next=/account"
    assert 'value="/account"' in client.get("/sign-in?next=/account").text


def test_another_site_cannot_sign_anybody_in(client: TestClient, cast: Cast) -> None:
    answer = client.post("/sign-in", data=FORM, headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_asking_for_the_page_changes_nothing(
    client: TestClient, cast: Cast, sessions: Sessions
) -> None:
    before = everything(sessions)

    assert client.get("/sign-in", params=FORM).status_code == 200
    assert everything(sessions) == before
