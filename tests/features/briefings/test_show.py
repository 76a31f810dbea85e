"""One briefing: the presidency's board, a delegation's facts."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from app.db.models import Position, Revision
from app.domain.attribution import Attribution
from app.domain.lifecycle import BriefingState, Origin
from app.domain.position import GENERAL
from app.domain.proceedings import Mission, Question, Seat
from app.features.briefings import service
from app.features.briefings.board import BoardPage, board_page, show_page
from app.features.briefings.completeness import Signed
from app.features.briefings.convening import (
    Convening,
    add_briefing,
    add_missions,
    add_questions,
    add_seats,
)
from app.features.briefings.queries import list_questions, list_seats
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.briefings.preparing import (
    SLUG,
    looks_absent,
    opened,
    other_presidency,
    ready,
)

PAGE = f"/briefings/{SLUG}"


def sign(
    db: Session,
    seat: int,
    question: int,
    mission: str,
    *,
    withdrawn: bool = False,
    latest: int = 1,
    attribution: Attribution | None = None,
) -> None:
    """Put a cell on the record as signing does; latest 0 leaves it a draft."""
    position = Position(seat_id=seat, question_id=question, mission=mission, latest=latest)
    db.add(position)
    db.flush()
    if latest:
        revise(db, position, 1, withdrawn=withdrawn, attribution=attribution)


def revise(
    db: Session,
    position: Position,
    number: int,
    *,
    withdrawn: bool = False,
    attribution: Attribution | None = None,
) -> None:
    db.add(
        Revision(
            position_id=position.id,
            number=number,
            is_withdrawal=withdrawn,
            text="",
            language="en",
            quotable=False,
            late=False,
            salt=b"",
            hash=f"{position.id}-{number}",
            attribution=attribution,
            signed_at=NOON,
        )
    )


@contextmanager
def counted_queries(db: Session) -> Iterator[list[str]]:
    engine = db.get_bind()
    assert isinstance(engine, Engine)
    said: list[str] = []

    def note(_c: object, _cu: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            said.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield said
    event.remove(engine, "before_cursor_execute", note)


def whole(
    db: Session, cast: Cast, seats: int, rule: Attribution, origin: Origin = Origin.LIVE
) -> None:
    """Add a briefing of ``seats`` × 16 × 5 with every cell signed."""
    convening = Convening(
        SLUG, {"en": "T"}, None, "S000", rule, ("en",), origin, "x", cast.presidency.id
    )
    briefing = add_briefing(db, convening, at=NOON)
    rows = add_seats(
        db, briefing, [Seat(f"S{n:03}", {"en": f"State {n:03}"}) for n in range(seats)]
    )
    missions = add_missions(db, briefing, [Mission(f"M{n:02}", {"en": "M"}) for n in range(16)])
    questions = add_questions(
        db, briefing, [Question(n, {"en": "?"}, (), "en") for n in range(1, 6)]
    )
    briefing.state = BriefingState.OPEN
    for seat in rows.values():
        for question in questions.values():
            for mission in missions:
                sign(db, seat.id, question.id, mission.acronym)
    db.commit()


def test_the_longest_address_a_briefing_may_have_is_found(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast).slug = "x" * 80
    db.commit()
    cast.sign_in(client, cast.a_drafter)

    assert client.get(f"/briefings/{'x' * 80}").status_code == 200


def test_the_board_counts_what_stands_signed(db: Session, cast: Cast) -> None:
    briefing = opened(db, cast)
    seats = {seat.code: seat.id for seat in list_seats(db, briefing.id)}
    questions = [question.id for question in list_questions(db, briefing.id)]
    sign(db, seats["B"], questions[0], "MINUSMA")
    sign(db, seats["B"], questions[0], GENERAL)
    sign(db, seats["B"], questions[0], "UNTSO", withdrawn=True)
    sign(db, seats["B"], questions[1], "UNTSO", latest=0)
    db.commit()

    board = board_page(db, cast.officer, SLUG)

    cells = {row.code: row.cells for row in board.board.rows}
    assert cells["B"][:2] == (Signed(1, in_general=True), Signed(0, in_general=False))
    assert board.board.started == 1
    assert all(not cell.missions for cell in cells["C"])


def test_a_draft_never_shows_on_the_board(client: TestClient, db: Session, cast: Cast) -> None:
    briefing = opened(db, cast)
    cast.sign_in(client, cast.officer)
    before = client.get(PAGE).text
    seat = list_seats(db, briefing.id)[0].id
    sign(db, seat, list_questions(db, briefing.id)[0].id, "UNTSO", latest=0)
    db.commit()

    assert client.get(PAGE).text.replace("59 m", "") == before.replace("59 m", "")


def test_a_non_attributed_board_is_hidden_until_closing(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast, Attribution.NON_ATTRIBUTED)
    cast.sign_in(client, cast.officer)

    assert board_page(db, cast.officer, SLUG).board.rows == ()
    assert 'id="board-caption"' not in client.get(PAGE).text
    db.rollback()
    service.close_briefing(db, cast.officer, SLUG, at=NOON)
    assert len(board_page(db, cast.officer, SLUG).board.rows) == 4


def test_a_withdrawn_non_attributed_briefing_keeps_its_board_hidden(
    db: Session, cast: Cast
) -> None:
    opened(db, cast, Attribution.NON_ATTRIBUTED)
    service.withdraw_briefing(db, cast.president, SLUG, "Postponed.", at=NOON)

    assert board_page(db, cast.president, SLUG).board.rows == ()


@pytest.mark.parametrize("origin", [Origin.LIVE, Origin.REHEARSAL])
@pytest.mark.parametrize("seats", [15, pytest.param(193, marks=pytest.mark.long)])
def test_the_board_takes_few_queries(
    client: TestClient, db: Session, cast: Cast, seats: int, origin: Origin
) -> None:
    whole(db, cast, seats, Attribution.COUNTED, origin)
    cast.sign_in(client, cast.officer)

    with counted_queries(db) as said:
        html = client.get(PAGE).text

    assert html.count("16 / 16") == seats * 5
    assert len(said) <= 8, said


def test_a_delegation_sees_the_facts_and_not_the_board(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    for actor in (cast.b_drafter, cast.x_signatory, cast.a_signatory):
        cast.sign_in(client, actor)
        html = client.get(PAGE).text
        assert "Guiding questions" in html
        assert "MINUSMA" in html
        assert f'href="{PAGE}/positions"' in html
        assert 'id="board-caption"' not in html
        assert f"{PAGE}/setup" not in html
    assert not isinstance(show_page(db, cast.b_drafter, SLUG), BoardPage)


def test_who_has_no_seat_sees_nothing(client: TestClient, db: Session, cast: Cast) -> None:
    ready(db, cast)
    for actor in (cast.b_drafter, cast.a_signatory, cast.administrator):
        cast.sign_in(client, actor)
        assert looks_absent(client, "GET", PAGE)
    db.rollback()
    service.open_briefing(db, cast.officer, SLUG, at=NOON)
    for actor in (cast.administrator, other_presidency(db, cast)):
        cast.sign_in(client, actor)
        assert looks_absent(client, "GET", PAGE)


def test_the_presidency_sees_the_state_and_the_deadline_in_new_york(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.officer)

    html = client.get(PAGE).text

    assert "3 April 2090, 15:00 New York time" in html
    assert "Open for positions" in html
