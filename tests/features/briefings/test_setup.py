"""The presidency prepares a briefing section by section."""

from datetime import UTC, date, datetime, time

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, ConceptNote, Question
from app.domain.attribution import Attribution
from app.domain.errors import Invalid, NotAllowed
from app.domain.proceedings import ScaleValue
from app.domain.wall_time import from_new_york
from app.features.briefings import setup_service
from app.features.briefings.defaults import (
    default_scale,
)
from app.features.briefings.setup_pages import scales_page
from app.features.briefings.setup_service import Scaling, Titling
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.briefings.preparing import (
    SLUG,
    blank,
    convened,
    counts,
    looks_absent,
    opened,
    other_presidency,
    version_of,
)

HUB = f"/briefings/{SLUG}/setup"
SECTIONS = ("title", "questions", "members", "missions", "scales", "rule")


def only(db: Session) -> Briefing:
    db.rollback()
    briefing = db.scalars(select(Briefing)).one()
    db.rollback()
    return briefing


def test_every_section_has_a_page(client: TestClient, db: Session, cast: Cast) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)

    for section in SECTIONS:
        assert client.get(f"{HUB}/{section}").status_code == 200
    assert client.get(HUB).text.count("<li>") >= len(SECTIONS)


def test_title_languages_and_address(client: TestClient, db: Session, cast: Cast) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)
    typed = {
        "version": version_of(db, cast, "title"),
        "slug": "renamed",
        "languages": ["en", "zh"],
        "title_zh": "维和行动",
        "title_en": "Peace operations",
    }

    sent = client.post(f"{HUB}/title", data=typed)

    assert sent.headers["location"] == "/briefings/renamed/setup"
    briefing = only(db)
    assert briefing.languages == ["zh", "en"]
    assert briefing.title == {"zh": "维和行动", "en": "Peace operations"}
    assert db.scalars(select(ConceptNote)).one().corrected["title"] == "维和行动"


@pytest.mark.parametrize(
    ("field", "value"),
    [("slug", "new"), ("slug", "taken"), ("languages", "de"), ("title_en", "x" * 501)],
)
def test_a_bad_title_comes_back_as_typed(
    client: TestClient, db: Session, cast: Cast, field: str, value: str
) -> None:
    convened(db, cast)
    blank(db, cast, "taken")
    cast.sign_in(client, cast.officer)
    typed = {
        "version": version_of(db, cast, "title"),
        "slug": SLUG,
        "languages": "en",
        "title_fr": "Titre tapé",
        field: value,
    }

    sent = client.post(f"{HUB}/title", data=typed)

    assert sent.status_code == 422
    assert 'value="Titre tapé"' in sent.text


def test_two_officers_at_one_section_see_each_other(
    client: TestClient, db: Session, cast: Cast
) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)
    stale = version_of(db, cast, "title")
    theirs = Titling(stale, SLUG, {"en": "Theirs"}, ("en",))
    setup_service.set_title(db, cast.president, SLUG, theirs, at=NOON)
    typed = {"version": stale, "slug": SLUG, "languages": "en", "title_en": "Mine"}

    sent = client.post(f"{HUB}/title", data=typed)

    assert sent.status_code == 409
    assert 'value="Mine"' in sent.text
    assert "Theirs" in sent.text
    assert only(db).title["en"] == "Theirs"


def test_translations_stand_beside_the_words_of_the_note(
    client: TestClient, db: Session, cast: Cast
) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)
    version = version_of(db, cast, "questions")

    client.post(
        f"{HUB}/questions",
        data={"version": version, "question_1_en": "Is it active?", "question_1_zh": "Changed"},
    )

    question = db.scalars(select(Question).where(Question.number == 1)).one()
    assert question.text["en"] == "Is it active?"
    assert question.text["zh"] != "Changed"


def test_a_scale_is_edited_ordered_and_shortened(
    client: TestClient, db: Session, cast: Cast
) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)
    version = version_of_scale(db, cast, 1)
    typed = {
        "version": version,
        "question": "1",
        "go": "next",
        "value_1_order": "2",
        "value_1_code": "active",
        "value_1_en": "Active",
        "value_2_order": "1",
        "value_2_code": "none",
        "value_2_en": "None",
        "value_3_code": "",
    }

    sent = client.post(f"{HUB}/scales", data=typed)

    assert sent.headers["location"] == f"{HUB}/scales?question=2"
    question = db.scalars(select(Question).where(Question.number == 1)).one()
    assert [value["code"] for value in question.scale] == ["none", "active"]


