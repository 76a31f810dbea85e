"""The Secretary-General's brief as a Word document: what the PDF prints, to be worked on."""

from collections.abc import Iterator

from app.formats.brief_lines import PrintedBrief, RequestGroup
from app.formats.word_pages import table, word_document
from app.formats.word_writing import paragraph

HEADING = "Heading1"
FIRST = 26  # a column's share for the names of missions, none of which may break


def brief_docx(printed: PrintedBrief) -> bytes:
    foot = " · ".join(filter(None, (printed.marking, printed.title)))
    return word_document(
        printed.title, printed.language, _blocks(printed), points=printed.size - 0.4, foot=foot
    )


def _blocks(printed: PrintedBrief) -> Iterator[str]:
    words, language = printed.words, printed.language
    yield paragraph(" · ".join(printed.about), language)
    yield paragraph(printed.status, language)
    yield paragraph(words.stand, language, style=HEADING)
    for part in printed.tables:
        rows = [(f"{row.label}\n{row.note}".strip(), *row.cells) for row in part.rows]
        if rows:
            widths = (FIRST, *(33 for _ in part.columns))
            yield table(language, widths, (words.mission, *part.columns), rows)
    if printed.unassessed:
        yield paragraph(printed.unassessed, language)
    yield paragraph(words.changed, language, style=HEADING)
    yield paragraph(printed.changed_note, language, is_kept=bool(printed.changed))
    for mission, what in printed.changed:
        yield paragraph(f"{mission}: {what}", language)
    for group in printed.requests:
        yield from _group(printed, group)
    if printed.further:
        where = "; ".join(f"{mission} {places}" for mission, places in printed.further)
        yield paragraph(words.further.format(paragraphs=where), language)
    yield paragraph(words.how, language, style=HEADING)
    for note in printed.notes:
        yield paragraph(note, language)


def _group(printed: PrintedBrief, group: RequestGroup) -> Iterator[str]:
    words, language = printed.words, printed.language
    yield paragraph(group.title, language, style=HEADING)
    if group.is_empty:
        yield paragraph(words.no_request, language)
    if group.lines:
        head, widths = [words.mission, words.request], [FIRST, 120]
        if group.has_owners:
            head.append(words.owner)
            widths.append(30)
        lines = [
            (each.mission, each.text, *([each.owner] if group.has_owners else []), each.source)
            for each in group.lines
        ]
        yield table(language, (*widths, 20), (*head, words.source), lines)
