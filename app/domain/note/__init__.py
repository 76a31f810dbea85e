"""Reading a concept note: from its plain text to what a briefing needs to know of it.

Here belong the rules of the reading, pure and the same for the six languages; the words they go
by are data in `cues`. Bytes and file formats belong in `app.formats`. Nothing is guessed: what
is not found stays empty and a warning names it.
"""

from dataclasses import replace

from app.domain.note.briefers import honorific, read_briefers
from app.domain.note.cues import Cues, pattern
from app.domain.note.cues.languages import cues_for
from app.domain.note.figures import read_figures
from app.domain.note.furniture import clean
from app.domain.note.headings import is_known_heading, opens_paragraph
from app.domain.note.language import detect_language
from app.domain.note.letter import meeting_date_of, presidency_of, read_letter
from app.domain.note.lettering import level
from app.domain.note.loosen import loosen
from app.domain.note.outline import Part, outline_of
from app.domain.note.page import authors_lines, page_head
from app.domain.note.questions import read_questions
from app.domain.note.reading import Figure, Letter, Question, Reading, Section
from app.domain.note.references import own_symbol, references
from app.domain.note.reflow import Line, Shapes, paragraphs, read_lines
from app.domain.note.state_names import StateNames
from app.domain.note.warnings import LONGEST_READ, TOO_LONG, is_note, warnings_of

__all__ = [
    "Figure",
    "Letter",
    "Question",
    "Reading",
    "Section",
    "StateNames",
    "read_note",
]


def read_note(text: str, names: StateNames) -> Reading:
    """Read a concept note in any of the six languages; never raises, whatever the text."""
    whole = clean(text[:LONGEST_READ])
    cues = cues_for(detect_language(whole))
    lines = read_lines(loosen(whole, cues))
    symbol = own_symbol(page_head(lines, cues), whole)
    outline = outline_of(_paragraphs(authors_lines(lines, cues), cues), cues)
    letter = read_letter(outline, names, cues)
    body = [one for part in outline.parts for one in part.paragraphs]
    briefers = read_briefers(outline.parts, outline.letter, cues)
    reading = Reading(
        symbol=symbol,
        language=detect_language(whole),
        title=outline.title if is_note(outline) else None,
        letter=letter,
        meeting_date=meeting_date_of(outline, letter.date, cues),
        presidency_iso3=presidency_of(
            [*outline.letter, *outline.title_block, *body], letter.author_iso3, names, cues
        ),
        briefers=briefers.named,
        sections=tuple(_section(part) for part in outline.parts),
        questions=read_questions(outline.parts, names, cues),
        references=references(whole, symbol),
        figures=read_figures(body, cues),
    )
    said = warnings_of(reading, outline, briefers)
    return replace(reading, warnings=said if len(text) <= LONGEST_READ else (*said, TOO_LONG))


def _paragraphs(lines: list[Line], cues: Cues) -> list[str]:
    alone = pattern(rf"(?:{cues.annex}|.{{0,60}}(?:{cues.signed}))")
    opening = pattern(rf"(?:{cues.letter}|{cues.salutation}|{cues.signed})")
    title = honorific(cues)
    shapes = Shapes(
        stands_alone=lambda line: (
            is_known_heading(line, cues) or (len(line) < 60 and bool(alone.fullmatch(level(line))))
        ),
        lists_person=lambda line: bool(title.match(level(line[:40]))),
        opens=lambda line: opens_paragraph(line, cues) or bool(opening.match(level(line[:300]))),
    )
    return paragraphs(lines, shapes)


def _section(part: Part) -> Section:
    return Section(part.kind, part.heading, "\n".join(part.paragraphs))
