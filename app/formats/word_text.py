"""Text of a Word document: one paragraph a line, list marks as they are printed."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.section import _Header
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from app.domain.errors import Invalid
from app.formats.package_gate import check_package, find_main_part
from app.formats.word_lists import ListMarks

MOST_LETTERS = 4_000_000
FOOTNOTE_RULE = "____________"
_FOOTNOTES = "/relationships/footnotes"
_WRITTEN = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_SKIPPED = frozenset(qn(name) for name in ("w:del", "w:moveFrom", "w:pPr", "w:rPr")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}


def word_text(data: bytes) -> str:
    """Read a note's Word document, once its package has been found harmless."""
    main = find_main_part(data)
    if main is None or main.kind != "docx":
        raise Invalid(
            "The file is an archive, not a Word document. "
            "Please send the note as PDF, DOCX or plain text."
        )
    check_package(data)
    document = open_document(data)
    marks = ListMarks(document)
    lines: list[str] = []
    letters = 0
    for line in (*_heads(document, marks), *_blocks(document, marks), *_footnotes(document)):
        letters += len(line)
        if letters > MOST_LETTERS:
            raise Invalid("The Word document holds more text than a concept note can have.")
        lines.append(line)
    return "\n".join(lines)


def open_document(data: bytes) -> Document:
    try:
        return docx.Document(BytesIO(data))
    except (KeyError, ValueError, etree.XMLSyntaxError):
        raise Invalid("The Word document is damaged and cannot be opened.") from None


def _heads(document: Document, marks: ListMarks) -> list[str]:
    """Heads of pages, once each: the symbol of the document often stands only there."""
    found: dict[str, None] = {}
    for section in document.sections:
        heads = [section.header]
        if section.different_first_page_header_footer:
            heads.insert(0, section.first_page_header)
        for head in heads:
            if not head.is_linked_to_previous:
                found.update(dict.fromkeys(_blocks(head, marks)))
    return list(found)


def _blocks(container: _Cell | _Header | Document, marks: ListMarks) -> Iterator[str]:
    for block in container.iter_inner_content():
        if isinstance(block, Paragraph):
            text = written(block._p)  # noqa: SLF001 - the only way to its XML
            mark = marks.next_for(block)
            if text.strip():
                yield from _lines(f"{mark} {text}" if mark else text)
        elif isinstance(block, Table):
            yield from _rows(block, marks)


def _rows(table: Table, marks: ListMarks) -> Iterator[str]:
    for row in table.rows:
        cells: list[list[str]] = []
        seen: list[Any] = []
        for cell in row.cells:
            if any(cell._tc is one for one in seen):  # noqa: SLF001 - a merged cell comes twice
                continue
            seen.append(cell._tc)  # noqa: SLF001 - as above
            lines = [line for line in _blocks(cell, marks) if line.strip()]
            if lines:
                cells.append(lines)
        if all(len(lines) == 1 for lines in cells):
            yield "\t".join(lines[0] for lines in cells)
        else:
            yield from (line for lines in cells for line in lines)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def written(paragraph: etree._Element) -> str:
    """All the text that is printed: insertions and links too, deletions and hidden runs not."""
    parts: list[str] = []
    waiting = list(reversed(list(paragraph)))
    while waiting:
        element = waiting.pop()
        if element.tag in _SKIPPED or is_hidden(element):
            continue
        if element.tag == qn("w:t"):
            parts.append(element.text or "")
        elif element.tag == qn("w:sym"):
            parts.append(_symbol(element))
        elif element.tag in _WRITTEN:
            parts.append(_WRITTEN[element.tag])
        elif element.tag == qn("w:footnoteReference"):
            continue
        else:
            waiting.extend(reversed(list(element)))
    return "".join(parts)


def is_hidden(run: etree._Element) -> bool:
    if run.tag != qn("w:r"):
        return False
    vanish = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return vanish is not None and vanish.get(qn("w:val")) not in {"0", "false"}


def _symbol(element: etree._Element) -> str:
    try:
        return chr(int(element.get(qn("w:char"), "F0B7"), 16))
    except ValueError:
        return ""


def _footnotes(document: Document) -> Iterator[str]:
    parts = [
        rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith(_FOOTNOTES)
    ]
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    for part in parts:
        notes = etree.fromstring(part.blob, parser)
        numbered = [note for note in notes if note.get(qn("w:type")) in {None, "normal"}]
        if numbered:
            yield f"\f{FOOTNOTE_RULE}"
        for number, note in enumerate(numbered, start=1):
            text = " ".join(written(paragraph) for paragraph in note.iter(qn("w:p"))).strip()
            if text:
                yield f"[{number}] {text}"
