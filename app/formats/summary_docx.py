"""A summary as a Word document: real headings and tables, numbers as text, its language set."""

from collections.abc import Iterator

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from app.domain.covering import WordedLetter
from app.formats.summary_blocks import Block, Heading, Listed, PrintedSummary, Said, Table, Text
from app.formats.word_document import filled, new_document
from app.formats.word_margins import about, numbered, put
from app.formats.word_styles import set_size
from app.formats.word_writing import RIGHT_TO_LEFT, element, paragraph, run

WIDTH = 9600  # of a page's text, in twentieths of a point
SENTENCE, NOTE, ASKED = "Sentence", "Note", "Question"  # styles of our own
CELL, HEAD = "Cell", "Head of a column"
NARROW = 60  # between a cell's text and its border, in twentieths of a point
SIDES = ("left", "right")  # as Word names them; it mirrors both
BULLET = "• "


def summary_docx(summary: PrintedSummary) -> bytes:
    document = new_document(summary.title, summary.language)
    _add_styles(document)
    _set_margins(document, summary)
    return filled(document, _body(summary))


def _add_styles(document: Document) -> None:
    sentence = document.styles.add_style(SENTENCE, WD_STYLE_TYPE.PARAGRAPH)
    sentence.base_style = document.styles["Normal"]
    layout = sentence.paragraph_format
    layout.left_indent, layout.first_line_indent = Cm(1.2), Cm(-1.2)  # Word mirrors both
    layout.tab_stops.add_tab_stop(Cm(1.2))
    note = document.styles.add_style(NOTE, WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = document.styles["Normal"]
    set_size(note, 9)
    note.paragraph_format.left_indent = Cm(1.2)
    asked = document.styles.add_style(ASKED, WD_STYLE_TYPE.PARAGRAPH)
    asked.base_style = document.styles["Normal"]
    asked.paragraph_format.keep_with_next = True
    cell = document.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = document.styles["Normal"]
    set_size(cell, 8.5)
    cell.paragraph_format.space_after = Pt(1)
    head = document.styles.add_style(HEAD, WD_STYLE_TYPE.PARAGRAPH)
    head.base_style = cell
    head.font.bold = head.font.cs_bold = True


def _set_margins(document: Document, summary: PrintedSummary) -> None:
    """Say at the head of every page what it is not yet, and at its foot what and which it is."""
    lang, section = summary.language, document.sections[0]
    if summary.marking:
        put(section.header, [paragraph(summary.marking, lang, style="Header")])
        section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    what = " · ".join(filter(None, summary.foot))
    put(section.footer, [paragraph(what, lang, style="Footer"), numbered(lang)])


def _body(summary: PrintedSummary) -> Iterator[str]:
    lang = summary.language
    if summary.letter:
        yield from _letter(summary.letter, lang)
        yield paragraph(summary.letter.annex, lang, style="Heading1")
    yield paragraph(summary.title, lang, style="Title")
    for block in summary.blocks:
        yield from _written(block, lang)


def _letter(letter: WordedLetter, lang: str) -> Iterator[str]:
    yield paragraph(letter.title, lang, style="Heading1")
    yield _table(Table(letter.title, (), letter.facts, (1, 2)), lang, style="TableNormal", cell="")
    yield paragraph("", lang)
    for text in letter.paragraphs:
        yield paragraph(text, lang)
    yield paragraph("", lang)
    yield paragraph(letter.signed, lang)
    yield paragraph(letter.office, lang, element("r", element("br", type="page")))


def _written(block: Block, lang: str) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield paragraph(text, lang, style=f"Heading{level}")
        case Said(number, runs, notes):
            place = run(f"{number}.\t", lang)
            words = (run(words, spoken) for words, spoken in runs)
            yield element("p", about(lang, SENTENCE), place, *words)
            yield from (paragraph(note, lang, style=NOTE) for note in notes)
        case Table():
            yield _table(block, lang)
            yield paragraph("", lang)
        case Listed(lines):
            yield from (paragraph(BULLET + line, lang) for line in lines)
        case Text(text):
            yield paragraph(text, lang, style=ASKED)


def _table(table: Table, lang: str, *, style: str = "TableGrid", cell: str = CELL) -> str:
    whole = sum(table.widths)
    widths = [WIDTH * width // whole for width in table.widths]
    shape = [element("tblStyle", val=style)]
    if lang == RIGHT_TO_LEFT:
        shape.append(element("bidiVisual"))
    shape += [
        element("tblW", w=str(sum(widths)), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *(element(side, w=str(NARROW), type="dxa") for side in SIDES)),
        element("tblCaption", val=table.caption),
    ]
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in widths))
    rows = [_row(table.head, widths, lang, HEAD)] if table.head else []
    rows += [_row(row, widths, lang, cell) for row in table.rows]
    return element("tbl", element("tblPr", *shape), grid, *rows)


def _row(cells: tuple[str, ...], widths: list[int], lang: str, style: str) -> str:
    shape = element("cantSplit") + (element("tblHeader") if style == HEAD else "")
    return element(
        "tr",
        element("trPr", shape),
        *(
            element(
                "tc",
                element("tcPr", element("tcW", w=str(width), type="dxa")),
                *(paragraph(line, lang, style=style) for line in cell.split("\n")),
            )
            for cell, width in zip(cells, widths, strict=True)
        ),
    )
