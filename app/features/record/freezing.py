"""The pages of a record, made once when a summary is issued and kept as bytes ever after."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from app.domain.attribution import Attribution
from app.domain.corrigendum import Correction
from app.domain.position import GENERAL
from app.domain.proceedings import in_language
from app.domain.sentence import Kind, Part
from app.domain.summary import Summary, public_register
from app.domain.wording import wording_in
from app.features.record.corrections import correction_views
from app.features.record.downloads import downloads, label
from app.features.record.pages import (
    Download,
    Link,
    MatrixRow,
    MemberPage,
    MissionPage,
    QuestionPage,
    RecordFrame,
    SummaryPage,
)
from app.features.record.routes import router
from app.features.record.views import (
    CellView,
    QuestionView,
    SentenceView,
    cell_views,
    group_views,
    question_views,
    sentence_views,
)
from app.features.summaries.releasing import FrozenFile, Gates, Summaries
from app.web.templating import fill

HTML = "text/html; charset=utf-8"


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
    files = downloads(summary, gates, at, corrections)
    yield from files
    frame = replace(
        _frame(summary, at, {file.path: len(file.content) for file in files}),
        corrections=correction_views(corrections, language, summary.proceedings.slug),
    )
    for path, template, page in _pages(summary, frame):
        html = fill(
            template,
            language,
            _address,
            page=page,
            page_marking=frame.marking,
            page_languages={each: address(each, frame.slug, path) for each in languages},
        )
        yield FrozenFile(language, path, HTML, html.encode())


def _address(name: str, /, **params: object) -> str:
    return str(router.url_path_for(name, **params))


def address(language: str, slug: str, path: str = "") -> str:
    return _address("record.show", lang=language, slug=slug, path=path)


def _pages(summary: Summary, frame: RecordFrame) -> Iterator[tuple[str, str, object]]:
    """Give path, template and page object of every page in one language."""
    questions = question_views(summary)
    cells = {(cell.question, cell.mission): cell for cell in cell_views(summary)}
    yield "", "record/show.html", _summary_page(summary, frame, questions, cells)
    for question in questions:
        path = f"questions/{question.number}/"
        yield path, "record/question.html", QuestionPage(frame, question)
    for mission in summary.proceedings.missions:
        page = MissionPage(
            frame,
            mission.acronym,
            in_language(mission.names, summary.language),
            mission.mandate_expires,
            tuple(
                (question, cells[question.number, mission.acronym])
                for question in questions
                if (question.number, mission.acronym) in cells
            ),
        )
        yield f"missions/{mission.acronym}/", "record/mission.html", page
    if frame.members:
        for seat in summary.proceedings.seats:
            name = in_language(seat.names, summary.language)
            said = tuple(_said_by(summary, questions, seat.code))
            page_of = MemberPage(frame, name, seat.standing, said)
            yield f"members/{seat.code}/", "record/member.html", page_of


def _said_by(
    summary: Summary, questions: Sequence[QuestionView], code: str
) -> Iterator[tuple[QuestionView, tuple[SentenceView, ...]]]:
    """Give the sentences that name a delegation: those of part II, where it let itself be named."""
    for question in questions:
        named = [
            each
            for each in summary.of_part(Part.REGISTER)
            if each.sentence.question == question.number
            and each.sentence.rule is Attribution.ATTRIBUTED
            and each.sentence.kind is not Kind.NOTHING
            and code in each.sentence.seats
        ]
        if named:
            yield question, tuple(sentence_views(summary, named))


def _summary_page(
    summary: Summary,
    frame: RecordFrame,
    questions: tuple[QuestionView, ...],
    cells: dict[tuple[int, str], CellView],
) -> SummaryPage:
    general = wording_in(summary.language).headings["general"]
    rows = [(GENERAL, general, "", "")] if any(name == GENERAL for _, name in cells) else []
    rows += [
        (
            each.acronym,
            each.acronym,
            in_language(each.names, summary.language),
            f"missions/{each.acronym}/",
        )
        for each in summary.proceedings.missions
    ]
    counted = summary.proceedings.attribution is not Attribution.NON_ATTRIBUTED
    return SummaryPage(
        frame=frame,
        opening=tuple(
            sentence_views(
                summary, [each for each in summary.sentences if each.sentence.question is None]
            )
        ),
        questions=questions,
        columns=frame.questions,
        matrix=tuple(
            MatrixRow(
                label,
                name,
                path and address(summary.language, frame.slug, path),
                tuple(cells.get((question.number, acronym)) for question in questions),
            )
            for acronym, label, name, path in rows
            if counted
        ),
        not_reflected=tuple(reason for _, reason in public_register(summary)),
        groups=tuple(group_views(summary)),
    )


def _frame(summary: Summary, at: datetime, sizes: dict[str, int]) -> RecordFrame:
    facts, language = summary.proceedings, summary.language

    def link(label: str, path: str, note: str = "") -> Link:
        return Link(label, address(language, facts.slug, path), note)

    names = {seat.code: in_language(seat.names, language) for seat in facts.seats}
    named = facts.attribution is Attribution.ATTRIBUTED
    return RecordFrame(
        slug=facts.slug,
        title=in_language(facts.title, language),
        language=language,
        meeting_date=facts.meeting_date,
        presidency=names.get(facts.presidency or ""),
        attribution=facts.attribution,
        marking=facts.origin.marking,
        issued_at=at,
        summary_href=address(language, facts.slug),
        questions=tuple(
            link(str(each.number), f"questions/{each.number}/", in_language(each.text, language))
            for each in facts.questions
        ),
        missions=tuple(link(each.acronym, f"missions/{each.acronym}/") for each in facts.missions),
        members=tuple(
            link(names[seat.code], f"members/{seat.code}/") for seat in facts.seats if named
        ),
        references=facts.references,
        downloads=tuple(
            Download(label(path, language), address(language, facts.slug, path), size)
            for path, size in sizes.items()
        ),
        corrections=(),
    )
