"""Guiding questions: a question is the whole bullet, its prompts are what the bullet asks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.note.cues import Cues, pattern
from app.domain.note.cues.missions import ACRONYMS
from app.domain.note.lettering import level
from app.domain.note.markers import Mark, mark_of, same_list, split_inline, without_mark
from app.domain.note.outline import Part
from app.domain.note.reading import Question
from app.domain.note.sentences import asks, has_question_mark, sentences
from app.domain.note.state_names import StateNames

_ACRONYM = re.compile(r"(?<![^\W\d_])[A-ZА-Я]{3,10}(?![^\W\d_])")


@dataclass(frozen=True)
class Item:
    mark: Mark | None
    text: str


def read_questions(parts: list[Part], names: StateNames, cues: Cues) -> tuple[Question, ...]:
    """Read the questions section, or else the list that a sentence of the note announces."""
    listed = [
        text
        for part in parts
        if part.kind == "questions"
        for text in _bullets(part.paragraphs, in_section=True)
    ]
    for part in parts if not listed else []:
        listed = _announced(part.paragraphs, cues)
        if listed:
            break
    return tuple(
        Question(
            number,
            text,
            prompts_of(text),
            missions_in(text),
            names.iso3s(text, cues.language),
        )
        for number, text in enumerate(listed, start=1)
    )


def prompts_of(text: str) -> tuple[str, ...]:
    return tuple(sentence for sentence in sentences(text) if asks(sentence)) or (text,)


def missions_in(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in _ACRONYM.findall(text) if word in ACRONYMS))


def _announced(paragraphs: list[str], cues: Cues) -> list[str]:
    lead = pattern(cues.question_lead)
    for at, paragraph in enumerate(paragraphs):
        if not paragraph.rstrip().endswith((":", "：")) and ":" not in level(paragraph):
            continue
        if lead.search(level(paragraph)[-400:]) or has_question_mark(paragraph):
            listed = _bullets(paragraphs[at:], in_section=False)
            if listed:
                return listed
    return []


def _bullets(paragraphs: list[str], *, in_section: bool) -> list[str]:
    items = [item for paragraph in paragraphs for item in _items(paragraph)]
    marked = [item for item in items if item.mark and not _leads(item)]
    if marked:
        return _by_mark(items, marked)
    return _by_paragraph(items) if in_section else []


def _items(paragraph: str) -> Iterator[Item]:
    mark = mark_of(paragraph)
    pieces = [paragraph] if mark and mark.sort == "glyph" else split_inline(paragraph)
    for piece in pieces:
        yield Item(mark_of(piece), without_mark(piece))


def _leads(item: Item) -> bool:
    return item.text.rstrip().endswith((":", "：")) and not has_question_mark(item.text)


def _by_mark(items: list[Item], marked: list[Item]) -> list[str]:
    """Let the outer list count, unless only the inner one asks."""
    outer = marked[0].mark
    asking = [item.mark for item in marked if has_question_mark(item.text)]
    if asking and not any(mark and outer and same_list(outer, mark) for mark in asking):
        outer = asking[0]
    listed: list[str] = []
    for item in items:
        if item.mark and outer and same_list(outer, item.mark) and not _leads(item):
            listed.append(item.text)
        elif listed and item.mark and _is_inner(item.mark, outer) and item.text:
            listed[-1] = f"{listed[-1]} {item.mark.printed} {item.text}"
    return listed


def _is_inner(mark: Mark, outer: Mark | None) -> bool:
    order = (
        "question",
        "roman",
        "upper",
        "ordinal",
        "hanzi",
        "number",
        "abjad",
        "letter",
        "glyph",
        "dash",
    )
    return outer is None or order.index(mark.sort) > order.index(outer.sort)


def _by_paragraph(items: list[Item]) -> list[str]:
    """No marks were left: each paragraph that asks, or all of one paragraph's questions."""
    asking = [item.text for item in items if has_question_mark(item.text)]
    if len(asking) == 1:
        return [one for one in sentences(_after_lead(asking[0])) if asks(one)]
    if asking:
        return asking
    after_lead = [item.text for item in items if not _leads(item)]
    return after_lead if len(after_lead) < len(items) else []


def _after_lead(paragraph: str) -> str:
    lead, colon, rest = paragraph.partition(":") if ":" in paragraph else paragraph.partition("：")
    return rest.strip() if colon and not has_question_mark(lead) and rest.strip() else paragraph
