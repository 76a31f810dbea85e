"""A file of answers sent back: what it would change is shown, and nothing is saved by looking."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.db.models import Briefing
from app.domain.answer_sheet import RowState
from app.domain.position import Cell, Statement
from app.features.positions.cells import Place, Writing
from app.features.positions.service import save_draft
from app.features.positions.sheet_preview import PreviewPage, preview_page
from app.features.positions.sheet_reading import read_answers
from app.features.positions.sheet_routes import _vocabulary
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions import answer_sheets as sheets
from tests.features.positions.desk import (
    FRAGILE,
    PLACE,
    SLUG,
    drafted,
    kept,
    open_briefing,
    signed,
)
from tests.formats.packages import with_text

FIRST = PLACE.cell
SECOND = Cell(1, "UNMISS")
HERS = Statement("active", "The process is fragile. Support it now.", "en")
Change = Callable[[list[sheets.Row]], object]
kinds = pytest.mark.parametrize("kind", sheets.KINDS)


def begin(client: TestClient, db: Session, cast: Cast) -> Briefing:
    briefing = open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    cast.sign_in(client, cast.a_drafter)
    return briefing


def saying(at: int, **fields: str) -> Change:
    def change(rows: list[sheets.Row]) -> None:
        for name, text in fields.items():
            sheets.write(rows[at], name, text)

    return change


def previewed(db: Session, cast: Cast, data: bytes) -> PreviewPage:
    answers = read_answers(db, cast.a_drafter, SLUG, ("answers", data), _vocabulary)
    return preview_page(db, cast.a_drafter, SLUG, answers)


def states(page: PreviewPage) -> dict[Cell, RowState]:
    return {
        row.answer.cell: state
        for state, rows in page.rows.items()
        for row in rows
        if row.answer.cell and state is not RowState.SAME
    }


@kinds
def test_each_cell_is_new_changed_or_the_same(
    client: TestClient, db: Session, cast: Cast, kind: str
) -> None:
    begin(client, db, cast)

    def change(rows: list[sheets.Row]) -> None:
        saying(0, text=HERS.text, assessment="Active")(rows)
        saying(1, text="A new text.")(rows)

    page = previewed(db, cast, sheets.edited(kind, sheets.download(client, kind), change))

    assert states(page) == {FIRST: RowState.CHANGED, SECOND: RowState.NEW}
    assert len(page.rows[RowState.SAME]) == 4
    assert [(each.kind, each.text) for each in page.rows[RowState.CHANGED][0].differences] == [
        ("same", "The process is fragile. Support it"),
        ("new", " now"),
        ("same", "."),
    ]


@kinds
def test_looking_saves_nothing(client: TestClient, db: Session, cast: Cast, kind: str) -> None:
    begin(client, db, cast)
    file = sheets.edited(kind, sheets.download(client, kind), saying(0, text="Else."))
    before = kept(db)

    page = sheets.upload(client, file).text

    assert "Nothing has been saved yet" in page
    assert "<ins>" in page
    assert kept(db) == before


@kinds
def test_what_a_colleague_wrote_meanwhile_is_a_conflict(
    client: TestClient, db: Session, cast: Cast, kind: str
) -> None:
    begin(client, db, cast)
    file = sheets.edited(kind, sheets.download(client, kind), saying(0, text="Mine."))
    drafted(db, cast.a_signatory, PLACE, HERS, 1)

    page = sheets.upload(client, file).text

    assert states(previewed(db, cast, file)) == {FIRST: RowState.CONFLICT}
    assert "Mine." in page
    assert HERS.text in page
    assert " checked" not in page


@kinds
def test_a_row_nobody_touched_leaves_a_colleagues_words_alone(
    client: TestClient, db: Session, cast: Cast, kind: str
) -> None:
    begin(client, db, cast)
    file = sheets.download(client, kind)
    drafted(db, cast.a_signatory, PLACE, HERS, 1)

    assert states(previewed(db, cast, file)) == {}


def test_two_who_wrote_the_same_do_not_conflict(
    client: TestClient, db: Session, cast: Cast
) -> None:
    begin(client, db, cast)
    file = sheets.edited(
        "xlsx", sheets.download(client, "xlsx"), saying(0, text=HERS.text, assessment="Active")
    )
    drafted(db, cast.a_signatory, PLACE, HERS, 1)

    assert states(previewed(db, cast, file)) == {}


def test_what_was_signed_is_offered_where_there_is_no_other_draft(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    cast.sign_in(client, cast.a_drafter)
    file = sheets.download(client, "xlsx")

    page = previewed(db, cast, sheets.edited("xlsx", file, saying(0, text="More.")))

    assert states(page) == {FIRST: RowState.CHANGED}
    (row,) = page.rows[RowState.CHANGED]
    assert row.held
    assert row.held.text == FRAGILE.text


@kinds
def test_a_row_that_empties_a_cell_is_not_ticked(
    client: TestClient, db: Session, cast: Cast, kind: str
) -> None:
    begin(client, db, cast)
    file = sheets.edited(kind, sheets.download(client, kind), saying(0, text="", assessment=""))

    page = sheets.upload(client, file).text

    assert "would be emptied" in page
    assert " checked" not in page


@kinds
@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"assessment": "Perhaps"}, "“Perhaps” is not in the list"),
        ({"language": "Esperanto"}, "“Esperanto” is not in the list"),
        ({"text": "a\u202eb"}, "Character 2 is invisible (U+202E)"),
        ({"text": "a" * 20_001}, "Shorten the text to 20000 characters."),
    ],
)
def test_a_fault_is_named_by_its_place_its_field_and_its_mend(
    client: TestClient, db: Session, cast: Cast, kind: str, fields: dict[str, str], said: str
) -> None:
    begin(client, db, cast)
    file = sheets.edited(kind, sheets.download(client, kind), saying(0, **fields))

    page = sheets.upload(client, file).text

    (row,) = previewed(db, cast, file).rows[RowState.ERROR]
    assert list(row.answer.faults) == list(fields)
    assert said in page
    assert "Question 1 – MINUSMA" in page


@pytest.mark.parametrize(
    ("letter", "status", "said"),
    [
        ("_xFFFF_", 200, "Character 2 is invisible (U+FFFF); remove it."),
        ("_x0001_", 200, "Character 2 is invisible (U+0001); remove it."),
        ("\uffff", 422, "The file is damaged and cannot be opened."),
        ("&#1;", 422, "The file is damaged and cannot be opened."),
    ],
)
def test_a_letter_no_xml_can_hold_is_refused_with_a_sentence(
    client: TestClient, db: Session, cast: Cast, letter: str, status: int, said: str
) -> None:
    begin(client, db, cast)
    file = sheets.edited("xlsx", sheets.download(client, "xlsx"), saying(0, text="a~b"))
    spelled = with_text(file, "xl/worksheets/sheet1.xml", lambda text: text.replace("~", letter))

    answer = sheets.upload(client, spelled)

    assert answer.status_code == status
    assert said in answer.text


def test_codes_and_any_case_are_understood(client: TestClient, db: Session, cast: Cast) -> None:
    begin(client, db, cast)
    file = sheets.download(client, "xlsx")
    said = saying(1, assessment=" no_POSITION ", language="français", text="Non.")

    (row,) = previewed(db, cast, sheets.edited("xlsx", file, said)).rows[RowState.NEW]

    assert row.answer.statement == Statement("no_position", "Non.", "fr")


def test_rows_may_be_sorted_and_columns_moved(client: TestClient, db: Session, cast: Cast) -> None:
    begin(client, db, cast)

    def change(rows: list[sheets.Row]) -> None:
        """Swap two rows whole, as sorting does."""
        for name in rows[0]:
            rows[0][name].value, rows[3][name].value = rows[3][name].value, rows[0][name].value

    file = sheets.edited("xlsx", sheets.download(client, "xlsx"), change)

    assert states(previewed(db, cast, file)) == {}


@kinds
def test_a_cell_named_twice_is_a_fault_in_both_rows(
    client: TestClient, db: Session, cast: Cast, kind: str
) -> None:
    begin(client, db, cast)
    file = sheets.doubled(kind, sheets.download(client, kind))

    rows = previewed(db, cast, file).rows[RowState.ERROR]

    assert [row.answer.cell for row in rows] == [FIRST, FIRST]
    assert all("more than once" in row.answer.faults["row"] for row in rows)


@kinds
def test_the_file_of_another_delegation_or_briefing_is_refused(
    client: TestClient, db: Session, cast: Cast, kind: str
) -> None:
    begin(client, db, cast)
    mine = sheets.download(client, kind)
    cast.sign_in(client, cast.b_drafter)

    answer = sheets.upload(client, mine)

    assert answer.status_code == 422
    assert "another delegation or another briefing" in answer.text
    assert FRAGILE.text not in answer.text


def test_a_row_out_of_another_delegations_file_is_a_fault(
    client: TestClient, db: Session, cast: Cast
) -> None:
    begin(client, db, cast)
    cast.sign_in(client, cast.b_drafter)
    keys = sheets.keys(sheets.download(client, "xlsx"))
    cast.sign_in(client, cast.a_drafter)

    file = sheets.edited("xlsx", sheets.download(client, "xlsx"), saying(1, key=keys[1], text="B"))

    (row,) = previewed(db, cast, file).rows[RowState.ERROR]
    assert (row.answer.cell, list(row.answer.faults)) == (None, ["row"])


def test_no_file_is_said(client: TestClient, db: Session, cast: Cast) -> None:
    begin(client, db, cast)

    answer = client.post(sheets.SHEET)

    assert answer.status_code == 422
    assert "Choose the file you filled in." in answer.text


def test_terms_that_no_file_carries_are_shown_unchanged(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    writing = Writing(FRAGILE, 0, quotable=True)
    save_draft(db, cast.a_drafter, Place(SLUG, FIRST), writing, at=NOON)
    cast.sign_in(client, cast.a_drafter)

    assert states(previewed(db, cast, sheets.download(client, "docx"))) == {}
