"""Where mail stands, for the Secretariat."""

from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Mail
from tests.cast import Cast
from tests.features.positions.desk import open_briefing
from tests.features.reminders.post import due_in, remind
from tests.postbox import Postbox

PAGE = "/secretariat/mail"


def refused(db: Session, cast: Cast, postbox: Postbox) -> str:
    """Have six mails refused for good; give the name of the first."""
    due_in(db, open_briefing(db, cast), 20)
    postbox.rcpt = "550 <script>no such person</script>"
    remind(db, postbox)
    postbox.rcpt = ""
    return db.scalars(select(Mail.public_id).order_by(Mail.id)).first() or ""


def test_what_was_not_handed_over_is_shown_with_the_servers_reason(
    client: TestClient, cast: Cast, db: Session, postbox: Postbox
) -> None:
    refused(db, cast, postbox)
    cast.sign_in(client, cast.administrator)
    page = client.get(PAGE).text

    assert page.count("550 &lt;script&gt;no such person") == 6
    assert "b_drafter@example.org" in page
    assert "given up" in page


def test_a_mail_can_be_tried_again(
    client: TestClient, cast: Cast, db: Session, postbox: Postbox
) -> None:
    public = refused(db, cast, postbox)
    cast.sign_in(client, cast.administrator)

    assert client.post(f"{PAGE}/{public}/retry").status_code == 303
    assert remind(db, postbox).sent == 1
    assert client.post(f"{PAGE}/{public}/retry").status_code == 404  # sent: there is no trouble


def test_without_a_mail_server_the_page_says_so(client: TestClient, cast: Cast) -> None:
    cast.sign_in(client, cast.administrator)

    assert "Mail is off" in client.get(PAGE).text


def test_only_the_secretariat_has_a_mail_tried_again(
    client: TestClient, cast: Cast, db: Session, postbox: Postbox
) -> None:
    public = refused(db, cast, postbox)
    cast.sign_in(client, cast.president)

    assert client.post(f"{PAGE}/{public}/retry").status_code == 403
    assert remind(db, postbox).sent == 0
