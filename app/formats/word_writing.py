"""Paragraphs and runs of a Word document in any of the six languages, written as XML.

What Word needs to set Arabic right and to look Chinese up in the right dictionary is by hand.
"""

from lxml.etree import Element, _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = {"w": W}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
REGIONS = {
    "ar": "ar-SA", "zh": "zh-CN", "en": "en-GB", "fr": "fr-FR", "ru": "ru-RU", "es": "es-ES",
}  # fmt: skip


def element(name: str, *children: _Element, **attributes: str) -> _Element:
    named = {f"{{{W}}}{attribute}": value for attribute, value in attributes.items()}
    made = Element(f"{{{W}}}{name}", named, _NAMES)
    made.extend(children)
    return made


def paragraph(text: str, lang: str, *, style: str = "") -> _Element:
    """Make a paragraph of one line, set in the direction of its language."""
    about = [element("pStyle", val=style)] if style else []
    if lang == "ar":
        about.append(element("bidi"))
    runs = [run(text, lang)] if text else []
    return element("p", element("pPr", *about), *runs)


def run(text: str, lang: str, *, hidden: bool = False) -> _Element:
    about = [element("vanish")] if hidden else []
    if lang == "ar" and not hidden:
        about.append(element("rtl"))
    region = REGIONS[lang]
    about.append(element("lang", val=region, eastAsia=region, bidi=region))
    made = element("r", element("rPr", *about))
    for at, piece in enumerate(text.split("\t")):
        if at:
            made.append(element("tab"))
        written = element("t")
        written.set(_SPACE, "preserve")
        written.text = piece
        made.append(written)
    return made
