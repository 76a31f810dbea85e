"""The rows of a workbook that came back."""

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from zipfile import ZipFile

from app.domain.errors import Invalid
from app.formats.answer_sheet import FAMILY, FIELDS, Returned, ReturnedRow, lang_of
from app.formats.package_gate import MainPart
from app.formats.workbook_rows import Found, Row, Workbook

MOST_ROWS = 5_000
HEAD_WITHIN = 20  # rows somebody may have put above
HEAD = "head"
NO_KEY = "This row is not one of those that were downloaded. Please write it where it belongs."
_EMPTY = Found("")


def read_positions_xlsx(data: bytes, main: MainPart) -> Returned:
    """Read the one sheet that bears the hidden row; the others are not looked at."""
    with ZipFile(BytesIO(data)) as package:
        sheets = [found for rows in Workbook(package, main).sheets() if (found := _sheet(rows))]
    if not sheets:
        raise Invalid("This is not a workbook downloaded here: its hidden columns are missing.")
    if len(sheets) > 1:
        raise Invalid("The workbook holds the sheet twice. Please delete one of them.")
    return sheets[0]


def _sheet(rows: Iterator[Row]) -> Returned | None:
    head = next((row for row in islice(rows, HEAD_WITHIN) if _tag(row)), None)
    if head is None:
        return None
    tag = _tag(head)
    written = [(found.text, letters) for letters, found in head.cells.items() if found.text]
    columns = {"key" if text == tag else text: letters for text, letters in written}
    if len(columns) < len(written) or not {"version", *FIELDS} <= columns.keys():
        raise Invalid("The hidden first row was changed. Please download the file again.")
    return Returned("xlsx", lang_of(tag), tuple(_returned(rows, columns)))


def _tag(row: Row) -> str:
    texts = (found.text for found in row.cells.values())
    return next((text for text in texts if text.startswith(FAMILY)), "")


def _returned(rows: Iterator[Row], columns: dict[str, str]) -> Iterator[ReturnedRow]:
    for count, row in enumerate(rows):
        if row.merged:
            raise Invalid(f"The cells {row.merged} are merged. Please unmerge them.")
        if count > MOST_ROWS:
            raise Invalid("The sheet has more rows than it can honestly have.")
        cells = {name: row.cells.get(letters, _EMPTY) for name, letters in columns.items()}
        if cells["key"].text != HEAD and (cells["key"].text or _is_written(cells)):
            yield _row(row.number, cells)


def _is_written(cells: dict[str, Found]) -> bool:
    return any(cells[name].text.strip() for name in FIELDS)


def _row(number: int, cells: dict[str, Found]) -> ReturnedRow:
    faults = {name: cells[name].fault for name in FIELDS if cells[name].fault}
    if not cells["key"].text:
        faults["row"] = NO_KEY
    return ReturnedRow(
        place=str(number),
        key=cells["key"].text,
        version=cells["version"].text,
        **{name: cells[name].text for name in FIELDS},
        faults=faults,
    )
