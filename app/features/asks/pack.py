"""The hand-over pack: a document to read and tables to work with, in one archive.

The same releases, register and day give the same bytes.
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.domain.position import GENERAL
from app.domain.proceedings import in_language
from app.domain.wording import wording_in
from app.features.asks.handover import HandoverPage, SummaryLine
from app.features.asks.pages import AskLine
from app.features.asks.reviews import review_entry
from app.features.asks.turns import Turn
from app.formats.brief_docx import FIRST
from app.formats.brief_words import BRIEF_WORDS
from app.formats.calendar import Entry, calendar_of
from app.formats.csv_rows import csv_rows
from app.formats.handover_words import HANDOVER_WORDS
from app.formats.owner_words import NOT_NAMED, OWNER_WORDS
from app.formats.summary_words import SUMMARY_WORDS
from app.formats.word_pages import NO_DATE, table, word_document
from app.formats.word_writing import paragraph

Address = Callable[..., str]  # of a page by its name, whole
HEADING = "Heading1"
ASKS = (
    *("briefing", "meeting_date", "paragraph", "kind", "mission", "question", "owner", "status"),
    *("language", "words"),
)
TALLIES = ("briefing", "mission", "question", "tally")
SUMMARIES = ("briefing", "meeting_date", "sha256", "published", "address")


def pack(page: HandoverPage, address: Address) -> bytes:
    files = {
        "handover.docx": _document(page, address),
        "asks.csv": csv_rows(ASKS, (_ask(each) for each in page.open_asks)),
        "tallies.csv": csv_rows(TALLIES, _tallies(page)),
        "summaries.csv": csv_rows(
            SUMMARIES, ((*_summary(each), _place(each, address)) for each in page.summaries)
        ),
    }
    if reviews := _reviews(page, address):  # calendars refuse a file without an entry
        files["reviews.ics"] = calendar_of(reviews)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, NO_DATE), content, ZIP_DEFLATED)
    return out.getvalue()


def _ask(each: AskLine) -> tuple[object, ...]:
    source = each.source
    return (
        *(source.slug, source.meeting_date, each.paragraph, each.kind.value),
        *(each.mission, each.question),
        *(each.owner, each.status.value, each.said.language, each.said.text),
    )


def _summary(each: SummaryLine) -> tuple[object, ...]:
    return each.slug, each.meeting_date, each.hash, each.is_published


def _place(each: SummaryLine, address: Address) -> str:
    """Give where a summary may be read: the record, once it is public."""
    if not each.is_published:
        return ""
    return address("record.show", lang=each.language, slug=each.slug, path="")


def _tallies(page: HandoverPage) -> Iterator[tuple[str, str, str, str]]:
    for each in page.tallies:
        for part in each.printed.tables:
            for row in part.rows:
                for number, cell in zip(part.numbers, row.cells, strict=True):
                    yield each.slug, row.label, str(number), cell
            for label in each.printed.folded:
                yield from ((each.slug, label, str(number), "–") for number in part.numbers)


def _reviews(page: HandoverPage, address: Address) -> list[Entry]:
    entries = (
        review_entry(
            each,
            page.set_down,
            language=page.language,
            page=address("asks.conditions", acronym=each.acronym),
        )
        for each in page.reviews
    )
    return [each for each in entries if each]


def _document(page: HandoverPage, address: Address) -> bytes:
    words, language = HANDOVER_WORDS[page.language], page.language
    day = words.as_of.format(date=wording_in(language).date(page.today))
    foot = " · ".join([*_markings(page), words.title, day])
    return word_document(words.title, language, _blocks(page, address), points=9, foot=foot)


def _markings(page: HandoverPage) -> Iterator[str]:
    """Say of a pack what any briefing in it is, beside an act of a presidency."""
    words = SUMMARY_WORDS[page.language].markings
    origins = [each.marking for each in page.summaries]
    return (words[origin] for origin in dict.fromkeys(origins) if origin)


def _blocks(page: HandoverPage, address: Address) -> Iterator[str]:
    words, language = HANDOVER_WORDS[page.language], page.language
    day = wording_in(language).date
    yield paragraph(words.as_of.format(date=day(page.today)), language)
    yield paragraph(words.turns, language, style=HEADING)
    turns = [(day(each.begins_on), _presiding(each, language)) for each in page.turns]
    yield table(language, (1, 2), (words.month, words.presidency), turns)
    yield from _open(page)
    for each in page.tallies:
        yield paragraph(f"{words.tallies}: {each.name}", language, style=HEADING)
        for part in each.printed.tables:
            rows = [(row.label, *row.cells) for row in part.rows]
            head = (BRIEF_WORDS[language].mission, *part.columns)
            if rows:
                yield table(language, (FIRST, *(33 for _ in part.columns)), head, rows)
        if each.printed.unassessed:
            yield paragraph(each.printed.unassessed, language)
        yield paragraph(f"{BRIEF_WORDS[language].changed}: {each.printed.changed_note}", language)
        for mission, what in each.printed.changed:
            yield paragraph(f"{mission}: {what}", language)
    yield paragraph(words.reviews, language, style=HEADING)
    dates = [(each.acronym, day(each.review)) for each in page.reviews if each.review]
    if dates:
        yield table(language, (1, 2), (BRIEF_WORDS[language].mission, words.review), dates)
    else:
        yield paragraph(words.no_review, language)
    yield from _listed(page, address)


def _presiding(turn: Turn, language: str) -> str:
    name = in_language(turn.names, language)
    supposed = HANDOVER_WORDS[language].supposed
    return f"{name} ({supposed})" if turn.is_supposed else name


def _open(page: HandoverPage) -> Iterator[str]:
    words, language = HANDOVER_WORDS[page.language], page.language
    brief, general = BRIEF_WORDS[language], wording_in(language).headings["general"]
    yield paragraph(words.asks, language, style=HEADING)
    rows = [
        (
            general if each.mission == GENERAL else each.mission,
            words.kinds[each.kind],
            each.said.text,
            OWNER_WORDS[language][each.owner] if each.owner else NOT_NAMED[language],
            words.statuses[each.status],
            _source(each, language),
        )
        for each in page.open_asks
    ]
    head = (brief.mission, words.kind, words.asked, brief.owner, words.status, brief.source)
    yield (
        table(language, (FIRST, 19, 72, 24, 18, 30), head, rows)
        if rows
        else paragraph(words.none, language)
    )


def _source(each: AskLine, language: str) -> str:
    paragraph = BRIEF_WORDS[language].paragraph.format(n=each.paragraph)
    return f"{in_language(each.source.title, language)}, {paragraph}"


def _listed(page: HandoverPage, address: Address) -> Iterator[str]:
    words, language = HANDOVER_WORDS[page.language], page.language
    yield paragraph(words.summaries, language, style=HEADING)
    rows = [
        (
            in_language(each.title, language),
            f"{words.published}\n{_place(each, address)}" if each.is_published else words.issued,
            each.hash,
        )
        for each in page.summaries
    ]
    head = (words.briefing, words.status, words.hash)
    yield table(language, (50, 60, 90), head, rows) if rows else paragraph(words.none, language)
