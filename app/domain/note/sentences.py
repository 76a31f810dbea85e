"""Sentences of a paragraph, verbatim, and which of them ask."""

import re

from app.domain.note.cues import words
from app.domain.note.lettering import is_lower, is_wide

_STOP = re.compile(r"[.!?…。！？؟]+")
_CLOSERS = "\"'”’»）)]】」』"
_QUESTION_MARKS = "?？؟"
_LAST_TOKEN = re.compile(r"[^\s(«“\"]*$")
_ABBREVIATIONS = frozenset(
    words(
        "mr.; mrs.; ms.; dr.; prof.; st.; no.; nos.; art.; para.; paras.; vol.; e.g.; i.e.; "
        "etc.; cf.; vs.; a.i.; h.e.; u.s.; u.n.; jr.; sr.; sra.; srta.; dra.; núm.; núms.; "
        "párr.; excmo.; excma.; m.; mm.; mme.; p.; pp.; par.; г.; гг.; т.е.; т.д.; т.п.; "
        "тыс.; млн.; млрд.; долл.; ст.; п.; пп.; др.; им.; с.ш.; ред.; s.e.; ee.uu.; gen.; "
        "lt.; col.; maj.; brig.; inc.; ltd.; dept.; approx.; jan.; feb.; mar.; apr.; aug.; "
        "sept.; oct.; nov.; dec.; mons."
    )
)
LONGEST_ASIDE = 300


def sentences(paragraph: str) -> list[str]:
    """Split where a sentence ends; not inside brackets, not after an abbreviation."""
    found: list[str] = []
    start = 0
    asides = _asides(paragraph)
    for stop in _STOP.finditer(paragraph):
        end = stop.end()
        while end < len(paragraph) and paragraph[end] in _CLOSERS:
            end += 1
        if stop.start() in asides or stop.start() < start:
            continue
        if _is_end(paragraph, stop.start(), stop.end(), end):
            found.append(paragraph[start:end].strip())
            start = end
    found.append(paragraph[start:].strip())
    return [sentence for sentence in found if sentence]


def asks(sentence: str) -> bool:
    bare = re.sub(r"[\s;,،؛；]+(?:and|et|y|и|و)?[\s;,.]*$", "", sentence).rstrip(_CLOSERS + " ")
    return bare[-1:] in tuple(_QUESTION_MARKS)


def has_question_mark(text: str) -> bool:
    return any(mark in text for mark in _QUESTION_MARKS)


def _is_end(text: str, start: int, stop: int, end: int) -> bool:
    following = text[end : end + 3].strip()[:1]
    if not following:
        return True
    quoted = any(mark in text[stop:end] for mark in '"”’»」』')
    if quoted and is_lower(following):
        return False
    sign = text[start]
    if sign in "。！？؟?!" or is_wide(sign):
        return True
    if not text[end].isspace() or is_lower(following):
        return False
    return not _abbreviated(text, start, stop)


def _abbreviated(text: str, start: int, stop: int) -> bool:
    token = _LAST_TOKEN.search(text[max(0, start - 12) : start])
    word = (token.group() if token else "") + "."
    single_letter = len(word) == 2 and word[0].isupper()
    return stop - start == 1 and (single_letter or word.casefold() in _ABBREVIATIONS)


def _asides(text: str) -> set[int]:
    """Positions of stops inside a short pair of brackets."""
    inside: set[int] = set()
    opened: list[int] = []
    for position, letter in enumerate(text):
        if letter in "(（":
            opened.append(position)
        elif letter in ")）" and opened:
            start = opened.pop()
            if position - start <= LONGEST_ASIDE and len(opened) < 3:
                inside.update(range(start, position))
    return inside
