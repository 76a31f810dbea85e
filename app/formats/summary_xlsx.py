"""The summary as a workbook: sentences, tallies, tables; numbers as numbers, nothing computed.

Every sheet but the tables of what is printed is made from the summary's JSON (summary_json), so
that no cell says what that hides.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from app.domain.proceedings import in_language
from app.domain.summary import Summary
from app.domain.wording import wording_in
from app.formats.row_height import row_height
from app.formats.summary_blocks import PrintedSummary, Table
from app.formats.summary_csv import COLUMNS
from app.formats.summary_tallies import tallies
from app.formats.summary_words import SUMMARY_WORDS
from app.formats.table_words import TABLE_WORDS
from app.formats.xml_letters import fit

RIGHT_TO_LEFT = "ar"
NO_DATE = datetime(1980, 1, 1)  # noqa: DTZ001 - the same summary is the same bytes, whenever asked
LONGEST = 32_767  # what a cell holds, in UTF-16 units
A4 = 9
WIDTHS = {"text": 90, "members": 40, "missions": 20, "label": 28, "reason": 90}
WIDTH = 14
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True)
class _Sheet:
    name: str
    head: tuple[str, ...]
    rows: Sequence[Sequence[object]]
    widths: tuple[int, ...]


@dataclass(frozen=True)
class _Looks:
    head: Format
    cell: Format


def summary_xlsx(summary: Summary, paper: PrintedSummary, document: Mapping[str, Any]) -> bytes:
    """Write the workbook; the same input gives the same bytes."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        title = fit(paper.title)[:255]
        book.set_properties({"title": title, "author": "", "created": NO_DATE})
        looks = _looks(book, summary.language)
        for sheet in _sheets(summary, paper, document):
            if sheet.rows:
                _write(book.add_worksheet(sheet.name), sheet, looks, summary.language)
    return out.getvalue()


def _looks(book: Workbook, language: str) -> _Looks:
    forward = (
        {"reading_order": 2, "align": "right"}
        if language == RIGHT_TO_LEFT
        else {"reading_order": 1, "align": "left"}
    )
    plain = forward | {"text_wrap": True, "valign": "top"}
    return _Looks(book.add_format(plain | {"bold": True, "bottom": 2}), book.add_format(plain))


def _sheets(
    summary: Summary, paper: PrintedSummary, document: Mapping[str, Any]
) -> Iterator[_Sheet]:
    words, around = TABLE_WORDS[summary.language], SUMMARY_WORDS[summary.language]
    said, tallied, glance, spoken, left_out, about = words.sheets
    yield _columns(said, COLUMNS, words.columns, document["sentences"])
    rows = [row | {"label": _label(summary, row)} for row in tallies(document)]
    names = ("question", "mission", "by", "kind", "value", "label", "count", "of", "outcome")
    heads = {**words.columns, "label": words.label, "sentence": words.columns["id"]}
    yield _columns(tallied, (*names, "sentence"), heads, rows)
    matrix = wording_in(summary.language).headings["matrix"]
    yield _joined(glance, [each for each in _tables(paper) if each.caption == matrix])
    yield _joined(spoken, [each for each in _tables(paper) if each.caption == around.denominators])
    reasons = [[each["reason"]] for each in document["coverage"]["not_reflected"]]
    yield _Sheet(left_out, (words.reason,), reasons, (WIDTHS["reason"],))
    yield _Sheet(about, (), list(_about(summary, paper)), (28, 90))


def _columns(
    sheet: str, names: Sequence[str], heads: Mapping[str, str], rows: Sequence[Mapping[str, Any]]
) -> _Sheet:
    return _Sheet(
        sheet,
        tuple(heads[name] for name in names),
        [[row[name] for name in names] for row in rows],
        tuple(WIDTHS.get(name, WIDTH) for name in names),
    )


def _label(summary: Summary, row: Mapping[str, Any]) -> str:
    """Say an assessment's code in words, where it is one of its question's scale."""
    question = next(q for q in summary.proceedings.questions if q.number == row["question"])
    labels = {each.code: in_language(each.label, summary.language) for each in question.scale}
    return labels.get(row["value"], "")


def _tables(paper: PrintedSummary) -> Iterator[Table]:
    return (block for block in paper.blocks if isinstance(block, Table))


def _joined(sheet: str, tables: Sequence[Table]) -> _Sheet:
    """Put side by side what a page's width had parted: the first column is the same in each."""
    if not tables:
        return _Sheet(sheet, (), (), ())
    first, *others = tables
    head = (*first.head, *(each for table in others for each in table.head[1:]))
    rows = [
        [*row, *(each for table in others for each in table.rows[at][1:])]
        for at, row in enumerate(first.rows)
    ]
    return _Sheet(sheet, head, [[_number(each) for each in row] for row in rows], (28,) * len(head))


def _number(text: str) -> object:
    return int(text) if text.isdecimal() and text.isascii() else text


def _about(summary: Summary, paper: PrintedSummary) -> Iterator[tuple[str, str]]:
    facts, language = summary.proceedings, summary.language
    words, table = TABLE_WORDS[language], wording_in(language)
    symbol_or_title, issued = paper.foot
    presidency = facts.name_of(facts.presidency, language) if facts.presidency else ""
    lines = (
        (words.title, paper.title),
        (table.headings["summary"], table.opening[facts.origin.marking or "responsibility"]),
        ("", paper.marking),
        ("", symbol_or_title if facts.symbol else ""),
        (words.meeting, table.date(facts.meeting_date) if facts.meeting_date else ""),
        (words.presidency, presidency),
        (words.attribution, words.rules[facts.attribution.value]),
        ("", issued),
    )
    yield from (line for line in lines if line[1])
    for each in facts.questions:
        yield table.headings["question"].format(n=each.number), in_language(each.text, language)
    for mission in facts.missions:
        yield mission.acronym, in_language(mission.names, language)
    for at, symbol in enumerate(facts.references):
        yield "" if at else table.headings["references"], symbol


def _write(page: Worksheet, sheet: _Sheet, looks: _Looks, language: str) -> None:
    if language == RIGHT_TO_LEFT:
        page.right_to_left()
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    for column, text in enumerate(sheet.head):
        page.write_string(0, column, _held(text), looks.head)
    first = 1 if sheet.head else 0
    for row, cells in enumerate(sheet.rows, first):
        page.set_row(row, row_height(zip(map(_said, cells), sheet.widths, strict=True)))
        for column, value in enumerate(cells):
            _put(page, row, column, value, looks.cell)
    if sheet.head:
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _put(page: Worksheet, row: int, column: int, value: object, look: Format) -> None:
    if value in (None, "", []):
        page.write_blank(row, column, None, look)
    elif isinstance(value, bool):
        page.write_boolean(row, column, value, look)
    elif isinstance(value, int):
        page.write_number(row, column, value, look)
    else:
        page.write_string(row, column, _held(_said(value)), look)


def _said(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _held(text: str) -> str:
    """Give a text as a cell can hold it; one that is too long shows that it goes on."""
    text = fit(text)
    whole = text.encode("utf-16-le")
    if len(whole) // 2 <= LONGEST:
        return text
    return whole[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
