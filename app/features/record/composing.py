"""Which pages a record has in one language, and what each of them is given."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from app.domain.attribution import Attribution
from app.domain.position import GENERAL
from app.domain.proceedings import in_language
from app.domain.sentence import Kind, Part
from app.domain.summary import Summary, public_register
from app.domain.wording import wording_in
from app.features.record.checks import checks
from app.features.record.pages import (
    CellPage,
    ChangesPage,
    GlancePage,
    MemberPage,
    MissionPage,
    QuestionPage,
    RecordFrame,
    SentencePage,
    Shape,
    SummaryPage,
    Table,
    TableRow,
)
from app.features.record.views import (
    CellView,
    QuestionView,
    SentenceView,
    cell_views,
    group_views,
    question_views,
    sentence_views,
)

MEMBER_ROOM = 50  # sentences on a member's page; those of one named more often are parted
# What a summary's own page may show, richest first: the first that is light enough is kept.
SHAPES = (
    Shape(overview=True, register=True, marks=True),
    Shape(overview=True, register=False, marks=True),
    Shape(overview=True, register=False, marks=False),
    Shape(overview=False, register=False, marks=True),
    Shape(overview=False, register=False, marks=False),
)


class Composed(NamedTuple):
    """One page; of several ``pages`` the first that is light enough is meant."""

    path: str
    template: str
    pages: tuple[object, ...]


class Views(NamedTuple):
    """What a summary's pages share, made once."""

    sentences: dict[str, SentenceView]
    cells: dict[tuple[int, str], CellView]
    questions: tuple[QuestionView, ...]


def compose(
    summary: Summary, frame: RecordFrame, document: Mapping[str, Any]
) -> Iterator[Composed]:
    """Give path, template and page object of every page; ``document`` is the public JSON."""
    sentences = sentence_views(summary)
    cells = cell_views(summary, sentences)
    views = Views(sentences, cells, question_views(summary, sentences, tuple(cells.values())))
    table = _table(summary, frame, views)
    shapes = tuple(_summary_page(summary, frame, views, table, shape) for shape in SHAPES)
    yield Composed("", "record/show.html", shapes)
    if frame.has_numbers:
        glance = GlancePage(frame, table, views.questions)
        yield Composed("matrix/", "record/glance.html", (glance,))
    for question in views.questions:
        yield Composed(question.path, "record/question.html", (QuestionPage(frame, question),))
        for cell in question.cells:
            yield Composed(cell.path, "record/cell.html", (CellPage(frame, question, cell),))
    yield from _missions(summary, frame, views)
    if frame.members:
        yield from _members(summary, frame, views)
    names = {
        seat.code: in_language(seat.names, summary.language) for seat in summary.proceedings.seats
    }
    for view, check in checks(summary, document, sentences, cells, names):
        yield Composed(view.path, "record/check.html", (SentencePage(frame, view, check),))
    if frame.corrections:
        yield Composed("changes/", "record/changes.html", (ChangesPage(frame),))


def _summary_page(
    summary: Summary, frame: RecordFrame, views: Views, table: Table, shape: Shape
) -> SummaryPage:
    return SummaryPage(
        frame=frame,
        opening=tuple(
            views.sentences[each.id] for each in summary.sentences if each.sentence.question is None
        ),
        questions=views.questions,
        table=table,
        shape=shape if frame.has_numbers else replace(shape, marks=False),
        not_reflected=tuple(reason for _, reason in public_register(summary)),
        groups=tuple(group_views(summary)),
    )


def _table(summary: Summary, frame: RecordFrame, views: Views) -> Table:
    rows = [
        (each.acronym, in_language(each.names, summary.language))
        for each in summary.proceedings.missions
    ]
    heads = [
        TableRow(acronym, name, f"missions/{acronym}/", _across(views, acronym))
        for acronym, name in rows
    ]
    if any(mission == GENERAL for _, mission in views.cells):
        general = wording_in(summary.language).headings["general"]
        heads.insert(0, TableRow(general, "", "", _across(views, GENERAL)))
    return Table(frame.questions, tuple(heads))


def _across(views: Views, mission: str) -> tuple[CellView | None, ...]:
    return tuple(views.cells.get((each.number, mission)) for each in views.questions)


def _missions(summary: Summary, frame: RecordFrame, views: Views) -> Iterator[Composed]:
    spoken_of: dict[str, list[SentenceView]] = defaultdict(list)
    for each in summary.of_part(Part.OVERVIEW):
        for acronym in each.sentence.missions:
            spoken_of[acronym].append(views.sentences[each.id])
    for mission in summary.proceedings.missions:
        page = MissionPage(
            frame,
            mission.acronym,
            in_language(mission.names, summary.language),
            mission.mandate_expires,
            tuple(spoken_of[mission.acronym]),
            tuple(
                (question, views.cells[question.number, mission.acronym])
                for question in views.questions
                if (question.number, mission.acronym) in views.cells
            ),
        )
        yield Composed(f"missions/{mission.acronym}/", "record/mission.html", (page,))


def _members(summary: Summary, frame: RecordFrame, views: Views) -> Iterator[Composed]:
    """Give what names a delegation: in part II, where it let itself be named."""
    named: dict[tuple[str, int | None], list[SentenceView]] = defaultdict(list)
    for each in summary.of_part(Part.REGISTER):
        sentence = each.sentence
        if sentence.rule is Attribution.ATTRIBUTED and sentence.kind is not Kind.NOTHING:
            for code in sentence.seats:
                named[code, sentence.question].append(views.sentences[each.id])
    for seat in summary.proceedings.seats:
        said = tuple(
            (question, tuple(named[seat.code, question.number]))
            for question in views.questions
            if named[seat.code, question.number]
        )
        name, home = in_language(seat.names, summary.language), f"members/{seat.code}/"
        is_whole = sum(len(sentences) for _, sentences in said) <= MEMBER_ROOM
        page = MemberPage(frame, name, seat.standing, said, home, is_whole)
        yield Composed(home, "record/member.html", (page,))
        for question, sentences in () if is_whole else said:
            path = f"{home}{question.number}/"
            part = ((question, sentences),)
            page = MemberPage(frame, name, seat.standing, part, path, is_whole=True, above=home)
            yield Composed(path, "record/member.html", (page,))
