"""What may follow a draft under silence: other words, under silence again; nothing past members."""

from datetime import timedelta
from threading import Thread

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Circulation, Silence
from app.db.session import Sessions
from app.domain.errors import Conflict, DomainError, Invalid, NotAllowed
from app.domain.silence import SETTLE, Manner, Objection, Outcome
from app.domain.wall_time import in_new_york
from app.features.silence.pages import Place
from app.features.silence.service import break_silence
from app.features.summaries.closing import settle, settle_all
from app.features.summaries.service import Terms, circulate_as, issue
from tests.cast import Cast
from tests.features.mirror.staged import last_draft
from tests.features.silence.staged import (
    end_silence,
    end_with_objection,
    object_to,
    objections,
    outcomes,
    say_more,
    silence_again,
    under_silence,
)
from tests.features.summaries.small import HOME, SLUG, SOON, clock, digest, freeze, release_of


def broken(client: TestClient, db: Session, cast: Cast) -> None:
    under_silence(db, cast)
    cast.sign_in(client, cast.b_signatory)
    object_to(client, db)
    end_with_objection(db)


def test_words_that_silence_did_not_let_pass_are_not_put_again(
    client: TestClient, db: Session, cast: Cast
) -> None:
    broken(client, db, cast)
    with pytest.raises(Conflict, match="says the very same"):
        silence_again(db, cast)

    say_more(db, cast)
    silence_again(db, cast)
    assert outcomes(db) == [Outcome.BROKEN, None]


@pytest.mark.parametrize("objected", [True, False])
def test_while_silence_runs_the_same_words_are_not_put_again_either(
    client: TestClient, db: Session, cast: Cast, objected: bool
) -> None:
    under_silence(db, cast)
    if objected:
        cast.sign_in(client, cast.b_signatory)
        object_to(client, db)

    with pytest.raises(Conflict, match="extend that silence"):
        silence_again(db, cast)


def test_what_passed_may_be_put_again(db: Session, cast: Cast) -> None:
    under_silence(db, cast)
    end_silence(db)
    settle(db, SLUG)

    silence_again(db, cast)

    assert outcomes(db) == [Outcome.NOT_OBJECTED, None]


def test_after_silence_nothing_goes_out_for_corrections_alone(
    client: TestClient, db: Session, cast: Cast
) -> None:
    broken(client, db, cast)
    say_more(db, cast)
    local = in_new_york(clock(db) + SOON)
    form = {
        "deadline_date": f"{local:%Y-%m-%d}",
        "deadline_time": f"{local:%H:%M}",
        "manner": "corrections",
    }
    cast.sign_in(client, cast.officer)

    page = client.get(f"{HOME}/circulate?language=en").text
    answer = client.post(f"{HOME}/circulate?language=en", data=form)

    assert 'value="corrections"' not in page
    assert answer.status_code == 422
    assert "members may object to whatever follows it" in answer.text
    assert f'value="{form["deadline_time"]}"' in answer.text
    assert outcomes(db) == [Outcome.BROKEN]


@pytest.mark.parametrize(
    ("manner", "least"),
    [(Manner.SILENCE, timedelta(hours=24)), (Manner.CORRECTIONS, timedelta(hours=1))],
)
def test_even_short_notice_leaves_time(
    db: Session, cast: Cast, manner: Manner, least: timedelta
) -> None:
    under_silence(db, cast)
    for row in db.scalars(select(Silence)):
        db.delete(row)
    db.execute(update(Circulation).values(deadline=clock(db)))
    db.commit()
    now = clock(db)

    little = Terms(now + least - timedelta(minutes=1), short_notice=True)
    with pytest.raises(Invalid, match="Even at short notice"):
        circulate_as(db, cast.officer, SLUG, manner, little, at=now)
    enough = Terms(now + least + timedelta(minutes=1), short_notice=True)
    circulate_as(db, cast.officer, SLUG, manner, enough, at=now)


def test_an_act_from_before_a_draft_was_put_again_completes_nothing(
    db: Session, cast: Cast
) -> None:
    under_silence(db, cast)
    end_silence(db)
    settle(db, SLUG)
    issue(db, cast.officer, SLUG, digest(db), freeze=freeze, at=clock(db))
    silence_again(db, cast)
    end_silence(db)
    settle(db, SLUG)

    for who in (cast.president, cast.officer):
        assert release_of(db) is None
        issue(db, who, SLUG, digest(db), freeze=freeze, at=clock(db))
    assert release_of(db) is not None


def test_nobody_signs_twice_since_it_was_put_again(db: Session, cast: Cast) -> None:
    under_silence(db, cast)
    end_silence(db)
    settle(db, SLUG)
    issue(db, cast.officer, SLUG, digest(db), freeze=freeze, at=clock(db))

    with pytest.raises(NotAllowed, match="second person"):
        issue(db, cast.officer, SLUG, digest(db), freeze=freeze, at=clock(db))


@pytest.mark.parametrize("sessions", ["sqlite"], indirect=True)
def test_an_objection_is_stamped_before_it_waits_for_others_to_write(
    sessions: Sessions, db: Session, cast: Cast
) -> None:
    under_silence(db, cast)
    place, words = Place(SLUG, "en"), Objection(1, "We cannot accept this.")
    draft, now = last_draft(db).hash, clock(db)
    db.rollback()

    def objecting() -> None:
        with sessions() as other:
            break_silence(other, cast.b_signatory, place, words, digest=draft, at=now)

    with sessions() as writing:
        writing.connection(execution_options={"writing": True})
        thread = Thread(target=objecting)
        thread.start()
        thread.join(1.5)
        assert thread.is_alive()
        released = clock(writing)
        writing.rollback()
    thread.join()

    (row,) = objections(db)
    assert row.arrived_at < released - timedelta(seconds=1)
    assert row.recorded_at is not None


@pytest.mark.parametrize("sessions", ["postgresql"], indirect=True)
def test_circulating_and_closing_at_once_wait_for_each_other_and_never_forever(
    sessions: Sessions, db: Session, cast: Cast
) -> None:
    refused: list[str] = []

    def doing(act: str) -> None:
        with sessions() as other:
            try:
                if act == "close":
                    settle_all(other)
                else:
                    silence_again(other, cast)
            except DomainError as refusal:
                refused.append(str(refusal))

    under_silence(db, cast)
    for _ in range(6):
        say_more(db, cast)
        end_silence(db, ago=SETTLE - timedelta(milliseconds=300))
        threads = [Thread(target=doing, args=(act,)) for act in ("close", "again") * 2]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        db.rollback()
    assert not [each for each in refused if "busy" in each or "same moment" in each]
