"""Who gets a delegation's answers as a file, and whose words are in it."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.db.models import Briefing
from tests.cast import Cast
from tests.features.positions import answer_sheets as sheets
from tests.features.positions.desk import (
    ABSENT,
    FRAGILE,
    are_one,
    close,
    drafted,
    open_briefing,
    pass_deadline,
)

kinds = pytest.mark.parametrize("kind", sheets.KINDS)


def begin(client: TestClient, db: Session, cast: Cast) -> Briefing:
    briefing = open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    cast.sign_in(client, cast.a_drafter)
    return briefing


@pytest.mark.parametrize("shut", [close, pass_deadline])
def test_too_late_the_file_goes_out_and_does_not_come_back(
    client: TestClient, db: Session, cast: Cast, shut: Callable[[Session, Briefing], None]
) -> None:
    briefing = begin(client, db, cast)
    file = sheets.download(client, "xlsx")
    shut(db, briefing)

    assert sheets.download(client, "xlsx")
    assert sheets.upload(client, file).status_code == 403
    assert "Upload and compare" not in client.get(sheets.SHEET).text


def test_who_only_reads_downloads_only(client: TestClient, db: Session, cast: Cast) -> None:
    begin(client, db, cast)
    cast.sign_in(client, cast.a_focal)
    file = sheets.download(client, "xlsx")

    assert sheets.upload(client, file).status_code == 403


@pytest.mark.parametrize("who", ["officer", "president", "administrator", "c_focal"])
def test_for_everybody_else_it_is_absent(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    begin(client, db, cast)
    file = sheets.download(client, "xlsx")
    cast.sign_in(client, cast.person(who))

    for path in ("", "/xlsx", "/docx"):
        assert are_one(client.get(sheets.SHEET + path), client.get(f"{ABSENT}/sheet{path}"))
    there = sheets.upload(client, file)
    absent = client.post(f"{ABSENT}/sheet", files={"file": ("answers", file)})
    assert are_one(there, absent)


@kinds
def test_another_delegations_drafts_are_in_no_file_of_ours(
    client: TestClient, db: Session, cast: Cast, kind: str
) -> None:
    begin(client, db, cast)
    mine = sheets.download(client, kind)
    cast.sign_in(client, cast.b_drafter)
    words = FRAGILE.text.encode()

    assert words in sheets.unpacked(mine)
    assert words not in sheets.unpacked(sheets.download(client, kind))


def test_a_file_says_what_kind_of_briefing_it_is_of(
    client: TestClient, db: Session, cast: Cast
) -> None:
    briefing = begin(client, db, cast)
    briefing.origin = type(briefing.origin).REHEARSAL
    db.commit()

    said = sheets.unpacked(sheets.download(client, "docx"))

    assert b"Every delegation and every statement here is invented." in said
