"""Marks of Word's automatic lists, counted the way Word prints them."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

_ROMANS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_CHINESE = "零一二三四五六七八九十"
_ABJAD = "أبجدهوزحطي"
_CYRILLIC = "абвгдежзиклмнопрст"
MOST_LEVELS = 9


class ListMarks:
    """One document's lists; asked for its paragraphs in order, as the counters run."""

    def __init__(self, document: Document) -> None:
        self._levels: dict[str, dict[int, _Element]] = {}
        self._counters: dict[tuple[str, int], int] = {}
        self._abstract: dict[str, str] = {}
        self._of_style: dict[str, tuple[str, int]] = {}
        root = _numbering_root(document)
        if root is not None:
            self._read(root)

    def next_for(self, paragraph: Paragraph) -> str:
        """Give the mark Word would print before the paragraph, or nothing."""
        number_id, depth = self._numbering(paragraph)
        level = self._levels.get(number_id, {}).get(depth)
        if level is None:
            return ""
        form = _value(level, "w:numFmt", "decimal")
        if form in {"bullet", "none"}:
            return "•" if form == "bullet" else ""
        return self._counted(number_id, depth, level)

    def _numbering(self, paragraph: Paragraph) -> tuple[str, int]:
        """Find the list of the paragraph itself, or of its style, which is looked up once."""
        properties = paragraph._p.pPr  # noqa: SLF001 - the only way to its XML
        if found := _own_numbering(properties):
            return found
        named = _value(properties, "w:pStyle", "") if properties is not None else ""
        if named not in self._of_style:
            self._of_style[named] = _numbering_of_style(paragraph.style)
        return self._of_style[named]

    def _read(self, root: _Element) -> None:
        abstract = {
            one.get(qn("w:abstractNumId"), ""): {
                int(level.get(qn("w:ilvl"), "0")): level for level in one.findall(qn("w:lvl"))
            }
            for one in root.findall(qn("w:abstractNum"))
        }
        for number in root.findall(qn("w:num")):
            number_id = number.get(qn("w:numId"), "")
            family = _value(number, "w:abstractNumId", "")
            self._levels[number_id] = abstract.get(family, {})
            overridden = number.find(qn("w:lvlOverride")) is not None
            # Lists of one family go on counting unless one of them starts anew.
            self._abstract[number_id] = number_id if overridden else f"family {family}"

    def _counted(self, number_id: str, depth: int, level: _Element) -> str:
        family = self._abstract[number_id]
        start = int(_value(level, "w:start", "1"))
        count = self._counters.get((family, depth), start - 1) + 1
        self._counters[family, depth] = count
        for deeper in range(depth + 1, MOST_LEVELS):
            self._counters.pop((family, deeper), None)
        printed = _value(level, "w:lvlText", f"%{depth + 1}.")
        for at in range(depth + 1):
            form = _value(self._levels[number_id].get(at, level), "w:numFmt", "decimal")
            value = self._counters.get((family, at), 1)
            printed = printed.replace(f"%{at + 1}", spelled(value, form))
        return printed


def spelled(number: int, form: str) -> str:
    """Write a number the way a list of this form does."""
    alphabets = {
        "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
        "russianLower": _CYRILLIC,
        "arabicAlpha": _ABJAD,
        "arabicAbjad": _ABJAD,
    }
    if form in alphabets:
        alphabet = alphabets[form]
        return alphabet[(number - 1) % len(alphabet)]
    if form == "upperLetter":
        return spelled(number, "lowerLetter").upper()
    if form in {"lowerRoman", "upperRoman"}:
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    if form.startswith(("chinese", "japaneseCounting", "ideographDigital", "taiwaneseCounting")):
        return _chinese(number)
    return str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMANS:
        letters += letter * (number // value)
        number %= value
    return letters


def _chinese(number: int) -> str:
    if number <= 10:
        return _CHINESE[number]
    tens, units = divmod(number, 10)
    return (_CHINESE[tens] if tens > 1 else "") + "十" + (_CHINESE[units] if units else "")


def _numbering_root(document: Document) -> _Element | None:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/relationships/numbering"):
            root: _Element = relation.target_part.element
            return root
    return None


def _numbering_of_style(style: ParagraphStyle | None) -> tuple[str, int]:
    """Find the list of a style, or of a style that it builds on."""
    for _ in range(10):
        if style is None:
            break
        if found := _own_numbering(style.element.find(qn("w:pPr"))):
            return found
        style = style.base_style
    return "0", 0


def _own_numbering(properties: _Element | None) -> tuple[str, int] | None:
    number = properties.find(qn("w:numPr")) if properties is not None else None
    if number is None:
        return None
    return _value(number, "w:numId", "0"), int(_value(number, "w:ilvl", "0"))


def _value(parent: _Element, child: str, default: str) -> str:
    found = parent.find(qn(child))
    value = found.get(qn("w:val")) if found is not None else None
    return default if value is None else str(value)
