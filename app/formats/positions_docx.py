"""A delegation's cells as a Word document: one small table a cell, lists to choose from.

What the reader looks for stands in hidden runs, which both Word and LibreOffice keep.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from io import BytesIO
from itertools import groupby
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from app.domain.answer_sheet import single_line_ends
from app.formats.answer_sheet import FIELDS, Sheet, SheetCell, fits_xml
from app.formats.word_writing import element, paragraph, parsed, run

RIGHT_TO_LEFT = "ar"
FONTS = {"ascii": "Calibri", "hAnsi": "Calibri", "cs": "Arial", "eastAsia": "SimSun"}
NO_DATE = (1980, 1, 1, 0, 0, 0)
WIDTHS = (2000, 7600)  # of the columns, in twentieths of a point


def positions_docx(sheet: Sheet) -> bytes:
    document = docx.Document()
    _set_properties(document, sheet)
    _set_page(document, sheet)
    end = document.element.body.sectPr
    for block in parsed(_blocks(sheet)):
        end.addprevious(block)
    out = BytesIO()
    document.save(out)
    return _undated(out)


def _undated(package: BytesIO) -> bytes:
    """Take the clock out of the entries: the same answers are the same bytes, whenever asked."""
    out = BytesIO()
    with ZipFile(package) as dated, ZipFile(out, "w", ZIP_DEFLATED) as undated:
        for name in dated.namelist():
            entry = ZipInfo(name, NO_DATE)
            undated.writestr(entry, dated.read(name), ZIP_DEFLATED)
    return out.getvalue()


def _set_properties(document: Document, sheet: Sheet) -> None:
    """Say what the file is and nothing of who made it, or when."""
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = ""
    about.title, about.language = sheet.title, sheet.lang
    about.created = about.modified = datetime(*NO_DATE)  # noqa: DTZ001 - no moment is meant


def _set_page(document: Document, sheet: Sheet) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    if sheet.lang == RIGHT_TO_LEFT:
        end = document.element.body.sectPr
        end.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")
    normal = document.styles["Normal"]
    normal.font.size, normal.paragraph_format.space_after = Pt(11), Pt(4)
    for style in ("Normal", "Title", "Heading 1", "Heading 2"):
        fonts = document.styles[style].element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()
        for script, name in FONTS.items():
            fonts.set(qn(f"w:{script}"), name)


def _blocks(sheet: Sheet) -> Iterator[str]:
    yield paragraph(sheet.title, sheet.lang, style="Title")
    for line in sheet.opening:
        yield paragraph(line, sheet.lang)
    for number, cells in groupby(sheet.cells, lambda cell: cell.question):
        yield paragraph(f"{number}. {sheet.questions[number]}", sheet.lang, style="Heading1")
        for cell in cells:
            yield paragraph(cell.mission, sheet.lang, style="Heading2")
            yield paragraph(f"{sheet.words.status}: {cell.status}", sheet.lang)
            yield _table(cell, sheet)
            yield paragraph("", sheet.lang)


def _table(cell: SheetCell, sheet: Sheet) -> str:
    words, said = sheet.words, cell.statement
    text = single_line_ends(said.text)
    fits = fits_xml(text)
    tag = f"{sheet.tag}/{cell.key}/{cell.version}" if fits else ""  # without one it is not read
    assessments = {"none": words.none, **cell.choices}
    languages = sheet.languages
    lines = (text if fits else words.left_out).split("\n")
    values = (
        _choice(words.assessment, assessments, cell.chosen or words.none, sheet.lang),
        _choice(words.language, languages, languages[said.language], sheet.lang),
        "".join(paragraph(line, said.language) for line in lines),
    )
    labels = (words.assessment, words.language, words.text)
    rows = [
        _row(label, f"{tag}/{name}", value, sheet.lang)
        for label, name, value in zip(labels, FIELDS, values, strict=True)
    ]
    about = [element("tblStyle", val="TableGrid")]
    if sheet.lang == RIGHT_TO_LEFT:
        about.append(element("bidiVisual"))
    about += [element("tblW", w=str(sum(WIDTHS)), type="dxa"), element("tblLayout", type="fixed")]
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in WIDTHS))
    return element("tbl", element("tblPr", *about), grid, *rows)


def _row(label: str, mark: str, value: str, lang: str) -> str:
    first = paragraph(label, lang, run(mark, lang, hidden=True))
    cells = (
        element("tc", element("tcPr", element("tcW", w=str(width), type="dxa")), content)
        for width, content in zip(WIDTHS, (first, value), strict=True)
    )
    return element("tr", *cells)


def _choice(title: str, choices: Mapping[str, str], chosen: str, lang: str) -> str:
    """Write a list to choose from, with the choice made so far."""
    items = (element("listItem", displayText=label, value=code) for code, label in choices.items())
    about = element("sdtPr", element("alias", val=title), element("dropDownList", *items))
    content = element("sdtContent", run(chosen, lang))
    return paragraph("", lang, element("sdt", about, content))
