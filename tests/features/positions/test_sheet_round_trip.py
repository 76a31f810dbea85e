"""A delegation's answers go out as a file, are filled in elsewhere, and come back as they were."""

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.domain.position import LANGUAGES, Cell
from app.features.positions.cells import Filled
from app.features.positions.service import save_drafts
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions import answer_sheets as sheets
from tests.features.positions.desk import SLUG, open_briefing

MISSIONS = tuple(f"UNX{number:02}" for number in range(1, 17))
CELLS = [Cell(number, mission) for number in range(1, 6) for mission in (*MISSIONS, "ALL")]
LABELS = {
    "active": "Active",
    "stalled": "Stalled",
    "no_position": "No position",
    "awaiting_instructions": "Awaiting instructions",
    None: "",
}
kinds = pytest.mark.parametrize("kind", sheets.KINDS)


def begin(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast, missions=MISSIONS, questions=5)
    cast.sign_in(client, cast.a_drafter)


def write_all(db: Session, cast: Cast) -> None:
    filled = [Filled(cell, 0, sheets.statement(at)) for at, cell in enumerate(CELLS)]
    assert save_drafts(db, cast.a_drafter, SLUG, filled, at=NOON) == 85


def confirmation(page: str) -> dict[str, list[str]]:
    """Press the button under the preview as a browser would."""
    rows = re.findall(r'name="rows" value="([^"]*)"', page)
    boxes = re.findall(r'<input type="checkbox"([^>]*)>', page)
    ticked = [re.search(r'value="([^"]*)"', box)[1] for box in boxes if "checked" in box]  # type: ignore[index]  # every box has its value
    return {"rows": [unescape(row) for row in rows], "chosen": [unescape(key) for key in ticked]}


@kinds
def test_answers_filled_in_elsewhere_arrive_byte_for_byte(
    client: TestClient, db: Session, cast: Cast, kind: str
) -> None:
    begin(client, db, cast)
    file = sheets.edited(
        kind, sheets.download(client, kind), lambda rows: sheets.fill(rows, LABELS)
    )

    page = sheets.upload(client, file).text
    answer = client.post(f"{sheets.SHEET}/save", data=confirmation(page), files={"x": b""})

    assert answer.status_code == 303, answer.text
    assert sheets.drafts(db) == {cell: sheets.statement(at) for at, cell in enumerate(CELLS)}


@kinds
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_downloaded_and_sent_back_changes_nothing(
    client: TestClient, db: Session, cast: Cast, kind: str, language: str
) -> None:
    begin(client, db, cast)
    write_all(db, cast)

    answer = sheets.upload(client, sheets.download(client, kind, language))

    assert answer.status_code == 200
    assert 'name="rows"' not in answer.text
    assert answer.text.count("<li>") >= 85
