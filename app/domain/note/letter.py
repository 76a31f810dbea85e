"""The covering letter: its date, whose it is, who signed, and what it announces."""

import re
from collections.abc import Iterable
from datetime import date

from app.domain.note.cues import Cues, pattern
from app.domain.note.dates import find_dates, first_date
from app.domain.note.lettering import level
from app.domain.note.outline import Outline
from app.domain.note.reading import Letter
from app.domain.note.sentences import sentences
from app.domain.note.state_names import FoundState, StateNames

_NAME_EDGES = " \t,.;:：،؛()（）[]*—–-"
LONGEST_NAME = 80


def read_letter(outline: Outline, names: StateNames, cues: Cues) -> Letter:
    title = _title(outline, cues)
    if title is None:
        return Letter(signatory=signatory_in(outline.letter, cues))
    states = names.find(title, cues.language)
    return Letter(
        first_date(title, cues),
        states[0].iso3 if states else None,
        signatory_in(outline.letter, cues),
    )


def _title(outline: Outline, cues: Cues) -> str | None:
    opening = pattern(rf"\W{{0,3}}(?:{cues.letter})")
    return next((one for one in outline.letter if opening.match(level(one[:400]))), None)


def signatory_in(paragraphs: list[str], cues: Cues) -> str | None:
    """Take the name after "(Signed)", or before it on the line, or on the next line."""
    signed = pattern(cues.signed)
    for at, paragraph in enumerate(paragraphs):
        match = signed.search(level(paragraph))
        if not match:
            continue
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else ""
        for place, last in (
            (paragraph[match.end() :], False),
            (paragraph[: match.start()], True),
            (following, False),
        ):
            name = _name_in(place, cues, last=last)
            if name:
                return name
    return None


def _name_in(text: str, cues: Cues, *, last: bool) -> str | None:
    """Cut the words of an office off; a name before the sign is what follows the last of them."""
    levelled = level(text)
    offices = list(_office(cues).finditer(levelled))
    if last:
        start = max((match.end() for match in offices), default=0)
        cut = text[start:]
    else:
        stop = next((match.start() for match in offices if match.start() > 1), len(text))
        cut = text[:stop] if not (offices and offices[0].start() <= 1) else ""
    name = re.sub(r"\s+", " ", cut).strip(_NAME_EDGES + "\n")
    name = name + "." if re.search(r"\b[A-Z]$", name) and cut.rstrip().endswith(".") else name
    return name if 2 <= len(name) <= LONGEST_NAME else None


def _office(cues: Cues) -> re.Pattern[str]:
    boundary = "" if cues.language == "zh" else r"(?<!\w)"
    return re.compile(rf"{boundary}(?:{cues.offices})\w*" if boundary else cues.offices)


def presidency_of(
    paragraphs: Iterable[str], author: str | None, names: StateNames, cues: Cues
) -> str | None:
    """Give the State nearest to the word for the presidency, or the author where it says "our"."""
    cue = pattern(rf"{cues.presidency}|{cues.presides}")
    own = pattern(cues.own_presidency)
    for sentence in _sentences(paragraphs):
        match = cue.search(level(sentence))
        if not match:
            continue
        states = names.find(sentence, cues.language)
        if states:
            return min(states, key=lambda state: _distance(state, match)).iso3
        if author and own.search(level(sentence)):
            return author
    return None


def _distance(state: FoundState, cue: re.Match[str]) -> int:
    return max(state.start - cue.end(), cue.start() - state.end, 0)


def meeting_date_of(outline: Outline, letter_date: date | None, cues: Cues) -> date | None:
    """Find the day for which a meeting is announced, in the letter first, then in the note."""
    meets = pattern(rf"{cues.meets}|{cues.presides}")
    body = [one for one in outline.letter if one != _title(outline, cues)]
    places = (body, outline.title_block, [one for part in outline.parts for one in part.paragraphs])
    for place in places:
        for sentence in _sentences(place):
            match = meets.search(level(sentence))
            day = _announced(sentence, letter_date, cues) if match else None
            if day:
                return day
    block = (_announced(one, letter_date, cues) for one in outline.title_block)
    return next((day for day in block if day), None)


def _announced(sentence: str, letter_date: date | None, cues: Cues) -> date | None:
    for found in find_dates(sentence, cues):
        day = found.full
        if day is None and letter_date and found.year is None:
            day = found.not_before(letter_date)
        if day and (letter_date is None or day >= letter_date):
            return day
    return None


def _sentences(paragraphs: Iterable[str]) -> Iterable[str]:
    return (sentence for paragraph in paragraphs for sentence in sentences(paragraph))
