"""Which mails somebody gets, in which language, and the address of their calendar."""

import html
import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.db.models import User
from app.db.session import Sessions
from app.domain.occasions import OPTIONAL, Occasion
from tests.cast import Cast
from tests.features.accounts.stored import everything, rows

ADDRESS = re.compile(r"http://127\.0\.0\.1:8000(/calendar/[\w-]{43}\.ics)")


def test_at_first_one_is_written_to_in_english_about_everything(
    client: TestClient, cast: Cast
) -> None:
    cast.sign_in(client, cast.b_drafter)
    page = client.get("/account/mail").text

    assert page.count("checked") == len(OPTIONAL)
    assert re.search(r'<option value="en"\s+selected', page)
    assert 'value="circulated"' not in page


def test_a_choice_is_kept(client: TestClient, cast: Cast, sessions: Sessions) -> None:
    cast.sign_in(client, cast.b_drafter)
    form = {"language": "ar", "occasions": ["due_in_2", "issued"]}

    assert client.post("/account/mail", data=form).status_code == 303

    kept = next(each for each in rows(sessions, User) if each.id == cast.b_drafter.user_id)
    assert kept.language == "ar"
    assert set(OPTIONAL) - set(kept.declined) == {Occasion.DUE_IN_2, Occasion.ISSUED}
    page = client.get("/account/mail").text
    assert page.count("checked") == 2


@pytest.mark.parametrize(
    "form", [{"language": "tlh"}, {"language": "fr", "occasions": ["never"]}, {}]
)
def test_only_what_the_page_offers_is_taken(
    client: TestClient, cast: Cast, sessions: Sessions, form: dict[str, str]
) -> None:
    cast.sign_in(client, cast.b_drafter)
    before = everything(sessions)

    assert client.post("/account/mail", data=form).status_code == 422
    assert everything(sessions) == before


def test_the_language_of_the_invitation_page_is_that_of_the_mails(
    client: TestClient, cast: Cast, sessions: Sessions
) -> None:
    cast.sign_in(client, cast.c_focal)
    guest = {"email": "new@example.org", "name": "New", "roles": ["drafter"]}
    made = client.post("/people", data=guest)
    path = re.findall(r"/invitations/[\w-]{43}", made.text)[0]
    client.cookies.clear()
    client.cookies.set("language", "ru")
    client.post(path, data={"name": "New", "password": "a quite new password"})

    assert rows(sessions, User)[-1].language == "ru"


def test_the_address_of_a_calendar_is_shown_once(
    client: TestClient, cast: Cast, sessions: Sessions
) -> None:
    path = _made(client, cast)

    assert client.get(path).status_code == 200
    assert ADDRESS.search(client.get("/account/mail").text) is None
    assert path[10:53] not in str(everything(sessions))


def test_a_new_address_ends_the_one_before(client: TestClient, cast: Cast) -> None:
    first, second = _made(client, cast), _made(client, cast)

    assert [client.get(path).status_code for path in (first, second)] == [404, 200]


def test_an_address_that_was_ended_answers_like_one_that_never_was(
    client: TestClient, cast: Cast
) -> None:
    path = _made(client, cast)
    client.post("/account/calendar/revoke")
    ended, absent = client.get(path), client.get(f"/calendar/{'A' * 43}.ics")

    assert (ended.status_code, absent.status_code) == (404, 404)
    assert ended.text.replace(path, "") == absent.text.replace(absent.url.path, "")


def test_whoever_is_shut_out_has_no_calendar(client: TestClient, cast: Cast, db: Session) -> None:
    path = _made(client, cast)
    db.get_one(User, cast.b_drafter.user_id).disabled_at = cast.people["b_drafter"].created_at
    db.commit()

    assert client.get(path).status_code == 404


def _made(client: TestClient, cast: Cast) -> str:
    cast.sign_in(client, cast.b_drafter)
    page = html.unescape(client.post("/account/calendar").text)
    return ADDRESS.findall(page)[0]
