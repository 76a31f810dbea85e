"""A delegation's cells as a Word document: one small table a cell, lists to choose from.

What the reader looks for stands in hidden runs, which both Word and LibreOffice keep.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from app.domain.answer_sheet import single_line_ends
from app.formats.answer_sheet import FIELDS, Sheet, SheetCell
from app.formats.word_document import filled, new_document
from app.formats.word_writing import RIGHT_TO_LEFT, element, paragraph, run
from app.formats.xml_letters import fits_xml

WIDTHS = (2000, 7600)  # of the columns, in twentieths of a point


def positions_docx(sheet: Sheet) -> bytes:
    return filled(new_document(sheet.title, sheet.lang), _blocks(sheet))


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
