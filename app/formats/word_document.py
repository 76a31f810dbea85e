"""A Word document as a whole: its page, its styles, and nothing of who made it or when."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt

from app.formats.word_styles import set_letters, set_size
from app.formats.word_writing import REGIONS, RIGHT_TO_LEFT, parsed
from app.formats.xml_letters import fit

SESSION = qn("w:rsid")
NO_DATE = (1980, 1, 1, 0, 0, 0)
STYLES = ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Header", "Footer")
# What the library's own template brings along: a picture of it, and notes of its maker's.
UNWANTED = ("/thumbnail", "/customXml", "/extended-properties", "/stylesWithEffects")


def new_document(title: str, lang: str) -> Document:
    document = docx.Document()
    _set_properties(document, title, lang)
    for part in (document.part, document.part.package):
        for key, link in list(part.rels.items()):
            if link.reltype.endswith(UNWANTED):
                part.rels.pop(key)
    for root in (document.element, document.styles.element, document.settings.element):
        _forget_sessions(root)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    if lang == RIGHT_TO_LEFT:
        end = document.element.body.sectPr
        end.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")
    _set_styles(document, lang)
    return document


def _forget_sessions(root: BaseOxmlElement) -> None:
    """Take out the numbers by which Word tells who edited what in one sitting."""
    for each in list(root.iter(qn("w:rsids"), qn("w:rsid"))):
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)
    for each in root.iter():
        for name in [name for name in each.attrib if str(name).startswith(SESSION)]:
            del each.attrib[name]


def _set_properties(document: Document, title: str, lang: str) -> None:
    """Say what the file is and nothing of who made it, or when."""
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = ""
    about.title, about.language = fit(title)[:255], lang
    about.created = about.modified = datetime(*NO_DATE)  # noqa: DTZ001 - no moment is meant


def _set_styles(document: Document, lang: str) -> None:
    normal = document.styles["Normal"]
    set_size(normal, 11)
    normal.paragraph_format.space_after = Pt(4)
    for style in STYLES:
        set_letters(document.styles[style])
    spoken = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    for script in ("val", "eastAsia", "bidi"):
        spoken.set(qn(f"w:{script}"), REGIONS[lang])


def filled(document: Document, blocks: Iterable[str]) -> bytes:
    """Put written blocks before the document's end, and give the file: the same, the same bytes."""
    end = document.element.body.sectPr
    for block in parsed(blocks):
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
