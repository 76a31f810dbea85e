"""What record pages show of a summary: sentences, cells and questions, ready to be laid out.

Every number comes from the sentences themselves: page, JSON and CSV cannot disagree.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from app.domain.attribution import Attribution
from app.domain.phrasing import Speaker
from app.domain.position import GENERAL, NOTHING_SUBMITTED
from app.domain.proceedings import Question, in_language
from app.domain.sentence import Part, Sentence
from app.domain.summary import Summary, WordedSentence
from app.domain.tally import Outcome
from app.domain.wording import wording_in
from app.features.summaries.pages_contents import LAST_MARK, scale_mark
from app.formats.summary_counts import by_cell, chosen_in, memberships, sources

MARKS = (
    *(f"v{place}" for place in range(LAST_MARK + 1)),
    *("addressed", "no_position", "awaiting_instructions", "nothing"),
)


@dataclass(frozen=True)
class SentenceView:
    """One sentence; a quotation stands apart, since it has its own language and direction."""

    id: str
    number: int
    kind: str
    before: str
    quote: str
    quote_language: str
    after: str
    count: int | None
    of: int | None
    is_edited: bool
    groups: tuple[str, ...]  # of each declared group, how many are counted; where they are named
    sources: tuple[tuple[str, str], ...]  # what it was read in, if it may be named: address, host

    @property
    def path(self) -> str:
        """Where it is kept by itself, and checked."""
        return f"sentences/{self.id}/"


@dataclass(frozen=True)
class Segment:
    """How many seats chose one thing: ``kind`` is the mark it is drawn with."""

    kind: str
    label: str
    count: int


@dataclass(frozen=True)
class CellView:
    question: int
    mission: str
    label: str
    outcome: Outcome | None
    segments: tuple[Segment, ...]  # of the members; empty where no number may be given
    sentences: tuple[SentenceView, ...]

    @property
    def path(self) -> str:
        return f"questions/{self.question}/{self.mission}/"

    @property
    def is_general(self) -> bool:
        return self.mission == GENERAL


@dataclass(frozen=True)
class QuestionView:
    number: int
    text: str
    original: str  # the note's own wording, where this is a translation of it
    original_language: str
    overview: tuple[SentenceView, ...]
    cells: tuple[CellView, ...]

    @property
    def path(self) -> str:
        return f"questions/{self.number}/"

    @property
    def marks(self) -> tuple[Segment, ...]:
        """Give the key to the marks of its cells: each once, scale values first."""
        found = {each.kind: each for cell in self.cells for each in cell.segments}
        return tuple(found[kind] for kind in MARKS if kind in found)


@dataclass(frozen=True)
class GroupView:
    """A declared group: who is on its list, where that comes from and when it held."""

    name: str
    members: tuple[str, ...]  # those seated, by name
    others: int  # on the list and not seated
    source: str
    as_of: date


def sentence_views(summary: Summary) -> dict[str, SentenceView]:
    """Give every sentence by its id, in order: made once, shown on several pages."""
    speaker = Speaker.of(summary.proceedings, summary.language)
    return {each.id: _sentence(summary, speaker, each) for each in summary.sentences}


def _sentence(summary: Summary, speaker: Speaker, each: WordedSentence) -> SentenceView:
    sentence, excerpt = each.sentence, each.excerpt
    before, quote, after = each.text, "", ""
    if excerpt and excerpt.language != summary.language:
        before, quote, after = each.text.partition(excerpt.text)
    counted = sentence.rule is not Attribution.NON_ATTRIBUTED
    return SentenceView(
        id=each.id,
        number=each.number,
        kind=sentence.kind.value,
        before=before,
        quote=quote,
        quote_language=excerpt.language if excerpt else summary.language,
        after=after,
        count=sentence.count if counted and not sentence.pointer else None,
        of=sentence.of,
        is_edited=each.is_edited,
        groups=memberships(summary, speaker, sentence),
        sources=tuple((each, urlsplit(each).hostname or each) for each in sources(sentence)),
    )


def cell_views(
    summary: Summary, views: Mapping[str, SentenceView]
) -> dict[tuple[int, str], CellView]:
    """Give every cell of the register that has sentences, in reading order."""
    scale_of = {question.number: question for question in summary.proceedings.questions}
    return {
        (question, mission): _cell(summary, scale_of[question], mission, worded, views)
        for (question, mission), worded in by_cell(summary).items()
    }


def question_views(
    summary: Summary, views: Mapping[str, SentenceView], cells: Sequence[CellView]
) -> tuple[QuestionView, ...]:
    overview: dict[int | None, list[SentenceView]] = defaultdict(list)
    for each in summary.of_part(Part.OVERVIEW):
        overview[each.sentence.question].append(views[each.id])
    return tuple(
        QuestionView(
            number=question.number,
            text=in_language(question.text, summary.language),
            original=_original(question, summary.language),
            original_language=question.original or summary.language,
            overview=tuple(overview[question.number]),
            cells=tuple(cell for cell in cells if cell.question == question.number),
        )
        for question in summary.proceedings.questions
    )


def _original(question: Question, language: str) -> str:
    if question.original is None or question.original == language:
        return ""
    return question.text[question.original]


def _cell(
    summary: Summary,
    question: Question,
    mission: str,
    worded: list[WordedSentence],
    views: Mapping[str, SentenceView],
) -> CellView:
    sentences = [each.sentence for each in worded]
    counted = all(each.rule is not Attribution.NON_ATTRIBUTED for each in sentences)
    general = wording_in(summary.language).headings["general"]
    return CellView(
        question=question.number,
        mission=mission,
        label=general if mission == GENERAL else mission,
        outcome=next((each.outcome for each in sentences if each.outcome and counted), None),
        segments=tuple(_segments(summary, question, sentences)),
        sentences=tuple(views[each.id] for each in worded),
    )


def _segments(summary: Summary, question: Question, sentences: list[Sentence]) -> Iterator[Segment]:
    """Give the members' seats: every value of the scale in its order, then the kinds of nothing."""
    marks = {
        value.code: scale_mark(place, len(question.scale))
        for place, value in enumerate(question.scale)
    }
    chosen = list(chosen_in(summary, question, sentences))
    counts = {each.value: each.count for each in chosen if each.value in marks}
    for value in question.scale if counts else ():
        label = in_language(value.label, summary.language)
        yield Segment(marks[value.code], label, counts.get(value.code, 0))
    for each in chosen:
        if each.value not in marks:
            kind = each.value or "addressed"
            yield Segment("nothing" if kind == NOTHING_SUBMITTED else kind, each.label, each.count)


def group_views(summary: Summary) -> Iterator[GroupView]:
    """Give the declared groups of a record that names; elsewhere nothing is counted by them."""
    facts = summary.proceedings
    if facts.attribution is not Attribution.ATTRIBUTED:
        return
    names = {seat.code: in_language(seat.names, summary.language) for seat in facts.seats}
    for group in facts.groups:
        seated = tuple(name for code, name in names.items() if code in group.members)
        yield GroupView(
            in_language(group.names, summary.language),
            seated,
            len(group.members) - len(seated),
            group.source,
            group.as_of,
        )
