"""The Secretary-General's brief as a Word document: what the PDF prints, to be worked on."""

from collections.abc import Iterator

from app.formats.brief_lines import PrintedBrief
from app.formats.word_pages import line, table, word_document

HEADING = "Heading1"


def brief_docx(printed: PrintedBrief) -> bytes:
    return word_document(
        printed.title, printed.language, _blocks(printed), points=printed.size - 0.4
    )


def _blocks(printed: PrintedBrief) -> Iterator[str]:
    words, language = printed.words, printed.language
    yield line(" · ".join(printed.about), language)
    yield line(printed.status, language)
    yield line(words.stand, language, HEADING)
    for part in printed.tables:
        rows = [(f"{row.label}\n{row.note}".strip(), *row.cells) for row in part.rows]
        widths = (17, *(33 for _ in part.columns))
        yield table(language, widths, (words.mission, *part.columns), rows)
    yield line(words.changed, language, HEADING)
    yield line(printed.changed_note, language)
    for mission, what in printed.changed:
        yield line(f"{mission}: {what}", language)
    yield line(words.requests, language, HEADING)
    if printed.requests:
        head = (words.mission, words.request, words.owner, words.source)
        lines = [(each.mission, each.text, each.owner, each.source) for each in printed.requests]
        yield table(language, (17, 120, 30, 20), head, lines)
    if printed.further:
        where = "; ".join(f"{mission} {places}" for mission, places in printed.further)
        yield line(words.further.format(paragraphs=where), language)
    elif not printed.requests:
        yield line(words.no_request, language)
    yield line(words.how, language, HEADING)
    for note in printed.notes:
        yield line(note, language)
