import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Event, SentenceEdit
from app.features.summaries.drafting import edit_sentence
from app.features.summaries.pages import Place
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import (
    A_WORDS,
    B_WORDS,
    HOME,
    SLUG,
    closed,
    issued,
    key_of,
    other_president,
    point_of,
    said_of,
    text_of,
)

KEY = "q1.UNONE.tally.continue"
URL = f"{HOME}/sentences/{KEY}?language=en"
OURS = "On UNONE two of the three members gave the assessment “continue”."


def _form(db: Session, text: str, **other: str) -> dict[str, str]:
    return {"text": text, "basis": text_of(db, KEY), "previous": "", **other}


def _edits(db: Session) -> list[str]:
    found = [row.text for row in db.scalars(select(SentenceEdit))]
    db.rollback()
    return found


def test_an_edit_is_kept_beside_the_computed_form(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    computed = text_of(db, KEY)
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data=_form(db, OURS))
    shown = client.get(answer.headers["location"])

    assert answer.status_code == 303
    assert text_of(db, KEY) == OURS
    assert computed in shown.text
    assert "Edited" in client.get(HOME).text


def test_an_empty_edit_goes_back_to_the_computed_form(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    form = _form(db, OURS)
    cast.sign_in(client, cast.officer)
    client.post(URL, data=form)

    answer = client.post(URL, data={**form, "text": " ", "previous": OURS})

    assert answer.status_code == 303
    assert _edits(db) == []


def test_another_number_is_refused_and_the_words_stay_in_the_field(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    wrong = OURS.replace("two", "three")
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data=_form(db, wrong))

    assert answer.status_code == 422
    assert wrong in answer.text
    assert "other numbers" in answer.text
    assert _edits(db) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("gave", "did not give"),
        ("gave", "refused to give"),
        ("“continue”.", "“continue”, while the rest of the Council agreed."),
        ("gave", "saw the Secretariat give"),
    ],
)
def test_what_was_counted_is_not_denied(
    client: TestClient, db: Session, cast: Cast, old: str, new: str
) -> None:
    closed(db, cast)
    form = _form(db, OURS.replace(old, new))
    assert form["text"] != OURS
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data=form)

    assert answer.status_code == 422
    assert new in answer.text
    assert _edits(db) == []


def test_words_that_name_who_may_not_be_named_are_refused(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = point_of(db, "B")
    form = {"text": "For UNONE, one of the three members, Delegation B, spoke.", "previous": ""}
    cast.sign_in(client, cast.officer)

    answer = client.post(
        f"{HOME}/sentences/{key}?language=en", data={**form, "basis": text_of(db, key)}
    )

    assert answer.status_code == 422
    assert "names its author" in answer.text


def test_hidden_characters_are_refused(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data=_form(db, OURS + "\u202e"))

    assert answer.status_code == 422
    assert "invisible" in answer.text


def test_a_sentence_changed_meanwhile_shows_both_and_keeps_neither_secret(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    stale = _form(db, "About UNONE, two of the three members gave the assessment “continue”.")
    edit_sentence(
        db,
        cast.president,
        Place(SLUG, KEY, "en"),
        OURS,
        basis=stale["basis"],
        previous="",
        at=NOON,
    )
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data=stale)

    assert answer.status_code == 409
    assert OURS in answer.text
    assert stale["text"] in answer.text
    assert _edits(db) == [OURS]


def test_a_page_of_a_sentence_shows_what_it_rests_on_and_notes_each_reading(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    answer = client.get(URL)

    owners = list(db.scalars(select(Event.delegation_id).where(Event.act == "position.read")))
    assert 'lang="fr" dir="ltr"' in answer.text
    assert A_WORDS in answer.text
    assert B_WORDS not in answer.text
    assert sorted(filter(None, owners)) == sorted([cast.a.id, cast.c.id])


def test_no_note_holds_a_word_of_a_position(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    client.get(URL)

    notes = db.scalars(select(Event).where(Event.act == "position.read"))

    assert all(set(note.detail) == {"revisions"} for note in notes)


@pytest.mark.parametrize("who", ["a_drafter", "b_signatory", "x_signatory", "administrator"])
def test_nobody_else_finds_the_sentence(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    closed(db, cast)
    form = _form(db, OURS)
    cast.sign_in(client, cast.person(who))
    absent = URL.replace("/review/", "/absent/")
    sent = [form, {}]

    assert client.get(URL).status_code == 404
    assert said_of(client.get(URL)) == said_of(client.get(absent))
    for data in sent:
        answer = client.post(URL, data=data)
        assert answer.status_code == 404
        assert said_of(answer) == said_of(client.post(absent, data=data))
    assert _edits(db) == []


def test_another_presidency_does_not_find_it(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    form = _form(db, OURS)
    cast.sign_in(client, other_president(db, cast))

    assert client.post(URL, data=form).status_code == 404
    assert client.get(URL).status_code == 404


def test_what_is_issued_is_edited_no_more(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    form = _form(db, OURS)
    cast.sign_in(client, cast.officer)

    assert client.post(URL, data=form).status_code == 403
    assert "Save the sentence" not in client.get(URL).text
    assert _edits(db) == []


def test_a_sentence_or_a_language_that_does_not_exist_is_not_found(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    form = _form(db, OURS)
    cast.sign_in(client, cast.officer)

    assert client.get(f"{HOME}/sentences/q9.none").status_code == 404
    assert client.post(f"{HOME}/sentences/{KEY}?language=zh", data=form).status_code == 404


def test_an_edit_whose_basis_changed_is_shown_as_out_of_date(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = key_of(db, KEY)
    db.add(
        SentenceEdit(
            briefing_id=1,
            language="en",
            key=key,
            text=OURS,
            basis="An earlier form.",
            edited_at=NOON,
        )
    )
    db.commit()
    cast.sign_in(client, cast.officer)

    assert "An earlier form." in client.get(URL).text
    assert "Changed since" in client.get(HOME).text


def test_the_page_says_that_a_sentence_is_saved(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    saved = client.get(client.post(URL, data=_form(db, OURS)).headers["location"]).text
    point = f"{HOME}/sentences/{point_of(db, 'A')}"
    answer = client.post(f"{point}/wording?language=en", data={"wording": "It should go on."})
    worded = client.get(answer.headers["location"]).text

    assert 'role="status"' in saved
    assert "The sentence is saved." in saved
    assert "The words are confirmed." in worded
    assert "The sentence is saved." not in client.get(URL).text
