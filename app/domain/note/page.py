"""What stands at the head of the first page, and the lines that are the author's."""

from app.domain.note.cues import Cues, pattern
from app.domain.note.furniture import is_footnote, is_footnote_rule, is_furniture
from app.domain.note.headings import is_known_heading
from app.domain.note.lettering import level
from app.domain.note.markers import mark_of
from app.domain.note.reflow import Line

LONGEST_HEAD = 25


def page_head(lines: list[Line], cues: Cues) -> list[str]:
    """Give the masthead: all above the letter's title, or what at the top is no text."""
    letter = pattern(rf"\W{{0,3}}(?:{cues.letter})")
    for at, line in enumerate(lines[:LONGEST_HEAD]):
        if letter.match(level(line.text[:400])):
            return [one.text for one in lines[:at]]
    return [line.text for line in lines[:6] if is_furniture(line.text)]


def authors_lines(lines: list[Line], cues: Cues) -> list[Line]:
    """Leave out the page's own lines, and footnotes below their rule."""
    kept: list[Line] = []
    in_footnotes = broken = False
    for line in lines:
        broken = broken or line.after_page_break
        if is_footnote_rule(line.text):
            in_footnotes = True
        elif is_furniture(line.text):
            broken = True  # the page's own lines stand where one page ends
        elif in_footnotes and _still_footnote(line, cues):
            continue
        else:
            in_footnotes = False
            kept.append(line if not broken else _on_new_page(line))
            broken = False
    return kept


def _still_footnote(line: Line, cues: Cues) -> bool:
    if line.after_page_break or is_known_heading(line.text, cues):
        return False
    mark = mark_of(line.text)
    return is_footnote(line.text) or (mark is None and not line.after_blank_line)


def _on_new_page(line: Line) -> Line:
    return Line(
        line.text, line.indent, line.trailing_blank, line.after_blank_line, after_page_break=True
    )
