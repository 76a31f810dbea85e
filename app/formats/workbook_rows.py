"""Rows of a workbook as they stand in its XML: what each cell holds, and whether it is text.

Written out because a library's reader hides what must be seen here: formulas behind their last
value, merged cells, and Excel's own spelling of some letters.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import ZipFile

from lxml import etree

from app.domain.errors import Invalid
from app.formats.office_xml import elements, free, name_of
from app.formats.package_gate import MainPart

MOST_SHEETS = 50
MOST_CELLS = 16_384  # of a row: more no program writes
FORMULA = "The cell holds a formula. Please type its words instead."
NUMBER = "The cell holds a number or a date. Please format it as text and type it again."
_DAMAGED = "The workbook is damaged and cannot be opened."
_SPELLED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class Found:
    """What one cell holds; ``fault`` says why it is no text."""

    text: str
    fault: str = ""


@dataclass(frozen=True)
class Row:
    """One row, its cells by the letters of their columns; or a range of merged cells."""

    number: int
    cells: dict[str, Found] = field(default_factory=dict)
    merged: str = ""


class Workbook:
    """The sheets of a package that has been found harmless."""

    def __init__(self, package: ZipFile, main: MainPart) -> None:
        self._package = package
        folder, file = posixpath.split(main.name)
        self._sheets: list[str] = []
        self._strings: list[str] = []
        for relation in elements(self._part(f"{folder}/_rels/{file}.rels")):
            name = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            kind = relation.get("Type", "").rpartition("/")[2]
            if kind == "worksheet":
                self._sheets.append(name)
            elif kind == "sharedStrings":
                self._strings = list(_strings(self._part(name)))
        if len(self._sheets) > MOST_SHEETS:
            raise Invalid("The workbook has more sheets than it can honestly have.")

    def sheets(self) -> Iterator[Iterator[Row]]:
        for name in self._sheets:
            yield self._rows(self._part(name))

    def _part(self, name: str) -> bytes:
        try:
            return self._package.read(name.lstrip("/"))
        except KeyError:
            raise Invalid(_DAMAGED) from None

    def _rows(self, content: bytes) -> Iterator[Row]:
        number, cells = 0, dict[str, Found]()
        for element in elements(content):
            name = name_of(element)
            if name == "c":
                cells[_column(element, len(cells))] = self._found(element)
                if len(cells) > MOST_CELLS:
                    raise Invalid(_DAMAGED)
                free(element)
            elif name == "row":
                number = int(element.get("r") or number + 1)
                yield Row(number, cells)
                cells = {}
                free(element)
            elif name == "mergeCell":
                yield Row(0, merged=element.get("ref", ""))

    def _found(self, cell: etree._Element) -> Found:
        kind = cell.get("t", "n")
        parts = {name_of(part): part for part in cell}
        value = (parts["v"].text or "") if "v" in parts else ""
        if "f" in parts:
            return Found(value, FORMULA)
        if kind == "s" and value:
            return Found(self._string(int(value)))
        if kind == "inlineStr":
            return Found(_letters(parts["is"]) if "is" in parts else "")
        if kind == "str":
            return Found(_unspelled(value))
        return Found(value, NUMBER if value else "")

    def _string(self, at: int) -> str:
        if not 0 <= at < len(self._strings):
            raise Invalid(_DAMAGED)
        return self._strings[at]


def _column(cell: etree._Element, place: int) -> str:
    """Give the letters of a cell's column; a cell that names none stands after the last."""
    return cell.get("r", "").rstrip("0123456789") or f"{place}"


def _strings(content: bytes) -> Iterator[str]:
    for element in elements(content):
        if name_of(element) == "si":
            yield _letters(element)
            free(element)


def _letters(item: etree._Element) -> str:
    """Join the runs of a string; phonetic guides above it are no part of it."""
    runs = [item, *(part for part in item if name_of(part) == "r")]
    texts = (text for run in runs for text in run if name_of(text) == "t")
    return _unspelled("".join(text.text or "" for text in texts))


def _unspelled(text: str) -> str:
    """Read Excel's own spelling of letters: _x0041_ is A, and _x005F_ the line before it."""
    if "_x" not in text:
        return text
    plain = _SPELLED.sub(lambda spelled: chr(int(spelled[1], 16)), text)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
