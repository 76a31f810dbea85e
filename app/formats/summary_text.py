"""The summary as plain text: numbered paragraphs under their headings."""

from collections.abc import Iterator

from app.domain.position import GENERAL
from app.domain.proceedings import in_language
from app.domain.sentence import Part
from app.domain.summary import Summary, WordedSentence
from app.domain.wording import wording_in


def summary_text(summary: Summary) -> bytes:
    return ("\n".join(_lines(summary)).strip() + "\n").encode()


def _lines(summary: Summary) -> Iterator[str]:
    yield in_language(summary.proceedings.title, summary.language)
    place: tuple[object, ...] = ()
    for each in summary.sentences:
        for heading in headings(summary, place, each):
            yield from ("", heading)
        place = _place(each)
        yield f"{each.number}. {each.text}"


def _place(each: WordedSentence) -> tuple[object, ...]:
    sentence = each.sentence
    mission = sentence.mission if sentence.part is Part.REGISTER else None
    return (sentence.part, sentence.question, mission)


def headings(summary: Summary, before: tuple[object, ...], each: WordedSentence) -> Iterator[str]:
    """Give the headings that begin before this sentence: part, question, mission."""
    words = wording_in(summary.language).headings
    now = _place(each)
    part, question, mission = now
    if before[:1] != now[:1]:
        yield words["part_one" if part is Part.OVERVIEW else "part_two"]
    if question is not None and before[:2] != now[:2]:
        text = next(q.text for q in summary.proceedings.questions if q.number == question)
        heading = words["question"].format(n=question)
        yield f"{heading}. {in_language(text, summary.language)}"
    if mission is not None and before != now:
        yield words["general"] if mission == GENERAL else str(mission)
