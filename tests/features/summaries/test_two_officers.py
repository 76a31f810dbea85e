"""Two officers at one draft, each with a session: nothing acknowledged is lost, both are told."""

from threading import Barrier, Thread

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Narrative, SummaryAct
from app.db.session import Sessions
from app.domain.errors import Conflict, DomainError
from app.features.summaries.drafting import edit_sentence, move_sentence, word_sentence
from app.features.summaries.narrating import Telling, add_narrative
from app.features.summaries.pages import Place
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import HOME, SLUG, closed, point_of, text_of

pytestmark = pytest.mark.each_engine

KEY = "q1.UNONE.tally.continue"
PLACE = Place(SLUG, KEY, "en")
OURS = "On UNONE two of the three members gave the assessment “continue”."
THEIRS = "Two of the three members gave the assessment “continue” on UNONE."


def test_two_edits_at_once_one_is_kept_and_the_other_told(
    db: Session, sessions: Sessions, cast: Cast
) -> None:
    closed(db, cast)
    basis = text_of(db, KEY)
    gate, told = Barrier(2), list[DomainError | None]()

    def act(name: str, text: str) -> None:
        with sessions() as own:
            gate.wait()
            try:
                edit_sentence(
                    own, cast.person(name), PLACE, text, basis=basis, previous="", at=NOON
                )
            except Conflict as refusal:
                told.append(refusal)
            else:
                told.append(None)

    _both([("officer", OURS), ("president", THEIRS)], act)

    kept = [row.after for row in db.scalars(select(SummaryAct))]
    db.rollback()
    assert sorted(each is None for each in told) == [False, True]
    assert [text_of(db, KEY)] == kept


def test_two_narratives_at_once_both_stand(db: Session, sessions: Sessions, cast: Cast) -> None:
    closed(db, cast)
    gate, keys = Barrier(2), list[str]()

    def act(name: str, text: str) -> None:
        with sessions() as own:
            gate.wait()
            told = Telling("opening.briefing", text)
            keys.append(add_narrative(own, cast.person(name), SLUG, "en", told, at=NOON))

    _both([("officer", "The debate followed."), ("president", "The briefers spoke.")], act)

    assert sorted(keys) == ["narrative.1", "narrative.2"]
    assert len(db.scalars(select(Narrative)).all()) == 2


def _both(people: list[tuple[str, str]], act: object) -> None:
    threads = [Thread(target=act, args=each) for each in people]  # type: ignore[arg-type]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)


def test_an_edit_and_a_move_both_stand(db: Session, sessions: Sessions, cast: Cast) -> None:
    closed(db, cast)
    basis = text_of(db, KEY)
    with sessions() as first, sessions() as second:
        move_sentence(second, cast.president, PLACE, up=False, at=NOON)
        edit_sentence(first, cast.officer, PLACE, OURS, basis=basis, previous="", at=NOON)

    kinds = [row.kind.value for row in db.scalars(select(SummaryAct).order_by(SummaryAct.number))]
    db.rollback()
    assert kinds == ["move", "edit"]
    assert text_of(db, KEY) == OURS


@pytest.mark.parametrize("field", ["text", "wording"])
def test_a_conflict_shows_both_texts_what_differs_and_keeps_what_was_typed(
    client: TestClient, db: Session, cast: Cast, field: str
) -> None:
    closed(db, cast)
    typed, stands = "The mandate ends soon.", "The mandate should end in twelve months."
    place, url = Place(SLUG, point_of(db, "B"), "en"), f"{HOME}/sentences/"
    form = {field: typed, "previous": ""}
    if field == "wording":
        word_sentence(db, cast.president, place, stands, previous="", at=NOON)
        url += f"{place.key}/wording?language=en"
    else:
        typed, stands = OURS, THEIRS
        form = {"text": typed, "basis": text_of(db, KEY), "previous": ""}
        basis = form["basis"]
        edit_sentence(db, cast.president, PLACE, stands, basis=basis, previous="", at=NOON)
        url += f"{KEY}?language=en"
    cast.sign_in(client, cast.officer)

    answer = client.post(url, data=form)

    page = answer.text
    assert answer.status_code == 409
    assert stands in page
    assert page.count(typed) >= 2  # beside what stands, and still in its field
    assert "<del>" in page
    assert "<ins>" in page
