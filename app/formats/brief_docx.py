"""The Secretary-General's brief as a Word document: what the PDF prints, to be worked on."""

from collections.abc import Iterator

from app.formats.brief_lines import PrintedBrief
from app.formats.word_pages import table, word_document
from app.formats.word_writing import paragraph

HEADING = "Heading1"


def brief_docx(printed: PrintedBrief) -> bytes:
    return word_document(
        printed.title, printed.language, _blocks(printed), points=printed.size - 0.4
    )


def _blocks(printed: PrintedBrief) -> Iterator[str]:
    words, language = printed.words, printed.language
    yield paragraph(" · ".join(printed.about), language)
    yield paragraph(printed.status, language)
    yield paragraph(words.stand, language, style=HEADING)
    for part in printed.tables:
        rows = [(f"{row.label}\n{row.note}".strip(), *row.cells) for row in part.rows]
        widths = (24, *(33 for _ in part.columns))
        yield table(language, widths, (words.mission, *part.columns), rows)
    yield paragraph(words.changed, language, style=HEADING)
    yield paragraph(printed.changed_note, language)
    for mission, what in printed.changed:
        yield paragraph(f"{mission}: {what}", language)
    yield paragraph(words.requests, language, style=HEADING)
    if printed.requests:
        head = (words.mission, words.request, words.owner, words.source)
        lines = [(each.mission, each.text, each.owner, each.source) for each in printed.requests]
        yield table(language, (17, 120, 30, 20), head, lines)
    if printed.further:
        where = "; ".join(f"{mission} {places}" for mission, places in printed.further)
        yield paragraph(words.further.format(paragraphs=where), language)
    elif not printed.requests:
        yield paragraph(words.no_request, language)
    yield paragraph(words.how, language, style=HEADING)
    for note in printed.notes:
        yield paragraph(note, language)
