from datetime import timedelta

from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.domain.position import Cell, Statement
from app.features.positions.cells import Place
from app.features.positions.speaking_page import Drawn, speaking_page
from tests.cast import Cast
from tests.features.positions.desk import DESK, PLACE, SLUG, drafted, open_briefing, signed

LONG = Statement("active", "word " * 120, "en")
CHINESE = Statement(None, "应" * 100, "zh")
SECOND = Place(SLUG, Cell(2, "ALL"))


def test_signed_words_are_spoken_in_the_order_of_the_questions(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory, SECOND, CHINESE)
    signed(db, cast.a_signatory, PLACE, LONG)

    page = speaking_page(db, cast.a_drafter, SLUG, Drawn.SIGNED)

    assert [part.number for part in page.parts] == [1, 2]
    assert [part.time for part in page.parts] == [timedelta(minutes=1), timedelta(seconds=30)]
    assert page.time == timedelta(seconds=90)


def test_drafts_are_spoken_only_when_asked_for_and_then_marked(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)

    assert speaking_page(db, cast.a_drafter, SLUG, Drawn.SIGNED).parts == ()
    written = speaking_page(db, cast.a_drafter, SLUG, Drawn.WRITTEN)
    assert [each.is_draft for part in written.parts for each in part.passages] == [True]
    assert written.drafts == 1


def test_the_page_says_how_long_it_takes(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory, PLACE, LONG)
    drafted(db, cast.a_drafter, SECOND)
    cast.sign_in(client, cast.a_focal)

    signed_only = client.get(f"{DESK}/speaking-draft").text
    with_drafts = client.get(f"{DESK}/speaking-draft?drawn=written").text

    assert "About 1:00 min in all" in signed_only
    assert "draft, not signed" not in signed_only
    assert "draft, not signed" in with_drafts
