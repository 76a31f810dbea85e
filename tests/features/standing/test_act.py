"""The Secretariat writes and signs at a desk that allowed it, and is named wherever it did."""

import re

import pypdfium2
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Draft, Event, Revision
from app.domain.attribution import Attribution
from tests.cast import Cast
from tests.features.positions.desk import (
    CELL,
    DESK,
    FRAGILE,
    HTMX,
    SLUG,
    TYPED,
    close,
    drafted,
    open_briefing,
)
from tests.features.standing.leave import BANNER, DESKS, LEAVE, SHOWN, let, sit_down

MARK = "Signed by the Secretariat on the delegation's behalf"
PAGES = (
    *("", "/receipts", "/sheet", "/sign", "/speeches", "/speaking-draft"),
    *("/1/MINUSMA", "/1/MINUSMA/sign", "/1/MINUSMA/history", "/1/MINUSMA/copy"),
)


def test_every_page_of_the_desk_says_for_whom_one_acts(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    here = sit_down(client, cast, let(db, cast.a_focal))

    pages = {path: client.get(f"{here}{path}") for path in PAGES}

    assert {path: page.status_code for path, page in pages.items()} == dict.fromkeys(PAGES, 200)
    assert [path for path, page in pages.items() if BANNER not in page.text] == []
    assert [path for path, page in pages.items() if f'="{DESK}' in page.text] == []


def test_a_draft_of_the_secretariat_bears_its_name(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    here = sit_down(client, cast, let(db, cast.a_focal))

    saved = client.post(f"{here}/1/MINUSMA/draft", data=TYPED)
    again = client.post(
        f"{here}/1/MINUSMA/draft", data=TYPED | {"version": "1", "text": "More."}, headers=HTMX
    )

    assert (saved.headers["location"], again.status_code) == (f"{here}/1/MINUSMA", 200)
    assert db.scalars(select(Draft)).one().text == "More."
    event = db.scalars(select(Event).where(Event.act == "position.drafted")).one()
    assert (event.by, event.delegation_id) == (SHOWN, cast.a.id)
    cast.sign_in(client, cast.a_signatory)
    for path in (CELL, f"{CELL}/history", f"{CELL}/sign", f"{DESK}/sign"):
        assert SHOWN in client.get(path).text, path


def test_it_signs_only_where_that_was_allowed(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    here = sit_down(client, cast, let(db, cast.a_focal))

    assert client.post(f"{here}/1/MINUSMA/sign", data=TYPED).status_code == 403
    assert db.scalars(select(Revision)).all() == []


def test_what_it_signs_says_so_to_the_delegation(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    here = sit_down(client, cast, let(db, cast.a_focal, may_sign=True))

    signed = client.post(f"{here}/1/MINUSMA/sign", data=TYPED)

    assert signed.headers["location"] == f"{here}/1/MINUSMA/receipts/1"
    assert SHOWN in client.get(signed.headers["location"]).text
    cast.sign_in(client, cast.a_drafter)
    for path in (f"{CELL}/receipts/1", f"{DESK}/receipts", CELL, f"{CELL}/history"):
        assert SHOWN in client.get(path).text, path
    pdf = pypdfium2.PdfDocument(client.get(f"{CELL}/receipts/1/receipt.pdf").content)
    assert SHOWN in " ".join(pdf[0].get_textpage().get_text_range().split())


def test_the_delegation_sees_who_sat_down_and_when(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    sit_down(client, cast, let(db, cast.a_focal))
    client.post(f"{DESKS}/leave")
    cast.sign_in(client, cast.a_drafter)

    page = client.get(LEAVE).text

    assert "Administrator, Secretariat, sat down at our desk" in page
    assert "left it" in page


def test_the_presidency_is_shown_what_the_secretariat_signed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    briefing = open_briefing(db, cast, rule=Attribution.ATTRIBUTED)
    here = sit_down(client, cast, let(db, cast.a_focal, may_sign=True))
    client.post(f"{here}/1/MINUSMA/sign", data=TYPED)
    cast.sign_in(client, cast.b_signatory)
    client.post(f"{DESK}/1/MINUSMA/sign", data=TYPED | {"text": "Ours."})
    close(db, briefing)
    cast.sign_in(client, cast.officer)

    readings = _readings(client)

    marked = [card for card in readings if MARK in card]
    assert marked
    assert all(FRAGILE.text[:20] in card and "Delegation A" in card for card in marked)
    assert any("Ours." in card for card in readings)
    assert not [card for card in readings if "Administrator" in card]


def _readings(client: TestClient) -> list[str]:
    """Open every sentence of the summary; give the positions shown under them."""
    summary = client.get(f"/briefings/{SLUG}/summary").text
    links = re.findall(r'href="([^"]*/summary/sentences/[^"#]*)', summary)
    pages = [client.get(link.replace("&amp;", "&")).text for link in dict.fromkeys(links)]
    return [card for page in pages for card in re.findall(r"(?s)<article.*?</article>", page)]
