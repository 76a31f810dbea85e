from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import DraftVersion
from app.domain.errors import Conflict, NotAllowed, NotFound
from app.domain.position import Statement
from app.features.positions import writing
from app.features.positions.cells import Writing
from app.features.positions.history_page import history_page
from app.features.positions.service import restore_draft, save_draft
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import (
    ABSENT,
    CELL,
    FRAGILE,
    PLACE,
    are_one,
    close,
    drafted,
    open_briefing,
    signed,
)

LONG = Statement("active", "A long text. " * 20, "en")
SHORT = Statement("active", "A long text.", "en")


def said(db: Session, cast: Cast) -> list[str]:
    db.rollback()
    lines = history_page(db, cast.a_drafter, PLACE).lines
    db.rollback()
    return [line.saying.statement.text for line in lines]


def text(db: Session, cast: Cast) -> str:
    return said(db, cast)[0]


def test_history_names_everybody_and_what_changed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter, statement=Statement(None, "We support it.", "en"))
    drafted(db, cast.a_signatory, statement=Statement(None, "We welcome it.", "en"), version=1)
    cast.sign_in(client, cast.a_drafter)

    page = client.get(f"{CELL}/history").text

    assert "A Drafter" in page
    assert "A Signatory" in page
    assert "removed:] </span>support<" in page
    assert "added:] </span>welcome<" in page


def test_one_stretch_of_writing_is_one_version(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    for version in range(5):
        statement = Statement(None, "word " * version, "en")
        drafted(db, cast.a_drafter, statement=statement, version=version)

    assert len(said(db, cast)) == 1


def test_after_ten_minutes_a_version_is_kept(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)

    later = NOON + timedelta(minutes=10)
    save_draft(db, cast.a_drafter, PLACE, Writing(SHORT, 1), at=later)

    assert said(db, cast) == [SHORT.text, FRAGILE.text]


def test_much_taken_away_at_once_is_kept(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter, statement=LONG)
    drafted(db, cast.a_drafter, statement=SHORT, version=1)

    assert said(db, cast) == [SHORT.text, LONG.text]


def test_the_last_save_is_undone_and_that_undone_again(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    drafted(db, cast.a_drafter, statement=SHORT, version=1)
    cast.sign_in(client, cast.a_drafter)

    answer = client.post(f"{CELL}/restore", data={"version": "2"})
    undone = text(db, cast)
    client.post(f"{CELL}/restore", data={"version": "3"})

    assert (answer.status_code, answer.headers["location"]) == (303, CELL)
    assert (undone, text(db, cast)) == (FRAGILE.text, SHORT.text)


def test_an_older_version_is_gone_on_from(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter, statement=LONG)
    drafted(db, cast.a_signatory, statement=SHORT, version=1)
    drafted(db, cast.a_drafter, statement=FRAGILE, version=2)

    restore_draft(db, cast.a_drafter, PLACE, 3, 1, at=NOON)

    assert text(db, cast) == LONG.text


def test_nothing_is_undone_over_somebody_else(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    drafted(db, cast.a_signatory, statement=SHORT, version=1)

    with pytest.raises(Conflict):
        restore_draft(db, cast.a_drafter, PLACE, 1, None, at=NOON)
    assert text(db, cast) == SHORT.text


def test_what_was_never_kept_cannot_be_brought_back(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)

    with pytest.raises(Conflict):
        restore_draft(db, cast.a_drafter, PLACE, 1, None, at=NOON)
    with pytest.raises(NotFound):
        restore_draft(db, cast.a_drafter, PLACE, 1, 7, at=NOON)


def test_undoing_after_signing_asks_for_a_new_signature(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter, statement=SHORT)
    version = drafted(db, cast.a_drafter, statement=FRAGILE, version=1).version
    signed(db, cast.a_signatory, version=version)

    held = restore_draft(db, cast.a_drafter, PLACE, version, None, at=NOON)

    assert held.status == "changed"


def test_the_oldest_versions_go_first(
    db: Session, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "KEPT", 3)
    open_briefing(db, cast)
    people = [cast.a_drafter, cast.a_signatory] * 4
    for version, person in enumerate(people):
        statement = Statement(None, f"version {version}", "en")
        drafted(db, person, statement=statement, version=version)

    numbers = list(db.scalars(select(DraftVersion.number).order_by(DraftVersion.number)))
    assert numbers[-1] == 7
    assert db.scalar(select(func.count()).select_from(DraftVersion)) in {3, 4}


@pytest.mark.parametrize("who", ["a_focal", "a_drafter"])
def test_nothing_is_brought_back_once_closed(db: Session, cast: Cast, who: str) -> None:
    close(db, open_briefing(db, cast))

    with pytest.raises(NotAllowed):
        restore_draft(db, cast.person(who), PLACE, 1, None, at=NOON)


@pytest.mark.parametrize("who", ["officer", "president", "administrator", "c_focal", "b_drafter"])
def test_history_never_leaves_the_delegation(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    open_briefing(db, cast)
    secret = Statement(None, "Zanzibar " * 40, "en")
    drafted(db, cast.a_drafter, statement=secret)
    drafted(db, cast.a_drafter, statement=SHORT, version=1)
    cast.sign_in(client, cast.person(who))

    there = client.get(f"{CELL}/history")

    assert "Zanzibar" not in there.text
    if who != "b_drafter":
        assert are_one(there, client.get(f"{ABSENT}/1/MINUSMA/history"))
