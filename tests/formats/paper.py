"""What a reader, and what a curious one, finds in a PDF or a Word document."""

import re
import unicodedata
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pdf_pages(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range() for page in document]


def letters(text: str) -> str:
    """Give the letters and numbers alone: lines are broken, and Arabic set, as a page needs it."""
    bare = unicodedata.normalize("NFKC", text)
    return "".join(each for each in bare if unicodedata.category(each)[0] in "LN")


def sorted_letters(text: str) -> str:
    """Give the same in an order of its own: a line of two directions is read in either."""
    return "".join(sorted(letters(text)))


def docx_parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def docx_paragraphs(content: bytes) -> list[str]:
    root = etree.fromstring(docx_parts(content)["word/document.xml"])
    return [_text(each) for each in root.iter(f"{W}p")]


def _text(paragraph: etree._Element) -> str:
    return "".join(
        "\t" if each.tag == f"{W}tab" else each.text or ""
        for each in paragraph.iter(f"{W}t", f"{W}tab")
    )


def parts_of(path: str, content: bytes) -> list[bytes]:
    """Give all that can be read in a file, hidden or not, piece by piece."""
    if path.endswith(".pdf"):
        document = pypdfium2.PdfDocument(content)
        told = [*pdf_pages(content), *document.get_metadata_dict().values()]
        told += [mark.get_title() for mark in document.get_toc()]
        raw = b"\n".join(re.findall(rb"<x:xmpmeta.*?</x:xmpmeta>", content, re.DOTALL))
        return [*(each.encode() for each in told), raw]
    return list(docx_parts(content).values()) if path.endswith(("docx", "xlsx")) else [content]
