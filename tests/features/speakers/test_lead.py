import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Event
from app.domain.errors import Conflict, NotAllowed, NotFound
from app.domain.lifecycle import BriefingState
from app.domain.speakers import ActKind, Order
from app.features.briefings.queries import get_briefing
from app.features.speakers.service import Decision, Terms, ask_for_the_floor, lead, prepare_list
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.speakers.meeting import (
    HOME,
    SLUG,
    acts,
    codes,
    convene,
    listing,
    opened,
    post,
    prepared,
    press,
    seen,
)


def test_the_president_decides_and_an_officer_leads(
    client: TestClient, db: Session, cast: Cast
) -> None:
    convene(db, cast)
    cast.sign_in(client, cast.officer)
    data = {"seen": "0", "order": "drawn", "minutes": "3"}
    assert client.post(f"{HOME}/order", data=data).status_code == 403
    cast.sign_in(client, cast.president)
    assert client.post(f"{HOME}/order", data=data).status_code == 303
    cast.sign_in(client, cast.officer)
    page = client.get(HOME)

    assert post(client, "open", "", seen(page)).status_code == 303

    page = client.get(HOME)
    assert codes(db)[0] == "briefer-1"
    assert codes(db)[-2:] == ["A", "X"]
    assert listing(db).seed in page.text
    assert "Give the floor to <bdi>Ms. Briefer</bdi>" in page.text
    assert acts(db) == ["prepare", "open"]
    own = select(Event.act).where(Event.act.startswith("speakers.")).order_by(Event.id)
    logged = db.scalars(own).all()
    assert logged == ["speakers.prepare", "speakers.open"]


def test_a_recorded_seed_draws_the_order(db: Session, cast: Cast) -> None:
    prepared(db, cast, Order.DRAWN)
    press(db, cast.officer, ActKind.OPEN, seed="recorded")

    assert listing(db).seed == "recorded"
    assert sorted(codes(db)) == sorted(["briefer-1", "A", "B", "C", "X"])


def test_two_officers_press_next_at_once_and_one_speaker_is_called(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    second = codes(db)[1]
    press(db, cast.officer, ActKind.CALL, "briefer-1")
    cast.sign_in(client, cast.president)
    looked_at = seen(client.get(HOME))
    db.rollback()

    first = post(client, "call", second, looked_at)
    again = post(client, "call", codes(db)[2], looked_at)

    assert (first.status_code, again.status_code) == (303, 409)
    assert "nothing was done" in again.text
    assert acts(db).count("call") == 2
    holder = listing(db).holder
    assert holder is not None
    assert holder.code == second


def test_somebody_signing_up_does_not_stop_the_presidency(db: Session, cast: Cast) -> None:
    opened(db, cast, Order.SIGNED_UP)
    before = listing(db).led
    press_late(db, cast)

    lead(db, cast.officer, Decision(SLUG, before, ActKind.CALL, "briefer-1"), "", at=NOON)

    assert acts(db)[-2:] == ["sign_up", "call"]
    assert codes(db) == ["briefer-1", "B", "A", "X"]


def press_late(db: Session, cast: Cast) -> None:
    ask_for_the_floor(db, cast.x_signatory, SLUG, wants=True, at=NOON)


def test_the_presidencys_own_statement_can_be_moved(db: Session, cast: Cast) -> None:
    opened(db, cast, Order.SIGNED_UP)
    assert codes(db) == ["briefer-1", "B", "A"]

    press(db, cast.officer, ActKind.UP, "A")

    assert codes(db) == ["briefer-1", "A", "B"]


def test_pause_go_on_and_end(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.officer)
    for act, word in (("call", "Started"), ("pause", "Paused"), ("resume", "Has the floor"),
                      ("yield", "Nobody has the floor")):  # fmt: skip
        page = client.get(HOME)
        assert post(client, act, "briefer-1", seen(page)).status_code == 303
        assert word in client.get(HOME).text


def test_the_limit_is_the_delegations_and_no_briefers(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.officer)
    db.rollback()

    press(db, cast.officer, ActKind.CALL, "briefer-1")
    briefer = client.get(HOME).text
    press(db, cast.officer, ActKind.CALL, codes(db)[1])
    delegation = client.get(HOME).text

    assert "Started" in briefer
    assert "turn--within" in briefer
    for limited in ("limit until", "turn__left", "data-until"):
        assert limited not in briefer
        assert limited in delegation


def test_a_briefers_name_says_which_language_it_is_in(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    get_briefing(db, SLUG).briefers = ["安东尼奥·古特雷斯"]
    db.commit()
    press(db, cast.officer, ActKind.CALL, "briefer-1")
    cast.sign_in(client, cast.officer)

    assert client.get(HOME).text.count('<bdi lang="zh">安东尼奥·古特雷斯</bdi>') == 2


def test_the_limit_may_change_during_the_meeting_and_the_order_may_not(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.officer)
    data = {"seen": seen(client.get(HOME)), "order": "signed_up", "minutes": "2"}

    assert client.post(f"{HOME}/order", data=data).status_code == 303

    assert listing(db).limit.seconds == 120
    assert listing(db).order is Order.DRAWN


@pytest.mark.parametrize(
    ("minutes", "order", "said"),
    [("", "drawn", "number of minutes"), ("500", "drawn", "number of minutes"),
     ("5", "", "Choose how speakers")],
)  # fmt: skip
def test_what_was_typed_comes_back(
    client: TestClient, db: Session, cast: Cast, minutes: str, order: str, said: str
) -> None:
    convene(db, cast)
    cast.sign_in(client, cast.president)

    answer = client.post(f"{HOME}/order", data={"seen": "0", "order": order, "minutes": minutes})

    assert answer.status_code == 422
    assert said in answer.text
    assert f'value="{minutes}"' in answer.text
    assert acts(db) == []


@pytest.mark.parametrize("state", [BriefingState.DRAFT, BriefingState.WITHDRAWN])
def test_a_briefing_that_is_not_open_has_no_list(
    db: Session, cast: Cast, state: BriefingState
) -> None:
    convene(db, cast).state = state
    db.commit()

    with pytest.raises(NotAllowed):
        prepare_list(
            db,
            cast.president,
            Decision(SLUG, 0, ActKind.PREPARE),
            Terms(Order.DRAWN, 60),
            at=NOON,
        )


@pytest.mark.parametrize("state", ["closed", "circulated", "issued", "published"])
def test_after_closing_the_meeting_goes_on(db: Session, cast: Cast, state: str) -> None:
    opened(db, cast)
    get_briefing(db, SLUG).state = BriefingState(state)
    db.commit()

    press(db, cast.officer, ActKind.CALL, "briefer-1")

    assert listing(db).holder is not None


def test_another_presidency_and_delegations_give_nobody_the_floor(db: Session, cast: Cast) -> None:
    opened(db, cast)

    for person in (cast.a_signatory, cast.administrator):
        with pytest.raises(NotFound):
            press(db, person, ActKind.CALL, "briefer-1")


def test_opening_a_list_on_which_nobody_is_changes_nothing(db: Session, cast: Cast) -> None:
    prepared(db, cast)
    get_briefing(db, SLUG).briefers = []
    db.commit()

    with pytest.raises(Conflict, match="Nobody"):
        press(db, cast.officer, ActKind.OPEN)

    assert acts(db) == ["prepare"]
