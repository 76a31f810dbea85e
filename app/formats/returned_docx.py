"""The cells of a Word document that came back."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from app.domain.errors import Invalid
from app.formats.answer_sheet import FAMILY, FIELDS, Returned, ReturnedRow, lang_of
from app.formats.office_xml import elements, free
from app.formats.package_gate import MainPart
from app.formats.word_lists import ListMarks
from app.formats.word_text import is_hidden, open_document, written

MOST_PARAGRAPHS = 60_000
NOT_WORDS = tuple(
    qn(f"w:{name}")
    for name in ("drawing", "pict", "object", "footnoteReference", "endnoteReference")
)
OTHER = "There is a picture, an object or a note in it. Only words are kept; please remove it."
MISSING = "A row of this table is missing. Please download the file again."


def read_positions_docx(data: bytes, main: MainPart) -> Returned:
    _walk(data, main)
    document = open_document(data)
    marks = ListMarks(document)
    body = document.element.body
    printed = {
        paragraph: mark
        for paragraph in body.iter(qn("w:p"))
        if (mark := marks.next_for(Paragraph(paragraph, document)))
    }
    tables = [rows for table in body.iter(qn("w:tbl")) if (rows := _rows_by_tag(table))]
    langs = {lang_of(tag.rpartition("/")[0].rpartition("/")[0]) for tag, _ in tables}
    if not langs:
        raise Invalid("This is not a document downloaded here: its hidden marks are missing.")
    if len(langs) > 1:
        raise Invalid("The document was put together from two downloads. Please send one.")
    return Returned("docx", langs.pop(), tuple(_row(*table, printed) for table in tables))


def _walk(data: bytes, main: MainPart) -> None:
    """Count before holding: a document of a million pieces is refused while it is walked."""
    with ZipFile(BytesIO(data)) as package:
        paragraphs = 0
        for element in elements(package.read(main.name)):
            paragraphs += element.tag == qn("w:p")
            if paragraphs > MOST_PARAGRAPHS:
                raise Invalid("The document has more paragraphs than it can honestly have.")
            free(element)


def _rows_by_tag(table: etree._Element) -> tuple[str, dict[str, etree._Element]] | None:
    """Give the table's own rows by field, and its tag, if it is one of ours."""
    found: dict[str, etree._Element] = {}
    tags = set()
    for row in table.iter(qn("w:tr")):
        if _nearest(row, "tbl") is not table:
            continue
        tag, _, name = _hidden_words(row).rpartition("/")
        if tag.startswith(FAMILY) and name in FIELDS:
            tags.add(tag)
            found[name] = row
    return (tags.pop(), found) if len(tags) == 1 else None


def _nearest(element: etree._Element, name: str) -> etree._Element | None:
    return next(element.iterancestors(qn(f"w:{name}")), None)


def _hidden_words(row: etree._Element) -> str:
    """Join what stands hidden in the first cell of a row."""
    cell = next((each for each in _cells(row)), None)
    if cell is None:
        return ""
    runs = [run for run in cell.iter(qn("w:r")) if is_hidden(run)]
    return "".join(text.text or "" for run in runs for text in run.iter(qn("w:t"))).strip()


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return (cell for cell in row.iter(qn("w:tc")) if _nearest(cell, "tr") is row)


def _row(
    tag: str, rows: dict[str, etree._Element], printed: dict[etree._Element, str]
) -> ReturnedRow:
    _, key, version = tag.rsplit("/", 2)
    faults = {name: MISSING for name in FIELDS if name not in rows}
    said = {name: _said(row, printed) for name, row in rows.items()}
    if "text" in rows and any(rows["text"].find(f".//{tag}") is not None for tag in NOT_WORDS):
        faults["text"] = OTHER
    return ReturnedRow(place="", key=key, version=version, **said, faults=faults)


def _said(row: etree._Element, printed: dict[etree._Element, str]) -> str:
    """Give the words of the last cell of a row, one paragraph a line."""
    *_, last = _cells(row)
    lines = []
    for paragraph in last.iter(qn("w:p")):
        mark = printed.get(paragraph, "")
        lines.append(f"{mark} {written(paragraph)}" if mark else written(paragraph))
    return "\n".join(lines)
