"""The parts of the document: masthead, letter, annex, and the annex's title and sections."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from app.domain.note.cues import Cues, pattern
from app.domain.note.dates import find_dates
from app.domain.note.headings import (
    Heading,
    heading_of,
    is_numbered_title,
    looks_like_heading,
)
from app.domain.note.lettering import fold, level, width
from app.domain.note.markers import HEADING_SORTS, mark_of
from app.domain.note.sentences import has_question_mark

_EDGES = ' :：.،—–-*\t“”"«»'
LONGEST_TITLE = 400
LONGEST_NAME = 80


@dataclass(frozen=True)
class Part:
    """A section before it is given out: its paragraphs still apart."""

    kind: str
    heading: str
    paragraphs: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Outline:
    masthead: list[str]
    letter: list[str]
    note_name: str | None
    title: str | None
    title_block: list[str]
    parts: list[Part]
    has_annex: bool


def outline_of(paragraphs: list[str], cues: Cues) -> Outline:
    start = _first(paragraphs, cues.letter, 0)
    annex = _annex_at(paragraphs, cues, 0 if start is None else start + 1)
    letter_from = (0 if annex else None) if start is None else start
    letter_to = len(paragraphs) if annex is None and start is not None else (annex or 0)
    letter = [] if letter_from is None else paragraphs[letter_from:letter_to]
    note = _after_annex_title(paragraphs[letter_to:], cues)
    first = next((at for at, one in enumerate(note) if _opens_section(one, cues)), None)
    block = note[:first] if first is not None else note
    name, title, rest = _title_of(block, cues)
    parts = [Part("other", "", rest)] if _is_prose(rest) else []
    if first is not None:
        parts += _parts(note[first:], cues)
    masthead = paragraphs[: start if start is not None else 0] or block[:4]
    return Outline(masthead, letter, name, title, block, parts, annex is not None)


def _first(paragraphs: list[str], opening: str, start: int) -> int | None:
    begins = pattern(rf"\W{{0,3}}(?:{opening})")
    for at in range(start, len(paragraphs)):
        if begins.match(level(paragraphs[at][:400])):
            return at
    return None


def _annex_at(paragraphs: list[str], cues: Cues, start: int) -> int | None:
    annex = _first(paragraphs, cues.annex, start)
    if annex is not None:
        return annex
    names = [at for at in range(start, len(paragraphs)) if _is_note_name(paragraphs[at], cues)]
    return names[0] if names else None


def _after_annex_title(paragraphs: list[str], cues: Cues) -> list[str]:
    annex = pattern(rf"\W{{0,3}}(?:{cues.annex})")
    at = 0
    while at < len(paragraphs) and annex.match(level(paragraphs[at][:400])):
        at += 1
    return paragraphs[at:]


def _is_note_name(paragraph: str, cues: Cues) -> bool:
    return len(paragraph) < LONGEST_NAME and fold(paragraph.strip(_EDGES)) in _names(
        cues.note_names
    )


@lru_cache(maxsize=8)
def _names(printed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(name) for name in printed)


def _opens_section(paragraph: str, cues: Cues) -> bool:
    return not _is_note_name(paragraph, cues) and heading_of(paragraph, cues) is not None


def _title_of(block: list[str], cues: Cues) -> tuple[str | None, str | None, list[str]]:
    """Give the note's name for itself, its title, and what else stands before the first heading."""
    name = title = None
    rest: list[str] = []
    for paragraph in block:
        printed = _named_in(paragraph, cues)
        name = name or printed
        if _is_note_name(paragraph, cues):
            continue
        if title is not None and title.endswith((":", "：")) and not rest:
            title = f"{title} {paragraph}"
        elif title is None and _may_be_title(paragraph, cues):
            title = _without_name(paragraph, printed)
        else:
            rest.append(paragraph)
    return name, title, rest


def _named_in(paragraph: str, cues: Cues) -> str | None:
    folded = fold(paragraph[:LONGEST_TITLE])
    return next((name for name in cues.note_names if fold(name) in folded), None)


def _may_be_title(paragraph: str, cues: Cues) -> bool:
    dates = find_dates(paragraph, cues)
    only_a_date = bool(dates) and dates[0].end - dates[0].start > 0.6 * len(paragraph)
    sentence = paragraph.endswith((".", "。")) and width(paragraph) > 160
    listed = (mark := mark_of(paragraph)) is not None and mark.sort not in HEADING_SORTS
    return width(paragraph) <= LONGEST_TITLE and not (only_a_date or sentence or listed)


def _without_name(paragraph: str, name: str | None) -> str:
    """Leave out "Concept note:", keep "Concept note for the debate on …" whole."""
    if not name:
        return paragraph
    opening = re.match(rf"\W*{re.escape(name)}\s*[:：—–-]\s*(?=\S)", paragraph, re.IGNORECASE)
    return paragraph[opening.end() :] if opening else paragraph


def _is_prose(paragraphs: list[str]) -> bool:
    return any(width(paragraph) > 80 for paragraph in paragraphs)


def _parts(paragraphs: list[str], cues: Cues) -> list[Part]:
    sorts = frozenset(_heading_sorts(paragraphs, cues))
    parts: list[Part] = []
    for at, paragraph in enumerate(paragraphs):
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        heading = _heading_here(paragraph, following, parts, sorts, cues)
        if heading is None:
            parts[-1].paragraphs.append(paragraph)
            continue
        rest = [heading.rest] if heading.rest else []
        parts.append(Part(heading.kind, heading.text, rest))
    return parts


def _heading_sorts(paragraphs: list[str], cues: Cues) -> Iterator[str]:
    for paragraph in paragraphs:
        mark = mark_of(paragraph)
        if mark and heading_of(paragraph, cues):
            yield mark.sort


def _heading_here(
    paragraph: str,
    following: str | None,
    parts: list[Part],
    sorts: frozenset[str],
    cues: Cues,
) -> Heading | None:
    inside = parts[-1].kind if parts else ""
    heading = heading_of(paragraph, cues)
    if heading and not _is_item(paragraph, heading, inside):
        return heading
    if inside in {"questions", "briefers"}:
        return None
    if is_numbered_title(paragraph, sorts) and not has_question_mark(paragraph):
        return Heading("other", paragraph[_mark_length(paragraph) :].strip())
    if not sorts and looks_like_heading(paragraph, following):
        return Heading("other", paragraph.strip())
    return None


def _is_item(paragraph: str, heading: Heading, inside: str) -> bool:
    """Tell a list item that begins like a heading: "2. Participation: who should …?"."""
    return inside == "questions" and (
        has_question_mark(heading.rest) or (bool(heading.rest) and mark_of(paragraph) is not None)
    )


def _mark_length(paragraph: str) -> int:
    mark = mark_of(paragraph)
    return mark.length if mark else 0
