"""Paragraphs and runs of a Word document in any of the six languages, written as XML.

What Word needs to set Arabic right and to look Chinese up in the right dictionary is by hand.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from lxml.etree import XMLParser, _Element, fromstring

from app.formats.xml_letters import fit

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RIGHT_TO_LEFT = "ar"
REGIONS = {
    "ar": "ar-SA", "zh": "zh-CN", "en": "en-GB", "fr": "fr-FR", "ru": "ru-RU", "es": "es-ES",
}  # fmt: skip


def element(name: str, *children: str, **attributes: str) -> str:
    """Write an element; its children are XML already, its attributes are not."""
    said = "".join(f" w:{key}={quoteattr(fit(value))}" for key, value in attributes.items())
    return f"<w:{name}{said}>{''.join(children)}</w:{name}>"


def paragraph(text: str, lang: str, *more: str, style: str = "", is_kept: bool = False) -> str:
    """Write a paragraph of one line, set in the direction of its language.

    One that is kept stands on the page of what follows it.
    """
    about = element("pStyle", val=style) if style else ""
    about += element("keepNext") if is_kept else ""
    if lang == RIGHT_TO_LEFT:
        about += element("bidi")
    return element("p", element("pPr", about), run(text, lang) if text else "", *more)


def field(name: str, lang: str) -> str:
    """Write a number that Word counts itself: PAGE, NUMPAGES."""
    return element("fldSimple", run("1", lang), instr=name)


def run(text: str, lang: str, *, hidden: bool = False) -> str:
    about = element("vanish") if hidden else ""
    if lang == RIGHT_TO_LEFT and not hidden:
        about += element("rtl")
    region = REGIONS[lang]
    about += element("lang", val=region, eastAsia=region, bidi=region)
    pieces = (f'<w:t xml:space="preserve">{escape(fit(piece))}</w:t>' for piece in text.split("\t"))
    return element("r", element("rPr", about), element("tab").join(pieces))


def parsed(blocks: Iterable[str]) -> Iterator[_Element]:
    """Give written blocks as elements, to be moved into a document."""
    body = f'<w:body xmlns:w="{W}">{"".join(blocks)}</w:body>'
    yield from list(fromstring(body, XMLParser(resolve_entities=False, huge_tree=True)))
