"""No cell of a CSV or a workbook computes anything, whatever it begins with."""

import csv
import json
import unicodedata
from io import BytesIO, StringIO

import openpyxl
import pytest

from app.formats.csv_rows import csv_rows
from app.formats.positions_xlsx import positions_xlsx
from app.formats.register_csv import COLUMNS, register_csv
from app.formats.summary_csv import safe_cell
from tests.features.record.test_frozen import attacked, frozen
from tests.formats.test_answer_sheet import sheet
from tests.hostile import payloads

MARKS = tuple("=+-@＝＋－＠")
HIDDEN = {"Zs", "Zl", "Zp", "Cc", "Cf"}


def seen(cell: str) -> str:
    """Give a cell from the first letter on that a program might look at."""
    at = next((n for n, each in enumerate(cell) if unicodedata.category(each) not in HIDDEN), 0)
    return cell[at:]


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_there_is_enough_to_try() -> None:
    assert len(set(payloads())) >= 300
    assert len(payloads("formulas")) >= 100


@pytest.mark.parametrize("kind", ["csv_rows", "register_csv", "safe_cell"])
def test_every_cell_is_inert_and_keeps_its_words(kind: str) -> None:
    words = [each.replace("\0", "") for each in payloads()]
    if kind == "safe_cell":
        cells = [safe_cell(each) for each in payloads()]
        words = list(payloads())
    elif kind == "csv_rows":
        cells = [row[0] for row in rows_of(csv_rows(["a"], [[each] for each in words]))[1:]]
    else:
        rows = [dict.fromkeys(COLUMNS, each) for each in words]
        cells = [row[5] for row in rows_of(register_csv(rows))[1:]]

    assert [cell.removeprefix("'") for cell in cells] == [word.removeprefix("'") for word in words]
    assert [cell for cell in cells if seen(cell).startswith(MARKS)] == []


def test_words_that_are_no_formula_are_left_alone() -> None:
    for words in ("We support it.", "a = b", "", " – ", "\u200fنعم", "5 - 3", "e-mail@example.org"):
        assert safe_cell(words) == words


@pytest.mark.parametrize("words", ["=1+1", "\t@SUM(1)", "＝1+1"])
def test_a_published_summary_computes_nothing(words: str) -> None:
    files = frozen(attacked(words), ("en",))
    rows = rows_of(files["en", "summary.csv"])
    said = json.loads(files["en", "summary.json"])["sentences"]

    assert len(rows) == len(said) + 1
    assert not [cell for row in rows for cell in row if seen(cell).startswith(MARKS)]


def test_a_workbook_computes_nothing() -> None:
    words = [each for each in payloads() if each.isprintable()]
    book = openpyxl.load_workbook(BytesIO(positions_xlsx(sheet(*words))))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value]

    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert set(words) <= {cell.value for cell in cells}
