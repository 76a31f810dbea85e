"""The Secretary-General's brief as a PDF of two A4 pages, and how much of it fits there."""

from bisect import bisect_left
from dataclasses import asdict, replace
from datetime import datetime

import pypdfium2

from app.domain.brief import Brief
from app.formats.brief_lines import Facts, PrintedBrief
from app.formats.brief_print import printed_brief
from app.formats.brief_rooms import ROOMS
from app.formats.typesetting import typeset

PAGES = 2
SPARE = 1.06  # what other programs' fonts and spaces take more, when they open the Word document
MOST_LETTERS = 30_000  # more than two pages can hold in any script: not worth setting


def fitted_brief(brief: Brief, facts: Facts, at: datetime) -> tuple[PrintedBrief, bytes]:
    """Print all that two pages hold: shorten by the rules until it fits, or no rule is left."""

    def fits(place: int) -> bool:
        printed = printed_brief(brief, facts, ROOMS[place])
        if _letters(printed) > MOST_LETTERS:
            return False
        larger = replace(printed, size=printed.size * SPARE)
        return page_count(brief_pdf(larger, at)) <= PAGES

    place = bisect_left(range(len(ROOMS) - 1), x=True, key=fits)
    printed = printed_brief(brief, facts, ROOMS[place])
    return printed, brief_pdf(printed, at)


def _letters(printed: PrintedBrief) -> int:
    cells = (cell for part in printed.tables for row in part.rows for cell in row.cells)
    return sum(map(len, cells)) + sum(
        len(each.text) for group in printed.requests for each in group.lines
    )


def brief_pdf(printed: PrintedBrief, at: datetime) -> bytes:
    """Set a brief; the same brief of the same moment gives the same bytes."""
    return typeset("brief.typ", asdict(printed), ["ua-1"], at)


def page_count(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)
