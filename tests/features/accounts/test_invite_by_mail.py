"""With mail on, a link goes to the person invited and to nobody else."""

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.db.models import Invitation, Mail, MailState
from app.db.session import Sessions
from tests.cast import Cast
from tests.features.accounts.stored import everything, rows
from tests.features.reminders.post import remind, ripen, words
from tests.postbox import Postbox

FORM = {"email": "new@example.org", "name": "New Person", "roles": ["drafter"]}
LINK = re.compile(r"accounts\.invitation/([\w-]{43})")


@pytest.fixture
def postbox(app: FastAPI, client: TestClient) -> Iterator[Postbox]:
    app.state.mails = True
    with Postbox() as box:
        yield box


def test_the_inviter_sees_no_link(client: TestClient, cast: Cast, postbox: Postbox) -> None:
    page = _invite(client, cast)

    assert re.search(r"[\w-]{43}", page) is None
    assert "on its way to New Person by mail" in page


def test_the_person_invited_gets_a_link_that_works(
    client: TestClient, cast: Cast, db: Session, postbox: Postbox
) -> None:
    _invite(client, cast)
    remind(db, postbox)
    token = LINK.findall(words(postbox.messages[0]))[0]
    client.cookies.clear()

    assert postbox.to == ["new@example.org"]
    assert client.get(f"/invitations/{token}").status_code == 200


def test_the_link_is_kept_nowhere(
    client: TestClient, cast: Cast, db: Session, postbox: Postbox, sessions: Sessions
) -> None:
    _invite(client, cast)
    remind(db, postbox)
    (token,) = LINK.findall(words(postbox.messages[0]))

    assert token not in str([everything(sessions), [vars(each) for each in rows(sessions, Mail)]])


def test_an_invitation_is_mailed_in_the_language_of_whoever_made_it(
    client: TestClient, cast: Cast, db: Session, postbox: Postbox
) -> None:
    cast.sign_in(client, cast.c_focal)
    client.post("/people", data=FORM, headers={"accept-language": "ar"})
    remind(db, postbox)

    assert postbox.messages[0]["Content-Language"] == "ar"
    assert "الوفد C" in words(postbox.messages[0])


def test_tried_again_the_newest_link_alone_works(
    client: TestClient, cast: Cast, db: Session, postbox: Postbox
) -> None:
    _invite(client, cast)
    remind(db, postbox)
    db.execute(update(Mail).values(state=MailState.WAITING))
    db.commit()
    ripen(db)
    remind(db, postbox)
    first, second = (LINK.findall(words(each))[0] for each in postbox.messages)

    assert client.get(f"/invitations/{first}").status_code == 404
    assert client.get(f"/invitations/{second}").status_code == 200


def test_an_invitation_withdrawn_before_it_was_sent_is_not_sent(
    client: TestClient, cast: Cast, db: Session, postbox: Postbox, sessions: Sessions
) -> None:
    _invite(client, cast)
    (kept,) = rows(sessions, Invitation)
    client.post(f"/people/invitations/{kept.public_id}/withdraw")

    assert remind(db, postbox).dropped == 1


def test_it_can_still_be_withdrawn_when_it_was_sent(
    client: TestClient, cast: Cast, db: Session, postbox: Postbox, sessions: Sessions
) -> None:
    _invite(client, cast)
    (kept,) = rows(sessions, Invitation)
    remind(db, postbox)
    (token,) = LINK.findall(words(postbox.messages[0]))

    assert client.post(f"/people/invitations/{kept.public_id}/withdraw").status_code == 303
    assert client.get(f"/invitations/{token}").status_code == 404


def test_the_secretariat_sees_no_link_either(
    client: TestClient, cast: Cast, postbox: Postbox
) -> None:
    cast.sign_in(client, cast.administrator)
    form = {"email": "new@example.org", "name": "New", "desk": "delegation:B"}

    assert re.search(r"[\w-]{43}", client.post("/secretariat/invitations", data=form).text) is None


def _invite(client: TestClient, cast: Cast) -> str:
    cast.sign_in(client, cast.c_focal)
    answer = client.post("/people", data=FORM)
    assert answer.status_code == 200
    return answer.text
