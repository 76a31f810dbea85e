"""What could not be read, said once for each thing, in the words an officer checks by."""

from app.domain.note.briefers import Briefers
from app.domain.note.outline import Outline
from app.domain.note.reading import Reading

LONGEST_READ = 250_000  # letters: some 80 pages, where a note has five
TOO_LONG = f"text: only the first {LONGEST_READ:,} letters were read."
NO_NOTE = "This does not look like a concept note: none of its usual parts was found."


def is_note(outline: Outline) -> bool:
    """Tell a note: it names itself, or has at least two of the sections that notes have."""
    kinds = {part.kind for part in outline.parts} - {"other"}
    return outline.note_name is not None or len(kinds) >= 2 or (outline.has_annex and bool(kinds))


def warnings_of(reading: Reading, outline: Outline, briefers: Briefers) -> tuple[str, ...]:
    missing = [
        (reading.language, "language: the text does not show which of the six it is."),
        (reading.symbol, "symbol: none is printed above the letter."),
        (reading.title, "title: none was found."),
        (reading.letter.date, "letter.date: no dated letter was found."),
        (
            reading.letter.author_iso3,
            "letter.author_iso3: no State is named in the title of a letter.",
        ),
        (reading.letter.signatory, 'letter.signatory: no "(Signed)" was found.'),
        (reading.meeting_date, "meeting_date: no day is announced for the meeting."),
        (reading.presidency_iso3, "presidency_iso3: no State is named as presiding."),
        (reading.briefers, "briefers: nobody is named."),
        (reading.questions, "questions: none was found."),
        (reading.sections, "sections: no heading was found."),
        (reading.references, "references: no symbol of another document is printed."),
        (reading.figures, "figures: none was found."),
    ]
    first = [] if is_note(outline) else [NO_NOTE]
    said = [warning for value, warning in missing if not value]
    return (*first, *said, *_about_briefers(briefers))


def _about_briefers(briefers: Briefers) -> list[str]:
    said = []
    if briefers.unconfirmed:
        said.append("briefers: the note leaves a briefer to be confirmed.")
    if briefers.unnamed:
        said.append("briefers: an entry without the name of a person was left out.")
    return said
