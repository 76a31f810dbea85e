"""The summary in its languages side by side, and who says that they say the same."""

import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.db.session import Sessions
from app.domain.bundle import read_bundle
from app.domain.renderings import State
from app.features.briefings.queries import get_briefing
from app.features.positions.load import Loading, load_bundle
from app.features.summaries.desk_languages import languages_page, renderings_page
from app.features.summaries.drafting import word_sentence
from app.features.summaries.narrating import Telling, add_narrative
from app.features.summaries.pages import Place
from tests.bundles import make_bundle
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import HOME, SLUG, closed, other_president
from tests.features.summaries.test_history import take_back

SAID, DIT = "The debate followed.", "Le débat a suivi."


def narrated(db: Session, cast: Cast, *, french: bool = True) -> str:
    """Have the presidency add a sentence in English, and render it in French."""
    told = Telling("opening.briefing", SAID)
    key = add_narrative(db, cast.officer, SLUG, "en", told, at=NOON)
    if french:
        word_sentence(db, cast.president, Place(SLUG, key, "fr"), DIT, previous="", at=NOON)
    return key


def state_of(db: Session, cast: Cast, key: str, language: str = "fr") -> State:
    page = renderings_page(db, cast.officer, SLUG, key, language="en")
    db.rollback()
    return next(each.state for each in page.columns if each.language == language)


def sign_off(client: TestClient, key: str, page: str | None = None) -> int:
    """Press the button that the page shows for French."""
    page = page or client.get(f"{HOME}/sentences/{key}/languages?language=en").text
    form = dict(re.findall(r'name="(original|rendering)"\s+value="([^"]*)"', page))
    return client.post(f"{HOME}/sentences/{key}/sign-off?language=fr", data=form).status_code


def test_each_column_has_its_language_direction_and_state(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = narrated(db, cast)
    cast.sign_in(client, cast.officer)

    answer = client.get(f"{HOME}/languages?language=en&columns=fr&columns=en")
    page = " ".join(answer.text.split())

    assert '<th scope="col" lang="en" dir="ltr">English</th>' in page
    assert '<th scope="col" lang="fr" dir="ltr">Français</th>' in page
    assert "<caption" in page
    for part in (SAID, DIT, "The original", "To be signed off", "As computed or quoted"):
        assert part in page
    assert f"{HOME}/sentences/{key}/languages" in page
    assert 'data-key="n"' in page


def test_a_rendering_is_signed_off_by_somebody_and_that_is_shown(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = narrated(db, cast)
    cast.sign_in(client, cast.president)

    assert sign_off(client, key) == 303

    page = client.get(f"{HOME}/sentences/{key}/languages?language=en").text
    assert state_of(db, cast, key) is State.SIGNED
    assert "Signed off" in page
    assert cast.president.name in page
    assert "It says the same" not in page


def test_it_goes_stale_with_its_original_and_with_its_own_words(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = narrated(db, cast)
    french, english = Place(SLUG, key, "fr"), Place(SLUG, key, "en")
    cast.sign_in(client, cast.officer)
    sign_off(client, key)

    word_sentence(db, cast.officer, french, "Puis le débat a suivi.", previous=DIT, at=NOON)
    reworded = state_of(db, cast, key)
    sign_off(client, key)
    again = state_of(db, cast, key)
    word_sentence(db, cast.officer, english, "Then debate followed.", previous=SAID, at=NOON)

    assert reworded is State.CHANGED
    assert again is State.SIGNED
    assert state_of(db, cast, key) is State.STALE


def test_nobody_signs_off_words_they_have_not_read(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = narrated(db, cast)
    cast.sign_in(client, cast.officer)
    page = client.get(f"{HOME}/sentences/{key}/languages?language=en").text
    french = Place(SLUG, key, "fr")
    word_sentence(db, cast.president, french, "Autre texte.", previous=DIT, at=NOON)

    assert sign_off(client, key, page) == 409
    assert state_of(db, cast, key) is State.UNSIGNED


def test_there_is_nothing_to_sign_off_of_an_original_or_of_what_is_computed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = narrated(db, cast)
    cast.sign_in(client, cast.officer)
    form = {"original": "a", "rendering": "b"}
    english = client.post(f"{HOME}/sentences/{key}/sign-off?language=en", data=form)
    computed = client.post(f"{HOME}/sentences/opening.numbers/sign-off?language=fr", data=form)

    assert (english.status_code, computed.status_code) == (422, 422)
    assert "nothing to sign off" in english.text


def test_words_to_be_written_are_left_too_and_counted_by_language(db: Session, cast: Cast) -> None:
    closed(db, cast)
    key = narrated(db, cast, french=False)
    page = languages_page(db, cast.officer, SLUG, language="en", wanted=["en"], question=0)

    assert state_of(db, cast, key) is State.PENDING
    assert page.columns == ("en", "fr")
    assert page.left["fr"] == page.left["en"] + 1
    assert page.next_left == key


def test_a_sign_off_is_an_act_and_can_be_taken_back(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = narrated(db, cast)
    cast.sign_in(client, cast.officer)
    sign_off(client, key)

    take_back(db, cast)

    assert state_of(db, cast, key) is State.UNSIGNED


@pytest.mark.parametrize("which", ["languages", "renderings"])
def test_six_languages_take_few_queries(
    db: Session, sessions: Sessions, cast: Cast, which: str
) -> None:
    document = make_bundle(5, 16, 3, slug="large")
    document["briefing"]["languages"] = ["ar", "zh", "en", "fr", "ru", "es"]
    load_bundle(db, read_bundle(document), Loading("Test"), at=NOON)
    get_briefing(db, "large").presidency_id = cast.presidency.id
    db.commit()
    asked: list[str] = []
    event.listen(
        sessions.kw["bind"], "before_cursor_execute", lambda *given: asked.append(given[2])
    )

    if which == "languages":
        six = ["ar", "zh", "en", "fr", "ru", "es"]
        page = languages_page(db, cast.officer, "large", language="en", wanted=six, question=2)
        assert page.columns == tuple(six)
        assert page.questions == (1, 2, 3)
    else:
        renderings_page(db, cast.officer, "large", "opening.numbers", language="en")

    assert len([each for each in asked if each.startswith("SELECT")]) <= 15


@pytest.mark.parametrize("who", ["a_drafter", "b_signatory", "administrator", "other"])
def test_nobody_else_finds_them(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    closed(db, cast)
    key = narrated(db, cast)
    person = other_president(db, cast) if who == "other" else cast.person(who)
    cast.sign_in(client, person)
    form = {"original": "a", "rendering": "b"}
    url = f"{HOME}/sentences/{key}"

    assert client.get(f"{HOME}/languages").status_code == 404
    assert client.get(f"{url}/languages").status_code == 404
    assert client.post(f"{url}/sign-off?language=fr", data=form).status_code == 404
