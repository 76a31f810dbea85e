"""Sizes and letters of a Word style, for every script: Arabic has a size of its own there."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

FONTS = {"ascii": "Calibri", "hAnsi": "Calibri", "cs": "Arial", "eastAsia": "SimSun"}


def set_size(style: ParagraphStyle, points: float) -> None:
    style.font.size = Pt(points)
    about = style.element.get_or_add_rPr()
    for other in about.findall(qn("w:szCs")):
        about.remove(other)
    size = about.find(qn("w:sz"))
    arabic = OxmlElement("w:szCs")
    arabic.set(qn("w:val"), size.get(qn("w:val")))
    size.addnext(arabic)


def set_letters(style: ParagraphStyle) -> None:
    """Name the font of each script; let nothing stretch words, which tears Arabic apart."""
    about = style.element.get_or_add_rPr()
    for stretched in about.findall(qn("w:spacing")):
        about.remove(stretched)
    fonts = about.get_or_add_rFonts()
    fonts.attrib.clear()
    for script, name in FONTS.items():
        fonts.set(qn(f"w:{script}"), name)
