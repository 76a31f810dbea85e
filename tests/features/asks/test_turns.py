"""Who presides when, as the hand-over says it: past the end of the year, for any council."""

from datetime import date

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.db.models import Delegation, Presidency
from app.domain.actor import Actor
from app.features.asks.turns import list_turns
from tests.cast import NEVER, Cast
from tests.features.asks.staged import closed, issued, nobody_presides


def told(db: Session, actor: Actor, today: date) -> list[tuple[str, str, bool]]:
    return [
        (f"{turn.begins_on:%m %Y}", turn.names["en"].partition(" (")[0], turn.is_supposed)
        for turn in list_turns(db, actor, today)
    ]


@pytest.mark.parametrize(
    ("today", "first", "second"),
    [
        (date(2017, 4, 6), "United States of America", "Uruguay"),
        (date(2017, 12, 5), "Japan", "Kazakhstan"),
        (date(2026, 11, 28), "Latvia", "Liberia"),
        (date(2026, 12, 31), "Liberia", "Portugal"),
    ],
)
def test_a_year_of_turns_follows_whatever_the_month(
    db: Session, cast: Cast, today: date, first: str, second: str
) -> None:
    nobody_presides(db)

    found = told(db, cast.administrator, today)

    assert [name for _, name, _ in found[:2]] == [first, second]
    assert len(found) == 12
    assert not any(supposed for _, _, supposed in found)


def test_members_not_yet_elected_are_not_made_up(db: Session, cast: Cast) -> None:
    nobody_presides(db)

    found = told(db, cast.administrator, date(2027, 11, 3))

    assert [supposed for _, _, supposed in found] == [False] * 2 + [True] * 10


def test_a_member_that_presides_here_presides_in_the_rotation(db: Session, cast: Cast) -> None:
    db.execute(
        update(Delegation).values(code="GRC", names={"en": "Greece"}).where(Delegation.code == "A")
    )
    db.execute(update(Presidency).values(begins_on=date(2026, 10, 1), ends_on=date(2026, 11, 30)))
    db.commit()

    assert [name for _, name, _ in told(db, cast.administrator, date(2026, 10, 5))[:2]] == [
        "Greece",
        "Latvia",
    ]


def test_an_invented_council_takes_turns_by_its_own_alphabet(db: Session, cast: Cast) -> None:
    issued(db, cast)

    found = told(db, cast.administrator, date(2026, 11, 28))

    assert found[:4] == [
        ("11 2026", "Delegation A", False),
        ("12 2026", "Delegation B", False),
        ("01 2027", "Delegation C", True),  # X is no member
        ("02 2027", "Delegation A", True),
    ]


def test_a_council_seated_in_a_draft_is_its_own_desks_business(db: Session, cast: Cast) -> None:
    closed(db, cast)

    for actor, names in ((cast.officer, "ABCA"), (cast.administrator, "A")):
        found = [name[-1] for _, name, _ in told(db, actor, date(2026, 11, 28))]
        assert found[:4] == list(names)


def test_without_a_briefing_the_desks_opened_here_are_all_there_is(db: Session, cast: Cast) -> None:
    db.execute(update(Presidency).values(ends_on=NEVER.date()))
    db.commit()

    assert [name for _, name, _ in told(db, cast.administrator, date(2026, 11, 28))] == [
        "Delegation A"
    ]
