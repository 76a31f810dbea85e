import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Delegation, Mail, Seat, User
from app.domain.errors import Invalid, NotAllowed, NotFound
from app.domain.lifecycle import BriefingState, Origin
from app.domain.proceedings import Standing
from app.features.briefings.queries import (
    get_briefing,
    list_missions,
    list_questions,
    list_seats,
)
from app.features.rehearsals.cloning import begin_rehearsal
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.rehearsals.room import MADE, ROOM, SLUG, convene, read

FORM = f"/briefings/{SLUG}/rehearse"


@pytest.mark.parametrize("state", list(BriefingState))
def test_any_briefing_of_the_presidency_is_rehearsed_whatever_its_state(
    db: Session, cast: Cast, state: BriefingState
) -> None:
    convene(db, cast).state = state
    db.commit()

    begin_rehearsal(db, cast.officer, SLUG, "seed", at=NOON)

    made = get_briefing(db, MADE)
    assert (made.state, made.origin) == (BriefingState.OPEN, Origin.REHEARSAL)
    assert get_briefing(db, SLUG).state is state


def test_what_was_prepared_is_the_same_and_whoever_is_seated_is_invented(
    db: Session, cast: Cast
) -> None:
    source = convene(db, cast, rule="non_attributed")
    begin_rehearsal(db, cast.officer, SLUG, "seed", at=NOON)
    made = get_briefing(db, MADE)

    for kept in ("attribution", "languages", "briefers", "meeting_date", "presidency_id"):
        assert getattr(made, kept) == getattr(source, kept)
    assert made.title == {"en": "Rehearsal: Review of invented operations"}
    of = {each.id: each for each in (source, made)}
    asked = {
        id_: [(q.number, q.text, q.scale, q.prompts) for q in list_questions(db, id_)] for id_ in of
    }
    missions = {id_: {m.acronym: m.names for m in list_missions(db, id_)} for id_ in of}
    assert asked[made.id] == asked[source.id]
    assert missions[made.id] == missions[source.id]
    seats = {seat.code: seat for seat in list_seats(db, made.id)}
    assert sorted(seats) == list("ABCDE")
    assert seats["E"].standing is Standing.INVITED
    assert seats["A"].names["fr"] == "Délégation A"
    assert made.presiding == "A"


def test_nobody_sits_at_an_invented_desk_and_nobody_can_be_invited_to_one(
    client: TestClient, db: Session, cast: Cast
) -> None:
    convene(db, cast)
    begin_rehearsal(db, cast.officer, SLUG, "seed", at=NOON)
    own = {cast.a.id, cast.b.id, cast.c.id, cast.x.id}
    made = get_briefing(db, MADE).id
    desks = set(db.scalars(select(Seat.delegation_id).where(Seat.briefing_id == made)))
    assert not desks & own
    assert not desks & set(db.scalars(select(User.delegation_id)))
    code = db.scalars(select(Delegation.code).where(Delegation.id.in_(desks)).limit(1)).one()
    db.rollback()
    cast.sign_in(client, cast.administrator)
    invite = {
        "desk": f"delegation:{code}",
        "email": "n@example.org",
        "name": "N",
        "roles": "drafter",
    }

    assert code not in read(client, "/secretariat")
    assert client.post("/secretariat/invitations", data=invite).status_code == 422
    assert not db.scalars(select(Mail)).all()


def test_two_rehearsals_share_the_invented_desks(db: Session, cast: Cast) -> None:
    convene(db, cast)
    first = begin_rehearsal(db, cast.officer, SLUG, "seed", at=NOON)
    second = begin_rehearsal(db, cast.president, SLUG, "seed", at=NOON)

    assert (first, second) == (MADE, f"{MADE}-2")
    assert len(db.scalars(select(Delegation).where(Delegation.is_invented)).all()) == 5


def test_the_form_draws_a_seed_and_shows_it(client: TestClient, db: Session, cast: Cast) -> None:
    convene(db, cast)
    cast.sign_in(client, cast.officer)
    assert "Begin the rehearsal" in read(client, FORM)

    answer = client.post(FORM, data={"seed": ""})

    assert (answer.status_code, answer.headers["location"]) == (303, ROOM)
    seed = get_briefing(db, MADE).seed
    db.rollback()
    assert re.fullmatch(r"[0-9a-f]{8}", seed)
    assert seed in read(client, ROOM)
    assert seed in read(client, FORM)


def test_a_seed_nobody_could_read_out_is_refused_and_given_back(
    client: TestClient, db: Session, cast: Cast
) -> None:
    convene(db, cast)
    cast.sign_in(client, cast.officer)

    answer = client.post(FORM, data={"seed": "two words"})

    assert answer.status_code == 422
    assert 'value="two words"' in answer.text
    assert len(db.scalars(select(Briefing)).all()) == 1


def test_without_members_or_questions_there_is_nothing_to_rehearse(db: Session, cast: Cast) -> None:
    briefing = convene(db, cast, filled=0)
    for row in [*list_seats(db, briefing.id)]:
        db.delete(row)
    db.commit()

    with pytest.raises(Invalid, match="members"):
        begin_rehearsal(db, cast.officer, SLUG, "seed", at=NOON)


def test_a_rehearsal_is_not_rehearsed_again(db: Session, cast: Cast) -> None:
    convene(db, cast)
    begin_rehearsal(db, cast.officer, SLUG, "seed", at=NOON)

    with pytest.raises(NotAllowed, match="rehearsal"):
        begin_rehearsal(db, cast.officer, MADE, "seed", at=NOON)


def test_for_anybody_else_there_is_nothing_to_rehearse(db: Session, cast: Cast) -> None:
    convene(db, cast)
    begin_rehearsal(db, cast.officer, SLUG, "seed", at=NOON)

    for person in (cast.a_signatory, cast.administrator):
        with pytest.raises(NotFound):
            begin_rehearsal(db, person, SLUG, "seed", at=NOON)


@pytest.mark.parametrize("page", ["", "/rehearsal", "/speakers", "/setup", "/note"])
def test_every_page_says_that_it_is_a_rehearsal(
    client: TestClient, db: Session, cast: Cast, page: str
) -> None:
    convene(db, cast)
    begin_rehearsal(db, cast.officer, SLUG, "seed", at=NOON)
    cast.sign_in(client, cast.officer)

    assert "Every delegation and every statement here is invented." in read(
        client, f"/briefings/{MADE}{page}"
    )
