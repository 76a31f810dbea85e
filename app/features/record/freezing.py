"""The pages of a record, made once when a summary is issued and kept as bytes ever after."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any

from app.domain.attribution import Attribution
from app.domain.corrigendum import Correction
from app.domain.proceedings import in_language
from app.domain.summary import Summary
from app.features.record.composing import compose
from app.features.record.corrections import correction_views
from app.features.record.downloads import downloads, label, public_document
from app.features.record.pages import Download, Link, RecordFrame, SentencePage
from app.features.record.references import reference
from app.features.record.routes import router
from app.features.record.shells import SentenceShell
from app.features.summaries.releasing import FrozenFile, Gates, Summaries
from app.formats.calendar import Entry, calendar_of
from app.web.templating import fill

HTML = "text/html; charset=utf-8"
ROOM = 35_000  # bytes of a page: with its styles and the mark, 60 KB
CALENDAR, CALENDAR_TYPE = "meeting.ics", "text/calendar; charset=utf-8"


def freeze(
    summaries: Summaries, gates: Gates, at: datetime, corrections: Sequence[Correction] = ()
) -> list[FrozenFile]:
    """Render every page and download of a release, in every language it was compiled in.

    ``corrections`` are the corrigenda issued so far, this one the last.
    """
    return [
        file
        for language, summary in summaries.items()
        for file in _freeze_language(summary, gates, tuple(summaries), at, corrections)
    ]


def _freeze_language(
    summary: Summary,
    gates: Gates,
    languages: tuple[str, ...],
    at: datetime,
    corrections: Sequence[Correction],
) -> Iterator[FrozenFile]:
    language = summary.language
    document = public_document(summary, gates, at, corrections)
    files = downloads(summary, document, at, corrections)
    yield from files
    if day := summary.proceedings.meeting_date:
        yield FrozenFile(language, CALENDAR, CALENDAR_TYPE, _calendar(summary, day, at))
    frame = replace(
        _frame(summary, at, {file.path: len(file.content) for file in files}),
        corrections=correction_views(corrections, language, summary.proceedings.slug),
    )
    for path, html in _pages(summary, frame, document, languages):
        yield FrozenFile(language, path, HTML, html.encode())


def _pages(
    summary: Summary, frame: RecordFrame, document: Mapping[str, Any], languages: Sequence[str]
) -> Iterator[tuple[str, str]]:
    homes = {each: address(each, frame.slug) for each in languages}

    def filled(template: str, path: str, page: object) -> str:
        return fill(
            template,
            frame.language,
            _address,
            page=page,
            root="../" * path.count("/"),
            page_marking=frame.marking,
            page_languages={each: home + path for each, home in homes.items()},
        )

    shell = SentenceShell(lambda path, page: filled("record/sentence.html", path, page), frame)
    for path, template, pages in compose(summary, frame, document):
        html = _light(filled(template, path, page) for page in pages)
        yield path, shell.around(pages[0], html) if isinstance(pages[0], SentencePage) else html


def _light(rendered: Iterable[str]) -> str:
    """Give the first page there is room for, or else the last."""
    html = ""
    for html in rendered:
        if len(html.encode()) <= ROOM:
            break
    return html


@cache
def _address(name: str, /, **params: object) -> str:
    return str(router.url_path_for(name, **params))


def address(language: str, slug: str, path: str = "") -> str:
    return _address("record.show", lang=language, slug=slug, path=path)


def _calendar(summary: Summary, day: date, at: datetime) -> bytes:
    facts = summary.proceedings
    title = in_language(facts.title, summary.language)
    return calendar_of([Entry(f"meeting.{facts.slug}", day, title, "", at, is_public=True)])


def _frame(summary: Summary, at: datetime, sizes: dict[str, int]) -> RecordFrame:
    facts, language = summary.proceedings, summary.language
    names = {seat.code: in_language(seat.names, language) for seat in facts.seats}
    named = facts.attribution is Attribution.ATTRIBUTED
    return RecordFrame(
        slug=facts.slug,
        title=in_language(facts.title, language),
        language=language,
        meeting_date=facts.meeting_date,
        presidency=names.get(facts.presidency or ""),
        symbol=reference(facts.symbol, language) if facts.symbol else None,
        attribution=facts.attribution,
        marking=facts.origin.marking,
        issued_at=at,
        questions=tuple(
            Link(str(each.number), f"questions/{each.number}/", in_language(each.text, language))
            for each in facts.questions
        ),
        missions=tuple(Link(each.acronym, f"missions/{each.acronym}/") for each in facts.missions),
        members=tuple(
            Link(names[seat.code], f"members/{seat.code}/") for seat in facts.seats if named
        ),
        references=tuple(reference(symbol, language) for symbol in facts.references),
        downloads=tuple(
            Download(label(path, language), path, size) for path, size in sizes.items()
        ),
        calendar=CALENDAR if facts.meeting_date else "",
        corrections=(),
    )
