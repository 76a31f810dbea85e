"""The summary as a workbook and as CSV with its description: data that cannot say more or run."""

import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from app.domain.gates import run_gates
from app.domain.position import LANGUAGES
from app.domain.summary import Summary
from app.formats.summary_blocks import printed
from app.formats.summary_csv import COLUMNS, summary_csv
from app.formats.summary_csvw import summary_csvw
from app.formats.summary_json import summary_document
from app.formats.summary_paper import PAPER, on_paper
from app.formats.summary_tallies import tallies
from app.formats.summary_xlsx import LONGEST, summary_xlsx
from app.formats.table_words import TABLE_WORDS
from tests.formats.paper import docx_parts
from tests.formats.test_summary_paper import LETTER, MOMENT, summary_in

RULES = ("attributed", "counted", "non_attributed")
FORMULAS = ("=1+1", "+1", "-1", "@A1", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0", "\t=1")


def document_of(summary: Summary) -> dict[str, Any]:
    return summary_document(summary, run_gates(summary), computed_at=MOMENT, public=True)


def workbook(summary: Summary) -> bytes:
    return summary_xlsx(summary, printed(summary, issued_at=MOMENT), document_of(summary))


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def with_words(text: str) -> Summary:
    found = summary_in("en", "attributed")
    facts = replace(
        found.proceedings,
        title={"en": text},
        references=(text,),
        questions=tuple(replace(q, text={"en": text}) for q in found.proceedings.questions),
    )
    sentences = tuple(each._replace(text=text) for each in found.sentences)
    return replace(found, proceedings=facts, sentences=sentences)


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    said = opened(workbook(with_words("word " * 100))).worksheets[0]
    text = next(cell.column_letter for cell in said[2] if "word" in str(cell.value))
    width, height = said.column_dimensions[text].width, said.row_dimensions[2].height

    assert said.row_dimensions[1].height is None
    assert height * width > 15 * len("word " * 100)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_sheets_say_what_the_json_says(language: str, rule: str) -> None:
    summary = summary_in(language, rule)
    document = document_of(summary)
    book = opened(workbook(summary))
    words = TABLE_WORDS[language]
    said = [list(row) for row in book[words.sheets[0]].iter_rows(values_only=True)]

    assert said[0] == [words.columns[name] for name in COLUMNS]
    for row, each in zip(said[1:], document["sentences"], strict=True):
        for value, name in zip(row, COLUMNS, strict=True):
            told = each[name]
            expected = (" ".join(told) or None) if isinstance(told, list) else told
            assert (value, type(value)) == (expected, type(expected))
    if rows := list(tallies(document)):
        sheet = book[words.sheets[1]]
        counts = [sheet.cell(at, 7).value for at in range(2, sheet.max_row + 1)]
        assert counts == [each["count"] for each in rows]


@pytest.mark.parametrize("rule", ["counted", "non_attributed"])
def test_nothing_is_in_the_workbook_that_the_public_json_hides(rule: str) -> None:
    summary = summary_in("en", rule)
    parts = b"".join(docx_parts(workbook(summary)).values()).decode()
    book = opened(workbook(summary))

    assert not [each for each in summary.proceedings.positions if each.hash[:16] in parts]
    named = {f"Delegation M{at}" for at in range(2, 8)}
    assert not [name for name in named if f"{name}<" in parts or f"{name} " in parts]
    if rule == "non_attributed":
        words = TABLE_WORDS["en"]
        assert words.sheets[2] not in book.sheetnames  # the matrix is numbers
        for sheet in (words.sheets[0], words.sheets[1]):
            if sheet in book.sheetnames:
                heads = [cell.value for cell in book[sheet][1]]
                column = heads.index(words.columns["count"]) + 1
                rows = range(2, book[sheet].max_row + 1)
                assert {book[sheet].cell(at, column).value for at in rows} == {None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_are_laid_out_for_their_language(language: str) -> None:
    book = opened(workbook(summary_in(language)))

    has_register = len(book.sheetnames) == 6
    named = [
        each for at, each in enumerate(TABLE_WORDS[language].sheets) if at != 4 or has_register
    ]
    assert book.sheetnames == named
    for sheet in book:
        assert bool(sheet.sheet_view.rightToLeft) is (language == "ar")
        if sheet.title != TABLE_WORDS[language].sheets[5]:
            assert sheet.freeze_panes == "A2"
    assert book.worksheets[0].column_dimensions["I"].width > 80


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_anybody_wrote_is_a_formula(text: str) -> None:
    content = workbook(with_words(text))
    parts = docx_parts(content)
    sheets = b"".join(part for name, part in parts.items() if "worksheets/" in name)

    assert b"<f>" not in sheets
    assert b"hyperlink" not in sheets
    assert not [name for name in parts if "vba" in name or "external" in name.lower()]
    values = {cell.value for row in opened(content).worksheets[0].iter_rows() for cell in row}
    assert text in values


def test_texts_of_any_size_and_letter_are_held() -> None:
    summary = summary_in("en")
    first, *others = summary.sentences
    long = first._replace(text="\0\x0b\ud800" + "𝄞" * LONGEST)
    content = workbook(replace(summary, sentences=(long, *others)))
    text = opened(content).worksheets[0]["I2"].value

    assert text.startswith("\ufffd")
    assert text.endswith("…")


def test_a_workbook_says_nothing_of_who_made_it_or_when() -> None:
    content = workbook(summary_in("en"))
    with ZipFile(BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    about = opened(content).properties

    assert (about.creator or "", about.lastModifiedBy or "") == ("", "")
    assert about.created.year == about.modified.year == 1980


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_download_is_the_same_bytes_twice(language: str) -> None:
    def made() -> list[bytes]:
        summary = summary_in(language)
        summary = replace(summary, proceedings=replace(summary.proceedings, letter=LETTER))
        paper, document = printed(summary, issued_at=MOMENT), document_of(summary)
        papers = [on_paper(paper, kind) for kind in PAPER] if language == "en" else []
        tables = [summary_csv(document), summary_csvw(document, "T"), workbook(summary)]
        return [*papers, *tables]

    assert made() == made()


@pytest.mark.parametrize("rule", RULES)
def test_a_csv_is_read_by_its_description(rule: str) -> None:
    document = document_of(summary_in("fr", rule))
    described = json.loads(summary_csvw(document, "Un titre"))
    rows = read_by(described, summary_csv(document))

    key = described["tableSchema"]["primaryKey"]
    assert len({row[key] for row in rows}) == len(rows)
    assert rows == [{name: each[name] for name in COLUMNS} for each in document["sentences"]]


def read_by(described: Any, content: bytes) -> list[dict[str, Any]]:  # noqa: ANN401 - JSON
    """Read a CSV as the standard says its metadata are applied, the part of it that is used."""
    dialect, columns = described["dialect"], described["tableSchema"]["columns"]
    head, *rows = csv.reader(StringIO(content.decode(f"{dialect['encoding']}-sig")))
    for name, column in zip(head, columns, strict=True):
        assert name == column["titles"]["und"] == column["name"]
        assert set(column["titles"]) == {"und", *LANGUAGES}
    return [
        {column["name"]: _value(cell, column) for cell, column in zip(row, columns, strict=True)}
        for row in rows
    ]


def _value(cell: str, column: Any) -> object:  # noqa: ANN401 - JSON
    if separator := column.get("separator"):
        return cell.split(separator) if cell else []
    if cell == column["null"]:
        assert not column["required"], column["name"]
        return None
    kind = column["datatype"]
    kind = kind if isinstance(kind, dict) else {"base": kind}
    if kind["base"] == "integer":
        assert int(cell) >= kind["minimum"]
        return int(cell)
    if kind["base"] == "boolean":
        return {"true": True, "false": False}[cell]
    if column["name"] != "id" and "format" in kind:
        assert cell in kind["format"].split("|")
    return cell


def test_every_column_and_sheet_has_a_name_in_every_language() -> None:
    for words in TABLE_WORDS.values():
        assert set(words.columns) == set(COLUMNS)
        assert all(words.columns.values())
        assert len(set(words.sheets)) == 6
        assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in words.sheets)
