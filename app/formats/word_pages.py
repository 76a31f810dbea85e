"""Plain documents for Word: headings, paragraphs and tables, in the direction of their language."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from app.formats.word_margins import numbered, put
from app.formats.word_styles import set_letters, set_size
from app.formats.word_writing import element, paragraph, parsed
from app.formats.xml_letters import fit

RIGHT_TO_LEFT = "ar"
NO_DATE = (1980, 1, 1, 0, 0, 0)
WIDTH = 10_400  # of a table, in twentieths of a point
BESIDE = 45  # the text of a cell, likewise
LEADING = 0.9  # of what the font asks for


def word_document(
    title: str, language: str, blocks: Iterable[str], *, points: float, foot: str
) -> bytes:
    """Give a document; the same blocks give the same bytes, and no word of who made it.

    ``foot`` stands on every page, beside its number: what is taken apart still says what it is.
    """
    document = docx.Document()
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = ""
    about.title, about.language = fit(title)[:255], language
    about.created = about.modified = datetime(*NO_DATE)  # noqa: DTZ001 - no moment is meant
    _set_page(document, language, points)
    put(document.sections[0].footer, [numbered(language, foot)])
    end = document.element.body.sectPr
    for block in parsed([paragraph(title, language, style="Title"), *blocks]):
        end.addprevious(block)
    out = BytesIO()
    document.save(out)
    return undated(out)


def undated(package: BytesIO) -> bytes:
    """Take the clock out of the entries of a package."""
    out = BytesIO()
    with ZipFile(package) as dated, ZipFile(out, "w", ZIP_DEFLATED) as without:
        for name in dated.namelist():
            without.writestr(ZipInfo(name, NO_DATE), dated.read(name), ZIP_DEFLATED)
    return out.getvalue()


def table(
    language: str, widths: Sequence[int], head: Sequence[str], rows: Iterable[Sequence[str]]
) -> str:
    """Write a table whose first row is repeated on every page; ``widths`` are shares."""
    whole = sum(widths)
    columns = [WIDTH * width // whole for width in widths]
    about = [element("tblStyle", val="TableGrid")]
    if language == RIGHT_TO_LEFT:
        about.append(element("bidiVisual"))
    beside = (element(side, w=str(BESIDE), type="dxa") for side in ("left", "right"))
    about += [
        element("tblW", w=str(sum(columns)), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *beside),
    ]
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in columns))
    first = _row(language, columns, head, element("cantSplit") + element("tblHeader"))
    rest = (_row(language, columns, cells, element("cantSplit")) for cells in rows)
    return element("tbl", element("tblPr", *about), grid, first, *rest)


def _row(language: str, columns: Sequence[int], cells: Sequence[str], about: str) -> str:
    written = (
        element("tc", element("tcPr", element("tcW", w=str(width), type="dxa")), *lines)
        for width, cell in zip(columns, cells, strict=True)
        for lines in [[paragraph(each, language) for each in cell.split("\n")]]
    )
    return element("tr", element("trPr", about), *written)


def _set_page(document: Document, language: str, points: float) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.3)
    section.top_margin = section.bottom_margin = Cm(1.2)
    section.footer_distance = Cm(0.6)
    if language == RIGHT_TO_LEFT:
        end = document.element.body.sectPr
        end.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")
    normal = document.styles["Normal"]
    set_size(normal, points)
    normal.paragraph_format.space_after = Pt(1)
    normal.paragraph_format.line_spacing = LEADING
    for style in ("Normal", "Footer", "Title", "Heading 1", "Heading 2"):
        shape = document.styles[style]
        if style not in {"Normal", "Footer"}:
            set_size(shape, points * 1.3)
            shape.paragraph_format.space_before = Pt(6)
            shape.paragraph_format.space_after = Pt(2)
        set_letters(shape)
