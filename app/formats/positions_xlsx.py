"""A delegation's cells as a workbook: one row a cell, lists to choose from, nothing computed."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from itertools import groupby

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from app.domain.answer_sheet import single_line_ends
from app.formats.answer_sheet import Sheet, SheetCell
from app.formats.row_height import row_height
from app.formats.xml_letters import fits_xml

COLUMNS = ("question", "mission", "assessment", "language", "text", "status", "key", "version")
WIDTHS = (44, 14, 22, 14, 80, 18, 0, 0)
LONGEST = 32_767  # what a cell of a workbook holds, in UTF-16 units
LISTS = "Lists"
A4 = 9
NO_DATE = datetime(1980, 1, 1)  # noqa: DTZ001 - the same answers are the same bytes, whenever asked
_AT = {name: place for place, name in enumerate(COLUMNS)}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def positions_xlsx(sheet: Sheet) -> bytes:
    """Write the workbook. The first row, hidden, tells the reader what each column holds."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": sheet.title, "author": "", "created": NO_DATE})
        page = book.add_worksheet(_tab_name(sheet.words.tab))
        lists = book.add_worksheet(LISTS)
        lists.hide()
        formats = _Formats(book, sheet.lang)
        head = _write_head(page, sheet, formats)
        for row, cell in enumerate(sheet.cells, start=head + 1):
            _write_cell(page, row, cell, sheet, formats)
        _offer_choices(page, lists, sheet, head + 1)
        _lay_out(page, sheet, head)
    return out.getvalue()


class _Formats:
    """The looks of a row. What is typed stays text, whatever it looks like."""

    def __init__(self, book: Workbook, lang: str) -> None:
        forward = {"reading_order": 2, "align": "right"} if lang == "ar" else {"reading_order": 1}
        plain = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#857b69"}
        typed = plain | {"num_format": "@", "bg_color": "#fffefb", "locked": False}
        self.line: Format = book.add_format(forward)
        self.title: Format = book.add_format(forward | {"bold": True, "font_size": 16})
        self.head: Format = book.add_format(
            forward | {"bold": True, "bottom": 2, "valign": "top", "text_wrap": True}
        )
        self.fixed: Format = book.add_format(plain | forward | {"bg_color": "#f1ecdf"})
        self.typed: Format = book.add_format(typed)
        self.leftward: Format = book.add_format(typed | {"reading_order": 1, "align": "left"})
        self.rightward: Format = book.add_format(typed | {"reading_order": 2, "align": "right"})

    def text(self, language: str) -> Format:
        return self.rightward if language == "ar" else self.leftward


def _write_head(page: Worksheet, sheet: Sheet, formats: _Formats) -> int:
    """Write what stands above the cells; give the row of the heads."""
    words = sheet.words
    for name, column in _AT.items():
        page.write_string(0, column, sheet.tag if name == "key" else name)
    page.set_row(0, None, None, {"hidden": True})
    page.write_string(1, 0, sheet.title, formats.title)
    for row, line in enumerate(sheet.opening, start=2):
        page.write_string(row, 0, line, formats.line)
    head = len(sheet.opening) + 3
    labels = (words.question, words.mission, words.assessment, words.language, words.text)
    for column, label in enumerate((*labels, words.status)):
        page.write_string(head, column, label, formats.head)
    page.write_string(head, _AT["key"], "head")
    return head


def _write_cell(
    page: Worksheet, row: int, cell: SheetCell, sheet: Sheet, formats: _Formats
) -> None:
    language = cell.statement.language
    text = single_line_ends(cell.statement.text)
    fits = fits_xml(text) and len(text.encode("utf-16-le")) // 2 <= LONGEST
    question = f"{cell.question}. {sheet.questions[cell.question]}"
    page.write_string(row, _AT["question"], question, formats.fixed)
    page.write_string(row, _AT["mission"], cell.mission, formats.fixed)
    page.write_string(row, _AT["assessment"], cell.chosen, formats.typed)
    page.write_string(row, _AT["language"], sheet.languages[language], formats.typed)
    shown = text if fits else sheet.words.left_out
    page.write_string(row, _AT["text"], shown, formats.text(language))
    page.write_string(row, _AT["status"], cell.status, formats.fixed)
    texts = (question, WIDTHS[_AT["question"]]), (text, WIDTHS[_AT["text"]])
    page.set_row(row, row_height(texts, least=2))
    if fits:  # a row without a key is not read back
        page.write_string(row, _AT["key"], cell.key)
        page.write_string(row, _AT["version"], cell.version)


def _offer_choices(page: Worksheet, lists: Worksheet, sheet: Sheet, first: int) -> None:
    """Tie each cell to its list: the scale of its question, and the six languages."""
    last = first + len(sheet.cells) - 1
    names = _listed(lists, 0, sheet.languages)
    _tie(page, (first, last), _AT["language"], names, sheet)
    row = first
    for at, (_, group) in enumerate(groupby(sheet.cells, lambda cell: cell.question), start=1):
        cells = list(group)
        labels = _listed(lists, at, cells[0].choices)
        _tie(page, (row, row + len(cells) - 1), _AT["assessment"], labels, sheet)
        row += len(cells)


def _listed(lists: Worksheet, column: int, choices: Mapping[str, str]) -> str:
    for row, label in enumerate(choices.values()):
        lists.write_string(row, column, label)
    letter = xlsxwriter.utility.xl_col_to_name(column, col_abs=True)
    return f"={LISTS}!{letter}$1:{letter}${len(choices)}"


def _tie(page: Worksheet, rows: tuple[int, int], column: int, source: str, sheet: Sheet) -> None:
    page.data_validation(
        rows[0],
        column,
        rows[1],
        column,
        {"validate": "list", "source": source, "error_message": sheet.words.off_list[:255]},
    )


def _lay_out(page: Worksheet, sheet: Sheet, head: int) -> None:
    for column, width in enumerate(WIDTHS):
        page.set_column(column, column, width or None, None, {"hidden": not width})
    page.freeze_panes(head + 1, 0)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(head)
    if sheet.lang == "ar":
        page.right_to_left()


def _tab_name(title: str) -> str:
    """Give a name a tab may bear: short, and without the marks of addresses."""
    return "".join(" " if mark in "[]:*?/\\'" else mark for mark in title)[:31].strip() or "1"
