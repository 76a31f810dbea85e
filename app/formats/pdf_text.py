"""Text of a PDF in reading order, paragraphs told apart by where their lines stand."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from app.domain.errors import Invalid
from app.domain.note.markers import mark_of
from app.domain.note.references import mend_right_to_left
from app.formats.pdf_arabic import arabic_lines
from app.formats.printed_line import PrintedLine

MOST_PAGES = 200
ARABIC_SHARE = 0.3
MOST_LETTERS = 4_000_000
SCAN = (
    "This PDF is a scan without text. Please send the note as text, DOCX or a PDF made from text."
)
_PRESENTATION = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]+")
_WIDE = re.compile("[\u2e80-\u9fff\uff00-\uff60]")
_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
# Brackets of a right-to-left line come out mirrored: ")S/2017/287(".
_MIRRORED = re.compile(r"\)([^()\n]{1,40})\(")


@dataclass(frozen=True)
class Sheet:
    leading: float
    left: float
    right: float
    right_to_left: bool


def pdf_text(data: bytes) -> str:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Invalid("The PDF is encrypted. Please send it without a password.") from None
        raise Invalid("The PDF is damaged and cannot be opened.") from None
    if len(document) > MOST_PAGES:
        raise Invalid(f"The PDF has more than {MOST_PAGES} pages.")
    pages: list[str] = []
    letters = 0
    for page in document:
        pages.append(_page_text(page))
        letters += len(pages[-1])
        if letters > MOST_LETTERS:
            raise Invalid("The PDF holds more text than a concept note can have.")
    text = "\n\f\n".join(pages)
    if not any(letter.isalnum() for letter in text):
        raise Invalid(SCAN)
    return _arabic_mended(text)


def _page_text(page: pypdfium2.PdfPage) -> str:
    textpage = page.get_textpage()
    text = textpage.get_text_range()
    arabic = len(_ARABIC.findall(text)) > ARABIC_SHARE * len(text)
    lines = arabic_lines(textpage) if arabic else list(_lines(textpage, text))
    textpage.close()
    sheet = _sheet(lines)
    parts = [lines[0].text] if lines else []
    for before, line in pairwise(lines):
        parts.append("\n\n" if _paragraph_between(before, line, sheet) else "\n")
        parts.append(line.text)
    return "".join(parts)


def _lines(textpage: pypdfium2.PdfTextPage, text: str) -> Iterator[PrintedLine]:
    units = 0  # the library counts in units of UTF-16
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            first = units + _units(line[: line.index(bare)])
            start = _box(textpage, first)
            end = _box(textpage, first + _units(bare) - 1)
            yield PrintedLine(
                line.rstrip("\r"),
                min(start[0], end[0]),
                max(start[2], end[2]),
                min(start[1], end[1]),
                max(start[3], end[3]),
            )
        units += _units(line) + 1


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def _box(textpage: pypdfium2.PdfTextPage, unit: int) -> tuple[float, float, float, float]:
    index = raw.FPDFText_GetCharIndexFromTextIndex(textpage, unit)
    if index < 0:
        return (0.0, 0.0, 0.0, 0.0)
    left, bottom, right, top = textpage.get_charbox(index, loose=True)
    return (left, bottom, right, top)


def _sheet(lines: list[PrintedLine]) -> Sheet:
    gaps = [before.bottom - line.bottom for before, line in pairwise(lines)]
    down = sorted(gap for gap in gaps if gap > 0)
    long = [line for line in lines if len(line.text) > 20] or lines
    arabic = sum(bool(_ARABIC.search(line.text)) for line in lines)
    return Sheet(
        # The leading is the commonest small gap: blank space between paragraphs only adds to it.
        leading=down[len(down) // 4] if down else 0.0,
        left=min((line.left for line in long), default=0.0),
        right=max((line.right for line in long), default=0.0),
        right_to_left=arabic > len(lines) / 2,
    )


def _paragraph_between(before: PrintedLine, line: PrintedLine, sheet: Sheet) -> bool:
    gap = before.bottom - line.bottom
    if gap > 1.3 * sheet.leading:
        return True
    first_word = (
        line.text.split()[0] if not _WIDE.match(line.text.strip()) else line.text.strip()[0]
    )
    letter = (line.right - line.left) / max(1, len(line.text.strip()))
    needed = (len(first_word) + 2) * letter
    room = before.left - sheet.left if sheet.right_to_left else sheet.right - before.right
    if room > needed + letter:
        return True
    indented = not sheet.right_to_left and line.left > before.left + 8
    ends = before.text.rstrip().endswith((".", "。", "?", "？", ":", "："))
    return indented and ends and mark_of(before.text.strip()) is None


def _arabic_mended(text: str) -> str:
    """Make joined forms letters, and put symbols back in order in lines of Arabic only."""
    if not _ARABIC.search(text) and not _PRESENTATION.search(text):
        return text
    plain = _PRESENTATION.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    return "\n".join(_line_mended(line) for line in plain.split("\n"))


def _line_mended(line: str) -> str:
    if not _ARABIC.search(line):
        return line
    return mend_right_to_left(_MIRRORED.sub(r"(\1)", line))
