import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.db.session import Sessions
from app.domain.bundle import read_bundle
from app.domain.lifecycle import BriefingState
from app.features.briefings.queries import get_briefing
from app.features.positions.load import Loading, load_bundle
from app.features.summaries.desk import summary_page
from app.features.summaries.drafting import word_sentence
from app.features.summaries.pages import Place
from tests.bundles import make_bundle
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import (
    HOME,
    SLUG,
    circulated,
    closed,
    issued,
    other_president,
    point_of,
    said_of,
)

OUTSIDERS = ["a_drafter", "b_signatory", "x_signatory", "administrator"]


def test_the_presidency_reads_numbered_paragraphs_coverage_and_gates(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    answer = client.get(HOME)

    assert answer.status_code == 200
    for part in ("Part II. Register", "UNONE", "Coverage", "Gates", "To be confirmed", "2 of 3"):
        assert part in answer.text


def test_every_language_of_the_briefing_is_one_link_away(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    assert "Deuxième partie" in client.get(f"{HOME}?language=fr").text
    assert "Part II" in client.get(f"{HOME}?language=zh").text  # not one of the briefing's


def test_a_fault_of_a_gate_leads_to_its_sentence(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    assert f"{HOME}/sentences/q1.UNONE.point." in client.get(HOME).text


def test_before_closing_there_is_nothing_to_show_the_presidency(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast).state = BriefingState.OPEN
    db.commit()
    cast.sign_in(client, cast.president)

    answer = client.get(HOME)

    assert answer.status_code == 403
    assert "once the briefing is closed" in answer.text


@pytest.mark.parametrize("who", OUTSIDERS)
def test_before_circulation_it_does_not_exist_for_others(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.person(who))

    answer = client.get(HOME)

    assert answer.status_code == 404
    assert said_of(answer) == said_of(client.get("/briefings/absent/summary"))


def test_another_presidency_never_sees_it(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    cast.sign_in(client, other_president(db, cast))

    answer = client.get(HOME)

    assert answer.status_code == 404
    assert said_of(answer) == said_of(client.get("/briefings/absent/summary"))


def test_somebody_not_signed_in_is_asked_to_sign_in(client: TestClient, cast: Cast) -> None:
    assert client.get(HOME).headers["location"].startswith("/sign-in")


@pytest.mark.parametrize("who", ["a_drafter", "b_signatory", "c_focal", "x_signatory"])
def test_once_circulated_every_desk_with_a_seat_reads_the_draft(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    circulated(db, cast)
    cast.sign_in(client, cast.person(who))

    answer = client.get(HOME)

    assert answer.status_code == 200
    assert "Draft summary" in answer.text
    assert "/sentences/" not in answer.text


def test_the_secretariat_does_not_read_the_draft(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast)
    cast.sign_in(client, cast.administrator)

    assert client.get(HOME).status_code == 404


def test_an_issued_summary_shows_no_way_to_change_it(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.president)

    answer = client.get(HOME)

    assert "Issued" in answer.text
    assert "Move up" not in answer.text


@pytest.mark.parametrize("question", [0, 2])
def test_a_large_summary_takes_few_queries(
    db: Session, sessions: Sessions, cast: Cast, question: int
) -> None:
    load_bundle(db, read_bundle(make_bundle(5, 16, 3, slug="large")), Loading("Test"), at=NOON)
    get_briefing(db, "large").presidency_id = cast.presidency.id
    db.commit()
    asked: list[str] = []
    event.listen(
        sessions.kw["bind"], "before_cursor_execute", lambda *given: asked.append(given[2])
    )

    page = summary_page(db, cast.officer, "large", language="en", question=question)

    assert len([each for each in asked if each.startswith("SELECT")]) <= 15
    open_chapters = [each.question for each in page.contents.register if each.sections]
    assert open_chapters == ([question] if question else [])


def test_a_briefing_is_named_by_its_slug_alone(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    assert client.get(f"/briefings/{SLUG}x/summary").status_code == 404
    assert client.get(f"{HOME}?question=none").status_code == 404


def test_one_sentence_waits_and_two_wait(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    two = client.get(f"{HOME}?language=en").text
    place = Place(SLUG, point_of(db, "A"), "en")
    word_sentence(db, cast.officer, place, "The mandate should go on.", previous="", at=NOON)
    one = client.get(f"{HOME}?language=en").text

    assert "2 sentences wait for" in two
    assert "1 sentence waits for" in one
