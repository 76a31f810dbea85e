"""A summary and its letter as they stand on paper, before anything is typeset.

PDF and Word are written from the same blocks, and the blocks from the sentences themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from app.domain.attribution import Attribution
from app.domain.covering import WordedLetter, word_letter
from app.domain.phrasing import Speaker
from app.domain.position import GENERAL
from app.domain.proceedings import Proceedings, Question, in_language
from app.domain.sentence import Part
from app.domain.summary import Summary, WordedSentence, public_register
from app.domain.wall_time import in_new_york
from app.domain.wording import wording_in
from app.formats.summary_counts import by_cell, chosen_in, memberships, sources, spoken_counts
from app.formats.summary_words import SUMMARY_WORDS, SummaryWords

COLUMNS = 5  # questions beside each other in a table of the width of a page


@dataclass(frozen=True)
class Heading:
    text: str
    level: int


@dataclass(frozen=True)
class Text:
    """A paragraph that is no sentence of the summary."""

    text: str


@dataclass(frozen=True)
class Said:
    """A numbered sentence; the words quoted in it may be in a language of their own."""

    number: int
    runs: tuple[tuple[str, str], ...]  # text, language
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]  # a cell may hold several lines
    widths: tuple[int, ...]  # of the columns, one to another


@dataclass(frozen=True)
class Listed:
    lines: tuple[str, ...]


Block = Heading | Text | Said | Table | Listed


@dataclass(frozen=True)
class PrintedSummary:
    """All that is printed, in one language. ``marking`` and ``foot`` stand on every page."""

    language: str
    title: str
    marking: str  # draft, rehearsal, demonstration, or nothing
    foot: tuple[str, str]  # what it is, and when it was issued
    page: str  # {n} {m}
    letter: WordedLetter | None
    blocks: tuple[Block, ...]
    issued_at: datetime | None


def printed(summary: Summary, *, issued_at: datetime | None = None) -> PrintedSummary:
    """Lay a summary out for paper; what was never issued says on every page that it is a draft."""
    facts, language = summary.proceedings, summary.language
    words, title = SUMMARY_WORDS[language], in_language(facts.title, language)
    marks = [] if issued_at else [words.draft]
    marks += [words.markings[facts.origin.marking]] if facts.origin.marking else []
    return PrintedSummary(
        language=language,
        title=title,
        marking=" · ".join(marks),
        foot=(facts.symbol or title, _issued(words, language, issued_at)),
        page=words.page,
        letter=_letter(facts, language),
        blocks=tuple(_blocks(summary, words)),
        issued_at=issued_at,
    )


def _letter(facts: Proceedings, language: str) -> WordedLetter | None:
    if facts.letter is None:
        return None
    return word_letter(
        facts.letter,
        language,
        of=facts.title,
        meeting_date=facts.meeting_date,
        symbol=facts.symbol,
    )


def _issued(words: SummaryWords, language: str, issued_at: datetime | None) -> str:
    if issued_at is None:
        return ""
    there = in_new_york(issued_at)
    return words.issued.format(date=wording_in(language).date(there.date()), time=f"{there:%H:%M}")


def _blocks(summary: Summary, words: SummaryWords) -> Iterator[Block]:
    headings = wording_in(summary.language).headings
    speaker = Speaker.of(summary.proceedings, summary.language)
    opening = [each for each in summary.sentences if each.sentence.question is None]
    yield Heading(headings["opening"], 1)
    yield from (_said(summary, speaker, each) for each in opening)
    yield from _matrix(summary, words)
    yield Heading(headings["part_one"], 1)
    yield from _part(summary, speaker, Part.OVERVIEW)
    yield Heading(headings["part_two"], 1)
    yield from _part(summary, speaker, Part.REGISTER)
    if register := public_register(summary):
        yield Heading(headings["not_reflected"], 1)
        yield Listed(tuple(reason for _, reason in register))
    yield from _annexes(summary, words)


def _part(summary: Summary, speaker: Speaker, part: Part) -> Iterator[Block]:
    headings = wording_in(summary.language).headings
    questions = {each.number: each for each in summary.proceedings.questions}
    asked = (each for each in summary.of_part(part) if each.sentence.question is not None)
    for number, of_question in groupby(asked, key=lambda each: each.sentence.question):
        question = questions[number or 0]
        yield Heading(headings["question"].format(n=number), 2)
        yield Text(in_language(question.text, summary.language))
        for mission, sentences in groupby(of_question, key=lambda each: _mission(each, part)):
            if mission is not None:
                yield Heading(headings["general"] if mission == GENERAL else mission, 3)
            yield from (_said(summary, speaker, each) for each in sentences)


def _mission(each: WordedSentence, part: Part) -> str | None:
    return each.sentence.missions[0] if part is Part.REGISTER else None


def _said(summary: Summary, speaker: Speaker, each: WordedSentence) -> Said:
    words, language = SUMMARY_WORDS[summary.language], summary.language
    runs: tuple[tuple[str, str], ...] = ((each.text, language),)
    excerpt = each.excerpt
    if excerpt and excerpt.language != language and excerpt.text in each.text:
        before, quote, after = each.text.partition(excerpt.text)
        runs = ((before, language), (quote, excerpt.language), (after, language))
    read = (words.source.format(source=source) for source in sources(each.sentence))
    notes = (*memberships(summary, speaker, each.sentence), *read)
    return Said(each.number, tuple(run for run in runs if run[0]), notes)


def _matrix(summary: Summary, words: SummaryWords) -> Iterator[Block]:
    """Set the missions at a glance, a few questions at a time; never where no number may be."""
    facts = summary.proceedings
    if facts.attribution is Attribution.NON_ATTRIBUTED:
        return
    headings = wording_in(summary.language).headings
    cells = by_cell(summary)
    names = [GENERAL] if any(name == GENERAL for _, name in cells) else []
    names += [mission.acronym for mission in facts.missions]
    yield Heading(headings["matrix"], 1)
    for start in range(0, len(facts.questions), COLUMNS):
        questions = facts.questions[start : start + COLUMNS]
        head = tuple(headings["question"].format(n=each.number) for each in questions)
        rows = tuple(
            (
                headings["general"] if name == GENERAL else name,
                *(_glance(summary, words, q, cells.get((q.number, name), ())) for q in questions),
            )
            for name in names
        )
        widths = (2, *(3 for _ in questions))
        yield Table(headings["matrix"], (words.mission, *head), rows, widths)


def _glance(
    summary: Summary, words: SummaryWords, question: Question, cell: Sequence[WordedSentence]
) -> str:
    """Say in a few lines what members chose in a cell, and where the register says it."""
    if not cell:
        return "–"
    chosen = chosen_in(summary, question, (each.sentence for each in cell))
    lines = [words.count.format(label=each.label, n=each.count) for each in chosen]
    first, last = cell[0].number, cell[-1].number
    where = words.paragraph if first == last else words.paragraphs
    return "\n".join([*lines, where.format(a=first, b=last)])


def _annexes(summary: Summary, words: SummaryWords) -> Iterator[Block]:
    facts, language = summary.proceedings, summary.language
    if spoken := spoken_counts(summary):
        yield Heading(words.denominators, 1)
        phrases = tuple((phrase, number, str(of)) for phrase, number, of in spoken)
        head = (words.as_written, words.number, words.of)
        yield Table(words.denominators, head, phrases, (4, 1, 1))
    if facts.groups and facts.attribution is Attribution.ATTRIBUTED:
        yield Heading(words.groups, 1)
        groups = tuple(_group_rows(summary, words))
        yield Table(words.groups, (words.group, words.members), groups, (2, 3))
    if facts.references:
        yield Heading(wording_in(language).headings["references"], 1)
        yield Listed(facts.references)


def _group_rows(summary: Summary, words: SummaryWords) -> Iterator[tuple[str, str]]:
    facts, language = summary.proceedings, summary.language
    names = {seat.code: in_language(seat.names, language) for seat in facts.seats}
    for group in facts.groups:
        seated = [name for code, name in names.items() if code in group.members]
        absent = len(group.members) - len(seated)
        date = wording_in(language).date(group.as_of)
        lines = [
            " · ".join(seated),
            words.not_seated.format(n=absent) if absent else "",
            words.as_of.format(source=group.source, date=date),
        ]
        yield in_language(group.names, language), "\n".join(line for line in lines if line)
