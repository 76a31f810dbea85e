"""Words of a point that was grouped since: offered again, found again, never lost in silence."""

import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import GroupingAct, Wording
from app.domain.position import Cell
from app.features.briefings.queries import get_briefing
from app.features.grouping import bench
from app.features.grouping.bench import CellBench
from app.features.grouping.service import Decision, gather
from app.features.summaries.drafting import edit_sentence, word_sentence
from app.features.summaries.pages import Place
from app.features.summaries.releasing import compile_briefing
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import HOME, SLUG, closed, other_president, point_of

CELL = Cell(1, "UNONE")
BENCH = f"/briefings/{SLUG}/groups/1/UNONE"
WORDS = "The mandate should go on."
WHOLE = "Regarding UNONE, one of the three members submitted this proposal: an end, in time."


def word(db: Session, cast: Cast) -> str:
    """Confirm words for the point of A, which is alone; give its key."""
    key = point_of(db, "A")
    word_sentence(db, cast.officer, Place(SLUG, key, "en"), WORDS, previous="", at=NOON)
    return key


def edit(db: Session, cast: Cast) -> str:
    """Edit the whole sentence of the point of B, which is alone; give its key."""
    key = point_of(db, "B")
    summary = compile_briefing(db, get_briefing(db, SLUG), ("en",))["en"]
    db.rollback()
    basis = next(each.computed for each in summary.sentences if each.sentence.key == key)
    place = Place(SLUG, key, "en")
    edit_sentence(db, cast.officer, place, WHOLE, basis=basis, previous="", at=NOON)
    return key


def group(db: Session, cast: Cast) -> str:
    """Put both points together, as a colleague may; give the key of their sentence."""
    points = [each.ref for each in CellBench.read(db, get_briefing(db, SLUG), CELL).sources]
    seen = db.scalar(select(func.max(GroupingAct.number))) or 0
    db.rollback()
    gather(db, cast.president, Decision(SLUG, CELL, seen), points, None, at=NOON)
    return f"q1.UNONE.group.g{seen + 1}"


def address(key: str) -> str:
    return f"{HOME}/sentences/{key}?language=en"


def test_words_confirmed_before_are_offered_for_the_group(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    gone = word(db, cast), edit(db, cast)
    key = group(db, cast)
    cast.sign_in(client, cast.officer)

    page = client.get(address(key)).text
    links = re.findall(r'href="([^"]*use=[^"#]*)#(\w+)"', page)
    filled = {field: client.get(link.replace("&amp;", "&")).text for link, field in links}

    assert "Confirmed before for one of its points:" in page
    assert "Edited before for one of its points:" in page
    assert WORDS in page
    assert WHOLE in page
    assert set(filled) == {"wording", "text"}
    assert re.search(
        rf"<textarea[^>]*name=\"wording\"[^>]*>\s*{WORDS}</textarea>", filled["wording"]
    )
    assert re.search(rf"<textarea[^>]*name=\"text\"[^>]*>\s*{WHOLE}</textarea>", filled["text"])
    assert db.scalars(select(Wording.key)).all() == [gone[0]]


def test_a_sentence_that_is_gone_says_where_its_point_stands(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    gone = word(db, cast)
    key = group(db, cast)
    cast.sign_in(client, cast.officer)

    whole = client.get(address(gone))
    beside = client.get(address(gone), headers={"HX-Request": "true"})
    history = client.get(f"{HOME}/history?language=en").text

    for page in (whole, beside):
        assert page.status_code == 404
        assert "This sentence is no longer there" in page.text
        assert f'href="{address(key)}"' in page.text
    assert "<html" not in beside.text
    assert WORDS in whole.text
    assert f'href="{HOME}/sentences/{gone}/history?language=en"' in history
    assert address(key) in client.get(f"{HOME}/sentences/{gone}/history?language=en").text
    assert client.get(address("q9.nothing")).text.count("no longer there") == 0


@pytest.mark.parametrize("who", ["a_drafter", "b_signatory", "administrator", "other"])
def test_to_everybody_else_it_is_as_absent_as_ever(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    closed(db, cast)
    gone = word(db, cast)
    group(db, cast)
    cast.sign_in(client, other_president(db, cast) if who == "other" else cast.person(who))

    found, never = client.get(address(gone)), client.get(address("q9.nothing"))

    assert found.status_code == never.status_code == 404
    assert found.text == never.text.replace("q9.nothing", gone)


def test_a_parted_point_finds_the_words_of_its_group(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = group(db, cast)
    word_sentence(db, cast.officer, Place(SLUG, key, "en"), WORDS, previous="", at=NOON)
    cast.sign_in(client, cast.officer)
    client.post(BENCH, data={"seen": 1, "act": "undo"})

    alone = point_of(db, "A")

    assert f'href="{address(alone)}"' in client.get(address(key)).text
    assert WORDS in client.get(address(alone)).text


def test_the_workbench_says_before_which_words_would_go(
    client: TestClient, db: Session, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed(db, cast)
    monkeypatch.setattr(bench, "propose", lambda field: [[0, 1]])
    cast.sign_in(client, cast.officer)
    before = client.get(BENCH).text
    word(db, cast)
    one = client.get(BENCH).text
    edit(db, cast)
    both = client.get(BENCH).text
    group(db, cast)
    after = client.get(BENCH).text

    assert "confirmed words" not in before
    assert "1 of these points already has confirmed words" in one
    assert "2 of these points already have confirmed words" in both
    assert "confirmed words" not in after


def test_the_workbench_marks_a_group_with_words(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = group(db, cast)
    word_sentence(db, cast.officer, Place(SLUG, key, "en"), WORDS, previous="", at=NOON)
    cast.sign_in(client, cast.officer)

    assert "has confirmed words" in client.get(BENCH).text
