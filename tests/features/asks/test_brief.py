"""The brief at the presidency's desk and for the Secretary-General's office."""

from datetime import timedelta

import pypdfium2
import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.db.models import User
from app.domain.actor import Actor, Role
from app.features.accounts.queries import actor_of
from app.features.letters.service import give_symbol
from tests.cast import PASSWORD_HASH, Cast
from tests.conftest import NOON
from tests.features.asks.staged import REQUEST, SLUG, closed, corrected, issued

PAGE = f"/briefings/{SLUG}/brief"
LATER = NOON + timedelta(days=30)


def briefer(db: Session) -> Actor:
    user = User(
        email="briefer@example.org",
        name="Briefer",
        password_hash=PASSWORD_HASH,
        roles=[Role.BRIEFER.value],
        created_at=NOON,
    )
    db.add(user)
    db.commit()
    return actor_of(user)


def printed(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_the_presidency_sees_a_draft_marked_as_one(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    page, pdf = client.get(PAGE).text, client.get(f"{PAGE}.pdf")

    assert "Draft: not issued" in page
    assert REQUEST in page
    assert "No earlier briefing." in page
    assert "Draft: not issued" in printed(pdf.content)


def test_a_draft_is_nothing_to_a_briefer(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, briefer(db))

    assert client.get(PAGE).status_code == 404
    assert client.get(f"{PAGE}.pdf").status_code == 404
    assert "Review" not in client.get("/briefs").text


@pytest.mark.parametrize("rule", ["attributed", "counted"])
def test_what_was_issued_is_read_by_a_briefer_and_nothing_else(
    client: TestClient, db: Session, cast: Cast, rule: str
) -> None:
    issued(db, cast, rule=rule)
    cast.sign_in(client, briefer(db))

    page = client.get(PAGE).text

    assert f"/briefings/{SLUG}/brief" in client.get("/briefs").text
    assert "v1\N{NO-BREAK SPACE}2" in page
    assert REQUEST in page
    assert ("(Delegation C)" in page) is (rule == "attributed")
    elsewhere = ("", "/summary", "/positions", "/mirror")
    for path in (*(f"/briefings/{SLUG}{each}" for each in elsewhere), "/asks", "/handover"):
        assert client.get(path).status_code == 404
    assert client.get("/briefings").headers["location"] == "/briefs"


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_same_file_twice(client: TestClient, db: Session, cast: Cast, kind: str) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.president)

    first, second = (client.get(f"{PAGE}.{kind}?language=fr") for _ in range(2))

    assert first.status_code == 200
    assert first.content == second.content


def test_an_issued_brief_is_the_presidencys_and_the_briefers_alike(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.president)
    theirs = client.get(f"{PAGE}.pdf").content
    cast.sign_in(client, briefer(db))

    assert client.get(f"{PAGE}.pdf").content == theirs


def test_it_says_what_changed_since_the_last_briefing_that_asked(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued(db, cast, "earlier", choices="v1 v1 v2")
    issued(db, cast, choices="v1 v2 v2", at=LATER)
    cast.sign_in(client, cast.officer)

    page = client.get(PAGE).text

    assert "Compared with: Review earlier (2 February 2026)." in page
    assert "1. v1 2 → 1, v2 1 → 2" in page
    assert "No earlier briefing." in client.get("/briefings/earlier/brief").text


def test_it_gives_the_symbol_of_the_summary_once_there_is_one(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.officer)
    before = client.get(PAGE).text

    give_symbol(db, cast.officer, SLUG, "S/2026/105", at=NOON)

    assert "S/2026/105" not in before
    assert "S/2026/105" in client.get(PAGE).text


def test_a_corrigendum_makes_an_earlier_briefing_no_later_one(
    client: TestClient, db: Session, cast: Cast
) -> None:
    earlier = issued(db, cast, "earlier", choices="v1 v1 v2")
    issued(db, cast, choices="v1 v2 v2", at=LATER)
    cast.sign_in(client, cast.officer)
    before = client.get(PAGE).text

    corrected(db, earlier, at=LATER + timedelta(days=1))

    assert client.get(PAGE).text == before
    assert "Compared with: Review earlier" in before
    assert "No earlier briefing." in client.get("/briefings/earlier/brief").text


def test_nobody_else_finds_it(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)

    for who in ("a_signatory", "c_focal", "administrator"):
        cast.sign_in(client, cast.person(who))
        assert client.get(PAGE).status_code == 404
        assert client.get("/briefs").status_code == 404


def test_an_administrator_invites_a_briefer(client: TestClient, db: Session, cast: Cast) -> None:
    cast.sign_in(client, cast.administrator)
    guest = {"email": "sg@example.org", "name": "Office", "desk": "secretariat:briefer"}

    page = client.post("/secretariat/invitations", data=guest)

    assert page.status_code == 200
    assert "Office" in page.text
    wrong = client.post("/secretariat/invitations", data=guest | {"desk": "secretariat:admin"})
    assert wrong.status_code == 422


def test_nobody_can_be_made_a_briefer_at_another_desk(
    client: TestClient, db: Session, cast: Cast
) -> None:
    cast.sign_in(client, cast.president)
    guest = {"email": "x@example.org", "name": "X", "roles": "briefer"}

    assert client.post("/people", data=guest).status_code == 422
