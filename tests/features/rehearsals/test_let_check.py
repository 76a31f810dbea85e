import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Circulation, Reflection, StanceTaken
from app.db.session import database_time
from app.domain.amendments import Decision
from app.domain.circulating import TIME_FOR_CAPITALS
from app.domain.errors import Conflict, NotAllowed, NotFound
from app.domain.lifecycle import BriefingState
from app.domain.mirror import Effect, Reply, Verdict
from app.domain.sentence import Part
from app.features.briefings.queries import get_briefing
from app.features.mirror.pages import AnswerPlace
from app.features.mirror.service import reply
from app.features.record.freezing import freeze
from app.features.rehearsals.service import end_corrections, let_check
from app.features.summaries import service
from app.features.summaries.drafting import word_sentence
from app.features.summaries.pages import Place
from app.features.summaries.releasing import compile_briefing, content_hash
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.rehearsals.room import MADE, ROOM, closed, convene, read

WORDS = "the matter should be looked at again"


def circulated(db: Session, cast: Cast, seed: str = "first", **how: object) -> None:
    closed(db, cast, seed, **how)
    circulate(db, cast)


def circulate(db: Session, cast: Cast) -> None:
    for language, summary in compile_briefing(db, get_briefing(db, MADE)).items():
        db.rollback()
        for each in summary.of_part(Part.REGISTER):
            if not each.is_confirmed:
                place = Place(MADE, each.sentence.key, language)
                word_sentence(db, cast.officer, place, WORDS, previous="", at=NOON)
    now = database_time(db)
    until = now + TIME_FOR_CAPITALS * 2
    service.circulate(db, cast.officer, MADE, until, short_notice=False, at=now, asked=("every",))


def _to_be_answered(db: Session) -> list[int]:
    told = (Reflection.verdict == Verdict.PROPOSES) | (Reflection.effect != Effect.PARTS)
    asked = select(Reflection.number).where(told, Reflection.verdict != Verdict.REFLECTS)
    found = list(db.scalars(asked))
    db.rollback()
    return found


def reflections(db: Session) -> list[tuple[str, int, str, str]]:
    rows = db.scalars(select(Reflection).order_by(Reflection.id))
    found = [(row.key, row.seat_id, row.verdict.value, row.text) for row in rows]
    db.rollback()
    return found


def test_they_answer_some_of_the_sentences_that_count_them(db: Session, cast: Cast) -> None:
    circulated(db, cast)

    let_check(db, cast.officer, MADE, at=NOON)

    said = reflections(db)
    assert {verdict for _, _, verdict, _ in said} == {each.value for each in Verdict}
    per_seat = select(func.count()).select_from(Reflection).group_by(Reflection.seat_id)
    assert max(db.scalars(per_seat)) <= 6
    stances = db.scalars(select(StanceTaken.stance)).all()
    assert len(set(stances)) > 2


def test_they_check_one_draft_once_and_the_next_anew(db: Session, cast: Cast) -> None:
    circulated(db, cast)
    let_check(db, cast.officer, MADE, at=NOON)
    once = reflections(db)

    with pytest.raises(Conflict, match="checked this draft"):
        let_check(db, cast.president, MADE, at=NOON)
    assert reflections(db) == once

    for number in _to_be_answered(db):
        place = AnswerPlace(MADE, number, "en")
        reply(db, cast.officer, place, Decision(Reply.NOT_ACCEPTED, "", "Rehearsed."), at=NOON)
    circulate(db, cast)
    let_check(db, cast.officer, MADE, at=NOON)


def test_a_rehearsal_is_issued_by_two_and_never_published(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast)
    cast.sign_in(client, cast.officer)
    assert "Let them check the draft" in read(client, ROOM)
    assert client.post(f"{ROOM}/corrections/end").status_code == 303
    assert client.post(f"{ROOM}/corrections/end").status_code == 409
    assert "Issue the summary" in read(client, ROOM)
    digest = content_hash(compile_briefing(db, get_briefing(db, MADE)))
    for person in (cast.officer, cast.president):
        release = service.issue(db, person, MADE, digest, freeze=freeze, at=database_time(db))

    assert release is not None
    assert "never published" in read(client, ROOM)
    with pytest.raises(Conflict, match="never published"):
        service.publish(db, cast.president, MADE, release.hash, at=NOON)
    with pytest.raises(Conflict, match="never published"):
        service.publish_issued(db, MADE, operator="test", at=NOON)
    client.cookies.clear()
    assert MADE not in client.get("/en/record/").text
    assert client.get(f"/en/record/{MADE}/").status_code == 404


def test_after_the_time_for_corrections_nobody_checks(db: Session, cast: Cast) -> None:
    circulated(db, cast)
    end_corrections(db, cast.officer, MADE, at=NOON)

    with pytest.raises(Conflict, match="passed"):
        let_check(db, cast.officer, MADE, at=NOON)
    assert not reflections(db)


def test_only_a_rehearsal_ends_its_time_for_corrections(db: Session, cast: Cast) -> None:
    real = convene(db, cast)
    real.state = BriefingState.CIRCULATED
    db.commit()

    for act in (end_corrections, let_check):
        with pytest.raises(NotFound):
            act(db, cast.officer, real.slug, at=NOON)
    assert not db.scalars(select(Circulation)).all()


def test_before_the_draft_is_circulated_there_is_nothing_to_check(db: Session, cast: Cast) -> None:
    closed(db, cast)

    with pytest.raises(NotAllowed, match="circulated"):
        let_check(db, cast.officer, MADE, at=NOON)


def test_where_nobody_may_be_found_out_they_check_too(db: Session, cast: Cast) -> None:
    circulated(db, cast, rule="counted")

    let_check(db, cast.officer, MADE, at=NOON)

    assert reflections(db)
