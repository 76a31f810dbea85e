"""A sentence beside the summary: the same reading, the same note, the marks outside it, too."""

from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Event
from app.features.summaries.drafting import word_sentence
from app.features.summaries.pages import Place
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import A_WORDS, HOME, SLUG, closed, point_of

KEY = "q1.UNONE.tally.continue"
URL = f"{HOME}/sentences/{KEY}?language=en"
BESIDE = {"HX-Request": "true"}


def test_a_sentence_opens_beside_the_summary_and_the_reading_is_noted(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    panel = client.get(URL, headers=BESIDE).text

    read = list(db.scalars(select(Event.delegation_id).where(Event.act == "position.read")))
    assert A_WORDS in panel
    assert 'lang="fr"' in panel
    assert "<html" not in panel
    assert sorted(filter(None, read)) == sorted([cast.a.id, cast.c.id])


def test_every_sentence_of_the_desk_leads_there_with_and_without_scripts(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    page = " ".join(client.get(f"{HOME}?language=en").text.split())

    address = f"{HOME}/sentences/{KEY}?language=en"
    assert f'href="{address}" hx-get="{address}" hx-target="#panel"' in page
    assert 'id="panel"' in page
    assert "<html" in client.get(URL).text


def test_marks_of_strength_stand_on_the_summary_itself(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    place = Place(SLUG, point_of(db, "B"), "en")
    stronger = "The mandate must end in twelve months."
    word_sentence(db, cast.officer, place, stronger, previous="", at=NOON)
    cast.sign_in(client, cast.officer)

    for page in (client.get(HOME).text, client.get(f"{HOME}/sentences/{place.key}").text):
        assert "these words have an obligation" in page


def test_nobody_else_opens_it(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.b_signatory)

    assert client.get(URL, headers=BESIDE).status_code == 404
