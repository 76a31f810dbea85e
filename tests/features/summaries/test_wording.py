import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Wording
from app.domain.impersonal import impersonal
from app.features.summaries.drafting import word_sentence
from app.features.summaries.pages import Place
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import (
    B_WORDS,
    HOME,
    closed,
    issued,
    other_president,
    point_of,
    text_of,
)

OURS = "the mandate should end in twelve months."


def _url(db: Session, member: str = "B", language: str = "en") -> str:
    return f"{HOME}/sentences/{point_of(db, member)}/wording?language={language}"


def _words(db: Session) -> list[str]:
    found = [row.text for row in db.scalars(select(Wording))]
    db.rollback()
    return found


def test_a_suggestion_is_shown_and_counts_only_once_confirmed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    url = _url(db)
    cast.sign_in(client, cast.officer)

    shown = client.get(url.replace("/wording", ""))
    assert f"{impersonal(B_WORDS, 'en')}</textarea>" in shown.text
    assert _words(db) == []

    answer = client.post(url, data={"wording": OURS, "previous": ""})

    assert answer.status_code == 303
    assert _words(db) == [OURS]
    assert OURS in text_of(db, point_of(db, "B"))


def test_confirming_can_lead_straight_to_the_next_sentence(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    following = point_of(db, "A")
    cast.sign_in(client, cast.officer)

    answer = client.post(_url(db), data={"wording": OURS, "previous": "", "then": following})

    assert answer.headers["location"] == f"{HOME}/sentences/{following}?language=en&done=next"


def test_where_nobody_wrote_in_the_language_the_field_is_empty(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    url = _url(db, "A").replace("/wording", "")
    cast.sign_in(client, cast.officer)

    assert "Nobody wrote in this language" in client.get(url).text


def test_no_words_are_refused(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    url = _url(db)
    cast.sign_in(client, cast.officer)

    answer = client.post(url, data={"wording": "  ", "previous": ""})

    assert answer.status_code == 422
    assert "Write what this point says." in answer.text
    assert _words(db) == []


def test_words_that_name_their_author_are_refused_and_stay_in_the_field(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    url = _url(db)
    cast.sign_in(client, cast.officer)

    answer = client.post(url, data={"wording": "Delegation B wishes to end it", "previous": ""})

    assert answer.status_code == 422
    assert "Delegation B wishes to end it</textarea>" in answer.text
    assert "names its author" in answer.text
    assert _words(db) == []


def test_words_confirmed_meanwhile_are_not_overwritten(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    url = _url(db)
    cast.sign_in(client, cast.officer)
    client.post(url, data={"wording": OURS, "previous": ""})

    answer = client.post(url, data={"wording": "something else", "previous": ""})

    assert answer.status_code == 409
    assert OURS in answer.text
    assert "something else" in answer.text
    assert _words(db) == [OURS]


def test_a_quoted_sentence_is_not_worded(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast, "attributed")
    url = _url(db)
    cast.sign_in(client, cast.officer)

    assert client.post(url, data={"wording": OURS, "previous": ""}).status_code == 422
    assert "Words for this point" not in client.get(url.replace("/wording", "")).text


@pytest.mark.parametrize("who", ["a_signatory", "b_signatory", "administrator"])
def test_nobody_else_finds_it(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    closed(db, cast)
    url = _url(db)
    cast.sign_in(client, cast.person(who))

    assert client.post(url, data={"wording": OURS, "previous": ""}).status_code == 404
    assert _words(db) == []


def test_another_presidency_does_not_find_it(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    url = _url(db)
    cast.sign_in(client, other_president(db, cast))

    assert client.post(url, data={"wording": OURS, "previous": ""}).status_code == 404


def test_what_is_issued_is_worded_no_more(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    url = _url(db)
    cast.sign_in(client, cast.officer)

    assert client.post(url, data={"wording": OURS, "previous": ""}).status_code == 403


def test_words_in_another_language_follow_the_original(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    english, french = _url(db), _url(db, language="fr")
    client.post(english, data={"wording": OURS, "previous": ""})
    client.post(french, data={"wording": "douze mois.", "previous": ""})
    assert _is_stale(client, french) is False

    client.post(english, data={"wording": "in six months.", "previous": OURS})
    assert _is_stale(client, french) is True
    assert "in six months" in client.get(french.replace("/wording", "")).text

    client.post(french, data={"wording": "six mois", "previous": "douze mois."})
    assert (_is_stale(client, french), _is_stale(client, english)) == (False, False)


def _is_stale(client: TestClient, url: str) -> bool:
    return "has changed since they were confirmed" in client.get(url.replace("/wording", "")).text


def test_words_are_closed_when_they_are_confirmed(db: Session, cast: Cast) -> None:
    closed(db, cast)
    place = Place("review", point_of(db, "A"), "en")

    word_sentence(db, cast.officer, place, "The mandate should go on", previous="", at=NOON)

    assert text_of(db, place.key).endswith("The mandate should go on.")
