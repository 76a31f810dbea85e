"""Marks of words stronger or weaker than what they rest on, and of words one word apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.drafting import Drafting
from app.domain.marks import Mark, one_word_away, weigh
from app.domain.sentence import Part, Sentence
from app.domain.summary import Summary, WordedSentence, register_key
from app.features.summaries.pages import Chapter, Contents, Line, Section

Numbered = tuple[int, str]  # a paragraph and its words


def marks_of(
    words: str, sentence: Sentence, language: str, neighbours: Iterable[Numbered]
) -> tuple[Mark, ...]:
    if not words:
        return ()
    return (
        *weigh(words, language, sentence.sources),
        *one_word_away(words, language, neighbours),
    )


def cell_of(sentence: Sentence) -> tuple[object, ...]:
    """Name the cell whose points a wording could be taken for one another in."""
    return sentence.words_points, sentence.question, sentence.missions, sentence.by


def neighbours_of(summary: Summary, drafting: Drafting, each: WordedSentence) -> list[Numbered]:
    key = register_key(each.sentence.key)
    return [
        (other.number, _words(drafting, other, summary.language))
        for other in summary.of_part(Part.REGISTER)
        if other.sentence.key != key and cell_of(other.sentence) == cell_of(each.sentence)
    ]


def _words(drafting: Drafting, each: WordedSentence, language: str) -> str:
    """Give what is said of a point, without who said it."""
    wording = drafting.wordings.get((language, each.sentence.key))
    said = [
        source.text
        for source in each.sentence.sources
        if source.position.statement.language == language
    ]
    return wording.text if wording else next(iter(said), "")


def with_marks(contents: Contents, summary: Summary, drafting: Drafting) -> Contents:
    """Mark what the page shows of the register; what it only points to is not looked at."""
    shown = {
        line.key
        for chapter in contents.register
        for section in chapter.sections
        for line in section.lines
    }
    cells: dict[tuple[object, ...], list[WordedSentence]] = defaultdict(list)
    for each in summary.of_part(Part.REGISTER):
        if each.sentence.words_points and each.sentence.key in shown:
            cells[cell_of(each.sentence)].append(each)
    marks = {
        key: found
        for here in cells.values()
        for key, found in _marks_in(here, summary.language, drafting)
    }
    return replace(
        contents, register=tuple(_marked(chapter, marks) for chapter in contents.register)
    )


def _marks_in(
    here: Sequence[WordedSentence], language: str, drafting: Drafting
) -> Iterable[tuple[str, tuple[Mark, ...]]]:
    """Look at what a person confirmed: a delegation's own words weigh what they weigh."""
    words = {each.sentence.key: _words(drafting, each, language) for each in here}
    for each in here:
        key = each.sentence.key
        if (language, key) in drafting.wordings:
            others = [
                (other.number, words[other.sentence.key])
                for other in here
                if other is not each and words[other.sentence.key]
            ]
            yield key, marks_of(words[key], each.sentence, language, others)


def _marked(chapter: Chapter, marks: dict[str, tuple[Mark, ...]]) -> Chapter:
    def line(each: Line) -> Line:
        return replace(each, marks=marks[each.key]) if marks.get(each.key) else each

    return replace(
        chapter,
        sections=tuple(
            Section(section.heading, tuple(line(each) for each in section.lines))
            for section in chapter.sections
        ),
    )