def version_of_scale(db: Session, cast: Cast, number: int) -> str:
    version = scales_page(db, cast.officer, SLUG, number).version
    db.rollback()
    return version


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("value_2_code", "no_position"),
        ("value_2_code", "active"),
        ("value_2_code", "Not A Code"),
        ("value_2_code", ""),
        ("value_2_order", "first"),
        ("value_2_en", ""),
    ],
)
def test_a_bad_scale_comes_back_as_typed(
    client: TestClient, db: Session, cast: Cast, field: str, value: str
) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)
    typed = {
        "version": version_of_scale(db, cast, 1),
        "question": "1",
        "value_1_code": "active",
        "value_1_en": "Typed label",
        "value_2_code": "none",
        "value_2_en": "None",
        field: value,
    }

    sent = client.post(f"{HUB}/scales", data=typed)

    assert sent.status_code == 422
    assert 'value="Typed label"' in sent.text
    question = db.scalars(select(Question).where(Question.number == 1)).one()
    assert len(question.scale) == 4


def test_a_question_without_a_known_scale_begins_with_a_neutral_one() -> None:
    assert [value.code for value in default_scale(1, 4)] == ["yes", "in_part", "no"]
    assert set(default_scale(1, 4)[0].label) == {"ar", "zh", "en", "fr", "ru", "es"}


def test_the_deadline_is_said_in_new_york_and_kept_in_utc(
    client: TestClient, db: Session, cast: Cast
) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)
    typed = {
        "version": version_of(db, cast, "rule"),
        "attribution": "non_attributed",
        "deadline_date": "2090-04-03",
        "deadline_time": "15:00",
    }

    assert client.post(f"{HUB}/rule", data=typed).status_code == 303
    briefing = only(db)
    assert briefing.deadline == datetime(2090, 4, 3, 19, tzinfo=UTC)
    assert briefing.attribution is Attribution.NON_ATTRIBUTED
    assert 'value="15:00"' in client.get(f"{HUB}/rule").text


def test_times_the_clocks_skip_or_show_twice_are_refused() -> None:
    with pytest.raises(Invalid, match="skip 02:30"):
        from_new_york(date(2026, 3, 8), time(2, 30))
    with pytest.raises(Invalid, match="twice"):
        from_new_york(date(2026, 11, 1), time(1, 30))
    assert from_new_york(date(2026, 11, 1), time(3)) == datetime(2026, 11, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("deadline_date", ""),
        ("deadline_time", ""),
        ("deadline_time", "3 p.m."),
        ("deadline_time", "15:00:30"),
        ("deadline_date", "2017-04-03"),
        ("deadline_date", "9999-12-31"),
        ("attribution", "secret"),
    ],
)
def test_a_bad_rule_comes_back_as_typed(
    client: TestClient, db: Session, cast: Cast, field: str, value: str
) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)
    typed = {
        "version": version_of(db, cast, "rule"),
        "attribution": "attributed",
        "deadline_date": "2090-04-03",
        "deadline_time": "23:00",
        field: value,
    }

    sent = client.post(f"{HUB}/rule", data=typed)

    assert sent.status_code == 422
    assert 'value="2090-04-03"' in sent.text or 'value="23:00"' in sent.text
    assert only(db).deadline is None


def test_after_opening_nothing_can_be_changed(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    before = counts(db)
    cast.sign_in(client, cast.president)

    assert client.post(f"{HUB}/members", data={"council": "2017"}).status_code == 403
    assert client.post(f"{HUB}/missions", data={"sixteen": "yes"}).status_code == 403
    scale = (ScaleValue("a", {"en": "A"}), ScaleValue("b", {"en": "B"}))
    with pytest.raises(NotAllowed):
        setup_service.set_scale(db, cast.officer, SLUG, Scaling("", 1, scale), at=NOON)
    with pytest.raises(NotAllowed):
        setup_service.set_title(db, cast.officer, SLUG, Titling("", SLUG, {}, ("en",)), at=NOON)
    assert counts(db) == before
    assert "Seat the fifteen" not in client.get(f"{HUB}/members").text


def test_nobody_else_can_tell_the_preparation_from_nothing(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    before = counts(db)
    for actor in (cast.administrator, cast.a_signatory, cast.b_drafter, other_presidency(db, cast)):
        cast.sign_in(client, actor)
        assert looks_absent(client, "GET", HUB)
        assert looks_absent(client, "GET", f"{HUB}/scales?question=1")
        assert looks_absent(client, "POST", f"{HUB}/members", data={"council": "2017"})
        assert looks_absent(client, "POST", f"{HUB}/scales", data={"version": "", "question": "1"})
    assert counts(db)["seat"] == before["seat"]
