"""Breaking silence: a signatory of a member, one sentence, a reason, the database's stamp."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Event, Seat
from app.db.session import Sessions
from app.domain.errors import Conflict
from app.domain.silence import Objection, Outcome
from app.features.silence import service
from app.features.silence.pages import Place
from app.features.silence.queries import check
from app.features.silence.service import Arriving, arrive
from app.features.summaries.closing import settle
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.mirror.staged import apart, last_draft
from tests.features.silence.staged import (
    OBJECTION,
    REASON,
    SILENCE,
    end_silence,
    end_with_objection,
    object_to,
    objecting,
    objections,
    outcomes,
    say_more,
    silence_again,
    under_silence,
)
from tests.features.summaries.small import SLUG, clock


def test_an_objection_is_checked_sent_and_has_its_receipt(
    client: TestClient, db: Session, cast: Cast
) -> None:
    under_silence(db, cast)
    cast.sign_in(client, cast.b_signatory)
    assert client.get(OBJECTION).status_code == 200
    form = objecting(db, proposal="Something else entirely.")

    checked = client.post(f"{OBJECTION}/check?language=en", data=form)
    before = clock(db)
    answer = client.post(f"{OBJECTION}?language=en", data=form)
    (row,) = objections(db)
    receipt = client.get(answer.headers["location"])

    assert checked.status_code == 200
    assert last_draft(db).texts["en"]["sentences"][0]["text"] == row.said
    assert "<ins>" in checked.text
    assert answer.status_code == 303
    assert before <= row.arrived_at <= row.recorded_at <= clock(db)
    assert row.reference in receipt.text
    assert REASON in receipt.text
    assert db.scalar(select(Event.delegation_id).where(Event.act == "silence.broken")) == cast.b.id


def test_checking_alone_sends_nothing(client: TestClient, db: Session, cast: Cast) -> None:
    under_silence(db, cast)
    cast.sign_in(client, cast.b_signatory)
    client.post(f"{OBJECTION}/check", data=objecting(db))

    assert objections(db) == []


def test_pressed_twice_it_is_one_objection(client: TestClient, db: Session, cast: Cast) -> None:
    under_silence(db, cast)
    cast.sign_in(client, cast.b_signatory)
    first, second = (object_to(client, db).headers["location"] for _ in range(2))

    assert first == second
    assert len(objections(db)) == 1


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ({"paragraph": ""}, "number of a paragraph"),
        ({"paragraph": "9999"}, "number of a paragraph"),
        ({"paragraph": "first"}, "number of a paragraph"),
        ({"reason": " ", "proposal": "Kept with care."}, "Give the reason"),
        ({"reason": "Kept\u202e"}, "invisible"),
    ],
)
@pytest.mark.parametrize("where", ["", "/check"])
def test_a_refusal_keeps_what_was_typed(
    client: TestClient, db: Session, cast: Cast, data: dict[str, str], why: str, where: str
) -> None:
    under_silence(db, cast)
    cast.sign_in(client, cast.b_signatory)
    form = objecting(db, **data)

    answer = client.post(f"{OBJECTION}{where}", data=form)

    assert answer.status_code == 422
    assert why in answer.text
    assert form["reason"] in answer.text
    assert form.get("proposal", "") in answer.text
    assert objections(db) == []


@pytest.mark.parametrize(
    ("who", "why"),
    [("b_drafter", "Only a signatory"), ("x_signatory", "Only members of the Council")],
)
def test_only_a_signatory_of_a_member_breaks_silence(
    client: TestClient, db: Session, cast: Cast, who: str, why: str
) -> None:
    under_silence(db, cast)
    cast.sign_in(client, cast.person(who))

    assert why in client.get(OBJECTION).text
    for path in (OBJECTION, f"{OBJECTION}/check"):
        answer = client.post(path, data=objecting(db))
        assert answer.status_code == 403
        assert why in answer.text
    assert objections(db) == []


@pytest.mark.parametrize("who", ["officer", "administrator"])
def test_nobody_else_finds_it(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    under_silence(db, cast)
    cast.sign_in(client, cast.person(who))

    assert client.get(OBJECTION).status_code == 404
    assert object_to(client, db).status_code == 404


def test_a_receipt_is_its_own_delegations(client: TestClient, db: Session, cast: Cast) -> None:
    under_silence(db, cast)
    cast.sign_in(client, cast.b_signatory)
    where = object_to(client, db).headers["location"]
    for who, status in (("b_drafter", 200), ("a_signatory", 404), ("officer", 404)):
        cast.sign_in(client, cast.person(who))
        assert client.get(where).status_code == status


def test_where_corrections_are_asked_for_there_is_no_silence(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    cast.sign_in(client, cast.b_signatory)

    for path in (SILENCE, OBJECTION):
        assert client.get(path).status_code == 404
    assert object_to(client, db).status_code == 404


def test_what_comes_too_late_is_refused_with_its_stamp_and_given_back(
    client: TestClient, db: Session, cast: Cast
) -> None:
    """The end has passed and nothing is closed yet: the stamp alone decides."""
    under_silence(db, cast)
    form = objecting(db)
    end_silence(db)
    cast.sign_in(client, cast.b_signatory)

    answer = client.post(OBJECTION, data=form)
    settle(db, SLUG)

    assert answer.status_code == 409
    assert "your objection arrived on" in answer.text
    assert REASON in answer.text
    assert outcomes(db) == [Outcome.NOT_OBJECTED]
    assert client.post(OBJECTION, data={**form, "reason": "Again."}).status_code == 409
    assert "silence.objected_too_late" in list(db.scalars(select(Event.act)))


def test_on_a_draft_replaced_meanwhile_it_is_given_back_beside_the_new_one(
    client: TestClient, db: Session, cast: Cast
) -> None:
    under_silence(db, cast)
    form = objecting(db)
    say_more(db, cast)
    silence_again(db, cast)
    cast.sign_in(client, cast.b_signatory)

    answer = client.post(OBJECTION, data=form)

    assert answer.status_code == 409
    assert "Another draft has been circulated" in answer.text
    assert REASON in answer.text
    assert outcomes(db) == [Outcome.REPLACED, None]


@pytest.mark.parametrize(
    "sessions", ["postgresql"], indirect=True
)  # where readers see others' acts
def test_it_never_falls_on_a_draft_circulated_while_it_was_looked_at(
    sessions: Sessions, db: Session, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_silence(db, cast)
    digest = last_draft(db).hash
    say_more(db, cast)
    db.rollback()

    def checking(*given: Any, **more: Any) -> tuple[str, Objection]:  # noqa: ANN401 - those of check
        found = check(*given, **more)
        with sessions() as other:
            silence_again(other, cast)
        return found

    monkeypatch.setattr(service, "check", checking)
    with pytest.raises(Conflict, match="Another draft has been circulated"):
        service.break_silence(
            db, cast.b_signatory, Place(SLUG, "en"), Objection(1, REASON), digest=digest, at=NOON
        )

    assert objections(db) == []
    assert outcomes(db) == [Outcome.REPLACED, None]


def test_one_that_arrived_and_was_never_recorded_breaks_silence_all_the_same(
    db: Session, cast: Cast
) -> None:
    """Its process died between the two transactions: closing records it."""
    under_silence(db, cast)
    seat = db.scalars(select(Seat).where(Seat.code == "B")).one()
    words = Objection(1, REASON)
    who = cast.b_signatory.user_id
    arrive(db, Arriving(last_draft(db).id, seat.id, "en", "As it stood.", words, who))
    assert [row.recorded_at for row in objections(db)] == [None]
    end_with_objection(db)

    assert outcomes(db) == [Outcome.BROKEN]
    assert [row.recorded_at is not None for row in objections(db)] == [True]
