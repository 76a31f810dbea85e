"""A presidency begins a briefing, from its concept note or without one."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, ConceptNote, Event, Question
from app.domain.errors import Conflict, Invalid, NotAllowed
from app.domain.lifecycle import BriefingState
from app.domain.slug import check_slug
from app.features.briefings import note_service
from app.features.briefings.slugs import suggest_slug
from app.features.briefings.upload import plain_name, read_file
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.briefings.preparing import NOTE, SLUG, blank, convened, counts


def test_the_note_is_kept_as_it_came_with_its_reading(db: Session, cast: Cast) -> None:
    briefing = convened(db, cast)

    note = db.scalars(select(ConceptNote)).one()
    assert note.content == NOTE
    assert note.reading == note.corrected
    assert note.reading["meeting_date"] == "2017-04-06"
    assert briefing.state is BriefingState.DRAFT
    assert briefing.presiding == "A"
    assert [event.act for event in db.scalars(select(Event))] == ["briefing.convened"]


def test_five_questions_begin_with_the_five_scales(db: Session, cast: Cast) -> None:
    convened(db, cast)

    questions = db.scalars(select(Question).order_by(Question.number)).all()
    assert [question.original for question in questions] == ["zh"] * 5
    assert questions[0].scale[0]["code"] == "active"
    assert questions[4].scale[-1]["code"] == "replace"


def test_a_briefing_may_begin_without_a_note(db: Session, cast: Cast) -> None:
    briefing = blank(db, cast)

    assert briefing.title == {}
    assert db.scalars(select(ConceptNote)).one().file_name == ""


def test_the_address_is_made_from_date_and_title(db: Session, cast: Cast) -> None:
    first = convened(db, cast, slug="")
    second = convened(db, cast, slug="")

    assert (first.slug, second.slug) == ("2017-04-06-briefing", "2017-04-06-briefing-2")
    assert suggest_slug(NOON.date(), "Opérations de paix") == "2026-03-04-operations-de-paix"


@pytest.mark.parametrize("slug", ["new", "ab", "a" * 81, "Été", "a b c"])
def test_an_address_that_cannot_be_used_is_refused(slug: str) -> None:
    with pytest.raises(Invalid, match="small letters"):
        check_slug(slug)


def test_a_plain_browser_uploads_and_is_sent_to_the_reading(client: TestClient, cast: Cast) -> None:
    cast.sign_in(client, cast.officer)

    sent = client.post("/briefings/new", data={"slug": SLUG}, files={"file": ("n.txt", NOTE)})

    assert (sent.status_code, sent.headers["location"]) == (303, f"/briefings/{SLUG}/note")
    assert "特派团" in client.get(sent.headers["location"]).text


def test_a_plain_browser_starts_without_a_note(client: TestClient, cast: Cast) -> None:
    cast.sign_in(client, cast.president)

    sent = client.post("/briefings/new", data={"slug": "", "start": "blank"})

    assert sent.status_code == 303
    assert "No note was uploaded" in client.get(sent.headers["location"]).text


@pytest.mark.parametrize("name", ["administrator", "a_signatory", "b_drafter"])
def test_only_a_presidency_convenes(client: TestClient, db: Session, cast: Cast, name: str) -> None:
    before = counts(db)
    cast.sign_in(client, cast.person(name))

    assert client.get("/briefings/new").status_code == 403
    sent = client.post("/briefings/new", files={"file": ("n.txt", NOTE)})

    assert sent.status_code == 403
    assert counts(db) == before


def test_the_service_refuses_who_may_not_convene(db: Session, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        note_service.convene_briefing(
            db, cast.b_drafter, read_file("n.txt", NOTE), SLUG, seed="x", at=NOON
        )


def _archive() -> bytes:
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        archive.writestr("a.txt", "a")
    return whole.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b" \n ", b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\n", b"MZ" + bytes(99), _archive()],
    ids=["empty", "blank", "broken", "image", "program", "archive"],
)
def test_a_file_that_cannot_be_read_leaves_nothing(
    client: TestClient, db: Session, cast: Cast, content: bytes
) -> None:
    before = counts(db)
    cast.sign_in(client, cast.officer)

    sent = client.post(
        "/briefings/new", data={"slug": "typed-address"}, files={"file": ("n.pdf", content)}
    )

    assert sent.status_code == 422
    assert sent.text.count('class="field__error"') == 1
    assert 'value="typed-address"' in sent.text
    assert counts(db) == before


def test_no_file_at_all_is_said(client: TestClient, cast: Cast) -> None:
    cast.sign_in(client, cast.officer)

    empty = (
        '--x\r\nContent-Disposition: form-data; name="file"; filename=""\r\n'
        "Content-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n"
    )  # what a browser sends when nothing was chosen
    kind = {"content-type": "multipart/form-data; boundary=x"}

    sent = client.post("/briefings/new", content=empty, headers=kind)

    assert sent.status_code == 422
    assert "Choose the file" in sent.text


def test_a_taken_address_is_said_and_leaves_nothing(
    client: TestClient, db: Session, cast: Cast
) -> None:
    convened(db, cast)
    before = counts(db)
    cast.sign_in(client, cast.officer)

    sent = client.post("/briefings/new", data={"slug": SLUG}, files={"file": ("n.txt", NOTE)})

    assert sent.status_code == 409
    assert f'value="{SLUG}"' in sent.text
    assert counts(db) == before
    with pytest.raises(Conflict):
        convened(db, cast)


def test_unknown_fields_are_refused(client: TestClient, db: Session, cast: Cast) -> None:
    cast.sign_in(client, cast.officer)

    sent = client.post("/briefings/new", data={"state": "open", "start": "blank"})

    assert sent.status_code == 422
    assert db.scalars(select(Briefing)).all() == []


def test_a_file_name_cannot_carry_a_path_or_hidden_characters() -> None:
    assert plain_name("C:\\notes\\a\u202ecod.exe") == "acod.exe"
    assert plain_name("../../etc/passwd\n") == "passwd"
